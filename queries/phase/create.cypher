UNWIND $rows AS row
CREATE (:Phase {id: row.id, name: row.name, start: row.start, end: row.end})
RETURN count(*) AS done
