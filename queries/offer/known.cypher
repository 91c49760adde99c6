UNWIND $ids AS id
MATCH (o:Offer {district: $district, id: id})
USING INDEX SEEK o:Offer(district, id)
RETURN count(*) AS done
