-- By whom a step is, one value a column: which kind of author, the account's id or the digits of a pass, and in which role.
ALTER TABLE step ADD COLUMN author_id TEXT;
ALTER TABLE step ADD COLUMN author_role TEXT;
ALTER TABLE step ADD COLUMN author_district TEXT;
ALTER TABLE step ADD COLUMN author_generation INTEGER;

-- Before, no version has written any.
UPDATE step SET author = NULL;
