CREATE CONSTRAINT step_request IF NOT EXISTS
FOR (s:Step) REQUIRE (s.scope, s.request) IS UNIQUE
