UNWIND $ids AS id
MATCH (:Actor)-[link:CONTACT]->(c:Contact {district: $district, actor: id})
USING INDEX c:Contact(district, actor)
DELETE link, c
