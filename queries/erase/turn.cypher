// Only one at a time: the node is locked before it is looked at.
MERGE (m:Meta {id: $id})
SET m._lock = true
REMOVE m._lock
WITH m
WHERE m.holder IS NULL OR m.holder = $holder OR m.until <= $now
SET m.holder = $holder, m.until = $until
RETURN count(*) AS taken
