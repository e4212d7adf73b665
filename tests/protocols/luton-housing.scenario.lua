-- Luton, Housing Services Duty, urgent accommodation, referrals to Housing, and the legal framework of housing. Worked
-- out by hand from the table of clauses (protocols/clauses/luton.tsv); the comments are the workings.
--
-- The days: 2 June 2026 is a Tuesday, 31 August 2026 the summer bank holiday, a Monday. Parents are born in 1990; the
-- care leaver of 1 March 2006 is 20.

use "luton"

local function family(more)
  more.household, more.care_status = "family", "none"
  more.dob = more.dob or "1990-05-01"
  more.approached, more.known_to_service = "housing", more.known_to_service or false
  more.in_temporary_accommodation = more.in_temporary_accommodation or false
  more.urgent_need, more.welfare_concern = more.urgent_need or false, false
  more.children = more.children or { { id = "Ann", facts = { dob = "2015-03-01" } } }
  return more
end

local function single(more)
  more.household, more.care_status = "single person", more.care_status or "none"
  more.dob = more.dob or "1990-05-01"
  more.approached, more.known_to_service = "housing", false
  more.in_temporary_accommodation = more.in_temporary_accommodation or false
  more.urgent_need, more.welfare_concern = more.urgent_need or false, false
  return more
end

local function to_the_assessment()
  event "presents homeless"
  answer("first approach", "Housing assesses")
end

local function to_the_inquiries()
  to_the_assessment()
  answer("homelessness assessment", "help to prevent or relieve")
  answer("prevention and relief", "not successful")
end

----------------------------------------------------------------------------------------------------
-- The eight reasons
----------------------------------------------------------------------------------------------------

scenario "1 Not eligible: discussed, assessed jointly, told face to face and by letter" {
  clauses = {
    "housing-duty.2", "housing-duty.3", "housing-duty.19", "housing-duty.19/2", "housing-duty.20", "housing-duty.21",
    "referrals-to-housing.4", "referrals-to-housing.5",
  },
}
given(family { eligible = false })
at "2026-06-02 10:00"
to_the_assessment()
expect.choice "help to prevent or relieve" { state = "barred" }
consent("telling Social Services", "given")
answer("homelessness assessment", "1 not eligible for public funds")
expect.stage "homelessness assessment" { outcome_clause = "housing-duty.3" }
expect.stage "no duty to accommodate" { owner = "Housing Solutions Officer", clause = "housing-duty.2" }
expect.stage "decision letter" { clause = "housing-duty.19" }
expect.notice "section 184 letter" { to = "applicant", clause = "referrals-to-housing.5" }
expect.stage "section 184 letter" { clause = "referrals-to-housing.4" }
expect.referral "copy of the letter and the MASH form" { to = "MASH", state = "done", clause = "housing-duty.19/2" }
expect.no.notice "letter that the duty has ended"
expect.stage "joint assessment of reasons 1 and 2" {
  owner = { "Housing Solutions Officer", "Social worker" }, clause = "housing-duty.20",
}
expect.deadline "decision given in person" { status = "undated", clause = "housing-duty.21" }
at "2026-06-03 10:00"
event "decision given in person"
answer("joint assessment of reasons 1 and 2", "assessed jointly")
answer("no duty to accommodate", "discussed with Children's Services")
expect.deadline "decision given in person" { status = "met", met_at = "2026-06-03 10:00" }
expect.stage "no duty to accommodate" { outcome = "discussed with Children's Services" }

scenario "2 Not capable of living independently; a joint assessment is not possible" {
  clauses = { "housing-duty.4", "housing-duty.20" },
}
given(single { eligible = true, can_live_independently = false })
at "2026-06-02 10:00"
to_the_assessment()
answer("homelessness assessment", "2 not capable of living independently")
expect.stage "homelessness assessment" { outcome_clause = "housing-duty.4" }
answer("joint assessment of reasons 1 and 2", "joint assessment not possible")
expect.stage "joint assessment of reasons 1 and 2" { outcome = "joint assessment not possible" }

