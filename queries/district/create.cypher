// A district that comes back goes on counting where its history ended.
UNWIND $rows AS row
OPTIONAL MATCH (s:Step {scope: 'district/' + row.id})
WITH row, coalesce(max(s.number), 0) AS revision
CREATE (:District {id: row.id, revision: revision, mark: '00000000-0000-0000-0000-000000000000',
  name: row.name, position: row.position, example: row.example})
RETURN count(*) AS done
