CREATE CONSTRAINT offer_key IF NOT EXISTS
FOR (o:Offer) REQUIRE (o.district, o.id) IS UNIQUE
