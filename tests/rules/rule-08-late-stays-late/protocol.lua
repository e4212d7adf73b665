-- Rule 8: "Met after due stays *late*, with `met_at`"
--
-- Due by the end of 3 June, replied on the 4th: late, done on the 4th, and the breach stands.
-- Never replied: late, not done.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }
event "replies" { clause = "8" }
event "calls" { clause = "8" }

stage "look" { clause = "8", owner = officer, on = event "asks",
  deadline "reply" { clause = "8", within = days(2), met_by = event "replies" },
  deadline "form" { clause = "8", within = days(2) },
  outcome "done" { clause = "8" },
}
