-- Luton, from referrals into MASH to the review of the protocol: late arrivals, other authorities, the assessment of
-- each child, outcomes, money, disputes, figures. Worked out by hand from the table of clauses
-- (protocols/clauses/luton.tsv); the comments are the workings.
--
-- The days: 1 June 2026 is a Monday, 5 June a Friday; 3 April 2026 is Good Friday, 6 April Easter Monday; 31 August 2026
-- is a Monday and the summer bank holiday.

use "luton"

local ANN = { id = "Ann", facts = { dob = "2015-03-01" } }
local BEN = { id = "Ben", facts = { dob = "2019-03-01" } }
local CAI = { id = "Cai", facts = { dob = "2008-06-15" } } -- 18 on 15 June 2026

local function family(more)
  more.household, more.care_status = "family", "none"
  more.dob = more.dob or "1990-05-01"
  more.approached = more.approached or "housing"
  more.known_to_service = more.known_to_service or false
  more.in_temporary_accommodation = more.in_temporary_accommodation or false
  more.urgent_need = more.urgent_need or false
  more.children = more.children or { ANN, BEN }
  return more
end

local function refused_and_referred()
  event "presents homeless"
  consent("telling Social Services", "given")
  answer("first approach", "Housing assesses")
  answer("homelessness assessment", "1 not eligible for public funds")
end

local function assessed(child, in_need)
  fact { seen = true, interviewed = "interviewed", in_need = in_need, child = child }
  answer("child in need assessment", in_need and "in need" or "not in need") { child = child }
end

----------------------------------------------------------------------------------------------------
-- Referrals into MASH
----------------------------------------------------------------------------------------------------

scenario "MASH accepts, and they meet within 15 minutes of the referral" {
  clauses = { "referrals-into-mash.1", "referrals-into-mash.1/2", "referrals-into-mash.2", "referrals-into-mash.3" },
}
given(family { eligible = false, urgent_need = true })
at "2026-06-02 14:00"
refused_and_referred()
expect.stage "referral into MASH" { owner = "Receiving officer in MASH", clause = "referrals-into-mash.1" }
expect.deadline "meet within 15 minutes" {
  status = "live", due = "2026-06-02 14:15", owner = "Social Care Officer", clause = "referrals-into-mash.1/2",
}
answer("referral into MASH", "accepted")
at "2026-06-02 14:15"
event "Social Care Officer meets the applicant"
expect.deadline "meet within 15 minutes" { status = "met", met_at = "2026-06-02 14:15" }
expect.stage "risk assessment" { owner = "Social Care Officer", clause = "referrals-into-mash.2" }
expect.deadline "handover introduction" {
  status = "undated", owner = "Housing Officer", clause = "referrals-into-mash.3",
}

scenario "Not accepted, and met a minute too late" { clauses = { "referrals-into-mash.1", "referrals-into-mash.1/2" } }
given(family { eligible = false, urgent_need = true })
at "2026-06-02 14:00"
refused_and_referred()
answer("referral into MASH", "not accepted")
at "2026-06-02 14:16"
event "Social Care Officer meets the applicant"
expect.breach "meet within 15 minutes" { due = "2026-06-02 14:15", late_by = "1 minute" }

scenario "A duty is owed: a place through Housing, at the cost of Children's Services" {
  clauses = {
    "referrals-into-mash.2/2", "referrals-into-mash.5", "referrals-into-mash.6", "costings.3", "monitoring.6",
    "monitoring.9",
  },
}
given(family {})
at "2026-06-02 14:00"
event "Social Care Officer meets the applicant"
at "2026-06-02 15:00"
answer("risk assessment", "accommodation duty owed")
expect.stage "risk assessment" { outcome_clause = "referrals-into-mash.5" }
expect.referral "case to Family Assessment and Support" {
  to = "Family Assessment and Support Service", clause = "referrals-into-mash.2/2",
}
expect.deadline "handover introduction" { status = "met" }
answer("accommodation by Children's Services", "with help from Housing")
expect.referral "ask for a place while assessing" {
  to = "Temporary Accommodation Allocations Team", clause = "referrals-into-mash.6",
}
expect.charge "place found through Housing" { paid_by = "Children's Services", clause = "costings.3" }
expect.tonight "accommodation by Children's Services" { provider = "Temporary Accommodation Allocations Team" }

scenario "A place without help from Housing" { clauses = { "referrals-into-mash.6", "costings.3" } }
given(family {})
at "2026-06-02 14:00"
event "Social Care Officer meets the applicant"
answer("risk assessment", "accommodation duty owed")
answer("accommodation by Children's Services", "without help")
expect.charge "place found by Children's Services" { paid_by = "Children's Services" }
expect.tonight "accommodation by Children's Services" { provider = nothing }

