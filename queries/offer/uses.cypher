// Reports that are about offers that shall go.
MATCH (a:Actor {district: $district})-[c:COOPERATES]->(:Actor)
USING INDEX a:Actor(district, id)
WHERE a.id IS NOT NULL AND any(offer IN c.offers WHERE offer IN $ids)
RETURN count(*) AS uses
