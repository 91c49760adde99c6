// Which districts name which phase; reports do so only where a membership does.
CALL () {
  MATCH (a:Actor)-[m:MEMBER_OF]->()
  RETURN DISTINCT m.phase AS phase, a.district AS district
  UNION
  MATCH (n:Department)
  UNWIND n.division_phases AS phase
  RETURN DISTINCT phase, n.district AS district
  UNION
  MATCH (o:Offer)
  UNWIND o.phases AS phase
  RETURN DISTINCT phase, o.district AS district
  UNION
  MATCH (p:OpenPoint)
  RETURN DISTINCT p.phase AS phase, p.district AS district
}
RETURN phase, district
