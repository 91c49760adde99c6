// Too old to come again; some at a time, so that no write waits long.
MATCH (r:Request)
USING INDEX SEEK r:Request(at)
WHERE r.at < $before
WITH r LIMIT 500
DELETE r
