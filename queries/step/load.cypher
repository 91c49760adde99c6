MATCH (s:Step)
WHERE s.scope = $scope AND s.number < $before
RETURN s.number AS number, s.format AS format, s.request AS request, s.at.epochMillis AS at,
  s.cause AS cause, s.undoes AS undoes, s.changes AS changes, s.blanked AS blanked, s.by AS by, s.by_id AS by_id, s.by_role AS by_role,
  s.by_district AS by_district, s.by_generation AS by_generation
ORDER BY number DESC
LIMIT $limit
