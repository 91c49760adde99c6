CREATE CONSTRAINT actor_key IF NOT EXISTS
FOR (a:Actor) REQUIRE (a.district, a.id) IS UNIQUE
