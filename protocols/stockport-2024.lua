-- Stockport, April 2024: care leaver protocol of Stockport Homes Group and Stockport Council.
--
-- For young people in care who plan where to live at 18, and for care leavers who look for a home,
-- have trouble keeping one, or may be homeless. Homeless 16 and 17 year olds outside care, who were
-- part of the text of 2018, are no longer its subject.
--
-- Clause ids are those of clauses/stockport-2024.tsv.

protocol "stockport-2024" {
  council = "Stockport", effective = "2024-04-01", clauses = "stockport-2024",
}

----------------------------------------------------------------------------------------------------
-- 1 to 4. Aim, scope, corporate parenting, law: who acts
----------------------------------------------------------------------------------------------------

local SC  = service "Social Care"           { clause = "agreement/1",
  open = "Children's Social Care here, Stockport Family where the agreement is signed" }
local SHG = service "Stockport Homes Group" { clause = "agreement/1" }

local pa   = role "Personal adviser"               { service = SC }
local lct  = role "Leaving Care Team"              { service = SC }
local iro  = role "Independent reviewing officer"  { service = SC, clause = "5.5/2" }
local hoo  = role "Housing Options Officer"        { service = SHG }
local hot  = role "Housing Options Team"           { service = SHG, clause = "9.2/1" }
local neighbourhood = role "Neighbourhood housing officer" { service = SHG, clause = "6.7/1" }
local lettings = role "Property Management Team"   { service = SHG, clause = "6.6/3" }
local ready    = role "Tenancy Ready Team"         { service = SHG, clause = "6.8/2" }
local support  = role "Support worker, Stockport Homes" { service = SHG, clause = "6.9/1" }
local officer  = role "Housing officer"            { service = SHG, clause = "11.2" }

-- The agreement names these posts; the people in them are not needed here.
local shg_head   = role "Head of Homelessness and Rehousing"     { service = SHG, clause = "agreement/2" }
local shg_leader = role "Housing Options Team Leader"            { service = SHG, clause = "agreement/2" }
local sc_head    = role "Head of Social Care and Commissioning"  { service = SC, clause = "agreement/2" }
local sc_leader  = role "Leaving Care Team Leader"               { service = SC, clause = "13.3/2" }
local sc_service = role "Service Leader Leaving Care Services"   { service = SC, clause = "agreement/2" }
local shg_senior = role "Senior manager, Stockport Homes"        { service = SHG, clause = "7.5/1",
  open = "the rank of a senior manager is not said" }
local sc_senior  = role "Senior manager, Council"                { service = SC, clause = "7.5/1",
  open = "the rank of a senior manager is not said" }
local shg_manager = role "Manager, Stockport Homes"              { service = SHG, clause = "6.13/3" }
local sc_manager  = role "Manager, Council"                      { service = SC, clause = "6.13/3" }

-- Whom it is for. Section 5 is about young people in care; the rest about care leavers. The text
-- counts itself as law-abiding and leaves who is a care leaver to the law.

decision "young_person_in_or_from_care" { hit = "first", clause = "5.1/1",
  { when = { care_status = "none" }, value = false },
  { when = { care_status = known }, value = true },
}

decision "in_care" { hit = "first", clause = "5.1/1",
  { when = { care_status = one_of { "looked_after", "eligible" } }, value = true },
  { when = { care_status = known }, value = false },
}

decision "care_leaver" { hit = "first", clause = "7.1/2",
  { when = { care_status = one_of { "relevant", "former_relevant", "qualifying" } }, value = true },
  { when = { care_status = known }, value = false },
}

-- 3.3 Young people asked for a Staying Close pilot of three years for those who leave residential
-- care. When it began is not said, so whether it still runs is known only where somebody knows.

fact "pilot_began_on" { date, clause = "3.3/2", ask = "When did the Staying Close pilot begin?" }
fact "leaving_residential" { yesno, clause = "3.3/2",
  ask = "Is the young person leaving residential care?" }

stage "Staying Close pilot" {
  clause = "3.3/2", owner = SC, duty = "a place in the Staying Close pilot is open",
  on = fact "pilot_began_on", when = { leaving_residential = true },
  open = "who takes part, and how, is not said",
  outcome "pilot over" { clause = "3.3/2", on = fact "pilot_began_on" + years(3) },
}

-- 1.3 All that follows is a floor. A case may be given more than a rule here gives, and nothing
-- below calls that a breach.

----------------------------------------------------------------------------------------------------
-- 5. Looking at housing and support options with young people
----------------------------------------------------------------------------------------------------

-- 5.1 Preparation begins on entering care. What is said about housing is written down.

event "talk about life after 18" { clause = "5.1/1" }

stage "preparing for adult life" {
  clause = "5.1/1", owner = SC, duty = "prepare for adult life", on = event "looked after",
  open = "how often to talk, and when first, is not said; nor when the preparation ends",
  deadline "talk about where to live after 18" { clause = "5.1/1",
    met_by = event "talk about life after 18" },
  -- 5.2 Eight topics, with the SKILLS programme: budgeting; relationships and self-care; support
  -- networks; practical and emotional skills; health; self-esteem; resilience; jobs and training.
  deadline "eight topics in the plan" { clause = "5.2",
    open = "'such as' before a list that is to be included; no test of completion" },
}

deadline "write the talk into the plan" { clause = "5.1/2", owner = SC,
  from = event "talk about life after 18", open = "no interval for updates" }

-- 5.4 From 15 and three quarters to 16 and one quarter: the 16+ needs assessment.

event "needs assessment begins" { clause = "5.4/1" }
event "needs assessment done" { clause = "5.4/1" }

reading "the focus at 16" { clause = "5.4/1", chosen = "the assessment is done",
  options = {
    ["the assessment is done"] = event "needs assessment done",
    ["the assessment begins"]  = event "needs assessment begins",
  } }

deadline "needs assessment at 16" { clause = "5.4/1", owner = SC, when = { in_care = true },
  not_before = turns(16) - months(3), by = turns(16) + months(3), met_by = reading "the focus at 16",
  open = "who comes into care later than this is not provided for" }

-- 5.4, 5.5 Ten routes. Their good and bad sides are talked through, and the young person decides.
-- Only four have a test.

event "options presented" { clause = "5.5/1" }
event "chooses own tenancy" { clause = "6.1/1" }

fact "high_needs" { yesno, clause = "5.4/2", ask = "Does the young person have high level needs?" }
fact "most_complex" { yesno, clause = "5.4/2",
  ask = "Is the young person among those with the most complex needs?" }
fact "with_foster_carer" { yesno, clause = "5.4/2",
  ask = "Does the young person live with a foster carer who would go on after 18?" }

