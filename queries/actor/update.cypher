UNWIND $rows AS row
MATCH (a:Actor {district: $district, id: row.id})
USING INDEX SEEK a:Actor(district, id)
SET a.name = row.name, a.kind = row.kind, a.note = row.note
RETURN count(*) AS done
