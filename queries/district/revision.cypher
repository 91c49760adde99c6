MATCH (d:District {id: $id})
RETURN d.revision AS revision
