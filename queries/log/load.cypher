MATCH (l:LogEntry {scope: $scope})
RETURN l.body AS body
ORDER BY l.at DESC, l.place DESC
