-- Rule 17: both hang on one date. From 15 years 9 months to 16 years 3 months is a window; not before the birthday but
-- three months before it is none. Not before three days before a release but two working days before it at the latest:
-- for a release on a Monday these are Friday and the Thursday before, on a Tuesday Saturday and Friday.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "release_on" { date, clause = "7" }
stage "plan" { clause = "1", owner = sw, on = event "arrives",
  deadline "focus" { clause = "7", not_before = turns(16) - months(3), by = turns(16) + months(3) },
  deadline "none" { clause = "7", not_before = turns(16), by = turns(16) - months(3) },
  deadline "release" { clause = "7", not_before = fact "release_on" - days(3), by = fact "release_on" - working_days(2) },
  deadline "in time" { clause = "7", not_before = fact "release_on" - days(9), by = fact "release_on" - working_days(2) },
  outcome "done" { clause = "1" } }
