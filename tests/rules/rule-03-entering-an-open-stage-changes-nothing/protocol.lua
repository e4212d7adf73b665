-- Rule 3: one open visit per stage and case; entering an open stage is logged and changes nothing.
--
-- The second arrival finds the visit open: one visit, one clock, due as from the first.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  outcome "done" {},
}
