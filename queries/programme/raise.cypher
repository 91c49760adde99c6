MATCH (p:Programme {id: 'programme'})
SET p.revision = $revision
REMOVE p._lock
RETURN count(*) AS done
