UNWIND $rows AS row
MATCH (o:Offer {district: $district, id: row.offer})
USING INDEX o:Offer(district, id)
MATCH (n:Department {district: $district, id: row.party})
USING INDEX n:Department(district, id)
CREATE (n)-[part:$(row.part)]->(o)
SET part.phase = row.phase, part.section = row.section
RETURN count(*) AS done
