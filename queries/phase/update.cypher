UNWIND $rows AS row
MATCH (f:Phase {id: row.id})
SET f.name = row.name, f.start = row.start, f.end = row.end
RETURN count(*) AS done