scenario "No duty: the officer is satisfied where they sleep, and the case moves on all the same" {
  clauses = { "referrals-into-mash.5", "referrals-into-mash.7", "referrals-into-mash.2" },
}
given(family {})
at "2026-06-02 14:00"
event "Social Care Officer meets the applicant"
answer("risk assessment", "accommodation duty not owed")
expect.deadline "be satisfied where they sleep tonight" {
  status = "live", due = "2026-06-02", clause = "referrals-into-mash.7",
}
expect.decision "moves_on" { value = true, clause = "referrals-into-mash.2" }
expect.stage "child in need assessment" { child = "Ann" }
at "2026-06-02 18:00"
answer("where they sleep tonight", "satisfied")
expect.deadline "be satisfied where they sleep tonight" { status = "met", met_at = "2026-06-02 18:00" }

scenario "Not satisfied: no child is left without a place" {
  clauses = { "referrals-into-mash.7", "referrals-into-mash.8" },
}
given(family {})
at "2026-06-02 14:00"
event "Social Care Officer meets the applicant"
answer("risk assessment", "accommodation duty not owed")
answer("where they sleep tonight", "not satisfied")
expect.stage "where they sleep tonight" { outcome_clause = "referrals-into-mash.8" }
expect.stage "accommodation by Children's Services" { entered = "2026-06-02 14:00" }

scenario "Satisfied only on the next day: late" { clauses = { "referrals-into-mash.7" } }
given(family {})
at "2026-06-02 14:00"
event "Social Care Officer meets the applicant"
answer("risk assessment", "accommodation duty not owed")
at "2026-06-03 09:00"
answer("where they sleep tonight", "satisfied")
expect.breach "be satisfied where they sleep tonight" { due = "2026-06-02", late_by = "1 day" }

----------------------------------------------------------------------------------------------------
-- Late arrivals
----------------------------------------------------------------------------------------------------

scenario "At 16:30 on a Thursday it is not after 16:30" { clauses = { "referrals-into-mash.9" } }
given(family { at_town_hall = true })
at "2026-06-04 16:30"
event "presents homeless"
expect.no.stage "late arrival"
expect.no.stage "Emergency Duty Team"
expect.decision "placed_if_late" { value = true, clause = "referrals-into-mash.9" }

-- Thursday 16:31: placed for that night, and back on Friday 5 June.
scenario "A minute later the family is placed for the night" {
  clauses = { "referrals-into-mash.9", "referrals-into-mash.9/2", "referrals-into-mash.10" }, acts = "wait",
}
given(family { at_town_hall = true })
at "2026-06-04 16:31"
event "presents homeless"
expect.deadline "emergency accommodation for the night" {
  status = "live", due = "2026-06-04", owner = "Housing Officer", clause = "referrals-into-mash.9",
}
place "emergency accommodation for the night"
expect.deadline "emergency accommodation for the night" { status = "met" }
done "tell MASH of the placement"
done "tell the Allocations Team of the placement"
expect.notice "tell MASH of the placement" { to = "MASH", state = "done", clause = "referrals-into-mash.9/2" }
expect.notice "tell the Allocations Team of the placement" { to = "Temporary Accommodation Allocations Team" }
expect.deadline "seen by MASH the next working day" {
  status = "live", due = "2026-06-05", owner = "MASH", clause = "referrals-into-mash.10",
}
expect.no.deadline "seen by MASH after a Friday"
at "2026-06-05 10:00"
answer("late arrival", "seen by MASH")
expect.deadline "seen by MASH the next working day" { status = "met" }
expect.charge "emergency accommodation for the night" { paid_by = "Children's Services" }
expect.stage "risk assessment" { entered = "2026-06-05 10:00" }

scenario "No place that night: late" { clauses = { "referrals-into-mash.9" }, acts = "wait" }
given(family { at_town_hall = true })
at "2026-06-04 16:31"
event "presents homeless"
at "2026-06-05 10:00"
place "emergency accommodation for the night"
expect.breach "emergency accommodation for the night" { due = "2026-06-04" }

scenario "On a Friday at 16:10 it is after 16:00; back on Monday" {
  clauses = { "referrals-into-mash.9", "referrals-into-mash.10" },
}
given(family { at_town_hall = true })
at "2026-06-05 16:10"
event "presents homeless"
expect.deadline "seen by MASH after a Friday" {
  status = "live", due = "2026-06-08", owner = "MASH", clause = "referrals-into-mash.10",
}
expect.tonight "emergency accommodation for the night" {
  paid_by = "Children's Services", clause = "referrals-into-mash.9",
}
at "2026-06-08 11:00"
answer("late arrival", "seen by MASH")
expect.deadline "seen by MASH after a Friday" { status = "met" }
expect.bed "emergency accommodation for the night" { nights = 3, paid_by = "Children's Services" }