scenario "3 Lacks capacity: no joint assessment, as the numbers stand" {
  clauses = { "housing-duty.5", "housing-duty.20" },
}
given(single { eligible = true, has_capacity = false })
at "2026-06-02 10:00"
to_the_assessment()
answer("homelessness assessment", "3 lacks capacity")
expect.stage "homelessness assessment" { outcome_clause = "housing-duty.5" }
expect.no.stage "joint assessment of reasons 1 and 2"
expect.reading "bullet points 1-2" { chosen = "reasons 1 and 2" }

scenario "4 Has somewhere safe and reasonable to go back to, and refuses" { clauses = { "housing-duty.6" } }
given(single { eligible = true, can_go_back = true, refuses_to_go_back = true })
at "2026-06-02 10:00"
to_the_assessment()
answer("homelessness assessment", "4 refuses to go back")
expect.stage "homelessness assessment" { outcome_clause = "housing-duty.6" }

scenario "5 Comes back while an earlier decision stands" { clauses = { "housing-duty.7" } }
given(single { eligible = true, earlier_decision_stands = true })
at "2026-06-02 10:00"
to_the_assessment()
answer("homelessness assessment", "5 an earlier decision stands")
expect.stage "homelessness assessment" { outcome_clause = "housing-duty.7" }

-- 28 days after 1 June 2026 (a Monday): the end of 29 June.
scenario "6 Intentionally homeless, all options tried: 28 days, at the cost of Housing" {
  clauses = {
    "housing-duty.8", "referrals-to-housing.6", "referrals-to-housing.6/2", "legal-housing.4", "legal-housing.1",
    "legal-housing.2", "legal-housing.6", "legal-housing.7",
  },
}
given(family {
  eligible = true, homeless = true, priority_need = true, intentionally_homeless = true, options_exhausted = true,
  intention_in_question = true, in_temporary_accommodation = true,
})
at "2026-06-01 10:00"
to_the_inquiries()
expect.deadline "whether the act was deliberate" { status = "undated", clause = "legal-housing.6" }
fact { intentional_act = "rent arrears" }
consent("telling Social Services", "given")
answer("inquiries into the main duty", "6 intentionally homeless")
expect.deadline "whether the act was deliberate" { status = "met" }
expect.duty "accommodation until the notice ends" { owner = "Housing Needs Service", clause = "referrals-to-housing.6" }
expect.charge "accommodation under notice" { paid_by = "Housing Needs Service", clause = "referrals-to-housing.6/2" }
expect.deadline "advice on finding a home" { status = "undated", clause = "legal-housing.4" }
expect.deadline "not made to leave too soon" { not_before = "2026-06-30 00:00", clause = "housing-duty.17" }
expect.reading "time for a household with children to leave" { chosen = "28 days" }
done "advice on finding a home"
after "2026-06-30 00:00"
expect.stage "notice to a household with children" { outcome = "notice over", left = "2026-06-30 00:00" }
expect.bed "emergency or temporary accommodation" { nights = 29, paid_by = "Housing Needs Service" } -- 1 to 29 June
at "2026-06-30 09:00"
event "has to leave"
expect.deadline "not made to leave too soon" { status = "met" }
expect.no.breach "not made to leave too soon"

scenario "Made to leave on the 22nd day: too soon, as read" { clauses = { "housing-duty.17" } }
given(family {
  eligible = true, homeless = true, priority_need = true, intentionally_homeless = true, options_exhausted = true,
  in_temporary_accommodation = true,
})
at "2026-06-01 10:00"
to_the_inquiries()
answer("inquiries into the main duty", "6 intentionally homeless")
at "2026-06-23 10:00"
event "has to leave"
expect.deadline "not made to leave too soon" { status = "early", met_at = "2026-06-23 10:00" }
at "2026-06-24 10:00"
answer("notice to a household with children", "moved out")
expect.stage "notice to a household with children" { outcome = "moved out" }

