MATCH (q:Pass {district: $district})
WHERE q.room IS NULL AND NOT q.revoked
WITH q ORDER BY q.created DESC LIMIT 1
RETURN [[q.token, q.kind, q.account, q.created, q.seen, q.ends, q.revoked, q.district, q.phase, q.room, q.phones, q.steps]] AS passes