-- Friday 28 August 2026: Monday 31 August is a bank holiday. As read, the next working day is Tuesday 1 September.
scenario "A bank holiday Monday: the next working day, as read" { clauses = { "referrals-into-mash.10" } }
given(family { at_town_hall = true })
at "2026-08-28 16:10"
event "presents homeless"
expect.deadline "seen by MASH after a Friday" { due = "2026-09-01" }
expect.reading "Monday after a Friday" { chosen = "the next working day", clause = "referrals-into-mash.10" }
at "2026-09-02 09:00"
answer("late arrival", "seen by MASH")
expect.breach "seen by MASH after a Friday" { due = "2026-09-01", late_by = "1 working day" }

-- Thursday 2 April 2026: Good Friday and Easter Monday are no working days, so Tuesday 7 April.
scenario "Late before Easter, and they do not come back" { clauses = { "referrals-into-mash.10" } }
given(family { at_town_hall = true })
at "2026-04-02 17:00"
event "presents homeless"
expect.deadline "seen by MASH the next working day" { due = "2026-04-07" }
after "2026-04-08 00:00"
expect.breach "seen by MASH the next working day" { due = "2026-04-07" }
answer("late arrival", "did not come back")
expect.stage "late arrival" { outcome = "did not come back" }

scenario "Out of hours otherwise: the Emergency Duty Team" { clauses = { "referrals-into-mash.11" } }
given(family { at_town_hall = false })
at "2026-06-06 11:00"
event "presents homeless"
expect.referral "refer to the Emergency Duty Team" { to = "Emergency Duty Team", clause = "referrals-into-mash.11" }
expect.no.stage "late arrival"

scenario "A young person alone after the cut-off: the Emergency Duty Team, as read" {
  clauses = { "referrals-into-mash.11" },
}
given { dob = "2006-03-01", household = "single person", care_status = "none", at_town_hall = true, approached = "housing" }
at "2026-06-04 17:00"
event "presents homeless"
expect.referral "refer to the Emergency Duty Team" {}
expect.reading "a young person alone after the cut-off" { chosen = "the Emergency Duty Team" }

----------------------------------------------------------------------------------------------------
-- Other Authorities
----------------------------------------------------------------------------------------------------

scenario "Back to the authority whose duty it is: reception first, then written confirmation" {
  clauses = { "other-authorities.1", "other-authorities.2", "other-authorities.2/2" }, acts = "wait",
}
given(family {})
at "2026-06-02 16:00"
event "arrives late, duty elsewhere"
expect.deadline "weigh time of day, distance and transport" {
  status = "undated", owner = "Housing Officer", clause = "other-authorities.1",
}
answer("duty of another authority", "to return")
expect.deadline "weigh time of day, distance and transport" { status = "met" }
expect.deadline "arrange the reception" { clause = "other-authorities.2" }
at "2026-06-02 16:20"
done "arrange the reception"
expect.notice "confirm the referral in writing" {
  to = "Other authority", via = "letter", clause = "other-authorities.2/2",
}
done "confirm the referral in writing"
done "copy of the confirmation"
expect.notice "copy of the confirmation" { to = "applicant", state = "done" }
at "2026-06-02 19:00"
event "arrives at the other authority"
expect.deadline "arrange the reception" { status = "met", met_at = "2026-06-02 16:20" }
expect.stage "return to the other authority" { outcome = "arrived" }

scenario "They arrive and nobody had arranged it" { clauses = { "other-authorities.2" }, acts = "wait" }
given(family {})
at "2026-06-02 16:00"
event "arrives late, duty elsewhere"
answer("duty of another authority", "to return")
at "2026-06-02 19:00"
event "arrives at the other authority"
at "2026-06-02 19:30"
done "arrange the reception"
expect.breach "arrange the reception" { due = "2026-06-02 19:00", clause = "other-authorities.2" }

