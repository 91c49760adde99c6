-- Who signs in. What is kept here stands in no history.
CREATE TABLE account (
    id         TEXT    NOT NULL PRIMARY KEY,
    email      TEXT    NOT NULL UNIQUE,
    name       TEXT,
    role       TEXT    NOT NULL CHECK (role IN ('programme', 'district-coordination', 'core-team', 'leader')),
    -- No reference: who belongs to a district that was removed is told so.
    district   TEXT    CHECK ((district IS NULL) = (role = 'programme')),
    password   TEXT,
    fails      INTEGER NOT NULL,
    until      INTEGER,
    generation INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What lets somebody in for a while, by the SHA-256 of what they hold.
CREATE TABLE pass (
    token   TEXT    NOT NULL PRIMARY KEY,
    kind    TEXT    NOT NULL CHECK (kind IN ('session', 'invitation')),
    account TEXT    NOT NULL REFERENCES account (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    created INTEGER NOT NULL,
    seen    INTEGER NOT NULL,
    ends    INTEGER NOT NULL,
    revoked INTEGER NOT NULL CHECK (revoked IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX pass_account ON pass (account);

CREATE INDEX pass_ends ON pass (ends);

-- Whether people sign in, and what the latest change of an account left behind.
CREATE TABLE admission (
    one  INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    mode TEXT    NOT NULL CHECK (mode IN ('personal', 'accounts')),
    mark TEXT    NOT NULL
) STRICT;

INSERT INTO admission (one, mode, mark) VALUES (1, 'personal', '00000000000000000000000000000000');
