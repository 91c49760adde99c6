UNWIND $ids AS id
MATCH (d:District {id: id})
OPTIONAL MATCH (d)-[drawn:DRAWN_AT]->(p:MapPlaces)
OPTIONAL MATCH (f:Frozen {district: id})
WITH id, d, drawn, p, collect(f) AS bodies
OPTIONAL MATCH (q:Pass {district: id})
WITH d, drawn, p, bodies, collect(q) AS passes
FOREACH (body IN bodies | DELETE body)
FOREACH (pass IN passes | DETACH DELETE pass)
DELETE drawn, p, d
RETURN count(*) AS done
