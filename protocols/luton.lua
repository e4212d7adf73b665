-- Luton: joint protocol of Housing and Children's Services for families, young people and care leavers
-- who need help with housing.
--
-- The document bears no date and no clause numbers. It works with the Homelessness Reduction Act
-- 2017, so it is not older than 3 April 2018, when that came into force; no later day is made up.
-- Clause ids are those of clauses/luton.tsv: the heading and a running number. What the text calls
-- "section 6.4" is the list of eight reasons below Housing Services Duty (housing-duty.3 to .10),
-- its "section 9" is Escalation. Appendix 1, A and B are named by it and are not in it: nothing
-- here says what they hold.

protocol "luton" { council = "Luton", effective = "2018-04-03", clauses = "luton" }

require "leaving_care"

----------------------------------------------------------------------------------------------------
-- Parties, Context: who acts
----------------------------------------------------------------------------------------------------

-- The first two parties are both called "Housing" in short. "Housing Services" stands for either:
-- for the Housing Needs Service where somebody is homeless, for the Housing Service where somebody
-- is a tenant of the council.

local needs   = service "Housing Needs Service" { clause = "parties.1" }
local tenancies = service "Housing Service"     { clause = "parties.1" }
local CS      = service "Children's Services"   { clause = "parties.1" }

-- Of the four teams of Housing Needs, the Rough Sleeping Team has nothing to do in what follows.
local solutions = role "Housing Solutions Team" { service = needs, clause = "context.1" }
local temporary = role "Temporary Accommodation Allocations Team" { service = needs, clause = "context.1" }
local register  = role "Housing Register and Allocations Team" { service = needs, clause = "context.1" }

local officer = role "Housing Officer"            { service = needs }
local hso     = role "Housing Solutions Officer"  { service = needs }
local support_team = role "Housing Needs Business Support Team" { service = needs, clause = "first-approach.4/2" }
local head_needs = role "Head Housing Needs"      { service = needs, clause = "housing-duty.18" }

local mash    = role "MASH"                       { service = CS, clause = "context.3" } -- the front door
local receiving = role "Receiving officer in MASH" { service = CS, clause = "referrals-into-mash.1" }
local care_officer = role "Social Care Officer"   { service = CS, clause = "referrals-into-mash.1/2" }
local assessment = role "Family Assessment and Support Service" { service = CS, clause = "referrals-into-mash.2/2" }
local partnership = role "Family Partnership Service" { service = CS, clause = "context.3" }
local duty_worker = role "Duty social worker"     { service = CS, clause = "first-approach-16-17.8" }
local worker  = role "Social worker"              { service = CS }
local allocated = role "Allocated Social Worker"  { service = CS, clause = "referrals-to-housing.9" }
local duty_officer = role "Duty Officer in Children's Services" { service = CS, clause = "referrals-to-housing.10" }
local service_manager = role "Service Manager in Children's Services" { service = CS, clause = "other-authorities.3" }
local area    = role "Children's Services area placing the household" { service = CS, clause = "other-authorities.5" }
local team_18 = role "18+ Team"                   { service = CS, clause = "context.3" }
local team_16 = role "16+ team" { service = CS, clause = "leaving-care.14",
  open = "named only here; elsewhere the team for care leavers is the 18+ Team" }
local adviser = role "Personal Adviser"           { service = CS, clause = "first-approach-16-17.4" }
local care_head = role "Head of service"          { service = CS, clause = "process-map.26/2",
  open = "of which service is not said" }
local edt     = role "Emergency Duty Team"        { service = CS, clause = "referrals-into-mash.11" }
local senior  = role "Senior management in Children's Services" { service = CS, clause = "housing-duty.18" }

-- Paid by Housing, and sits with the Family Partnership Service.
local post    = role "Housing Solutions post in Children's Services" { service = CS, clause = "first-approach-16-17.8" }

local housing_line    = role "Line manager, Housing"             { service = needs, clause = "escalation.1" }
local children_line   = role "Line manager, Children's Services" { service = CS, clause = "escalation.1" }
local housing_manager = role "Manager, Housing"                  { service = needs, clause = "escalation.2" }
local children_manager = role "Manager, Children's Services"     { service = CS, clause = "escalation.2" }
local housing_director = role "Service Director for Housing"     { service = needs, clause = "escalation.3" }
local children_director = role "Service Director Children Operational Services" { service = CS, clause = "escalation.3" }

local portfolio = role "Portfolio Holder for Housing" { clause = "leaving-care.17" }
local other_portfolio = role "Portfolio Holder for the relevant Service Directorate" { clause = "leaving-care.17" }
local receiving_landlord = role "Receiving landlord" { clause = "leaving-care.17" }
local landlord  = role "Landlord"        { clause = "outcomes.10" }
local penrose   = role "Penrose"         { clause = "outcomes.12" } -- floating support
local police    = role "Police"          { clause = "process-map.18" }
local elsewhere = role "Other authority" { clause = "other-authorities.2" }

-- Who asks for help: a family, whose children the case lists, or a single person. The text gives no
-- test of either word.

fact "household" { one_of { "family", "single person" }, clause = "monitoring.10",
  ask = "Is it a family, or a single person?" }

----------------------------------------------------------------------------------------------------
-- Aims
----------------------------------------------------------------------------------------------------

-- Where a tenancy is failing, the Family Partnership Service is brought in early.

event "tenancy is failing" { clause = "aims.6" }

stage "early help" {
  clause = "aims.6", owner = any { needs, tenancies }, on = event "tenancy is failing",
  open = "no days, and no test of a failing tenancy",
  refer { partnership, as = "early referral to Family Partnership", clause = "aims.6" },
}

-- No child or young person is left roofless: referrals-into-mash.8 makes a rule of it. Who is still
-- a young person the text does not say; it makes offers to those of 16 to 25.

reading "a young person" { clause = "aims.8", chosen = "under 25",
  options = { ["under 25"] = 25, ["under 18"] = 18 } }

decision "child_or_young_person" { hit = "first", clause = "aims.8",
  { when = { household = "family" }, value = true },
  { when = { age = under(reading "a young person") }, value = true },
  { when = otherwise, value = false },
}

-- No child comes into care only for want of a home. A homeless 16 or 17 year old in need is owed
-- accommodation all the same (legal-housing.9): the aim does not bar that.

fact "taken_into_care_for" { one_of { "want of a home only", "other reasons too" }, clause = "aims.12",
  ask = "After the assessment, why was the child taken into care?" }

never "into care only for want of a home" { clause = "aims.12",
  that = { taken_into_care_for = "want of a home only", household = "family" } }

-- Care leavers are helped by both to keep their tenancy or licence, if need be up to 25.

event "signs tenancy" { clause = "aims.13" }

stage "support to keep the tenancy" {
  clause = "aims.13", owner = { tenancies, CS }, duty = "joint support to keep the tenancy",
  on = event "signs tenancy", when = { care_leaver = true, age = under(25) },
  open = "'where needed' has no test",
  outcome "no longer needed" { clause = "aims.13" },
  outcome "turned 25" { clause = "aims.13", on = turns(25) },
}

----------------------------------------------------------------------------------------------------
-- Objectives
----------------------------------------------------------------------------------------------------

-- The aim of a right assessment under the Southwark judgment names ages 16 to 18; everywhere else
-- the text says 16 and 17.

reading "16 to 18" { clause = "objectives.6", against = "first-approach-16-17.1", chosen = "until the 18th birthday",
  because = "first-approach-16-17.1 says 16 and 17",
  options = { ["until the 18th birthday"] = 17, ["18 included"] = 18 } }

decision "southwark_age" { hit = "first", clause = "objectives.6",
  { when = { age = between(16, reading "16 to 18") }, value = true },
  { when = otherwise, value = false },
}

----------------------------------------------------------------------------------------------------
-- Process. First approach to the Service
----------------------------------------------------------------------------------------------------

-- The service that is approached finds out for itself, and gives a joint answer with the other.

event "presents homeless" { clause = "first-approach.1" }

fact "receiving_service" { one_of { needs, CS }, ask = "Which service was approached?" }

decision "receiving_service" { hit = "first", clause = "first-approach.1",
  { when = { approached = "housing" }, value = needs },
  { when = { approached = "children's services" }, value = CS },
}

-- A young person whom nobody knows is to be assessed by Housing (housing-duty.1); each one of 16 or
-- 17 is referred to Children's Services automatically (first-approach-16-17.1).

reading "a 16 or 17 year old whom nobody knows" { clause = "housing-duty.1",
  against = "first-approach-16-17.1", chosen = "Children's Services assess",
  because = "first-approach-16-17.1 refers everybody of this age to Children's Services",
  options = { ["Children's Services assess"] = false, ["Housing assesses too"] = true } }

fact "housing_to_lead" { yesno, presumed = false, clause = "housing-duty.1",
  ask = "Have both services agreed that Housing leads, as homelessness is the only concern?" }

decision "housing_assesses" { hit = "first", clause = "housing-duty.1",
  { when = { housing_to_lead = true }, value = true },
  { when = { known_to_service = true }, value = false },
  { when = { southwark_age = true }, value = reading "a 16 or 17 year old whom nobody knows" },
  { when = { known_to_service = false }, value = true },
}

stage "first approach" {
  clause = "first-approach.1", owner = fact "receiving_service", on = event "presents homeless",
  open = "no time limit; first-approach.5 names only those who may become homeless, and is read for all",
  deadline "find the cause and the risks" { clause = "first-approach.2" },
  deadline "check both systems, and earlier referrals" { clause = "first-approach.3",
    open = "'they' who referred may be the household or the other service" },
  deadline "look into the other service's system" { clause = "objectives.8",
    open = "to read or to write, and with whose consent, is not said" },
  deadline "assess needs and risks jointly" { clause = "objectives.4",
    open = "every case, or only those in which the text asks for it again, is not said" },
  deadline "consult the other service for a joint answer" { clause = "first-approach.5" },
  outcome "Housing assesses" { clause = "housing-duty.1", when = { housing_assesses = true },
    set { lead = needs }, go "homelessness assessment" },
  outcome "Children's Services lead" { clause = "objectives.3", set { lead = CS },
    open = "who leads is to be agreed; no test is given" },
}

-- Where the household is known, Housing speaks to whoever holds the case, and rings round if unsure
-- who that is.

fact "contact_unsure" { yesno, presumed = false, clause = "first-approach.4/2",
  ask = "Is Housing unsure whom to speak to?" }

stage "known household" {
  clause = "first-approach.4", owner = fact "receiving_service", on = event "presents homeless",
  when = { known_to_service = true }, open = "only Housing is named, whichever service was approached",
  notify { CS, as = "speak to the caseworker", owner = needs, when = { contact_unsure = false },
    clause = "first-approach.4" },
  go { "find the contact", when = { contact_unsure = true } },
}

stage "find the contact" {
  clause = "first-approach.4/2", owner = any { needs, tenancies },
  open = "when to ring MASH, and when the Assessment Service, is not said",
  outcome "homeless case" { clause = "first-approach.4/2",
    notify { support_team, via = "telephone, ext 6630", as = "ring Business Support" } },
  outcome "council tenant" { clause = "first-approach.4/2",
    notify { tenancies, via = "telephone, ext 3008", as = "ring Housing Services" } },
  outcome "MASH" { clause = "first-approach.4/2", notify { mash, via = "telephone", as = "ring MASH" } },
  outcome "Assessment Service" { clause = "first-approach.4/2",
    notify { assessment, via = "telephone", as = "ring the Assessment Service" } },
}

-- No wrong door. To refer is allowed, to send away is not.

fact "sent_away" { yesno, presumed = false, clause = "first-approach.6",
  ask = "Was the household told as a matter of course to go to the other service?" }

never "sent to the other door" { clause = "first-approach.6", that = { sent_away = true } }

----------------------------------------------------------------------------------------------------
-- First Approach 16-17 year olds and care leavers
----------------------------------------------------------------------------------------------------

-- Who is a care leaver, and who is in care or comes from it, is left to the law: `care_leaver` and
-- `in_or_from_care` are those of stdlib.

