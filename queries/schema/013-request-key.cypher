// A request is known by its scope, its id and what it sent.
CREATE CONSTRAINT request_key IF NOT EXISTS
FOR (r:Request) REQUIRE (r.scope, r.id, r.content) IS UNIQUE