scenario "It is agreed that they stay until the review ends" { clauses = { "housing-duty.17" } }
given(family {
  eligible = true, homeless = true, priority_need = true, intentionally_homeless = true, options_exhausted = true,
  in_temporary_accommodation = true,
})
at "2026-06-01 10:00"
to_the_inquiries()
answer("inquiries into the main duty", "6 intentionally homeless")
at "2026-06-15 10:00"
expect.choice "stays until the review ends" { state = "barred" }
fact { stay_agreed = true }
answer("notice to a household with children", "stays until the review ends")
after "2026-07-10 00:00"
expect.tonight "accommodation pending review" { clause = "housing-duty.17" }
answer("stay until the review ends", "review or appeal over")
expect.stage "stay until the review ends" { outcome = "review or appeal over" }

scenario "In exceptional circumstances the floor does not hold" { clauses = { "housing-duty.17" } }
given(family {
  eligible = false, exceptional_notice = true, in_temporary_accommodation = true,
})
at "2026-06-01 10:00"
to_the_assessment()
answer("homelessness assessment", "1 not eligible for public funds")
expect.stage "notice to a household with children" {}
expect.no.deadline "not made to leave too soon"

scenario "7 Refused a suitable offer: the duty ends, and a letter says why" {
  clauses = { "housing-duty.9", "legal-housing.3", "legal-housing.13", "housing-duty.19" },
}
given(family {
  eligible = true, homeless = true, priority_need = true, intentionally_homeless = false, refused_suitable_offer = true,
  in_temporary_accommodation = true,
})
at "2026-06-01 10:00"
to_the_inquiries()
answer("inquiries into the main duty", "main duty owed")
expect.duty "main duty" { owner = "Housing Needs Service", clause = "legal-housing.3" }
expect.tonight "temporary accommodation under the main duty" { paid_by = "Housing Needs Service" }
at "2026-08-03 10:00"
answer("main duty", "7 refused a suitable offer")
expect.stage "main duty" { outcome_clause = "housing-duty.9" }
expect.notice "letter that the duty has ended" { to = "applicant", clause = "legal-housing.13" }
expect.no.notice "section 184 letter"
expect.no.stage "joint assessment of reasons 1 and 2"
expect.tonight "emergency or temporary accommodation" {}

-- 21 days after 3 August 2026 end with 24 August; on the 25th at the earliest.
scenario "8 Broke the licence: a care leaver has 21 days" { clauses = { "housing-duty.10", "housing-duty.17" } }
given(single {
  dob = "2006-03-01", care_status = "former_relevant", eligible = true, homeless = true, priority_need = true,
  intentionally_homeless = false, licence_broken = true, in_temporary_accommodation = true,
})
at "2026-06-01 10:00"
to_the_inquiries()
answer("inquiries into the main duty", "main duty owed")
at "2026-08-03 10:00"
answer("main duty", "8 broke the licence")
expect.stage "main duty" { outcome_clause = "housing-duty.10" }
expect.stage "notice to a care leaver" { clause = "housing-duty.17" }
expect.deadline "care leaver not made to leave too soon" { not_before = "2026-08-25 00:00" }
expect.tonight "temporary accommodation of a care leaver" { paid_by = nothing }
at "2026-08-25 09:00"
event "has to leave"
expect.deadline "care leaver not made to leave too soon" { status = "met" }
expect.stage "notice to a care leaver" { outcome = "left", left = "2026-08-25 09:00" }

scenario "A care leaver is made to leave after 20 days: too soon" { clauses = { "housing-duty.17" } }
given(single {
  dob = "2006-03-01", care_status = "former_relevant", eligible = false, in_temporary_accommodation = true,
})
at "2026-08-03 10:00"
to_the_assessment()
answer("homelessness assessment", "1 not eligible for public funds")
at "2026-08-23 09:00"
event "has to leave"
expect.deadline "care leaver not made to leave too soon" { status = "early" }

