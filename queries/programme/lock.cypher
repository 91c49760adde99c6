// Every reader and writer of the scope begins with this: two statements would else see two states.
MATCH (p:Programme {id: 'programme'})
SET p._lock = true
