CREATE INDEX log_until IF NOT EXISTS
FOR (l:LogEntry) ON (l.until)
