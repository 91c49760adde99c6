// Behind the locks: what the request was answered before, who writes, and where everything stands that it writes to.
MATCH (p:Programme {id: 'programme'})
MATCH (m:Meta {id: 'admission'})
OPTIONAL MATCH (r:Request {scope: $scope, id: $id, content: $content})
RETURN
  p.revision AS revision,
  p.mark AS mark,
  r.revisions AS revisions,
  r.marks AS marks,
  m.mode AS mode,
  COLLECT { MATCH (s:Meta {id: 'schema'}) RETURN s.version } AS versions,
  COLLECT { MATCH (d:District) WHERE d.id IN $districts RETURN [d.id, d.revision, d.mark] } AS districts,
  COLLECT {
    MATCH (c:Contact)
    WHERE c.district IN $districts AND c.actor IN $contacts
    RETURN [c.actor, c.person, c.telephone, c.email, c.confirmed]
  } AS contacts,
  COLLECT {
    MATCH (a:Account {id: $author})
    RETURN [a.id, a.email, a.name, a.role, a.district, a.password, a.fails, a.until, a.generation]
  } AS accounts,
  COLLECT {
    MATCH (q:Pass {token: $token})
    RETURN [q.token, q.kind, q.account, q.created, q.seen, q.ends, q.revoked, q.district, q.phase, q.room, q.phones, q.steps]
  } AS passes
