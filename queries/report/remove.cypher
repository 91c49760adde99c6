UNWIND $ids AS id
MATCH (:Actor)-[c:COOPERATES {district: $district, id: id}]->(:Actor)
USING INDEX SEEK c:COOPERATES(district, id)
DELETE c
RETURN count(*) AS done
