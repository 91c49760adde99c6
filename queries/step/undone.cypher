// All steps that took another one back.
MATCH (s:Step)
WHERE s.scope = $scope AND s.number > 0 AND s.undoes IS NOT NULL
RETURN s.number AS number, s.undoes AS undoes, s.at.epochMillis AS at
ORDER BY number DESC
