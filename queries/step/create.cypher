CREATE (:Step {scope: $scope, number: $number, format: $format, request: $request, by: $by, at: $at,
  cause: $cause, undoes: $undoes, changes: $changes})
