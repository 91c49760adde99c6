CREATE CONSTRAINT department_key IF NOT EXISTS
FOR (n:Department) REQUIRE (n.district, n.id) IS UNIQUE
