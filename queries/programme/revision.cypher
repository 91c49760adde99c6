MATCH (p:Programme {id: 'programme'})
RETURN p.revision AS revision
