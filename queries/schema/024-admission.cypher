// Whether people sign in, and what the latest change of an account left behind.
MERGE (m:Meta {id: 'admission'})
ON CREATE SET m.mode = 'personal', m.mark = '00000000-0000-0000-0000-000000000000'
