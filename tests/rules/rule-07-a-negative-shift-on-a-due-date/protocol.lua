-- Rule 7: "a negative shift stands only on a birthday, a date fact or `due`"
--
-- The reply is due 7 days after the entry of 1 June, by the end of the 8th; the draft two days
-- before that, by the end of the 6th, whether it is declared before the reply or after it. The
-- hearing of 20 June moved to the 25th moves what is counted back from it, from the 13th to
-- the 18th.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "hearing_on" { date, clause = "7" }
event "asks" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "draft" { clause = "7", by = due "reply" - days(2) },
  deadline "reply" { clause = "7", within = days(7) },
  deadline "second draft" { clause = "7", by = due "reply" - days(2) },
  deadline "bundle" { clause = "7", by = fact "hearing_on" - weeks(1) },
  outcome "done" { clause = "7" },
}
