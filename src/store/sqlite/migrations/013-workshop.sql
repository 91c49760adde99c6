-- Phones in a working meeting: a pass on the wall, which counts the phones that it lets in, and one of each phone.
CREATE TABLE pass_with_rooms (
    token    TEXT    NOT NULL PRIMARY KEY,
    kind     TEXT    NOT NULL CHECK (kind IN ('session', 'invitation', 'workshop')),
    account  TEXT    NOT NULL REFERENCES account (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    created  INTEGER NOT NULL,
    seen     INTEGER NOT NULL,
    ends     INTEGER NOT NULL,
    revoked  INTEGER NOT NULL CHECK (revoked IN (0, 1)),
    district TEXT    REFERENCES district (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    phase    TEXT,
    room     TEXT,
    phones   INTEGER NOT NULL DEFAULT 0,
    -- The numbers of the steps that a phone entered, while its meeting lasts.
    steps    TEXT,
    CHECK ((kind = 'workshop') = (district IS NOT NULL)),
    CHECK ((district IS NULL) = (phase IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO pass_with_rooms (token, kind, account, created, seen, ends, revoked)
SELECT token, kind, account, created, seen, ends, revoked FROM pass;

DROP TABLE pass;

ALTER TABLE pass_with_rooms RENAME TO pass;

CREATE INDEX pass_account ON pass (account);

CREATE INDEX pass_ends ON pass (ends);

CREATE INDEX pass_district ON pass (district) WHERE district IS NOT NULL;