scenario "The parents refuse: the Service Manager decides that day, and the placement is recharged" {
  clauses = {
    "other-authorities.3", "other-authorities.4", "other-authorities.5", "other-authorities.5/2", "other-authorities.6",
  },
}
given(family {})
at "2026-06-02 16:00"
event "arrives late, duty elsewhere"
answer("duty of another authority", "to return")
at "2026-06-02 16:30"
answer("return to the other authority", "parents refuse")
expect.deadline "decide on the children's safety" {
  status = "live", due = "2026-06-02", owner = "Service Manager in Children's Services", clause = "other-authorities.3",
}
at "2026-06-02 17:30"
answer("refusal to return", "accommodate")
expect.deadline "decide on the children's safety" { status = "met" }
expect.referral "ask for a place for another authority's family" {
  to = "Temporary Accommodation Allocations Team", clause = "other-authorities.4",
}
expect.charge "recharged accommodation" {
  paid_by = "Children's Services area placing the household", clause = "other-authorities.5",
}
expect.duty "monitor and manage the placement" { clause = "other-authorities.5/2" }
expect.deadline "agree how benefits cover the cost" {
  status = "undated", owner = { "Children's Services", "Housing Needs Service" }, clause = "other-authorities.6",
}
at "2026-06-12 10:00"
answer("placement of another authority's family", "placement ended")
expect.deadline "agree how benefits cover the cost" { status = "met" }

scenario "Decided on the next day: late; and safe without a place" { clauses = { "other-authorities.3" } }
given(family {})
at "2026-06-02 16:00"
event "arrives late, duty elsewhere"
answer("duty of another authority", "to return")
answer("return to the other authority", "parents refuse")
at "2026-06-03 09:00"
answer("refusal to return", "safe without")
expect.breach "decide on the children's safety" { due = "2026-06-02", late_by = "1 day" }

scenario "They need not return today" { clauses = { "other-authorities.1" } }
given(family {})
at "2026-06-02 16:00"
event "arrives late, duty elsewhere"
answer("duty of another authority", "not to return today")
expect.no.stage "return to the other authority"

scenario "A case is not passed back, unless agreed or instructed" { clauses = { "other-authorities.7" } }
given(family {})
at "2026-06-02 10:00"
fact { passed_back = "by agreement" }
expect.no "breach"
at "2026-06-03 10:00"
fact { passed_back = "neither" }
expect.breach "passed back" { kind = "invariant", clause = "other-authorities.7" }

scenario "A dispute about the duty climbs the ladder" {
  clauses = { "other-authorities.9", "escalation.1", "escalation.2", "escalation.3" },
}
given(family {})
at "2026-06-02 10:00"
event "dispute about the duty"
expect.escalation "escalation" {
  level = 1, at = "2026-06-02 10:00", owner = { "Line manager, Housing", "Line manager, Children's Services" },
}
expect.stage "dispute about the duty" { clause = "other-authorities.9" }
at "2026-06-09 10:00"
answer("dispute about the duty", "resolved")
expect.stage "dispute about the duty" { outcome = "resolved" }

----------------------------------------------------------------------------------------------------
-- After the homeless duty: 10 working days, and each child
----------------------------------------------------------------------------------------------------

-- From Monday 1 June 10 working days end with Monday 15 June, 45 with Monday 3 August; the notice of 28 days with 29 June.
-- Ann is assessed on 10 June, Ben on 12 June: what follows begins with the later.
scenario "Each child is assessed, and what follows waits for the last" {
  clauses = {
    "referrals-to-housing.10", "referrals-to-housing.11", "referrals-to-housing.12", "referrals-to-housing.13",
    "other-authorities.8", "cin-assessment.1", "cin-assessment.2", "cin-assessment.3", "cin-assessment.4",
    "cin-assessment.5", "cin-assessment.6", "cin-assessment.7", "cin-assessment.8", "cin-assessment.9",
    "cin-assessment.10", "process-map.13", "legal-childrens.1", "legal-childrens.4", "outcomes.2", "outcomes.11",
    "monitoring.7",
  },
}
given(family { eligible = false, in_temporary_accommodation = true })
at "2026-06-01 10:00"
fact { interpreter_needed = true, child = "Ann" }
refused_and_referred()
expect.deadline "interpreter" { child = "Ann", status = "undated", clause = "cin-assessment.3" }
expect.stage "after the homeless duty" {
  owner = "Duty Officer in Children's Services", clause = "referrals-to-housing.10",
}
expect.notice "confirm the referral and the plan" { to = "Housing Needs Service", clause = "referrals-to-housing.13" }
expect.deadline "assessment within 10 working days" {
  status = "live", due = "2026-06-15", clause = "referrals-to-housing.10",
}
expect.deadline "assessment inside the notice" { status = "live", due = "2026-06-29", clause = "other-authorities.8" }
expect.deadline "priority recorded" { status = "undated", clause = "referrals-to-housing.11" }
expect.deadline "single assessment arranged with the household" {
  status = "undated", clause = "referrals-to-housing.12",
}
answer("after the homeless duty", "arranged")
expect.deadline "single assessment arranged with the household" { status = "met" }
expect.deadline "single assessment" {
  child = "Ben", due = "2026-08-03", owner = "Social worker", clause = "process-map.13",
}
expect.decision "children_act_applies" { value = true, clause = "legal-childrens.4" }
at "2026-06-10 10:00"
assessed("Ann", false)
expect.deadline "all of it recorded on LCS" { child = "Ann", status = "met", clause = "cin-assessment.10" }
expect.stage "child in need assessment" { child = "Ben", left = nothing, clause = "cin-assessment.1" }
expect.no.stage "outcome for the family"
at "2026-06-12 10:00"
fact { only_want_of_a_home = true }
assessed("Ben", true)
expect.deadline "single assessment" { child = "Ben", status = "met" }
expect.deadline "assessment within 10 working days" { status = "met", met_at = "2026-06-12 10:00" }
expect.deadline "assessment inside the notice" { status = "met" }
expect.stage "outcome for the family" { entered = "2026-06-12 10:00" }
expect.deadline "tell Housing of the outcome" { status = "met", due = "2026-06-12", clause = "outcomes.11" }
expect.choice "no child in need" { state = "barred" }
answer("outcome for the family", "in need for want of a home")
expect.stage "outcome for the family" { outcome_clause = "outcomes.2" }

