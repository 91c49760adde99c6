-- One row a record, ids as people gave them. Lists of codes are words with spaces between; flags are 0 and 1.
-- Every reference is checked when the transaction ends, so the order within a list of changes does not matter.

-- How many lists of changes each scope has seen; 'programme' or 'district/ID'. It outlives its district.
CREATE TABLE scope (
    id       TEXT    NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL CHECK (revision >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO scope (id, revision) VALUES ('programme', 0);

CREATE TABLE district (
    id       TEXT    NOT NULL PRIMARY KEY,
    name     TEXT    NOT NULL,
    position INTEGER NOT NULL,
    example  INTEGER NOT NULL CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE phase (
    id        TEXT NOT NULL PRIMARY KEY,
    name      TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT CHECK (last_day >= first_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE department (
    district     TEXT NOT NULL REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    id           TEXT NOT NULL,
    name         TEXT NOT NULL,
    short_name   TEXT,
    kind         TEXT NOT NULL CHECK (kind IN ('office', 'service_unit', 'other_unit', 'commissioner',
                                               'job_centre', 'provider', 'health_care', 'school', 'other')),
    policy_field TEXT,
    PRIMARY KEY (district, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE division (
    district   TEXT NOT NULL,
    department TEXT NOT NULL,
    phase      TEXT NOT NULL REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED,
    name       TEXT NOT NULL,
    PRIMARY KEY (district, department, phase),
    FOREIGN KEY (district, department) REFERENCES department (district, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE actor (
    district TEXT NOT NULL REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    id       TEXT NOT NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('function', 'team', 'organisation', 'body', 'volunteers')),
    note     TEXT,
    PRIMARY KEY (district, id)
) STRICT, WITHOUT ROWID;

-- Personal: goes with its actor, and never into a step.
CREATE TABLE contact (
    district TEXT NOT NULL,
    actor    TEXT NOT NULL,
    contact  TEXT NOT NULL,
    PRIMARY KEY (district, actor),
    FOREIGN KEY (district, actor) REFERENCES actor (district, id) ON DELETE CASCADE
                                  DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
    district   TEXT    NOT NULL,
    actor      TEXT    NOT NULL,
    phase      TEXT    NOT NULL REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED,
    department TEXT    NOT NULL,
    section    TEXT,
    level      TEXT    CHECK (level IN ('operative', 'coordinating', 'leading')),
    core_team  INTEGER NOT NULL CHECK (core_team IN (0, 1)),
    asked      INTEGER CHECK (asked IN (0, 1)),
    answered   INTEGER CHECK (answered IN (0, 1)),
    PRIMARY KEY (district, actor, phase),
    FOREIGN KEY (district, actor) REFERENCES actor (district, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (district, department) REFERENCES department (district, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX membership_department ON membership (district, department);

CREATE TABLE offer (
    district     TEXT NOT NULL REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    id           TEXT NOT NULL,
    name         TEXT NOT NULL,
    life_phases  TEXT NOT NULL,
    fields       TEXT NOT NULL,
    responsible  TEXT,
    target_group TEXT,
    area         TEXT,
    goal         TEXT,
    funding      TEXT,
    note         TEXT,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, responsible) REFERENCES department (district, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX offer_responsible ON offer (district, responsible);

CREATE TABLE offer_phase (
    district TEXT NOT NULL,
    offer    TEXT NOT NULL,
    phase    TEXT NOT NULL REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (district, offer, phase),
    FOREIGN KEY (district, offer) REFERENCES offer (district, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Who provides an offer in a phase, knows it or refers families to it: an actor, a department, or its section.
CREATE TABLE offer_party (
    district   TEXT NOT NULL,
    offer      TEXT NOT NULL,
    role       TEXT NOT NULL CHECK (role IN ('provides', 'knows', 'refers')),
    phase      TEXT CHECK ((phase IS NOT NULL) = (role = 'provides')),
    actor      TEXT,
    department TEXT,
    section    TEXT,
    CHECK ((actor IS NULL) <> (department IS NULL)),
    CHECK (section IS NULL OR department IS NOT NULL),
    FOREIGN KEY (district, offer) REFERENCES offer (district, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (district, offer, phase) REFERENCES offer_phase (district, offer, phase)
                                         DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (district, actor) REFERENCES actor (district, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (district, department) REFERENCES department (district, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE UNIQUE INDEX offer_party_once
    ON offer_party (district, offer, role, ifnull(phase, ''), ifnull(actor, ''), ifnull(department, ''),
                    ifnull(section, ''));
CREATE INDEX offer_party_actor ON offer_party (district, actor);
CREATE INDEX offer_party_department ON offer_party (district, department);

-- What one side says of its cooperation with another; the other side's answer is a row of its own.
CREATE TABLE report (
    district          TEXT    NOT NULL,
    phase             TEXT    NOT NULL,
    from_id           TEXT    NOT NULL,
    to_id             TEXT    NOT NULL CHECK (to_id <> from_id),
    strength          INTEGER CHECK (strength BETWEEN 0 AND 5),
    kinds             TEXT    NOT NULL,
    binding           INTEGER NOT NULL CHECK (binding IN (0, 1)),
    since             TEXT,
    through_core_team INTEGER NOT NULL CHECK (through_core_team IN (0, 1)),
    in_workshop       INTEGER NOT NULL CHECK (in_workshop IN (0, 1)),
    note              TEXT,
    PRIMARY KEY (district, phase, from_id, to_id),
    FOREIGN KEY (district, from_id, phase) REFERENCES membership (district, actor, phase)
                                           DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (district, to_id, phase) REFERENCES membership (district, actor, phase)
                                         DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX report_to ON report (district, phase, to_id);

CREATE TABLE report_offer (
    district TEXT NOT NULL,
    phase    TEXT NOT NULL,
    from_id  TEXT NOT NULL,
    to_id    TEXT NOT NULL,
    offer    TEXT NOT NULL,
    PRIMARY KEY (district, phase, from_id, to_id, offer),
    FOREIGN KEY (district, phase, from_id, to_id) REFERENCES report (district, phase, from_id, to_id)
                                                  DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (district, offer) REFERENCES offer (district, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX report_offer_offer ON report_offer (district, offer);

-- The history: who, when (milliseconds since 1970, UTC), why, and what was changed as JSON of the given format.
CREATE TABLE step (
    scope   TEXT    NOT NULL REFERENCES scope (id) DEFERRABLE INITIALLY DEFERRED,
    number  INTEGER NOT NULL CHECK (number > 0),
    request TEXT    NOT NULL,
    format  INTEGER NOT NULL,
    author  TEXT,
    at      INTEGER NOT NULL,
    cause   TEXT    NOT NULL CHECK (cause IN ('seed', 'import', 'entry', 'undo')),
    undone  INTEGER CHECK ((undone IS NOT NULL) = (cause = 'undo')),
    changes TEXT    NOT NULL,
    PRIMARY KEY (scope, number),
    UNIQUE (request, scope)
) STRICT;
