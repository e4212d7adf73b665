-- Medway, 2021: protocol of the leaving care service and the council's housing department on homes
-- for care leavers.
--
-- For young people who are to leave Medway's care and for care leavers up to 25: planning the move,
-- keeping the home, and what follows where that fails. Homeless 16 and 17 year olds who are not in
-- care are no part of it: what is owed to whoever presents at that age stands at the end of part 12,
-- as law from stdlib that is not in the text.
--
-- The text bears no date: it is taken as from April 2021, from when it is to be reviewed each year.
-- What it says of homelessness law is not written out here: the modules of stdlib hold that law,
-- under the clauses that speak of it; what Medway does in its own way is a patch.
--
-- Clause ids are those of clauses/medway-2021.tsv.

protocol "medway-2021" {
  council = "Medway", effective = "2021-04-01", clauses = "medway-2021",
}

require "leaving_care"
require "local_connection"
require "part7"
require "referral"
require "sixteen_seventeen"

local CS = service "Children's services" { patch = true, clause = "1.5/2",
  called = "Medway Children's Services" }
local MH = service "Housing authority" { patch = true, clause = "1.5/2",
  called = "Medway Housing Services" }

local leaving_care = role "16+ Leaving Care Service" { service = CS, clause = "9.1/1",
  open = "once called the 18+ Service (2), once the 16+ Care Leaving Service (11.5)" }
local pa = role "Personal adviser" { patch = true, clause = "1.3/1", called = "Personal Advisor" }
local hoo = role "Housing officer" { patch = true, clause = "12.4/1",
  called = "Housing Options Officer" }

----------------------------------------------------------------------------------------------------
-- 1. Introduction
----------------------------------------------------------------------------------------------------

-- 1.2 A care placement that ends is to be foreseen, and is no reason to be dealt with as homeless.
-- The text states an expectation: where it is not met, that is shown and is nobody's breach.

stage "homeless because a placement ended" {
  clause = "1.2/2", on = becomes { homeless_because = "left_care_placement" },
  open = "no more than an expectation: nothing is said of what follows where it is not met",
}

-- 1.3, 1.5 Planning to leave care: every option, with what speaks for and against it; and the
-- housing needs are dealt with before care ends.

fact "leaves_placement_on" { date, clause = "10.2/1" }

reading "housing needs are dealt with" { clause = "1.5/2", chosen = "by a route that is agreed",
  because = "a plan, an offer or a home would each be dealing with them",
  options = {
    ["by a route that is agreed"] = left "agreeing a route",
    ["by a home that is found"]   = any { left("licence or tenancy", "private sector"),
      left("licence or tenancy", "general needs social housing"),
      left("licence or tenancy", "supported accommodation") },
  } }

stage "planning to leave care" {
  clause = "1.3/1", owner = pa, on = becomes { leaves_placement_on = known },
  when = { covered = true }, open = "no date: section 10.2 gives six months",
  notify { applicant, as = "tell of every option", clause = "1.3/1" },
  deadline "for and against each option" { clause = "1.3/2",
    open = "wishes, skills, ambitions and support are weighed by judgement" },
  deadline "housing needs dealt with" { clause = "1.5/2", owner = { CS, MH },
    by = event "left care", met_by = reading "housing needs are dealt with",
    open = "who leaves care without a plan is not provided for" },
  go { "plan made ready", "options meeting" },
  outcome "left care" { clause = "1.5/2", on = event "left care" },
}

----------------------------------------------------------------------------------------------------
-- 2. Aims
----------------------------------------------------------------------------------------------------

-- Nobody leaves the service without a suitable home. The 18+ Service is named only here.

event "leaves the 18+ Service" { clause = "2/5" }
event "suitable home in place" { clause = "2/5" }

deadline "suitable home before leaving the service" { clause = "2/5", owner = { leaving_care, MH },
  from = becomes { medway_care_experienced = true }, by = event "leaves the 18+ Service",
  met_by = event "suitable home in place", open = "what is suitable is judgement" }

----------------------------------------------------------------------------------------------------
-- 3 and 4. Corporate parenting: role and principles (see the end)
--
-- 5. Principles of good practice
----------------------------------------------------------------------------------------------------

-- b. Readiness. The plan, the Personal Advisor and others prepare; the young person is expected to
-- take part in training.

event "takes part in training" { clause = "5.b/2" }

deadline "prepare for independent living" { clause = "5.b", owner = pa,
  from = entered "pathway planning", open = "which other professionals share in it is not said" }
deadline "take part in tenancy readiness training" { clause = "5.b/2", owner = applicant,
  from = entered "pathway planning", met_by = event "takes part in training",
  open = "who runs it, and whether staying away has any effect, is not said" }

-- e. Information sharing. The young person should sign a form; the accommodation section of the
-- plan must be shared. Where the first is refused, the second cannot be done as well.

reading "the section where consent is refused" { clause = "5.e/2", against = "5.e/1",
  chosen = "is not shared",
  because = "5.e/1 asks for consent to sharing; 5.e/2 has the section shared without exception",
  options = { ["is not shared"] = false, ["is shared all the same"] = true } }

decision "shared_without_consent" { hit = "first", clause = "5.e/2",
  { when = { sharing = one_of { "refused", "withdrawn" } },
    value = reading "the section where consent is refused" },
  { when = otherwise, value = false },
}

consent "sharing" { clause = "5.e/1", overridden_by = { shared_without_consent = true },
  ask = "Does the young person sign that agencies and landlords share information?",
  open = "withdrawal and expiry are not mentioned; sharing without a form is not barred in words" }

----------------------------------------------------------------------------------------------------
-- 6. Legislative framework
----------------------------------------------------------------------------------------------------

-- 6.1 How much support is owed hangs on need and on status; no table says how.

decision "leaver_status" { patch = true, clause = "6.1/2" }

-- 6.2 Support from the council that last looked after the young person, up to the 25th birthday.

fact "medways_own" { yesno, clause = "6.2",
  ask = "Is Medway the council that last looked after the young person?" }

decision "medway_care_experienced" { hit = "first", clause = "6.2",
  { when = { medways_own = false }, value = false },
  { when = { leaver_status = "none" }, value = false },
  { when = { medways_own = true, leaver_status = known }, value = true },
}

decision "care_leaver" { patch = true, clause = "6.1/2" }

