// Bodies of the same bytes are one.
UNWIND $rows AS row
MERGE (f:Frozen {district: $district, sha256: row.sha256})
ON CREATE SET f.format = row.format, f.bytes = row.bytes
RETURN count(*) AS done