scenario "A care leaver stays until the review ends, if that is agreed" { clauses = { "housing-duty.17" } }
given(single {
  dob = "2006-03-01", care_status = "former_relevant", eligible = false, in_temporary_accommodation = true,
  stay_agreed = true,
})
at "2026-08-03 10:00"
to_the_assessment()
answer("homelessness assessment", "1 not eligible for public funds")
answer("notice to a care leaver", "stays until the review ends")
expect.tonight "accommodation pending review" {}

scenario "Anti-social behaviour ends the main duty; it is not among the eight" {
  clauses = { "legal-housing.12", "legal-housing.13" },
}
given(family {
  eligible = true, homeless = true, priority_need = true, intentionally_homeless = false,
})
at "2026-06-01 10:00"
to_the_inquiries()
answer("inquiries into the main duty", "main duty owed")
answer("main duty", "anti-social behaviour or the like")
expect.stage "main duty" { outcome_clause = "legal-housing.12" }
expect.notice "letter that the duty has ended" {}
expect.no.stage "no duty to accommodate"

scenario "The main duty ends with a settled home" { clauses = { "legal-housing.3" } }
given(family {
  eligible = true, homeless = true, priority_need = true, intentionally_homeless = false,
})
at "2026-06-01 10:00"
to_the_inquiries()
answer("inquiries into the main duty", "main duty owed")
at "2026-12-01 10:00"
answer("main duty", "settled home")
expect.status "closed" { outcome = "settled home" }

scenario "Eligible, and not in priority need: all are asked for, as in the Act" { clauses = { "legal-housing.3" } }
given(single { eligible = true, homeless = true, priority_need = false, intentionally_homeless = false })
at "2026-06-01 10:00"
to_the_inquiries()
expect.choice "main duty owed" { state = "barred" }
expect.reading "eligible for assistance or in priority need" { chosen = "all of them, as in the Act" }
answer("inquiries into the main duty", "main duty not owed")
expect.notice "section 184 letter" {}
expect.no.stage "after the decision" -- neither children nor a care leaver, as read

-- 56 days after 1 June 2026 end with 27 July.
scenario "Inquiries within 56 days of the start of relief, and beyond" { clauses = { "legal-housing.3/2" } }
given(single { eligible = true, homeless = true, priority_need = true, intentionally_homeless = false })
at "2026-06-01 10:00"
to_the_assessment()
answer("homelessness assessment", "help to prevent or relieve")
at "2026-07-20 10:00"
answer("prevention and relief", "not successful")
expect.deadline "inquiries within 56 days" { status = "live", due = "2026-07-27", clause = "legal-housing.3/2" }
at "2026-07-27 16:00"
answer("inquiries into the main duty", "main duty owed")
expect.deadline "inquiries within 56 days" { status = "met" }

scenario "Inquiries a day too late" { clauses = { "legal-housing.3/2" } }
given(single { eligible = true, homeless = true, priority_need = true, intentionally_homeless = false })
at "2026-06-01 10:00"
to_the_assessment()
answer("homelessness assessment", "help to prevent or relieve")
at "2026-07-20 10:00"
answer("prevention and relief", "not successful")
at "2026-07-28 10:00"
answer("inquiries into the main duty", "main duty owed")
expect.breach "inquiries within 56 days" { due = "2026-07-27", late_by = "1 day" }

scenario "Prevented; and where the threat is intentional, advice only" {
  clauses = { "legal-housing.1", "legal-housing.5" },
}
given(single { eligible = true })
at "2026-06-01 10:00"
to_the_assessment()
answer("homelessness assessment", "help to prevent or relieve")
expect.duty "help to prevent homelessness or to find a home, whatever the main duty will be" {
  owner = "Housing Solutions Team", clause = "legal-housing.1",
}
expect.choice "advice and assistance only" { state = "barred" }
fact { threatened_intentionally = true }
answer("prevention and relief", "advice and assistance only")
expect.stage "prevention and relief" { outcome_clause = "legal-housing.5" }
at "2026-06-08 10:00"
event "presents homeless"
answer("first approach", "Housing assesses")
answer("homelessness assessment", "help to prevent or relieve")
answer("prevention and relief", "prevented, or a home found")
expect.status "closed" { outcome = "homelessness prevented or relieved" }

