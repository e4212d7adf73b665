-- Rule 7: "`every` restarts at each meeting until its stage or `ends`"
--
-- The stage is left on 5 June: the clock that ran from the meeting of the 4th is void (rule
-- 8), and a contact after that starts nothing.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "contacts" { clause = "7" }
event "calls" { clause = "7" }

stage "support" { clause = "7", owner = officer, on = event "asks",
  deadline "contact" { clause = "7", every = days(7), met_by = event "contacts" },
  outcome "over" { clause = "7" },
}
