UNWIND $rows AS row
MATCH (a:Actor {district: $district, id: row.actor})
USING INDEX SEEK a:Actor(district, id)
MATCH (n:Department {district: $district, id: row.department})
USING INDEX SEEK n:Department(district, id)
CREATE (a)-[m:MEMBER_OF {district: $district, id: row.id, phase: row.phase}]->(n)
SET m.section = row.section, m.level = row.level, m.core_team = row.core_team, m.asked = row.asked,
    m.answered = row.answered, m.open = row.open
RETURN count(*) AS done
