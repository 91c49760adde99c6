// What still names phases that shall go; reports do so only where a membership does.
RETURN
  COUNT { MATCH (:Actor)-[m:MEMBER_OF]->() WHERE m.phase IN $ids }
  + COUNT { MATCH (n:Department) WHERE any(phase IN n.division_phases WHERE phase IN $ids) }
  + COUNT { MATCH (o:Offer) WHERE any(phase IN o.phases WHERE phase IN $ids) }
  + COUNT { MATCH (p:OpenPoint) WHERE p.phase IN $ids } AS uses
