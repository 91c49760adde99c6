UNWIND $rows AS row
MATCH (f:Frozen {district: $district, sha256: row.sha256})
USING INDEX SEEK f:Frozen(district, sha256)
MATCH (r:Release {district: $district, id: row.id})
USING INDEX SEEK r:Release(district, id)
SET r.name = row.name, r.day = row.day, r.phase = row.phase, r.sha256 = row.sha256, r.state = row.state,
    r.released_to = row.released_to, r.decided_by = row.decided_by, r.decided_on = row.decided_on,
    r.released_at = row.released_at
RETURN count(*) AS done
