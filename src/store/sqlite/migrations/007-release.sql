-- What was frozen of a district, read by its SHA-256 alone, and the releases that name it. A release refers to no phase:
-- it stays what it was when the phase goes.
CREATE TABLE frozen (
    district TEXT    NOT NULL REFERENCES district (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    sha256   TEXT    NOT NULL,
    format   INTEGER NOT NULL,
    bytes    BLOB    NOT NULL,
    PRIMARY KEY (district, sha256)
) STRICT;

CREATE TABLE release (
    district     TEXT NOT NULL REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    id           TEXT NOT NULL,
    name         TEXT NOT NULL,
    day          TEXT NOT NULL,
    phase        TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('frozen', 'released', 'withdrawn')),
    released_to  TEXT    CHECK ((released_to IS NULL) = (state = 'frozen')),
    decided_by   TEXT    CHECK ((decided_by IS NULL) = (state = 'frozen')),
    decided_on   TEXT    CHECK ((decided_on IS NULL) = (state = 'frozen')),
    released_at  INTEGER CHECK ((released_at IS NULL) = (state = 'frozen')),
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, sha256) REFERENCES frozen (district, sha256) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
