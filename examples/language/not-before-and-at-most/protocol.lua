-- Luton, housing duty: a household has at least 21 days to leave. Medway, 12.7: typically at most 28 days.
-- Medway, 6.4: somebody who will be homeless within 56 days is helped now.
--
-- A letter of 1 June 2026: 21 days end with 22 June, so leaving on 15 June is too early and on 25 June in
-- order; 28 days end with 29 June. A notice to leave that ends on 1 August counts as homelessness from 56 days
-- before: 1 August is day 0, 1 July is 31 days before, 6 June 56 days before.

protocol "not-before-and-at-most" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Housing officer" {}
event "letter given" { clause = "12.7/2" }
event "leaves" { clause = "12.7/2" }

stage "time to leave" { clause = "12.7/2", owner = officer, on = event "letter given",
  deadline "at least 21 days" { clause = "housing-duty.17", not_before = event "letter given" + days(21),
    met_by = event "leaves" },
  deadline "at most 28 days" { clause = "12.7/2", within = days(28), met_by = event "leaves" },
  outcome "over" { clause = "12.7/2" },
}
stage "prevention" { clause = "6.4/1", owner = officer, on = fact "notice_ends_on" - days(56),
  outcome "prevented" { clause = "6.4/1", close "prevented" },
}
