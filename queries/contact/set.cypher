UNWIND $rows AS row
MATCH (a:Actor {district: $district, id: row.actor})
USING INDEX SEEK a:Actor(district, id)
MERGE (c:Contact {district: $district, actor: row.actor})
SET c.person = row.person, c.telephone = row.telephone, c.email = row.email, c.confirmed = row.confirmed
MERGE (a)-[:CONTACT]->(c)
RETURN count(*) AS done
