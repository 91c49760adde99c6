UNWIND $ids AS id
MATCH (d:District {id: id})
OPTIONAL MATCH (d)-[drawn:DRAWN_AT]->(p:MapPlaces)
DELETE drawn, p, d
RETURN count(*) AS done
