// The contact goes with its actor. DELETE, not DETACH DELETE: the server refuses an actor that is still used.
UNWIND $ids AS id
MATCH (a:Actor {district: $district, id: id})
USING INDEX SEEK a:Actor(district, id)
OPTIONAL MATCH (a)-[link:CONTACT]->(c:Contact)
DELETE link, c, a
RETURN count(*) AS done
