UNWIND $ids AS id
MATCH (:Phase {id: id})
RETURN count(*) AS done
