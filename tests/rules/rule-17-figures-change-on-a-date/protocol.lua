-- Rule 17: until 2026-10-01 whoever is under 18 or at least 18 fits; from then on the first guard ends at 17, and 17
-- year olds fit neither.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
param "young_until" { ["2026-01-01"] = 18, ["2026-10-01"] = 17, clause = "1" }
stage "route" { clause = "2", on = event "arrives",
  outcome "young" { clause = "2", when = { age = under(param "young_until") } },
  outcome "old" { clause = "2", when = { age = at_least(18) } } }
