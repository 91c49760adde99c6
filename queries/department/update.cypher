UNWIND $rows AS row
MATCH (n:Department {district: $district, id: row.id})
USING INDEX SEEK n:Department(district, id)
SET n.name = row.name, n.short_name = row.short_name, n.kind = row.kind, n.policy_field = row.policy_field,
    n.division_phases = row.division_phases, n.divisions = row.divisions
RETURN count(*) AS done
