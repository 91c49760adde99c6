MERGE (p:Programme {id: 'programme'})
ON CREATE SET p.name = 'Programme', p.revision = 0
