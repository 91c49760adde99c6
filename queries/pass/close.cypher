// The room's and those of its phones, which no longer tell what they entered.
MATCH (q:Pass)
WHERE q.district IN $districts
SET q.revoked = true
REMOVE q.steps
