// All that a request needs to know before anything else. The district before the programme, which is then never the
// older one.
OPTIONAL MATCH (d:District {id: $district})
WITH CASE WHEN d IS NULL THEN null ELSE [d.revision, d.mark] END AS district
MATCH (p:Programme {id: 'programme'})
MATCH (m:Meta {id: 'admission'})
RETURN
  p.revision AS revision,
  p.mark AS mark,
  district,
  m.mode AS mode,
  COLLECT {
    MATCH (q:Pass {token: $token})-[:LETS_IN]->(:Account)
    RETURN [q.token, q.kind, q.account, q.created, q.seen, q.ends, q.revoked, q.district, q.phase, q.room, q.phones, q.steps]
  } AS passes,
  COLLECT {
    MATCH (:Pass {token: $token})-[:LETS_IN]->(a:Account)
    RETURN [a.id, a.email, a.name, a.role, a.district, a.password, a.fails, a.until, a.generation]
  } AS accounts
