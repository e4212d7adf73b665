-- Homeless at 16 or 17. Worked out by hand: Monday 1 June 2026, 1 working day on is Tuesday 2 June,
-- 45 are Monday 3 August. Who is born on 11 February 2009 is 17, and turns 18 on 11 February 2027.

use "part7-2026"

scenario "From the door of housing: a bed there, a referral, and the clock of children's services" {
  clauses = { "R (G) v Southwark", "HA96 s.188(1)", "WT", "CA89 s.20(1)" },
}
given { dob = "2009-02-11", approached = "housing", safe_tonight = false }
at "2026-06-01 16:00"
event "presents homeless"
expect.referral "refer to children's services" { to = "Children's services", state = "done" }
expect.tonight "interim accommodation" { provider = "Housing authority", paid_by = "Housing authority" }
expect.deadline "next step on the referral" { due = "2026-06-02", owner = "Social worker", clause = "WT" }
expect.deadline "assessment after a referral" { due = "2026-08-03" }
expect.no.deadline "next step on the approach"
expect.duty "assess under the Children Act" { owner = "Social worker", since = "2026-06-01 16:00" }

scenario "The clock runs from the referral, and goes on if nobody accepts it" { acts = "wait", clauses = { "WT" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true }
at "2026-06-01 16:00"
event "presents homeless"
expect.deadline "assessment after a referral" { status = "undated" }
at "2026-06-03 10:00"
done "refer to children's services"
expect.deadline "next step on the referral" { due = "2026-06-04" }
-- 45 working days from Wednesday 3 June: Wednesday 5 August.
expect.deadline "assessment after a referral" { due = "2026-08-05" }

-- 45 working days from Monday 2 March 2026 leave out Good Friday, Easter Monday and the early May bank holiday: Thursday 7 May.

scenario "A second time at the door of housing: the clock runs from the second referral" { clauses = { "WT" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, in_need = false }
at "2025-06-02 10:00"
event "presents homeless"
at "2025-06-04 10:00"
answer("assessment at 16 or 17", "not a child in need")
at "2026-06-01 10:00"
event "presents homeless"
expect.deadline "next step on the referral" { due = "2026-06-02", status = "live" }
expect.deadline "assessment after a referral" { due = "2026-08-03", status = "live" }

scenario "Care is wanted after all: referred again, and assessed from there" { clauses = { "WT" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, in_need = false }
at "2025-06-02 10:00"
event "presents homeless"
at "2025-06-04 10:00"
answer("assessment at 16 or 17", "not a child in need")
at "2026-03-02 10:00"
consent("care", "given")
expect.stage "assessment at 16 or 17" { entered = "2026-03-02 10:00" }
expect.deadline "assessment after a referral" { due = "2026-05-07", status = "live" }

scenario "From the door of children's services: emergency accommodation by them" {
  clauses = { "R (G) v Southwark", "CA89 s.20(1)", "WT" },
}
given { dob = "2009-02-11", approached = "children's services", safe_tonight = false }
at "2026-06-01 16:00"
event "presents homeless"
expect.no.referral "refer to children's services"
expect.tonight "emergency accommodation" { provider = "Children's services", paid_by = "Children's services" }
expect.deadline "next step on the approach" { due = "2026-06-02" }
expect.deadline "assessment after an approach" { due = "2026-08-03" }

scenario "A night nowhere is a breach, from either door" { acts = "wait", clauses = { "R (G) v Southwark" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = false }
at "2026-06-01 16:00"
event "presents homeless"
place "nowhere"
at "2026-06-02 09:00"
expect.breach "a bed tonight at 16 or 17" { kind = "invariant" }
expect.breach "interim accommodation at 16 or 17" { due = "2026-06-01" }

scenario "A carer who is prevented for whatever reason: section 20" {
  clauses = { "CA89 s.20(1)", "Surrey v BC", "R (G) v Southwark" },
}
given { dob = "2009-02-11", approached = "children's services", safe_tonight = false, in_need = true,
  requires_accommodation = true, in_this_area = true, no_parent_responsible = false, lost_or_abandoned = false }
at "2026-06-01 16:00"
event "presents homeless"
consent("care", "given")
expect.choice "section 20 owed" { state = "cannot tell" }
fact { carer_prevented = true }
expect.decision "section_20" { value = "owed", clause = "CA89 s.20(1)" }
at "2026-06-05 10:00"
answer("assessment at 16 or 17", "section 20 owed")
expect.duty "accommodation under section 20" { owner = "Social worker", since = "2026-06-05 10:00" }
expect.tonight "section 20 accommodation" { provider = "Children's services" }
expect.deadline "record under which law" { status = "undated", clause = "Surrey v BC" }
expect.no.choice "not a child in need"
at "2026-06-08 10:00"
fact { accommodated_under = "section_20", accommodated_decided_by = "team manager", accommodated_decided_on = "2026-06-05" }
expect.deadline "record under which law" { status = "met", met_at = "2026-06-08 10:00" }
expect.decision "priority_need_article_3" { value = false } -- who is owed section 20 is not in it

scenario "On none of the grounds of section 20 there is no exit, and none is made up" {
  clauses = { "R (G) v Southwark", "CA89 s.20(3)" },
}
given { dob = "2009-02-11", approached = "children's services", safe_tonight = true, in_need = true,
  requires_accommodation = true, in_this_area = true, no_parent_responsible = false, lost_or_abandoned = false,
  carer_prevented = false, welfare_seriously_prejudiced = false }
at "2026-06-01 16:00"
event "presents homeless"
consent("care", "given")
expect.decision "section_20" { value = "not settled" }
expect.choice "section 20 owed" { state = "barred" }
expect.choice "not a child in need" { state = "barred" }
expect.choice "informed refusal" { state = "barred" }
at "2026-06-02 10:00"
fact { welfare_seriously_prejudiced = true }
expect.decision "section_20" { value = "owed", clause = "CA89 s.20(3)" }

scenario "Not a child in need: help under Part 7, and in article 3" {
  clauses = { "R (G) v Southwark", "SI 2002/2051 art 3" },
}
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, in_need = false, care_status = "none" }
at "2026-06-01 16:00"
event "presents homeless"
expect.no.decision "priority_need_article_3" -- not before children's services have decided
at "2026-06-10 10:00"
answer("assessment at 16 or 17", "not a child in need")
expect.duty "help under Part 7" { since = "2026-06-10 10:00" }
expect.decision "priority_need_article_3" { value = true }
expect.decision "priority_need" { value = true }

scenario "A relevant child is not in article 3" { clauses = { "SI 2002/2051 art 3" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, in_need = false, care_status = "relevant" }
at "2026-06-01 16:00"
event "presents homeless"
answer("assessment at 16 or 17", "not a child in need")
expect.decision "priority_need_article_3" { value = false }

scenario "A refusal counts only from who was advised, is able to decide, and was offered an advocate" {
  clauses = { "R (G) v Southwark", "Joint guidance 2018" },
}
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, in_need = true,
  requires_accommodation = true,
  in_this_area = true, no_parent_responsible = false, lost_or_abandoned = false, carer_prevented = true,
  made_fully_aware = true, capacity = true, care_status = "none" }
at "2026-06-01 16:00"
event "presents homeless"
consent("care", "refused")
expect.decision "informed_refusal" { value = nothing }
expect.choice "informed refusal" { state = "cannot tell" }
fact { advocate_offered = false }
expect.decision "informed_refusal" { value = false, clause = "Joint guidance 2018" }
expect.choice "informed refusal" { state = "barred" }
expect.choice "section 20 owed"
at "2026-06-03 10:00"
fact { advocate_offered = true }
expect.deadline "offer an advocate" { status = "met", met_at = "2026-06-03 10:00" }
expect.decision "informed_refusal" { value = true }
answer("assessment at 16 or 17", "informed refusal")
expect.duty "help under Part 7" {}
-- It can be taken back.
at "2026-06-20 10:00"
consent("care", "given")
expect.stage "housing help at 16 or 17" { outcome = "wants care after all", left = "2026-06-20 10:00" }
expect.choice "section 20 owed"

-- 45 working days before 11 February 2027: 27 January to 10 February are 11, so count back over the
-- turn of the year, without 25 and 28 December and 1 January. February 10, 9, 8, 5, 4, 3, 2, 1 are
-- 8; the 20 weekdays of January but the 1st make 28; December 31, 30, 29, 24, 23, 22, 21, 18, 17,
-- 16, 15, 14, 11, 10, 9, 8 and 7 make 45.
scenario "18 is near from 45 working days before it" { clauses = { "WT" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true }
at "2026-12-04 10:00"
event "presents homeless"
expect.no.notice "tell housing that 18 is near"
at "2026-12-06 23:00"
expect.no.notice "tell housing that 18 is near"
at "2026-12-07 09:00"
expect.notice "tell housing that 18 is near" { to = "Housing officer", at = "2026-12-07 00:00" }
expect.notice "tell children's services that 18 is near" { to = "Social worker" }

scenario "Who comes when 18 is near already is told of at once" { clauses = { "WT" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true }
at "2027-01-11 10:00"
event "presents homeless"
expect.notice "tell housing that 18 is near" { at = "2027-01-11 10:00" }

-- The ruling was given on 11 June 2025: from then on it is asked under which law somebody is accommodated, and by whom that was
-- decided.
scenario "Under which law is decided by somebody and recorded, since Surrey v BC (change 2025-06-11)" {
  clauses = { "Surrey v BC", "CA89 s.20(6)" },
}
given { dob = "2009-02-11", approached = "children's services", safe_tonight = true, in_need = true,
  requires_accommodation = true,
  in_this_area = true, no_parent_responsible = false, lost_or_abandoned = false, carer_prevented = true }
at "2025-06-10 10:00"
event "presents homeless"
consent("care", "given")
expect.deadline "ask for wishes and feelings" { status = "undated", clause = "CA89 s.20(6)" }
fact { wishes_considered = true }
expect.deadline "ask for wishes and feelings" { status = "met" }
answer("assessment at 16 or 17", "section 20 owed")
expect.no.deadline "record under which law"

scenario "From the day of the ruling it is asked" { clauses = { "Surrey v BC" } }
given { dob = "2009-02-11", approached = "children's services", safe_tonight = true, in_need = true,
  requires_accommodation = true,
  in_this_area = true, no_parent_responsible = false, lost_or_abandoned = false, carer_prevented = true }
at "2025-06-11 10:00"
event "presents homeless"
consent("care", "given")
answer("assessment at 16 or 17", "section 20 owed")
expect.deadline "record under which law" { status = "undated" }
-- A young person who found the room, and help with it, is no accommodation under section 20: nothing here says who housed them.
expect.no.decision "accommodated_under"

scenario "Who is in another council's area is handed over, and keeps the bed" { clauses = { "CA89 s.20(1)" } }
given { dob = "2009-02-11", approached = "children's services", safe_tonight = false, in_need = true,
  requires_accommodation = true, in_this_area = false }
at "2026-06-01 16:00"
event "presents homeless"
consent("care", "given")
expect.tonight "emergency accommodation" { provider = "Children's services" }
expect.decision "section_20" { value = "another council's area" }
expect.choice "section 20 owed" { state = "barred" }
at "2026-06-02 10:00"
answer("assessment at 16 or 17", "another council's area")
expect.referral "hand over to the council of the area" { to = "Another council" }
expect.tonight "emergency accommodation"

-- The steps are the same for whoever is pregnant or a parent.
scenario "At 17, pregnant: the same tree, and priority need under Part 7 besides" {
  clauses = { "CA89 s.20(3)", "HA96 s.189(1)" },
}
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, in_need = true, requires_accommodation = true,
  in_this_area = true, no_parent_responsible = false, lost_or_abandoned = false, carer_prevented = false,
  welfare_seriously_prejudiced = true, pregnant = true, priority_need_on_other_ground = true }
at "2026-06-01 16:00"
event "presents homeless"
consent("care", "given")
expect.decision "section_20" { value = "owed", clause = "CA89 s.20(3)" }
expect.decision "priority_need" { value = true }

-- What was asked for a year before, and ended, is no application of this time: help begins with the exit again.
scenario "Who applied once, and comes to children's services a year later, has an application after the exit" {
  clauses = { "HA96 s.183", "R (G) v Southwark" },
}
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, care_status = "none" }
at "2025-06-02 10:00"
event "presents homeless"
at "2025-06-03 10:00"
answer("homelessness application", "withdrawn")
at "2026-06-01 10:00"
fact { approached = "children's services", in_need = false }
event "presents homeless"
expect.decision "applied_this_time" { value = false, clause = "HA96 s.183" }
expect.no.stage "homelessness application" { left = nothing }
at "2026-06-08 10:00"
answer("assessment at 16 or 17", "not a child in need")
expect.stage "homelessness application" { entered = "2026-06-08 10:00" }
expect.decision "applied_this_time" { value = true }

-- Relief of a year before, which ended in a home, is none of this time either: the birthday makes the application.
scenario "Who was relieved once, and turns 18 in an assessment of a later time, is an adult who applies" {
  clauses = { "CA89 s.105", "HA96 s.183" },
}
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, in_need = false, care_status = "none",
  eligible = true, homeless = true }
at "2026-01-05 10:00"
event "presents homeless"
answer("assessment at 16 or 17", "not a child in need")
answer("homelessness application", "homeless")
at "2026-01-20 10:00"
fact { relief_end_ground = "a home is secured" }
answer("relief duty", "home secured")
at "2027-01-04 10:00"
fact { approached = "children's services", in_need = true }
event "presents homeless"
expect.no.stage "homelessness application" { left = nothing }
at "2027-02-11 09:00"
expect.stage "assessment at 16 or 17" { outcome = "turned 18", left = "2027-02-11 00:00" }
expect.stage "homelessness application" { entered = "2027-02-11 00:00" }

-- Interim accommodation rests on a belief, and on an application of this time.
scenario "A belief of a later time, at children's services, brings no accommodation on an application that has ended" {
  clauses = { "HA96 s.183", "HA96 s.188(1)" },
}
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, care_status = "none" }
at "2025-06-02 10:00"
event "presents homeless"
expect.decision "has_applied" { value = true }
at "2025-06-03 10:00"
answer("homelessness application", "withdrawn")
expect.decision "has_applied" { value = false }
at "2026-06-01 10:00"
fact { approached = "children's services", reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true, in_need = false }
event "presents homeless"
expect.decision "has_applied" { value = false, clause = "HA96 s.183" }
expect.no.stage "interim accommodation" { left = nothing }
at "2026-06-08 10:00"
answer("assessment at 16 or 17", "not a child in need")
expect.decision "has_applied" { value = true }
expect.stage "interim accommodation" { entered = "2026-06-08 10:00" }

scenario "Who comes to children's services while an application is open is an applicant still" {
  clauses = { "HA96 s.183", "HA96 s.188(1)" },
}
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, care_status = "none", eligible = true,
  homeless = true, in_need = false }
