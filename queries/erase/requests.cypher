// What was sent held what is deleted.
UNWIND $ids AS id
MATCH (r:Request {scope: $scope, id: id})
DELETE r
