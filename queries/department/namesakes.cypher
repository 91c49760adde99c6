// Names may be longer than an index key, so no constraint can hold them apart.
WITH $written AS written
WHERE written
MATCH (n:Department {district: $district})
USING INDEX SEEK n:Department(district, id)
WHERE n.id IS NOT NULL
WITH n.name AS name, count(*) AS bearers
WHERE bearers > 1
RETURN count(*) AS uses
