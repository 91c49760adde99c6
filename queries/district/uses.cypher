// What still belongs to districts that shall go.
MATCH (n:Department|Actor|Offer|Release|OpenPoint)
WHERE n.district IN $ids
RETURN count(*) AS uses
