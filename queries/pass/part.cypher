// A meeting that is over no longer tells which phone entered what.
MATCH (q:Pass)
USING INDEX SEEK q:Pass(ends)
WHERE q.ends < $before AND q.steps IS NOT NULL
REMOVE q.steps
