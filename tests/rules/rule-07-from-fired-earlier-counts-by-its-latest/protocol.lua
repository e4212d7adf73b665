-- Rule 7: "another that fired earlier by its latest firing"
--
-- The call is made outside the stage, on 1 and again on 2 June, before the stage is entered on
-- 3 June 10:00. The latest firing counts: 2 June and 5 days, the end of 7 June.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "calls" { clause = "7" }
event "asks" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "reply" { clause = "7", within = days(5), from = event "calls" },
  outcome "done" { clause = "7" },
}
