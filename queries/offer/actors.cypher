UNWIND $rows AS row
MATCH (o:Offer {district: $district, id: row.offer})
USING INDEX SEEK o:Offer(district, id)
MATCH (a:Actor {district: $district, id: row.party})
USING INDEX SEEK a:Actor(district, id)
CREATE (a)-[part:$(row.part)]->(o)
SET part.phase = row.phase
RETURN count(*) AS done
