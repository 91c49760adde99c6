UNWIND $rows AS row
MATCH (o:OpenPoint {district: $district, id: row.id})
USING INDEX SEEK o:OpenPoint(district, id)
SET o.text = row.text, o.phase = row.phase, o.noted = row.noted
RETURN count(*) AS done
