-- Stockport 2024. Worked out by hand from the table of clauses (protocols/clauses/stockport-2024.tsv); the
-- comments are the workings.
--
-- The days: 21 May 2026 is a Thursday, 25 May the spring bank holiday. Who is born on 11 February 2009 is
-- 17 then and turns 18 on 11 February 2027; on 1 March 2008: 18; on 1 June 2001: 24, and 25 on 1 June 2026.

use "stockport-2024"

-- What many of these stories begin with. Stockport's own, and on the route of section 6:

local function on_the_route(dob, care_status)
  given { dob = dob, care_status = care_status, stockports_own = true, uasc = false, leaving_residential = false,
    more_preparation_needed = false }
end

local function at_18()
  on_the_route("2008-03-01", "former_relevant")
end

local function at_17()
  on_the_route("2009-02-11", "eligible")
end

-- At one moment: the interview, and a yes to a tenancy.
local function decides_for_a_tenancy()
  event "chooses own tenancy"
  answer("housing interview", "held")
  answer("a tenancy or not", "a tenancy")
end

local function both_approve()
  answer("officer's view", "satisfied")
  panel("Accommodation Panel", "supported")
end

-- The same, and both approvals, and the register.
local function searches_for_a_home()
  decides_for_a_tenancy()
  both_approve()
  answer("register", "added to the register")
end

local function is_offered_a_home(way)
  answer(way, "home found")
  answer("check on the home", "may be offered")
end

----------------------------------------------------------------------------------------------------
-- 3 and 5. Preparing for adult life
----------------------------------------------------------------------------------------------------

-- 3 years from 2 October 2023 end with 2 October 2026, at the midnight that follows.
scenario "The Staying Close pilot is open for three years, where its beginning is known" { clauses = { "3.3/2" } }
given { dob = "2008-03-01", leaving_residential = true, pilot_began_on = "2023-10-02" }
at "2026-05-21 09:00"
event "options presented"
expect.duty "a place in the Staying Close pilot is open" { owner = "Social Care", ended = nothing }
after "2026-10-03 00:00"
expect.stage "Staying Close pilot" { outcome = "pilot over", left = "2026-10-03 00:00" }

scenario "Nobody invents a beginning of the pilot" { clauses = { "3.3/2" } }
given { dob = "2008-03-01", leaving_residential = true }
at "2026-05-21 09:00"
event "options presented"
expect.no.stage "Staying Close pilot"

scenario "Preparation begins on entering care, and talks are written down" { clauses = { "5.1/1", "5.1/2", "5.2" } }
given { dob = "2011-05-01", care_status = "looked_after" }
at "2026-05-21 09:00"
event "looked after"
expect.duty "prepare for adult life" { owner = "Social Care", since = "2026-05-21 09:00", ended = nothing }
expect.deadline "talk about where to live after 18" { status = "undated", due = nothing, clause = "5.1/1" }
expect.deadline "eight topics in the plan" { status = "undated", clause = "5.2" }
at "2026-06-04 16:00"
event "talk about life after 18"
expect.deadline "talk about where to live after 18" { status = "met", met_at = "2026-06-04 16:00" }
expect.deadline "write the talk into the plan" { status = "undated", owner = "Social Care", clause = "5.1/2" }
at "2026-06-05 10:00"
done "write the talk into the plan"
expect.deadline "write the talk into the plan" { status = "met", met_at = "2026-06-05 10:00" }
done "eight topics in the plan"
expect.deadline "eight topics in the plan" { status = "met" }
expect.no "breach"

-- Born 11 September 2010: 16 on 11 September 2026; the window is 11 June to 11 December 2026, that day included.
scenario "The needs assessment at 16, within its half year" { clauses = { "5.4/1" } }
given { dob = "2010-09-11", care_status = "looked_after" }
at "2026-05-21 09:00"
event "looked after"
expect.deadline "needs assessment at 16" {
  status = "live", not_before = "2026-06-11 00:00", due = "2026-12-11", owner = "Social Care", clause = "5.4/1",
}
at "2026-10-01 10:00"
event "needs assessment begins"
expect.deadline "needs assessment at 16" { status = "live" }
at "2026-11-20 10:00"
event "needs assessment done"
expect.deadline "needs assessment at 16" { status = "met", met_at = "2026-11-20 10:00" }
expect.reading "the focus at 16" { chosen = "the assessment is done" }