scenario "Intentionally homeless without children: a short stay, without a number" { clauses = { "legal-housing.11" } }
given(single {
  eligible = true, homeless = true, priority_need = true, intentionally_homeless = true, options_exhausted = true,
})
at "2026-06-01 10:00"
to_the_inquiries()
answer("inquiries into the main duty", "6 intentionally homeless")
expect.duty "advice and a short stay" { owner = "Housing Needs Service", clause = "legal-housing.11" }
expect.tonight "temporary accommodation for a short period" {}
expect.no.stage "notice to a household with children"
answer("short stay of the intentionally homeless", "over")
expect.stage "short stay of the intentionally homeless" { outcome = "over" }

----------------------------------------------------------------------------------------------------
-- Care leavers, threats, exceptions
----------------------------------------------------------------------------------------------------

scenario "A homeless care leaver is assessed jointly with the 18+ Team" {
  clauses = { "housing-duty.11", "leaving-care.2" },
}
given(single { dob = "2006-03-01", care_status = "former_relevant" })
at "2026-06-02 10:00"
event "presents homeless"
expect.stage "joint assessment of a care leaver" {
  owner = { "Housing Solutions Team", "18+ Team" }, clause = "housing-duty.11",
}
expect.decision "care_leaver" { value = true }
expect.deadline "assess vulnerability from leaving care" { status = "undated", clause = "leaving-care.2" }
at "2026-06-09 10:00"
fact { vulnerable_from_care = true }
expect.deadline "assess vulnerability from leaving care" { status = "met", met_at = "2026-06-09 10:00" }
answer("joint assessment of a care leaver", "support and suitable accommodation")
expect.stage "joint assessment of a care leaver" { outcome = "support and suitable accommodation" }
event "presents homeless"
answer("joint assessment of a care leaver", "not assessed jointly")
expect.stage "joint assessment of a care leaver" { outcome = "not assessed jointly" }

scenario "A threat of intentional homelessness is told to MASH the same day" {
  clauses = { "housing-duty.13", "housing-duty.14" }, acts = "wait",
}
given(family {})
at "2026-06-02 10:00"
event "threat of intentional homelessness"
expect.deadline "tell MASH of the threat" {
  status = "live", due = "2026-06-02", owner = "Housing Needs Service", clause = "housing-duty.13",
}
expect.deadline "help with housing and its standard" {
  status = "undated", owner = "Children's Services", clause = "housing-duty.14",
}
at "2026-06-02 12:00"
done "tell MASH of the threat"
expect.deadline "tell MASH of the threat" { status = "met" }
at "2026-07-02 12:00"
answer("threat of intentional homelessness", "helped")
expect.deadline "help with housing and its standard" { status = "met" }
event "threat of intentional homelessness"
at "2026-07-03 09:00"
done "tell MASH of the threat"
expect.breach "tell MASH of the threat" { due = "2026-07-02" }

scenario "A strong likelihood: the MASH form at the minded-to decision, and again at the court's" {
  clauses = { "housing-duty.15", "housing-duty.16", "legal-housing.11/2" },
}
given(family {})
at "2026-06-02 10:00"
consent("telling Social Services", "given")
event "minded-to decision"
expect.deadline "refer at the earliest stage" { status = "undated", clause = "housing-duty.15" }
expect.notice "inform Social Services" { to = "Children's Services", state = "done", clause = "legal-housing.11/2" }
at "2026-06-03 10:00"
answer("likely to be found intentionally homeless", "not referred at this stage")
at "2026-09-02 10:00"
event "court decision to evict"
answer("likely to be found intentionally homeless", "referred now")
expect.referral "MASH form at this stage" { to = "MASH", via = "MASH referral form", clause = "housing-duty.15" }
expect.deadline "refer at the earliest stage" { status = "met", met_at = "2026-09-02 10:00" }

