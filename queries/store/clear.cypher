// Some at a time: what was brought back in part goes before all of it comes.
MATCH (n:Department|Actor|Offer|Contact|Release|OpenPoint|Frozen|Step|Request|MapPlaces|District|Phase|Account|Pass|LogEntry)
WITH n LIMIT 5000
DETACH DELETE n
RETURN count(*) AS done
