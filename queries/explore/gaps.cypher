// Pairs of offices of which nobody reports a tie; seats on a committee are no tie. :param {district: 'musterbezirk', phase: '2'}
MATCH (one:Department {district: $district})
MATCH (other:Department {district: $district})
WHERE one.id < other.id
  AND all(n IN [one, other] WHERE n.kind IN ['office', 'service_unit', 'other_unit', 'commissioner']
    AND EXISTS { (n)<-[:MEMBER_OF {phase: $phase}]-(:Actor) })
  AND NOT EXISTS {
    MATCH (one)<-[:MEMBER_OF {phase: $phase}]-(a:Actor)-[c:COOPERATES {phase: $phase}]-(b:Actor)
      -[:MEMBER_OF {phase: $phase}]->(other)
    WHERE c.strength > 0 AND a.kind <> 'body' AND b.kind <> 'body'
  }
RETURN one.name AS office, other.name AS other_office
ORDER BY office, other_office
