MATCH (q:Pass)
WHERE q.token IN $tokens
DETACH DELETE q
