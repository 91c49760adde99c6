UNWIND $rows AS row
MATCH (d:District {id: row.id})
SET d.name = row.name, d.position = row.position, d.example = row.example
RETURN count(*) AS done
