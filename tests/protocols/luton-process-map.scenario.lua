-- Luton, the process map for homeless 16 and 17 year olds. Worked out by hand from the table of clauses
-- (protocols/clauses/luton.tsv); the comments are the workings.
--
-- The days: 2 June 2026 is a Tuesday. Who is born on 11 February 2009 is 17 then and 18 on 11 February 2027.

use "luton"

local function young_person(more)
  more.household, more.care_status, more.dob = "single person", more.care_status or "none", more.dob or "2009-02-11"
  more.approached, more.known_to_service = more.approached or "housing", false
  return more
end

local function to_the_assessment_service()
  event "presents homeless"
  answer("MASH finds the young person", "passed to the Assessment Service")
end

local function assessed(in_need)
  answer("young person with the Assessment Service", "single assessment")
  fact { seen = true, interviewed = "interviewed", in_need = in_need }
  answer("child in need assessment", in_need and "in need" or "not in need")
end

----------------------------------------------------------------------------------------------------
-- Three doors, and MASH
----------------------------------------------------------------------------------------------------

scenario "At Housing: MASH is told, and the officer walks along to the Gordon Street entrance" {
  clauses = { "process-map.1", "process-map.2", "process-map.17", "process-map.20" },
}
given(young_person { in_safe_place = true, at_town_hall = true })
at "2026-06-02 10:00"
event "presents homeless"
expect.referral "Housing contacts MASH" { to = "MASH", clause = "process-map.1" }
expect.deadline "walk with the young person to the Gordon Street entrance" {
  status = "undated", owner = "Housing Officer", clause = "process-map.2",
}
expect.stage "MASH finds the young person" { owner = "MASH", clause = "process-map.17" }
expect.no.notice "tell the Police"
at "2026-06-02 10:20"
answer("young person at Housing", "brought to the Town Hall")
expect.deadline "walk with the young person to the Gordon Street entrance" { status = "met" }
answer("MASH finds the young person", "passed to the Assessment Service")
expect.stage "MASH finds the young person" { outcome_clause = "process-map.20" }

scenario "The young person was not brought" { clauses = { "process-map.2" } }
given(young_person { in_safe_place = true, at_town_hall = false })
at "2026-06-02 10:00"
event "presents homeless"
answer("young person at Housing", "not brought")
expect.deadline "walk with the young person to the Gordon Street entrance" { status = "void" }

scenario "At an agency, and at Children's Services" { clauses = { "process-map.1", "process-map.4", "process-map.5" } }
given(young_person { approached = "children's services", in_safe_place = true })
at "2026-06-02 10:00"
event "young person contacts an agency"
expect.referral "agency contacts MASH" { to = "MASH", clause = "process-map.1" }
expect.stage "young person at an agency" { clause = "process-map.4" }
at "2026-06-02 11:00"
event "presents homeless"
expect.stage "young person at Children's Services" { clause = "process-map.5" }
expect.referral "Children's Services contact MASH" { to = "MASH" }

-- The Police first, as read: by the moment at which the case is passed.
scenario "Not in a safe place: the Police are told before the case is passed" {
  clauses = { "process-map.18", "process-map.20" }, acts = "wait",
}
given(young_person { in_safe_place = false, at_town_hall = false })
at "2026-06-02 22:00"
event "young person contacts an agency"
at "2026-06-02 22:05"
done "tell the Police"
at "2026-06-02 22:10"
answer("MASH finds the young person", "passed to the Assessment Service")
expect.deadline "tell the Police" { status = "met", met_at = "2026-06-02 22:05", clause = "process-map.18" }
expect.reading "Police and the case passed on" { chosen = "the Police first" }

scenario "The Police are told after it: late, as read" { clauses = { "process-map.18" }, acts = "wait" }
given(young_person { in_safe_place = false, at_town_hall = false })
at "2026-06-02 22:00"
event "young person contacts an agency"
answer("MASH finds the young person", "passed to the Assessment Service")
at "2026-06-02 22:10"
done "tell the Police"
expect.breach "tell the Police" { due = "2026-06-02 22:00", clause = "process-map.18" }

----------------------------------------------------------------------------------------------------
-- 15 and 30 minutes
----------------------------------------------------------------------------------------------------

scenario "Street homeless and not safe: a response in 15 minutes" { clauses = { "process-map.19" } }
given(young_person { in_safe_place = false, street_homeless = true, at_town_hall = false })
at "2026-06-02 22:00"
event "young person contacts an agency"
expect.notice "ask for an urgent response" { to = "Family Assessment and Support Service", clause = "process-map.19" }
expect.deadline "urgent response" { status = "live", due = "2026-06-02 22:15", clause = "process-map.19" }
at "2026-06-02 22:15"
event "Assessment Team responds"
expect.deadline "urgent response" { status = "met" }

