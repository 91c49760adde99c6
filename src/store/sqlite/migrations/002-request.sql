-- What each write answered, a JSON list of revisions in the order of its parts: a write that only set contacts
-- leaves no step, but must also be known again when its request is repeated.
CREATE TABLE request (
    id     TEXT NOT NULL PRIMARY KEY,
    answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The programme's part stands first in every write.
INSERT INTO request (id, answer)
SELECT request, json_group_array(number)
FROM (SELECT request, number FROM step ORDER BY request, scope <> 'programme', scope)
GROUP BY request;
