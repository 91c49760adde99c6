CREATE CONSTRAINT contact_key IF NOT EXISTS
FOR (c:Contact) REQUIRE (c.district, c.actor) IS UNIQUE
