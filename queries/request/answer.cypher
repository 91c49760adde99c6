// Behind the locks: what the request was answered before, and where everything stands that it writes to.
MATCH (p:Programme {id: 'programme'})
OPTIONAL MATCH (r:Request {scope: $scope, id: $id, content: $content})
RETURN
  p.revision AS revision,
  p.mark AS mark,
  r.revisions AS revisions,
  r.marks AS marks,
  COLLECT { MATCH (m:Meta {id: 'schema'}) RETURN m.version } AS versions,
  COLLECT { MATCH (d:District) WHERE d.id IN $districts RETURN [d.id, d.revision, d.mark] } AS districts
