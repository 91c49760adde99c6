CREATE CONSTRAINT step_number IF NOT EXISTS
FOR (s:Step) REQUIRE (s.scope, s.number) IS UNIQUE
