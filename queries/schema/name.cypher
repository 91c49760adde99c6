MATCH (m:Meta {id: 'store'})
RETURN m.name AS name
