CREATE INDEX pass_ends IF NOT EXISTS
FOR (p:Pass) ON (p.ends)
