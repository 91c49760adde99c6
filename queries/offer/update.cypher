UNWIND $rows AS row
MATCH (o:Offer {district: $district, id: row.id})
USING INDEX SEEK o:Offer(district, id)
SET o.name = row.name, o.life_phases = row.life_phases, o.fields = row.fields, o.target_group = row.target_group,
    o.area = row.area, o.goal = row.goal, o.funding = row.funding, o.phases = row.phases, o.note = row.note
RETURN count(*) AS done
