MATCH (m:Meta {id: 'admission'})
RETURN
  m.mode AS mode,
  m.mark AS mark,
  COLLECT {
    MATCH (a:Account)
    RETURN [a.id, a.email, a.name, a.role, a.district, a.password, a.fails, a.until, a.generation]
  } AS accounts
