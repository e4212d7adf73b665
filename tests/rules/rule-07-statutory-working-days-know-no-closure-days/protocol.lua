-- Rule 7: only working days slide, and a council's closure days move its own limits, no statutory one.
--
-- Monday 14 December 2026, 5 working days. The council is shut from Thursday 17 to Wednesday 23 December; the 25th and the 28th
-- are bank holidays. Its own: 15, 16, 24, 29, 30 December. By statute: 15, 16, 17, 18, 21 December.
-- Done on 22 December it is in time for the one, and a day late for the other.
protocol "test" { council = "Nowhere", effective = "2018-01-01", calendar = "Town Hall" }
local officer = role "Officer" {}
calendar "Town Hall" { mon_fri = "09:00-17:00", closed = { { "2026-12-17", "2026-12-23" } } }
event "arrives" {}
stage "own" { clause = "1", owner = officer, on = event "arrives",
  deadline "our limit" { clause = "2", within = working_days(5) },
  outcome "done" {},
}
stage "statute" { clause = "3", owner = officer, on = event "arrives",
  deadline "their limit" { clause = "4", within = statutory_working_days(5) },
  deadline "their other limit" { clause = "5", by = entered "statute" + statutory_working_days(5) },
  outcome "done" {},
}
