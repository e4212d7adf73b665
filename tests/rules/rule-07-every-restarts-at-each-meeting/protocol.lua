-- Rule 7: "`every` restarts at each meeting"
--
-- From the entry on 1 June due by the end of the 8th; met on the 4th, so the next is due by
-- the end of the 11th; met on the 10th, so the next is due by the end of the 17th.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "contacts" { clause = "7" }
event "calls" { clause = "7" }

stage "support" { clause = "7", owner = officer, on = event "asks",
  deadline "contact" { clause = "7", every = days(7), met_by = event "contacts" },
  outcome "over" { clause = "7" },
}
