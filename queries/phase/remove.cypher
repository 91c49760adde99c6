UNWIND $ids AS id
MATCH (f:Phase {id: id})
DELETE f
RETURN count(*) AS done
