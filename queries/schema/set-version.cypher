// Never backwards: another instance may have been quicker.
MERGE (m:Meta {id: 'schema'})
SET m.version = CASE WHEN m.version > $version THEN m.version ELSE $version END
