-- Steps in which a function was blanked: they cannot be taken back.
ALTER TABLE step ADD COLUMN blanked INTEGER NOT NULL DEFAULT 0 CHECK (blanked IN (0, 1));

-- Whose turn it is at work that only one may do at a time.
CREATE TABLE turn (
    work   TEXT    NOT NULL PRIMARY KEY,
    holder TEXT    NOT NULL,
    until  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