stage "choosing where to live" {
  clause = "5.4/2", owner = applicant, with = SC, on = event "options presented",
  open = "the list is open and in no order; who presents it is implied",
  deadline "good and bad sides talked through" { clause = "5.5/1", owner = SC },
  outcome "staying put" { clause = "5.4/2", when = { with_foster_carer = true } },
  outcome "supported lodgings" { clause = "5.4/2" },
  outcome "specialist supported" { clause = "5.4/2", when = { high_needs = true } },
  outcome "residential" { clause = "5.4/2", when = { most_complex = true } },
  outcome "post-18 scheme" { clause = "5.4/2" }, -- at Bridge Apartments or Shaw Heath
  outcome "staying close" { clause = "5.4/2", when = { leaving_residential = true } },
  outcome "family or friends" { clause = "5.4/2" },
  outcome "student housing" { clause = "5.4/2" },
  outcome "own tenancy" { clause = "5.4/2", go "housing interview" },
  outcome "private tenancy" { clause = "5.4/2", go "help with a private tenancy" },
}

-- The footnote: what Stockport Homes can do for a private tenancy. It can; no sum is named.

entitlement "deposit for a private tenancy" { clause = "5.4/3", paid_by = SHG }
entitlement "rent in advance" { clause = "5.4/3", paid_by = SHG }

stage "help with a private tenancy" {
  clause = "5.4/3", owner = SHG, open = "no amounts and no conditions",
  outcome "deposit" { clause = "5.4/3", grant "deposit for a private tenancy",
    go "help with a private tenancy" },
  outcome "rent in advance" { clause = "5.4/3", grant "rent in advance",
    go "help with a private tenancy" },
  outcome "landlords approached" { clause = "5.4/3", go "help with a private tenancy" },
  outcome "no more help" { clause = "5.4/3" },
}

-- 5.5 The independent reviewing officer oversees the way there in reviews of the pathway plan.

event "pathway plan review" { clause = "5.5/2" }

stage "review of the pathway plan" {
  clause = "5.5/2", owner = iro, on = event "pathway plan review", when = { in_care = true },
  open = "no interval; whether the officer still chairs after 18 is not said",
  outcome "on the way" { clause = "5.5/2" },
  outcome "another route is better" { clause = "5.5/2", go "choosing where to live" },
}

-- 5.5, 5.6 The Panel meets every fortnight, keeps track and advises.

panel "Accommodation Panel" { clause = "5.5/3", every = weeks(2), chair = sc_service,
  members = { SC, SHG }, open = "weekday, quorum, deputy chair and partner agencies are not said" }

fact "chair_at_panel" { yesno, presumed = true, clause = "5.6/1",
  ask = "Did the Service Leader Leaving Care Services chair the Panel?" }

never "a Panel without its chair" { clause = "5.6/1", that = { chair_at_panel = false } }

stage "progress at Panel" {
  clause = "5.5/3", panel = "Accommodation Panel",
  on = any { event "options presented", event "asks the Panel for advice" },
  deadline "Panel keeps track" { clause = "5.5/3", owner = SC, within = weeks(2) },
  outcome "advice given" { clause = "5.5/3" }, -- leads nowhere: the Panel advises
}
event "asks the Panel for advice" { clause = "5.5/3" }

-- 5.6 A clear accommodation plan is being worked to by the 18th birthday.

event "accommodation plan is clear" { clause = "5.6/2" }

deadline "plan for 18" { clause = "5.6/2", owner = sc_service, by = turns(18),
  when = { in_care = true }, met_by = event "accommodation plan is clear",
  open = "how long before 18, and what makes a plan clear, is not said" }

----------------------------------------------------------------------------------------------------
-- 6. A tenancy with Stockport Homes or another social landlord
----------------------------------------------------------------------------------------------------

-- 6.1 An application and an interview, once the young person has chosen a tenancy. 6.2 The officer
-- says what a tenancy takes; information on the advocacy service is handed over.

event "housing application completed" { clause = "6.1/1" }

fact "more_preparation_needed" { yesno, clause = "6.1/2",
  ask = "Does the young person need more preparation for living independently?" }

-- 9.1 Unaccompanied asylum-seeking children without leave to remain cannot apply.

fact "leave_to_remain" { yesno, clause = "9.1",
  ask = "Does the young person have leave to remain?" }

reading "no leave to remain, and 18 or over" { clause = "9.1", chosen = "cannot apply",
  options = { ["cannot apply"] = false, ["can apply"] = true } }

decision "may_apply" { hit = "first", clause = "9.1",
  { when = { uasc = true, leave_to_remain = false, age = under(18) }, value = false },
  { when = { uasc = true, leave_to_remain = false },
    value = reading "no leave to remain, and 18 or over" },
  { when = otherwise, value = true },
}

stage "housing interview" {
  clause = "6.1/1", owner = hoo, with = { pa, applicant }, on = event "chooses own tenancy",
  when = { may_apply = true, enhanced_route = true },
  open = "application first or interview first, and the time between them, is not said",
  deadline "housing application" { clause = "6.1/1", owner = applicant,
    met_by = event "housing application completed", outlives = true },
  deadline "talk over Staying Close or House Project" { clause = "6.1/2", owner = any { pa, hoo },
    when = { any { leaving_residential = true, more_preparation_needed = true } },
    open = "who refers, and to which of the two, is not said; only the talk is required" },
  notify { applicant, as = "say what a tenancy takes", clause = "6.2/1" },
  notify { applicant, as = "tell of Coram Voice", clause = "6.2/2" },
  outcome "held" { clause = "6.2/1", go "a tenancy or not" },
}

-- 6.2 The young person decides, and names with the adviser the support that the move needs.

stage "a tenancy or not" {
  clause = "6.2/3", owner = applicant, with = pa,
  open = "whether the officer shares in naming the support; nothing follows a no",
  deadline "name the support for the move" { clause = "6.2/3", owner = pa },
  outcome "a tenancy" { clause = "6.2/3", go { "officer's view", "rehousing at Panel" } },
  outcome "not a tenancy" { clause = "6.2/3", voids = true },
}

-- 6.3 When: close to 18, later, or now and then somewhat younger. No age is named.

reading "approaching 18" { clause = "6.3/1", chosen = "17",
  options = { ["17"] = 17, ["16"] = 16 } }

decision "usual_time" { hit = "first", clause = "6.3/1",
  { when = { age = at_least(18) }, value = "18 or later" },
  { when = { age = at_least(reading "approaching 18") }, value = "approaching 18" },
  { when = otherwise, value = "younger than usual" },
}