-- Everybody of 16 or 17 is referred to Children's Services. Housing is the implied sender.

stage "16 or 17" {
  clause = "first-approach-16-17.1", owner = fact "receiving_service", on = event "presents homeless",
  when = { southwark_age = true }, law = "R (G) v Southwark",
  open = "no time limit and no word of consent here",
  refer { CS, as = "refer to Children's Services at 16 or 17", owner = needs,
    when = { approached = "housing" }, clause = "first-approach-16-17.1" },
  go "portfolio of the young person",
  go { "young person at Housing", when = { approached = "housing" } },
  go { "young person at Children's Services", when = { approached = "children's services" } },
}

-- The post that Housing pays for is the first contact, with the duty social worker. The process map
-- begins with MASH instead.

reading "who holds the case at 16 or 17" { clause = "first-approach-16-17.9", chosen = "the duty social worker",
  options = { ["the duty social worker"] = true, ["the Housing Solutions post"] = false } }

fact "portfolio_holder" { one_of { duty_worker, post }, ask = "Who holds the case?" }

decision "duty_worker_holds" { hit = "first", clause = "first-approach-16-17.9",
  expected = { gap = "these lines are for 16 and 17 year olds and care leavers" },
  { when = { any { southwark_age = true, in_or_from_care = true } },
    value = reading "who holds the case at 16 or 17" },
}

decision "portfolio_holder" { hit = "first", clause = "first-approach-16-17.9",
  { when = { duty_worker_holds = true }, value = duty_worker },
  { when = { duty_worker_holds = false }, value = post },
}

reading "first contact at 16 or 17" { clause = "first-approach-16-17.8",
  against = "process-map.1", chosen = "the post and the duty social worker", because = "process-map.1 begins with MASH",
  options = { ["the post and the duty social worker"] = true, ["MASH"] = false } }

decision "post_is_first_contact" { hit = "first", clause = "first-approach-16-17.8",
  { when = { any { southwark_age = true, in_or_from_care = true } },
    value = reading "first contact at 16 or 17" },
}

stage "portfolio of the young person" {
  clause = "first-approach-16-17.9", owner = fact "portfolio_holder",
  duty = "hold the case until the Children Act duty is discharged",
  deadline "first contact" { clause = "first-approach-16-17.8", owner = { post, duty_worker },
    when = { post_is_first_contact = true }, open = "no time limit" },
  outcome "Children Act duty discharged" { clause = "first-approach-16-17.9" },
}

-- The 17+ Panel, six months before 18. It meets monthly; on which day is not said, so its sessions
-- have no date, and a monthly meeting rarely falls on the day itself.

panel "17+ Panel" { clause = "first-approach-16-17.3", every = months(1),
  members = { solutions, CS, "Homeless officers in the assessment team" },
  open = "chair, quorum and votes are not said" }
role "Homeless officers in the assessment team" { service = CS, clause = "first-approach-16-17.3" }

reading "children approaching 18" { clause = "first-approach-16-17.2",
  against = "leaving-care.7", chosen = "every one who is known",
  because = "leaving-care.7 speaks of care leavers only",
  options = { ["every one who is known"] = true, ["care leavers only"] = false } }

decision "for_17_plus_panel" { hit = "first", clause = "first-approach-16-17.2",
  { when = { any { household = "family", age = at_least(18) } }, value = false },
  { when = { in_or_from_care = true }, value = true },
  { when = { known_to_service = true }, value = reading "children approaching 18" },
  { when = otherwise, value = false },
}

reading "six months before 18" { clause = "first-approach-16-17.2", chosen = "by that day",
  because = "the panel of leaving-care.7 meets monthly",
  options = {
    ["by that day"]                    = turns(18) - months(6),
    ["at a meeting in the month after"] = turns(18) - months(6) + months(1),
  } }

deadline "discussed at the 17+ Panel" { clause = "first-approach-16-17.2", owner = CS,
  by = reading "six months before 18", when = { for_17_plus_panel = true },
  met_by = left "17+ Panel", open = "who comes later than 17 and a half is not provided for" }

event "put to the 17+ Panel" { clause = "first-approach-16-17.2" }

stage "17+ Panel" {
  clause = "first-approach-16-17.3", panel = "17+ Panel", on = event "put to the 17+ Panel",
  outcome "transition decided" { clause = "first-approach-16-17.3", go "towards 18" },
}

stage "towards 18" {
  clause = "first-approach-16-17.4", owner = adviser, duty = "early work with a Personal Adviser",
  deadline "Personal Adviser allocated" { clause = "first-approach-16-17.4", owner = CS,
    open = "who allocates, on what and by when, is not said" },
  deadline "plans follow the young person's wishes" { clause = "first-approach-16-17.5",
    open = "who writes the plans is not said; the 18+ Team takes over" },
  outcome "with the 18+ Team" { clause = "first-approach-16-17.5", set { lead = CS } },
}

-- Until a supported or hostel place is found, Housing helps with emergency accommodation.

event "no supported or hostel place" { clause = "first-approach-16-17.6" }
event "supported or hostel place secured" { clause = "first-approach-16-17.6" }

stage "until a supported place is found" {
  clause = "first-approach-16-17.6", owner = needs, on = event "no supported or hostel place",
  duty = "help with emergency accommodation",
  open = "'anyone' is read of 16 and 17 year olds and of care leavers; the cost and a longest time are not said",
  place { "emergency accommodation", as = "emergency accommodation until a supported place",
    ends = event "supported or hostel place secured", clause = "first-approach-16-17.6" },
  outcome "place secured" { clause = "first-approach-16-17.6", on = event "supported or hostel place secured" },
}

----------------------------------------------------------------------------------------------------
-- Safeguarding Concerns
----------------------------------------------------------------------------------------------------

fact "known_to_housing" { yesno, clause = "safeguarding.2",
  ask = "Is the household known to Housing?" }
fact "housing_concern" { yesno, presumed = true, clause = "safeguarding.4",
  ask = "Is there a housing concern as well?" }

stage "safeguarding concern" {
  clause = "safeguarding.1", owner = any { needs, tenancies, CS }, on = becomes { welfare_concern = true },
  open = "no time limit",
  refer { mash, as = "refer the concern to MASH", clause = "safeguarding.1" },
}

-- Known to both: interview and assessment are joint. The sentence itself does not ask for a concern.

reading "known to both services" { clause = "safeguarding.2", chosen = "and a safeguarding concern",
  options = {
    ["and a safeguarding concern"]     = becomes { welfare_concern = true },
    ["whether there is a concern or not"] = event "presents homeless",
  } }

stage "joint interview and assessment" {
  clause = "safeguarding.2", owner = { needs, CS }, on = reading "known to both services",
  when = { known_to_service = true, known_to_housing = true }, open = "no days are set",
  outcome "Children's Services go on" { clause = "safeguarding.3", set { lead = CS },
    go { "housing side of the case", when = { housing_concern = true } } },
  outcome "Housing goes on" { clause = "safeguarding.3", set { lead = needs } },
}

stage "housing side of the case" {
  clause = "safeguarding.4", owner = { needs, CS }, duty = "resolve the housing side together",
  refer { temporary, as = "ask for a place for the family", owner = CS, clause = "safeguarding.4/2" },
  outcome "resolved" { clause = "safeguarding.4" },
}

----------------------------------------------------------------------------------------------------
-- Support for Young People Leaving Care
----------------------------------------------------------------------------------------------------

event "left care" { clause = "leaving-care.1/2" }
event "support removed" { clause = "leaving-care.1/2" }

-- Three clocks in one paragraph: 12 months after support, 12 months after care, and 25.

reading "close work with a care leaver ends" { clause = "leaving-care.1/2",
  against = "leaving-care.1", chosen = "12 months after care",
  because = "leaving-care.1 counts 12 months from the end of support, aims.13 supports up to 25",
  options = {
    ["12 months after care"]    = event "left care" + months(12),
    ["12 months after support"] = event "support removed" + months(12),
    ["with the 25th birthday"]  = turns(25),
  } }

stage "close work after care" {
  clause = "leaving-care.1/2", owner = { needs, CS }, duty = "close work on housing after care",
  on = any { event "left care", event "support removed" }, when = { age = under(25) },
  outcome "time is over" { clause = "leaving-care.1/2", on = reading "close work with a care leaver ends" },
  outcome "turned 25" { clause = "leaving-care.1/2", on = turns(25) },
}

-- Being vulnerable because of care is assessed, not presumed.

fact "vulnerable_from_care" { yesno, clause = "leaving-care.2",
  ask = "Was the young person assessed as vulnerable because of leaving care?" }

-- The level of support is settled in the Personalised Housing Plan.

event "Personalised Housing Plan drawn up" { clause = "leaving-care.3" }

reading "whose support the plan settles" { clause = "leaving-care.3", chosen = "every young person's",
  options = { ["every young person's"] = true, ["that of complex cases only"] = false } }

fact "complex_case" { yesno, presumed = false, clause = "leaving-care.3",
  ask = "Is it a complex case?", open = "no number and no test" }

decision "support_in_the_plan" { hit = "first", clause = "leaving-care.3",
  { when = { complex_case = true }, value = true },
  { when = { complex_case = false }, value = reading "whose support the plan settles" },
}

stage "Personalised Housing Plan" {
  clause = "leaving-care.3", owner = { hso, worker }, on = event "Personalised Housing Plan drawn up",
  when = { in_or_from_care = true, support_in_the_plan = true }, duty = "the plan is monitored",
  deadline "level of support agreed" { clause = "leaving-care.3", owner = CS },
  deadline "plan reviewed jointly" { clause = "leaving-care.4", open = "no interval is set" },
  outcome "plan completed" { clause = "leaving-care.4" },
}

-- 1. A final warning.

event "final warning given" { clause = "leaving-care.5" }

fact "refuses_to_engage" { yesno, clause = "leaving-care.5",
  ask = "Does the young person refuse to engage with Housing?" }
fact "breaks_conditions" { yesno, clause = "leaving-care.5",
  ask = "Does the young person break the conditions of the tenancy or licence?" }

reading "refuses to engage and to comply" { clause = "leaving-care.5", chosen = "both",
  options = { ["both"] = false, ["either"] = true } }

decision "children_take_over" { hit = "first", clause = "leaving-care.5",
  { when = { refuses_to_engage = true, breaks_conditions = true }, value = true },
  { when = { any { refuses_to_engage = true, breaks_conditions = true } },
    value = reading "refuses to engage and to comply" },
  { when = otherwise, value = false },
}

-- How long "immediately" is the text nowhere says.

reading "immediately" { clause = "leaving-care.6", chosen = "the same day",
  because = "so too in leaving-care.9 and .10, housing-duty.13, outcomes.11 and kpi.2",
  options = { ["the same day"] = same_day, ["within the hour"] = hours(1) } }

stage "final warning" {
  clause = "leaving-care.5", owner = any { CS, team_18 }, duty = "meet the housing need",
  on = event "final warning given", when = { in_or_from_care = true, children_take_over = true },
  open = "which of the two takes over, and whether the warning itself ends the duty, is not said",
  notify { housing_line, as = "tell the manager in Housing", owner = needs, within = reading "immediately",
    clause = "leaving-care.6" },
  notify { children_line, as = "tell the manager in Children's Services", owner = CS,
    within = reading "immediately", clause = "leaving-care.6" },
  outcome "housing need met" { clause = "leaving-care.5" },
}

-- Referral to Housing through the monthly panel, six months before 18.

reading "the monthly panel" { clause = "leaving-care.7", chosen = "the 17+ Panel",
  options = {
    ["the 17+ Panel"] = left "17+ Panel",
    ["another panel"] = event "referred through another monthly panel",
  } }
event "referred through another monthly panel" { clause = "leaving-care.7" }

deadline "referred to Housing through the monthly panel" { clause = "leaving-care.7", owner = CS,
  by = reading "six months before 18", when = { age = under(18), in_or_from_care = true },
  met_by = reading "the monthly panel" }

-- Breach of tenancy conditions, with a risk of intentionality; and the plan that follows a risk.

event "tenancy conditions breached" { clause = "leaving-care.9" }
event "may lose the tenancy" { clause = "leaving-care.10" }

