-- Rule 17: what must not be done before the sixth day, and must be done within three, cannot be done in time.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = days(3), not_before = entered "visit" + days(5) },
  deadline "seen in time" { clause = "2", within = days(9), not_before = entered "visit" + days(5) },
  outcome "done" { clause = "1" } }
