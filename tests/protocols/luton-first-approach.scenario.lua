-- Luton, from the aims to safeguarding concerns. Worked out by hand from the table of clauses
-- (protocols/clauses/luton.tsv); the comments are the workings.
--
-- The days: 2 June 2026 is a Tuesday. Who is born on 11 February 2009 is 17 then, 17 and a half on 11 August 2026,
-- and turns 18 on 11 February 2027. Who is born on 1 March 2006 is 20.

use "luton"

local function family(more)
  more.household, more.care_status = "family", "none"
  more.dob = more.dob or "1990-05-01"
  return more
end

local function young_person(more)
  more.household, more.care_status = "single person", more.care_status or "none"
  more.dob = more.dob or "2009-02-11"
  return more
end

----------------------------------------------------------------------------------------------------
-- Aims
----------------------------------------------------------------------------------------------------

scenario "A failing tenancy is referred early to Family Partnership" { clauses = { "aims.6" } }
given(family {})
at "2026-06-02 10:00"
event "tenancy is failing"
expect.referral "early referral to Family Partnership" { to = "Family Partnership Service", clause = "aims.6" }
expect.deadline "early referral to Family Partnership" { due = nothing }

-- A child or young person is whoever comes as a family, or is under 25 as read.
scenario "No child or young person is left roofless; a single adult of 30 is outside the rule" {
  clauses = { "aims.8", "referrals-into-mash.8" },
}
given(young_person { dob = "1996-01-01" })
at "2026-06-02 10:00"
place "nowhere"
after "2026-06-03 00:00"
expect.decision "child_or_young_person" { value = false, clause = "aims.8" }
expect.no "breach"

scenario "A family that sleeps nowhere for two nights" { clauses = { "aims.8", "referrals-into-mash.8" } }
given(family {})
at "2026-06-02 10:00"
place "nowhere"
at "2026-06-04 10:00"
place "with an aunt"
after "2026-06-05 00:00"
expect.breach "a child or young person without a place" { kind = "invariant", nights = 2, clause = "referrals-into-mash.8" }

scenario "Young until the 25th birthday, as read" { clauses = { "aims.8", "referrals-into-mash.8" } }
given(young_person { dob = "2001-06-04" })
at "2026-06-03 10:00"
place "nowhere"
after "2026-06-06 00:00"
expect.breach "a child or young person without a place" { nights = 1 } -- the night of 3 June; 25 from 4 June on
expect.reading "a young person" { chosen = "under 25" }

scenario "Not into care only for want of a home" { clauses = { "aims.12" } }
given(family {})
at "2026-06-02 10:00"
fact { taken_into_care_for = "want of a home only" }
expect.breach "into care only for want of a home" { kind = "invariant", clause = "aims.12" }

scenario "The aim does not bar what a homeless 17 year old is owed" { clauses = { "aims.12" } }
given(young_person {})
at "2026-06-02 10:00"
fact { taken_into_care_for = "want of a home only" }
expect.no "breach"

scenario "A care leaver's tenancy is supported by both, up to 25" { clauses = { "aims.13" } }
given(young_person { dob = "2002-06-10", care_status = "former_relevant" })
at "2026-06-02 10:00"
event "signs tenancy"
expect.duty "joint support to keep the tenancy" { owner = { "Housing Service", "Children's Services" }, ended = nothing }
after "2027-06-10 00:00"
expect.stage "support to keep the tenancy" { outcome = "turned 25", left = "2027-06-10 00:00", clause = "aims.13" }

scenario "Support that is needed no longer" { clauses = { "aims.13" } }
given(young_person { dob = "2002-06-10", care_status = "qualifying" })
at "2026-06-02 10:00"
event "signs tenancy"
at "2026-12-01 10:00"
answer("support to keep the tenancy", "no longer needed")
expect.duty "joint support to keep the tenancy" { ended = "2026-12-01 10:00" }

----------------------------------------------------------------------------------------------------
-- First approach to the Service
----------------------------------------------------------------------------------------------------

