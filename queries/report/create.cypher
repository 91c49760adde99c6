// It runs from who says it to whom: its ends are never swapped, the other side's report is another one.
UNWIND $rows AS row
MATCH (a:Actor {district: $district, id: row.from})
USING INDEX SEEK a:Actor(district, id)
MATCH (b:Actor {district: $district, id: row.to})
USING INDEX SEEK b:Actor(district, id)
CREATE (a)-[c:COOPERATES {district: $district, id: row.id, phase: row.phase}]->(b)
SET c.strength = row.strength, c.kinds = row.kinds, c.binding = row.binding, c.since = row.since,
    c.through_core_team = row.through_core_team, c.offers = row.offers, c.in_workshop = row.in_workshop,
    c.note = row.note
RETURN count(*) AS done