fact "intentionality_risk" { yesno, clause = "leaving-care.9",
  ask = "Is there a risk of being found intentionally homeless?" }

stage "breach of tenancy" {
  clause = "leaving-care.9", owner = any { needs, tenancies }, on = event "tenancy conditions breached",
  when = { care_leaver = true, intentionality_risk = true },
  open = "whom in Social Services to tell is not said",
  notify { CS, as = "tell Social Services of the breach", within = reading "immediately",
    clause = "leaving-care.9" },
}

deadline "support plan" { clause = "leaving-care.10", owner = CS, from = event "may lose the tenancy",
  within = reading "immediately", when = { care_leaver = true }, open = "who approves it is not said" }

-- A training programme before 18: running a tenancy, rights and duties, budgeting, education.

event "training programme offered" { clause = "leaving-care.11" }

deadline "training programme before 18" { clause = "leaving-care.11", owner = { needs, CS },
  by = turns(18), when = { age = under(18), in_or_from_care = true }, met_by = event "training programme offered",
  open = "nobody is said to have to attend; who is first known after 18 is not provided for" }

-- The register, as part of the options interview.

event "options interview" { clause = "leaving-care.12" }
event "housing register considered" { clause = "leaving-care.12" }

stage "options interview" {
  clause = "leaving-care.12", owner = hso, on = event "options interview", when = { in_or_from_care = true },
  deadline "consider the housing register" { clause = "leaving-care.12", by = left "options interview",
    met_by = event "housing register considered", outlives = true },
  outcome "register suits" { clause = "leaving-care.12", go "register application" },
  outcome "another route is better" { clause = "leaving-care.12" },
}

stage "register application" {
  clause = "leaving-care.13", owner = any { applicant, hso, worker }, with = register,
  open = "who submits, and by when, is not said",
  outcome "application submitted" { clause = "leaving-care.13", go "enhanced priority" },
}

fact "due_to_leave_placement" { yesno, clause = "leaving-care.14",
  ask = "Is the young person due to move on from care or fostering?" }
fact "ready_for_a_tenancy" { yesno, clause = "leaving-care.14",
  ask = "Is the young person ready for independent living and able to keep a tenancy?" }

entitlement "enhanced priority" { clause = "leaving-care.14", open = "what it comes to is in the Allocations policy" }

stage "enhanced priority" {
  clause = "leaving-care.14", owner = team_16,
  outcome "confirmed" { clause = "leaving-care.14",
    when = { due_to_leave_placement = true, ready_for_a_tenancy = true }, grant "enhanced priority" },
  outcome "not confirmed" { clause = "leaving-care.14" },
}

-- Ten direct allocations a year for strategic priorities. The text introduces them as the care
-- leavers' quota, and then says that care leavers are not named in it.

fact "priority_kind" { one_of { "care leaver", "public protection", "multi-agency commitment", "fostering",
    "out-of-borough placement", "another strategic priority" }, clause = "leaving-care.16",
  ask = "Which strategic priority is the allocation for?" }

reading "whose ten allocations" { clause = "leaving-care.16", chosen = "one pool for all",
  options = { ["one pool for all"] = false, ["ten for care leavers"] = true } }

decision "own_quota" { hit = "first", clause = "leaving-care.16",
  { when = { priority_kind = "care leaver" }, value = reading "whose ten allocations" },
  { when = { priority_kind = known }, value = false },
}

reading "a year of allocations" { clause = "leaving-care.16", chosen = "the financial year",
  options = { ["the financial year"] = "financial year", ["the calendar year"] = "year" } }

quota "strategic priorities" { clause = "leaving-care.16", limit = 10, per = reading "a year of allocations" }
quota "care leavers" { clause = "leaving-care.16", limit = 10, per = reading "a year of allocations" }

entitlement "direct allocation" { clause = "leaving-care.16", quota = "strategic priorities" }
entitlement "direct allocation to a care leaver" { clause = "leaving-care.16", quota = "care leavers" }

event "direct allocation proposed" { clause = "leaving-care.16" }
fact "another_directorate" { yesno, presumed = false, clause = "leaving-care.17",
  ask = "Does the allocation concern another Service Directorate?" }

local function authorisation()
  return outcome "authorised" { clause = "leaving-care.17",
      grant { "direct allocation", when = { own_quota = false }, clause = "leaving-care.16" },
      grant { "direct allocation to a care leaver", when = { own_quota = true }, clause = "leaving-care.16" } },
    outcome "not authorised" { clause = "leaving-care.17" }
end

stage "direct allocation" {
  clause = "leaving-care.17", owner = { housing_director, portfolio, receiving_landlord },
  on = event "direct allocation proposed", when = { another_directorate = false },
  open = "'where applicable' may cover the landlord too; order and time of the signatures are not said",
  authorisation(),
}

stage "direct allocation with another directorate" {
  clause = "leaving-care.17", owner = { housing_director, portfolio, other_portfolio, receiving_landlord },
  on = event "direct allocation proposed", when = { another_directorate = true },
  authorisation(),
}

----------------------------------------------------------------------------------------------------
-- Housing Services Duty
----------------------------------------------------------------------------------------------------

-- The assessment under homelessness law, and the first five of the eight reasons for which there is
-- no duty to accommodate ("section 6.4"). The sixth is found in the inquiries, the last two end a
-- duty that was accepted; they stand there.

fact "can_live_independently" { yesno, clause = "housing-duty.4",
  ask = "Is the applicant able to live independently?" }
fact "has_capacity" { yesno, clause = "housing-duty.5", ask = "Does the applicant have capacity?",
  open = "mental capacity is meant, it seems; its test is in another Act" }
fact "can_go_back" { yesno, clause = "housing-duty.6",
  ask = "Is there a home to go back to that is safe and reasonable?" }
fact "refuses_to_go_back" { yesno, clause = "housing-duty.6",
  ask = "Does the applicant refuse to go back there?" }
fact "earlier_decision_stands" { yesno, clause = "housing-duty.7",
  ask = "Was there a negative decision before, which still stands?" }

-- Reasons 1 and 2 are to be assessed jointly, with or without a responsible adult. Such an adult
-- would fit reasons 2 and 3 better: the numbers may have shifted.

fact "reason" { integer(0, 8), clause = "housing-duty.2",
  ask = "Which of the eight reasons is it (0: none of them)?" }

reading "bullet points 1-2" { clause = "housing-duty.20", chosen = "reasons 1 and 2",
  options = { ["reasons 1 and 2"] = between(1, 2), ["reasons 2 and 3"] = between(2, 3) } }

stage "homelessness assessment" {
  clause = "housing-duty.1", owner = hso, open = "no days",
  outcome "help to prevent or relieve" { clause = "legal-housing.1", when = { eligible = true },
    go "prevention and relief" },
  outcome "1 not eligible for public funds" { clause = "housing-duty.3", when = { eligible = false },
    set { reason = 1 }, go "no duty to accommodate" },
  outcome "2 not capable of living independently" { clause = "housing-duty.4",
    when = { can_live_independently = false }, set { reason = 2 }, go "no duty to accommodate" },
  outcome "3 lacks capacity" { clause = "housing-duty.5", when = { has_capacity = false },
    set { reason = 3 }, go "no duty to accommodate" },
  outcome "4 refuses to go back" { clause = "housing-duty.6",
    when = { can_go_back = true, refuses_to_go_back = true }, set { reason = 4 },
    go "no duty to accommodate" },
  outcome "5 an earlier decision stands" { clause = "housing-duty.7",
    when = { earlier_decision_stands = true }, set { reason = 5 }, go "no duty to accommodate" },
}

-- No duty: the case is discussed with Children's Services; the decision is given face to face and
-- in a letter, of which MASH has a copy.

fact "urgent_need" { yesno, clause = "urgent-accommodation.1",
  ask = "Does the household need somewhere to stay on the day of the approach?" }
fact "in_temporary_accommodation" { yesno, clause = "referrals-to-housing.6",
  ask = "Is the household in emergency or temporary accommodation of Housing?" }

stage "no duty to accommodate" {
  clause = "housing-duty.2", owner = hso, open = "form and time of the talk are not said",
  deadline "decision given in person" { clause = "housing-duty.21", met_by = event "decision given in person",
    outlives = true,
    open = "with somebody of Children's Services where possible; who cannot be reached is not thought of" },
  go "decision letter",
  go { "urgent accommodation", when = { urgent_need = true } },
  go { "joint assessment of reasons 1 and 2", when = { reason = reading "bullet points 1-2" } },
  go { "notice to a household with children",
    when = { household = "family", in_temporary_accommodation = true } },
  go { "notice to a care leaver",
    when = { household = "single person", care_leaver = true, in_temporary_accommodation = true } },
  outcome "discussed with Children's Services" { clause = "housing-duty.2" },
}
event "decision given in person" { clause = "housing-duty.21" }

stage "joint assessment of reasons 1 and 2" {
  clause = "housing-duty.20", owner = { hso, worker }, open = "where possible",
  outcome "assessed jointly" { clause = "housing-duty.20" },
  outcome "joint assessment not possible" { clause = "housing-duty.20" },
}

-- The letter: a section 184 letter, or one that says that a duty has ended.

stage "decision letter" {
  clause = "housing-duty.19", owner = hso, open = "no days to issue it",
  go { "section 184 letter", when = { reason = at_most(6) } },
  go { "letter that the duty has ended", when = { reason = at_least(7) } },
  refer { mash, as = "copy of the letter and the MASH form", via = "MASH mailbox, with the MASH form",
    with_consent = consent "telling Social Services", clause = "housing-duty.19/2" },
}

-- A care leaver who is homeless or threatened: a joint assessment with the 18+ Team.

stage "joint assessment of a care leaver" {
  clause = "housing-duty.11", owner = { solutions, team_18 }, on = event "presents homeless",
  when = { care_leaver = true }, open = "no days",
  deadline "assess vulnerability from leaving care" { clause = "leaving-care.2", owner = needs,
    met_by = becomes { vulnerable_from_care = known }, outlives = true },
  outcome "support and suitable accommodation" { clause = "housing-duty.11" },
  outcome "not assessed jointly" { clause = "housing-duty.11", voids = true },
}

-- A threat of intentional homelessness: MASH is told immediately.

event "threat of intentional homelessness" { clause = "housing-duty.13" }

reading "someone becoming homeless intentionally" { clause = "housing-duty.13", chosen = "anybody",
  because = "the sentence before, housing-duty.12, is about care leavers",
  options = { ["anybody"] = true, ["care leavers"] = false } }

decision "tell_mash_of_threat" { hit = "first", clause = "housing-duty.13",
  { when = { care_leaver = true }, value = true },
  { when = { care_leaver = false }, value = reading "someone becoming homeless intentionally" },
}

stage "threat of intentional homelessness" {
  clause = "housing-duty.13", owner = CS, on = event "threat of intentional homelessness",
  when = { tell_mash_of_threat = true },
  notify { mash, as = "tell MASH of the threat", owner = needs, within = reading "immediately",
    clause = "housing-duty.13" },
  deadline "help with housing and its standard" { clause = "housing-duty.14" },
  outcome "helped" { clause = "housing-duty.14" },
}

-- A strong likelihood: the MASH form at the earliest stage, and at any of four points.

event "intentionality is likely at the approach" { clause = "housing-duty.16" }
event "minded-to decision" { clause = "housing-duty.16" }
event "formal decision of intentionality" { clause = "housing-duty.16" }
event "court decision to evict" { clause = "housing-duty.16" }

local function likely_intentional()
  return any { event "intentionality is likely at the approach", event "minded-to decision",
    event "formal decision of intentionality", event "court decision to evict" }
end

stage "likely to be found intentionally homeless" {
  clause = "housing-duty.16", owner = hso, on = likely_intentional(),
  open = "'can be made' at each of the four, and again at the last: read as may",
  deadline "refer at the earliest stage" { clause = "housing-duty.15",
    met_by = met "MASH form at this stage", outlives = true, open = "the earliest stage is no instant" },
  outcome "referred now" { clause = "housing-duty.16",
    refer { mash, as = "MASH form at this stage", via = "MASH referral form", clause = "housing-duty.15" } },
  outcome "not referred at this stage" { clause = "housing-duty.16", voids = true },
}

