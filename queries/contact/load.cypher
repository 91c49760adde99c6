MATCH (d:District {id: $district})
RETURN COLLECT { MATCH (c:Contact {district: $district}) USING INDEX SEEK c:Contact(district, actor) WHERE c.actor IS NOT NULL RETURN [c.actor, c.person, c.telephone, c.email, c.confirmed] } AS contacts
