-- Medway 2021, sections 1 to 9: planning to leave care, sharing, the law around it, who is covered, the register, and the
-- pathway plan. Worked out by hand from the table of clauses (protocols/clauses/medway-2021.tsv); the comments are the
-- workings.
--
-- The days: 2 February 2026 is a Monday. Who is born on 10 September 2008 is 17 then, and 18 on 10 September 2026; on 1 June
-- 2001: 24, and 25 on 1 June 2026; on 1 June 2005: 20, and 21 on 1 June 2026; on 1 March 2003: 22, and 23 on 1 March 2026.

use "medway-2021"

----------------------------------------------------------------------------------------------------
-- 1 and 2. Introduction and aims
----------------------------------------------------------------------------------------------------

scenario "Homeless because a placement ended: shown, and nobody's breach" { clauses = { "1.2/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
fact { homeless_because = "left_care_placement" }
expect.stage "homeless because a placement ended" { entered = "2026-02-02 10:00", clause = "1.2/2" }
expect.no "breach"

scenario "Homeless for another reason" { clauses = { "1.2/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
fact { homeless_because = "end_ast" }
expect.no.stage "homeless because a placement ended"
fact { homeless_because = "left_care_placement" }
expect.stage "homeless because a placement ended" { entered = "2026-02-02 10:00" }

-- A placement to the 18th birthday, 10 September 2026; six months before it is 10 March 2026.
scenario "Planning to leave care, in time" {
  clauses = { "1.3/1", "1.3/2", "1.5/2", "6.3/2", "7.1/1", "10.2/1", "10.2/2", "10.2/3", "10.3" },
}
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false }
at "2026-02-02 10:00"
fact { leaves_placement_on = "2026-09-10" }
expect.stage "planning to leave care" { owner = "Personal Advisor", clause = "1.3/1", entered = "2026-02-02 10:00" }
expect.decision "covered" { value = true, clause = "7.1/1" }
expect.reading "before the 18th birthday" { chosen = "who is about to leave care is covered", against = "10.2/1" }
expect.notice "tell of every option" { to = "applicant", state = "done", clause = "1.3/1" }
expect.deadline "for and against each option" { status = "undated", due = nothing, clause = "1.3/2" }
expect.deadline "housing needs dealt with" {
  status = "undated", owner = { "Medway Children's Services", "Medway Housing Services" }, clause = "1.5/2",
}
expect.deadline "name the home for after the placement" { status = "undated", clause = "6.3/2" }
expect.deadline "options meeting" { status = "live", due = "2026-03-10", clause = "10.2/1" }
expect.reading "six months before leaving" { chosen = "by then" }
expect.notice "explain the routes" { to = "applicant", clause = "10.2/2" }
at "2026-03-10 16:00"
done "for and against each option"
answer("options meeting", "held")
expect.deadline "options meeting" { status = "met", met_at = "2026-03-10 16:00" }
answer("ability to live independently", "able")
expect.stage "agreeing a route" { owner = { "Personal Advisor", "applicant" }, clause = "10.3" }
expect.reading "who agrees a route" { chosen = "the Personal Advisor and the young person", clause = "10.3" }
at "2026-03-20 11:00"
answer("agreeing a route", "living independently")
expect.deadline "for and against each option" { status = "met" }
expect.deadline "housing needs dealt with" { status = "met", met_at = "2026-03-20 11:00" }
expect.reading "housing needs are dealt with" { chosen = "by a route that is agreed" }
expect.deadline "name the home for after the placement" { status = "met", met_at = "2026-03-20 11:00" }
at "2026-09-10 12:00"
event "left care"
expect.stage "planning to leave care" { outcome = "left care", left = "2026-09-10 12:00" }
expect.no "breach"

scenario "Left care before a route was agreed" { clauses = { "1.5/2" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false, leaves_placement_on = "2026-09-10" }
at "2026-02-02 10:00"
event "looked after"
at "2026-05-04 14:00"
event "left care"
expect.breach "housing needs dealt with" {
  due = "2026-05-04 14:00", owner = { "Medway Children's Services", "Medway Housing Services" }, clause = "1.5/2",
}

scenario "A suitable home before leaving the service" { clauses = { "2/5" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
event "asks for a personal adviser"
expect.deadline "suitable home before leaving the service" {
  status = "undated", owner = { "16+ Leaving Care Service", "Medway Housing Services" }, clause = "2/5",
}
at "2026-02-20 10:00"
event "suitable home in place"
expect.deadline "suitable home before leaving the service" { status = "met", met_at = "2026-02-20 10:00" }
event "leaves the 18+ Service"
expect.no "breach"

scenario "Out of the service with no suitable home" { clauses = { "2/5" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
event "leaves the 18+ Service"
at "2026-02-03 10:00"
event "suitable home in place"
expect.breach "suitable home before leaving the service" { due = "2026-02-02 10:00", late_by = "24 hours", clause = "2/5" }

----------------------------------------------------------------------------------------------------
-- 5. Good practice
----------------------------------------------------------------------------------------------------

scenario "Prepared for independent living" { clauses = { "5.b", "5.b/2", "9.1/1" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true }
at "2026-02-02 10:00"
event "looked after"
expect.deadline "prepare for independent living" { status = "undated", owner = "Personal Advisor", clause = "5.b" }
expect.deadline "take part in tenancy readiness training" { status = "undated", owner = "applicant", clause = "5.b/2" }
at "2026-04-01 10:00"
done "prepare for independent living"
event "takes part in training"
expect.deadline "prepare for independent living" { status = "met" }
expect.deadline "take part in tenancy readiness training" { status = "met", met_at = "2026-04-01 10:00" }

scenario "The accommodation section is shared with consent" { clauses = { "5.e/1", "5.e/2", "10.1/1", "10.1/2", "10.1/3" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false, leaves_placement_on = "2026-09-10" }
at "2026-02-02 10:00"
event "looked after"
expect.deadline "readiness and most suitable home in the plan" { status = "undated", clause = "10.1/1" }
expect.deadline "consent form" { status = "undated", owner = "Personal Advisor", clause = "10.1/2" }
expect.deadline "identity documents" { status = "undated", owner = { "applicant", "Personal Advisor" }, clause = "10.1/3" }
expect.notice "share the accommodation section" { state = "waits for consent", clause = "5.e/2" }
expect.needs "sharing" { ask = "Does the young person sign that agencies and landlords share information?" }
at "2026-02-10 10:00"
consent("sharing", "given")
expect.deadline "consent form" { status = "met", met_at = "2026-02-10 10:00" }
expect.notice "share the accommodation section" { state = "done", to = "Medway Housing Services" }
at "2026-02-12 10:00"
event "identity documents at hand"
expect.deadline "identity documents" { status = "met" }
answer("plan made ready", "ready")
expect.deadline "readiness and most suitable home in the plan" { status = "met" }

-- 5.e/1 and 5.e/2 cannot both be done: as read here, nothing is shared.
scenario "Consent is refused" { clauses = { "5.e/1", "5.e/2", "10.1/2" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false, leaves_placement_on = "2026-09-10" }
at "2026-02-02 10:00"
event "looked after"
at "2026-02-10 10:00"
consent("sharing", "refused")
expect.deadline "consent form" { status = "met" }
expect.notice "share the accommodation section" { state = "withheld" }
expect.decision "shared_without_consent" { value = false, clause = "5.e/2" }
expect.reading "the section where consent is refused" { chosen = "is not shared", clause = "5.e/2", against = "5.e/1" }
expect.no "breach"

----------------------------------------------------------------------------------------------------
-- 6. Legislative framework
----------------------------------------------------------------------------------------------------

-- Looked after from the 16th birthday to the 18th: far more than 13 weeks, so former relevant at 18, by the Act.
scenario "The status is the Act's" { clauses = { "6.1/2", "6.2" } }
given { dob = "2007-03-01", medways_own = true, history_complete = true,
  spells = { { kind = "looked after", from = "2023-03-01", to = "2025-03-01" } } }
at "2026-02-02 10:00"
event "reviewed"
expect.decision "leaver_status" { value = "former_relevant", clause = "6.1/2" }
expect.decision "medway_care_experienced" { value = true, clause = "6.2" }
expect.duty "support as a care leaver" { owner = "16+ Leaving Care Service", clause = "6.2" }

-- 25 on 1 June 2026.
scenario "Support up to the 25th birthday" { clauses = { "6.2", "9.1/1" } }
given { dob = "2001-06-01", care_status = "former_relevant", medways_own = true }
at "2026-05-21 09:00"
event "asks for a personal adviser"
expect.duty "support as a care leaver" { owner = "16+ Leaving Care Service", ended = nothing, clause = "6.2" }
expect.duty "a pathway plan" { ended = nothing }
at "2026-05-31 23:59"
expect.duty "support as a care leaver" { ended = nothing }
after "2026-06-01 00:00"
expect.duty "support as a care leaver" { ended = "2026-06-01 00:00" }
expect.duty "a pathway plan" { ended = "2026-06-01 00:00" }
expect.duty "support of the Personal Advisor" { ended = "2026-06-01 00:00" }

scenario "Support is not wanted; and another council's care leaver" { clauses = { "6.2" } }
given { dob = "2003-03-01", care_status = "former_relevant" }
at "2026-02-02 10:00"
fact { medways_own = true }
answer("support up to 25", "not wanted")
expect.stage "support up to 25" { outcome = "not wanted" }

scenario "Another council's care leaver has no support of Medway's" { clauses = { "6.2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = false }
at "2026-02-02 10:00"
event "reviewed"
expect.decision "medway_care_experienced" { value = false, clause = "6.2" }
expect.no.duty "support as a care leaver"

scenario "The first plan has no date" { clauses = { "6.3/1", "9.1/1" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true }
at "2026-02-02 10:00"
event "looked after"
expect.deadline "pathway plan" { status = "undated", owner = "16+ Leaving Care Service", clause = "6.3/1" }
expect.deadline "assessment of needs" { status = "undated", clause = "9.1/1" }
at "2026-03-02 10:00"
event "needs assessed"
event "pathway plan made"
expect.deadline "assessment of needs" { status = "met", met_at = "2026-03-02 10:00" }
expect.deadline "pathway plan" { status = "met", met_at = "2026-03-02 10:00" }

scenario "Threatened with homelessness inside 56 days" { clauses = { "6.4/1", "12.3/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, eligible = true, homeless = false,
  likely_homeless_in_56_days = true, decision_in_words = "we help you to keep your home" }
at "2026-02-02 10:00"
event "presents homeless"
expect.decision "threatened_by_law" { value = true, clause = "6.4/1" }
answer("homelessness application", "threatened")
expect.duty "prevention" { owner = "Housing Options Officer", clause = "12.6/1" }

-- Former relevant and 20: still owed the duties of section 23C.
scenario "A connection with the council that owes the duties" { clauses = { "6.5/1" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = true, section_23c_owed_by = "this council" }
at "2026-02-02 10:00"
event "referral to another authority considered"
expect.decision "connected_by_23c" { value = true, clause = "6.5/1" }
expect.decision "local_connection" { value = true }
expect.choice "referred" { state = "barred" }
answer("referral to another authority", "not referred")

scenario "A connection with each district of a county" { clauses = { "6.5/2" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = false,
  section_23c_owed_by = "the county of this district" }
at "2026-02-02 10:00"
event "referral to another authority considered"
expect.decision "connected_by_county" { value = true, clause = "6.5/2" }
expect.decision "local_connection" { value = true }
answer("referral to another authority", "not referred")

-- 16 on 1 June 2021. In care in Medway from 20 May 2021: two years are over on 20 May 2023, the day on which it ceases. From
-- the birthday on, no part of it was before 16.
scenario "Two years here that began before 16" { clauses = { "6.5/3" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = false, section_23c_owed_by = "another council",
  spells = { { kind = "in_care_here", from = "2021-05-20", to = "2023-05-20" } } }
at "2026-02-02 10:00"
event "referral to another authority considered"
expect.decision "connected_by_two_years_in_care" { value = true, clause = "6.5/3" }
expect.decision "local_connection" { value = true }

scenario "Two years here that began on the 16th birthday, and a referral" { clauses = { "6.5/3", "6.5/4" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = false, section_23c_owed_by = "another council",
  in_care_here_for_two_years = false, lives_here_by_choice = false, works_here = false, family_here = false,
  special_circumstances_here = false, connection_elsewhere = true, risk_elsewhere = false,
  other_authority = "the other council",
  decision_reasons = "no connection with Medway",
  spells = { { kind = "in_care_here", from = "2021-06-01", to = "2023-06-30" } } }
at "2026-02-02 10:00"
event "referral to another authority considered"
expect.decision "connected_by_two_years_in_care" { value = false }
expect.decision "local_connection" { value = false }
expect.decision "may_keep_the_case" { value = true, clause = "6.5/4" }
expect.reading "referral where there is no connection" { chosen = "a power, as in the Act" }
expect.choice "not referred" { state = "can be chosen" }
answer("referral to another authority", "referred")
expect.stage "referral to another authority" { owner = "Housing Options Officer", outcome = "referred", clause = "6.5/4" }
expect.deadline "tell of the referral" { status = "met" }

-- By the words of 6.5/3 living here would do; as read the two years are in care here, as section 199 has it.
scenario "Two years here, though not in care" { clauses = { "6.5/3", "6.5/4" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = false, section_23c_owed_by = "another council",
  in_care_here_for_two_years = false, lives_here_by_choice = false, works_here = false, family_here = false,
  special_circumstances_here = false, connection_elsewhere = true, risk_elsewhere = false, lived_here_two_years = true }
at "2026-02-02 10:00"
event "referral to another authority considered"
expect.decision "connected_by_living_here" { value = false, clause = "6.5/3" }
expect.reading "two years in Medway" { chosen = "in care there, as in the Act", clause = "6.5/3" }
expect.decision "local_connection" { value = false }

scenario "A referral that was arbitrated" { clauses = { "6.5/4" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = false, section_23c_owed_by = "another council",
  in_care_here_for_two_years = false, lives_here_by_choice = false, works_here = false, family_here = false,
  special_circumstances_here = false, connection_elsewhere = true, risk_elsewhere = false, referral_arbitrated = true,
  other_authority = "the other council", decision_reasons = "no connection with Medway" }
at "2026-02-02 10:00"
event "referral to another authority considered"
answer("referral to another authority", "referred after arbitration")
expect.deadline "tell of the arbitrated referral" { status = "met" }

scenario "Housed outside Medway although they belong here" { clauses = { "6.6" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = true, section_23c_owed_by = "this council",
  wishes_to_stay_in_medway = true }
at "2026-02-02 10:00"
fact { housed_outside_medway = true }
expect.breach "housed outside Medway although they belong here" { clause = "6.6" }

scenario "Housed outside Medway because they wish to leave" { clauses = { "6.6" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = true, section_23c_owed_by = "this council",
  wishes_to_stay_in_medway = false }
at "2026-02-02 10:00"
fact { housed_outside_medway = true }
expect.no "breach"
fact { wishes_to_stay_in_medway = true }
expect.breach "housed outside Medway although they belong here" { clause = "6.6" }

scenario "No recourse to public funds: no housing help, yet other duties" { clauses = { "6.7", "7.1/4" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
fact { recourse_to_public_funds = false }
expect.stage "no recourse to public funds" { owner = "Medway Children's Services", clause = "6.7" }
answer("no recourse to public funds", "owed under the Children Act")
expect.stage "no recourse to public funds" { outcome = "owed under the Children Act" }
fact { eligible = true }
expect.breach "housing help without recourse to public funds" { clause = "6.7" }

scenario "No recourse: human rights, or nothing" { clauses = { "7.1/4" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
fact { recourse_to_public_funds = false }
answer("no recourse to public funds", "owed under the Human Rights Act")
expect.stage "no recourse to public funds" { outcome = "owed under the Human Rights Act" }
at "2026-02-03 10:00"
event "applies to Medway Homechoice"
expect.decision "register_open" { value = false, clause = "7.1/4" }
expect.choice "registered" { state = "barred" }
answer("register application", "not registered")
expect.stage "register application" { outcome = "not registered" }

scenario "No recourse, and nothing else is owed" { clauses = { "7.1/4" } }
given { dob = "2003-03-01", care_status = "none", medways_own = false }
at "2026-02-02 10:00"
fact { recourse_to_public_funds = false }
answer("no recourse to public funds", "nothing else is owed")
expect.stage "no recourse to public funds" { outcome = "nothing else is owed" }

----------------------------------------------------------------------------------------------------
-- 7. Eligibility
----------------------------------------------------------------------------------------------------

-- 25 on 1 June 2026.
scenario "Covered up to the 25th birthday" { clauses = { "7.1/1" } }
given { dob = "2001-06-01", care_status = "former_relevant", medways_own = true, uasc = false }
at "2026-05-31 23:00"
event "viewing"
expect.decision "covered" { value = true, clause = "7.1/1" }
expect.reading "18 to 25" { chosen = "up to the 25th birthday" }
answer("viewing", "accompanied")
after "2026-06-01 00:00"
expect.decision "covered" { value = false }

scenario "No housing and no support needs" { clauses = { "7.1/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, uasc = false,
  housing_or_support_needs = false }
at "2026-02-02 10:00"
event "viewing"
expect.decision "covered" { value = false, clause = "7.1/1" }
expect.no.stage "viewing"

scenario "Refugee status opens the protocol" { clauses = { "7.1/2" } }
given { dob = "2008-02-02", care_status = "former_relevant", medways_own = true, uasc = true, leave = "refugee status" }
at "2026-02-02 10:00"
event "viewing"
expect.decision "leave_gives_access" { value = true, clause = "7.1/2" }
expect.stage "viewing" {}

-- 18 on 2 February 2026.
scenario "Leave for a year past 18" { clauses = { "7.1/3" } }
given { dob = "2008-02-02", care_status = "former_relevant", medways_own = true, uasc = true, leave = "leave to remain",
  leave_a_year_past_18 = true }
at "2026-02-02 10:00"
event "viewing"
expect.decision "leave_gives_access" { value = true, clause = "7.1/3" }

scenario "Leave that ends before 19" { clauses = { "7.1/3" } }
given { dob = "2008-02-02", care_status = "former_relevant", medways_own = true, uasc = true, leave = "leave to remain",
  leave_a_year_past_18 = false }
at "2026-02-02 10:00"
event "viewing"
expect.decision "leave_gives_access" { value = false, clause = "7.1/3" }
expect.reading "leave up to the age of 20" { chosen = "leave that reaches the age" }
expect.no.stage "viewing"

----------------------------------------------------------------------------------------------------
-- 8. Housing allocations
----------------------------------------------------------------------------------------------------

scenario "On the register, without rules of residency, with priority for moving on" {
  clauses = { "8.1", "8.1.a", "8.1.b", "8.1.d" },
}
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, leaving_care_or_supported_living = true }
at "2026-02-02 10:00"
event "applies to Medway Homechoice"
expect.decision "register_open" { value = true, clause = "8.1.a" }
answer("register application", "registered")
expect.duty "the band of the allocation policy" { owner = "Medway Housing Services", clause = "8.1" }
expect.entitlement "move-on priority" { clause = "8.1.b" }
expect.deadline "regard for Community Contribution" { status = "undated", clause = "8.1.d" }
at "2026-04-02 10:00"
answer("on the register", "housed")
expect.deadline "regard for Community Contribution" { status = "met" }

scenario "Registered, not moving on; and off the register again" { clauses = { "8.1", "8.1.b" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, leaving_care_or_supported_living = false }
at "2026-02-02 10:00"
event "applies to Medway Homechoice"
answer("register application", "registered")
expect.no.entitlement "move-on priority"
answer("on the register", "left the register")
expect.deadline "regard for Community Contribution" { status = "void" }

scenario "For somebody else the rules of residency hold" { clauses = { "8.1" } }
given { dob = "2003-03-01", care_status = "none", medways_own = false, meets_residency_rules = false }
at "2026-02-02 10:00"
event "applies to Medway Homechoice"
expect.decision "register_open" { value = false, clause = "8.1" }
expect.choice "registered" { state = "barred" }

-- By the Act no rule of local connection bars a former relevant young person below 25 from 10 July 2025 on.
scenario "Another council's care leaver, on the eve of the change in the law" { clauses = { "8.1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = false, meets_residency_rules = false }
at "2025-07-09 23:00"
event "applies to Medway Homechoice"
expect.decision "register_open" { value = false, clause = "8.1" }
at "2025-07-10 09:00"
expect.decision "register_open" { value = true, clause = "SI 2025/706" }

scenario "Two care leavers who wish to share" { clauses = { "8.1.c" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
event "asks to share with another care leaver"
expect.stage "two care leavers to share" { owner = "Medway Housing Services", clause = "8.1.c" }
answer("two care leavers to share", "jointly awarded")
at "2026-03-02 10:00"
event "asks to share with another care leaver"
answer("two care leavers to share", "not awarded")
expect.stage "two care leavers to share" { outcome = "not awarded" }

scenario "More thought before priority falls" { clauses = { "8.1.e" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
event "refuses a home"
expect.deadline "additional consideration" { status = "undated", owner = "Medway Housing Services", clause = "8.1.e" }
at "2026-02-09 10:00"
event "additional consideration given"
expect.deadline "additional consideration" { status = "met" }
answer("offer refused", "priority kept")
expect.no "breach"

scenario "Priority falls, and the thought comes after it" { clauses = { "8.1.e" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
event "refuses a home"
at "2026-02-03 10:00"
answer("offer refused", "priority reduced")
at "2026-02-03 13:00"
event "additional consideration given"
expect.breach "additional consideration" { due = "2026-02-03 10:00", late_by = "3 hours", clause = "8.1.e" }

----------------------------------------------------------------------------------------------------
-- 9. Pathway planning
----------------------------------------------------------------------------------------------------

scenario "What goes with planning" { clauses = { "9.1/1", "9.2", "9.3/1", "9.3/2" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true }
at "2026-02-02 10:00"
event "looked after"
expect.duty "a pathway plan" { owner = "16+ Leaving Care Service", clause = "9.1/1" }
expect.notice "give a true picture of the options" { to = "applicant", clause = "9.2" }
expect.notice "offer tenancy accreditation training" { to = "applicant", clause = "9.3/2" }
expect.deadline "basic tenancy skills in the plan" { status = "undated", clause = "9.3/1" }
at "2026-03-02 10:00"
done "basic tenancy skills in the plan"
expect.deadline "basic tenancy skills in the plan" { status = "met" }

-- Made on 31 August 2025: six months end on 28 February 2026, for February has no 31st. Reviewed that day; the next within
-- six months of it, by 28 August. It comes on 30 August, two days late; the one after that is due by 28 February 2027.
scenario "A review each six months, over the end of February" { clauses = { "9.1/2" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true }
at "2025-08-31 10:00"
event "pathway plan made"
expect.deadline "review of the pathway plan" { status = "live", due = "2026-02-28", clause = "9.1/2" }
at "2026-02-28 16:00"
event "pathway plan reviewed"
expect.deadline "review of the pathway plan" { status = "live", due = "2026-08-28" }
at "2026-08-30 10:00"
event "pathway plan reviewed"
expect.breach "review of the pathway plan" { due = "2026-08-28", late_by = "2 days", clause = "9.1/2" }
expect.deadline "review of the pathway plan" { status = "live", due = "2027-02-28" }

-- 21 on 1 June 2026. The event is what asks; without it planning rests, as read.
scenario "21, and support was not asked for" { clauses = { "9.1/3" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = true }
at "2026-05-21 09:00"
event "pathway plan made"
after "2026-06-01 00:00"
expect.stage "pathway planning" { outcome = "21, and not asked for", left = "2026-06-01 00:00" }
expect.reading "21, and support was not asked for" { chosen = "planning rests", clause = "9.1/3", against = "9.1/2" }
expect.no.duty "support of the Personal Advisor"
at "2026-06-20 09:00"
event "asks for a personal adviser"
expect.duty "support of the Personal Advisor" { owner = "Personal Advisor", since = "2026-06-20 09:00", clause = "9.1/3" }
expect.stage "pathway planning" { left = nothing }

-- 22 at the first record: planning has rested for a year, and begins again with the request.
scenario "Past 21 at the start" { clauses = { "9.1/3" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
event "reviewed"
expect.no.stage "pathway planning"
expect.decision "planning_goes_on" { value = false, clause = "9.1/3" }
at "2026-02-09 10:00"
event "asks for a personal adviser"
expect.duty "support of the Personal Advisor" { since = "2026-02-09 10:00" }
expect.duty "a pathway plan" { since = "2026-02-09 10:00", ended = nothing }

scenario "Asked for before 21: it goes on from the birthday" { clauses = { "9.1/3", "9.1/4" } }
given { dob = "2005-06-01", care_status = "former_relevant", medways_own = true }
at "2026-05-21 09:00"
event "asks for a personal adviser"
expect.no.duty "support of the Personal Advisor"
after "2026-06-01 00:00"
expect.duty "support of the Personal Advisor" { since = "2026-06-01 00:00", ended = nothing }
expect.stage "pathway planning" { left = nothing }
at "2026-07-01 09:00"
event "opts out of support"
expect.stage "Personal Advisor after 21" { outcome = "opted out", left = "2026-07-01 09:00" }
expect.stage "pathway planning" { outcome = "opted out" }
at "2026-09-01 09:00"
event "asks for a personal adviser"
expect.decision "support_after_21" { value = "may ask again", clause = "9.1/4" }
expect.reading "after opting out" { chosen = "may ask again" }
expect.duty "support of the Personal Advisor" { since = "2026-09-01 09:00", ended = nothing }
