// Whether it is still this one that brings a backup back; locks the programme first.
MATCH (p:Programme {id: 'programme'})
SET p._lock = true
WITH p
WHERE p._restoring = $token
RETURN count(*) AS done
