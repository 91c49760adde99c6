// The core team and whom it joins, as a picture. :param {district: 'musterbezirk', phase: '2'}
MATCH place = (a:Actor {district: $district})-[m:MEMBER_OF {phase: $phase}]->(:Department)
WHERE m.core_team
OPTIONAL MATCH tie = (a)-[c:COOPERATES {phase: $phase}]-(b:Actor)
WHERE c.strength > 0
RETURN a.name AS function, place, collect(tie) AS ties, count(DISTINCT b) AS partners
ORDER BY function
