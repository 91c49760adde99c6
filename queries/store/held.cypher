// Whether a store holds anything, or a backup that was not brought back to its end.
MATCH (p:Programme {id: 'programme'})
RETURN p.revision AS revision, COUNT { MATCH (:District) } + COUNT { MATCH (:Step) } + COUNT { MATCH (:Account) } AS held
