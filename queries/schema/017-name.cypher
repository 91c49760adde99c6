// By its name the store is known to be the one that was opened.
MERGE (m:Meta {id: 'store'})
ON CREATE SET m.name = randomUUID()
