// The network of a phase from a strength on, as a picture. :param {district: 'musterbezirk', phase: '2', strength: 3}
MATCH place = (a:Actor {district: $district})-[:MEMBER_OF {phase: $phase}]->(:Department)
OPTIONAL MATCH tie = (a)-[c:COOPERATES {phase: $phase}]->(:Actor)
WHERE c.strength > 0 AND c.strength >= $strength
RETURN place, collect(tie) AS ties
