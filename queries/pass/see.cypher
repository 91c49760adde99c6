MATCH (q:Pass {token: $token})
SET q.seen = CASE WHEN q.seen > $at THEN q.seen ELSE $at END
RETURN count(*) AS done