-- Notice to leave. Housing Services Duty gives at least 21 days, Referrals to Housing normally 28
-- from the decision, Section 190 generally 28. A care leaver without children is named for the 21
-- only. Where the days begin is not written for the 21.

reading "time for a household with children to leave" { clause = "housing-duty.17",
  against = "referrals-to-housing.6", chosen = "28 days",
  because = "referrals-to-housing.6 and legal-housing.4 say 28 days; these keep to the minimum of 21 too",
  options = { ["21 days"] = days(21), ["28 days"] = days(28) } }

reading "notice to leave runs from" { clause = "housing-duty.17",
  against = "referrals-to-housing.6", chosen = "the decision",
  because = "referrals-to-housing.6 counts from the decision",
  options = {
    ["the decision"] = any { entered "notice to a household with children", entered "notice to a care leaver" },
    ["the letter"]   = any { met "section 184 letter", met "letter that the duty has ended" },
  } }

fact "exceptional_notice" { yesno, presumed = false, clause = "housing-duty.17",
  ask = "Is the notice given in exceptional circumstances?", open = "the text breaks off after 'exceptional'" }
fact "stay_agreed" { yesno, presumed = false, clause = "housing-duty.17",
  ask = "Was it agreed that they stay until a review or an appeal has ended?",
  open = "who agrees is not said" }

event "has to leave" { clause = "housing-duty.17" }

stage "notice to a household with children" {
  clause = "referrals-to-housing.6", owner = needs, law = "HA96 s.190",
  duty = "accommodation until the notice ends",
  place { "emergency or temporary accommodation", as = "accommodation under notice", paid_by = needs,
    ends = reading "notice to leave runs from" + reading "time for a household with children to leave",
    clause = "referrals-to-housing.6/2" },
  deadline "not made to leave too soon" { clause = "housing-duty.17", outlives = true,
    not_before = reading "notice to leave runs from" + reading "time for a household with children to leave",
    met_by = event "has to leave", when = { exceptional_notice = false } },
  deadline "advice on finding a home" { clause = "legal-housing.4", when = { intentionally_homeless = true } },
  outcome "stays until the review ends" { clause = "housing-duty.17", when = { stay_agreed = true },
    go "stay until the review ends" },
  outcome "moved out" { clause = "referrals-to-housing.6" },
  outcome "notice over" { clause = "referrals-to-housing.6", when = { stay_agreed = false },
    on = reading "notice to leave runs from" + reading "time for a household with children to leave" },
}

stage "notice to a care leaver" {
  clause = "housing-duty.17", owner = needs, duty = "accommodation for at least 21 days",
  open = "who bears the cost, and how long beyond the minimum, is not said",
  place { "temporary accommodation of a care leaver", as = "accommodation of a care leaver under notice",
    clause = "housing-duty.17" },
  deadline "care leaver not made to leave too soon" { clause = "housing-duty.17", outlives = true,
    not_before = reading "notice to leave runs from" + days(21), met_by = event "has to leave" },
  outcome "stays until the review ends" { clause = "housing-duty.17", when = { stay_agreed = true },
    go "stay until the review ends" },
  outcome "left" { clause = "housing-duty.17", on = event "has to leave" },
}

stage "stay until the review ends" {
  clause = "housing-duty.17", owner = needs, duty = "accommodation until the review or appeal ends",
  place { "accommodation pending review", as = "accommodation pending review", clause = "housing-duty.17" },
  outcome "review or appeal over" { clause = "housing-duty.17" },
}

-- An exception for a care leaver goes to senior management in Children's Services, and the Head
-- Housing Needs endorses it. Whether it makes the time shorter or longer is not said.

event "exception proposed" { clause = "housing-duty.18" }

reading "exceptional circumstances" { clause = "housing-duty.18", chosen = "less than 21 days",
  options = { ["less than 21 days"] = true, ["more than 21 days"] = false } }

decision "exception_shortens" { hit = "first", clause = "housing-duty.18",
  { when = { care_leaver = true }, value = reading "exceptional circumstances" },
  { when = { care_leaver = false }, value = false },
}

stage "exceptional circumstances of a care leaver" {
  clause = "housing-duty.18", owner = { senior, head_needs }, on = event "exception proposed",
  when = { care_leaver = true },
  outcome "endorsed" { clause = "housing-duty.18", set { exceptional_notice_endorsed = true },
    stop { "notice to a care leaver", when = { exception_shortens = true } } },
  outcome "not endorsed" { clause = "housing-duty.18" },
}
fact "exceptional_notice_endorsed" { yesno, presumed = false, clause = "housing-duty.18",
  ask = "Has the Head Housing Needs endorsed an exception?" }

-- Nobody is asked to go before it is clear where children and young people sleep.

fact "asked_to_go_unclear" { yesno, presumed = false, clause = "housing-duty.22",
  ask = "Was somebody asked to leave before it was clear where children or young people would stay that night?" }

never "asked to go without a place for the night" { clause = "housing-duty.22",
  that = { asked_to_go_unclear = true, child_or_young_person = true } }

----------------------------------------------------------------------------------------------------
-- Urgent Accommodation
----------------------------------------------------------------------------------------------------

-- No duty, and in need of somewhere to stay on the day of the approach: the form, and then a call.

stage "urgent accommodation" {
  clause = "urgent-accommodation.1", owner = hso,
  open = "the day may date the need or the referral; read as the limit of the referral",
  refer { mash, as = "urgent referral to MASH", via = "MASH referral form", within = same_day,
    clause = "urgent-accommodation.1" },
  go "call after the form",
}

stage "call after the form" {
  clause = "urgent-accommodation.1", owner = hso,
  deadline "call MASH, and hand over" { clause = "urgent-accommodation.1", within = same_day },
  outcome "referral received, handed over" { clause = "urgent-accommodation.1" },
}

fact "overheard" { yesno, presumed = false, clause = "urgent-accommodation.2",
  ask = "Did officers talk of duties or disputes where others could hear?" }

never "duties discussed where others hear" { clause = "urgent-accommodation.2", that = { overheard = true } }

----------------------------------------------------------------------------------------------------
-- Referrals into MASH
----------------------------------------------------------------------------------------------------

stage "referral into MASH" {
  clause = "referrals-into-mash.1", owner = receiving, on = met "urgent referral to MASH",
  open = "'where appropriate': when a case may be turned down is not said",
  outcome "accepted" { clause = "referrals-into-mash.1", set { lead = CS } },
  outcome "not accepted" { clause = "referrals-into-mash.1" },
}

-- 15 minutes from the referral: to agree, or to be there?

event "Social Care Officer meets the applicant" { clause = "referrals-into-mash.1/2" }
event "Social Care Officer agrees to meet" { clause = "referrals-into-mash.1/2" }

reading "within 15 minutes of the referral" { clause = "referrals-into-mash.1/2", chosen = "they meet",
  options = {
    ["they meet"]        = event "Social Care Officer meets the applicant",
    ["a meeting is agreed"] = event "Social Care Officer agrees to meet",
  } }

deadline "meet within 15 minutes" { clause = "referrals-into-mash.1/2", owner = care_officer,
  from = met "urgent referral to MASH", within = minutes(15),
  met_by = reading "within 15 minutes of the referral", open = "out of hours is not thought of" }

-- The risk assessment; with it Family Assessment and Support takes the case on.

reading "without an accommodation duty" { clause = "referrals-into-mash.2", chosen = "the case moves on too",
  options = { ["the case moves on too"] = true, ["the case stops"] = false } }

fact "first_result" { one_of { "accommodation duty owed", "accommodation duty not owed" },
  clause = "referrals-into-mash.5", ask = "What did the first decision come to?" }

decision "moves_on" { hit = "first", clause = "referrals-into-mash.2",
  { when = { children_act_applies = true }, value = reading "without an accommodation duty" },
  { when = { children_act_applies = false }, value = false },
}

stage "risk assessment" {
  clause = "referrals-into-mash.2", owner = care_officer,
  on = event "Social Care Officer meets the applicant",
  open = "no time is written; that no child is without a place tonight forces it",
  deadline "handover introduction" { clause = "referrals-into-mash.3", owner = officer,
    open = "the Housing Officer then goes, unless asked to stay" },
  outcome "accommodation duty owed" { clause = "referrals-into-mash.5",
    set { first_result = "accommodation duty owed" }, go { "accommodation by Children's Services", "single assessment" } },
  outcome "accommodation duty not owed" { clause = "referrals-into-mash.5",
    set { first_result = "accommodation duty not owed" },
    go { "where they sleep tonight" },
    go { "single assessment", when = { moves_on = true } } },
}

stage "accommodation by Children's Services" {
  clause = "costings.3", owner = care_officer,
  outcome "with help from Housing" { clause = "referrals-into-mash.6",
    refer { temporary, as = "ask for a place while assessing", clause = "referrals-into-mash.6" },
    place { "accommodation by Children's Services", provider = "Temporary Accommodation Allocations Team",
      paid_by = CS, as = "place found through Housing", clause = "costings.3" } },
  outcome "without help" { clause = "referrals-into-mash.6",
    place { "accommodation by Children's Services", paid_by = CS, as = "place found by Children's Services",
      clause = "costings.3" } },
}

stage "where they sleep tonight" {
  clause = "referrals-into-mash.7", owner = care_officer,
  deadline "be satisfied where they sleep tonight" { clause = "referrals-into-mash.7", within = same_day },
  outcome "satisfied" { clause = "referrals-into-mash.7" },
  outcome "not satisfied" { clause = "referrals-into-mash.8", voids = true,
    go "accommodation by Children's Services" },
}

never "a child or young person without a place" { clause = "referrals-into-mash.8",
  that = { tonight = "nowhere", child_or_young_person = true } }

-- Late arrivals. The text names only the end of the day: after 16:30, on a Friday after 16:00. On
-- the minute is not after. When a day begins is not said, and nothing is made up for it.

calendar "Town Hall before the cut-off" { mon_thu = "00:00-16:30", fri = "00:00-16:00" }
calendar "Fridays" { fri = "00:00-23:59" }

fact "at_town_hall" { yesno, clause = "referrals-into-mash.9",
  ask = "Did they come to Housing at the Town Hall?" }
fact "out_of_hours" { yesno, presumed = false, clause = "referrals-into-mash.11",
  ask = "Did they come out of hours, though not after the cut-off?" }

reading "a young person alone after the cut-off" { clause = "referrals-into-mash.9",
  chosen = "the Emergency Duty Team", because = "referrals-into-mash.11 is for all other cases",
  options = { ["the Emergency Duty Team"] = false, ["placed like a family"] = true } }

decision "placed_if_late" { hit = "first", clause = "referrals-into-mash.9",
  { when = { at_town_hall = false }, value = false },
  { when = { at_town_hall = true, household = "family" }, value = true },
  { when = { at_town_hall = true, household = "single person" },
    value = reading "a young person alone after the cut-off" },
}

reading "a place for that night" { clause = "referrals-into-mash.9", chosen = "until MASH has seen them",
  because = "a Friday placement comes back on Monday, three nights later",
  options = {
    ["until MASH has seen them"] = left "late arrival",
    ["one night"]                = entered "late arrival" + days(1),
  } }

-- They come back on the next working day: "Monday if placed on Friday". A bank holiday Monday is the
-- one and not the other.

reading "Monday after a Friday" { clause = "referrals-into-mash.10", chosen = "the next working day",
  options = { ["the next working day"] = next_working_day, ["Monday, bank holiday or not"] = days(3) } }

