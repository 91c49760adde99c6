// Whether a cooperation is agreed in writing may not have been said: what was false could also mean that.
MATCH ()-[c:COOPERATES]->()
WHERE c.binding = false
SET c.binding = null
