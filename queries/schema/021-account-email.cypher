// Two accounts of one address would be one person with two roles.
CREATE CONSTRAINT account_email IF NOT EXISTS
FOR (a:Account) REQUIRE a.email IS UNIQUE
