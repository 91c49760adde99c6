MATCH (r:Request {id: $id})
RETURN r.revisions AS revisions
