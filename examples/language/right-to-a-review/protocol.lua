-- Medway, 12.7: a review may be asked for within 21 days beginning with the day on which one is told. Luton:
-- who asks may stay until it is decided. Who decided before may not decide the review.
--
-- Told on 1 June 2026, which is day 1: day 21 is 21 June. Asked on the 21st: in time, and the stay begins.
-- Unused, the right expires, and nobody is in breach. Decided by the officer who decided before: a departure.

protocol "right-to-a-review" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Housing officer" {}
local manager = role "Reviews manager" {}
event "applies" { clause = "12.7/5" }
stage "decision" { clause = "12.7/5", owner = officer, on = event "applies", outcome "no duty" { clause = "12.7/5" } }
deadline "ask for a review" { clause = "12.7/5", owner = applicant, within = days(21), counting = "beginning with",
  from = left("decision", "no duty"), met_by = event "asks for a review" }
stage "review" { clause = "7.5/2", owner = any { officer, manager }, not_by = "decision", on = event "asks for a review",
  place { "where they are", clause = "housing-duty.17" },
  outcome "upheld" { clause = "7.5/2", close "no duty" } }