scenario "Nobody can end the assessment of a child who was not seen" {
  clauses = { "cin-assessment.2", "cin-assessment.3" },
}
given(family {})
at "2026-06-02 14:00"
event "Social Care Officer meets the applicant"
answer("risk assessment", "accommodation duty owed")
fact { seen = false, interviewed = "not interviewed", in_need = true, child = "Ann" }
expect.choice "in need" { child = "Ann", state = "barred", clause = "cin-assessment.1" }
fact { seen = true, interviewed = "too young or not able", child = "Ann" }
expect.choice "in need" { child = "Ann" }
fact { interpreter_needed = false, child = "Ann" }
answer("child in need assessment", "in need") { child = "Ann" }

-- Due with 15 June, the notice with 29 June, the 45 working days with Monday 3 August: Ben is done on 4 August.
scenario "Too late for 10 working days, for the notice, and for 45" {
  clauses = { "referrals-to-housing.10", "other-authorities.8", "process-map.13" },
}
given(family { eligible = false, in_temporary_accommodation = true })
at "2026-06-01 10:00"
refused_and_referred()
at "2026-06-16 10:00"
assessed("Ann", false)
at "2026-08-04 10:00"
assessed("Ben", false)
expect.breach "assessment within 10 working days" { due = "2026-06-15", clause = "referrals-to-housing.10" }
expect.breach "assessment inside the notice" { due = "2026-06-29", clause = "other-authorities.8" }
expect.breach "single assessment" {
  child = "Ben", due = "2026-08-03", late_by = "1 working day", clause = "process-map.13",
}

scenario "A brother of 18 is not assessed; one who turns 18 next week still is" { clauses = { "cin-assessment.1" } }
given(family { children = { ANN, CAI, { id = "Dee", facts = { dob = "2008-01-01" } } } })
at "2026-06-10 14:00"
event "Social Care Officer meets the applicant"
answer("risk assessment", "accommodation duty owed")
expect.stage "child in need assessment" { child = "Cai" }
expect.no.stage "child in need assessment" { child = "Dee" }

-- In need, and found in the area, whatever another test said. Not found here: no assessment.
scenario "The Children Act does not reach a child who is not here" { clauses = { "legal-childrens.4" } }
given(family { found_in_area = false })
at "2026-06-10 14:00"
event "Social Care Officer meets the applicant"
answer("risk assessment", "accommodation duty owed")
expect.no.stage "child in need assessment"

----------------------------------------------------------------------------------------------------
-- Outcomes, money
----------------------------------------------------------------------------------------------------

local function all_assessed(ann, ben)
  event "Social Care Officer meets the applicant"
  answer("risk assessment", "accommodation duty owed")
  assessed("Ann", ann)
  assessed("Ben", ben)
end

scenario "No child in need: a letter with the reasons, and the duty for the referral is discharged" {
  clauses = { "outcomes.1", "outcomes.1/2", "outcomes.11" }, acts = "wait",
}
given(family {})
at "2026-06-12 10:00"
all_assessed(false, false)
expect.deadline "tell Housing of the outcome" { status = "live", due = "2026-06-12", clause = "outcomes.11" }
answer("outcome for the family", "no child in need")
expect.stage "outcome for the family" { outcome_clause = "outcomes.1" }
expect.no.stage "referral discharged"
at "2026-06-15 10:00"
done "letter that no child is in need"
done "tell Housing why no child is in need"
done "tell Housing of the outcome"
expect.breach "tell Housing of the outcome" { due = "2026-06-12" }
expect.notice "letter that no child is in need" { to = "applicant", clause = "outcomes.1" }
expect.stage "referral discharged" { entered = "2026-06-15 10:00", clause = "outcomes.1/2" }
expect.reading "discharged for that referral" { chosen = "once the letter has gone" }

