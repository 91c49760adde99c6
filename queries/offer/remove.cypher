// DELETE, not DETACH DELETE: the server refuses one that is still used.
UNWIND $ids AS id
MATCH (o:Offer {district: $district, id: id})
USING INDEX SEEK o:Offer(district, id)
DELETE o
RETURN count(*) AS done
