UNWIND $rows AS row
CREATE (:Step {scope: row.scope, number: row.number, format: row.format, request: row.request, at: row.at,
  cause: row.cause, undoes: row.undoes, changes: row.changes, blanked: row.blanked, by: row.by, by_id: row.by_id, by_role: row.by_role,
  by_district: row.by_district, by_generation: row.by_generation})
RETURN count(*) AS done
