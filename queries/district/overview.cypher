// All districts and how much each holds, in one statement. Without a programme there is no row.
MATCH (p:Programme {id: 'programme'})
RETURN p.revision AS revision, p.mark AS mark, COLLECT {
  MATCH (d:District)
  RETURN [
    d.id, d.name, d.position, d.example,
    COUNT { MATCH (n:Department {district: d.id}) USING INDEX SEEK n:Department(district, id) WHERE n.id IS NOT NULL },
    COUNT { MATCH (a:Actor {district: d.id}) USING INDEX SEEK a:Actor(district, id) WHERE a.id IS NOT NULL },
    COUNT { MATCH (o:Offer {district: d.id}) USING INDEX SEEK o:Offer(district, id) WHERE o.id IS NOT NULL },
    COLLECT { MATCH (s:Step {scope: 'district/' + d.id, number: d.revision}) RETURN s.at.epochMillis },
    d.revision, d.mark
  ]
} AS districts
