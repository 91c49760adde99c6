MATCH (d:District)
WITH d ORDER BY d.id
SET d._lock = true
