// A district that was removed has left its history.
MATCH (s:Step)
WHERE s.scope STARTS WITH 'district/'
RETURN DISTINCT s.scope AS scope
