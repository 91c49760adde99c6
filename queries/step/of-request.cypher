MATCH (s:Step {scope: $scope, request: $request})
RETURN s.number AS number
