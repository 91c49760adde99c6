CREATE CONSTRAINT release_id IF NOT EXISTS
FOR (r:Release) REQUIRE (r.district, r.id) IS UNIQUE