scenario "The service that is approached finds out for itself, and Housing assesses whom nobody knows" {
  clauses = {
    "first-approach.1", "first-approach.2", "first-approach.3", "first-approach.5", "objectives.4", "objectives.8",
    "housing-duty.1", "objectives.6",
  },
}
given(family { approached = "housing", known_to_service = false })
at "2026-06-02 10:00"
event "presents homeless"
expect.stage "first approach" { owner = "Housing Needs Service", clause = "first-approach.1" }
expect.deadline "find the cause and the risks" {
  status = "undated", owner = "Housing Needs Service", clause = "first-approach.2",
}
expect.deadline "check both systems, and earlier referrals" { status = "undated", clause = "first-approach.3" }
expect.deadline "look into the other service's system" { status = "undated", clause = "objectives.8" }
expect.deadline "assess needs and risks jointly" { status = "undated", clause = "objectives.4" }
expect.deadline "consult the other service for a joint answer" { status = "undated", clause = "first-approach.5" }
expect.decision "southwark_age" { value = false, clause = "objectives.6" }
at "2026-06-02 11:30"
done "find the cause and the risks"
answer("first approach", "Housing assesses")
expect.deadline "find the cause and the risks" { status = "met", met_at = "2026-06-02 11:30" }
expect.deadline "check both systems, and earlier referrals" { status = "met", met_at = "2026-06-02 11:30" }
expect.stage "homelessness assessment" { owner = "Housing Solutions Officer", clause = "housing-duty.1" }

scenario "Children's Services are approached: they answer, and are not the wrong door" {
  clauses = { "first-approach.1", "first-approach.6", "objectives.3" },
}
given(family {
  approached = "children's services", known_to_service = true, known_to_housing = false, welfare_concern = false,
})
at "2026-06-02 10:00"
event "presents homeless"
expect.stage "first approach" { owner = "Children's Services" }
expect.choice "Housing assesses" { state = "barred", clause = "housing-duty.1" }
answer("first approach", "Children's Services lead")
expect.stage "first approach" { outcome = "Children's Services lead", outcome_clause = "objectives.3" }
expect.no "breach"
fact { sent_away = true }
expect.breach "sent to the other door" { kind = "invariant", clause = "first-approach.6" }

scenario "Known, but both agree that homelessness is the only concern: Housing leads" { clauses = { "housing-duty.1" } }
given(family { approached = "housing", known_to_service = true, known_to_housing = true, housing_to_lead = true })
at "2026-06-02 10:00"
event "presents homeless"
answer("first approach", "Housing assesses")
expect.stage "homelessness assessment" { entered = "2026-06-02 10:00" }

scenario "Nobody knows which service was approached: it is asked, not guessed" { clauses = { "first-approach.1" } }
given(family { known_to_service = false })
at "2026-06-02 10:00"
event "presents homeless"
expect.stage "first approach" { owner = nothing }

scenario "Known: Housing speaks to the caseworker" { clauses = { "first-approach.4" } }
given(family { approached = "children's services", known_to_service = true })
at "2026-06-02 10:00"
event "presents homeless"
expect.notice "speak to the caseworker" { to = "Children's Services", clause = "first-approach.4" }
expect.no.stage "find the contact"

scenario "Known, and unsure whom to ring: four numbers" { clauses = { "first-approach.4/2" } }
given(family { approached = "housing", known_to_service = true, contact_unsure = true })
at "2026-06-02 10:00"
event "presents homeless"
expect.no.notice "speak to the caseworker"
answer("find the contact", "homeless case")
expect.notice "ring Business Support" { via = "telephone, ext 6630", to = "Housing Needs Business Support Team" }
at "2026-06-03 10:00"
event "presents homeless"
answer("find the contact", "council tenant")
expect.notice "ring Housing Services" { via = "telephone, ext 3008", to = "Housing Service", clause = "first-approach.4/2" }
at "2026-06-04 10:00"
event "presents homeless"
answer("find the contact", "MASH")
expect.notice "ring MASH" { to = "MASH" }
at "2026-06-05 10:00"
event "presents homeless"
answer("find the contact", "Assessment Service")
expect.notice "ring the Assessment Service" { to = "Family Assessment and Support Service" }

