UNWIND $rows AS row
MERGE (a:Account {id: row.id})
SET a.email = row.email, a.name = row.name, a.role = row.role, a.district = row.district, a.password = row.password,
  a.fails = row.fails, a.until = row.until, a.generation = row.generation
RETURN count(*) AS done
