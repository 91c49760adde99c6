-- What the latest write to a scope left behind, drawn at random: 32 digits of a hexadecimal number.
ALTER TABLE scope ADD COLUMN mark TEXT NOT NULL DEFAULT '00000000000000000000000000000000';

-- So that a state of this file is not taken for one of another file that counts the same.
UPDATE scope SET mark = lower(hex(randomblob(16)));

-- The token that the file and its write-ahead log share. Every write touches the row, so that every log holds the
-- token. And SQLite's own number of the file's layout, by which a copy made by VACUUM is known: see seal.rs.
CREATE TABLE seal (
    one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    token  TEXT    NOT NULL,
    layout INTEGER NOT NULL,
    writes INTEGER NOT NULL
) STRICT;

INSERT INTO seal (one, token, layout, writes) VALUES (1, 'seal-00000000000000000000000000000000', 0, 0);

-- Tokens that the file bore before, the latest thousand: by them a file is known that another program has written to.
CREATE TABLE seal_past (
    number INTEGER NOT NULL PRIMARY KEY,
    token  TEXT    NOT NULL UNIQUE
) STRICT;

-- A request is known by its scope, its id and what it sent (SHA-256). What was known before was known by the id
-- alone, under which other content may have been sent.
DROP TABLE request;

CREATE TABLE request (
    scope   TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    content TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    answer  TEXT    NOT NULL,
    PRIMARY KEY (scope, id, content)
) STRICT, WITHOUT ROWID;

CREATE INDEX request_at ON request (at);

-- The same table without its constraint on the request's id.
CREATE TABLE step_3 (
    scope   TEXT    NOT NULL REFERENCES scope (id) DEFERRABLE INITIALLY DEFERRED,
    number  INTEGER NOT NULL CHECK (number > 0),
    request TEXT    NOT NULL,
    format  INTEGER NOT NULL,
    author  TEXT,
    at      INTEGER NOT NULL,
    cause   TEXT    NOT NULL CHECK (cause IN ('seed', 'import', 'entry', 'undo')),
    undone  INTEGER CHECK ((undone IS NOT NULL) = (cause = 'undo')),
    changes TEXT    NOT NULL,
    PRIMARY KEY (scope, number)
) STRICT;

INSERT INTO step_3 (scope, number, request, format, author, at, cause, undone, changes)
SELECT scope, number, request, format, author, at, cause, undone, changes FROM step;

DROP TABLE step;

ALTER TABLE step_3 RENAME TO step;

CREATE INDEX step_undone ON step (scope, number) WHERE undone IS NOT NULL;
