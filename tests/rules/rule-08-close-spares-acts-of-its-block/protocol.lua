-- Rule 8: "`close` voids all, save acts of the block that closes"
--
-- The act stands in the block that closes the case on 2 June; it is still owed by the end of 4
-- June. Done on the 3rd it is met, done on the 8th late and a breach, though the case is
-- closed.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }
event "makes plan" { clause = "8" }
event "reviews" { clause = "8" }
event "moves away" { clause = "8" }
event "calls" { clause = "8" }
consent "share" { clause = "8" }

deadline "review" { clause = "8", owner = officer, within = days(20), from = event "asks",
  met_by = event "reviews", ends = event "moves away" }
stage "look" { clause = "8", owner = officer, on = event "asks",
  deadline "plan" { clause = "8", within = days(5), met_by = event "makes plan",
    outlives = true },
  outcome "done" { clause = "8", notify { officer, as = "tell", clause = "8",
    within = days(2) }, close "done" },
}
stage "beside" { clause = "8", owner = officer, on = event "asks",
  notify { officer, as = "ask", clause = "8", within = days(4), with_consent = consent "share" },
  deadline "form" { clause = "8", within = days(4) },
  outcome "over" { clause = "8" },
}
