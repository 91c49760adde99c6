UNWIND $rows AS row
MATCH (o:Offer {district: $district, id: row.offer})
USING INDEX SEEK o:Offer(district, id)
MATCH (n:Department {district: $district, id: row.party})
USING INDEX SEEK n:Department(district, id)
CREATE (n)-[part:$(row.part)]->(o)
SET part.phase = row.phase, part.section = row.section
RETURN count(*) AS done