-- For whom: mainly Stockport's own former relevant young people. A former relevant person is 18 or
-- over; yet the route starts before 18 (6.3) and has a branch for under 18s (6.14).

fact "stockports_own" { yesno, clause = "6.3/2",
  ask = "Is Stockport Council responsible for this young person's leaving care?" }
fact "exceptional" { yesno, presumed = false, clause = "6.3/2",
  ask = "Has the case been accepted as exceptional?",
  open = "who may accept a case as exceptional is not said" }

reading "before the 18th birthday" { clause = "6.3/2", chosen = "open to Stockport's eligible and relevant",
  options = {
    ["open to Stockport's eligible and relevant"] = true,
    ["not open until former relevant"]            = false,
  } }

reading "in the area since before 16" { clause = "6.3/2", chosen = "asked of the person from elsewhere",
  options = {
    ["asked of the person from elsewhere"] = true,
    ["asked of qualifying care leavers too"] = false,
  } }

reading "a person from elsewhere" { clause = "6.3/2", chosen = "must be a care leaver",
  options = { ["must be a care leaver"] = false, ["need not be one"] = true } }

decision "enhanced_route" { hit = "first", clause = "6.3/2",
  { when = { stockports_own = true, care_status = "former_relevant" }, value = true },
  { when = { stockports_own = true, care_status = one_of { "eligible", "relevant" } },
    value = reading "before the 18th birthday" },
  { when = { exceptional = false }, value = false },
  { when = { exceptional = true, care_status = one_of { "eligible", "relevant", "former_relevant", "qualifying" },
      ["at an address"] = any_at(turns(16)) }, value = true },
  { when = { exceptional = true, stockports_own = true, care_status = "qualifying" },
    value = reading "in the area since before 16" },
  { when = { exceptional = true, ["at an address"] = any_at(turns(16)) },
    value = reading "a person from elsewhere" },
  { when = otherwise, value = false },
}

-- 6.4 Two approvals: the officer is satisfied, and the Panel backs going on. In either order; what
-- follows if one says yes and the other no is not said, and so the case stays where it is.

stage "officer's view" {
  clause = "6.4/1", owner = hoo, open = "no time limit; no way on from a no",
  outcome "satisfied" { clause = "6.4/1" },
  outcome "not satisfied" { clause = "6.4/1" },
}

stage "rehousing at Panel" {
  clause = "6.4/1", panel = "Accommodation Panel", open = "no way on from a no",
  deadline "Panel sits on rehousing" { clause = "5.5/3", owner = SC, within = weeks(2) },
  outcome "supported" { clause = "6.4/1" },
  outcome "not supported" { clause = "6.4/1" },
}

-- 6.5 The rules of the register hold, with leeway for past offending or arrears; the chief test is
-- whether the young person can keep a tenancy from now on. No limit to the leeway is named.

fact "meets_register_rules" { yesno, clause = "6.5/1",
  ask = "Does the young person meet the rules of the housing register?" }
fact "offences_or_arrears_only" { yesno, clause = "6.5/1",
  ask = "Is it only past offending, rent arrears or the like that stands against it?" }
fact "can_keep_a_tenancy" { yesno, clause = "6.5/1",
  ask = "Can the young person keep a tenancy and live independently from now on?" }

decision "may_register" { hit = "first", clause = "6.5/1",
  open = "who gives the leeway is not said; 6.4 speaks of adding to the register first",
  { when = { meets_register_rules = true }, value = true },
  { when = { offences_or_arrears_only = true, can_keep_a_tenancy = true }, value = true },
  { when = otherwise, value = false },
}

stage "register" {
  clause = "6.4/1", owner = SHG,
  on = all { left("officer's view", "satisfied"), left("rehousing at Panel", "supported") },
  outcome "added to the register" { clause = "6.4/1", when = { may_register = true },
    go { "extra preference", "bidding", "direct let", "setting up home" } },
  outcome "not added" { clause = "6.5/1", when = { may_register = false } },
}

-- The same leeway for an ordinary application by a care leaver below 25.

event "ordinary rehousing application" { clause = "6.5/2" }

stage "ordinary application" {
  clause = "6.5/2", owner = SHG, on = event "ordinary rehousing application",
  when = { care_leaver = true, age = under(25) },
  outcome "added to the register" { clause = "6.5/2", when = { may_register = true },
    go "extra preference" },
  outcome "not added" { clause = "6.5/2", when = { may_register = false } },
}

-- Priority is that of the Allocation Policy, with extra preference below 25.

stage "extra preference" {
  clause = "6.4/2", owner = SHG, duty = "extra preference on the register",
  open = "what it comes to in bands or points is in the Allocation Policy",
  outcome "turned 25" { clause = "6.4/2", on = turns(25) },
}

-- 6.6 Bidding through Homechoice and the request for a direct let run side by side.

reading "offers from both at once" { clause = "6.6/1", chosen = "the first ends the other",
  options = { ["the first ends the other"] = true, ["both run on until one is accepted"] = false } }

decision "one_offer_at_a_time" { hit = "first", clause = "6.6/1",
  { when = { young_person_in_or_from_care = true }, value = reading "offers from both at once" },
}

stage "bidding" {
  clause = "6.6/1", owner = applicant,
  outcome "home found" { clause = "6.7/2",
    stop { "direct let", when = { one_offer_at_a_time = true } }, go "check on the home" },
}

stage "direct let" {
  clause = "6.6/3", owner = hoo, open = "no number of days, and no end of the request",
  refer { lettings, as = "ask for a direct let", clause = "6.6/3" },
  deadline "talk of type, area and supply" { clause = "6.6/2",
    open = "weighing support networks and access to study or work is judgement" },
  outcome "home found" { clause = "6.7/2",
    stop { "bidding", when = { one_offer_at_a_time = true } }, go "check on the home" },
}

-- 6.7 Before any offer the neighbourhood officer is asked about trouble at the home.

reading "trouble at the home" { clause = "6.7/1", chosen = "stops the offer",
  options = { ["stops the offer"] = false, ["is told with the offer"] = true } }

fact "significant_trouble" { yesno, clause = "6.7/1",
  ask = "Is there significant anti-social behaviour or similar trouble at the home?",
  open = "'significant' has no test; a home of a partner landlord has no named officer" }

decision "home_may_be_offered" { hit = "first", clause = "6.7/1",
  { when = { significant_trouble = true }, value = reading "trouble at the home" },
  { when = { significant_trouble = false }, value = true },
}

stage "check on the home" {
  clause = "6.7/1", owner = neighbourhood,
  outcome "may be offered" { clause = "6.7/1", when = { home_may_be_offered = true }, go "offer" },
  outcome "not offered" { clause = "6.7/1", when = { home_may_be_offered = false },
    go { "bidding", "direct let" } },
}

