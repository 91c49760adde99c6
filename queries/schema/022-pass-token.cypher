// A pass is known by the SHA-256 of what its holder has.
CREATE CONSTRAINT pass_token IF NOT EXISTS
FOR (p:Pass) REQUIRE p.token IS UNIQUE
