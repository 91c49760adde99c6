// Compared and set behind the district's lock: of two who computed places of the same state one is the first.
MATCH (d:District {id: $district})
SET d._lock = true
WITH d
OPTIONAL MATCH (d)-[:DRAWN_AT]->(was:MapPlaces)
WITH d, was
WHERE d.mark = $standing AND (was IS NULL AND $before IS NULL OR was.mark = $before)
SET d.mark = $mark
MERGE (d)-[:DRAWN_AT]->(p:MapPlaces)
SET p.mark = $mark, p.body = $body
RETURN count(*) AS kept
