MATCH (r:Request)
WHERE r.scope = $scope AND r.id IS NOT NULL AND r.content IS NOT NULL
RETURN r.id AS id, r.content AS content, r.at AS at, r.revisions AS revisions, r.marks AS marks
ORDER BY at, id, content