stage "late arrival" {
  clause = "referrals-into-mash.9", owner = mash, on = event "presents homeless",
  when = { now = outside "Town Hall before the cut-off", placed_if_late = true },
  open = "the officer 'will make a decision to place': read as a rule, not a choice",
  place { "emergency accommodation for the night", as = "emergency accommodation for the night", owner = officer,
    within = same_day, paid_by = CS, ends = reading "a place for that night", clause = "referrals-into-mash.9" },
  notify { mash, as = "tell MASH of the placement", owner = officer, clause = "referrals-into-mash.9/2" },
  notify { temporary, as = "tell the Allocations Team of the placement", owner = officer,
    clause = "referrals-into-mash.9/2" },
  deadline "seen by MASH the next working day" { clause = "referrals-into-mash.10", within = next_working_day,
    when = { now = outside "Fridays" } },
  deadline "seen by MASH after a Friday" { clause = "referrals-into-mash.10",
    within = reading "Monday after a Friday", when = { now = inside "Fridays" } },
  outcome "seen by MASH" { clause = "referrals-into-mash.10", go "risk assessment" },
  outcome "did not come back" { clause = "referrals-into-mash.10", voids = true },
}

stage "Emergency Duty Team" {
  clause = "referrals-into-mash.11", on = event "presents homeless",
  when = { placed_if_late = false, any { now = outside "Town Hall before the cut-off", out_of_hours = true } },
  open = "when out of hours begins and ends is not said; after the cut-off is read as out of hours",
  refer { edt, as = "refer to the Emergency Duty Team", owner = any { needs, CS }, clause = "referrals-into-mash.11" },
}

----------------------------------------------------------------------------------------------------
-- Other Authorities Duty to Accommodate
----------------------------------------------------------------------------------------------------

event "arrives late, duty elsewhere" { clause = "other-authorities.1" }
event "arrives at the other authority" { clause = "other-authorities.2" }

stage "duty of another authority" {
  clause = "other-authorities.1", owner = officer, on = event "arrives late, duty elsewhere",
  open = "'late' has no hour, and the three factors no weights",
  deadline "weigh time of day, distance and transport" { clause = "other-authorities.1" },
  outcome "to return" { clause = "other-authorities.1", go "return to the other authority" },
  outcome "not to return today" { clause = "other-authorities.1" },
}

stage "return to the other authority" {
  clause = "other-authorities.2", owner = officer, open = "what if that authority refuses is not said",
  refer { elsewhere, as = "arrange the reception", by = event "arrives at the other authority",
    clause = "other-authorities.2" },
  outcome "parents refuse" { clause = "other-authorities.3", go "refusal to return" },
  outcome "arrived" { clause = "other-authorities.2", on = event "arrives at the other authority" },
}

stage "written confirmation" {
  clause = "other-authorities.2/2", on = met "arrange the reception", open = "no time limit",
  notify { elsewhere, as = "confirm the referral in writing", via = "letter", owner = officer,
    clause = "other-authorities.2/2" },
  notify { applicant, as = "copy of the confirmation", owner = officer, clause = "other-authorities.2/2" },
}

-- A lone young person's refusal is not thought of.

stage "refusal to return" {
  clause = "other-authorities.3", owner = service_manager,
  deadline "decide on the children's safety" { clause = "other-authorities.3", within = same_day },
  outcome "accommodate" { clause = "other-authorities.3", go "placement of another authority's family" },
  outcome "safe without" { clause = "other-authorities.3" },
}

stage "placement of another authority's family" {
  clause = "other-authorities.5/2", owner = area, duty = "monitor and manage the placement",
  open = "rate and period of the recharge are not said",
  refer { temporary, as = "ask for a place for another authority's family", owner = CS, clause = "other-authorities.4" },
  place { "temporary accommodation", as = "recharged accommodation", paid_by = area, clause = "other-authorities.5" },
  deadline "agree how benefits cover the cost" { clause = "other-authorities.6", owner = { CS, needs } },
  outcome "placement ended" { clause = "other-authorities.5/2" },
}

-- Whoever was referred to keeps the case.

fact "passed_back" { one_of { "no", "by agreement", "on a manager's instruction", "neither" }, presumed = "no",
  clause = "other-authorities.7", ask = "Was the case passed back to the service that referred it?",
  open = "whose manager is not said" }

never "passed back" { clause = "other-authorities.7", that = { passed_back = "neither" } }

event "dispute about the duty" { clause = "other-authorities.9" }

stage "dispute about the duty" {
  clause = "other-authorities.9", owner = { needs, CS }, on = event "dispute about the duty",
  escalate { "escalation", clause = "other-authorities.9" },
  outcome "resolved" { clause = "other-authorities.9" },
}

----------------------------------------------------------------------------------------------------
-- Referrals to Housing
----------------------------------------------------------------------------------------------------

-- At the end of support by Children's Services, with a housing concern: an answer in 24 hours.

event "Children's Services refer to Housing" { clause = "referrals-to-housing.1" }
event "Housing responds" { clause = "referrals-to-housing.1" }

reading "respond within 24 hours to complete" { clause = "referrals-to-housing.1", chosen = "an answer",
  options = {
    ["an answer"]                = event "Housing responds",
    ["a completed assessment"]   = left "referral to Housing",
  } }

stage "referral to Housing" {
  clause = "referrals-to-housing.1", owner = needs, on = event "Children's Services refer to Housing",
  deadline "answer within 24 hours" { clause = "referrals-to-housing.1", within = hours(24), outlives = true,
    met_by = reading "respond within 24 hours to complete" },
  outcome "first assessment done" { clause = "referrals-to-housing.1", go "homelessness assessment" },
}

-- Housed by Children's Services through Housing, and the duty is agreed: the rent account moves.

fact "housed_for_childrens_services" { yesno, presumed = false, clause = "referrals-to-housing.3",
  ask = "Do Children's Services accommodate them through the Temporary Accommodation Allocations Team?" }

stage "rent account moves" {
  clause = "referrals-to-housing.3", owner = needs,
  notify { CS, as = "tell Children's Services of the duty", clause = "referrals-to-housing.3/2" },
  notify { applicant, as = "tell the household of the duty", clause = "referrals-to-housing.3/2" },
  deadline "rent account moved" { clause = "referrals-to-housing.3",
    open = "from which day, and what becomes of arrears, is not said" },
  outcome "moved" { clause = "referrals-to-housing.3" },
}

-- The section 184 letter, with its standard paragraph.

notice "section 184 letter" { clause = "referrals-to-housing.5",
  "what Housing decided, and why",
  "that the case goes to Children's Services for a child in need assessment",
}

stage "section 184 letter" {
  clause = "referrals-to-housing.4", owner = officer, law = "HA96 s.184",
  notify { applicant, notice = "section 184 letter", as = "section 184 letter", clause = "referrals-to-housing.5" },
}

-- After the letter MASH has a referral: within one working day here, on the same day by kpi.1. And
-- with the applicant's consent by legal-housing.11/2, in all cases by kpi.1.

reading "referral after the decision" { clause = "referrals-to-housing.7", against = "kpi.1", chosen = "the same day",
  because = "kpi.1 asks for the same day, which keeps to one working day too",
  options = { ["the same day"] = same_day, ["one working day"] = working_days(1) } }

reading "a referral without consent" { clause = "legal-housing.11/2",
  against = "kpi.1", chosen = "only for safeguarding",
  because = "kpi.1 counts all cases and does not mention consent",
  options = { ["only for safeguarding"] = false, ["in every case"] = true } }

decision "may_tell_without_consent" { hit = "first", clause = "legal-housing.11/2",
  { when = { welfare_concern = true }, value = true },
  { when = otherwise, value = reading "a referral without consent" },
}

consent "telling Social Services" { clause = "legal-housing.11/2",
  overridden_by = { may_tell_without_consent = true },
  ask = "Does the applicant agree that Social Services are told?" }

reading "whom the referral is for" { clause = "referrals-to-housing.7",
  against = "kpi.1", chosen = "children and care leavers",
  because = "kpi.1 names households with children and care leavers; this clause, every letter",
  options = { ["children and care leavers"] = false, ["everybody who gets the letter"] = true } }

decision "referred_after_decision" { hit = "first", clause = "kpi.1",
  { when = { household = "family" }, value = true },
  { when = { southwark_age = true }, value = true },
  { when = { care_leaver = true }, value = true },
  { when = otherwise, value = reading "whom the referral is for" },
}

stage "after the decision" {
  clause = "referrals-to-housing.7", owner = officer,
  on = any { met "section 184 letter", met "letter that the duty has ended" },
  when = { referred_after_decision = true },
  refer { CS, as = "refer to Children's Services after the decision", within = reading "referral after the decision",
    with_consent = consent "telling Social Services", clause = "referrals-to-housing.7" },
  notify { mash, as = "email the form and the letter", via = "email, with the interagency form",
    within = working_days(1), with_consent = consent "telling Social Services", clause = "referrals-to-housing.8" },
  refer { allocated, as = "refer straight to the Social Worker", when = { open_case = true },
    with_consent = consent "telling Social Services", clause = "referrals-to-housing.9" },
}

-- The Duty Officer. "An assessment" within 10 working days, or sooner under a shorter notice: the
-- single assessment, for which the process map gives 45, or a first one?

event "first assessment done" { clause = "referrals-to-housing.10" }

reading "the assessment within 10 working days" { clause = "referrals-to-housing.10",
  against = "process-map.13", chosen = "the single assessment",
  because = "process-map.13 gives the single assessment 45 working days",
  options = {
    ["the single assessment"] = left "child in need assessment",
    ["a first assessment"]    = event "first assessment done",
  } }

local function notice_ends()
  return reading "notice to leave runs from" + reading "time for a household with children to leave"
end

stage "after the homeless duty" {
  clause = "referrals-to-housing.10", owner = duty_officer,
  on = met "refer to Children's Services after the decision", when = { some_child { age = under(18) } },
  notify { needs, as = "confirm the referral and the plan", clause = "referrals-to-housing.13" },
  go "single assessment",
  deadline "assessment within 10 working days" { clause = "referrals-to-housing.10", outlives = true,
    by = any { entered "after the homeless duty" + working_days(10), notice_ends() },
    met_by = reading "the assessment within 10 working days" },
  deadline "assessment inside the notice" { clause = "other-authorities.8", outlives = true,
    by = notice_ends(), when = { in_temporary_accommodation = true },
    met_by = left "child in need assessment" },
  deadline "priority recorded" { clause = "referrals-to-housing.11" },
  deadline "single assessment arranged with the household" { clause = "referrals-to-housing.12" },
  outcome "arranged" { clause = "referrals-to-housing.12" },
}

----------------------------------------------------------------------------------------------------
-- Child in Need Assessment
----------------------------------------------------------------------------------------------------

-- One for each child of the household; a young person alone is the only child of the case. The test
-- is that of the national framework and of section 17: judgement, and recorded as such.

fact "in_need" { yesno, per = "child", clause = "cin-assessment.1", ask = "Is the child in need?" }
fact "seen" { yesno, per = "child", clause = "cin-assessment.2", ask = "Was the child seen and assessed?" }
fact "interviewed" { one_of { "interviewed", "too young or not able", "not interviewed" }, per = "child",
  clause = "cin-assessment.3", ask = "Was the child interviewed, as far as age and understanding allow?" }
fact "interpreter_needed" { yesno, presumed = false, per = "child", clause = "cin-assessment.3" }

-- The Children Act reaches every child who lives or is found in the area, whatever another
-- authority or another test has said.

fact "found_in_area" { yesno, presumed = true, clause = "legal-childrens.4",
  ask = "Do the children live in Luton, or were they found here?" }

decision "children_act_applies" { hit = "first", clause = "legal-childrens.4",
  { when = { found_in_area = true }, value = true },
  { when = { found_in_area = false }, value = false },
}

stage "single assessment" {
  clause = "referrals-into-mash.2/2", owner = assessment,
  refer { assessment, as = "case to Family Assessment and Support", owner = CS, clause = "referrals-into-mash.2/2" },
}

-- 45 working days stand in the process map, without a start.

reading "the 45 working days run from" { clause = "process-map.13", chosen = "the start of the assessment",
  because = "national guidance counts from the referral",
  options = {
    ["the start of the assessment"] = entered "child in need assessment",
    ["the referral"] = any { met "urgent referral to MASH", met "refer to Children's Services after the decision",
      met "refer to Children's Services at 16 or 17", event "presents homeless" },
  } }

