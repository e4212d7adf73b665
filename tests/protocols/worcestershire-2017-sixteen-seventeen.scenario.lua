-- Worcestershire 2017: whoever presents as homeless at 16 or 17. The text has no track for them:
-- what is asked for here is the law of the standard library.
-- Medway's scenarios go through all of it; here stands that both doors lead to it.
--
-- The days: Monday 1 June 2026; 1 working day on is Tuesday 2 June, 45 are Monday 3 August. Who is born on 11 February 2009 is
-- 17 then, and 18 on 11 February 2027; 45 working days before that is 7 December 2026.

use "worcestershire-2017"

scenario "From the door of children's services: section 20 first, and no application to housing" {
  clauses = { "CA89 s.20(1)", "WT", "HA96 s.183" },
}
given { dob = "2009-02-11", approached = "children's services", safe_tonight = false, in_need = true,
  requires_accommodation = true, in_this_area = true, no_parent_responsible = false, lost_or_abandoned = false,
  carer_prevented = true, reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true }
at "2026-06-01 16:00"
event "presents homeless"
expect.no.stage "homelessness application"
expect.no.stage "interim accommodation"
expect.tonight "emergency accommodation" { provider = "Children, Families and Communities",
  paid_by = "Children, Families and Communities" }
expect.deadline "next step on the approach" { due = "2026-06-02", owner = "Social worker", clause = "WT" }
expect.deadline "assessment after an approach" { due = "2026-08-03", owner = "Social worker", clause = "WT" }
consent("care", "given")
at "2026-06-02 10:00"
event "next step decided"
at "2026-06-05 10:00"
answer("assessment at 16 or 17", "section 20 owed")
expect.tonight "section 20 accommodation" { provider = "Children, Families and Communities" }
at "2026-12-07 09:00"
expect.notice "tell housing that 18 is near" { to = "Housing officer", at = "2026-12-07 00:00" }
expect.notice "tell children's services that 18 is near" { to = "Social worker" }
at "2027-02-11 09:00"
expect.stage "accommodated under section 20" { outcome = "turned 18", left = "2027-02-11 00:00" }
expect.no.stage "interim accommodation"

scenario "From the door of housing: an application, a bed there, and a referral" { clauses = { "HA96 s.188(1)", "WT" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = false, in_need = false, care_status = "none" }
at "2026-06-01 16:00"
event "presents homeless"
expect.stage "homelessness application" { owner = "Housing officer", entered = "2026-06-01 16:00", clause = "HA96 s.184" }
expect.referral "refer to children's services" { state = "done", clause = "HA96 s.188(1)" }
expect.tonight "interim accommodation" { provider = "Local Housing Authorities", paid_by = "Local Housing Authorities" }
expect.deadline "next step on the referral" { due = "2026-06-02", owner = "Social worker", clause = "WT" }
expect.deadline "assessment after a referral" { due = "2026-08-03", owner = "Social worker", clause = "WT" }
at "2026-06-10 10:00"
answer("assessment at 16 or 17", "not a child in need")
expect.duty "help under Part 7" { since = "2026-06-10 10:00" }
at "2027-02-11 09:00"
expect.stage "housing help at 16 or 17" { outcome = "turned 18", left = "2027-02-11 00:00" }
expect.stage "turned 18 in the assessment" { entered = "2027-02-11 00:00" }

scenario "Who goes to housing as well is an applicant from then on, before any exit" { clauses = { "HA96 s.183" } }
given { dob = "2009-02-11", approached = "children's services", safe_tonight = true }
at "2026-06-01 16:00"
event "presents homeless"
expect.no.stage "homelessness application"
at "2026-06-03 10:00"
event "asks housing for help"
expect.stage "homelessness application" { entered = "2026-06-03 10:00" }
expect.duty "assess under the Children Act" { since = "2026-06-01 16:00" }