scenario "Needs beyond housing: the text has no branch for them" { clauses = { "outcomes.2" } }
given(family { only_want_of_a_home = false })
at "2026-06-12 10:00"
all_assessed(true, false)
answer("outcome for the family", "other needs too")
expect.stage "outcome for the family" { outcome = "other needs too" }
expect.no.stage "options of the family"

scenario "The options: extended family, and a home elsewhere" {
  clauses = { "outcomes.2", "outcomes.3", "outcomes.4", "legal-childrens.3" },
}
given(family { only_want_of_a_home = true })
at "2026-06-12 10:00"
all_assessed(true, true)
answer("outcome for the family", "in need for want of a home")
expect.deadline "details of relatives gathered" {
  status = "undated", owner = "Children's Services", clause = "outcomes.3",
}
expect.deadline "a home or a deposit under section 17 weighed" { status = "undated", clause = "legal-childrens.3" }
expect.deadline "a stay with relatives fully explored" { owner = "applicant" }
answer("options of the family", "extended family")
expect.entitlement "fares to family" { paid_by = "Children's Services", pence = nothing, clause = "outcomes.3" }
expect.deadline "details of relatives gathered" { status = "met" }

scenario "A home elsewhere, if it is safe to go there" { clauses = { "outcomes.4" } }
given(family { only_want_of_a_home = true, safe_to_travel = false })
at "2026-06-12 10:00"
all_assessed(true, true)
answer("outcome for the family", "in need for want of a home")
expect.choice "a home elsewhere" { state = "barred", clause = "outcomes.4" }
fact { safe_to_travel = true }
answer("options of the family", "a home elsewhere")
expect.entitlement "travel to a home elsewhere" { paid_by = "Children's Services", payee = "applicant" }

scenario "A rent deposit, paid to the landlord, whose receipt is written" {
  clauses = { "outcomes.5", "outcomes.6", "outcomes.6/2", "outcomes.8", "outcomes.9", "outcomes.10" },
}
given(family { only_want_of_a_home = true, family_can_help = false, quality_doubted = true })
at "2026-06-12 10:00"
all_assessed(true, true)
answer("outcome for the family", "in need for want of a home")
expect.deadline "a wide area searched" { owner = "applicant", clause = "outcomes.5" }
answer("options of the family", "rent deposit")
expect.stage "options of the family" { outcome_clause = "outcomes.5" }
expect.referral "ask for a check of the home" { to = "Housing Solutions Team", clause = "outcomes.8" }
expect.choice "both" { state = "barred", clause = "outcomes.7" }
at "2026-06-19 10:00"
answer("deposit and rent in advance", "a deposit")
expect.entitlement "rent deposit" { payee = "Landlord", paid_by = "Children's Services", clause = "outcomes.6" }
expect.notice "confirm the payment" { to = "applicant", clause = "outcomes.6/2" }
expect.deadline "receipt and return confirmed in writing" {
  status = "undated", owner = "Landlord", clause = "outcomes.10",
}
at "2026-06-26 10:00"
done "receipt and return confirmed in writing"
answer("payment to the landlord", "receipt confirmed")
expect.deadline "receipt and return confirmed in writing" { status = "met", met_at = "2026-06-26 10:00" }
fact { paid_to = "applicant" }
expect.breach "paid to the applicant" { kind = "invariant", clause = "outcomes.9" }

scenario "In exceptional circumstances both, and no receipt comes" { clauses = { "outcomes.7", "outcomes.10" } }
given(family { only_want_of_a_home = true, family_can_help = false, exceptional_payment = true })
at "2026-06-12 10:00"
all_assessed(true, true)
answer("outcome for the family", "in need for want of a home")
answer("options of the family", "rent deposit")
answer("deposit and rent in advance", "both")
expect.stage "deposit and rent in advance" { outcome_clause = "outcomes.7" }
expect.entitlement "rent deposit" { payee = "Landlord" }
expect.entitlement "rent in advance" { payee = "Landlord" }
answer("payment to the landlord", "no receipt")
expect.stage "payment to the landlord" { outcome = "no receipt" }

scenario "Rent in advance alone; another family gets neither" { clauses = { "outcomes.6" } }
given(family { only_want_of_a_home = true, family_can_help = false })
at "2026-06-12 10:00"
all_assessed(true, true)
answer("outcome for the family", "in need for want of a home")
answer("options of the family", "rent deposit")
answer("deposit and rent in advance", "rent in advance")
expect.entitlement "rent in advance" { payee = "Landlord" }
expect.no.entitlement "rent deposit"

