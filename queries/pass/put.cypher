UNWIND $rows AS row
MATCH (a:Account {id: row.account})
MERGE (q:Pass {token: row.token})
ON CREATE SET q.kind = row.kind, q.account = row.account, q.created = row.created
SET q.seen = row.seen, q.ends = row.ends, q.revoked = row.revoked
MERGE (q)-[:LETS_IN]->(a)
RETURN count(*) AS done
