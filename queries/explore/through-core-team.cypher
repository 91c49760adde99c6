// What the core team brought about: cooperation of functions of different departments. :param {district: 'musterbezirk', phase: '2'}
MATCH (n:Department)<-[:MEMBER_OF {phase: $phase}]-(a:Actor {district: $district})
MATCH (a)-[c:COOPERATES {phase: $phase}]->(b:Actor)
MATCH (b)-[:MEMBER_OF {phase: $phase}]->(m:Department)
WHERE c.strength > 0 AND c.through_core_team AND n <> m
RETURN a.name AS function, n.name AS department, b.name AS with, m.name AS other_department, c.strength AS strength
ORDER BY function, with
