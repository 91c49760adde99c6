-- Where the functions of a district lie on its map, as JSON, and the mark of the state for which that was computed.
CREATE TABLE map_places (
    district TEXT NOT NULL PRIMARY KEY REFERENCES district (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    mark     TEXT NOT NULL,
    body     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
