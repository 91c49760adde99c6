// Everything around one offer, as a picture: who provides it, knows it, refers to it, and their cooperation about it. :param {district: 'musterbezirk', offer: 'elterncafe'}
MATCH (o:Offer {district: $district, id: $offer})
OPTIONAL MATCH part = (o)<-[:PROVIDES|KNOWS|REFERS_TO|RESPONSIBLE_FOR]-(:Actor|Department)
OPTIONAL MATCH about = (a:Actor {district: $district})-[c:COOPERATES]->(:Actor)
WHERE $offer IN c.offers AND c.strength > 0
RETURN o, collect(DISTINCT part) AS parts, collect(DISTINCT about) AS cooperation
