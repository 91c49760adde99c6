CREATE INDEX log_scope IF NOT EXISTS
FOR (l:LogEntry) ON (l.scope, l.at)
