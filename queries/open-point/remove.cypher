UNWIND $ids AS id
MATCH (o:OpenPoint {district: $district, id: id})
USING INDEX SEEK o:OpenPoint(district, id)
DELETE o
RETURN count(*) AS done