scenario "Neither deposit nor rent" { clauses = { "outcomes.6" } }
given(family { only_want_of_a_home = true, family_can_help = false })
at "2026-06-12 10:00"
all_assessed(true, true)
answer("outcome for the family", "in need for want of a home")
answer("options of the family", "rent deposit")
answer("deposit and rent in advance", "neither")
expect.no.stage "payment to the landlord"

scenario "Help under section 17 may be a home; and no option may be accepted" {
  clauses = { "legal-childrens.2", "outcomes.2" },
}
given(family { only_want_of_a_home = true })
at "2026-06-12 10:00"
all_assessed(true, true)
answer("outcome for the family", "in need for want of a home")
answer("options of the family", "accommodation under section 17")
expect.entitlement "accommodation under section 17" { paid_by = "Children's Services", clause = "legal-childrens.2" }
expect.tonight "accommodation under section 17" { paid_by = "Children's Services" }

scenario "No option is accepted" { clauses = { "outcomes.2" } }
given(family { only_want_of_a_home = true })
at "2026-06-12 10:00"
all_assessed(true, true)
answer("outcome for the family", "in need for want of a home")
answer("options of the family", "no option accepted")
expect.stage "options of the family" { outcome = "no option accepted" }

scenario "Support after rehousing, jointly or by Penrose" { clauses = { "outcomes.12" } }
given(family { support_needed = true })
at "2026-06-12 10:00"
event "moves in"
expect.duty "support to resettle" { owner = { "Housing Needs Service", "Children's Services" } }
answer("support after rehousing", "passed to Penrose")
expect.referral "refer to Penrose" { to = "Penrose", clause = "outcomes.12" }
at "2026-09-12 10:00"
event "moves in"
answer("support after rehousing", "joint support ended")
expect.stage "support after rehousing" { outcome = "joint support ended" }

scenario "The post that Housing pays for" { clauses = { "costings.1", "costings.2" } }
given {}
at "2026-04-01 09:00"
event "post funded"
expect.entitlement "Housing Solutions post" {
  pence = 2900000, paid_by = "Housing Needs Service", clause = "costings.1",
}
expect.deadline "report to the Housing Solutions Team Manager" { status = "undated", clause = "costings.2" }
done "report to the Housing Solutions Team Manager"
answer("Housing Solutions post", "post ended")
expect.deadline "report to the Housing Solutions Team Manager" { status = "met" }

----------------------------------------------------------------------------------------------------
-- Escalation
----------------------------------------------------------------------------------------------------

scenario "No satisfactory solution: line managers, managers, directors" {
  clauses = { "escalation.1", "escalation.2", "escalation.3" },
}
given(family { homeless = true })
at "2026-06-02 10:00"
event "no satisfactory solution"
expect.escalation "escalation" { level = 1, clause = "escalation.1" }
at "2026-06-03 10:00"
sign("no satisfactory solution", "solved", "Housing Solutions Officer")
sign("no satisfactory solution", "not solved", "Social worker")
expect.escalation "escalation" {
  level = 2, clause = "escalation.2", owner = { "Manager, Housing", "Manager, Children's Services" },
}
at "2026-06-04 10:00"
sign("no satisfactory solution", "solved", "Housing Solutions Officer") -- and still not agreed
expect.escalation "escalation" {
  level = 3, clause = "escalation.3",
  owner = { "Service Director for Housing", "Service Director Children Operational Services" },
}

scenario "Delay alone is enough, as read; without delay or homelessness nothing is escalated" {
  clauses = { "escalation.1" },
}
given(family { homeless = false, threatened = false, cooperation_delayed = true })
at "2026-06-02 10:00"
event "no satisfactory solution"
expect.decision "goes_to_line_managers" { value = true, clause = "escalation.1" }
answer("no satisfactory solution", "solved")
expect.stage "no satisfactory solution" { outcome = "solved" }
at "2026-06-03 10:00"
event "no satisfactory solution"
answer("no satisfactory solution", "not solved")
at "2026-06-04 10:00"
fact { cooperation_delayed = false }
event "no satisfactory solution"
expect.no.stage "no satisfactory solution" { entered = "2026-06-04 10:00" }

----------------------------------------------------------------------------------------------------
-- Monitoring, targets, training, review
----------------------------------------------------------------------------------------------------

