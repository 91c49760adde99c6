MATCH (s:Step {scope: $scope, number: $number})
RETURN s.at.epochMillis AS at
