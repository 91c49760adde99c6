// The ids are asked for only so that the one index of keys serves: no second index, no wrong choice between two.
// One query behind the lock of the district: the whole of one state. Lists, as maps take twice as long to read.
// properties() walks a relationship's properties once; asked for one by one, each walks them anew.
MATCH (d:District {id: $district})
RETURN
  d.revision AS revision,
  d.mark AS mark,
  COLLECT {
    MATCH (n:Department {district: $district})
    USING INDEX SEEK n:Department(district, id)
    WHERE n.id IS NOT NULL
    RETURN [n.id, n.name, n.short_name, n.kind, n.policy_field, n.division_phases, n.divisions]
  } AS departments,
  COLLECT {
    MATCH (a:Actor {district: $district})
    USING INDEX SEEK a:Actor(district, id)
    WHERE a.id IS NOT NULL
    RETURN [a.id, a.name, a.kind, a.note]
  } AS actors,
  COLLECT {
    MATCH (a:Actor {district: $district})-[m:MEMBER_OF]->(n:Department)
    USING INDEX SEEK a:Actor(district, id)
    WHERE a.id IS NOT NULL
    WITH a, properties(m) AS m, n
    RETURN [a.id, m.phase, n.id, m.section, m.level, m.core_team, m.asked, m.answered, m.open]
  } AS memberships,
  COLLECT {
    MATCH (o:Offer {district: $district})
    USING INDEX SEEK o:Offer(district, id)
    WHERE o.id IS NOT NULL
    RETURN [o.id, o.name, o.life_phases, o.fields, o.target_group, o.area, o.goal, o.funding, o.phases, o.note]
  } AS offers,
  COLLECT {
    MATCH (o:Offer {district: $district})<-[part:PROVIDES|KNOWS|REFERS_TO|RESPONSIBLE_FOR]-(party:Actor|Department)
    USING INDEX SEEK o:Offer(district, id)
    WHERE o.id IS NOT NULL
    RETURN [o.id, type(part), part.phase, party:Actor, party.id, part.section]
  } AS parts,
  COLLECT {
    MATCH (a:Actor {district: $district})-[c:COOPERATES]->(b:Actor)
    USING INDEX SEEK a:Actor(district, id)
    WHERE a.id IS NOT NULL
    WITH a, properties(c) AS c, b
    RETURN [a.id, b.id, c.phase, c.strength, c.kinds, c.binding, c.since, c.through_core_team, c.offers, c.in_workshop, c.note]
  } AS reports,
  COLLECT {
    MATCH (r:Release {district: $district})
    USING INDEX SEEK r:Release(district, id)
    WHERE r.id IS NOT NULL
    RETURN [r.id, r.name, r.day, r.phase, r.sha256, r.state, r.released_to, r.decided_by, r.decided_on, r.released_at]
  } AS releases,
  COLLECT {
    MATCH (o:OpenPoint {district: $district})
    USING INDEX SEEK o:OpenPoint(district, id)
    WHERE o.id IS NOT NULL
    RETURN [o.id, o.text, o.phase, o.noted]
  } AS open_points
