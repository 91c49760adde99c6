// Who goes takes their passes with them.
MATCH (a:Account)
WHERE a.id IN $ids
OPTIONAL MATCH (q:Pass)-[:LETS_IN]->(a)
DETACH DELETE q, a
