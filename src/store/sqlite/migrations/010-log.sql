-- What matters for whoever is answerable, as JSON, and until when it is kept; of a district or the programme.
CREATE TABLE log (
    number INTEGER NOT NULL PRIMARY KEY,
    scope  TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    until  INTEGER NOT NULL,
    body   TEXT    NOT NULL
) STRICT;

CREATE INDEX log_scope ON log (scope, at);

CREATE INDEX log_until ON log (until);
