UNWIND $ids AS id
MATCH (d:District {id: id})
DELETE d
RETURN count(*) AS done
