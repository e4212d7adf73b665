-- Rule 17: out of hours nobody can choose, but the desk opens again. An ownerless stage reads the hour once, as it
-- is entered, so there it is a gap.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
calendar "desk" { mon_fri = "09:00-17:00" }
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  outcome "done" { clause = "1", when = { now = inside "desk" } } }
stage "route" { clause = "2", on = event "arrives",
  outcome "by day" { clause = "2", when = { now = inside "desk" } } }