scenario "Consent is refused: nothing is told, except for safeguarding; with a risk of harm it may be" {
  clauses = { "legal-housing.11/2", "legal-housing.14" },
}
given(family { risk_of_significant_harm = false })
at "2026-06-02 10:00"
consent("telling Social Services", "refused")
event "intentionality is likely at the approach"
expect.notice "inform Social Services" { state = "withheld" }
expect.reading "a referral without consent" { chosen = "only for safeguarding" }
at "2026-06-03 10:00"
fact { risk_of_significant_harm = true }
expect.stage "disclosure without consent" { clause = "legal-housing.14" }
answer("disclosure without consent", "disclosed")
expect.notice "disclose to Social Services" { to = "Children's Services", clause = "legal-housing.14" }
at "2026-06-04 10:00"
fact { welfare_concern = true }
event "formal decision of intentionality"
expect.notice "inform Social Services" { state = "done", at = "2026-06-04 10:00" }

scenario "It need not be disclosed" { clauses = { "legal-housing.14" } }
given(family { risk_of_significant_harm = true })
at "2026-06-02 10:00"
consent("telling Social Services", "refused")
answer("disclosure without consent", "not disclosed")
expect.no.notice "disclose to Social Services"

scenario "An exception for a care leaver is endorsed by the Head Housing Needs" { clauses = { "housing-duty.18" } }
given(single { dob = "2006-03-01", care_status = "former_relevant", eligible = false, in_temporary_accommodation = true })
at "2026-08-03 10:00"
to_the_assessment()
answer("homelessness assessment", "1 not eligible for public funds")
event "exception proposed"
sign("exceptional circumstances of a care leaver", "endorsed", "Senior management in Children's Services")
expect.stage "notice to a care leaver" { left = nothing }
sign("exceptional circumstances of a care leaver", "endorsed", "Head Housing Needs")
expect.stage "exceptional circumstances of a care leaver" { outcome = "endorsed", clause = "housing-duty.18" }
expect.stage "notice to a care leaver" { stopped = true }
expect.reading "exceptional circumstances" { chosen = "less than 21 days" }

scenario "An exception that is not endorsed changes nothing" { clauses = { "housing-duty.18" } }
given(single { dob = "2006-03-01", care_status = "former_relevant", eligible = false, in_temporary_accommodation = true })
at "2026-08-03 10:00"
to_the_assessment()
answer("homelessness assessment", "1 not eligible for public funds")
event "exception proposed"
answer("exceptional circumstances of a care leaver", "not endorsed")
expect.stage "notice to a care leaver" { left = nothing }

scenario "Nobody is asked to go before it is clear where the children sleep" { clauses = { "housing-duty.22" } }
given(family {})
at "2026-06-02 10:00"
event "presents homeless"
fact { asked_to_go_unclear = true }
expect.breach "asked to go without a place for the night" { kind = "invariant", clause = "housing-duty.22" }

----------------------------------------------------------------------------------------------------
-- Urgent accommodation; after the decision
----------------------------------------------------------------------------------------------------

scenario "No duty and an urgent need: the form and the call the same day" {
  clauses = { "urgent-accommodation.1", "urgent-accommodation.2" }, acts = "wait",
}
given(family { eligible = false, urgent_need = true })
at "2026-06-02 10:00"
to_the_assessment()
answer("homelessness assessment", "1 not eligible for public funds")
expect.deadline "urgent referral to MASH" { status = "live", due = "2026-06-02", clause = "urgent-accommodation.1" }
at "2026-06-02 11:00"
done "urgent referral to MASH"
expect.referral "urgent referral to MASH" { to = "MASH", via = "MASH referral form" }
expect.deadline "call MASH, and hand over" { status = "live", due = "2026-06-02" }
at "2026-06-02 11:05"
answer("call after the form", "referral received, handed over")
expect.deadline "call MASH, and hand over" { status = "met", met_at = "2026-06-02 11:05" }
fact { overheard = true }
expect.breach "duties discussed where others hear" { kind = "invariant", clause = "urgent-accommodation.2" }

