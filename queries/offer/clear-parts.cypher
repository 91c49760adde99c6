// Takes everyone's part away, before the parts are written anew.
UNWIND $ids AS id
MATCH (o:Offer {district: $district, id: id})<-[part:PROVIDES|KNOWS|REFERS_TO|RESPONSIBLE_FOR]-()
USING INDEX SEEK o:Offer(district, id)
DELETE part
