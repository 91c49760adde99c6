MATCH (q:Pass)-[:LETS_IN]->(a:Account)
WHERE a.id IN $ids
SET q.revoked = true
REMOVE q.steps
