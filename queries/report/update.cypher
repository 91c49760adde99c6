UNWIND $rows AS row
MATCH (:Actor)-[c:COOPERATES {district: $district, id: row.id}]->(:Actor)
USING INDEX SEEK c:COOPERATES(district, id)
SET c.strength = row.strength, c.kinds = row.kinds, c.binding = row.binding, c.since = row.since,
    c.through_core_team = row.through_core_team, c.offers = row.offers, c.in_workshop = row.in_workshop,
    c.note = row.note
RETURN count(*) AS done
