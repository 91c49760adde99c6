// Where a district and the programme stand. The district first: the programme is then never the older one, and knows
// the phases that the district names. Without a programme there is no row.
OPTIONAL MATCH (d:District {id: $id})
WITH CASE WHEN d IS NULL THEN null ELSE [d.revision, d.mark] END AS district
MATCH (p:Programme {id: 'programme'})
RETURN p.revision AS revision, p.mark AS mark, district
