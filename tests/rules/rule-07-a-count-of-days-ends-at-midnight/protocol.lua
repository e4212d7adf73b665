-- Rule 7: "A count of days ends at midnight, and so do `same_day` and `next_working_day`"
--
-- Asked on Friday 5 June 10:00: two days end with Sunday the 7th, the same day with the 5th,
-- the next working day with Monday the 8th, one working day likewise. At 23:59 each is met; at
-- 00:00 each is late.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "acts today" { clause = "7" }
event "acts in two days" { clause = "7" }
event "acts on Monday" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "same day" { clause = "7", within = same_day, met_by = event "acts today" },
  deadline "two days" { clause = "7", within = days(2), met_by = event "acts in two days" },
  deadline "next working day" { clause = "7", within = next_working_day,
    met_by = event "acts on Monday" },
  deadline "one working day" { clause = "7", within = working_days(1),
    met_by = event "acts on Monday" },
  outcome "done" { clause = "7" },
}
