UNWIND $rows AS row
MATCH (a:Account {id: row.account})
MERGE (q:Pass {token: row.token})
ON CREATE SET q.kind = row.kind, q.account = row.account, q.created = row.created, q.district = row.district,
  q.phase = row.phase, q.room = row.room
SET q.seen = row.seen, q.ends = row.ends, q.revoked = row.revoked, q.phones = row.phones, q.steps = row.steps
MERGE (q)-[:LETS_IN]->(a)
RETURN count(*) AS done
