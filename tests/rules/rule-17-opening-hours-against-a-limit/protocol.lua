-- Rule 17: 24 hours are not enough from a Saturday on, because the desk opens on Monday at 9:00 again; 80 are not
-- enough over Easter and Christmas.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
calendar "desk" { mon_fri = "09:00-17:00" }
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  deadline "seen in a week" { clause = "2", within = days(7) },
  outcome "done" { clause = "1", when = { now = inside "desk" } } }
