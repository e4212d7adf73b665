-- A slice of a council's rules on the modules of stdlib: what is Medway's own beside what is the
-- Act's. Worked out by hand.

use "medway-part-12-2021"

-- Relief first owed on Tuesday 1 June 2021 ends with Monday 26 July.
scenario "The Act's dates, under Medway's clauses and with its posts" { clauses = { "12.3/1", "12.6/1", "12.6/4" } }
given { dob = "2001-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = false, decision_in_words = "relief is owed" }
at "2021-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
expect.duty "relief" { owner = "Housing Options Officer", clause = "12.6/1", since = "2021-06-01 09:00" }
at "2021-07-27 09:00"
expect.duty "relief" { ended = "2021-07-27 00:00" }
expect.duty "main duty" { owner = "Housing Options Officer", clause = "12.6/4", since = "2021-07-27 00:00" }

-- Authorised on Monday 16 August: 28 days end with Monday 13 September, 21 days beginning with it
-- with Sunday 5 September.
scenario "A finding goes by pre-intent letter, comment and authorisation, and gives 28 days" {
  clauses = { "12.7/2", "12.7/3", "12.7/5", "12.8/2", "12.8/3", "12.8/4" },
}
given { dob = "2001-02-11", eligible = true, homeless = true, priority_need_on_other_ground = true,
  intentionally_homeless = true, decision_in_words = "homeless intentionally", decision_reasons = "gave up a tenancy",
  care_status = "former_relevant", relief_end_ground = "56 days have passed", provisional_findings = "gave up a tenancy",
  how_to_answer = "in a week", accommodation_until = "2021-09-13" }
at "2021-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2021-07-30 09:00"
answer("relief duty after 56 days", "ended after 56 days")
answer("main duty decision", "intentionality in view")
expect.notice "minded-to letter" { to = "applicant", state = "done" }
expect.deadline "send the minded-to letter to the adviser" { status = "met" }
expect.stage "comment of leaving care" { owner = "Group Manager (Leaving Care)" }
at "2021-08-09 09:00"
answer("minded to find intentionality", "finding made")
expect.no.duty "accommodation for a reasonable opportunity"
at "2021-08-16 09:00"
answer("authorisation", "authorised")
expect.stage "comment of leaving care" { outcome = "decided first" }
expect.duty "accommodation for a reasonable opportunity" { clause = "12.7/2", since = "2021-08-16 09:00" }
expect.notice "intentionality letter" { state = "done" }
expect.deadline "ask for a review of the decision" { due = "2021-09-05", clause = "12.7/5" }
at "2021-09-13 23:00"
expect.duty "accommodation for a reasonable opportunity" { ended = nothing }
at "2021-09-14 09:00"
expect.stage "intentionally homeless" { outcome = "typical stay is over", left = "2021-09-14 00:00" }
