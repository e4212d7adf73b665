-- Rule 7: `any` in `by` is the earliest that is known so far, `all` the last once all are known; so a deadline is bounded by
-- another's end.
--
-- Entered on Thursday 21 May 2026, ten working days end on Friday 5 June (25 May is a holiday). The notice runs 7 days from
-- being served. "none": nothing served. "shorter": served on 22 May, it ends on 29 May, which bounds the first. "longer":
-- served on 1 June it ends on 8 June: the first stays, and of both the last is the 8th. "before": served on 15 May, two days
-- are left after the entry, 22 May, and of both the last is 5 June.
protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }
local officer = role "Officer" {}
event "asks" { clause = "7" }
event "notice served" { clause = "7" }
stage "assess" { clause = "7", owner = officer, on = event "asks", duty = "assess",
  deadline "notice" { clause = "7", from = event "notice served", within = days(7) },
  deadline "first" { clause = "7", by = any { due "notice", entered "assess" + working_days(10) } },
  deadline "last" { clause = "7", by = all { due "notice", entered "assess" + working_days(10) } } }
