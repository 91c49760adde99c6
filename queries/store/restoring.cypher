// While a backup is brought back nobody takes half of it for a store, and nobody else brings one back.
MATCH (p:Programme {id: 'programme'})
SET p.revision = -1, p._restoring = $token
REMOVE p._lock
RETURN count(*) AS done
