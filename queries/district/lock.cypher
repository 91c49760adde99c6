// In one order, so that two writers of several districts never wait for each other.
MATCH (d:District)
WHERE d.id IN $ids
WITH d ORDER BY d.id
SET d._lock = true