-- The offer: a home of Stockport Homes, or a nomination to another landlord. No penalty for saying
-- no; but every refusal is gone into.

stage "offer" {
  clause = "6.7/2", owner = applicant, open = "no time to accept",
  outcome "accepted, Stockport Homes" { clause = "6.7/2", when = { age = at_least(18) },
    stop { "bidding", "direct let" }, go "sign-up" },
  outcome "accepted, nomination" { clause = "6.7/2", when = { age = at_least(18) },
    stop { "bidding", "direct let" }, go "sign-up" },
  outcome "accepted, under 18" { clause = "6.14", when = { age = under(18) },
    stop { "bidding", "direct let" }, go "early withheld flat" },
  outcome "refused" { clause = "6.7/3", go "refusal explored" },
}

fact "penalised_for_refusing" { yesno, presumed = false, clause = "6.7/3",
  ask = "Was the young person put at a disadvantage for refusing an offer?" }

never "a penalty for refusing" { clause = "6.7/3", that = { penalised_for_refusing = true } }

fact "unreasonable_refusals" { yesno, clause = "6.7/4",
  ask = "Were the refusals unreasonable?", open = "'unreasonable' has no test" }

reading "repeated refusals" { clause = "6.7/4", chosen = "two",
  options = { ["two"] = 2, ["three"] = 3 } }

stage "refusal explored" {
  clause = "6.7/5", owner = any { hoo, pa }, with = applicant,
  open = "who holds the talk, and by when, is not said",
  deadline "go into the reasons" { clause = "6.7/5" },
  outcome "search goes on" { clause = "6.7/5", go { "bidding", "direct let" } },
  outcome "joint meeting" { clause = "6.7/4", when = { unreasonable_refusals = true,
      times(left("offer", "refused"), at_least(reading "repeated refusals")) },
    go "joint meeting on refusals" },
}

stage "joint meeting on refusals" {
  clause = "6.7/4", owner = { hoo, pa }, with = applicant, open = "no sanction is stated",
  outcome "plan agreed" { clause = "6.7/4", go { "bidding", "direct let" } },
  outcome "no plan" { clause = "6.7/4" },
}

-- 6.8 Setting up home, once rehousing is being sought.

fact "needs_tenancy_ready" { yesno, clause = "6.8/1",
  ask = "Was help from the Tenancy Ready Team assessed as needed?" }

reading "setting-up grant without the Tenancy Ready Team" { clause = "6.8/3", chosen = "all the same",
  options = { ["all the same"] = true, ["only with the team"] = false } }

decision "setting_up_grant" { hit = "first", clause = "6.8/3",
  { when = { needs_tenancy_ready = true }, value = true },
  { when = { needs_tenancy_ready = false },
    value = reading "setting-up grant without the Tenancy Ready Team" },
}

entitlement "setting-up home grant" { clause = "6.8/3", amount = money(3000), payee = applicant,
  open = "who approves and pays, and when, is not said" }
entitlement "white goods" { clause = "6.8/4", amount = money(1000), payee = applicant,
  open = "the sum is approximate: a guide, not a cap" }
entitlement "furniture package" { clause = "4.4/4",
  open = "a pledge, not a right: no amount, income test or supplier" }

fact "reduced_income" { yesno, presumed = false, clause = "4.4/4",
  ask = "Does the young person live on a reduced income?" }

event "support plan made" { clause = "6.8/2" }
event "three-way plan agreed" { clause = "6.8/5" }

reading "the three-way plan" { clause = "6.8/5", chosen = "a plan of its own",
  options = {
    ["a plan of its own"]      = event "three-way plan agreed",
    ["the support plan again"] = event "support plan made",
  } }

stage "setting up home" {
  clause = "6.8/1", owner = pa, duty = "help to set up home",
  open = "who assesses the need, and the date of the plans, is not said",
  refer { ready, as = "refer to the Tenancy Ready Team", clause = "6.8/1",
    when = { needs_tenancy_ready = true } },
  grant { "setting-up home grant", as = "ask for the setting-up grant", clause = "6.8/3",
    when = { setting_up_grant = true } },
  grant { "furniture package", clause = "4.4/4", when = { reduced_income = true } },
  deadline "support plan" { clause = "6.8/2", owner = ready, when = { needs_tenancy_ready = true },
    met_by = event "support plan made", outlives = true },
  deadline "three-way plan" { clause = "6.8/5", owner = { applicant, SHG, pa },
    met_by = reading "the three-way plan", outlives = true },
  go "support fund",
  outcome "moved in" { clause = "6.8/2", on = event "moves in" },
}

stage "support fund" {
  clause = "6.8/4", owner = pa,
  outcome "granted" { clause = "6.8/4", grant "white goods" },
  outcome "refused" { clause = "6.8/4" },
}

-- 6.12 Before signing, the young person is asked about the marker.

consent "care-leaver marker" { clause = "6.12/1",
  ask = "May Stockport Homes mark on its system that you are a care leaver?",
  open = "withdrawal is not mentioned here" }

stage "sign-up" {
  clause = "4.4/3", owner = SHG,
  deadline "sign-up that is understood" { clause = "4.4/3",
    open = "a pledge; no method, and no check of understanding" },
  deadline "ask about the marker" { clause = "6.12/1", by = left("sign-up", "signed"),
    met_by = becomes { ["care-leaver marker"] = one_of { "asked", "given", "refused" } },
    when = { ["care-leaver marker"] = "not asked" }, outlives = true },
  outcome "signed" { clause = "4.4/3",
    go { "tenancy", "extra help from Stockport Homes", "housing support" } },
  outcome "not signed" { clause = "4.4/3", voids = true },
}

fact "marked" { yesno, presumed = false, clause = "6.12/2",
  ask = "Is the young person marked as a care leaver on the housing system?" }

stage "marker" {
  clause = "6.12/2", on = becomes { ["care-leaver marker"] = "given" },
  open = "the marker says who, not what to do; when it is taken off is not said",
  set { marked = true },
}

-- 6.9 Moving in: never alone, and with the terms of the tenancy gone through before.

reading "moving in" { clause = "6.9/1", chosen = "the moving day",
  options = {
    ["the moving day"] = event "moves in",
    ["the sign-up"]    = left("sign-up", "signed"),
    ["the keys"]       = event "keys handed over",
  } }
event "keys handed over" { clause = "6.9/1" }
event "terms gone through" { clause = "6.9/3" }

