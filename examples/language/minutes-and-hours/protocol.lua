-- Luton, referrals into MASH: at the Town Hall somebody meets the family within 15 minutes. Stockport 2018,
-- 3.7: the joint assessment is done within 48 hours; hours of the clock, so nights and weekends count.
--
-- Friday 5 June 2026, 16:50. 15 minutes later is 17:05, and on the minute is in time. 48 hours later is Sunday
-- 16:50; the assessment of Monday morning is late. A limit in working hours would be another text.

protocol "minutes-and-hours" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Social care officer" {}
event "asks for help" { clause = "1" }
event "somebody meets the family" { clause = "1" }

stage "assessment" { clause = "2", owner = officer, on = event "asks for help",
  deadline "meet the family" { clause = "1", within = minutes(15), met_by = event "somebody meets the family" },
  deadline "joint assessment" { clause = "2", within = hours(48) },
  outcome "assessed" { clause = "2", close "assessed" },
}
