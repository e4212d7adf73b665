-- Rule 7: "one still to come leaves the deadline undated"
--
-- Nobody has called when the stage is entered: the deadline is listed without a date. A call
-- on 3 June dates it: 5 days on, the end of 8 June. Left before any call by a chosen outcome
-- it is met (rule 8): there was no date to miss.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "calls" { clause = "7" }
event "asks" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "reply" { clause = "7", within = days(5), from = event "calls" },
  outcome "done" { clause = "7" },
}
