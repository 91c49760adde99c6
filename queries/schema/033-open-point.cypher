CREATE CONSTRAINT open_point_id IF NOT EXISTS
FOR (o:OpenPoint) REQUIRE (o.district, o.id) IS UNIQUE
