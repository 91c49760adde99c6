// A function that is deleted is blanked in the steps, too; they cannot be taken back.
UNWIND $rows AS row
MATCH (s:Step {scope: row.scope, number: row.number})
SET s.changes = row.changes, s.format = row.format, s.blanked = true
RETURN count(*) AS done