stage "support up to 25" {
  clause = "6.2", owner = leaving_care, duty = "support as a care leaver",
  on = becomes { medway_care_experienced = true }, when = { age = under(25) },
  open = "'eligible' is used loosely, not of the class of children of that name",
  outcome "not wanted" { clause = "6.2" },
  outcome "turned 25" { clause = "6.2", on = turns(25) },
}

-- 6.3 The council prepares pathway plans and keeps them current; section 9 says how. The plan and
-- the Personal Advisor prepare for independence, and name a home for when the placement ends.

event "pathway plan made" { clause = "6.3/1" }

deadline "pathway plan" { clause = "6.3/1", owner = leaving_care, from = entered "pathway planning",
  met_by = event "pathway plan made", open = "no time for the first plan" }
deadline "name the home for after the placement" { clause = "6.3/2", owner = pa,
  from = entered "planning to leave care", met_by = left "agreeing a route" }

-- 6.4 Homelessness duties may be owed to who is homeless, or will be within 56 days, and eligible
-- by immigration status and residence.

decision "threatened_by_law" { patch = true, clause = "6.4/1" }

-- 6.5 Local connection of those who are owed the duties of section 23C: by the council that owes
-- them; by each district of a county; and, below 21, by two years elsewhere that began before 16.

decision "connected_by_23c" { patch = true, clause = "6.5/1" }
decision "connected_by_county" { patch = true, clause = "6.5/2" }
decision "connected_by_two_years_in_care" { patch = true, clause = "6.5/3" }

fact "lived_here_two_years" { yesno, presumed = false, clause = "6.5/3",
  ask = "Has the young person lived in Medway for two years or more, some of it before 16?" }

reading "two years in Medway" { clause = "6.5/3", law = "HA96 s.199(10)",
  chosen = "in care there, as in the Act",
  because = "6.5/3 has it for living there; section 199 asks for two years in care there unbroken",
  options = { ["in care there, as in the Act"] = false, ["living there, as in the text"] = true } }

decision "connected_by_living_here" { hit = "first", clause = "6.5/3",
  { when = { care_leaver = true, age = under(21), lived_here_two_years = true },
    value = reading "two years in Medway" },
  { when = otherwise, value = false },
}

decision "care_leaver_connection" { patch = true, clause = "6.5/1",
  { when = { any { connected_by_23c = true, connected_by_county = true,
      connected_by_two_years_in_care = true, connected_by_living_here = true } }, value = true },
  { when = otherwise, value = false },
}

-- Who has no connection with Medway will be referred, the text says; the Act has a power, with
-- conditions.

reading "referral where there is no connection" { clause = "6.5/4", law = "HA96 s.198(1)",
  chosen = "a power, as in the Act",
  because = "6.5/4 says that a referral will be made; section 198 lets the council choose",
  options = { ["a power, as in the Act"] = true, ["always made, as in the text"] = false } }

decision "may_keep_the_case" { hit = "first", clause = "6.5/4",
  { when = { local_connection = false, connection_elsewhere = true, risk_elsewhere = false },
    value = reading "referral where there is no connection" },
  { when = otherwise, value = true },
}

stage "referral to another authority" { patch = true, clause = "6.5/4",
  open = "which authority, if several, and by when, is not said",
  outcome "not referred" { clause = "6.5/4", when = { may_keep_the_case = true } },
}
stage "tell of the referral" { patch = true, clause = "6.5/4" }
stage "tell of the arbitrated referral" { patch = true, clause = "6.5/4" }

-- 6.6 A Medway care leaver who is owed accommodation, belongs here and wishes to stay stays here.

fact "wishes_to_stay_in_medway" { yesno, clause = "6.6",
  ask = "Does the young person wish to live in Medway?" }
fact "housed_outside_medway" { yesno, clause = "6.6",
  ask = "Is the accommodation under a homelessness duty outside Medway?" }

never "housed outside Medway although they belong here" { clause = "6.6",
  open = "no exception for a shortage, of which 12.5 speaks",
  that = { medway_care_experienced = true, local_connection = true, wishes_to_stay_in_medway = true,
    housed_outside_medway = true } }

-- 6.7 No recourse to public funds, no housing help under the Housing Act. Other duties may be owed.

fact "recourse_to_public_funds" { yesno, presumed = true, clause = "6.7" }

never "housing help without recourse to public funds" { clause = "6.7",
  that = { recourse_to_public_funds = false, eligible = true } }

stage "no recourse to public funds" {
  clause = "6.7", owner = CS, on = becomes { recourse_to_public_funds = false },
  outcome "owed under the Children Act" { clause = "6.7" },
  outcome "owed under the Human Rights Act" { clause = "7.1/4" },
  outcome "nothing else is owed" { clause = "7.1/4" },
}

----------------------------------------------------------------------------------------------------
-- 7. Eligibility
----------------------------------------------------------------------------------------------------

fact "housing_or_support_needs" { yesno, presumed = true, clause = "7.1/1",
  ask = "Does the young person have housing or support needs?" }

-- Asylum: refugee status opens the protocol. So does leave to remain that goes far enough.

fact "leave" { one_of { "refugee status", "leave to remain", "none" }, clause = "7.1/2",
  ask = "Which leave does the young person have?" }
fact "leave_a_year_past_18" { yesno, clause = "7.1/3",
  ask = "Does the leave run to the age of 20, or is it extended for at least a year past 18?" }

reading "leave up to the age of 20" { clause = "7.1/3", chosen = "leave that reaches the age",
  because = "the age of 20 can be that to which the leave runs, or that of who applies",
  options = { ["leave that reaches the age"] = false,
    ["whoever has leave and is below 20"] = true } }

decision "leave_gives_access" { hit = "first", clause = "7.1/2",
  { when = { uasc = false }, value = true },
  { when = { leave = "refugee status" }, value = true },
  { when = { leave = "leave to remain", leave_a_year_past_18 = true }, value = true,
    clause = "7.1/3" },
  { when = { leave = "leave to remain", age = under(20) },
    value = reading "leave up to the age of 20",
    clause = "7.1/3" },
  { when = otherwise, value = false, clause = "7.1/3" },
}

-- 18 to 25; yet section 10 starts six months before a placement ends, when most are below 18.

