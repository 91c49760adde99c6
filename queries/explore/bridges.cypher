// Which functions hold two departments together, and with whom they work there. :param {district: 'musterbezirk', phase: '2', one: 'jugendamt', other: 'gesundheitsamt'}
MATCH (:Department {district: $district, id: $one})<-[:MEMBER_OF {phase: $phase}]-(a:Actor)
MATCH (a)-[c:COOPERATES {phase: $phase}]-(b:Actor)
MATCH (b)-[:MEMBER_OF {phase: $phase}]->(:Department {district: $district, id: $other})
WHERE c.strength > 0
RETURN a.name AS function, b.name AS works_with, max(c.strength) AS strength
ORDER BY function, works_with
