MATCH (d:District {id: $id})
SET d.revision = $revision
REMOVE d._lock
RETURN count(*) AS done