----------------------------------------------------------------------------------------------------
-- First Approach 16-17 year olds and care leavers
----------------------------------------------------------------------------------------------------

scenario "A 17 year old whom nobody knows goes to Children's Services, not through Housing's assessment" {
  clauses = { "first-approach-16-17.1", "first-approach-16-17.8", "first-approach-16-17.9", "objectives.6", "housing-duty.1" },
}
given(young_person { approached = "housing", known_to_service = false })
at "2026-06-02 10:00"
event "presents homeless"
expect.referral "refer to Children's Services at 16 or 17" {
  to = "Children's Services", state = "done", clause = "first-approach-16-17.1",
}
expect.choice "Housing assesses" { state = "barred" }
expect.reading "a 16 or 17 year old whom nobody knows" { chosen = "Children's Services assess" }
expect.deadline "first contact" {
  status = "undated", owner = { "Housing Solutions post in Children's Services", "Duty social worker" },
  clause = "first-approach-16-17.8",
}
expect.duty "hold the case until the Children Act duty is discharged" { owner = "Duty social worker", ended = nothing }
at "2026-06-02 10:30"
done "first contact"
expect.deadline "first contact" { status = "met", met_at = "2026-06-02 10:30" }
at "2026-09-01 10:00"
answer("portfolio of the young person", "Children Act duty discharged")
expect.stage "portfolio of the young person" {
  outcome = "Children Act duty discharged", clause = "first-approach-16-17.9",
}

-- 18 on 11 February 2027: no longer 16 or 17, as read.
scenario "On the 18th birthday nobody is 16 or 17" { clauses = { "objectives.6", "first-approach-16-17.1" } }
given(young_person { approached = "housing", known_to_service = false })
at "2027-02-11 10:00"
event "presents homeless"
expect.decision "southwark_age" { value = false }
expect.no.stage "16 or 17"
answer("first approach", "Housing assesses")

-- 11 February 2027 less 6 months: 11 August 2026, to its end.
scenario "Discussed at the 17+ Panel by 17 and a half" {
  clauses = {
    "first-approach-16-17.2", "first-approach-16-17.3", "first-approach-16-17.4", "first-approach-16-17.5",
    "leaving-care.7",
  },
}
given(young_person { known_to_service = true, care_status = "eligible" })
at "2026-06-02 10:00"
event "put to the 17+ Panel"
expect.deadline "discussed at the 17+ Panel" {
  status = "live", due = "2026-08-11", owner = "Children's Services", clause = "first-approach-16-17.2",
}
expect.deadline "referred to Housing through the monthly panel" { status = "live", due = "2026-08-11" }
at "2026-06-24 12:00"
panel("17+ Panel", "transition decided")
expect.stage "17+ Panel" { outcome = "transition decided", clause = "first-approach-16-17.3" }
expect.deadline "discussed at the 17+ Panel" { status = "met", met_at = "2026-06-24 12:00" }
expect.deadline "referred to Housing through the monthly panel" { status = "met", clause = "leaving-care.7" }
expect.deadline "Personal Adviser allocated" {
  status = "undated", owner = "Children's Services", clause = "first-approach-16-17.4",
}
expect.deadline "plans follow the young person's wishes" { status = "undated", clause = "first-approach-16-17.5" }
done "Personal Adviser allocated"
at "2027-02-01 10:00"
answer("towards 18", "with the 18+ Team")
expect.deadline "Personal Adviser allocated" { status = "met", met_at = "2026-06-24 12:00" }
expect.deadline "plans follow the young person's wishes" { status = "met", met_at = "2027-02-01 10:00" }
expect.duty "early work with a Personal Adviser" { owner = "Personal Adviser", ended = "2027-02-01 10:00" }
expect.no "breach"

scenario "The 17+ Panel comes to it a fortnight too late" { clauses = { "first-approach-16-17.2", "leaving-care.7" } }
given(young_person { known_to_service = true, care_status = "looked_after" })
at "2026-06-02 10:00"
event "put to the 17+ Panel"
at "2026-08-25 12:00"
panel("17+ Panel", "transition decided")
expect.breach "discussed at the 17+ Panel" { due = "2026-08-11", clause = "first-approach-16-17.2" }
expect.breach "referred to Housing through the monthly panel" { due = "2026-08-11", clause = "leaving-care.7" }

