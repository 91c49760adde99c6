UNWIND $rows AS row
CREATE (o:OpenPoint {district: $district, id: row.id})
SET o.text = row.text, o.phase = row.phase, o.noted = row.noted
RETURN count(*) AS done
