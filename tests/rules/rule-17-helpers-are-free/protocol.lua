-- Rule 17: what a function of the script gives is free: the checker does not look into it. Both outcomes may come
-- about, so neither is dead; a gap counts only if the function really gives what leads into it, and this one does:
-- 6 times 2 is over 10 and not 20.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
fact "points" { integer(0, 10) }
fact "score" { integer(0, 100) }
helper "scoring" { clause = "1", inputs = { "points" }, outputs = { "score" },
  run = function(facts) return { score = facts.points * 2 } end }
stage "route" { clause = "2", on = event "arrives",
  outcome "low" { clause = "2", when = { score = at_most(10) } },
  outcome "high" { clause = "2", when = { score = 20 } } }
