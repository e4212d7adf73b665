-- Rule 8: "`stop` voids the stage's clocks"
--
-- Cancelled on 2 June, the stage is stopped: the form, the plan that would have outlived a
-- leaving and the act that waits for consent are void. What was late by then stays late.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }
event "cancels" { clause = "8" }
event "makes plan" { clause = "8" }
consent "share" { clause = "8" }

stage "look" { clause = "8", owner = officer, on = event "asks",
  notify { officer, as = "tell", clause = "8", within = days(2), with_consent = consent "share" },
  deadline "form" { clause = "8", within = days(2) },
  deadline "plan" { clause = "8", within = days(5), met_by = event "makes plan",
    outlives = true },
  outcome "done" { clause = "8" },
}
stage "cancelled" { clause = "8", on = event "cancels", stop "look" }
