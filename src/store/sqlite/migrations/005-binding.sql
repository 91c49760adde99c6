-- Whether a cooperation is agreed in writing may not have been said: what was 0 could also mean that.
ALTER TABLE report ADD COLUMN agreed INTEGER CHECK (agreed IN (0, 1));

UPDATE report SET agreed = 1 WHERE binding = 1;

ALTER TABLE report DROP COLUMN binding;

ALTER TABLE report RENAME COLUMN agreed TO binding;
