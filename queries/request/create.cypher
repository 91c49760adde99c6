// What a write answered, for when its request comes again: one that only set contacts leaves no step.
CREATE (:Request {scope: $scope, id: $id, content: $content, at: $at, revisions: $revisions, marks: $marks})
