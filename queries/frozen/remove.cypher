MATCH (f:Frozen {district: $district})
USING INDEX SEEK f:Frozen(district, sha256)
WHERE f.sha256 IN $sums
DELETE f
RETURN count(*) AS done
