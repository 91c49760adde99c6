// A frozen body is known by the SHA-256 of its bytes, and read by nothing else.
CREATE CONSTRAINT frozen_sum IF NOT EXISTS
FOR (f:Frozen) REQUIRE (f.district, f.sha256) IS UNIQUE
