MATCH (:District {id: $district})-[:DRAWN_AT]->(p:MapPlaces)
RETURN p.mark AS mark, p.body AS body
