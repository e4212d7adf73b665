-- Rule 7: "A count of days ends at midnight, and so do `same_day` and `next_working_day`; an
-- `after` is taken at that midnight"
--
-- A date begins as its day begins: the first stage ends at 00:00 on Friday 11 September 2026.
-- The same day of that date is over at the midnight that ends it, 00:00 on the 12th; the next
-- working day, Monday the 14th, at 00:00 on the 15th.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
event "asks" { clause = "7" }
event "calls" { clause = "7" }
fact "until_day" { date, clause = "7" }

stage "a" { clause = "7", owner = officer, on = event "asks",
  outcome "over" { clause = "7", on = fact "until_day" } }
stage "b" { clause = "7", owner = officer, on = event "asks",
  outcome "over" { clause = "7", on = fact "until_day" + same_day } }
stage "c" { clause = "7", owner = officer, on = event "asks",
  outcome "over" { clause = "7", on = fact "until_day" + next_working_day } }