deadline "terms gone through beforehand" { clause = "6.9/3", owner = any { support, pa },
  from = entered "sign-up", by = reading "moving in", met_by = event "terms gone through",
  ends = left("sign-up", "not signed"), open = "who does it, and how it is recorded, is not said" }

stage "company at the move" {
  clause = "6.9/1", owner = any { support, pa }, on = reading "moving in",
  when = { care_leaver = true },
  deadline "somebody there" { clause = "6.9/1", within = same_day, outlives = true,
    met_by = left("company at the move", "accompanied") },
  outcome "accompanied" { clause = "6.9/1" },
  outcome "moved alone" { clause = "6.9/1" },
}

-- 6.10 What Stockport Homes can arrange: there to be had, not automatic; from when is not said.

entitlement "furniture recycling" { clause = "6.10/1", paid_by = SHG }
entitlement "Pantry membership" { clause = "6.10/2", paid_by = SHG, lasts = months(6),
  open = "about £15 of food for £4.50: each visit or each week, and from which day, is not said" }
entitlement "counselling" { clause = "6.10/3", paid_by = SHG }
entitlement "employment advice" { clause = "6.10/4", paid_by = SHG }
entitlement "money advice" { clause = "6.10/5", paid_by = SHG, open = "how many sessions is not said" }
entitlement "Special Housing Fund" { clause = "6.10/6", open = "no amount and no criteria" }

stage "extra help from Stockport Homes" {
  clause = "6.10/1", owner = SHG, open = "'can arrange': who may have what is not said",
  outcome "furniture recycling" { clause = "6.10/1", grant "furniture recycling",
    go "extra help from Stockport Homes" },
  outcome "Pantry" { clause = "6.10/2", grant "Pantry membership",
    go "extra help from Stockport Homes" },
  outcome "counselling" { clause = "6.10/3", grant "counselling",
    go "extra help from Stockport Homes" },
  outcome "employment advice" { clause = "6.10/4", grant "employment advice",
    go "extra help from Stockport Homes" },
  outcome "money advice" { clause = "6.10/5", grant "money advice",
    go "extra help from Stockport Homes" },
  outcome "Special Housing Fund" { clause = "6.10/6", grant "Special Housing Fund",
    go "extra help from Stockport Homes" },
}

-- 6.11 Support as long as it is needed.

stage "housing support" {
  clause = "6.11", owner = SHG, with = { applicant, pa }, duty = "housing support",
  open = "no review and no test of need; who decides that it is over is not said",
  outcome "no longer needed" { clause = "6.11" },
}

-- The tenancy itself. 6.12 Where there is trouble, the marker lets staff see whom they deal with.

event "problem with the tenancy" { clause = "6.12/2" }
event "possession considered" { clause = "6.13/1" }
event "possession sought" { clause = "6.13/1" }
event "other options tried" { clause = "6.13/1" }
event "eviction decided" { clause = "6.13/3" }

stage "tenancy" {
  clause = "6.7/2", owner = applicant,
  place { "own tenancy", clause = "6.7/2" },
  outcome "given up" { clause = "6.7/2", close "tenancy given up" },
  outcome "evicted" { clause = "6.13/1", on = event "evicted", close "evicted" },
}

stage "trouble with the tenancy" {
  clause = "6.12/2", owner = SHG, on = event "problem with the tenancy",
  notify { SHG, as = "staff see a care leaver", when = { marked = true }, clause = "6.12/2" },
  outcome "settled" { clause = "6.12/2" },
  outcome "eviction risk" { clause = "6.13/3", go { "managers meet", "at risk of homelessness" } },
}

-- 6.13 Before a home is taken back, all other options are tried, and the Leaving Care Team joins in
-- where there is permission, or it can be got.

consent "sharing" { clause = "7.2/1", overridden_by = { best_interest = true },
  ask = "Does the young person agree that the services share information?" }
fact "best_interest" { yesno, presumed = false, clause = "7.2/1",
  ask = "Is it in the young person's best interest to share information without consent?",
  open = "who may say so is not said" }

stage "before possession" {
  clause = "6.13/1", owner = SHG, on = event "possession considered",
  when = { care_leaver = true },
  open = "the steps are in another document, on fewest evictions",
  deadline "all options tried" { clause = "6.13/1", by = event "possession sought",
    met_by = event "other options tried" },
  deadline "weigh that the tenant is a care leaver" { clause = "6.13/2" },
  notify { lct, as = "involve the Leaving Care Team", with_consent = consent "sharing",
    clause = "6.13/2" },
  go "managers meet",
  outcome "possession not sought" { clause = "6.13/1", voids = true },
  outcome "possession sought" { clause = "6.13/1", on = event "possession sought" },
}

reading "the managers meet" { clause = "6.13/3", chosen = "before possession is sought",
  options = {
    ["before possession is sought"] = event "possession sought",
    ["before eviction is decided"]  = event "eviction decided",
  } }

stage "managers meet" {
  clause = "6.13/3", owner = { shg_manager, sc_manager },
  open = "'should'; no time and no rank; it is enough that Stockport Homes is worried",
  deadline "planning meeting" { clause = "6.13/3", by = reading "the managers meet" },
  outcome "support agreed" { clause = "6.13/3" },
  outcome "up to the Panel" { clause = "7.2/12", go "eviction at Panel" },
}

-- 6.14 Under 18: an early withheld flat. The steps stand in Annex A, of which only the title is in
-- the text; nothing of it is made up here.

fact "right_plan" { yesno, clause = "6.14",
  ask = "Are both bodies satisfied that the flat is the right plan?" }
fact "ofsted_registered" { yesno, clause = "6.14",
  ask = "Is whoever provides the support registered with Ofsted?" }

stage "early withheld flat" {
  clause = "6.14", owner = { SHG, SC },
  open = "'early withheld' is not defined; who registers, and whether before the move, is not said",
  expected = { gap = "the right plan waits until whoever provides the support is registered" },
  outcome "moves in" { clause = "6.14", when = { right_plan = true, ofsted_registered = true },
    go "sign-up" },
  outcome "not the right plan" { clause = "6.14", when = { right_plan = false } },
  outcome "turned 18" { clause = "6.14", on = turns(18), go "sign-up" },
}

----------------------------------------------------------------------------------------------------
-- 7. Care leavers and homelessness
----------------------------------------------------------------------------------------------------

-- 7.1 Support goes on, with a personal adviser up to 25.

stage "support up to 25" {
  clause = "7.1/2", owner = SC, duty = "a personal adviser",
  on = becomes { care_leaver = true }, when = { age = under(25) },
  outcome "turned 25" { clause = "7.1/2", on = turns(25) },
}