at "2026-06-01 10:00"
event "presents homeless"
answer("homelessness application", "homeless")
at "2026-06-08 10:00"
fact { approached = "children's services" }
event "presents homeless"
expect.decision "has_applied" { value = true, clause = "HA96 s.183" }
fact { reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true }
expect.stage "interim accommodation" { entered = "2026-06-08 10:00" }

-- From 18 on which door it was decides nothing: it is asked.
scenario "An adult who comes to children's services is asked whether they asked housing, and counted neither way" {
  clauses = { "HA96 s.183" },
}
given { dob = "2004-02-11", approached = "children's services", care_status = "former_relevant" }
at "2026-06-01 10:00"
event "presents homeless"
expect.stage "at children's services from 18" { entered = "2026-06-01 10:00", clause = "HA96 s.183" }
expect.needs "asked_housing" { waiting = "homelessness application" }
expect.decision "has_applied" { value = nothing }
expect.no.stage "homelessness application"
fact { asked_housing = false }
expect.decision "has_applied" { value = false }
expect.no.stage "homelessness application"
at "2026-06-02 10:00"
event "asks housing for help"
expect.stage "homelessness application" { entered = "2026-06-02 10:00" }
expect.decision "has_applied" { value = true }

scenario "An adult of whom it is recorded that they asked housing too has applied from then on" { clauses = { "HA96 s.183" } }
given { dob = "2004-02-11", approached = "children's services", care_status = "none", asked_housing = true }
at "2026-06-01 10:00"
event "presents homeless"
expect.stage "homelessness application" { entered = "2026-06-01 10:00" }
expect.decision "has_applied" { value = true }