stage "child in need assessment" {
  clause = "cin-assessment.1", owner = worker, per = "child", on = entered "single assessment",
  when = { age = under(18), children_act_applies = true },
  expected = { gap = "each child must be seen, and interviewed as far as may be, before it ends" },
  deadline "single assessment" { clause = "process-map.13", within = working_days(45),
    from = reading "the 45 working days run from" },
  deadline "child seen and assessed" { clause = "cin-assessment.2" },
  deadline "interpreter" { clause = "cin-assessment.3", when = { interpreter_needed = true } },
  deadline "whole framework considered" { clause = "cin-assessment.4",
    open = "health, education, feelings, relations with others, and the wider family" },
  deadline "effect on this child" { clause = "cin-assessment.5" },
  deadline "effect on the parents' capacity" { clause = "cin-assessment.6" },
  deadline "how the parents respond" { clause = "cin-assessment.7" },
  deadline "money, family and other places to stay" { clause = "cin-assessment.8" },
  deadline "help needed beyond the housing duty" { clause = "cin-assessment.9" },
  deadline "all of it recorded on LCS" { clause = "cin-assessment.10" },
  deadline "the three grounds of section 17 weighed" { clause = "legal-childrens.1" },
  outcome "in need" { clause = "cin-assessment.1",
    when = { in_need = true, seen = true, interviewed = one_of { "interviewed", "too young or not able" } } },
  outcome "not in need" { clause = "cin-assessment.1",
    when = { in_need = false, seen = true, interviewed = one_of { "interviewed", "too young or not able" } } },
}

----------------------------------------------------------------------------------------------------
-- Outcomes
----------------------------------------------------------------------------------------------------

-- Once every child of the family is assessed. Housing is told immediately.

fact "only_want_of_a_home" { yesno, clause = "outcomes.2",
  ask = "Is there no need beyond the want of a home, and no question over the parents' ability to cope?" }
fact "final_result" { one_of { "no child in need", "in need for want of a home", "other needs too",
    "home with Family Partnership", "back to family or friends", "accommodated", "child in need at home",
    "universal services" }, clause = "monitoring.7", ask = "What did the assessment come to in the end?" }

notice "letter that no child is in need" { clause = "outcomes.1", "the reasons for that conclusion" }

stage "outcome for the family" {
  clause = "outcomes.1", owner = CS, on = left "child in need assessment", when = { household = "family" },
  notify { needs, as = "tell Housing of the outcome", via = "letter", within = reading "immediately",
    clause = "outcomes.11" },
  outcome "no child in need" { clause = "outcomes.1", when = { every_child { in_need = false } },
    set { final_result = "no child in need" },
    notify { applicant, notice = "letter that no child is in need", as = "letter that no child is in need",
      clause = "outcomes.1" },
    notify { needs, notice = "letter that no child is in need", as = "tell Housing why no child is in need",
      clause = "outcomes.1" } },
  outcome "in need for want of a home" { clause = "outcomes.2",
    when = { only_want_of_a_home = true, some_child { in_need = true } },
    set { final_result = "in need for want of a home" }, go "options of the family" },
  outcome "other needs too" { clause = "outcomes.2",
    when = { only_want_of_a_home = false, some_child { in_need = true } },
    set { final_result = "other needs too" },
    open = "what follows where there are other needs is not in the text: it leads nowhere" },
}

-- No child in need, and told so with the reasons: the duty for that referral is discharged.

fact "referral_duty" { one_of { "open", "discharged" }, presumed = "open", clause = "outcomes.1/2",
  ask = "Is the duty of Children's Services for this referral discharged?" }

reading "discharged for that referral" { clause = "outcomes.1/2", chosen = "once the letter has gone",
  options = {
    ["once the letter has gone"] = met "letter that no child is in need",
    ["with the finding"]         = left("outcome for the family", "no child in need"),
  } }

stage "referral discharged" {
  clause = "outcomes.1/2", on = reading "discharged for that referral", set { referral_duty = "discharged" },
}

-- In need only for want of a home: three options, at the cost of Children's Services. No sum has a
-- limit in the text.

fact "family_can_help" { yesno, clause = "outcomes.5", ask = "Can the extended family provide a place to stay?" }
fact "safe_to_travel" { yesno, clause = "outcomes.4", ask = "Is it safe to go to the home elsewhere?" }

entitlement "fares to family" { clause = "outcomes.3", paid_by = CS, payee = applicant }
entitlement "travel to a home elsewhere" { clause = "outcomes.4", paid_by = CS, payee = applicant }
entitlement "rent deposit" { clause = "outcomes.6", paid_by = CS, payee = landlord }
entitlement "rent in advance" { clause = "outcomes.6", paid_by = CS, payee = landlord }
entitlement "accommodation under section 17" { clause = "legal-childrens.2", paid_by = CS }

stage "options of the family" {
  clause = "outcomes.2", owner = CS, open = "no order among the options",
  deadline "details of relatives gathered" { clause = "outcomes.3" },
  deadline "a stay with relatives fully explored" { clause = "outcomes.3", owner = applicant },
  deadline "a wide area searched" { clause = "outcomes.5", owner = applicant, open = "no time to search is set" },
  deadline "a home or a deposit under section 17 weighed" { clause = "legal-childrens.3" },
  outcome "extended family" { clause = "outcomes.3", grant "fares to family" },
  outcome "a home elsewhere" { clause = "outcomes.4", when = { safe_to_travel = true },
    grant "travel to a home elsewhere" },
  outcome "rent deposit" { clause = "outcomes.5", when = { family_can_help = false }, go "deposit and rent in advance" },
  outcome "accommodation under section 17" { clause = "legal-childrens.2", grant "accommodation under section 17",
    place { "accommodation under section 17", paid_by = CS, as = "section 17 accommodation of a family",
      clause = "legal-childrens.2" } },
  outcome "no option accepted" { clause = "outcomes.2" },
}

fact "exceptional_payment" { yesno, presumed = false, clause = "outcomes.7",
  ask = "Are there exceptional circumstances for paying both?", open = "who approves is not said" }
fact "quality_doubted" { yesno, presumed = false, clause = "outcomes.8",
  ask = "Is there concern about the quality of the home?" }
fact "paid_to" { one_of { "landlord", "applicant" }, clause = "outcomes.9",
  ask = "To whom was the deposit or the rent in advance paid?" }

stage "deposit and rent in advance" {
  clause = "outcomes.6", owner = any { CS, team_18 },
  open = "'should be considered' here, 'may be' in outcomes.5; read as one thing",
  refer { solutions, as = "ask for a check of the home", when = { quality_doubted = true }, clause = "outcomes.8" },
  outcome "a deposit" { clause = "outcomes.6", grant "rent deposit", go "payment to the landlord" },
  outcome "rent in advance" { clause = "outcomes.6", grant "rent in advance", go "payment to the landlord" },
  outcome "both" { clause = "outcomes.7", when = { exceptional_payment = true },
    grant { "rent deposit", clause = "outcomes.7" }, grant { "rent in advance", clause = "outcomes.7" },
    go "payment to the landlord" },
  outcome "neither" { clause = "outcomes.6" },
}

never "paid to the applicant" { clause = "outcomes.9", that = { paid_to = "applicant" } }

stage "payment to the landlord" {
  clause = "outcomes.6/2", owner = any { CS, team_18 },
  notify { applicant, as = "confirm the payment", clause = "outcomes.6/2" },
  deadline "receipt and return confirmed in writing" { clause = "outcomes.10", owner = landlord, outlives = true,
    open = "whether the deposit goes back to Children's Services, the 18+ Team or Housing Solutions is not said" },
  outcome "receipt confirmed" { clause = "outcomes.10" },
  outcome "no receipt" { clause = "outcomes.10", voids = true },
}

-- Support after rehousing, jointly or by Penrose.

event "moves in" { clause = "outcomes.12" }
fact "support_needed" { yesno, clause = "outcomes.12", ask = "Is housing support needed to settle again?" }

stage "support after rehousing" {
  clause = "outcomes.12", owner = { needs, CS }, on = event "moves in", when = { support_needed = true },
  duty = "support to resettle", open = "how long, and whom Penrose replaces, is not said",
  outcome "passed to Penrose" { clause = "outcomes.12", refer { penrose, as = "refer to Penrose", clause = "outcomes.12" } },
  outcome "joint support ended" { clause = "outcomes.12" },
}

----------------------------------------------------------------------------------------------------
-- Costings and budgets
----------------------------------------------------------------------------------------------------

-- The post that Housing pays for. These rules belong to a case that stands for the services.

event "post funded" { clause = "costings.1" }

entitlement "Housing Solutions post" { clause = "costings.1", amount = money(29000), paid_by = needs, payee = CS,
  open = "yearly or once, and for one post or several, is not said" }

stage "Housing Solutions post" {
  clause = "costings.1", owner = post, duty = "meet the housing needs of 16 and 17 year olds and care leavers",
  on = event "post funded", grant "Housing Solutions post",
  deadline "report to the Housing Solutions Team Manager" { clause = "costings.2", open = "'regular' has no interval" },
  outcome "post ended" { clause = "costings.1" },
}

----------------------------------------------------------------------------------------------------
-- Legal Framework. Housing
----------------------------------------------------------------------------------------------------

-- The Act itself is not repeated here: what follows is what the protocol says of it.

fact "threatened_intentionally" { yesno, presumed = false, clause = "legal-housing.5",
  ask = "Is the applicant threatened with homelessness intentionally?" }

stage "prevention and relief" {
  clause = "legal-housing.1", owner = solutions, law = "HA96 s.189B(2)",
  duty = "help to prevent homelessness or to find a home, whatever the main duty will be",
  outcome "prevented, or a home found" { clause = "legal-housing.1", close "homelessness prevented or relieved" },
  outcome "advice and assistance only" { clause = "legal-housing.5", when = { threatened_intentionally = true },
    open = "section 195 as it stood before 3 April 2018; it is the prevention duty since" },
  outcome "not successful" { clause = "legal-housing.2", go "inquiries into the main duty" },
}

-- Inquiries are aimed at 56 days "of the Relief stage".

reading "56 days of the Relief stage" { clause = "legal-housing.3/2", chosen = "from its start",
  options = {
    ["from its start"] = entered "prevention and relief",
    ["from its end"]   = left("prevention and relief", "not successful"),
  } }

fact "intentional_act" { one_of { "rent arrears", "anti-social behaviour", "breach of tenancy conditions",
    "gave up a suitable home", "another act" }, clause = "legal-housing.7",
  ask = "By what act or omission was the home lost?" }
fact "intention_in_question" { yesno, presumed = false, clause = "legal-housing.6",
  ask = "Is it in question whether the home was lost deliberately?" }
fact "options_exhausted" { yesno, clause = "housing-duty.8",
  ask = "Have all options for a home been tried, and failed?" }

-- Section 193, as the text words it: "homeless, eligible for assistance or in priority need and not
-- intentionally homeless". The Act has "and".

reading "eligible for assistance or in priority need" { clause = "legal-housing.3", chosen = "all of them, as in the Act",
  options = { ["all of them, as in the Act"] = false, ["one of the two, as written"] = true } }

decision "main_duty_owed" { hit = "first", clause = "legal-housing.3",
  { when = { homeless = true, eligible = true, priority_need = true, intentionally_homeless = false }, value = true },
  { when = { any { homeless = false, intentionally_homeless = true } }, value = false },
  { when = { any { eligible = true, priority_need = true } },
    value = reading "eligible for assistance or in priority need" },
  { when = otherwise, value = false },
}

