UNWIND $ids AS id
MATCH (:Actor)-[link:CONTACT]->(c:Contact {district: $district, actor: id})
USING INDEX SEEK c:Contact(district, actor)
DELETE link, c
