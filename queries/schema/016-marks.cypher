// So that a state of this store is not taken for one of another store that counts the same.
MATCH (n:Programme|District)
WHERE n.mark IS NULL
SET n.mark = randomUUID()