stage "inquiries into the main duty" {
  clause = "legal-housing.2", owner = solutions, law = "HA96 s.184",
  expected = { gap = "reason 6 asks that all options have been tried and have failed" },
  deadline "inquiries within 56 days" { clause = "legal-housing.3/2", within = days(56),
    from = reading "56 days of the Relief stage", open = "an aim, not a duty" },
  deadline "whether the act was deliberate" { clause = "legal-housing.6", when = { intention_in_question = true },
    law = "HA96 s.191" },
  outcome "main duty owed" { clause = "legal-housing.3", when = { main_duty_owed = true },
    go { "main duty" }, go { "rent account moves", when = { housed_for_childrens_services = true } } },
  outcome "6 intentionally homeless" { clause = "housing-duty.8",
    when = { intentionally_homeless = true, options_exhausted = true },
    set { reason = 6 }, go "no duty to accommodate",
    go { "short stay of the intentionally homeless",
      when = { household = "single person", care_leaver = false, priority_need = true } } },
  outcome "main duty not owed" { clause = "legal-housing.3",
    when = { main_duty_owed = false, intentionally_homeless = false },
    set { reason = 0 }, go "no duty to accommodate",
    open = "not among the eight reasons; the letter and what follows are the same" },
}

-- In priority need and intentionally homeless: advice, and temporary accommodation for a short
-- period. 28 days are named for households with children only.

stage "short stay of the intentionally homeless" {
  clause = "legal-housing.11", owner = needs, duty = "advice and a short stay", law = "HA96 s.190",
  open = "how short is not said for a household without children",
  place { "temporary accommodation for a short period", as = "short stay", clause = "legal-housing.11" },
  outcome "over" { clause = "legal-housing.11" },
}

-- Likely to be found intentionally homeless, with children or as a care leaver of 18 to 24: Social
-- Services are informed, with consent.

stage "inform Social Services" {
  clause = "legal-housing.11/2", owner = needs, on = likely_intentional(), law = "HA96 s.213A",
  when = { any { household = "family", all { care_leaver = true, age = between(18, 24) } } },
  open = "no time limit",
  notify { CS, as = "inform Social Services", with_consent = consent "telling Social Services",
    clause = "legal-housing.11/2" },
}

-- Without consent, where there is reason to believe in a risk of significant harm: may, not must.
-- safeguarding.1 sends every concern to MASH all the same.

fact "risk_of_significant_harm" { yesno, clause = "legal-housing.14",
  ask = "Is there reason to believe that a child or young person may be at risk of significant harm?" }

stage "disclosure without consent" {
  clause = "legal-housing.14", owner = needs,
  on = becomes { ["telling Social Services"] = "refused", risk_of_significant_harm = true },
  outcome "disclosed" { clause = "legal-housing.14",
    notify { CS, as = "disclose to Social Services", clause = "legal-housing.14" } },
  outcome "not disclosed" { clause = "legal-housing.14" },
}

-- The main duty, and how it ends: the last two of the eight reasons, and others like them.

fact "refused_suitable_offer" { yesno, clause = "housing-duty.9",
  ask = "Did they refuse an offer of suitable accommodation?", open = "one offer is enough, as it is written" }
fact "licence_broken" { yesno, clause = "housing-duty.10",
  ask = "Did they break the licence of the temporary accommodation?" }

stage "main duty" {
  clause = "legal-housing.3", owner = needs, duty = "main duty", law = "HA96 s.193(2)",
  place { "temporary accommodation under the main duty", as = "accommodation under the main duty", paid_by = needs,
    clause = "legal-housing.3" },
  outcome "7 refused a suitable offer" { clause = "housing-duty.9", when = { refused_suitable_offer = true },
    set { reason = 7 }, go "no duty to accommodate" },
  outcome "8 broke the licence" { clause = "housing-duty.10", when = { licence_broken = true },
    set { reason = 8 }, go "no duty to accommodate" },
  outcome "anti-social behaviour or the like" { clause = "legal-housing.12", go "letter that the duty has ended",
    open = "the list is open, and none of these is among the eight reasons" },
  outcome "settled home" { clause = "legal-housing.3", close "settled home" },
}

notice "letter that the duty has ended" { clause = "legal-housing.13", "that the duty has ended, and why" }

stage "letter that the duty has ended" {
  clause = "legal-housing.13", owner = officer,
  notify { applicant, notice = "letter that the duty has ended", as = "letter that the duty has ended",
    clause = "legal-housing.13" },
}

-- Children's Services ask for help (section 213A), and Housing must respond.

event "Children's Services ask for help" { clause = "legal-housing.15" }

stage "reasonable assistance" {
  clause = "legal-housing.15", owner = needs, on = event "Children's Services ask for help", law = "HA96 s.213A",
  open = "no days",
  deadline "respond to the request" { clause = "legal-housing.15" },
  outcome "new or fresh approach" { clause = "legal-housing.16", go "homelessness assessment" },
  outcome "advice on options" { clause = "legal-housing.17" },
  outcome "help to find and inspect a home" { clause = "legal-housing.18",
    open = "it does not go as far as providing one" },
}

----------------------------------------------------------------------------------------------------
-- Legal Framework. Children's Services
----------------------------------------------------------------------------------------------------

-- The duty to refer, by the online form, unless Housing has found already that it owes no duty.

event "Social Care Team finds homelessness" { clause = "legal-childrens.5" }
fact "housing_found_no_duty" { yesno, presumed = false, clause = "legal-childrens.5",
  ask = "Has Housing assessed them already, and found that it owes no duty?" }

stage "duty to refer" {
  clause = "legal-childrens.5", owner = CS, on = event "Social Care Team finds homelessness",
  when = { housing_found_no_duty = false, any { homeless = true, threatened = true } }, law = "HA96 s.213B",
  open = "no word of consent, which the Act asks for",
  refer { solutions, as = "duty to refer", via = "online Duty to Refer form", clause = "legal-childrens.5" },
}

reading "managed daily" { clause = "legal-childrens.5/2", chosen = "every day",
  options = { ["every day"] = days(1), ["every working day"] = working_days(1) } }

deadline "online form looked at" { clause = "legal-childrens.5/2", owner = solutions, from = met "duty to refer",
  within = reading "managed daily" }

----------------------------------------------------------------------------------------------------
-- Escalation ("section 9")
----------------------------------------------------------------------------------------------------

event "no satisfactory solution" { clause = "escalation.1" }
fact "cooperation_delayed" { yesno, presumed = false, clause = "escalation.1",
  ask = "Is cooperation between officers delayed?" }

reading "or delays in co-operation" { clause = "escalation.1", chosen = "a delay is enough",
  options = { ["a delay is enough"] = true, ["only with homelessness or its threat"] = false } }

decision "goes_to_line_managers" { hit = "first", clause = "escalation.1",
  { when = { any { homeless = true, threatened = true } }, value = true },
  { when = { cooperation_delayed = true }, value = reading "or delays in co-operation" },
  { when = otherwise, value = false },
}

stage "no satisfactory solution" {
  clause = "escalation.1", owner = { hso, worker }, on = event "no satisfactory solution",
  when = { goes_to_line_managers = true }, escalate "escalation",
  outcome "solved" { clause = "escalation.1" },
  outcome "not solved" { clause = "escalation.1" },
}

-- Three rungs, none of them with a time; between two Directors there is no casting vote.

ladder "escalation" { clause = "escalation.1",
  { owner = { housing_line, children_line }, clause = "escalation.1" },
  { owner = { housing_manager, children_manager }, clause = "escalation.2" },
  { owner = { housing_director, children_director }, clause = "escalation.3" },
}

----------------------------------------------------------------------------------------------------
-- Monitoring
----------------------------------------------------------------------------------------------------

-- Each service records referral, assessment and outcome.

local function referred_to_children()
  return any { met "refer to Children's Services at 16 or 17", met "refer the concern to MASH",
    met "MASH form at this stage", met "urgent referral to MASH", met "refer to Children's Services after the decision" }
end
local function referred_to_housing()
  return any { event "Children's Services refer to Housing", met "duty to refer" }
end

deadline "referral to Children's Services recorded" { clause = "monitoring.1", owner = { needs, CS },
  from = referred_to_children() }

-- Quarters begin where the record of the services begins; calendar and financial quarters coincide.

event "monitoring begins" { clause = "monitoring.2" }
event "quarterly meeting held" { clause = "monitoring.3" }

deadline "quarterly data" { clause = "monitoring.2", owner = { needs, CS }, from = event "monitoring begins",
  every = months(3) }
deadline "quarterly meeting" { clause = "monitoring.3", owner = { needs, CS }, from = event "monitoring begins",
  every = months(3), met_by = event "quarterly meeting held" }

-- The seven figures of the report by Children's Services; quarterly by monitoring.2. The text counts
-- cases; each referral is counted here.

fact "referring_team" { one_of { "MASH", "Assessment Team", "Housing Management", "Housing Solutions" },
  clause = "monitoring.8", ask = "Which team makes the referral?" }

measure "1 referred by Housing to Children's Services" { clause = "monitoring.4", per = "quarter",
  count = referred_to_children() }
measure "2 referred by Children's Services to Housing" { clause = "monitoring.5", per = "quarter",
  count = referred_to_housing() }
measure "3 initial outcome of the referral" { clause = "monitoring.6", per = "quarter",
  count = becomes { first_result = known }, split = fact "first_result" }
measure "4 final outcome of the referral" { clause = "monitoring.7", per = "quarter",
  count = becomes { final_result = known }, split = fact "final_result" }
measure "5 referrals by team" { clause = "monitoring.8", per = "quarter",
  count = referred_to_children(), split = fact "referring_team" }
measure "6 help with a place asked for while assessing" { clause = "monitoring.9", per = "quarter",
  count = any { met "ask for a place while assessing", met "ask for a place for the family",
    met "ask for a place for another authority's family" } }
measure "7 referrals by type of household" { clause = "monitoring.10", per = "quarter",
  count = referred_to_children(), split = fact "household" }

----------------------------------------------------------------------------------------------------
-- Performance targets and Key Performance Indicators
----------------------------------------------------------------------------------------------------

measure "referred on the day of the decision" { clause = "kpi.1", per = "quarter", target = 100,
  share = "refer to Children's Services after the decision" }

-- Families who agreed to an assessment are contacted in 5 working days, or at once.

event "agrees to an assessment" { clause = "kpi.2" }
event "Children's Services contact the family" { clause = "kpi.2" }
fact "serious_or_short_notice" { yesno, presumed = false, clause = "kpi.2",
  ask = "Is the case serious, or the notice short?", open = "neither has a measure" }

reading "five working days run from" { clause = "kpi.2", chosen = "the agreement",
  options = {
    ["the agreement"] = event "agrees to an assessment",
    ["the referral"]  = met "refer to Children's Services after the decision",
  } }

deadline "contact within 5 working days" { clause = "kpi.2", owner = any { CS, team_18 },
  from = reading "five working days run from", within = working_days(5), when = { serious_or_short_notice = false },
  met_by = event "Children's Services contact the family" }
deadline "contact immediately" { clause = "kpi.2", owner = any { CS, team_18 },
  from = reading "five working days run from", within = reading "immediately",
  when = { serious_or_short_notice = true }, met_by = event "Children's Services contact the family" }

measure "contacted within 5 working days" { clause = "kpi.2", per = "quarter", target = 100,
  share = "contact within 5 working days" }
measure "contacted immediately" { clause = "kpi.2", per = "quarter", target = 100, share = "contact immediately" }

----------------------------------------------------------------------------------------------------
-- Training; Review of protocol
----------------------------------------------------------------------------------------------------

event "protocol signed" { clause = "review.1" }
event "staff trained" { clause = "training.1" }
event "staff brought up to date" { clause = "training.1" }

reading "trained and kept up to date quarterly" { clause = "training.1", chosen = "an update is enough",
  options = {
    ["an update is enough"]    = any { event "staff trained", event "staff brought up to date" },
    ["training each quarter"] = event "staff trained",
  } }

deadline "staff trained and up to date" { clause = "training.1", owner = { housing_director, children_director },
  from = event "protocol signed", every = months(3), met_by = reading "trained and kept up to date quarterly" }

event "protocol reviewed" { clause = "review.1" }
deadline "yearly review" { clause = "review.1", owner = { needs, tenancies, CS }, from = event "protocol signed",
  every = years(1), met_by = event "protocol reviewed", open = "the month is not said" }

event "change to the protocol proposed" { clause = "review.2" }
fact "training_needed" { yesno, presumed = false, clause = "review.3/2", ask = "Is more training needed?" }