scenario "A known child who is not in care is discussed too, as read; one who is not known is not" {
  clauses = { "first-approach-16-17.2" },
}
given(young_person { known_to_service = true })
at "2026-06-02 10:00"
event "put to the 17+ Panel"
expect.deadline "discussed at the 17+ Panel" { status = "live" }
expect.no.deadline "referred to Housing through the monthly panel"

scenario "Who comes later than 17 and a half is not provided for" { clauses = { "first-approach-16-17.2" } }
given(young_person { known_to_service = true, care_status = "looked_after" })
at "2026-09-01 10:00"
event "put to the 17+ Panel"
expect.deadline "discussed at the 17+ Panel" { status = "void", void_because = "already past" }
expect.no "breach"

scenario "Emergency accommodation until a supported place is found" { clauses = { "first-approach-16-17.6" } }
given(young_person { dob = "2006-03-01", care_status = "former_relevant" })
at "2026-06-02 10:00"
event "no supported or hostel place"
expect.tonight "emergency accommodation" { paid_by = nothing, clause = "first-approach-16-17.6" }
expect.duty "help with emergency accommodation" { owner = "Housing Needs Service" }
at "2026-06-12 10:00"
event "supported or hostel place secured"
expect.stage "until a supported place is found" { outcome = "place secured", left = "2026-06-12 10:00" }
expect.bed "emergency accommodation" { nights = 10 } -- the nights of 2 to 11 June

----------------------------------------------------------------------------------------------------
-- Safeguarding Concerns
----------------------------------------------------------------------------------------------------

scenario "A concern goes to MASH; known to both, interview and assessment are joint" {
  clauses = { "safeguarding.1", "safeguarding.2", "safeguarding.3", "safeguarding.4", "safeguarding.4/2" },
}
given(family { known_to_service = true, known_to_housing = true })
at "2026-06-02 10:00"
fact { welfare_concern = true }
expect.referral "refer the concern to MASH" { to = "MASH", state = "done", clause = "safeguarding.1" }
expect.stage "joint interview and assessment" {
  owner = { "Housing Needs Service", "Children's Services" }, clause = "safeguarding.2",
}
at "2026-06-09 10:00"
sign("joint interview and assessment", "Children's Services go on", "Housing Needs Service")
expect.stage "joint interview and assessment" { left = nothing }
sign("joint interview and assessment", "Children's Services go on", "Children's Services")
expect.stage "joint interview and assessment" { left = "2026-06-09 10:00", outcome_clause = "safeguarding.3" }
expect.duty "resolve the housing side together" { owner = { "Housing Needs Service", "Children's Services" } }
expect.referral "ask for a place for the family" {
  to = "Temporary Accommodation Allocations Team", clause = "safeguarding.4/2",
}
at "2026-07-01 10:00"
answer("housing side of the case", "resolved")
expect.stage "housing side of the case" { outcome = "resolved", clause = "safeguarding.4" }

scenario "Both agree that Housing goes on" { clauses = { "safeguarding.3" } }
given(family { known_to_service = true, known_to_housing = true })
at "2026-06-02 10:00"
fact { welfare_concern = true }
answer("joint interview and assessment", "Housing goes on")
expect.stage "joint interview and assessment" { outcome = "Housing goes on", outcome_clause = "safeguarding.3" }
expect.no.stage "housing side of the case"

scenario "They do not agree who is best placed: the ladder opens" { clauses = { "safeguarding.3", "escalation.1" } }
given(family { known_to_service = true, known_to_housing = true })
at "2026-06-02 10:00"
fact { welfare_concern = true }
sign("joint interview and assessment", "Housing goes on", "Children's Services")
sign("joint interview and assessment", "Children's Services go on", "Housing Needs Service")
expect.stage "joint interview and assessment" { left = nothing }
expect.escalation "escalation" {
  level = 1, stage = "joint interview and assessment", clause = "escalation.1",
  owner = { "Line manager, Housing", "Line manager, Children's Services" },
}
