UNWIND $rows AS row
CREATE (:Step {scope: row.scope, number: row.number, format: row.format, request: row.request, by: row.by, at: row.at,
  cause: row.cause, undoes: row.undoes, changes: row.changes})
RETURN count(*) AS done
