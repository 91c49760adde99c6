// Offers that only one department provides, knows or refers to. :param {district: 'musterbezirk', phase: '2'}
MATCH (o:Offer {district: $district})
WHERE $phase IN o.phases
CALL (o) {
  MATCH (o)<-[part:PROVIDES|KNOWS|REFERS_TO|RESPONSIBLE_FOR]-(n:Department)
  WHERE coalesce(part.phase, $phase) = $phase
  RETURN n
  UNION
  MATCH (o)<-[part:PROVIDES|KNOWS|REFERS_TO]-(:Actor)-[:MEMBER_OF {phase: $phase}]->(n:Department)
  WHERE coalesce(part.phase, $phase) = $phase
  RETURN n
}
WITH o, collect(n.name) AS departments
WHERE size(departments) = 1
RETURN o.name AS offer, departments[0] AS only_known_to
ORDER BY offer