-- Three months from 1 April end with 1 July, the next with 1 October.
scenario "Data and meeting each quarter, once late" { clauses = { "monitoring.2", "monitoring.3" } }
given {}
at "2026-04-01 09:00"
event "monitoring begins"
expect.deadline "quarterly data" {
  status = "live", due = "2026-07-01", owner = { "Housing Needs Service", "Children's Services" }, clause = "monitoring.2",
}
expect.deadline "quarterly meeting" { status = "live", due = "2026-07-01", clause = "monitoring.3" }
at "2026-07-01 16:00"
done "quarterly data"
event "quarterly meeting held"
expect.deadline "quarterly data" { status = "met", due = "2026-07-01" }
expect.deadline "quarterly meeting" { status = "met", due = "2026-07-01" }
at "2026-10-02 10:00"
done "quarterly data"
event "quarterly meeting held"
expect.breach "quarterly data" { due = "2026-10-01", late_by = "1 day" }
expect.breach "quarterly meeting" { due = "2026-10-01", late_by = "1 day" }

scenario "Each referral is recorded, and counted by team and by household" {
  clauses = { "monitoring.1", "monitoring.4", "monitoring.5", "monitoring.8", "monitoring.10" },
}
given(family { referring_team = "Housing Solutions" })
at "2026-06-02 10:00"
fact { welfare_concern = true }
expect.deadline "referral to Children's Services recorded" { status = "undated", clause = "monitoring.1" }
done "referral to Children's Services recorded"
expect.deadline "referral to Children's Services recorded" { status = "met" }
event "Children's Services refer to Housing"
expect.stage "referral to Housing" { entered = "2026-06-02 10:00" }

-- 5 working days from Friday 28 August 2026: Tuesday 1, Wednesday 2, Thursday 3, Friday 4, Monday 7 September.
scenario "Contact within 5 working days of agreeing; a serious case immediately" { clauses = { "kpi.2" } }
given(family {})
at "2026-08-28 10:00"
event "agrees to an assessment"
expect.deadline "contact within 5 working days" {
  status = "live", due = "2026-09-07", owner = { "Children's Services", "18+ Team" }, clause = "kpi.2",
}
at "2026-09-07 16:00"
event "Children's Services contact the family"
expect.deadline "contact within 5 working days" { status = "met" }
at "2026-09-14 10:00"
event "agrees to an assessment" { serious_or_short_notice = true }
expect.deadline "contact immediately" { status = "live", due = "2026-09-14" }
event "Children's Services contact the family"
expect.deadline "contact immediately" { status = "met" }

scenario "Both kinds of contact come too late" { clauses = { "kpi.2" } }
given(family {})
at "2026-08-28 10:00"
event "agrees to an assessment"
at "2026-09-08 09:00"
event "Children's Services contact the family"
expect.breach "contact within 5 working days" { due = "2026-09-07", late_by = "1 working day" }
event "agrees to an assessment" { serious_or_short_notice = true }
at "2026-09-09 09:00"
event "Children's Services contact the family"
expect.breach "contact immediately" { due = "2026-09-08" }

scenario "Staff are trained each quarter and the protocol is reviewed each year" {
  clauses = { "training.1", "review.1" },
}
given {}
at "2026-04-01 09:00"
event "protocol signed"
expect.deadline "staff trained and up to date" { status = "live", due = "2026-07-01", clause = "training.1" }
expect.deadline "yearly review" { status = "live", due = "2027-04-01", clause = "review.1" }
at "2026-06-30 10:00"
event "staff brought up to date"
expect.deadline "staff trained and up to date" { status = "met", due = "2026-07-01" }
at "2026-10-01 10:00"
event "staff trained" -- due with 30 September: three months from 30 June
expect.breach "staff trained and up to date" { due = "2026-09-30" }
at "2027-04-01 10:00"
event "protocol reviewed"
expect.deadline "yearly review" { status = "met", due = "2027-04-01" }
at "2028-04-02 10:00"
event "protocol reviewed"
expect.breach "yearly review" { due = "2028-04-01" }

scenario "A change is agreed by both directors, and the copy goes to the staff" {
  clauses = { "review.2", "review.3", "review.3/2" },
}
given { training_needed = true }
at "2026-06-02 10:00"
event "change to the protocol proposed"
sign("change to the protocol", "agreed and signed off", "Service Director for Housing")
expect.no.stage "updated copy"
sign("change to the protocol", "agreed and signed off", "Service Director Children Operational Services")
expect.stage "change to the protocol" { outcome = "agreed and signed off", clause = "review.2" }
expect.deadline "updated copy to the staff" { status = "undated", clause = "review.3" }
expect.deadline "joint training on the changes" { status = "undated", clause = "review.3/2" }
answer("updated copy", "shared")
expect.deadline "updated copy to the staff" { status = "met" }
at "2026-07-02 10:00"
event "change to the protocol proposed"
answer("change to the protocol", "not agreed")
expect.stage "change to the protocol" { outcome = "not agreed" }
