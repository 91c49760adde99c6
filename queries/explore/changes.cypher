// What changed from one phase to another between functions that are there in both; ties without a stated strength are left out. :param {district: 'musterbezirk', from: '1', to: '2'}
MATCH (a:Actor {district: $district})-[c:COOPERATES]-(b:Actor)
WHERE a.id < b.id AND c.phase IN [$from, $to]
  AND all(actor IN [a, b] WHERE EXISTS { (actor)-[:MEMBER_OF {phase: $from}]->() }
    AND EXISTS { (actor)-[:MEMBER_OF {phase: $to}]->() })
WITH a, b, collect(c) AS reports,
  coalesce(max(CASE WHEN c.phase = $from AND c.strength > 0 THEN c.strength END), 0) AS before,
  coalesce(max(CASE WHEN c.phase = $to AND c.strength > 0 THEN c.strength END), 0) AS after
WHERE before <> after AND all(c IN reports WHERE c.strength IS NOT NULL)
RETURN
  CASE WHEN before = 0 THEN 'new' WHEN after = 0 THEN 'ended' WHEN after > before THEN 'stronger' ELSE 'weaker' END AS change,
  a.name AS function, b.name AS other, before, after
ORDER BY change, function, other
