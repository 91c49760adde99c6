// What was known by its id alone: other content may have been sent under it.
MATCH (r:Request)
WHERE r.content IS NULL
DELETE r
