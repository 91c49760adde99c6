-- What a district still has to clear up, by phase.
CREATE TABLE open_point (
    district TEXT NOT NULL REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    id       TEXT NOT NULL,
    text     TEXT NOT NULL,
    phase    TEXT NOT NULL REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED,
    noted    TEXT NOT NULL,
    PRIMARY KEY (district, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX open_point_phase ON open_point (phase);

-- The departments of which a function left open with whom it works there: ids between tabs, which no id holds.
ALTER TABLE membership ADD COLUMN open TEXT;
