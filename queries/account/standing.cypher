// Who writes about accounts locks out everybody else who does, then reads what stands.
MATCH (m:Meta {id: 'admission'})
SET m._lock = true
WITH m
RETURN
  m.mark AS mark,
  COLLECT { MATCH (s:Meta {id: 'schema'}) RETURN s.version } AS versions,
  COLLECT {
    MATCH (a:Account)
    WHERE a.id IN $accounts
    RETURN [a.id, a.email, a.name, a.role, a.district, a.password, a.fails, a.until, a.generation]
  } AS accounts,
  COLLECT {
    MATCH (q:Pass)
    WHERE q.token IN $tokens
    RETURN [q.token, q.kind, q.account, q.created, q.seen, q.ends, q.revoked, q.district, q.phase, q.room, q.phones, q.steps]
  } AS passes
