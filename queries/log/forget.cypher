// What matters is kept for a time only.
MATCH (l:LogEntry)
WHERE l.until < $now
DELETE l
