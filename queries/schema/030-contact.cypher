// What was one text stands as the person; nobody knows when it was confirmed, so its time begins now.
MATCH (c:Contact)
WHERE c.text IS NOT NULL
SET c.person = c.text, c.confirmed = timestamp()
REMOVE c.text
