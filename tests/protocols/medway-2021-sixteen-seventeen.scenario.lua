-- Medway 2021: whoever presents as homeless at 16 or 17. The text has no track for them: what is asked for here is the law of
-- the standard library, worked out by hand from the Children Act, Part 7 and the guidance on assessments.
--
-- The days: Monday 1 June 2026; 1 working day on is Tuesday 2 June, 45 are Monday 3 August. Who is born on 11 February 2009 is
-- 17 then, and 18 on 11 February 2027; 45 working days before that is 7 December 2026.

use "medway-2021"

-- Nobody applied to housing, whatever is believed; and turning 18 in care makes no application of it.
scenario "From the door of children's services: section 20 first, and no application to housing" {
  clauses = { "title", "CA89 s.20(1)", "WT", "Joint guidance 2018", "Surrey v BC", "HA96 s.183" },
}
given { dob = "2009-02-11", approached = "children's services", safe_tonight = false, in_need = true,
  requires_accommodation = true, in_this_area = true, no_parent_responsible = false, lost_or_abandoned = false,
  carer_prevented = true, reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true }
at "2026-06-01 16:00"
event "presents homeless"
expect.stage "16 or 17: no track in this text, the law alone follows" { clause = "title" }
expect.no.stage "homelessness application"
expect.no.stage "interim accommodation"
expect.decision "applies_to_housing" { value = false, clause = "HA96 s.183" }
expect.decision "has_applied" { value = false, clause = "HA96 s.183" }
expect.no.referral "refer to children's services"
expect.tonight "emergency accommodation" { provider = "Medway Children's Services", paid_by = "Medway Children's Services" }
expect.deadline "next step on the approach" { due = "2026-06-02", owner = "Social worker", clause = "WT" }
expect.deadline "assessment after an approach" { due = "2026-08-03", owner = "Social worker", clause = "WT" }
expect.deadline "offer an advocate" { status = "undated", clause = "Joint guidance 2018" }
consent("care", "given")
at "2026-06-02 10:00"
event "next step decided"
fact { advocate_offered = true, wishes_considered = true }
expect.deadline "next step on the approach" { status = "met" }
at "2026-06-05 10:00"
answer("assessment at 16 or 17", "section 20 owed")
expect.deadline "assessment after an approach" { status = "met" }
expect.stage "safe tonight at 16 or 17" { outcome = "the assessment has ended" }
expect.tonight "section 20 accommodation" { provider = "Medway Children's Services" }
fact { accommodated_under = "section_20", accommodated_decided_by = "team manager", accommodated_decided_on = "2026-06-05" }
expect.deadline "record under which law" { status = "met" }
at "2026-12-07 09:00"
expect.notice "tell housing that 18 is near" { to = "Housing Options Officer", at = "2026-12-07 00:00" }
expect.notice "tell children's services that 18 is near" { to = "Social worker" }
at "2027-02-11 09:00"
expect.stage "accommodated under section 20" { outcome = "turned 18", left = "2027-02-11 00:00" }
expect.no.stage "homelessness application"
expect.no.stage "interim accommodation"

scenario "From the door of housing: an application, a bed there, and a referral" {
  clauses = { "HA96 s.188(1)", "WT", "SI 2002/2051 art 3" },
}
given { dob = "2009-02-11", approached = "housing", safe_tonight = false, in_need = false, care_status = "none" }
at "2026-06-01 16:00"
event "presents homeless"
expect.stage "homelessness application" { owner = "Housing Options Officer", entered = "2026-06-01 16:00", clause = "12.3/1" }
expect.referral "refer to children's services" { state = "done", clause = "HA96 s.188(1)" }
expect.tonight "interim accommodation" { provider = "Medway Housing Services", paid_by = "Medway Housing Services" }
expect.deadline "next step on the referral" { due = "2026-06-02", owner = "Social worker", clause = "WT" }
expect.deadline "assessment after a referral" { due = "2026-08-03", owner = "Social worker", clause = "WT" }
at "2026-06-02 10:00"
event "next step decided"
expect.deadline "next step on the referral" { status = "met" }
at "2026-06-10 10:00"
answer("assessment at 16 or 17", "not a child in need")
expect.deadline "assessment after a referral" { status = "met" }
expect.duty "help under Part 7" { since = "2026-06-10 10:00" }
expect.stage "homelessness application" { entered = "2026-06-01 16:00" } -- the same one
expect.decision "priority_need_article_3" { value = true }
at "2027-02-11 09:00"
expect.stage "housing help at 16 or 17" { outcome = "turned 18", left = "2027-02-11 00:00" }
expect.notice "hand over at 18" { to = "Housing Options Officer" }

scenario "After an informed refusal at children's services housing's help begins, without asking at another door" {
  clauses = { "HA96 s.183", "R (G) v Southwark", "SI 2002/2051 art 3" },
}
given { dob = "2009-02-11", approached = "children's services", safe_tonight = true, in_need = true,
  requires_accommodation = true, in_this_area = true, no_parent_responsible = false, lost_or_abandoned = false,
  carer_prevented = true, made_fully_aware = true, capacity = true, advocate_offered = true, care_status = "none" }
