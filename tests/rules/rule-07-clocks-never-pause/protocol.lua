-- Rule 7: "Clocks never pause."
--
-- 48 hours from Friday 22 May 16:00 end on Sunday 24 May 16:00, before the bank holiday of the
-- 25th; 5 calendar days end with Wednesday the 27th. Being away, away from Saturday to Monday,
-- stops neither.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "goes away" { clause = "7" }
event "comes back" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "reply" { clause = "7", within = hours(48) },
  deadline "plan" { clause = "7", within = days(5) },
  outcome "done" { clause = "7" },
}
