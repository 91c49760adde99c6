// Whoever writes holds their account as it is until the end: who changes or removes it waits.
MATCH (a:Account {id: $account})
SET a._lock = true
REMOVE a._lock