-- 7.2 At risk of homelessness: both bodies work together, with consent to share or in the young
-- person's best interest.

event "risk of homelessness" { clause = "7.2/1" }

fact "has_adviser" { yesno, clause = "7.2/2",
  ask = "Does the young person have support from a personal adviser?" }

reading "over 21" { clause = "7.2/2", chosen = "from the 21st birthday",
  options = { ["from the 21st birthday"] = 21, ["from the 22nd birthday"] = 22 } }

stage "at risk of homelessness" {
  clause = "7.2/1", owner = { SHG, SC }, duty = "settle it together",
  on = event "risk of homelessness", when = { care_leaver = true },
  notify { SC, as = "share what is known", owner = SHG, with_consent = consent "sharing",
    clause = "7.2/1" },
  notify { applicant, as = "offer a needs assessment", owner = lct, clause = "7.2/2",
    when = { age = at_least(reading "over 21"), has_adviser = false } },
  go "help to keep a home",
  outcome "settled" { clause = "7.2/1", stop "help to keep a home", close "homelessness prevented" },
  outcome "homeless" { clause = "7.3/1", stop "help to keep a home",
    go "homelessness application" },
}

-- What the help may be. Nothing on the list must be done, and it is not the whole of it.

fact "in_arrears" { yesno, clause = "7.2/4", ask = "Are rent arrears part of the trouble?" }
fact "antisocial_behaviour" { yesno, clause = "7.2/5",
  ask = "Is anti-social behaviour part of the trouble?" }
fact "domestic_abuse" { yesno, clause = "7.2/9", ask = "Is there domestic abuse?" }
fact "exploitation_feared" { yesno, clause = "7.2/10", ask = "Is exploitation feared?" }
fact "unsustainable_location" { yesno, clause = "7.2/11",
  ask = "Can the young person not stay where the home is?" }

role "Positive Engagement Team"  { service = SHG, clause = "7.2/5" }
role "Adults at Risk Services"   { clause = "7.2/7" }
role "Health and social work at Stockport Homes" { service = SHG, clause = "7.2/8" }
role "Domestic abuse worker"     { clause = "7.2/9" }
role "Aspire Team"               { clause = "7.2/10" }

entitlement "money towards arrears" { clause = "7.2/4",
  open = "no amount, and who pays is not said; tied to dealing with the cause" }

stage "help to keep a home" {
  clause = "7.2/1", owner = any { SHG, SC }, open = "'may include': nothing here is mandatory",
  outcome "mediation" { clause = "7.2/3", go "help to keep a home" },
  outcome "money towards arrears" { clause = "7.2/4", when = { in_arrears = true },
    grant "money towards arrears", go "help to keep a home" },
  outcome "Positive Engagement Team" { clause = "7.2/5", when = { antisocial_behaviour = true },
    refer { "Positive Engagement Team", clause = "7.2/5" }, go "help to keep a home" },
  outcome "intensive support" { clause = "7.2/6", go "help to keep a home" },
  outcome "Adults at Risk Services" { clause = "7.2/7",
    refer { "Adults at Risk Services", clause = "7.2/7" }, go "help to keep a home" },
  outcome "health or social work" { clause = "7.2/8",
    refer { "Health and social work at Stockport Homes", clause = "7.2/8" },
    go "help to keep a home" },
  outcome "domestic abuse worker" { clause = "7.2/9", when = { domestic_abuse = true },
    refer { "Domestic abuse worker", clause = "7.2/9" }, go "help to keep a home" },
  outcome "Aspire Team" { clause = "7.2/10", when = { exploitation_feared = true },
    refer { "Aspire Team", clause = "7.2/10" }, go "help to keep a home" },
  outcome "another tenancy" { clause = "7.2/11", when = { unsustainable_location = true },
    go { "direct let", "help to keep a home" } },
  outcome "up to the Panel" { clause = "7.2/12", go { "eviction at Panel", "help to keep a home" },
    open = "'exceptional' sits oddly with 'any' eviction" },
}

-- The Panel sees it before an eviction is decided. Its fortnight may be too slow.

stage "eviction at Panel" {
  clause = "7.2/12", panel = "Accommodation Panel",
  deadline "Panel before eviction" { clause = "7.2/12", owner = SHG, by = event "eviction decided" },
  outcome "advice given" { clause = "7.2/12" },
}

-- 7.3 Applications follow statute, with regard to what care leavers face.

event "applies as homeless" { clause = "7.3/1" }

reading "21 to 25" { clause = "7.3/2", chosen = "25 included",
  options = { ["25 included"] = 25, ["up to the 25th birthday"] = 24 } }

fact "intention_in_question" { yesno, clause = "7.3/3",
  ask = "Might the young person be held to have become homeless intentionally?" }

stage "homelessness application" {
  clause = "7.3/1", owner = hot, on = event "applies as homeless", when = { care_leaver = true },
  deadline "weigh priority need strongly" { clause = "7.3/2",
    when = { age = between(21, reading "21 to 25") }, open = "a weighting, not a rule" },
  deadline "weigh intention strongly" { clause = "7.3/3", when = { intention_in_question = true },
    open = "a weighting, not a rule; no authorising rank" },
  outcome "duty to accommodate" { clause = "7.3/1",
    place { "accommodation under the Housing Act", provider = "Stockport Homes Group",
      clause = "7.3/1" } },
  outcome "limited duty" { clause = "7.4/1", go "commitment to accommodate" },
  outcome "no duty" { clause = "7.4/1", go "commitment to accommodate" },
  outcome "homelessness prevented" { clause = "7.3/1", close "homelessness prevented" },
}

-- 7.4 No duty, or only a limited one: below 25, Stockport Homes makes sure of somewhere to live all
-- the same, unless the risks are substantial or the rules of a licence are wholly refused.

fact "substantial_risk" { yesno, presumed = false, clause = "7.4/1",
  ask = "Are there substantial risks?", open = "no threshold" }
fact "refuses_licence" { yesno, presumed = false, clause = "7.4/1",
  ask = "Does the young person wholly refuse what a licence asks?",
  open = "what counts as complete refusal is not said" }

decision "commitment" { hit = "first", clause = "7.4/1",
  { when = { age = at_least(25) }, value = "none" },
  { when = { any { substantial_risk = true, refuses_licence = true } }, value = "route back",
    clause = "7.4/2" },
  { when = otherwise, value = "somewhere to live" },
}

stage "commitment to accommodate" {
  clause = "7.4/1", owner = SHG,
  outcome "accommodated" { clause = "7.4/1", when = { commitment = "somewhere to live" },
    place { "accommodation under the commitment", provider = "Stockport Homes Group",
      clause = "7.4/1" } },
  outcome "exception" { clause = "7.4/2", when = { commitment = "route back" },
    go { "a route back", "refusal to accommodate" } },
  outcome "no commitment" { clause = "7.4/1", when = { commitment = "none" },
    go "refusal to accommodate" },
}

