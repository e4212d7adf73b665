-- Rule 7: "a missed one is one breach until it is met"
--
-- Due by the end of 8 June and not met until 30 June: three weeks more, but one breach. The
-- meeting restarts it: due by the end of 7 July.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "contacts" { clause = "7" }
event "calls" { clause = "7" }

stage "support" { clause = "7", owner = officer, on = event "asks",
  deadline "contact" { clause = "7", every = days(7), met_by = event "contacts" },
  outcome "over" { clause = "7" },
}
