// What a change leaves behind; null leaves what is there.
MATCH (m:Meta {id: 'admission'})
SET m.mark = coalesce($mark, m.mark), m.mode = coalesce($mode, m.mode)
REMOVE m._lock
