MATCH (r:Request {scope: $scope, id: $id, content: $content})
RETURN r.revisions AS revisions, r.marks AS marks