scenario "The urgent form and the call come a day late" { clauses = { "urgent-accommodation.1" }, acts = "wait" }
given(family { eligible = false, urgent_need = true })
at "2026-06-02 10:00"
to_the_assessment()
answer("homelessness assessment", "1 not eligible for public funds")
at "2026-06-03 09:00"
done "urgent referral to MASH"
answer("call after the form", "referral received, handed over")
expect.breach "urgent referral to MASH" { due = "2026-06-02" }
expect.breach "call MASH, and hand over" { due = "2026-06-02", late_by = "1 day" }

-- The same day, as read; the email within one working day: Friday 28 August, Monday 31 is a bank holiday, so Tuesday 1
-- September.
scenario "After the decision: the referral the same day, the email within one working day" {
  clauses = { "referrals-to-housing.7", "referrals-to-housing.8", "kpi.1" }, acts = "wait",
}
given(family { eligible = false, open_case = false })
at "2026-08-28 10:00"
to_the_assessment()
consent("telling Social Services", "given")
answer("homelessness assessment", "1 not eligible for public funds")
at "2026-08-28 14:00"
done "section 184 letter"
expect.decision "referred_after_decision" { value = true, clause = "kpi.1" }
expect.deadline "refer to Children's Services after the decision" {
  status = "live", due = "2026-08-28", owner = "Housing Officer", clause = "referrals-to-housing.7",
}
expect.deadline "email the form and the letter" {
  status = "live", due = "2026-09-01", clause = "referrals-to-housing.8",
}
at "2026-08-28 16:00"
done "refer to Children's Services after the decision"
expect.deadline "refer to Children's Services after the decision" { status = "met" }
at "2026-09-01 16:00"
done "email the form and the letter"
expect.deadline "email the form and the letter" { status = "met" }
expect.no.referral "refer straight to the Social Worker"
expect.reading "referral after the decision" { chosen = "the same day", clause = "referrals-to-housing.7" }

scenario "Both come too late" { clauses = { "referrals-to-housing.7", "referrals-to-housing.8" }, acts = "wait" }
given(family { eligible = false, open_case = false })
at "2026-08-28 10:00"
to_the_assessment()
consent("telling Social Services", "given")
answer("homelessness assessment", "1 not eligible for public funds")
done "section 184 letter"
at "2026-09-02 09:00"
done "refer to Children's Services after the decision"
done "email the form and the letter"
expect.breach "refer to Children's Services after the decision" { due = "2026-08-28" }
expect.breach "email the form and the letter" { due = "2026-09-01", late_by = "1 working day" }

scenario "Children's Services are in the case: straight to the Social Worker" { clauses = { "referrals-to-housing.9" } }
given(family { eligible = false, open_case = true })
at "2026-08-28 10:00"
to_the_assessment()
consent("telling Social Services", "given")
answer("homelessness assessment", "1 not eligible for public funds")
expect.referral "refer straight to the Social Worker" {
  to = "Allocated Social Worker", clause = "referrals-to-housing.9",
}

scenario "Without consent the referral after the decision is withheld" { clauses = { "referrals-to-housing.7" } }
given(family { eligible = false, open_case = false })
at "2026-08-28 10:00"
to_the_assessment()
consent("telling Social Services", "refused")
answer("homelessness assessment", "1 not eligible for public funds")
expect.referral "refer to Children's Services after the decision" { state = "withheld" }
expect.no "breach"

----------------------------------------------------------------------------------------------------
-- Referrals to Housing, section 213A, the duty to refer
----------------------------------------------------------------------------------------------------

