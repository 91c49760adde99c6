// What was frozen stays, for who takes the removal back.
UNWIND $ids AS id
MATCH (r:Release {district: $district, id: id})
USING INDEX SEEK r:Release(district, id)
DELETE r
RETURN count(*) AS done
