// The new heads of all scopes that a write changed; what it locked is free again.
UNWIND $heads AS head
OPTIONAL MATCH (p:Programme {id: head.programme})
OPTIONAL MATCH (d:District {id: head.district})
WITH head, coalesce(p, d) AS scope
SET scope.revision = head.revision, scope.mark = head.mark
REMOVE scope._lock, scope._restoring
RETURN count(scope) AS done
