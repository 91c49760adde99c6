// A removed district takes the passes of its working meetings with it.
CREATE INDEX pass_district IF NOT EXISTS
FOR (p:Pass) ON (p.district)
