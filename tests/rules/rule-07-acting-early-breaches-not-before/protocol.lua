-- Rule 7: "`not_before` is breached by acting early (status *early*)"
--
-- Not before the hearing on 8 June: on the 7th it is early and a breach, on the 8th it is not,
-- because a date begins at midnight. Not before the notice and 7 days: given on 1 June, so
-- early on the 5th and in order on the 10th. Acting before any notice was given is acting
-- before it.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "hearing_on" { date, clause = "7" }
event "asks" { clause = "7" }
event "gives notice" { clause = "7" }
event "moves out" { clause = "7" }
event "evicts" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "move" { clause = "7", not_before = fact "hearing_on", met_by = event "moves out" },
  deadline "evict" { clause = "7", not_before = event "gives notice" + days(7),
    met_by = event "evicts" },
  outcome "done" { clause = "7" },
}
