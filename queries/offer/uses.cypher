// Reports that are about offers that shall go; where none goes they are not looked at.
WITH $ids AS ids
WHERE size(ids) > 0
MATCH (a:Actor {district: $district})-[c:COOPERATES]->(:Actor)
USING INDEX SEEK a:Actor(district, id)
WHERE a.id IS NOT NULL AND any(offer IN c.offers WHERE offer IN ids)
RETURN count(*) AS uses