-- The window closed with Friday 11 December.
scenario "The needs assessment comes after its half year" { clauses = { "5.4/1" } }
given { dob = "2010-09-11", care_status = "looked_after" }
at "2026-05-21 09:00"
event "looked after"
at "2026-12-14 09:00"
event "needs assessment done"
expect.breach "needs assessment at 16" { due = "2026-12-11", clause = "5.4/1" }

scenario "The needs assessment comes before its half year" { clauses = { "5.4/1" } }
given { dob = "2010-09-11", care_status = "looked_after" }
at "2026-05-21 09:00"
event "looked after"
at "2026-06-10 17:00"
event "needs assessment done"
expect.deadline "needs assessment at 16" { status = "early", met_at = "2026-06-10 17:00" }

scenario "Who comes into care after 16 and a quarter has no window left" { clauses = { "5.4/1" } }
given { dob = "2010-01-05", care_status = "looked_after" }
at "2026-05-21 09:00"
event "looked after"
expect.deadline "needs assessment at 16" { status = "void", void_because = "already past" }
expect.no "breach"

----------------------------------------------------------------------------------------------------
-- 5.4 to 5.6. Ten routes, the reviews, the Panel
----------------------------------------------------------------------------------------------------

scenario "Four of the ten routes have a test" { clauses = { "5.4/2", "5.5/1" } }
given {
  dob = "2009-02-11", care_status = "eligible", with_foster_carer = false, high_needs = true, most_complex = false,
  leaving_residential = false,
}
at "2026-05-21 09:00"
event "options presented"
expect.choice "staying put" { state = "barred", clause = "5.4/2" }
expect.choice "specialist supported"
expect.choice "residential" { state = "barred" }
expect.choice "staying close" { state = "barred" }
expect.choice "supported lodgings"
expect.choice "family or friends"
expect.deadline "good and bad sides talked through" { status = "undated", owner = "Social Care", clause = "5.5/1" }
at "2026-06-11 15:00"
done "good and bad sides talked through"
answer("choosing where to live", "specialist supported")
expect.stage "choosing where to live" { outcome = "specialist supported", owner = "applicant" }
expect.deadline "good and bad sides talked through" { status = "met", met_at = "2026-06-11 15:00" }

scenario "Routes with a test, met" { clauses = { "5.4/2" } }
given {
  dob = "2009-02-11", care_status = "eligible", with_foster_carer = true, high_needs = true, most_complex = true,
  leaving_residential = true,
}
at "2026-05-21 09:00"
event "options presented"
answer("choosing where to live", "staying put")
event "options presented"
answer("choosing where to live", "residential")
event "options presented"
answer("choosing where to live", "staying close")
event "options presented"
answer("choosing where to live", "supported lodgings")
event "options presented"
answer("choosing where to live", "post-18 scheme")
event "options presented"
answer("choosing where to live", "family or friends")
event "options presented"
answer("choosing where to live", "student housing")
expect.stage "choosing where to live" { outcome = "student housing", clause = "5.4/2" }

scenario "The route of a tenancy of one's own leads to the interview" { clauses = { "5.4/2", "6.1/1" } }
at_17()
at "2026-05-21 09:00"
event "options presented"
at "2026-06-11 15:00"
answer("choosing where to live", "own tenancy")
expect.stage "housing interview" { entered = "2026-06-11 15:00" }

