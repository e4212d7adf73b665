-- Stockport 2018, 3.9: a care planning meeting within 10 working days.
--
-- From Thursday 21 May 2026: the 22nd is day 1; the weekend and Monday 25 May, a bank holiday, are skipped,
-- and so is Tuesday 26 May, on which this council is closed. 27, 28, 29 May are days 2 to 4, 1 to 5 June days
-- 5 to 9, and Monday 8 June day 10. Any time on that day is in time.

protocol "working-days" { council = "Nowhere", effective = "2018-01-01", calendar = "council" }

local worker = role "Social worker" {}
calendar "council" { mon_fri = "09:00-17:00", closed = { "2026-05-26" } }
event "assessed" { clause = "3.9" }

stage "care planning" { clause = "3.9", owner = worker, on = event "assessed",
  deadline "care planning meeting" { clause = "3.9", within = working_days(10) },
  outcome "planned" { clause = "3.9", close "planned" },
}
