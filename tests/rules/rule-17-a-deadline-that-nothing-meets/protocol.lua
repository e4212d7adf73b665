-- Rule 17: it is met as a stage is entered that nobody enters. The stage itself is told too.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = days(7), met_by = entered "nowhere" },
  outcome "done" { clause = "1" } }
stage "nowhere" { clause = "3", owner = sw, outcome "done" { clause = "3" } }
