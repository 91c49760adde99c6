UNWIND $rows AS row
CREATE (:LogEntry {scope: row.scope, at: row.at, until: row.until, place: row.place, body: row.body})
RETURN count(*) AS done
