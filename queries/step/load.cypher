MATCH (s:Step)
WHERE s.scope = $scope AND s.number < $before
RETURN s.number AS number, s.format AS format, s.request AS request, s.by AS by, s.at.epochMillis AS at,
  s.cause AS cause, s.undoes AS undoes, s.changes AS changes
ORDER BY number DESC
LIMIT $limit
