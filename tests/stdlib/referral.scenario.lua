-- Duties to refer and to tell. No time is set for any but the one that is not in force.

use "part7-2026"

scenario "A public body refers with consent, to the authority that the young person chooses; it is no application" {
  clauses = { "HA96 s.213B" },
}
given { dob = "2006-09-01" }
at "2026-06-01 09:00"
event "may be homeless or threatened"
expect.referral "refer under the duty to refer" { state = "waits for consent" }
expect.needs "referral" { waiting = "refer under the duty to refer" }
consent("referral", "given")
expect.referral "refer under the duty to refer" { state = "done", to = "Housing authority" }
expect.choice "referred" { state = "barred" } -- no authority was chosen
at "10:00"
fact { authority_chosen = "Nowhere" }
expect.deadline "ask which authority the young person chooses" { status = "met" }
answer("duty to refer", "referred")
expect.no.stage "homelessness application"

scenario "Without consent nobody is referred" { clauses = { "HA96 s.213B" } }
given { dob = "2006-09-01" }
at "2026-06-01 09:00"
event "may be homeless or threatened"
consent("referral", "refused")
expect.referral "refer under the duty to refer" { state = "withheld" }
answer("duty to refer", "no consent")
expect.no "breach"

-- 1 October 2018.
scenario "There was no such duty before October 2018" { clauses = { "HA96 s.213B" } }
given { dob = "2000-09-01" }
at "2018-09-30 09:00"
event "may be homeless or threatened"
expect.no.stage "duty to refer"
at "2018-10-01 09:00"
event "may be homeless or threatened"
expect.stage "duty to refer" { entered = "2018-10-01 09:00" }

scenario "A household with a child that may be found intentionally homeless: children's services are told, with consent" {
  clauses = { "HA96 s.213A" },
}
given { dob = "2000-09-01", household_with_child = true, eligible = true }
at "2026-06-01 09:00"
event "presents homeless"
fact { intentionally_homeless = true }
consent("telling children's services", "given")
expect.referral "tell children's services under s.213A" { state = "done", to = "Children's services" }

scenario "Nobody need ask about school and health yet: section 11 has no date (change prospective s.11)" {
  clauses = { "CWSA26 s.11" },
}
given { dob = "2000-09-01" }
at "2026-06-01 09:00"
event "child placed in temporary accommodation"
expect.no.stage "ask about school and health"

-- 14 days beginning with Tuesday 2 March 2027 end with Monday 15 March.
scenario "Once it has one, school and health are told within 14 days beginning with the agreement" {
  protocol = "part7-s9-on-2026", clauses = { "CWSA26 s.11" },
}
given { dob = "2000-09-01" }
at "2027-03-01 09:00"
event "child placed in temporary accommodation"
at "2027-03-02 09:00"
consent("telling school and health", "given")
expect.deadline "tell school and health" { due = "2027-03-15", status = "live", owner = "Housing officer" }

scenario "Children's services may ask a housing authority for help, which it gives if it can" { clauses = { "CA89 s.27" } }
given { dob = "2009-02-11" }
at "2026-06-01 09:00"
event "children's services ask for help"
expect.stage "help asked for between authorities" { owner = "Housing authority", clause = "CA89 s.27", left = nothing }
at "2026-06-03 09:00"
answer("help asked for between authorities", "help given")
expect.stage "help asked for between authorities" { outcome = "help given", left = "2026-06-03 09:00" }