scenario "The response comes after 16 minutes" { clauses = { "process-map.19" } }
given(young_person { in_safe_place = true, street_homeless = true, distressed_or_confused = true, at_town_hall = false })
at "2026-06-02 22:00"
event "young person contacts an agency"
at "2026-06-02 22:16"
event "Assessment Team responds"
expect.breach "urgent response" { due = "2026-06-02 22:15", late_by = "1 minute" }

scenario "Distressed, but not street homeless: not urgent, as read" { clauses = { "process-map.19" } }
given(young_person { in_safe_place = true, distressed_or_confused = true, at_town_hall = false })
at "2026-06-02 22:00"
event "young person contacts an agency"
expect.decision "urgent_response" { value = false, clause = "process-map.19" }
expect.no.stage "urgent response"

scenario "Met at the Town Hall within 15 minutes of arriving" { clauses = { "process-map.20/2" } }
given(young_person { in_safe_place = true, at_town_hall = true })
at "2026-06-02 10:00"
to_the_assessment_service()
at "2026-06-02 10:20"
event "arrives at the Town Hall"
expect.deadline "met at the Town Hall within 15 minutes" {
  status = "live", due = "2026-06-02 10:35", owner = { "Social worker", "Housing Officer" }, clause = "process-map.20/2",
}
expect.no.deadline "met elsewhere within 30 minutes"
at "2026-06-02 10:35"
event "young person met"
expect.deadline "met at the Town Hall within 15 minutes" { status = "met" }

scenario "Met at the Town Hall five minutes late" { clauses = { "process-map.20/2" } }
given(young_person { in_safe_place = true, at_town_hall = true })
at "2026-06-02 10:00"
event "arrives at the Town Hall"
at "2026-06-02 10:20"
event "young person met"
expect.breach "met at the Town Hall within 15 minutes" { due = "2026-06-02 10:15", late_by = "5 minutes" }

scenario "Elsewhere within 30 minutes of the case being passed on" { clauses = { "process-map.16" } }
given(young_person { in_safe_place = true, at_town_hall = false })
at "2026-06-02 10:00"
to_the_assessment_service()
expect.deadline "met elsewhere within 30 minutes" {
  status = "live", due = "2026-06-02 10:30", owner = "Family Assessment and Support Service", clause = "process-map.16",
}
at "2026-06-02 10:30"
event "young person met"
expect.deadline "met elsewhere within 30 minutes" { status = "met" }

scenario "Elsewhere, after 31 minutes; and longer where that was agreed" { clauses = { "process-map.16" } }
given(young_person { in_safe_place = true, at_town_hall = false })
at "2026-06-02 10:00"
to_the_assessment_service()
at "2026-06-02 10:31"
event "young person met"
expect.breach "met elsewhere within 30 minutes" { due = "2026-06-02 10:30", late_by = "1 minute" }

scenario "Longer was agreed: no clock" { clauses = { "process-map.16" } }
given(young_person { in_safe_place = true, at_town_hall = false, longer_agreed = true })
at "2026-06-02 10:00"
to_the_assessment_service()
expect.no.deadline "met elsewhere within 30 minutes"

----------------------------------------------------------------------------------------------------
-- The initial interview
----------------------------------------------------------------------------------------------------

scenario "The initial interview: a pack, the parent's views, an advocate, consent" {
  clauses = { "process-map.9", "process-map.10", "process-map.11", "process-map.12", "process-map.15" },
}
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = true })
at "2026-06-02 10:00"
to_the_assessment_service()
expect.stage "young person with the Assessment Service" {
  owner = { "Housing Solutions post in Children's Services", "Social worker" }, clause = "process-map.15",
}
expect.notice "pack on housing options" { to = "applicant", clause = "process-map.12" }
expect.deadline "views of the parent or carer" { status = "undated", clause = "process-map.9" }
expect.deadline "advocacy offered" { status = "undated", clause = "process-map.10" }
expect.deadline "consent to share obtained" { status = "undated", clause = "process-map.11" }
at "2026-06-02 11:00"
done "views of the parent or carer"
done "advocacy offered"
consent("sharing", "given")
expect.deadline "consent to share obtained" { status = "met", met_at = "2026-06-02 11:00" }
expect.deadline "views of the parent or carer" { status = "met" }

scenario "Back to the parents, with support" { clauses = { "process-map.3" } }
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = true })
at "2026-06-02 10:00"
to_the_assessment_service()
answer("young person with the Assessment Service", "returns to parents or carers with support")
expect.stage "young person with the Assessment Service" { outcome_clause = "process-map.3" }
expect.status "closed" { outcome = "returned home" }

scenario "Cared for by family or friends" { clauses = { "process-map.8" } }
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = false })
at "2026-06-02 10:00"
to_the_assessment_service()
expect.no.deadline "views of the parent or carer"
answer("young person with the Assessment Service", "cared for by family or friends")
expect.stage "young person with the Assessment Service" { outcome_clause = "process-map.8" }
expect.status "closed" { outcome = "with family or friends" }

