UNWIND $rows AS row
CREATE (a:Actor {district: $district, id: row.id})
SET a.name = row.name, a.kind = row.kind, a.note = row.note
RETURN count(*) AS done
