-- Rule 17: the 3 days are up before the waiting week is, and only then can "offer" be left, which meets it.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "waiting" { clause = "1", owner = sw, on = event "arrives",
  deadline "offer made" { clause = "2", within = days(3), met_by = left "offer", outlives = true },
  deadline "offer made in time" { clause = "2", within = days(10), met_by = left "offer", outlives = true },
  outcome "over" { clause = "1", after = days(7), go "offer" } }
stage "offer" { clause = "3", owner = sw, outcome "made" { clause = "3" } }
