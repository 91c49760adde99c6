MATCH (p:Programme {id: 'programme'})
RETURN
  p.revision AS revision,
  p.mark AS mark,
  COLLECT { MATCH (d:District) RETURN [d.id, d.name, d.position, d.example] } AS districts,
  COLLECT { MATCH (f:Phase) RETURN [f.id, f.name, f.start, f.end] } AS phases