scenario "Once an adult's application has ended, a later time at children's services is asked for anew" {
  clauses = { "HA96 s.183" },
}
given { dob = "2004-02-11", approached = "housing", care_status = "none" }
at "2025-06-02 10:00"
event "presents homeless"
at "2025-06-03 10:00"
answer("homelessness application", "withdrawn")
at "2026-06-01 10:00"
fact { approached = "children's services" }
event "presents homeless"
expect.decision "applied_this_time" { value = false }
expect.decision "has_applied" { value = nothing }
expect.needs "asked_housing" {}

-- Came at 17, and again at 19 to the same door: what was so of a child is not taken over.
scenario "Who came to children's services at 17 and comes again as an adult is asked" { clauses = { "HA96 s.183" } }
given { dob = "2009-02-11", approached = "children's services", safe_tonight = true, requires_accommodation = false,
  in_need = true }
at "2026-06-01 10:00"
event "presents homeless"
answer("assessment at 16 or 17", "no accommodation needed")
expect.decision "has_applied" { value = false }
at "2027-02-12 10:00"
expect.decision "has_applied" { value = false } -- turning 18 makes no application of it
at "2028-06-01 10:00"
event "presents homeless"
expect.decision "has_applied" { value = nothing }
expect.needs "asked_housing" {}

-- By the other option of its reading nobody has applied by an exit.
scenario "After an exit at children's services help waits until housing is asked, where it is so read" {
  protocol = "part7-asked-2026", clauses = { "HA96 s.183", "R (G) v Southwark" },
}
given { dob = "2009-02-11", approached = "children's services", safe_tonight = true, in_need = false, care_status = "none",
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true }
at "2026-06-01 10:00"
event "presents homeless"
at "2026-06-08 10:00"
answer("assessment at 16 or 17", "not a child in need")
expect.reading "housing help after an exit" { chosen = "begins when housing is asked" }
expect.duty "help under Part 7" { since = "2026-06-08 10:00" }
expect.no.stage "homelessness application"
expect.no.stage "interim accommodation"
expect.decision "has_applied" { value = false }
at "2026-06-10 10:00"
event "asks housing for help"
expect.stage "homelessness application" { entered = "2026-06-10 10:00" }
expect.stage "interim accommodation" { entered = "2026-06-10 10:00" }
