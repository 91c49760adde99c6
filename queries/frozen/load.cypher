MATCH (f:Frozen {district: $district, sha256: $sha256})
RETURN f.sha256 AS sha256, f.format AS format, f.bytes AS bytes
