UNWIND $ids AS id
MATCH (:Actor)-[m:MEMBER_OF {district: $district, id: id}]->(:Department)
USING INDEX SEEK m:MEMBER_OF(district, id)
DELETE m
RETURN count(*) AS done
