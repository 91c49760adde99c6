// Functions of which nobody reports a tie. :param {district: 'musterbezirk', phase: '2'}
MATCH (a:Actor {district: $district})-[:MEMBER_OF {phase: $phase}]->(n:Department)
WHERE a.kind <> 'body'
  AND NOT EXISTS {
    MATCH (a)-[c:COOPERATES {phase: $phase}]-(:Actor)
    WHERE c.strength > 0
  }
RETURN a.name AS function, n.name AS department
ORDER BY department, function
