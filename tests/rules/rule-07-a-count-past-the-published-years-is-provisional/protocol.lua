-- Rule 7: "a date beyond the last published year is marked provisional", by `within` and by a shift alike; calendar days
-- hang on no holiday. Ten working days from Wednesday 20 December 2028 pass into 2029, whose holidays are not published.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "hearing_on" { date, clause = "7" }
event "asks" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "answer" { clause = "7", within = working_days(10) },
  deadline "call" { clause = "7", within = days(30) },
  deadline "bundle" { clause = "7", by = fact "hearing_on" - working_days(5) },
  deadline "copy" { clause = "7", by = due "answer" + days(1) },
  outcome "done" { clause = "7" },
}