-- 24 hours by the clock: from Friday 5 June 16:00 to Saturday 6 June 16:00.
scenario "Children's Services refer at the end of support: an answer in 24 hours" {
  clauses = { "referrals-to-housing.1" },
}
given(family { eligible = true })
at "2026-06-05 16:00"
event "Children's Services refer to Housing"
expect.deadline "answer within 24 hours" {
  status = "live", due = "2026-06-06 16:00", owner = "Housing Needs Service", clause = "referrals-to-housing.1",
}
at "2026-06-06 09:00"
event "Housing responds"
expect.deadline "answer within 24 hours" { status = "met" }
at "2026-06-08 09:00"
answer("referral to Housing", "first assessment done")
expect.stage "homelessness assessment" { entered = "2026-06-08 09:00" }

scenario "The answer comes on Monday: late by 17 hours" { clauses = { "referrals-to-housing.1" } }
given(family {})
at "2026-06-05 16:00"
event "Children's Services refer to Housing"
at "2026-06-07 09:00"
event "Housing responds"
expect.breach "answer within 24 hours" { due = "2026-06-06 16:00", late_by = "17 hours" }

scenario "Housed for Children's Services, and the duty is agreed: the rent account moves" {
  clauses = { "referrals-to-housing.3", "referrals-to-housing.3/2" },
}
given(family {
  eligible = true, homeless = true, priority_need = true, intentionally_homeless = false,
  housed_for_childrens_services = true,
})
at "2026-06-01 10:00"
to_the_inquiries()
answer("inquiries into the main duty", "main duty owed")
expect.deadline "rent account moved" {
  status = "undated", owner = "Housing Needs Service", clause = "referrals-to-housing.3",
}
expect.notice "tell Children's Services of the duty" { to = "Children's Services", clause = "referrals-to-housing.3/2" }
expect.notice "tell the household of the duty" { to = "applicant" }
at "2026-06-03 10:00"
answer("rent account moves", "moved")
expect.deadline "rent account moved" { status = "met" }

scenario "Children's Services ask for help, and Housing must respond" {
  clauses = { "legal-housing.15", "legal-housing.16", "legal-housing.17", "legal-housing.18" },
}
given(family {})
at "2026-06-02 10:00"
event "Children's Services ask for help"
expect.deadline "respond to the request" {
  status = "undated", owner = "Housing Needs Service", clause = "legal-housing.15",
}
at "2026-06-03 10:00"
answer("reasonable assistance", "new or fresh approach")
expect.deadline "respond to the request" { status = "met" }
expect.stage "homelessness assessment" { entered = "2026-06-03 10:00" }
event "Children's Services ask for help"
answer("reasonable assistance", "advice on options")
expect.stage "reasonable assistance" { outcome = "advice on options", outcome_clause = "legal-housing.17" }
event "Children's Services ask for help"
answer("reasonable assistance", "help to find and inspect a home")
expect.stage "reasonable assistance" { outcome_clause = "legal-housing.18" }

-- Daily, every day as read: from Friday 5 June to the end of Saturday 6 June.
scenario "The duty to refer by the online form, which is looked at daily" {
  clauses = { "legal-childrens.5", "legal-childrens.5/2" },
}
given(family { homeless = true })
at "2026-06-05 15:00"
event "Social Care Team finds homelessness"
expect.referral "duty to refer" {
  to = "Housing Solutions Team", via = "online Duty to Refer form", clause = "legal-childrens.5",
}
expect.deadline "online form looked at" {
  status = "live", due = "2026-06-06", owner = "Housing Solutions Team", clause = "legal-childrens.5/2",
}
at "2026-06-06 10:00"
done "online form looked at"
expect.deadline "online form looked at" { status = "met" }
at "2026-06-12 15:00"
event "Social Care Team finds homelessness"
at "2026-06-15 09:00"
done "online form looked at"
expect.breach "online form looked at" { due = "2026-06-13" }

scenario "No referral where Housing has found already that it owes no duty" { clauses = { "legal-childrens.5" } }
given(family { homeless = true, housing_found_no_duty = true })
at "2026-06-05 15:00"
event "Social Care Team finds homelessness"
expect.no.referral "duty to refer"
