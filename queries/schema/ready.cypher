// A constraint made a moment ago may still be filling its index.
CALL db.awaitIndexes(60)
