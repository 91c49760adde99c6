// Whose a step is goes with the account; in which role stays.
MATCH (s:Step)
WHERE s.at.epochMillis < $before AND s.by_id IS NOT NULL
SET s.by = CASE s.by WHEN 'account' THEN 'role' END
REMOVE s.by_id, s.by_generation
RETURN s.scope AS scope, count(*) AS steps