scenario "Does not want social care: the map shows nothing that follows" { clauses = { "process-map.7" } }
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = false })
at "2026-06-02 10:00"
to_the_assessment_service()
answer("young person with the Assessment Service", "does not want social care")
expect.stage "young person with the Assessment Service" { outcome_clause = "process-map.7" }
expect.status "open"

scenario "At risk, but not imminently: nothing follows" { clauses = { "process-map.29" } }
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = false })
at "2026-06-02 10:00"
to_the_assessment_service()
answer("young person with the Assessment Service", "at risk, not imminent")
expect.stage "young person with the Assessment Service" { outcome_clause = "process-map.29" }

----------------------------------------------------------------------------------------------------
-- After the single assessment
----------------------------------------------------------------------------------------------------

-- 45 working days from Tuesday 2 June 2026: nine weeks, Tuesday 4 August.
scenario "In need, and owed accommodation: section 20, and all that follows" {
  clauses = {
    "process-map.13", "process-map.23", "process-map.26", "process-map.26/2", "process-map.26/3", "process-map.26/4",
    "process-map.26/5", "process-map.28", "legal-housing.9", "outcomes.11",
  },
}
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = false })
at "2026-06-02 10:00"
to_the_assessment_service()
answer("young person with the Assessment Service", "single assessment")
expect.deadline "single assessment" { status = "live", due = "2026-08-04", clause = "process-map.13" }
at "2026-06-30 10:00"
fact { seen = true, interviewed = "interviewed", in_need = true, welfare_seriously_prejudiced = true }
answer("child in need assessment", "in need")
expect.deadline "tell Housing of the young person's outcome" { status = "met", clause = "outcomes.11" }
expect.choice "universal services" { state = "barred", clause = "process-map.25" }
answer("outcome for the young person", "statutory support and accommodation")
expect.stage "outcome for the young person" { outcome_clause = "process-map.23" }
expect.decision "section_20_owed" { value = true, clause = "legal-housing.9" }
expect.choice "section 17" { state = "barred", clause = "process-map.27" }
expect.reading "the box of section 17" { chosen = "only where section 20 is not owed" }
answer("accommodation at 16 or 17", "section 20")
expect.tonight "section 20 accommodation" { paid_by = "Children's Services", clause = "process-map.28" }
expect.notice "alert the head of service" { to = "Head of service", clause = "process-map.26/2" }
expect.referral "refer to placements" { to = "Placements", clause = "process-map.26/3" }
expect.deadline "paperwork completed" { status = "undated", clause = "process-map.26" }
at "2026-07-14 10:00"
answer("once accommodated", "completed")
expect.deadline "further family assessments" { status = "met", clause = "process-map.26/4" }
expect.deadline "family network meetings agree a safe plan" { status = "met", clause = "process-map.26/5" }

scenario "Section 20 is not owed: the box of section 17 is open" { clauses = { "process-map.27" } }
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = false })
at "2026-06-02 10:00"
to_the_assessment_service()
fact { welfare_seriously_prejudiced = false }
assessed(true)
answer("outcome for the young person", "statutory support and accommodation")
answer("accommodation at 16 or 17", "section 17")
expect.tonight "section 17 accommodation" { clause = "process-map.27" }

scenario "Housing hears of the outcome a day too late" { clauses = { "outcomes.11" }, acts = "wait" }
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = false })
at "2026-06-02 10:00"
to_the_assessment_service()
assessed(true)
at "2026-06-03 10:00"
done "tell Housing of the young person's outcome"
expect.breach "tell Housing of the young person's outcome" { due = "2026-06-02", clause = "outcomes.11" }

scenario "Home, with Family Partnership" { clauses = { "process-map.14" } }
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = false })
at "2026-06-02 10:00"
to_the_assessment_service()
assessed(true)
answer("outcome for the young person", "home with Family Partnership")
expect.referral "support at home" { to = "Family Partnership Service", clause = "process-map.14" }
expect.status "closed" { outcome = "returned home" }

scenario "Family Partnership, and back to family or friends" { clauses = { "process-map.22" } }
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = false })
at "2026-06-02 10:00"
to_the_assessment_service()
assessed(false)
answer("outcome for the young person", "Family Partnership, and back to family or friends")
expect.referral "refer to Family Partnership" { to = "Family Partnership Service", clause = "process-map.22" }

scenario "Support as a child in need, without accommodation" { clauses = { "process-map.24" } }
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = false })
at "2026-06-02 10:00"
to_the_assessment_service()
assessed(true)
answer("outcome for the young person", "statutory support, not accommodation")
expect.stage "outcome for the young person" { outcome_clause = "process-map.24" }

scenario "No statutory support: universal services" { clauses = { "process-map.25" } }
given(young_person { in_safe_place = true, at_town_hall = true, safe_to_contact_parents = false })
at "2026-06-02 10:00"
to_the_assessment_service()
assessed(false)
expect.choice "statutory support, not accommodation" { state = "barred" }
answer("outcome for the young person", "universal services")
expect.stage "outcome for the young person" { outcome_clause = "process-map.25" }