stage "a route back" {
  clause = "7.4/2", owner = { SHG, lct }, duty = "a route back into housing",
  open = "no interval and no end; adult services where appropriate",
  outcome "back in housing" { clause = "7.4/2" },
}

-- 7.5 A decision that Stockport Homes cannot accommodate is ratified by senior managers of both
-- bodies, and a review meeting is held.

reading "until it is ratified" { clause = "7.5/1", chosen = "the young person stays",
  options = { ["the young person stays"] = true, ["the refusal stands"] = false } }

decision "stays_until_ratified" { hit = "first", clause = "7.5/1",
  { when = { young_person_in_or_from_care = true }, value = reading "until it is ratified" },
}

stage "refusal to accommodate" {
  clause = "7.5/1", owner = { shg_senior, sc_senior },
  open = "no time limit; whether they sign together or in turn is not said",
  place { "where the young person is until it is ratified", clause = "7.5/1",
    when = { stays_until_ratified = true } },
  place { "nowhere", clause = "7.5/1", when = { stays_until_ratified = false } },
  deadline "review meeting" { clause = "7.5/2", owner = { SHG, SC }, outlives = true,
    met_by = event "review meeting held",
    open = "before or after, with whom, and with what powers, is not said" },
  outcome "ratified" { clause = "7.5/1", place { "nowhere", clause = "7.5/1" } },
  outcome "not ratified" { clause = "7.5/1",
    place { "accommodation under the commitment", provider = "Stockport Homes Group",
      clause = "7.5/1" } },
}
event "review meeting held" { clause = "7.5/2" }

-- Hotels and bed and breakfast are to be avoided: an objective, not a ban.

reading "bed and breakfast is avoided" { clause = "7.5/4", chosen = "an objective",
  options = { ["an objective"] = false, ["a ban"] = true } }

decision "bed_and_breakfast_barred" { hit = "first", clause = "7.5/4",
  { when = { care_leaver = true }, value = reading "bed and breakfast is avoided" },
}

never "bed and breakfast" { clause = "7.5/4",
  that = { accommodation = "bed_and_breakfast", bed_and_breakfast_barred = true } }
measure "bed and breakfast used" { clause = "7.5/4",
  count = becomes { accommodation = "bed_and_breakfast" }, per = "quarter" }

event "no accommodation to be had" { clause = "7.5/5" }

stage "nothing to be had" {
  clause = "7.5/5", owner = { SHG, SC }, with = applicant, on = event "no accommodation to be had",
  when = { care_leaver = true }, open = "no fallback and no limit of nights is named",
  go "shortage at Panel",
  outcome "somewhere found" { clause = "7.5/5", place { "the most suitable place at once" } },
  outcome "nothing found" { clause = "7.5/5", place { "nowhere" } },
}

stage "shortage at Panel" {
  clause = "7.5/6", panel = "Accommodation Panel", open = "who raises it is not said",
  outcome "alternatives looked at" { clause = "7.5/6" },
}

----------------------------------------------------------------------------------------------------
-- 8. Care leavers leaving custody
----------------------------------------------------------------------------------------------------

local custody   = role "Custody, youth offending and probation" { clause = "8.3/1" }
local probation = role "Probation or Youth Offending"           { clause = "8.4" }

event "release identified" { clause = "8.4" }
fact "release_on" { date, clause = "8.4", ask = "On which day is the release due?" }

reading "18 to 25" { clause = "8.2/1", chosen = "25 included",
  options = { ["25 included"] = 25, ["up to the 25th birthday"] = 24 } }

stage "leaving custody" {
  clause = "8.2/3", owner = SHG, with = lct, duty = "meet the housing needs on release",
  on = event "release identified", when = { care_leaver = true },
  open = "no standard for needs met",
  deadline "accommodation plan for release" { clause = "8.2/1", owner = { SHG, lct },
    by = fact "release_on", when = { age = between(18, reading "18 to 25") },
    open = "read as by the day of release; who writes the plan is not said" },
  deadline "extra services considered" { clause = "8.5/3",
    open = "who considers, and where it is recorded, is not said" },
  go { "release planning meeting", "release at Panel" },
  outcome "needs met" { clause = "8.2/3" },
  outcome "homeless, or about to be" { clause = "8.6", go "help to apply as homeless" },
}

-- 8.4 The planning meeting, before release: read from "due for release".

stage "release planning meeting" {
  clause = "8.4", owner = { probation, pa, hot }, open = "who convenes it is not said",
  deadline "planning meeting for release" { clause = "8.4", by = fact "release_on" },
  outcome "held" { clause = "8.4" },
}

-- 8.5 The Panel advises, and can ratify extra money or resources.

entitlement "extra resources" { clause = "8.5/2",
  open = "no limit of spending; elsewhere the Panel only advises" }

stage "release at Panel" {
  clause = "8.5/1", panel = "Accommodation Panel", open = "before or after the meeting is not said",
  deadline "Panel sits on the release" { clause = "5.5/3", owner = SC,
    within = weeks(2) },
  outcome "advice given" { clause = "8.5/1" },
  outcome "extra resources ratified" { clause = "8.5/2", grant "extra resources" },
}

-- 8.3 The duty to refer: those bodies, with consent, where homelessness now or within 56 days looks
-- possible. The text says "should" of what the law makes a duty.

event "homelessness looks possible" { clause = "8.3/1" }
consent "referral to housing" { clause = "8.3/1",
  ask = "Does the young person agree to be referred to Stockport Homes?",
  open = "no way is named where it is withheld" }
fact "visit_needed" { yesno, presumed = false, clause = "8.3/2",
  ask = "Is a visit to the young person needed?" }

stage "duty to refer" {
  clause = "8.3/1", owner = custody, on = event "homelessness looks possible",
  when = { any { homeless = true, threatened = true } },
  refer { hoo, as = "duty to refer", with_consent = consent "referral to housing",
    clause = "8.3/1" },
  outcome "received" { clause = "8.3/2", on = met "duty to refer", go "after the referral" },
}

stage "after the referral" {
  clause = "8.3/2", owner = SHG, open = "no response time; by implication before release",
  notify { lct, as = "contact the leaving care team", clause = "8.3/2" },
  deadline "visit" { clause = "8.3/2", when = { visit_needed = true } },
  deadline "reasonable steps agreed" { clause = "8.3/2" },
  outcome "steps carried out" { clause = "8.3/2" },
}