reading "18 to 25" { clause = "7.1/1", against = "6.2", chosen = "up to the 25th birthday",
  because = "6.2 speaks of the 25th birthday",
  options = { ["up to the 25th birthday"] = 24, ["25 included"] = 25 } }
reading "before the 18th birthday" { clause = "7.1/1", against = "10.2/1",
  chosen = "who is about to leave care is covered",
  because = "7.1/1 covers 18 to 25; 10.2/1 begins six months before the placement ends",
  options = { ["who is about to leave care is covered"] = true, ["nobody is covered"] = false } }

decision "covered" { hit = "first", clause = "7.1/1",
  { when = { any { medway_care_experienced = false, housing_or_support_needs = false,
      leave_gives_access = false } }, value = false },
  { when = { age = under(18) }, value = reading "before the 18th birthday" },
  { when = { age = at_most(reading "18 to 25") }, value = true },
  { when = otherwise, value = false },
}

----------------------------------------------------------------------------------------------------
-- 8. Housing allocations
----------------------------------------------------------------------------------------------------

-- 8.1 The band is that of the allocation policy, and Housing helps in five ways besides.
-- a. Rules of residency are waived, for those whom Medway placed elsewhere too. (Since July 2025
-- the law waives them for most of other councils' care leavers as well.)

event "applies to Medway Homechoice" { clause = "10.6/1" }

fact "meets_residency_rules" { yesno, clause = "8.1",
  ask = "Does the applicant meet the residency rules of the register?" }

decision "register_open" { hit = "first", clause = "8.1",
  { when = { recourse_to_public_funds = false }, value = false, clause = "7.1/4" },
  { when = { medway_care_experienced = true }, value = true, clause = "8.1.a" },
  { when = { part_6_connection_test = "barred" }, value = true, clause = "SI 2025/706" },
  { when = otherwise, value = fact "meets_residency_rules" },
}

stage "register application" {
  clause = "8.1", owner = MH, on = event "applies to Medway Homechoice",
  outcome "registered" { clause = "8.1", when = { register_open = true }, go "on the register" },
  outcome "not registered" { clause = "8.1", when = { register_open = false } },
}

-- b. Priority for moving on, out of care or supported living. d. More regard under the Community
-- Contribution rule.

entitlement "move-on priority" { clause = "8.1.b", open = "which band or date order is not said" }

fact "leaving_care_or_supported_living" { yesno, clause = "8.1.b",
  ask = "Is the young person moving on from care or from supported living?" }

stage "on the register" {
  clause = "8.1", owner = MH, duty = "the band of the allocation policy",
  grant { "move-on priority", clause = "8.1.b",
    when = { leaving_care_or_supported_living = true } },
  deadline "regard for Community Contribution" { clause = "8.1.d", open = "how much is not said" },
  outcome "housed" { clause = "8.1" },
  outcome "left the register" { clause = "8.1", voids = true },
}

-- c. Two care leavers who wish to share may be given a home with two bedrooms.

event "asks to share with another care leaver" { clause = "8.1.c" }

stage "two care leavers to share" {
  clause = "8.1.c", owner = MH, on = event "asks to share with another care leaver",
  when = { medway_care_experienced = true },
  open = "what follows when one of them leaves is not said",
  outcome "jointly awarded" { clause = "8.1.c" },
  outcome "not awarded" { clause = "8.1.c" },
}

-- e. A refused offer: more thought before priority falls.

event "additional consideration given" { clause = "8.1.e" }

stage "offer refused" {
  clause = "8.1.e", owner = MH, on = event "refuses a home",
  when = { medway_care_experienced = true },
  open = "what the thought is, whose, after how many refusals, and who is heard, is not said",
  deadline "additional consideration" { clause = "8.1.e",
    by = left("offer refused", "priority reduced"),
    met_by = event "additional consideration given", outlives = true },
  outcome "priority kept" { clause = "8.1.e" },
  outcome "priority reduced" { clause = "8.1.e" },
}

-- 8.2 One lead in Housing for those who seek supported accommodation: section 10.5.

local lead = role "Housing lead for supported accommodation" { service = MH, clause = "8.2" }

----------------------------------------------------------------------------------------------------
-- 9. Pathway planning and preparation
----------------------------------------------------------------------------------------------------

event "needs assessed" { clause = "9.1/1" }
event "pathway plan reviewed" { clause = "9.1/2" }
event "opts out of support" { clause = "9.1/4" }

reading "21, and support was not asked for" { clause = "9.1/3", against = "9.1/2",
  chosen = "planning rests",
  because = "9.1/2 names no end of the reviews; 9.1/3 has support after 21 where it is asked for",
  options = { ["planning rests"] = false, ["planning goes on to 25"] = true } }

decision "planning_goes_on" { hit = "first", clause = "9.1/3",
  { when = { age = under(21) }, value = true, clause = "9.1/1" },
  { when = { times(event "asks for a personal adviser", at_least(1)) }, value = true },
  { when = otherwise, value = reading "21, and support was not asked for" },
}

stage "pathway planning" {
  clause = "9.1/1", owner = leaving_care, duty = "a pathway plan",
  on = becomes { medway_care_experienced = true },
  when = { age = under(25), planning_goes_on = true },
  deadline "assessment of needs" { clause = "9.1/1", met_by = event "needs assessed" },
  deadline "review of the pathway plan" { clause = "9.1/2", every = months(6),
    from = event "pathway plan made", met_by = event "pathway plan reviewed",
    open = "counted from the plan, then from the last review: the text gives the largest gap" },
  -- 9.2 A true picture of what there is and what may be offered. 9.3 Skills for keeping a home.
  notify { applicant, as = "give a true picture of the options", clause = "9.2" },
  deadline "basic tenancy skills in the plan" { clause = "9.3/1", open = "no test of the skills" },
  notify { applicant, as = "offer tenancy accreditation training", clause = "9.3/2",
    via = "training shared by Medway Housing" },
  outcome "opted out" { clause = "9.1/4", on = left("Personal Advisor after 21", "opted out") },
  outcome "21, and not asked for" { clause = "9.1/3", on = becomes { planning_goes_on = false } },
  outcome "turned 25" { clause = "6.2", on = turns(25) },
}

-- The Personal Advisor goes on after 21 where that is asked for, up to 25; the young person may opt
-- out.

reading "after opting out" { clause = "9.1/4", chosen = "may ask again",
  options = { ["may ask again"] = "may ask again", ["it is over"] = "is over" } }

decision "support_after_21" { hit = "first", clause = "9.1/3",
  { when = { times(left("Personal Advisor after 21", "opted out"), at_least(1)) },
    value = reading "after opting out", clause = "9.1/4" },
  { when = otherwise, value = "may ask" },
}

stage "Personal Advisor after 21" {
  clause = "9.1/3", owner = pa, duty = "support of the Personal Advisor",
  on = any { event "asks for a personal adviser", turns(21) },
  when = { times(event "asks for a personal adviser", at_least(1)), medway_care_experienced = true,
    age = between(21, 24), support_after_21 = one_of { "may ask", "may ask again" } },
  open = "whether a request must be renewed is not said",
  go "pathway planning",
  outcome "opted out" { clause = "9.1/4", on = event "opts out of support",
    open = "the form of opting out is not said" },
  outcome "turned 25" { clause = "9.1/3", on = turns(25) },
}

----------------------------------------------------------------------------------------------------
-- 10. Procedure and preparation
----------------------------------------------------------------------------------------------------

-- 10.1 The plan says how ready the young person is and what would suit best; the form for sharing
-- its accommodation section is signed (appendix 1); identity documents are at hand (appendix 2).
-- Neither appendix is in the text, and nothing of them is made up here.

event "identity documents at hand" { clause = "10.1/3" }

stage "plan made ready" {
  clause = "10.1/1", owner = leaving_care,
  deadline "readiness and most suitable home in the plan" { clause = "10.1/1" },
  deadline "consent form" { clause = "10.1/2", owner = pa,
    when = { sharing = one_of { "not asked", "asked" } },
    met_by = becomes { sharing = one_of { "given", "refused" } },
    open = "the way on from a refusal is not said" },
  deadline "identity documents" { clause = "10.1/3", owner = { applicant, pa },
    met_by = event "identity documents at hand" },
  notify { MH, as = "share the accommodation section", owner = leaving_care, clause = "5.e/2",
    with_consent = consent "sharing" },
  outcome "ready" { clause = "10.1/1" },
}

-- 10.2 Six months before the placement ends.

reading "six months before leaving" { clause = "10.2/1", chosen = "by then",
  options = {
    ["by then"]              = entered "planning to leave care",
    ["then, and not before"] = fact "leaves_placement_on" - months(6),
  } }

stage "options meeting" {
  clause = "10.2/1", owner = pa, with = applicant,
  deadline "options meeting" { clause = "10.2/1", by = fact "leaves_placement_on" - months(6),
    not_before = reading "six months before leaving",
    open = "a placement that ends unplanned is not provided for" },
  notify { applicant, as = "explain the routes", clause = "10.2/2" },
  outcome "held" { clause = "10.2/1", go "ability to live independently" },
}

stage "ability to live independently" {
  clause = "10.2/3", owner = pa, open = "no criteria and no appeal; one officer decides",
  outcome "able" { clause = "10.2/3", go "agreeing a route" },
  outcome "not able yet" { clause = "10.2/3", go "agreeing a route" },
}

-- 10.3 Four routes; the list is open, and which is suitable is judgement.

reading "who agrees a route" { clause = "10.3",
  chosen = "the Personal Advisor and the young person",
  because = "10.4, 10.5 and 10.6 have a route identified and agreed, and do not say by whom",
  options = {
    ["the Personal Advisor and the young person"] = { pa, applicant },
    ["the Personal Advisor"]                      = pa,
  } }

stage "agreeing a route" {
  clause = "10.3", owner = reading "who agrees a route",
  open = "what follows where they do not agree is not said",
  outcome "family" { clause = "10.3", go "family or staying put" },
  outcome "staying put" { clause = "10.3", go "family or staying put" },
  outcome "supported accommodation" { clause = "10.3", go "supported accommodation" },
  outcome "living independently" { clause = "10.3", go "living independently" },
  outcome "another route" { clause = "10.3" },
}

-- 10.4 Family, or staying put with foster carers.

stage "family or staying put" {
  clause = "10.4", owner = pa,
  outcome "arranged" { clause = "10.4" },
  outcome "not arranged" { clause = "10.4", go "agreeing a route" },
}

-- 10.5 Supported accommodation.

role "Supported accommodation service" { clause = "10.5",
  open = "commissioned by leaving care or by Housing: which of them is for the Personal Advisor" }

stage "supported accommodation" {
  clause = "10.5", owner = pa,
  refer { "Supported accommodation service", as = "refer to supported accommodation",
    clause = "10.5" },
  notify { lead, as = "bring in the housing lead", clause = "8.2" },
  outcome "place found" { clause = "10.5", go "licence or tenancy" },
  outcome "no place found" { clause = "10.5", go "agreeing a route" },
}

-- 10.6 Living independently: the register and private renting side by side; money and furnishings.

local rented = role "Private Rented Sector Team" { service = MH, clause = "10.6/2" }
role "Local welfare schemes, charities and furniture projects" { clause = "10.6/4" }

fact "needs_furnishing" { yesno, clause = "10.6/4",
  ask = "Does the young person need help to furnish the home?" }

stage "living independently" {
  clause = "10.6/1", owner = pa, duty = "help to live independently",
  deadline "help with the register application" { clause = "10.6/1",
    met_by = event "applies to Medway Homechoice" },
  refer { rented, as = "look for a private home", clause = "10.6/2" },
  deadline "money goes first to setting up home" { clause = "10.6/3",
    open = "no sum of the leaving care grant; how 'first' is checked is not said" },
  refer { "Local welfare schemes, charities and furniture projects",
    as = "help to furnish the home",
    when = { needs_furnishing = true }, clause = "10.6/4" },
  outcome "home found" { clause = "10.6/1", go "licence or tenancy" },
  outcome "another route is better" { clause = "10.6/1", voids = true, go "agreeing a route" },
}

----------------------------------------------------------------------------------------------------
-- 11. Tenancy sustainment and support
----------------------------------------------------------------------------------------------------

local landlord = role "Landlord or supported accommodation provider" { clause = "11.2/1",
  open = "has not signed the protocol" }

-- 11.1 The Personal Advisor comes along to a viewing, and helps with the papers.

event "viewing" { clause = "11.1/2" }

stage "viewing" {
  clause = "11.1/2", owner = pa, with = applicant, on = event "viewing", when = { covered = true },
  deadline "Personal Advisor at the viewing" { clause = "11.1/2", within = same_day,
    outlives = true, met_by = left("viewing", "accompanied"),
    open = "who stands in for the Personal Advisor is not said" },
  outcome "accompanied" { clause = "11.1/2" },
  outcome "alone" { clause = "11.1/2" },
}

reading "rights and responsibilities" { clause = "11.1/3", chosen = "explained at the signing",
  options = {
    ["explained at the signing"] = any { left("licence or tenancy", "private sector"),
      left("licence or tenancy", "general needs social housing"),
      left("licence or tenancy", "supported accommodation") },
    ["explained during the stay"] = event "moves out",
  } }
event "rights and responsibilities explained" { clause = "11.1/3" }

stage "licence or tenancy" {
  clause = "11.1/4", owner = applicant, on = event "offered a home", when = { covered = true },
  deadline "help with the papers" { clause = "11.1/4", owner = pa,
    open = "whether the Personal Advisor is there when they are signed is not said" },
  deadline "rights and responsibilities" { clause = "11.1/3", owner = pa, outlives = true,
    by = reading "rights and responsibilities",
    met_by = event "rights and responsibilities explained" },
  -- 11.2 The landlord knows whom to call, and both are urged to call at once.
  notify { landlord, as = "name the Personal Advisor as contact", owner = pa, clause = "11.2/1" },
  notify { applicant, as = "urge to report problems", owner = pa, clause = "11.2/2" },
  notify { landlord, as = "urge the landlord to report problems", owner = pa, clause = "11.2/2" },
  outcome "private sector" { clause = "11.1/4" },
  outcome "general needs social housing" { clause = "11.1/4" },
  outcome "supported accommodation" { clause = "11.1/4" },
  outcome "not signed" { clause = "11.1/4", voids = true },
}

-- 11.2, 11.3 A risk that the home is lost: at once, as it is read here.

event "risk of breakdown" { clause = "11.2/3" }
event "young person contacted about the risk" { clause = "11.3/1" }
event "further support in place" { clause = "11.3/1" }
event "joint prevention appointment arranged" { clause = "11.3/2" }

reading "immediately" { clause = "11.2/3", chosen = "the same day",
  because = "11.2/3, 11.3/1 and 11.3/2 give no number",
  options = { ["the same day"] = same_day, ["24 hours"] = hours(24),
    ["the next working day"] = next_working_day } }
reading "with immediate effect" { clause = "11.3/1", chosen = "the contact",
  options = {
    ["the contact"]         = event "young person contacted about the risk",
    ["the further support"] = event "further support in place",
  } }

local hot = role "Housing Options Team" { service = MH, clause = "11.2/4" }
local young_lead = role "Young persons' lead officer" { service = MH, clause = "11.3/2" }

fact "housing_advice_fitting" { yesno, clause = "11.2/4",
  ask = "Is advice of the Housing Options Team on staying in the home fitting?" }
fact "joint_appointment_fitting" { yesno, clause = "11.3/2",
  ask = "Is a joint prevention appointment fitting?" }

stage "risk of breakdown" {
  clause = "11.2/3", owner = pa, on = event "risk of breakdown",
  when = { medway_care_experienced = true },
  deadline "take up the risk" { clause = "11.2/3", within = reading "immediately",
    open = "with the young person, the landlord or both" },
  refer { hot, as = "ask for advice on staying", when = { housing_advice_fitting = true },
    clause = "11.2/4" },
  deadline "find out what more is needed" { clause = "11.3/1", within = reading "immediately",
    met_by = reading "with immediate effect", outlives = true },
  deadline "arrange a joint prevention appointment" { clause = "11.3/2", outlives = true,
    when = { joint_appointment_fitting = true }, within = reading "immediately",
    met_by = event "joint prevention appointment arranged" },
  deadline "all steps tried, and any appeal" { clause = "11.3/3", owner = { pa, hot },
    open = "what proves that nothing is left is not said" },
  outcome "home kept" { clause = "11.3/1" },
  outcome "home cannot be kept" { clause = "11.5", go "planned move" },
}

stage "joint prevention appointment" {
  clause = "11.3/2", owner = { pa, young_lead }, with = applicant,
  on = event "joint prevention appointment arranged", open = "no time to hold it",
  expected = { gap = "13.1 has ladders about Homechoice and about an application; this is about neither" },
  outcome "actions agreed" { clause = "11.3/2" },
  outcome "nothing agreed" { clause = "11.3/2" },
}

-- 11.4 Where the young person's own acts put the home at risk, both say what may follow.

fact "home_at_risk_by_own_acts" { yesno, clause = "11.4",
  ask = "Do deliberate acts or omissions of the young person put the home at risk?" }

reading "told by the landlord as well" { clause = "11.4", chosen = "each of the two tells",
  because = "the text names both, but the landlord has not signed it",
  options = { ["each of the two tells"] = true, ["the Personal Advisor tells for both"] = false } }

decision "landlord_tells_too" { hit = "first", clause = "11.4",
  { when = { home_at_risk_by_own_acts = true }, value = reading "told by the landlord as well" },
  { when = { home_at_risk_by_own_acts = false }, value = false },
}

stage "home at risk by own acts" {
  clause = "11.4", owner = pa, on = becomes { home_at_risk_by_own_acts = true },
  open = "when, and whether in writing, is not said",
  notify { applicant, as = "tell of intentional homelessness", clause = "11.4" },
  notify { applicant, as = "tell of intentional homelessness, landlord", owner = landlord,
    when = { landlord_tells_too = true }, clause = "11.4" },
}

-- 11.5 A planned move, wherever there can be one, to any kind of home.

stage "planned move" {
  clause = "11.5", owner = leaving_care, open = "whether a move is possible is for staff to say",
  outcome "moved elsewhere" { clause = "11.5" },
  outcome "another supported placement" { clause = "11.5", go "supported accommodation" },
  outcome "no planned move" { clause = "11.5", go "towards an application" },
}

----------------------------------------------------------------------------------------------------
-- 12. Making a homeless application
----------------------------------------------------------------------------------------------------

-- 12.1 First all planned routes, the present home among them. That cannot hold back an application:
-- the duties of 12.3 follow from what the young person is owed.

fact "planned_routes_used_up" { yesno, clause = "12.1",
  ask = "Has every planned route been tried, staying in the present home included?" }

reading "an application before that" { clause = "12.1", against = "12.3/1", law = "HA96 s.184",
  chosen = "is taken all the same",
  because = "12.1 puts planned routes first; by 12.3/1 the duties follow without that",
  options = { ["is taken all the same"] = true, ["waits until they are used up"] = false } }

decision "application_taken" { hit = "first", clause = "12.1",
  { when = { planned_routes_used_up = unknown }, value = true },
  { when = { planned_routes_used_up = false }, value = reading "an application before that" },
  { when = otherwise, value = true },
}

-- 12.2 To the officer who has the case already; else, with the young person's express permission,
-- by the duty to refer. An application that is made elsewhere counts all the same.

fact "known_to_housing_options" { yesno, clause = "12.2/1",
  ask = "Has an officer of Housing Options dealt with the young person before?" }

stage "towards an application" {
  clause = "12.2/1", on = event "may be homeless or threatened",
  outcome "to the officer in the case" { clause = "12.2/1",
    when = { known_to_housing_options = true },
    refer { hoo, as = "go to the officer in the case", owner = { applicant, pa },
      clause = "12.2/1" } },
  outcome "no officer yet" { clause = "12.2/2", when = { known_to_housing_options = false },
    go "duty to refer" },
}

reading "the duty to refer" { clause = "12.2/2", law = "HA96 s.213B",
  chosen = "a duty, as in the Act",
  because = "12.2/2 says may, where there was no contact before; section 213B makes it a duty",
  options = { ["a duty, as in the Act"] = true,
    ["only where there was no contact before"] = false } }

decision "referred_on_consent" { hit = "first", clause = "12.2/2",
  { when = { known_to_housing_options = unknown }, value = true },
  { when = { known_to_housing_options = true }, value = reading "the duty to refer" },
  { when = { known_to_housing_options = false }, value = true },
}

stage "duty to refer" { patch = true, clause = "12.2/2", owner = pa,
  when = { referred_on_consent = true },
  refer { hot, as = "refer under the duty to refer", via = "housing mailbox", clause = "12.2/2",
    with_consent = consent "referral" },
}

-- 12.3 Prevention for who is threatened with homelessness, relief for who is homeless; and interim
-- accommodation for who is homeless and in priority need.

stage "homelessness application" { patch = true, clause = "12.3/1",
  when = { application_taken = true, applies_to_housing = true } }
stage "send the decision" { patch = true, clause = "12.3/1" }
stage "send the adverse decision" { patch = true, clause = "12.3/1" }

reading "interim accommodation begins" { clause = "12.3/2", law = "HA96 s.188(1)",
  chosen = "on reason to believe, as in the Act",
  because = "the text gives it to who has been assessed; section 188 asks for reason to believe",
  options = {
    ["on reason to believe, as in the Act"] = becomes { has_applied = true,
      reason_to_believe_homeless = true, reason_to_believe_eligible = true,
      reason_to_believe_priority_need = true, referral_stands = one_of { "none", "not made" } },
    ["once it is assessed"] = becomes { has_applied = true, homeless = true, eligible = true,
      priority_need = true, referral_stands = one_of { "none", "not made" } },
  } }

stage "interim accommodation" { patch = true, clause = "12.3/2",
  on = reading "interim accommodation begins" }

-- 12.4 The officer assesses, advises and works with the young person and the Personal Advisor; a
-- personalised housing plan is agreed.

stage "assessment and plan" { patch = true, clause = "12.4/1", with = pa }
stage "give the housing plan" { patch = true, clause = "12.4/2" }
notice "personalised housing plan" { patch = true, clause = "12.4/2" }

-- 12.5 Homes are scarce, and the young person is told so.

stage "what is likely" {
  clause = "12.5/2", owner = hoo, on = any { entered "prevention duty", entered "relief duty" },
  notify { applicant, as = "tell of the shortage of homes", clause = "12.5/2" },
}

-- 12.6 Prevention, then relief, each up to 56 days; then a decision on the main duty, which is no
-- promise of a permanent home.

stage "prevention duty" { patch = true, clause = "12.6/1" }
stage "prevention duty after 56 days" { patch = true, clause = "12.6/1" }
stage "tell that prevention has ended" { patch = true, clause = "12.6/1" }
stage "relief duty" { patch = true, clause = "12.6/1" }
stage "relief duty after 56 days" { patch = true, clause = "12.6/1" }
stage "tell that relief has ended" { patch = true, clause = "12.6/1" }

stage "main duty decision" { patch = true, clause = "12.6/2",
  deadline "decide on the main duty" { clause = "12.6/2",
    open = "on day 56, on day 57 or a reasonable time later is not said" },
}

stage "what the main duty is" {
  clause = "12.6/3", owner = hoo, on = any { entered "main duty decision", entered "main duty" },
  open = "who tells, and when, is not said",
  notify { applicant, as = "say that it is no permanent home", clause = "12.6/3" },
}

stage "main duty" { patch = true, clause = "12.6/4" }

-- 12.7 Homeless through a deliberate act or omission. Accommodation is then for a limited time,
-- from the day of the decision; the letter gives the reasons, the review and the day to leave.

param "typical stay" { ["2021-04-01"] = days(28), clause = "12.7/2" }

reading "typically up to 28 days" { clause = "12.7/2", against = "12.7/4", law = "HA96 s.190",
  chosen = "to the date in the letter",
  because = "12.7/4 has the letter give the date to leave; 'typically' makes 28 days the usual " ..
    "stay and no limit, and the Act asks for a reasonable chance to find a home",
  options = {
    ["to the date in the letter"] = fact "accommodation_until" + same_day,
    ["to the date in the letter, 28 days at most"] = any { fact "accommodation_until" + same_day,
      entered "intentionally homeless" + param "typical stay" + same_day },
    ["28 days"] = entered "intentionally homeless" + param "typical stay" + same_day,
  } }

stage "intentionally homeless" { patch = true, clause = "12.7/2",
  deadline "tell the day to leave" { clause = "12.7/4",
    met_by = met "send the finding of intentionality",
    outlives = true, open = "nothing bars a day before the time to ask for a review is over" },
  outcome "time is over" { clause = "12.7/2", on = reading "typically up to 28 days" },
}
stage "send the finding of intentionality" { patch = true, clause = "12.7/3" }

fact "notice_to_leave" { text, clause = "12.7/4",
  ask = "How much notice to leave does the letter give?" }

notice "intentionality letter" { patch = true, clause = "12.7/3", -- the text's "section 184 letter"
  { "What we decided", fact "decision_in_words" },
  { "Why", fact "decision_reasons" },
  { "When you have to leave", "We give you notice of", fact "notice_to_leave",
    ". You can stay where we have put you up until", fact "accommodation_until", "." },
  { "If you do not agree", "You can ask us to review this decision. Ask within 21 days. The day " ..
    "on which you get this letter is day 1. Your Personal Advisor can help you." },
}

reading "21 days to ask for a review" { clause = "12.7/5", law = "HA96 s.202(3)",
  chosen = "beginning with the day, as in the Act",
  because = "the text says within 21 days of the day of notification, which ends a day later",
  options = {
    ["beginning with the day, as in the Act"] = "beginning with",
    ["of the day, as in the text"]            = "of",
  } }

deadline "ask for a review of the decision" { patch = true, clause = "12.7/5",
  counting = reading "21 days to ask for a review" }

-- The text says no more of the review: who decides it, and in what time, is the Act's.

stage "review of the decision" { patch = true }

-- 12.8 Careful enquiries; a pre-intent letter, which can be answered; one of two managers
-- authorises the finding; the Group Manager can comment before it is final.

local hsr = role "Housing Solutions and Reviews Manager" { service = MH, clause = "12.8/3" }
local hhs = role "Head of Housing Services" { service = MH, clause = "12.8/3",
  open = "who signs is the Head of Strategic Housing, perhaps the same post" }
local gm = role "Group Manager (Leaving Care)" { service = CS, clause = "12.8/4" }
local sw = role "Social worker" { patch = true, clause = "12.8/2" }

fact "has_social_worker" { yesno, presumed = false, clause = "12.8/2",
  ask = "Does the young person have a social worker?" }

reading "the Personal Advisor or the social worker" { clause = "12.8/2",
  chosen = "the social worker, where there is one",
  because = "the letter goes to 'their PA or social worker'; who has both is not provided for",
  options = {
    ["the social worker, where there is one"] = true,
    ["the Personal Advisor all the same"]     = false,
  } }

decision "letter_to_social_worker" { hit = "first", clause = "12.8/2",
  { when = { has_social_worker = true },
    value = reading "the Personal Advisor or the social worker" },
  { when = { has_social_worker = false }, value = false },
}

notice "minded-to letter" { patch = true, clause = "12.8/2" } -- the text's "pre-intent letter"

reading "comment of leaving care" { clause = "12.8/4", against = "12.8/3",
  chosen = "asked for before the sign-off",
  because = "before the decision is final can mean before 12.8/3 or after it",
  options = {
    ["asked for before the sign-off"] = left("authorisation", "authorised"),
    ["asked for before the letter"]   = met "send the finding of intentionality",
  } }

stage "minded to find intentionality" { patch = true, clause = "12.8/2",
  open = "how long there is to answer is not said",
  deadline "careful enquiries" { clause = "12.8/1", open = "what is careful is judgement" },
  notify { applicant, notice = "minded-to letter", as = "send the minded-to letter",
    clause = "12.8/2" },
  notify { pa, notice = "minded-to letter", as = "send it to the Personal Advisor",
    clause = "12.8/2", when = { letter_to_social_worker = false } },
  notify { sw, notice = "minded-to letter", as = "send it to the social worker", clause = "12.8/2",
    when = { letter_to_social_worker = true } },
  notify { gm, as = "ask the Group Manager to comment", clause = "12.8/4",
    by = reading "comment of leaving care" },
  go "comment of leaving care",
  outcome "finding made" { clause = "12.7/1", go "authorisation" },
  outcome "no finding" { clause = "12.8/1" },
}

stage "authorisation" {
  clause = "12.8/3", owner = any { hsr, hhs }, not_by = "minded to find intentionality",
  outcome "authorised" { clause = "12.8/3",
    go { "intentionally homeless", "send the finding of intentionality" } },
  outcome "not authorised" { clause = "12.8/3", go "main duty decision" },
}

stage "comment of leaving care" {
  clause = "12.8/4", owner = gm, open = "no days to comment; the comment does not bind",
  outcome "commented" { clause = "12.8/4" },
  outcome "decided without" { clause = "12.8/4", on = left("authorisation", "authorised") },
}

----------------------------------------------------------------------------------------------------
-- Not from the text: whoever presents as homeless at 16 or 17
----------------------------------------------------------------------------------------------------

-- The text has no track for them. The Children Act comes first, from either door, and none of it can
-- be left out by a protocol. Each of these rules cites the section or guidance that it stands on.

local LAW = "not in the text: the law alone; the text has no track for who presents at 16 or 17"

stage "16 or 17: no track in this text, the law alone follows" {
  clause = "title", on = event "presents homeless", when = { age = between(16, 17) }, open = LAW, because = LAW,
}
stage "presents at 16 or 17" { patch = true, because = LAW }
stage "goes to housing as well" { patch = true, because = LAW, when = { application_taken = true } }
stage "safe tonight at 16 or 17" { patch = true, because = LAW }
stage "assessment at 16 or 17" { patch = true, because = LAW }
stage "accommodated under section 20" { patch = true, because = LAW }
stage "housing help at 16 or 17" { patch = true, because = LAW }
stage "turned 18 in the assessment" { patch = true, because = LAW }
stage "approaching 18" { patch = true, because = LAW }
always "a bed tonight at 16 or 17" { patch = true, because = LAW }

----------------------------------------------------------------------------------------------------
-- 13. Dispute resolution
----------------------------------------------------------------------------------------------------

-- Two rungs, and no time for either: the Personal Advisor and the officer of the case, if there is
-- one; then managers of both sides. By subject the officer is of the Rehousing Team, or of Housing
-- Options.

local rehousing = role "Rehousing Team"             { service = MH, clause = "13.1/2" }
local ltm       = role "Leaving Care Team Manager"  { service = CS, clause = "13.1/3" }
local rtm       = role "Rehousing Team Manager"     { service = MH, clause = "13.1/3" }

event "difference over Homechoice or supported accommodation" { clause = "13.1/2" }
event "difference over a homelessness application" { clause = "13.1/2" }

ladder "difference over a home" { clause = "13.1/1",
  { owner = { pa, rehousing }, clause = "13.1/2" },
  { owner = { ltm, rtm }, clause = "13.1/3" },
}
ladder "difference over homelessness" { clause = "13.1/1",
  { owner = { pa, hot }, clause = "13.1/2" },
  { owner = { ltm, hsr }, clause = "13.1/3" },
}

stage "difference over a home" {
  clause = "13.1/1", owner = { pa, rehousing }, ladder = "difference over a home",
  on = event "difference over Homechoice or supported accommodation",
  open = "who stands in where no housing officer is in the case is not said",
  outcome "as leaving care proposes" { clause = "13.1/1" },
  outcome "as housing proposes" { clause = "13.1/1" },
}

stage "difference over homelessness" {
  clause = "13.1/1", owner = { pa, hot }, ladder = "difference over homelessness",
  on = event "difference over a homelessness application",
  open = "who stands in where no housing officer is in the case is not said",
  outcome "as leaving care proposes" { clause = "13.1/1" },
  outcome "as housing proposes" { clause = "13.1/1" },
}

-- The manager of the second rung may be the one who authorised what is in dispute.

fact "authorised_and_arbitrates" { yesno, clause = "13.1/3",
  ask = "Did the manager who is to settle the dispute authorise the decision in dispute?" }

reading "one manager in both parts" { clause = "13.1/3", against = "12.8/3",
  chosen = "is not barred",
  because = "by 12.8/3 a manager authorises findings; by 13.1/3 the same one settles disputes",
  options = { ["is not barred"] = false, ["is barred"] = true } }

decision "both_parts_barred" { hit = "first", clause = "13.1/3",
  { when = { authorised_and_arbitrates = true }, value = reading "one manager in both parts" },
  { when = { authorised_and_arbitrates = false }, value = false },
}

never "one manager authorises and settles" { clause = "13.1/3",
  that = { authorised_and_arbitrates = true, both_parts_barred = true } }

----------------------------------------------------------------------------------------------------
-- 14. Monitoring and review
----------------------------------------------------------------------------------------------------

-- Monitoring and review belong to a case that stands for the services. A year of the protocol
-- begins in April, the first in 2021; a quarter of the calendar is one of the financial year too.

local gm16 = role "16+ Leaving Care Group Manager" { service = CS, clause = "14.1/1",
  open = "perhaps the Group Manager of 12.8" }
local rep = role "Housing Rep" { service = MH, clause = "14.1/1", open = "no named post" }

event "year of the protocol begins" { clause = "14.2" }
event "monitored at the Corporate parenting subgroup" { clause = "14.1/1" }
event "protocol reviewed" { clause = "14.2" }

reading "on a quarterly basis" { clause = "14.1/1", chosen = "once in each quarter",
  because = "it can be once in each quarter, or three months at most from one time to the next",
  options = { ["once in each quarter"] = "quarter", ["three months at most"] = months(3) } }

deadline "quarterly monitoring" { clause = "14.1/1", owner = { gm16, rep },
  from = event "year of the protocol begins", every = reading "on a quarterly basis",
  met_by = event "monitored at the Corporate parenting subgroup",
  open = "whose quarters are not said: those of the calendar are those of the financial year, too" }

measure "care leavers presenting as homeless" { clause = "14.1/2", per = "quarter",
  count = event "presents homeless", split = "care_leaver",
  open = "who comes twice is counted twice" }

reading "own tenancies" { clause = "14.1/3", against = "14.1/4",
  chosen = "private and social alike",
  because = "14.1/3 overlaps with 14.1/4 and 14.1/6, unless only social homes are allocated",
  options = {
    ["private and social alike"] = any { left("licence or tenancy", "private sector"),
      left("licence or tenancy", "general needs social housing") },
    ["social only"] = left("licence or tenancy", "general needs social housing"),
  } }

measure "own tenancies" { clause = "14.1/3", per = "quarter", count = reading "own tenancies" }
measure "private sector" { clause = "14.1/4", per = "quarter",
  count = left("licence or tenancy", "private sector") }
measure "supported accommodation" { clause = "14.1/5", per = "quarter",
  count = left("licence or tenancy", "supported accommodation") }
measure "general needs social housing" { clause = "14.1/6", per = "quarter",
  count = left("licence or tenancy", "general needs social housing") }

reading "annually" { clause = "14.2", chosen = "once in each year from April",
  because = "the years begin in April; a review in each, or a year at most from one to the next",
  options = { ["once in each year from April"] = "financial year", ["a year at most"] = years(1) } }

deadline "yearly review" { clause = "14.2", owner = { CS, MH }, every = reading "annually",
  from = event "year of the protocol begins", met_by = event "protocol reviewed",
  open = "who carries it out, and whether April 2021 itself saw the first, is not said" }

----------------------------------------------------------------------------------------------------
-- Clauses without a rule
----------------------------------------------------------------------------------------------------

not_run { "1.1", "1.2/1", "1.4", "1.5", "2/1", "2/2", "2/3", "2/4", because = "principle" }
not_run { "3/1", "3/2", "3/3", "3/4", "4/1", "4/2", "4/3", because = "principle" }
not_run { "5.a", "5.c", "5.d", "5.f", "11.1/1", "12.5/1", because = "principle" }
not_run { "4/4", "8.3", "12.8/5",
  because = "points to the pledge in appendix 3, which is not in the text" }
not_run { "6.1/1", because = "names the law that it stands on" }
not_run { "6.4/2", because = "says the same as 1.2" }
not_run { "6.8", because = "says where the council's website has advice" }
not_run { "12.3/3", because = "points to a charity's page; stdlib holds the categories" }
not_run { "signatories", because = "names the two posts that sign" }
not_run { "appendix-1", because = "the consent form: named by the text, but not in it" }
not_run { "appendix-2", because = "the list of documents: named by the text, but not in it" }
not_run { "appendix-3", because = "the pledges: named by the text, but not in it" }
