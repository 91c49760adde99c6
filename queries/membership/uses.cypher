// Reports of actors whose place in the phase is taken away.
UNWIND $rows AS row
MATCH (a:Actor {district: $district, id: row.actor})-[c:COOPERATES]-(:Actor)
USING INDEX SEEK a:Actor(district, id)
WHERE c.phase = row.phase
RETURN count(*) AS uses
