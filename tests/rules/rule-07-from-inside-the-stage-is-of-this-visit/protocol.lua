-- Rule 7: "a `from` made inside the stage itself (its acts, deadlines) counts only from this
-- visit"
--
-- The reply runs from the visit, which is a deadline of the same stage. In the first stay the
-- visit is made on 2 June 09:00, so the reply is due by the end of 5 June; leaving on 3 June
-- meets it. The second stay begins on 10 June: the visit of the first does not count, so the
-- reply has no date; once the second visit is made on 12 June 09:00 it is due by the end of 15
-- June.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "visits" { clause = "7" }
event "calls" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "visit" { clause = "7", within = days(5), met_by = event "visits" },
  deadline "reply" { clause = "7", within = days(3), from = met "visit" },
  outcome "done" { clause = "7" },
}
