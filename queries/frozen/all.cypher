MATCH (f:Frozen {district: $district})
USING INDEX SEEK f:Frozen(district, sha256)
WHERE f.sha256 IS NOT NULL
RETURN f.sha256 AS sha256, f.format AS format, f.bytes AS bytes
ORDER BY sha256