scenario "Help that Stockport Homes can give towards a private tenancy" { clauses = { "5.4/3" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
event "options presented"
answer("choosing where to live", "private tenancy")
at "2026-05-26 09:00"
answer("help with a private tenancy", "deposit")
expect.entitlement "deposit for a private tenancy" { paid_by = "Stockport Homes Group", pence = nothing, clause = "5.4/3" }
answer("help with a private tenancy", "rent in advance")
expect.entitlement "rent in advance" { pence = nothing }
answer("help with a private tenancy", "landlords approached")
answer("help with a private tenancy", "no more help")
expect.stage "help with a private tenancy" { outcome = "no more help" }

scenario "The reviewing officer finds another route better" { clauses = { "5.5/2" } }
given { dob = "2009-02-11", care_status = "eligible" }
at "2026-05-21 09:00"
event "pathway plan review"
expect.stage "review of the pathway plan" { owner = "Independent reviewing officer", clause = "5.5/2" }
answer("review of the pathway plan", "another route is better")
expect.stage "choosing where to live" { left = nothing }
at "2026-11-19 10:00"
event "pathway plan review"
answer("review of the pathway plan", "on the way")
expect.stage "review of the pathway plan" { outcome = "on the way" }

-- The text leaves open who chairs after 18, so no review is owed to a person of 18 as it is read.
scenario "The reviewing officer no longer chairs after 18" { clauses = { "5.5/2" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
event "pathway plan review"
expect.no.stage "review of the pathway plan"
expect.decision "reviewing_officer_chairs" { value = false, clause = "5.5/2" }
expect.reading "the reviewing officer after 18" { chosen = "no longer in the chair" }

-- Every 14 days, from an unknown first: the next session is undated, but no further off than 4 June 2026.
scenario "The Panel keeps track within its fortnight" { clauses = { "5.5/3", "5.6/1" } }
given { dob = "2009-02-11", care_status = "eligible" }
at "2026-05-21 09:00"
event "asks the Panel for advice"
expect.panel "Accommodation Panel" { listed = "2026-05-21 09:00", session = nothing, outcome = nothing }
expect.deadline "Panel keeps track" { status = "live", due = "2026-06-04", owner = "Social Care", clause = "5.5/3" }
expect.reading "the session that hears a case" { chosen = "the next", clause = "5.5/3" }
at "2026-06-04 12:00"
panel("Accommodation Panel", "advice given")
expect.panel "Accommodation Panel" { outcome = "advice given" }
expect.deadline "Panel keeps track" { status = "met", met_at = "2026-06-04 12:00" }
expect.no "breach"

scenario "The Panel sits a day late, and without its chair" { clauses = { "5.5/3", "5.6/1" } }
given { dob = "2009-02-11", care_status = "eligible" }
at "2026-05-21 09:00"
event "asks the Panel for advice"
at "2026-06-05 12:00"
fact { chair_at_panel = false }
panel("Accommodation Panel", "advice given")
expect.breach "Panel keeps track" { due = "2026-06-04", late_by = "1 day" }
expect.breach "a Panel without its chair" { kind = "invariant", clause = "5.6/1" }

scenario "A clear plan before the 18th birthday" { clauses = { "5.6/2" } }
given { dob = "2009-02-11", care_status = "eligible" }
at "2026-05-21 09:00"
event "asks the Panel for advice"
expect.deadline "plan for 18" { status = "live", due = "2027-02-11 00:00", owner = "Service Leader Leaving Care Services" }
at "2027-01-20 10:00"
event "accommodation plan is clear"
expect.deadline "plan for 18" { status = "met", clause = "5.6/2" }

-- The birthday begins at 00:00 on 11 February; 09:30 is 9 hours 30 later.
scenario "A plan on the 18th birthday itself comes too late" { clauses = { "5.6/2" } }
given { dob = "2009-02-11", care_status = "eligible" }
at "2026-05-21 09:00"
event "pathway plan review"
at "2027-02-11 09:30"
event "accommodation plan is clear"
expect.breach "plan for 18" { due = "2027-02-11 00:00", late_by = "9 hours 30 minutes" }

----------------------------------------------------------------------------------------------------
-- 6. From the interview to the keys
----------------------------------------------------------------------------------------------------

scenario "The interview, and a young person who decides against a tenancy" {
  clauses = { "6.1/1", "6.1/2", "6.2/1", "6.2/2", "6.2/3", "6.3/1", "6.3/2" },
}
given {
  dob = "2009-02-11", care_status = "eligible", stockports_own = true, uasc = false, leaving_residential = false,
  more_preparation_needed = true,
}
at "2026-05-21 09:00"
event "chooses own tenancy"
expect.stage "housing interview" { owner = "Housing Options Officer", clause = "6.1/1" }
expect.decision "enhanced_route" { value = true, clause = "6.3/2" }
expect.reading "before the 18th birthday" { chosen = "open to Stockport's eligible and relevant", against = "6.14" }
expect.decision "usual_time" { value = "approaching 18", clause = "6.3/1" }
expect.notice "say what a tenancy takes" { to = "applicant", clause = "6.2/1" }
expect.notice "tell of Coram Voice" { to = "applicant", clause = "6.2/2" }
expect.deadline "talk over Staying Close or House Project" { status = "undated", clause = "6.1/2" }
expect.deadline "housing application" { status = "undated", owner = "applicant" }
at "2026-05-28 14:00"
event "housing application completed"
expect.deadline "housing application" { status = "met", met_at = "2026-05-28 14:00" }
done "talk over Staying Close or House Project"
answer("housing interview", "held")
expect.deadline "talk over Staying Close or House Project" { status = "met" }
at "2026-06-01 10:00"
answer("a tenancy or not", "not a tenancy")
expect.deadline "name the support for the move" { status = "void" }
expect.no.stage "officer's view"
expect.no "breach"

scenario "Somebody at 16 comes earlier than usual" { clauses = { "6.3/1" } }
given { dob = "2009-09-11", care_status = "eligible", stockports_own = true, uasc = false,
  leaving_residential = false, more_preparation_needed = false }
at "2026-05-21 09:00"
event "chooses own tenancy"
expect.decision "usual_time" { value = "younger than usual" }
expect.no.deadline "talk over Staying Close or House Project"

scenario "A qualifying care leaver has the route only as an exception" { clauses = { "6.3/2" } }
given { dob = "2008-03-01", care_status = "qualifying", stockports_own = true, uasc = false,
  spells = { { kind = "at an address", from = "2025-01-06" } } }
at "2026-05-21 09:00"
event "chooses own tenancy"
expect.decision "enhanced_route" { value = false }
expect.no.stage "housing interview"
at "2026-05-26 09:00"
fact { exceptional = true }
expect.decision "enhanced_route" { value = true }
expect.reading "in the area since before 16" { chosen = "asked of the person from elsewhere" }
event "chooses own tenancy"
expect.stage "housing interview" { entered = "2026-05-26 09:00" }

-- 16 on 1 March 2024; here since 4 September 2023, so since before.
scenario "From out of the borough, here since before 16" { clauses = { "6.3/2" } }
given { dob = "2008-03-01", care_status = "former_relevant", stockports_own = false, uasc = false, exceptional = true,
  spells = { { kind = "at an address", from = "2023-09-04" } } }
at "2026-05-21 09:00"
event "chooses own tenancy"
expect.decision "enhanced_route" { value = true, clause = "6.3/2" }

-- Somebody who came on the 16th birthday has not been here since before it; nor has one who left again.
scenario "From out of the borough, on the day of the 16th birthday" { clauses = { "6.3/2" } }
given { dob = "2008-03-01", care_status = "former_relevant", stockports_own = false, uasc = false, exceptional = true,
  spells = { { kind = "at an address", from = "2024-03-01" } } }
at "2026-05-21 09:00"
event "chooses own tenancy"
expect.decision "in_area_since_before_16" { value = false, clause = "6.3/2" }
expect.decision "enhanced_route" { value = false }

scenario "From out of the borough, here before 16 and gone since" { clauses = { "6.3/2" } }
given { dob = "2008-03-01", care_status = "former_relevant", stockports_own = false, uasc = false, exceptional = true,
  spells = { { kind = "at an address", from = "2023-09-04", to = "2025-06-30" } } }
at "2026-05-21 09:00"
event "chooses own tenancy"
expect.decision "enhanced_route" { value = false }

-- The Act gives the status where the record has none: in care from 2 March 2022 to the 18th birthday, and so for more
-- than 13 weeks since 14, some of them after 16.
scenario "A former relevant young person whom nobody has recorded as one" { clauses = { "6.3/2", "CA89 s.23C(1)" } }
given { dob = "2008-03-01", stockports_own = true, uasc = false, leaving_residential = false,
  more_preparation_needed = false, adopted = false,
  spells = { { kind = "looked after", from = "2022-03-02 00:00", to = "2026-03-01 00:00" } } }
at "2026-05-21 09:00"
event "chooses own tenancy"
expect.decision "leaver_status" { value = "former_relevant" }
expect.decision "care_status_in_law" { value = "former_relevant", clause = "CA89 s.23C(1)" }
expect.decision "enhanced_route" { value = true }

-- Two approvals on 28 May and 4 June; the search runs in two ways; a check; an offer; the sign-up; the move.
scenario "A tenancy, from the choice to the move" {
  clauses = {
    "6.1/1", "6.2/3", "6.4/1", "6.4/2", "6.5/1", "6.6/1", "6.6/2", "6.6/3", "6.7/1", "6.7/2", "6.8/1", "6.8/2", "6.8/3",
    "6.8/4", "6.8/5", "6.9/1", "6.9/3", "6.12/1", "4.4/3", "4.4/4", "5.5/3",
  },
}
given {
  dob = "2008-03-01", care_status = "former_relevant", stockports_own = true, uasc = false, reduced_income = true,
  leaving_residential = false, more_preparation_needed = false, needs_tenancy_ready = true,
}
at "2026-05-21 09:00"
event "chooses own tenancy"
expect.decision "usual_time" { value = "18 or later" }
at "2026-05-26 10:00"
answer("housing interview", "held")
done "name the support for the move"
answer("a tenancy or not", "a tenancy")
expect.deadline "name the support for the move" { status = "met", owner = "Personal adviser", clause = "6.2/3" }
expect.reading "who names the support" { chosen = "the adviser", clause = "6.2/3" }
expect.deadline "Panel sits on rehousing" { due = "2026-06-09", clause = "5.5/3" }
at "2026-05-28 10:00"
answer("officer's view", "satisfied")
expect.no.stage "register"
at "2026-06-04 12:00"
panel("Accommodation Panel", "supported")
expect.stage "register" { entered = "2026-06-04 12:00", clause = "6.4/1" }
expect.deadline "Panel sits on rehousing" { status = "met" }
at "2026-06-05 09:00"
fact { meets_register_rules = true }
answer("register", "added to the register")
expect.duty "extra preference on the register" { owner = "Stockport Homes Group", ended = nothing, clause = "6.4/2" }
expect.stage "bidding" { left = nothing, owner = "applicant" }
expect.referral "ask for a direct let" { to = "Property Management Team", clause = "6.6/3" }
expect.referral "refer to the Tenancy Ready Team" { to = "Tenancy Ready Team", clause = "6.8/1" }
expect.entitlement "setting-up home grant" { pence = 300000, clause = "6.8/3" }
expect.entitlement "furniture package" { pence = nothing, clause = "4.4/4" }
expect.deadline "support plan" { status = "undated", owner = "Tenancy Ready Team", clause = "6.8/2" }
done "talk of type, area and supply"
expect.deadline "talk of type, area and supply" { status = "met", clause = "6.6/2" }
at "2026-06-12 09:00"
event "support plan made"
expect.deadline "support plan" { status = "met" }
expect.deadline "three-way plan" { status = "undated", clause = "6.8/5" }
event "three-way plan agreed"
expect.deadline "three-way plan" { status = "met" }
answer("support fund", "granted")
expect.entitlement "white goods" { pence = 100000, clause = "6.8/4" }
at "2026-07-01 11:00"
answer("direct let", "home found")
expect.stage "bidding" { stopped = true, left = "2026-07-01 11:00" }
expect.reading "offers from both at once" { chosen = "the first ends the other" }
at "2026-07-02 09:00"
fact { significant_trouble = false }
expect.choice "not offered" { state = "barred" }
answer("check on the home", "may be offered")
at "2026-07-03 09:00"
expect.choice "accepted, under 18" { state = "barred", clause = "6.14" }
answer("offer", "accepted, Stockport Homes")
expect.stage "sign-up" { left = nothing, owner = "Stockport Homes Group" }
expect.deadline "ask about the marker" { status = "undated" }
expect.deadline "terms gone through beforehand" { status = "undated", clause = "6.9/3" }
at "2026-07-06 10:00"
event "terms gone through"
expect.deadline "terms gone through beforehand" { status = "met" }
consent("care-leaver marker", "given")
expect.deadline "ask about the marker" { status = "met", clause = "6.12/1" }
at "2026-07-08 10:00"
done "sign-up that is understood"
answer("sign-up", "signed")
expect.deadline "sign-up that is understood" { status = "met", clause = "4.4/3" }
expect.tonight "own tenancy" {}
at "2026-07-10 09:00"
event "moves in"
expect.stage "setting up home" { outcome = "moved in", left = "2026-07-10 09:00" }
expect.deadline "somebody there" { status = "live", due = "2026-07-10", clause = "6.9/1" }
at "12:00"
answer("company at the move", "accompanied")
expect.deadline "somebody there" { status = "met" }
expect.no "breach"

scenario "Moved alone, signed without a word on the marker, and the terms a day after the move" {
  clauses = { "6.9/1", "6.9/3", "6.12/1", "6.14", "6.7/2" },
}
at_18()
given { needs_tenancy_ready = false }
at "2026-05-21 09:00"
decides_for_a_tenancy()
both_approve()
fact { meets_register_rules = false, offences_or_arrears_only = true, ready_for_a_tenancy = true }
expect.decision "may_register" { value = true, clause = "6.5/1" }
answer("register", "added to the register")
expect.reading "setting-up grant without the Tenancy Ready Team" { chosen = "all the same" }
answer("support fund", "refused")
answer("bidding", "home found")
fact { significant_trouble = false }
answer("check on the home", "may be offered")
answer("offer", "accepted, nomination")
at "2026-07-08 10:00"
answer("sign-up", "signed")
at "2026-07-08 11:00"
consent("care-leaver marker", "asked")
expect.breach "ask about the marker" { due = "2026-07-08 10:00", late_by = "1 hour", clause = "6.12/1" }
at "2026-07-10 09:00"
event "moves in"
at "2026-07-11 09:00"
answer("company at the move", "moved alone")
event "terms gone through"
expect.breach "terms gone through beforehand" { due = "2026-07-10 09:00", late_by = "24 hours", clause = "6.9/3" }
expect.breach "somebody there" { due = "2026-07-10", clause = "6.9/1" }

scenario "The officer is not satisfied, the Panel is, and nothing says what follows" { clauses = { "6.4/1", "5.5/3" } }
at_18()
at "2026-05-21 09:00"
decides_for_a_tenancy()
answer("officer's view", "not satisfied")
-- 14 days after 21 May are 4 June; the Panel sits on Friday 5 June.
at "2026-06-05 12:00"
panel("Accommodation Panel", "supported")
expect.breach "Panel sits on rehousing" { due = "2026-06-04", late_by = "1 day" }
expect.no.stage "register"
expect.status "open"

scenario "The Panel does not support it" { clauses = { "6.4/1" } }
at_18()
at "2026-05-21 09:00"
decides_for_a_tenancy()
answer("officer's view", "satisfied")
panel("Accommodation Panel", "not supported")
expect.stage "rehousing at Panel" { outcome = "not supported" }
expect.no.stage "register"

scenario "Not added to the register" { clauses = { "6.5/1" } }
at_18()
given { meets_register_rules = false, offences_or_arrears_only = true, ready_for_a_tenancy = false }
at "2026-05-21 09:00"
decides_for_a_tenancy()
both_approve()
expect.choice "added to the register" { state = "barred" }
answer("register", "not added")
expect.decision "may_register" { value = false }

-- Since 10 July 2025 the register may not ask a former relevant person under 25 for a connection; one who only qualifies
-- it may.
scenario "Only a local connection is missing, which the register may no longer ask for" { clauses = { "6.5/1", "6.5/2" } }
given { dob = "2004-06-01", care_status = "former_relevant", meets_register_rules = false, only_connection_missing = true,
  offences_or_arrears_only = false }
at "2026-05-21 09:00"
event "ordinary rehousing application"
expect.decision "part_6_connection_test" { value = "barred", clause = "SI 2025/706" }
expect.decision "may_register" { value = true, clause = "6.5/1" }
answer("ordinary application", "added to the register")

scenario "The register may ask somebody who only qualifies for a connection" { clauses = { "6.5/1" } }
given { dob = "2006-06-01", care_status = "qualifying", meets_register_rules = false, only_connection_missing = true,
  offences_or_arrears_only = false }
at "2026-05-21 09:00"
event "ordinary rehousing application"
expect.decision "part_6_connection_test" { value = "allowed" }
answer("ordinary application", "not added")

-- 25 on 1 June 2026: the preference ends as the birthday begins.
scenario "The same leeway for an ordinary application, and preference until 25" { clauses = { "6.5/2", "6.4/2" } }
given { dob = "2001-06-01", care_status = "former_relevant", meets_register_rules = false,
  offences_or_arrears_only = true, ready_for_a_tenancy = true }
at "2026-05-21 09:00"
event "ordinary rehousing application"
answer("ordinary application", "added to the register")
expect.duty "extra preference on the register" { ended = nothing }
after "2026-06-01 00:00"
expect.stage "extra preference" { outcome = "turned 25", left = "2026-06-01 00:00" }
event "ordinary rehousing application"
expect.stage "ordinary application" { entered = "2026-05-21 09:00" }

scenario "An ordinary application that is not added" { clauses = { "6.5/2" } }
given { dob = "2001-06-01", care_status = "former_relevant", meets_register_rules = false,
  offences_or_arrears_only = false, ready_for_a_tenancy = true }
at "2026-05-21 09:00"
event "ordinary rehousing application"
answer("ordinary application", "not added")
expect.no.duty "extra preference on the register"

scenario "Trouble at the home, a refusal, and another: the joint meeting" {
  clauses = { "6.7/1", "6.7/3", "6.7/4", "6.7/5" },
}
at_18()
given { needs_tenancy_ready = false, meets_register_rules = true, unreasonable_refusals = true }
at "2026-05-21 09:00"
searches_for_a_home()
fact { significant_trouble = true }
answer("bidding", "home found")
expect.choice "may be offered" { state = "barred" }
expect.reading "trouble at the home" { chosen = "stops the offer" }
answer("check on the home", "not offered")
expect.stage "bidding" { left = nothing }
fact { significant_trouble = false }
is_offered_a_home "bidding"
at "2026-06-11 10:00"
answer("offer", "refused")
expect.deadline "go into the reasons" { status = "undated", clause = "6.7/5" }
expect.choice "joint meeting" { state = "barred", clause = "6.7/4" }
expect.stage "refusal explored" { owner = { "Housing Options Officer", "Personal adviser" } }
expect.reading "who goes into a refusal" { chosen = "the officer or the adviser" }
answer("refusal explored", "search goes on")
is_offered_a_home "direct let"
answer("offer", "refused")
answer("refusal explored", "joint meeting")
answer("joint meeting on refusals", "no plan")
expect.stage "joint meeting on refusals" { outcome = "no plan", clause = "6.7/4" }
expect.no "breach"
at "2026-07-01 10:00"
fact { penalised_for_refusing = true }
expect.breach "a penalty for refusing" { kind = "invariant", clause = "6.7/3" }

scenario "The joint meeting agrees a plan" { clauses = { "6.7/4" } }
at_18()
given { needs_tenancy_ready = false, meets_register_rules = true, unreasonable_refusals = true, significant_trouble = false }
at "2026-05-21 09:00"
searches_for_a_home()
is_offered_a_home "bidding"
answer("offer", "refused")
answer("refusal explored", "search goes on")
is_offered_a_home "bidding"
answer("offer", "refused")
answer("refusal explored", "joint meeting")
answer("joint meeting on refusals", "plan agreed")
expect.stage "bidding" { left = nothing }
expect.stage "direct let" { left = nothing }

scenario "Under 18: an early withheld flat, once Ofsted registration is certain" { clauses = { "6.14" } }
at_17()
given { needs_tenancy_ready = false, meets_register_rules = true, significant_trouble = false, right_plan = true }
at "2026-05-21 09:00"
searches_for_a_home()
is_offered_a_home "bidding"
expect.choice "accepted, Stockport Homes" { state = "barred" }
answer("offer", "accepted, under 18")
expect.choice "moves in" { state = "cannot tell", missing = "may_move_in_early", clause = "6.14" }
fact { provider_registered = true }
answer("early withheld flat", "moves in")
expect.stage "sign-up" { left = nothing }
answer("sign-up", "not signed")
expect.stage "sign-up" { outcome = "not signed" }

scenario "Not the right plan; and a flat that is overtaken by the 18th birthday" { clauses = { "6.14" } }
at_17()
given { needs_tenancy_ready = false, meets_register_rules = true, significant_trouble = false }
at "2026-05-21 09:00"
searches_for_a_home()
is_offered_a_home "bidding"
answer("offer", "accepted, under 18")
after "2027-02-11 00:00"
expect.stage "early withheld flat" { outcome = "turned 18", left = "2027-02-11 00:00" }

scenario "An early withheld flat is not the right plan" { clauses = { "6.14" } }
at_17()
given { needs_tenancy_ready = false, meets_register_rules = true, significant_trouble = false, right_plan = false }
at "2026-05-21 09:00"
searches_for_a_home()
is_offered_a_home "bidding"
answer("offer", "accepted, under 18")
answer("early withheld flat", "not the right plan")
expect.stage "early withheld flat" { outcome = "not the right plan", owner = { "Stockport Homes Group", "Social Care" } }

scenario "Not registered with Ofsted: as it is read, the move waits" { clauses = { "6.14" } }
at_17()
given { needs_tenancy_ready = false, meets_register_rules = true, significant_trouble = false, right_plan = true,
  provider_registered = false }
at "2026-05-21 09:00"
searches_for_a_home()
is_offered_a_home "bidding"
answer("offer", "accepted, under 18")
expect.choice "moves in" { state = "barred" }
expect.choice "not the right plan" { state = "barred" }
expect.reading "registration with Ofsted" { chosen = "before the move", clause = "6.14", against = "annex-a" }

-- The law's own rule, whatever the annex says: placed by children's services at 17 with a provider who is not registered.
scenario "A placement in supported accommodation without registration breaks the law" { clauses = { "6.14", "SI 2023/416" } }
given { dob = "2009-02-11", care_status = "eligible", placement = "supported_accommodation",
  accommodated_under = "section_20", provider_registered = false }
at "2026-05-21 09:00"
event "asks the Panel for advice"
expect.breach "supported accommodation without a registered provider" { kind = "invariant", clause = "6.14" }

-- £3,000 once: a search for another home, ten months after the move, brings no second grant as it is read.
scenario "No second grant for a second home" { clauses = { "6.8/3" } }
at_18()
given { needs_tenancy_ready = false, meets_register_rules = true }
at "2026-05-21 09:00"
searches_for_a_home()
expect.entitlement "setting-up home grant" { pence = 300000 }
at "2026-07-10 09:00"
event "moves in"
expect.stage "setting up home" { outcome = "moved in" }
at "2027-05-20 09:00"
searches_for_a_home()
expect.stage "setting up home" { entered = "2027-05-20 09:00" }
expect.decision "setting_up_grant" { value = false }
expect.reading "setting-up grant a second time" { chosen = "once only" }
