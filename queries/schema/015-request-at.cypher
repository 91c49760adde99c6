CREATE INDEX request_at IF NOT EXISTS
FOR (r:Request) ON (r.at)
