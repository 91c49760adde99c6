// Departments with a part in the same offer of which nobody reports a tie; seats on a committee are no tie. :param {district: 'musterbezirk', phase: '2'}
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
WITH o, collect(n) AS departments
UNWIND departments AS one
UNWIND departments AS other
WITH o, one, other
WHERE one.id < other.id
  AND NOT EXISTS {
    MATCH (one)<-[:MEMBER_OF {phase: $phase}]-(a:Actor)-[c:COOPERATES {phase: $phase}]-(b:Actor)
      -[:MEMBER_OF {phase: $phase}]->(other)
    WHERE c.strength > 0 AND a.kind <> 'body' AND b.kind <> 'body'
  }
RETURN o.name AS offer, one.name AS department, other.name AS other_department
ORDER BY offer, department, other_department
