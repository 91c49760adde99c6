// Whoever writes holds their pass as it is until the end.
MATCH (q:Pass {token: $pass})
SET q._lock = true
REMOVE q._lock