at "2026-06-01 16:00"
event "presents homeless"
consent("care", "refused")
expect.no.stage "homelessness application"
at "2026-06-08 10:00"
answer("assessment at 16 or 17", "informed refusal")
expect.duty "help under Part 7" { owner = "Housing Options Officer", since = "2026-06-08 10:00" }
expect.stage "homelessness application" { owner = "Housing Options Officer", entered = "2026-06-08 10:00" }
expect.reading "housing help after an exit" { chosen = "begins with the exit" }
-- It can be taken back, and refused again: the application is the one that there was.
at "2026-06-20 10:00"
consent("care", "given")
expect.stage "housing help at 16 or 17" { outcome = "wants care after all", left = "2026-06-20 10:00" }
at "2026-06-22 10:00"
answer("assessment at 16 or 17", "section 20 owed")
expect.duty "accommodation under section 20" { since = "2026-06-22 10:00" }
at "2026-07-01 10:00"
consent("care", "refused")
expect.stage "accommodated under section 20" { outcome = "informed refusal", left = "2026-07-01 10:00" }
expect.duty "help under Part 7" { since = "2026-07-01 10:00" }
at "2026-07-10 10:00"
answer("housing help at 16 or 17", "housed")
expect.stage "homelessness application" { entered = "2026-06-08 10:00" }

scenario "Who goes to housing as well is an applicant from then on, before any exit" { clauses = { "HA96 s.183", "12.3/2" } }
given { dob = "2009-02-11", approached = "children's services", safe_tonight = true, reason_to_believe_homeless = true,
  reason_to_believe_eligible = true, reason_to_believe_priority_need = true }
at "2026-06-01 16:00"
event "presents homeless"
expect.no.stage "homelessness application"
at "2026-06-03 10:00"
event "asks housing for help"
expect.stage "homelessness application" { entered = "2026-06-03 10:00", clause = "12.3/1" }
expect.stage "interim accommodation" { entered = "2026-06-03 10:00", clause = "12.3/2" }
expect.duty "assess under the Children Act" { since = "2026-06-01 16:00" }

scenario "Nobody recorded which door it was: it is asked, and neither track is guessed" { clauses = { "HA96 s.183" } }
given { dob = "2009-02-11", safe_tonight = true }
at "2026-06-01 16:00"
event "presents homeless"
expect.needs "approached" {}
expect.no.stage "homelessness application"

scenario "Who has somewhere to live after all needs no accommodation" { clauses = { "CA89 s.20(1)" } }
given { dob = "2009-02-11", approached = "children's services", safe_tonight = true, in_need = true,
  requires_accommodation = false }
at "2026-06-01 16:00"
event "presents homeless"
at "2026-06-04 10:00"
answer("assessment at 16 or 17", "no accommodation needed")
expect.no.stage "homelessness application"

scenario "In another council's area: help first, and handed over" { clauses = { "CA89 s.20(1)" } }
given { dob = "2009-02-11", approached = "children's services", safe_tonight = false, in_need = true,
  requires_accommodation = true, in_this_area = false }
at "2026-06-01 16:00"
event "presents homeless"
consent("care", "given")
at "2026-06-02 10:00"
answer("assessment at 16 or 17", "another council's area")
expect.referral "hand over to the council of the area" { to = "Another council" }

-- 45 working days from Monday 4 January 2027 would end on Monday 8 March: the birthday is before that.
scenario "18 in the middle of the assessment: an adult's application from the birthday" { clauses = { "CA89 s.105" } }
given { dob = "2009-02-11", approached = "children's services", safe_tonight = true }
at "2027-01-04 10:00"
event "presents homeless"
expect.deadline "assessment after an approach" { due = "2027-03-08" }
at "2027-02-11 09:00"
expect.stage "assessment at 16 or 17" { outcome = "turned 18", left = "2027-02-11 00:00" }
expect.stage "homelessness application" { entered = "2027-02-11 00:00" }
expect.decision "has_applied" { value = true }

scenario "Nothing is done at the door of housing" { acts = "wait", clauses = { "HA96 s.188(1)", "WT" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = false, in_need = false }
at "2026-06-01 16:00"
event "presents homeless"
done "refer to children's services"
at "2026-06-02 09:00"
done "interim accommodation at 16 or 17"
expect.breach "interim accommodation at 16 or 17" { due = "2026-06-01" }
at "2026-06-03 09:00"
event "next step decided"
expect.breach "next step on the referral" { due = "2026-06-02" }
at "2026-08-04 09:00"
answer("assessment at 16 or 17", "not a child in need")
expect.breach "assessment after a referral" { due = "2026-08-03" }

scenario "Nothing is done at the door of children's services" { acts = "wait", clauses = { "CA89 s.20(1)", "WT" } }
given { dob = "2009-02-11", approached = "children's services", safe_tonight = false, in_need = false }
at "2026-06-01 16:00"
event "presents homeless"
at "2026-06-02 09:00"
done "emergency accommodation by children's services"
expect.breach "emergency accommodation by children's services" { due = "2026-06-01" }
at "2026-06-03 09:00"
event "next step decided"
expect.breach "next step on the approach" { due = "2026-06-02" }
at "2026-08-04 09:00"
answer("assessment at 16 or 17", "not a child in need")
expect.breach "assessment after an approach" { due = "2026-08-03" }

scenario "An adult who comes to children's services has not applied to housing by that: it is asked" {
  clauses = { "HA96 s.183" },
}
given { dob = "2004-02-11", approached = "children's services", care_status = "former_relevant" }
at "2026-06-01 16:00"
event "presents homeless"
expect.stage "at children's services from 18" { entered = "2026-06-01 16:00", clause = "HA96 s.183" }
expect.needs "asked_housing" {}
expect.no.stage "homelessness application"
fact { asked_housing = true }
expect.stage "homelessness application" { clause = "12.3/1" }
