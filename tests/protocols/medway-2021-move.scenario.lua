-- Medway 2021, sections 10 and 11: the options meeting, the routes, the papers, and keeping the home. Worked out by hand from
-- the table of clauses (protocols/clauses/medway-2021.tsv); the comments are the workings.
--
-- The days: 2 February 2026 is a Monday. Who is born on 10 September 2008 is 17 then, and 18 on 10 September 2026; on 1 March
-- 2003: 22, and 23 on 1 March 2026.

use "medway-2021"

----------------------------------------------------------------------------------------------------
-- 10. Procedure and preparation
----------------------------------------------------------------------------------------------------

-- Six months before 10 September 2026 is 10 March; the meeting is on the 12th.
scenario "The options meeting two days late" { clauses = { "10.2/1", "10.2/3" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false, leaves_placement_on = "2026-09-10" }
at "2026-02-02 10:00"
event "looked after"
at "2026-03-12 10:00"
answer("options meeting", "held")
expect.breach "options meeting" { due = "2026-03-10", late_by = "2 days", owner = "Personal Advisor", clause = "10.2/1" }
answer("ability to live independently", "not able yet")
expect.stage "ability to live independently" { outcome = "not able yet", clause = "10.2/3" }
expect.stage "agreeing a route" { left = nothing }

-- The day of leaving moves from 10 September to 31 August 2026: six months before it is 28 February, for February has no 31st.
scenario "The day of leaving moves, and the meeting with it" { clauses = { "10.2/1" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false }
at "2026-02-02 10:00"
fact { leaves_placement_on = "2026-09-10" }
at "2026-02-10 10:00"
fact { leaves_placement_on = "2026-08-31" }
expect.deadline "options meeting" { status = "live", due = "2026-02-28" }

-- Known on 1 May that the placement ends on 1 June: six months before it was 1 December, so no such day is left.
scenario "A placement that ends unplanned" { clauses = { "10.2/1" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false }
at "2026-05-01 10:00"
fact { leaves_placement_on = "2026-06-01" }
expect.deadline "options meeting" { status = "void", void_because = "already past" }
answer("options meeting", "held")
expect.no "breach"

scenario "Family, then staying put after all" { clauses = { "10.3", "10.4" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false, leaves_placement_on = "2026-09-10" }
at "2026-02-02 10:00"
event "looked after"
answer("options meeting", "held")
answer("ability to live independently", "not able yet")
answer("agreeing a route", "family")
expect.stage "family or staying put" { owner = "Personal Advisor", clause = "10.4" }
at "2026-02-16 10:00"
answer("family or staying put", "not arranged")
answer("agreeing a route", "staying put")
at "2026-03-02 10:00"
answer("family or staying put", "arranged")
expect.stage "family or staying put" { outcome = "arranged", left = "2026-03-02 10:00" }

scenario "The Personal Advisor and the young person sign a route each" { clauses = { "10.3" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false, leaves_placement_on = "2026-09-10" }
at "2026-02-02 10:00"
event "looked after"
answer("options meeting", "held")
answer("ability to live independently", "able")
sign("agreeing a route", "another route", "Personal Advisor")
expect.stage "agreeing a route" { left = nothing }
at "2026-02-09 10:00"
sign("agreeing a route", "another route", "applicant")
expect.stage "agreeing a route" { outcome = "another route", left = "2026-02-09 10:00", clause = "10.3" }

scenario "Supported accommodation, with the lead of Housing" { clauses = { "8.2", "10.3", "10.5", "11.1/4", "14.1/5" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false, leaves_placement_on = "2026-09-10" }
at "2026-02-02 10:00"
event "looked after"
answer("options meeting", "held")
answer("ability to live independently", "not able yet")
answer("agreeing a route", "supported accommodation")
expect.referral "refer to supported accommodation" { to = "Supported accommodation service", clause = "10.5" }
expect.notice "bring in the housing lead" { to = "Housing lead for supported accommodation", clause = "8.2" }
at "2026-02-16 10:00"
answer("supported accommodation", "no place found")
answer("agreeing a route", "supported accommodation")
at "2026-03-02 10:00"
answer("supported accommodation", "place found")
answer("licence or tenancy", "supported accommodation")
expect.entry "supported accommodation" { what = "counted", clause = "14.1/5" }

scenario "Living independently: the register and private renting side by side" {
  clauses = { "10.6/1", "10.6/2", "10.6/3", "10.6/4", "8.1", "11.1/3", "11.1/4", "11.2/1", "11.2/2", "14.1/3", "14.1/4" },
}
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false, leaves_placement_on = "2026-09-10",
  needs_furnishing = true }
at "2026-02-02 10:00"
event "looked after"
answer("options meeting", "held")
answer("ability to live independently", "able")
answer("agreeing a route", "living independently")
expect.duty "help to live independently" { owner = "Personal Advisor", clause = "10.6/1" }
expect.deadline "help with the register application" { status = "undated", clause = "10.6/1" }
expect.referral "look for a private home" { to = "Private Rented Sector Team", clause = "10.6/2" }
expect.deadline "money goes first to setting up home" { status = "undated", clause = "10.6/3" }
expect.referral "help to furnish the home" { clause = "10.6/4" }
at "2026-02-16 10:00"
event "applies to Medway Homechoice"
expect.deadline "help with the register application" { status = "met", met_at = "2026-02-16 10:00" }
expect.stage "register application" { left = nothing }
at "2026-09-01 10:00"
answer("living independently", "home found")
expect.deadline "money goes first to setting up home" { status = "met" }
expect.notice "name the Personal Advisor as contact" { to = "Landlord or supported accommodation provider", clause = "11.2/1" }
expect.notice "urge to report problems" { to = "applicant", clause = "11.2/2" }
expect.notice "urge the landlord to report problems" { clause = "11.2/2" }
expect.deadline "help with the papers" { status = "undated", owner = "Personal Advisor", clause = "11.1/4" }
expect.deadline "rights and responsibilities" { status = "undated", owner = "Personal Advisor", clause = "11.1/3" }
event "rights and responsibilities explained"
expect.deadline "rights and responsibilities" { status = "met" }
answer("licence or tenancy", "private sector")
expect.deadline "help with the papers" { status = "met" }
expect.entry "own tenancies" { what = "counted", clause = "14.1/3" }
expect.entry "private sector" { what = "counted", clause = "14.1/4" }
expect.no "breach"

scenario "Living independently is not right after all" { clauses = { "10.6/1", "10.6/4" } }
given { dob = "2008-09-10", care_status = "eligible", medways_own = true, uasc = false, leaves_placement_on = "2026-09-10",
  needs_furnishing = false }
at "2026-02-02 10:00"
event "looked after"
answer("options meeting", "held")
answer("ability to live independently", "able")
answer("agreeing a route", "living independently")
expect.no.referral "help to furnish the home"
answer("living independently", "another route is better")
expect.stage "agreeing a route" { left = nothing }

----------------------------------------------------------------------------------------------------
-- 11. Tenancy sustainment and support
----------------------------------------------------------------------------------------------------

scenario "A viewing with the Personal Advisor" { clauses = { "11.1/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, uasc = false }
at "2026-02-02 14:00"
event "viewing"
expect.deadline "Personal Advisor at the viewing" { status = "live", due = "2026-02-02", clause = "11.1/2" }
answer("viewing", "accompanied")
expect.deadline "Personal Advisor at the viewing" { status = "met" }

scenario "A viewing alone" { clauses = { "11.1/2" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, uasc = false }
at "2026-02-02 14:00"
event "viewing"
answer("viewing", "alone")
after "2026-02-03 00:00"
expect.breach "Personal Advisor at the viewing" { due = "2026-02-02", owner = "Personal Advisor", clause = "11.1/2" }

-- Signed at 10:00 on 9 February; the rights are explained at 12:00.
scenario "Signed before the rights were explained" { clauses = { "11.1/3", "11.1/4", "14.1/3", "14.1/6" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, uasc = false }
at "2026-02-02 10:00"
event "offered a home"
at "2026-02-09 10:00"
answer("licence or tenancy", "general needs social housing")
expect.entry "own tenancies" { what = "counted", clause = "14.1/3" }
expect.entry "general needs social housing" { what = "counted", clause = "14.1/6" }
at "2026-02-09 12:00"
event "rights and responsibilities explained"
expect.breach "rights and responsibilities" { due = "2026-02-09 10:00", late_by = "2 hours", clause = "11.1/3" }
expect.reading "rights and responsibilities" { chosen = "explained at the signing" }

scenario "Nothing is signed" { clauses = { "11.1/4" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, uasc = false }
at "2026-02-02 10:00"
event "offered a home"
answer("licence or tenancy", "not signed")
expect.deadline "help with the papers" { status = "void" }

scenario "A risk that is taken up the same day" { clauses = { "11.2/3", "11.2/4", "11.3/1", "11.3/2", "11.3/3" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, housing_advice_fitting = true,
  joint_appointment_fitting = true }
at "2026-02-02 15:00"
event "risk of breakdown"
expect.deadline "take up the risk" { status = "live", due = "2026-02-02", owner = "Personal Advisor", clause = "11.2/3" }
expect.referral "ask for advice on staying" { to = "Housing Options Team", clause = "11.2/4" }
expect.deadline "find out what more is needed" { status = "live", due = "2026-02-02", clause = "11.3/1" }
expect.deadline "arrange a joint prevention appointment" { status = "live", due = "2026-02-02", clause = "11.3/2" }
expect.deadline "all steps tried, and any appeal" {
  status = "undated", owner = { "Personal Advisor", "Housing Options Team" }, clause = "11.3/3",
}
expect.reading "immediately" { chosen = "the same day" }
at "17:00"
done "take up the risk"
event "young person contacted about the risk"
event "joint prevention appointment arranged"
expect.deadline "take up the risk" { status = "met" }
expect.deadline "find out what more is needed" { status = "met" }
expect.reading "with immediate effect" { chosen = "the contact" }
expect.deadline "arrange a joint prevention appointment" { status = "met" }
expect.stage "joint prevention appointment" { owner = { "Personal Advisor", "Young persons' lead officer" }, clause = "11.3/2" }
at "2026-02-09 10:00"
answer("joint prevention appointment", "actions agreed")
at "2026-03-02 10:00"
done "all steps tried, and any appeal"
answer("risk of breakdown", "home kept")
expect.deadline "all steps tried, and any appeal" { status = "met" }
expect.no "breach"

-- Known on Thursday 24 December at 16:00; nothing is done before Tuesday the 29th. No holiday stretches the same day.
scenario "A risk that waits over Christmas" { clauses = { "11.2/3", "11.2/4", "11.3/1", "11.3/2", "11.5" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, housing_advice_fitting = false,
  joint_appointment_fitting = true }
at "2026-12-24 16:00"
event "risk of breakdown"
expect.no.referral "ask for advice on staying"
at "2026-12-29 09:00"
expect.breach "take up the risk" { due = "2026-12-24", clause = "11.2/3" }
done "take up the risk"
event "young person contacted about the risk"
event "joint prevention appointment arranged"
expect.breach "take up the risk" { due = "2026-12-24", late_by = "5 days" }
expect.breach "find out what more is needed" { due = "2026-12-24", late_by = "5 days", clause = "11.3/1" }
expect.breach "arrange a joint prevention appointment" { due = "2026-12-24", late_by = "5 days", clause = "11.3/2" }
answer("joint prevention appointment", "nothing agreed")
answer("risk of breakdown", "home cannot be kept")
expect.stage "planned move" { owner = "16+ Leaving Care Service", clause = "11.5" }
answer("planned move", "another supported placement")
expect.stage "supported accommodation" { left = nothing }

scenario "A planned move, and none" { clauses = { "11.5", "12.2/1" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true, housing_advice_fitting = false,
  joint_appointment_fitting = false, known_to_housing_options = true }
at "2026-02-02 10:00"
event "risk of breakdown"
expect.no.deadline "arrange a joint prevention appointment"
answer("risk of breakdown", "home cannot be kept")
answer("planned move", "moved elsewhere")
expect.stage "planned move" { outcome = "moved elsewhere" }
at "2026-06-01 10:00"
event "risk of breakdown"
answer("risk of breakdown", "home cannot be kept")
answer("planned move", "no planned move")
expect.stage "towards an application" { outcome = "to the officer in the case", clause = "12.2/1" }
expect.referral "go to the officer in the case" { to = "Housing Options Officer" }

scenario "Own acts put the home at risk: both say what may follow" { clauses = { "11.4" } }
given { dob = "2003-03-01", care_status = "former_relevant", medways_own = true }
at "2026-02-02 10:00"
fact { home_at_risk_by_own_acts = true }
expect.notice "tell of intentional homelessness" { to = "applicant", clause = "11.4" }
expect.deadline "tell of intentional homelessness" { owner = "Personal Advisor", status = "met" }
expect.deadline "tell of intentional homelessness, landlord" {
  owner = "Landlord or supported accommodation provider", status = "met", clause = "11.4",
}
expect.reading "told by the landlord as well" { chosen = "each of the two tells" }
