CREATE CONSTRAINT membership_key IF NOT EXISTS
FOR ()-[m:MEMBER_OF]-() REQUIRE (m.district, m.id) IS UNIQUE
