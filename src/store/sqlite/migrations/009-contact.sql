-- A contact in its parts, and when it was last confirmed. What was one text before stands as the person; nobody knows
-- when it was confirmed, so its time begins now.
ALTER TABLE contact ADD COLUMN person TEXT;
ALTER TABLE contact ADD COLUMN telephone TEXT;
ALTER TABLE contact ADD COLUMN email TEXT;
ALTER TABLE contact ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;

UPDATE contact SET person = contact, confirmed = unixepoch() * 1000;

ALTER TABLE contact DROP COLUMN contact;
