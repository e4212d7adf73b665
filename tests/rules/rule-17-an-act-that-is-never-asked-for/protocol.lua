-- Rule 17: the act, and the deadline, ask for an age of under 16 in a stage for which that is no bar; but also for
-- one over 17. Neither ever comes about.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  notify { sw, as = "tell", clause = "2", when = { age = under(16), all { age = over(17) } } },
  deadline "look" { clause = "3", within = days(2), when = { age = under(16), all { age = over(17) } } },
  outcome "done" { clause = "1" } }