-- 8.6 Help with the application.

stage "help to apply as homeless" {
  clause = "8.6", owner = pa, open = "who helps is not said",
  outcome "applied" { clause = "8.6", go "homelessness application" },
}

----------------------------------------------------------------------------------------------------
-- 9. Unaccompanied asylum-seeking care leavers
----------------------------------------------------------------------------------------------------

stage "asylum at Panel" {
  clause = "9.1/2", panel = "Accommodation Panel",
  on = becomes { uasc = true, leave_to_remain = false },
  open = "'should'; who asks, and when, is not said",
  outcome "advice given" { clause = "9.1/2" },
}

fact "interpreter_needed" { yesno, presumed = false, clause = "9.2/3",
  ask = "Is an interpreter needed?" }

stage "appointment after leave" {
  clause = "9.2/1", owner = hot, on = becomes { uasc = true, leave_to_remain = true },
  open = "no number of days; who makes the appointment is not said",
  deadline "support to attend" { clause = "9.2/2", owner = pa,
    open = "support to attend need not mean going along" },
  deadline "interpreter" { clause = "9.2/3", owner = pa, when = { interpreter_needed = true },
    open = "who arranges it: the sentence can be read of the young person" },
  outcome "assessed" { clause = "9.2/1", go "homelessness application" },
}

----------------------------------------------------------------------------------------------------
-- 11 and 12. Parents; wider help
----------------------------------------------------------------------------------------------------

stage "two-bedroom home" {
  clause = "11.1", owner = SHG, on = becomes { pregnant = true }, when = { care_leaver = true },
  open = "from which week, with what proof, who helps; fathers and born children are not mentioned",
  outcome "helped to apply" { clause = "11.1" },
  outcome "not wanted" { clause = "11.1" },
}

stage "talk with the housing officer" {
  clause = "11.2", owner = applicant, with = officer,
  on = any { becomes { pregnant = true }, becomes { is_parent = true } },
  when = { times(entered "tenancy", at_least(1)) },
  outcome "talked" { clause = "11.2" },
}

event "asks for wider help" { clause = "12.1" }

stage "wider help" {
  clause = "12.1", owner = any { SHG, SC }, on = event "asks for wider help",
  when = { care_leaver = true }, open = "no amounts and no triggers; the list is open",
  outcome "jobs and apprenticeships" { clause = "12.1" },
  outcome "volunteering" { clause = "12.1" },
  outcome "relationships" { clause = "12.1" },
  outcome "counselling and mental health" { clause = "12.1" },
  outcome "community" { clause = "12.1" },
  outcome "health" { clause = "12.1" },
  outcome "care leaver events" { clause = "12.1" },
}

----------------------------------------------------------------------------------------------------
-- 13. Review and disputes
----------------------------------------------------------------------------------------------------

-- The yearly review belongs to a case that stands for the services. It opens with the financial
-- year, or when law, guidance or services change.

event "financial year begins" { clause = "13.1/1" }
event "law, guidance or services change" { clause = "13.1/1" }
event "protocol reviewed" { clause = "13.1/1" }
event "review asked for" { clause = "agreement/1" }

role "Corporate Parents Working Group" { clause = "13.1/3" }
role "Children in our Care Board"      { clause = "13.1/3" }

reading "a review after a change" { clause = "13.1/1", chosen = "counts as that year's",
  options = {
    ["counts as that year's"]   = event "protocol reviewed",
    ["is held beside the year's"] = event "yearly review held",
  } }
event "yearly review held" { clause = "13.1/1" }

deadline "yearly review" { clause = "13.1/1", owner = { SHG, SC },
  from = event "financial year begins", every = years(1),
  met_by = reading "a review after a change" }

stage "review" {
  clause = "13.1/1", owner = { shg_head, sc_head },
  on = any { event "financial year begins", event "law, guidance or services change" },
  open = "the time allowed after a change is not said",
  outcome "amended" { clause = "13.1/2", go "report on the review" },
  outcome "unchanged" { clause = "13.1/1", go "report on the review" },
}

stage "report on the review" {
  clause = "13.1/3", owner = { SHG, SC },
  open = "no indicators and no date; the outcomes of the past year go with it",
  notify { "Corporate Parents Working Group", as = "findings to the Working Group",
    clause = "13.1/3" },
  notify { "Children in our Care Board", as = "findings to the Board", clause = "13.1/3" },
}

deadline "review on request" { clause = "agreement/1", owner = { SHG, SC },
  from = event "review asked for", open = "no time to complete it; beside the yearly one" }

-- 13.2 Independent advice for the young person, at any time.

event "asks for independent advice" { clause = "13.2/2" }
entitlement "advice from Coram Voice" { clause = "13.2/2" }

stage { clause = "13.2/2", owner = pa, on = event "asks for independent advice",
  when = { care_leaver = true }, grant "advice from Coram Voice" }

-- 13.3, 13.4 Three rungs: colleagues; Team Leaders; both Heads. No time for any of them, and no
-- tie-break. From the second on, the Panel hears of it to learn: it does not decide.

role "Colleagues, Leaving Care"    { service = SC, clause = "13.3/1" }
role "Colleagues, Housing Options" { service = SHG, clause = "13.3/1" }

ladder "disagreement" { clause = "13.3/1",
  { owner = { "Colleagues, Leaving Care", "Colleagues, Housing Options" }, clause = "13.3/1" },
  { owner = { sc_leader, shg_leader }, clause = "13.3/2", go "disagreement at Panel" },
  { owner = { shg_head, sc_head }, clause = "13.4/1" },
}

stage "disagreement at Panel" {
  clause = "13.3/3", panel = "Accommodation Panel",
  outcome "learning noted" { clause = "13.3/3" },
}

----------------------------------------------------------------------------------------------------
-- Clauses without a rule
----------------------------------------------------------------------------------------------------

not_run { "title", "1.4", "2", because = "names the document, what it covers and where it is shown" }
not_run { "1.1", "1.2", "1.3", "3.1", "3.2", "3.3/1", "3.4", "3.5", because = "principle" }
not_run { "4.1", "4.2", "4.3", because = "names the law and guidance around it" }
not_run { "4.4/1", "4.4/2", "5.3", "6.9/2", "6.13/4", "7.1/1", "7.6", "8.1", "10.1", "13.2/1",
  because = "principle" }
not_run { "7.5/3", because = "points to statutory guidance that it means to meet" }
not_run { "8.2/2", because = "points to another strategy" }
not_run { "13.4/2", because = "what the Heads weigh beside the case" }
not_run { "annex-a", because = "named by the text, but only its title is in it" }
