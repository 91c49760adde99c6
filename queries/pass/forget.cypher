// What ended long ago; nobody is told of it any more.
MATCH (q:Pass)
USING INDEX SEEK q:Pass(ends)
WHERE q.ends < $before
DETACH DELETE q
