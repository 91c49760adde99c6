// DELETE, not DETACH DELETE: the server refuses one that is still used.
UNWIND $ids AS id
MATCH (n:Department {district: $district, id: id})
USING INDEX SEEK n:Department(district, id)
DELETE n
RETURN count(*) AS done
