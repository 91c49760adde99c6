UNWIND $ids AS id
MATCH (d:District {id: id})
OPTIONAL MATCH (d)-[drawn:DRAWN_AT]->(p:MapPlaces)
OPTIONAL MATCH (f:Frozen {district: id})
WITH d, drawn, p, collect(f) AS bodies
FOREACH (body IN bodies | DELETE body)
DELETE drawn, p, d
RETURN count(*) AS done