stage "change to the protocol" {
  clause = "review.2", owner = { housing_director, children_director }, on = event "change to the protocol proposed",
  outcome "agreed and signed off" { clause = "review.2", go "updated copy" },
  outcome "not agreed" { clause = "review.2" },
}

stage "updated copy" {
  clause = "review.3", owner = { needs, tenancies, CS },
  deadline "updated copy to the staff" { clause = "review.3" },
  deadline "joint training on the changes" { clause = "review.3/2", when = { training_needed = true } },
  outcome "shared" { clause = "review.3" },
}

----------------------------------------------------------------------------------------------------
-- Process Map: homeless at 16 or 17
----------------------------------------------------------------------------------------------------

-- In the text the arrows of the map are lost: the order below is ours, what each box says is not.
-- The young person turns up at an agency, at Housing or at Children's Services; MASH has the case.

local agency = role "Agency" { clause = "process-map.4" }
event "young person contacts an agency" { clause = "process-map.4" }

stage "young person at an agency" {
  clause = "process-map.4", owner = agency, on = event "young person contacts an agency",
  when = { southwark_age = true },
  refer { mash, as = "agency contacts MASH", clause = "process-map.1" },
  go "MASH finds the young person",
}

stage "young person at Housing" {
  clause = "process-map.2", owner = officer,
  refer { mash, as = "Housing contacts MASH", clause = "process-map.1" },
  go "MASH finds the young person",
  deadline "walk with the young person to the Gordon Street entrance" { clause = "process-map.2" },
  outcome "brought to the Town Hall" { clause = "process-map.2" },
  outcome "not brought" { clause = "process-map.2", voids = true },
}

stage "young person at Children's Services" {
  clause = "process-map.5", owner = CS,
  refer { mash, as = "Children's Services contact MASH", clause = "process-map.1" },
  go "MASH finds the young person",
}

-- MASH finds out where the young person is and passes the case on. If that is no safe place, the
-- Police are told: before the case is passed in one box, and as it is passed in another.

fact "in_safe_place" { yesno, clause = "process-map.18", ask = "Is the young person in a safe place?" }
fact "street_homeless" { yesno, presumed = false, clause = "process-map.19", ask = "Is the young person street homeless?" }
fact "distressed_or_confused" { yesno, presumed = false, clause = "process-map.19",
  ask = "Is the young person distressed or confused?" }

reading "Police and the case passed on" { clause = "process-map.18",
  against = "process-map.20", chosen = "the Police first",
  because = "process-map.20 says 'and', with no order",
  options = {
    ["the Police first"]  = left("MASH finds the young person", "passed to the Assessment Service"),
    ["both, in any order"] = entered "young person with the Assessment Service" + same_day,
  } }

reading "street homeless and not safe, distressed or confused" { clause = "process-map.19",
  chosen = "street homeless, and one of the three",
  options = {
    ["street homeless, and one of the three"] = false,
    ["any of the three by itself"]            = true,
  } }

decision "urgent_response" { hit = "first", clause = "process-map.19",
  { when = { street_homeless = true, any { in_safe_place = false, distressed_or_confused = true } }, value = true },
  { when = { any { distressed_or_confused = true, all { street_homeless = true, in_safe_place = false } } },
    value = reading "street homeless and not safe, distressed or confused" },
  { when = otherwise, value = false },
}

stage "MASH finds the young person" {
  clause = "process-map.17", owner = mash,
  notify { police, as = "tell the Police", when = { in_safe_place = false },
    by = reading "Police and the case passed on", clause = "process-map.18" },
  go { "urgent response", when = { urgent_response = true } },
  outcome "passed to the Assessment Service" { clause = "process-map.20", set { lead = CS },
    go "young person with the Assessment Service" },
}

event "Assessment Team responds" { clause = "process-map.19" }

reading "urgent response within 15 minutes" { clause = "process-map.19", chosen = "the response comes",
  options = {
    ["the response comes"]  = event "Assessment Team responds",
    ["it is asked for"]     = met "ask for an urgent response",
  } }

deadline "urgent response" { clause = "process-map.19", owner = assessment, from = entered "urgent response",
  within = minutes(15), met_by = reading "urgent response within 15 minutes" }

stage "urgent response" {
  clause = "process-map.19", owner = mash,
  notify { assessment, as = "ask for an urgent response", clause = "process-map.19" },
}

-- The meeting: at the Town Hall within 15 minutes, an aim; elsewhere within 30, or longer if agreed.
-- Both clocks lack a start.

event "young person met" { clause = "process-map.16" }
event "meeting with the young person arranged" { clause = "process-map.16" }
event "arrives at the Town Hall" { clause = "process-map.20/2" }

fact "longer_agreed" { yesno, presumed = false, clause = "process-map.16",
  ask = "Was it agreed that the meeting takes longer to come about?", open = "who agrees is not said" }

reading "meeting clock starts" { clause = "process-map.16", chosen = "the case is passed on",
  options = {
    ["the case is passed on"] = entered "young person with the Assessment Service",
    ["MASH is contacted"]     = entered "MASH finds the young person",
  } }

reading "within 30 minutes" { clause = "process-map.16", chosen = "they meet",
  options = {
    ["they meet"]            = event "young person met",
    ["a meeting is arranged"] = event "meeting with the young person arranged",
  } }

reading "15 minutes at the Town Hall run from" { clause = "process-map.20/2", chosen = "the arrival there",
  options = {
    ["the arrival there"]     = event "arrives at the Town Hall",
    ["the case is passed on"] = entered "young person with the Assessment Service",
  } }

deadline "met at the Town Hall within 15 minutes" { clause = "process-map.20/2", owner = any { worker, officer },
  from = reading "15 minutes at the Town Hall run from", within = minutes(15),
  when = { southwark_age = true }, met_by = event "young person met", open = "they 'aim' to" }

-- Intake, and the initial interview: the young person, the homeless officer and the social worker.

fact "safe_to_contact_parents" { yesno, clause = "process-map.9",
  ask = "Is it safe to contact the parent or carer with parental responsibility?" }
consent "sharing" { clause = "process-map.11",
  ask = "Does the young person agree that information is shared?", open = "what a refusal leads to is not shown" }

stage "young person with the Assessment Service" {
  clause = "process-map.15", owner = { post, worker }, with = applicant,
  notify { applicant, as = "pack on housing options", owner = post, clause = "process-map.12" },
  deadline "met elsewhere within 30 minutes" { clause = "process-map.16", owner = assessment, outlives = true,
    from = reading "meeting clock starts", within = minutes(30),
    when = { at_town_hall = false, longer_agreed = false }, met_by = reading "within 30 minutes" },
  deadline "views of the parent or carer" { clause = "process-map.9", when = { safe_to_contact_parents = true } },
  deadline "advocacy offered" { clause = "process-map.10" },
  deadline "consent to share obtained" { clause = "process-map.11",
    met_by = becomes { sharing = one_of { "given", "refused" } }, when = { sharing = "not asked" }, outlives = true },
  outcome "single assessment" { clause = "process-map.15", go "single assessment" },
  outcome "returns to parents or carers with support" { clause = "process-map.3", close "returned home" },
  outcome "cared for by family or friends" { clause = "process-map.8", close "with family or friends" },
  outcome "does not want social care" { clause = "process-map.7", open = "what follows is not shown" },
  outcome "at risk, not imminent" { clause = "process-map.29", open = "nothing follows in the map" },
}

-- After the single assessment.

stage "outcome for the young person" {
  clause = "process-map.23", owner = CS, on = left "child in need assessment", when = { household = "single person" },
  notify { needs, as = "tell Housing of the young person's outcome", via = "letter", within = reading "immediately",
    clause = "outcomes.11" },
  outcome "home with Family Partnership" { clause = "process-map.14",
    set { final_result = "home with Family Partnership" },
    refer { partnership, as = "support at home", clause = "process-map.14" }, close "returned home" },
  outcome "Family Partnership, and back to family or friends" { clause = "process-map.22",
    set { final_result = "back to family or friends" },
    refer { partnership, as = "refer to Family Partnership", clause = "process-map.22" },
    close "with family or friends" },
  outcome "statutory support and accommodation" { clause = "process-map.23", when = { some_child { in_need = true } },
    set { final_result = "accommodated" }, go "accommodation at 16 or 17" },
  outcome "statutory support, not accommodation" { clause = "process-map.24", when = { some_child { in_need = true } },
    set { final_result = "child in need at home" } },
  outcome "universal services" { clause = "process-map.25", when = { every_child { in_need = false } },
    set { final_result = "universal services" } },
}

-- The map has a box for accommodation under section 17. A homeless child in need of 16 or 17 is
-- owed more than that by the Southwark judgment, which the text sets out to follow.

fact "welfare_seriously_prejudiced" { yesno, clause = "legal-housing.9",
  ask = "Would the young person's welfare likely be seriously prejudiced without accommodation?" }

reading "the box of section 17" { clause = "process-map.27",
  against = "legal-housing.9", chosen = "only where section 20 is not owed",
  because = "objectives.6 and legal-housing.9 follow the Southwark judgment",
  options = { ["only where section 20 is not owed"] = false, ["as the map draws it"] = true } }

decision "section_20_owed" { hit = "first", clause = "legal-housing.9",
  { when = { welfare_seriously_prejudiced = true, some_child { in_need = true } }, value = true },
  { when = { any { welfare_seriously_prejudiced = false, every_child { in_need = false } } }, value = false },
}

decision "section_17_possible" { hit = "first", clause = "process-map.27",
  { when = { section_20_owed = true }, value = reading "the box of section 17" },
  { when = { section_20_owed = false }, value = true },
}

stage "accommodation at 16 or 17" {
  clause = "process-map.23", owner = CS,
  outcome "section 20" { clause = "process-map.28", law = "CA89 s.20(3)",
    place { "section 20 accommodation", paid_by = CS, as = "section 20 accommodation", clause = "process-map.28" },
    go "once accommodated" },
  outcome "section 17" { clause = "process-map.27", when = { section_17_possible = true },
    place { "section 17 accommodation", paid_by = CS, as = "section 17 accommodation", clause = "process-map.27" },
    go "once accommodated" },
}

stage "once accommodated" {
  clause = "process-map.26", owner = CS, open = "order and times are lost with the arrows",
  notify { care_head, as = "alert the head of service", clause = "process-map.26/2" },
  refer { "Placements", as = "refer to placements", clause = "process-map.26/3" },
  deadline "paperwork completed" { clause = "process-map.26" },
  deadline "further family assessments" { clause = "process-map.26/4" },
  deadline "family network meetings agree a safe plan" { clause = "process-map.26/5" },
  outcome "completed" { clause = "process-map.26" },
}
role "Placements" { service = CS, clause = "process-map.26/3" }

----------------------------------------------------------------------------------------------------
-- Clauses without a rule
----------------------------------------------------------------------------------------------------

not_run { "summary.1", "equality.1", "equality.2", "aims.1", "aims.2", "aims.3", "aims.4", "aims.5", "aims.7",
  "aims.9", "aims.10", "aims.11", because = "principle" }
not_run { "equality.3", because = "asks for comments; the address is not filled in" }
not_run { "legislation.1", "legal-housing.8", "legal-childrens.6", because = "names the law and guidance around it" }
not_run { "objectives.1", "objectives.2", "objectives.5", "objectives.7", "objectives.9", because = "principle" }
not_run { "context.2", because = "lists four groups of teams" }
not_run { "first-approach-16-17.7", "leaving-care.8", "housing-duty.12", "referrals-into-mash.4",
  "referrals-to-housing.2", because = "principle" }
not_run { "first-approach-16-17.10", because = "points to the process map" }
not_run { "leaving-care.1", because = "what is accepted; the rule is leaving-care.1/2" }
not_run { "leaving-care.15", because = "tells how the Allocations policy has worked" }
not_run { "leaving-care.18", because = "announces an information pack that is not in the text" }
not_run { "legal-housing.10", because = "names Appendix A and B, which are not in the text" }
not_run { "training.2", because = "six themes of joint training, with others as agreed" }
not_run { "signatories.1", because = "two signatures, without a day" }
not_run { "process-map.6", "process-map.21", because = "a label without text; what hung below it is lost" }
