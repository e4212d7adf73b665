-- Rule 7: "a new firing of an event does not"
--
-- The first call, on 2 June, dates all three: 5 days on, the end of 7 June. The call of the
-- 4th moves none of them.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "calls" { clause = "7" }
event "writes" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "within" { clause = "7", within = days(5), from = event "calls" },
  deadline "by" { clause = "7", by = event "calls" + days(5) },
  deadline "by any" { clause = "7", by = any { event "calls" + days(5),
    event "writes" + days(2) } },
  outcome "done" { clause = "7" },
}
