UNWIND $rows AS row
MATCH (d:District {id: row.district})
MERGE (d)-[:DRAWN_AT]->(p:MapPlaces)
SET p.mark = row.mark, p.body = row.body
RETURN count(*) AS done
