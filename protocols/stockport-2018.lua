-- Stockport, 2018: partnership agreement between Stockport Homes Group and Stockport Council on
-- young people who need somewhere to live.
--
-- Part one, section 2, is for young people leaving care; part two, section 3, for homeless 16 and
-- 17 year olds. A case runs through part one once it is known that a young person may move on from
-- care, through part two once one presents as homeless.
--
-- Clause ids are those of clauses/stockport-2018.tsv. The document bears no date; the year is
-- inferred from the homelessness code of 2018, which it cites.

protocol "stockport-2018" {
  council = "Stockport", effective = "2018-01-01", clauses = "stockport-2018",
}

-- 1.5 The law behind it. Part two tells the law of homeless 16 and 17 year olds in its own words, and
-- not always as the law has it: what runs is the text, and each such rule names its law and says where
-- they differ.

require "law"

----------------------------------------------------------------------------------------------------
-- 1. Introduction: who acts
----------------------------------------------------------------------------------------------------

-- 1.4 Stockport Family at the Council, and the Housing Options Team at Stockport Homes.

local SF  = service "Stockport Family"      { clause = "1.4/1" }
local SHG = service "Stockport Homes Group" { clause = "1.4/1" }

local sw   = role "Social worker" { service = SF }
local mash = role "MASH"          { service = SF } -- the multi-agency safeguarding hub
local lsl  = role "Locality Services Leader" { service = SF, clause = "3.10/2",
  open = "the text does not say on which side this post is" }
local pa   = role "Personal adviser"        { service = SF, clause = "2.5/1" }
local lct  = role "Leaving Care Team"       { service = SF, clause = "2.10/1" }
local hoo  = role "Housing Options Officer" { service = SHG }
-- 2.4 One of them is designated to work with care leavers.
local dhoo = role "Housing Options Officer for care leavers" { service = SHG, clause = "2.4/1" }
local area_team = role "Area housing team"  { service = SHG, clause = "2.7/3" }
local adult     = role "Suitable adult"     { clause = "2.10/1" } -- who is suitable is not said
local mediator = role "Mediation Service"   { service = SHG, cover = hoo, clause = "3.5/1" }

local sf_line     = role "Line manager, Stockport Family"    { service = SF, clause = "3.12" }
local shg_line    = role "Line manager, Stockport Homes"     { service = SHG, clause = "3.12" }
local sf_manager  = role "Service Manager, Stockport Family" { service = SF, clause = "3.12" }
local shg_manager = role "Service Manager, Stockport Homes"  { service = SHG, clause = "3.12" }

-- 1.1 and 1.6: part two is for those aged 16 or 17. Each guard below says so with
-- `age = between(16, 17)`, and each stage ends by itself on the 18th birthday unless a duty under
-- the Housing Act runs. Somebody who is looked after already and faces homelessness fits both
-- parts, and the text gives neither precedence; such a person has an open case, so 3.3 takes them.

----------------------------------------------------------------------------------------------------
-- PART ONE. 2. Young people leaving care
----------------------------------------------------------------------------------------------------

-- 1.1 Whom part one is for. No upper age is named, and no residence is asked for.

decision "leaving_care" { hit = "first", clause = "1.1",
  open = "no upper age and no residence test; any status of the leaving-care law is read as enough",
  { when = { care_status = "none" }, value = false },
  { when = { care_status = known }, value = true },
}

-- 2.1 The pathway plan deals with accommodation, and the young person takes full part in choosing.
-- 2.11 Support needs are assessed one by one, and the plan answers them.

fact "may_move_on" { yesno, clause = "2.4/1",
  ask = "May the young person be moving from care towards living independently?" }

-- 2.4 Between the ages of 16 and 17 the Housing Options Officer is invited to take part.

reading "between 16 and 17" { clause = "2.4/1", chosen = "until the 18th birthday",
  options = {
    ["until the 18th birthday"] = turns(18), -- while 16 or 17
    ["until the 17th birthday"] = turns(17),
  } }

stage "pathway planning" {
  clause = "2.1/2", owner = any { sw, pa }, duty = "plan accommodation with the young person",
  on = becomes { may_move_on = true, age = at_least(16) }, when = { leaving_care = true },
  open = "who may move on is judgement; how planning ends is not said",
  deadline "accommodation in the pathway plan" { clause = "2.1/2",
    open = "what shows full involvement is not said; families and carers join where relevant" },
  deadline "support needs in the pathway plan" { clause = "2.11" },
  deadline "invite the Housing Options Officer" { clause = "2.4/1", owner = SF,
    by = reading "between 16 and 17", open = "who sends the invitation is not said" },
}

-- The Housing Options Officer is the contact for housing advice, and trains Stockport Family when
-- asked. No time is set for either.

event "asks for housing advice" { clause = "2.4/2" }
event "training asked for" { clause = "2.4/5" }

deadline "housing advice" { clause = "2.4/2", owner = dhoo, from = event "asks for housing advice",
  when = { leaving_care = true },
  open = "'they' may be workers, young people or both; read as whoever asks for a care leaver" }
deadline "training on housing" { clause = "2.4/5", owner = dhoo,
  from = event "training asked for" }

-- The weekly drop-in is there for whoever wants advice. It is a service to many, so it is a duty
-- in a case only from the moment that this young person, or a worker on their behalf, turns to it.

event "turns to the drop-in" { clause = "2.4/4" }
event "no longer uses the drop-in" { clause = "2.4/4" }

deadline "weekly drop-in" { clause = "2.4/4", owner = dhoo,
  from = event "turns to the drop-in", every = weeks(1), when = { leaving_care = true },
  ends = event "no longer uses the drop-in",
  open = "no weekday or hours; a week is read as at most 7 days from one session to the next" }

-- 2.4 The Panel meets every fortnight, and the Housing Options Officer attends. No date is given
-- for any session. "Two a month" makes 24 a year, half a month apart.

reading "fortnightly" { clause = "2.4/3", chosen = "every 14 days",
  options = { ["every 14 days"] = weeks(2), ["two a month"] = days(15) } }

panel "Accommodation Panel" { clause = "2.4/3", every = reading "fortnightly",
  members = { SF, dhoo }, open = "weekday, quorum and the other members are not said" }

fact "officer_at_panel" { yesno, presumed = true, clause = "2.4/6",
  ask = "Was the Housing Options Officer for care leavers at the Panel?",
  open = "no deputy is named" }

never "a Panel without the Housing Options Officer" { clause = "2.4/6",
  that = { officer_at_panel = false } }

-- 2.5 The personal adviser refers to the Panel: perhaps near the 18th birthday, perhaps later.

event "own tenancy considered" { clause = "2.5/1" }

fact "skills_completed" { yesno, clause = "2.5/2",
  ask = "Has the young person completed the 12 week SKILLS programme?" }
fact "training_engaged" { yesno, clause = "2.5/2",
  ask = "Has the young person engaged with the tenancy ready training of Stockport Homes?" }
fact "readiness_waived" { yesno, presumed = false, clause = "2.5/2",
  ask = "Has this young person been excused from the programme or the training?",
  open = "'usually': who may excuse anybody is not said" }

decision "tenancy_ready" { hit = "first", clause = "2.5/2",
  { when = { readiness_waived = true }, value = true },
  { when = { skills_completed = true, training_engaged = true }, value = true },
  { when = otherwise, value = false },
}

reading "tenancy-ready work is done by" { clause = "2.5/2", chosen = "the search for a home",
  options = {
    ["the referral"]          = "referral",
    ["the Panel"]             = "Panel",
    ["the search for a home"] = "search",
  } }

decision "work_done_by" { hit = "first", clause = "2.5/2",
  { when = { leaving_care = true }, value = reading "tenancy-ready work is done by" },
}

stage "referral" {
  clause = "2.5/1", owner = pa, on = event "own tenancy considered", when = { leaving_care = true },
  open = "no lead time before 18 and no last date",
  outcome "referred" { clause = "2.5/1",
    when = { any { tenancy_ready = true, work_done_by = one_of { "Panel", "search" } } },
    refer { SF, as = "refer to the Accommodation Panel", clause = "2.5/1" },
    go "own tenancy at Panel" },
  -- 2.2 A direct offer of a social tenancy may be one element; it need not be.
  outcome "another way of living" { clause = "2.2/1",
    open = "no test says who gets a direct offer, beside readiness and the Panel" },
}

-- 2.5 Nobody is rehoused before being ready and able: the key objective, not stated as a bar.

fact "ready_for_a_tenancy" { yesno, presumed = true, clause = "2.5/5",
  ask = "Is the young person ready for a tenancy and able to manage it?",
  open = "a judgement without a test; taken as met unless somebody finds otherwise" }

reading "only rehoused when ready" { clause = "2.5/5", chosen = "a bar",
  options = { ["a bar"] = false, ["an aim"] = true } }

-- The Panel accepts, its representative of Stockport Homes included: a veto, or one voice?

fact "housing_agrees" { yesno, presumed = true, clause = "2.5/3",
  ask = "Does the representative of Stockport Homes accept the referral?" }

reading "without the representative of Stockport Homes" { clause = "2.5/3", chosen = "not accepted",
  options = { ["not accepted"] = false, ["accepted by the others"] = true } }

decision "panel_may_accept" { hit = "first", clause = "2.5/3",
  { when = { work_done_by = one_of { "referral", "Panel" }, tenancy_ready = false },
    value = false, clause = "2.5/2" },
  { when = { ready_for_a_tenancy = false }, value = reading "only rehoused when ready",
    clause = "2.5/5" },
  { when = { housing_agrees = false },
    value = reading "without the representative of Stockport Homes" },
  { when = otherwise, value = true },
}

stage "own tenancy at Panel" {
  clause = "2.5/3", panel = "Accommodation Panel", with = dhoo,
  open = "whether the Housing Options Officer is that representative, and what follows a rejection",
  -- With a session every fortnight, the next is never further off than a fortnight.
  deadline "Panel sits" { clause = "2.4/3", owner = SF, within = reading "fortnightly" },
  outcome "accepted" { clause = "2.5/3", when = { panel_may_accept = true },
    notify { applicant, as = "set up the appointment", clause = "2.5/4" } },
  outcome "not accepted" { clause = "2.5/3" }, -- leads nowhere; another referral begins again
}

-- An appointment follows once the referral is accepted and a housing application completed, in
-- whichever order. 2.6 There the young person is asked to let Stockport Homes share information.

event "housing application completed" { clause = "2.5/4" }

consent "sharing" { clause = "2.6/1",
  ask = "Does the young person agree in writing that trouble with the new home is shared?" }

stage "appointment with the Housing Options Officer" {
  clause = "2.5/4", owner = dhoo, with = applicant,
  on = all { left("own tenancy at Panel", "accepted"), event "housing application completed" },
  open = "no number of days; who sets it up and who helps with the application is not said",
  deadline "ask for consent to share" { clause = "2.6/1", outlives = true,
    by = left "appointment with the Housing Options Officer",
    when = { sharing = "not asked" },
    met_by = becomes { sharing = one_of { "asked", "given", "refused" } },
    open = "read as the appointment of 2.5; one consent, or one for each kind of news" },
  outcome "work agreed" { clause = "2.7/1", go "tenancy-ready work" },
  outcome "no work agreed" { clause = "2.7/1", go "property search",
    open = "whether the work is passed over where none was agreed is not said" },
}

-- Consent is never a condition of being rehoused: no guard below reads it.

fact "consent_made_a_condition" { yesno, presumed = false, clause = "2.6/4",
  ask = "Was a home held back because the young person did not consent?" }

never "a home for consent only" { clause = "2.6/4", that = { consent_made_a_condition = true } }

-- The marker on the housing database, which tells staff to get in touch with Stockport Family.

reading "marker is set" { clause = "2.6/2", chosen = "when consent is given",
  options = {
    ["when consent is given"]     = becomes { sharing = "given" },
    ["when the tenancy is given"] = all { left "sign-up", becomes { sharing = "given" } },
  } }

reading "when consent is withdrawn" { clause = "2.6/5", chosen = "the marker goes",
  options = {
    ["the marker goes"]                = becomes { sharing = "withdrawn" },
    ["the marker stays, for the file"] = left "tenancy",
  } }

fact "marked" { yesno, presumed = false, clause = "2.6/2",
  ask = "Is there a marker for a care leaver on the housing database?" }

stage "marker" {
  clause = "2.6/2", owner = SHG, duty = "marker on the housing database",
  on = reading "marker is set", when = { sharing = "given", leaving_care = true },
  open = "when it ends is not said, nor what becomes of news shared before a withdrawal",
  set { marked = true },
  notify { SHG, as = "set the marker", with_consent = consent "sharing", clause = "2.6/2" },
  outcome "withdrawn" { clause = "2.6/5", on = reading "when consent is withdrawn",
    set { marked = false } },
}

stage "tenancy-ready work" {
  clause = "2.7/1", owner = any { sw, pa }, open = "whose work it is to say so is not said",
  outcome "completed" { clause = "2.7/1", go "property search" },
}

-- 2.7 The search. 2.3 Most homes are studios or have one bedroom; with children, a family home.

reading "expecting a child" { clause = "2.3/2", chosen = "studio or one bedroom",
  options = {
    ["studio or one bedroom"] = "studio or one bedroom",
    ["family home"]           = "family home",
  } }

decision "home_size" { hit = "first", clause = "2.3/2",
  open = "'majority' is a forecast; who refers for a family home is not said",
  { when = { is_parent = true }, value = "family home" },
  { when = { pregnant = true }, value = reading "expecting a child" },
  { when = otherwise, value = "studio or one bedroom" },
}

fact "supply_too_short" { yesno, presumed = false, clause = "2.7/4",
  ask = "Is supply in the chosen area so short that waiting for it would be untenable?" }
fact "in_chosen_area" { yesno, clause = "2.7/2",
  ask = "Is the home in an area that the young person chose?" }

role "Other social landlords" { clause = "2.7/1" }

stage "property search" {
  clause = "2.7/1", owner = dhoo, duty = "seek a home in an area of choice",
  deadline "tell of short supply" { clause = "2.7/4", when = { supply_too_short = true },
    open = "no measure of an untenable wait; read as known when the search begins" },
  outcome "found with Stockport Homes" { clause = "2.7/1", when = { may_offer = true },
    go "offer" },
  outcome "found with another landlord" { clause = "2.7/1", when = { may_offer = true },
    refer { "Other social landlords", clause = "2.7/1" }, go "offer",
    open = "how another landlord makes its offer is not said; read as the same letter" },
}

-- The offer. No contents are named for the letter beyond "standard", and no time to accept.

notice "standard offer letter" { clause = "2.7/3" }

stage "offer" {
  clause = "2.7/3", owner = applicant,
  open = "no time to accept; details confirmed before or after the letter, in person or not; "
    .. "'social worker or adviser' is read as the adviser",
  notify { applicant, notice = "standard offer letter", as = "send the offer letter",
    owner = area_team, clause = "2.7/3" },
  notify { applicant, as = "confirm the offer with the young person", owner = dhoo,
    clause = "2.7/5" },
  notify { pa, as = "confirm the offer with the adviser", owner = dhoo, clause = "2.7/5" },
  outcome "accepted" { clause = "2.7/3" },
  outcome "refused" { clause = "2.8/1", go "property search" }, -- no penalty: the search goes on
}

-- 2.8 No penalty for refusing; and after several refusals the Panel may limit further offers. Is
-- the limit itself a penalty? If it is, the two sentences cannot both stand.

reading "how many refusals are several" { clause = "2.8/2", chosen = "two",
  options = { ["two"] = 2, ["three"] = 3 } }

reading "no penalty, and yet a limit" { clause = "2.8/2", against = "2.8/1",
  chosen = "a limit is no penalty",
  options = { ["a limit is no penalty"] = true, ["a limit is a penalty"] = false } }

decision "panel_may_limit" { hit = "first", clause = "2.8/2",
  { when = { leaving_care = true }, value = reading "no penalty, and yet a limit" },
}

fact "offers_limited" { yesno, presumed = false, clause = "2.8/2",
  ask = "Has the Panel limited further offers?" }
fact "offers_in_all" { integer(1, 99), clause = "2.8/2",
  ask = "How many offers in all does the Panel allow?" }

decision "may_offer" { hit = "first", clause = "2.7/1",
  { when = { work_done_by = "search", tenancy_ready = false }, value = false, clause = "2.5/2" },
  { when = { offers_limited = true, times(entered "offer", at_least(fact "offers_in_all")) },
    value = false, clause = "2.8/2" },
  { when = otherwise, value = true },
}

stage "refusals at Panel" {
  clause = "2.8/2", panel = "Accommodation Panel", with = dhoo, on = left("offer", "refused"),
  when = { times(left("offer", "refused"),
    at_least(reading "how many refusals are several")) },
  open = "form, length and appeal of the limit are not said; read as a number of offers in all",
  deadline "Panel looks at the refusals" { clause = "2.4/3", owner = SF,
    within = reading "fortnightly" },
  outcome "offers limited" { clause = "2.8/2", when = { panel_may_limit = true },
    set { offers_limited = true } },
  outcome "not limited" { clause = "2.8/1", set { offers_limited = false } },
}

-- 2.10 Nobody goes alone to a viewing or to sign up. Stockport Homes tells the leaving care team of
-- these appointments; as the team must find somebody to go along, before they take place.

event "viewing booked" { clause = "2.10/2" }
event "sign-up booked" { clause = "2.10/2" }
event "accompanied to sign up" { clause = "2.10/1" }

reading "an appointment without company" { clause = "2.10/1", chosen = "goes ahead",
  options = { ["goes ahead"] = true, ["does not go ahead"] = false } }

decision "may_go_alone" { hit = "first", clause = "2.10/1",
  expected = { gap = "part one is for care leavers; it says nothing of another's viewing" },
  { when = { leaving_care = true }, value = reading "an appointment without company" },
}

stage "viewing" {
  clause = "2.10/1", owner = any { pa, adult }, on = event "viewing booked",
  notify { lct, as = "tell of the viewing", owner = SHG, by = left "viewing", clause = "2.10/2" },
  -- A viewing that did not take place needed no company.
  deadline "company at the viewing" { clause = "2.10/1", owner = lct, outlives = true,
    by = any { left("viewing", "accompanied"), left("viewing", "went alone") },
    met_by = left("viewing", "accompanied") },
  outcome "accompanied" { clause = "2.10/1" },
  outcome "went alone" { clause = "2.10/1", when = { may_go_alone = true } },
  outcome "did not take place" { clause = "2.10/1" },
}

-- 2.9 A tenant under 18 has an equitable tenancy, for the law lets no child hold another.

stage "sign-up" {
  clause = "2.10/1", owner = SHG, with = any { pa, adult }, on = event "sign-up booked",
  notify { lct, as = "tell of the sign-up", owner = SHG, by = left "sign-up", clause = "2.10/2" },
  deadline "company at the sign-up" { clause = "2.10/1", owner = lct, by = left "sign-up",
    met_by = event "accompanied to sign up", outlives = true },
  outcome "equitable tenancy" { clause = "2.9/1", when = { age = under(18) },
    go "equitable tenancy" },
  outcome "introductory or secure tenancy" { clause = "2.9/3", when = { age = at_least(18) },
    go "tenancy" },
  outcome "not signed" { clause = "2.10/1" },
}

fact "tenancy" { one_of { "none", "equitable", "introductory or secure" }, presumed = "none",
  clause = "2.9/1", ask = "Which tenancy does the young person hold?" }

reading "conversion at 18" { clause = "2.9/2", chosen = "by itself",
  options = { ["by itself"] = turns(18), ["by a new signature"] = event "signs tenancy" } }

stage "equitable tenancy" {
  clause = "2.9/1", owner = SHG, duty = "equitable tenancy",
  open = "who holds the legal title meanwhile is not said",
  set { tenancy = "equitable" },
  place { "own tenancy", provider = "Stockport Homes Group", as = "home for a tenant under 18",
    clause = "2.9/1" },
  deadline "conversion" { clause = "2.9/2", within = same_day, from = turns(18) },
  outcome "converted" { clause = "2.9/2", on = reading "conversion at 18", meets = true,
    when = { age = at_least(18) }, go "tenancy",
    open = "into which of the two, and whether an introductory year runs from here, is not said" },
  outcome "possession" { clause = "2.12/5", when = { may_take_possession = true }, voids = true,
    set { tenancy = "none" }, close "tenancy lost" },
}

stage "tenancy" {
  clause = "2.9/2", owner = SHG, open = "no end or upper age is named",
  duty = "introductory or secure tenancy",
  place { "own tenancy", provider = "Stockport Homes Group", as = "home for a tenant",
    when = { tenancy = "none" }, clause = "2.7/3" },
  set { tenancy = "introductory or secure" },
  outcome "possession" { clause = "2.12/5", when = { may_take_possession = true },
    set { tenancy = "none" }, close "tenancy lost" },
}

never "a tenancy that a child cannot hold" { clause = "2.9/3",
  that = { tenancy = "introductory or secure", age = under(18) } }

-- 2.12 Trouble with a tenancy. The marker tells staff to contact Stockport Family; but the marker
-- hangs on a consent that may be refused, and the text does not say what staff do without it.

event "problem with the tenancy" { clause = "2.12/1" }

reading "a problem where there is no marker" { clause = "2.12/1", against = "2.6/4",
  chosen = "nobody is told",
  options = { ["nobody is told"] = false, ["Stockport Family is told"] = true } }

decision "tell_stockport_family" { hit = "first", clause = "2.12/1",
  expected = { gap = "part one is for care leavers; it says nothing of another's tenancy" },
  { when = { marked = true }, value = true },
  { when = { leaving_care = true }, value = reading "a problem where there is no marker" },
}

stage "tenancy problem" {
  clause = "2.12/1", owner = SHG, on = event "problem with the tenancy",
  when = { tenancy = one_of { "equitable", "introductory or secure" } },
  open = "no time is set",
  notify { SF, as = "contact Stockport Family", when = { tell_stockport_family = true },
    clause = "2.12/1" },
  deadline "give the Housing Options Officer's details" { clause = "2.12/2", owner = SHG,
    open = "to whom they are given is not said" },
  outcome "resolved" { clause = "2.12/2" },
  outcome "serious" { clause = "2.12/3", voids = true },
}

-- Where possession or other serious enforcement is a possible outcome, the Housing Options Officer
-- arranges a formal meeting. It does not wait for the Panel.

event "possession considered" { clause = "2.12/3" }
event "notice seeking possession" { clause = "2.12/3" }

reading "possession is a possible outcome" { clause = "2.12/3", chosen = "once it is considered",
  options = {
    ["once it is considered"] = event "possession considered",
    ["once notice is served"] = event "notice seeking possession",
  } }

stage "formal meeting" {
  clause = "2.12/3", owner = dhoo, with = any { sw, pa },
  on = reading "possession is a possible outcome",
  when = { tenancy = one_of { "equitable", "introductory or secure" } },
  open = "no time is set; who decides if the meeting is split is not said",
  refer { dhoo, as = "ask for the formal meeting", owner = SHG, clause = "2.12/3" },
  deadline "formal meeting" { clause = "2.12/3" },
  outcome "a way forward" { clause = "2.12/4" },
  outcome "alternatives" { clause = "2.12/4", go "other options" },
  outcome "none agreed" { clause = "2.12/4" },
}

stage "other options" {
  clause = "2.12/4", owner = any { sw, pa }, duty = "look at alternatives to the tenancy",
  open = "who looks for them, and what becomes of the tenancy meanwhile, is not said",
  outcome "moved on" { clause = "2.12/4", set { tenancy = "none" },
    stop { "equitable tenancy", "tenancy" }, close "moved on from the tenancy" },
  outcome "tenancy kept" { clause = "2.12/4" },
}

reading "a last resort" { clause = "2.12/5", chosen = "after the formal meeting",
  options = { ["after the formal meeting"] = false, ["when nothing else is left"] = true } }

decision "may_take_possession" { hit = "first", clause = "2.12/5",
  expected = { gap = "part one is for care leavers; it says nothing of another's tenancy" },
  { when = { times(left "formal meeting", at_least(1)) }, value = true },
  { when = { leaving_care = true }, value = reading "a last resort" },
}

-- 2.6 The marker lets reports be run on growing arrears and on housing benefit that is not in
-- payment. A tenancy is in them while it is marked; nobody runs them on a day that the text names.

event "rent arrears grow" { clause = "2.6/3" }
event "housing benefit not in payment" { clause = "2.6/3" }

fact "last_reported" { one_of { "nothing", "rent arrears", "housing benefit" },
  presumed = "nothing", clause = "2.6/3",
  ask = "What did the last report on marked tenancies show of this one?" }

stage "arrears in the report" {
  clause = "2.6/3", on = event "rent arrears grow", when = { marked = true },
  open = "how often, to whom, and from which sum of arrears is not said",
  set { last_reported = "rent arrears" },
}

stage "housing benefit in the report" {
  clause = "2.6/3", on = event "housing benefit not in payment", when = { marked = true },
  set { last_reported = "housing benefit" },
}

-- 2.3 If the number of homes will differ much from before, Stockport Homes is told as the financial
-- year begins. This concerns all young people at once: it runs in a case that stands for the
-- service, whose record says each year that the year begins.

event "financial year begins" { clause = "2.3/3" }
fact "numbers_change" { yesno, presumed = false, clause = "2.3/3",
  ask = "Will the number of homes wanted this year differ significantly?" }

stage "start of the financial year" {
  clause = "2.3/3", owner = SF, on = event "financial year begins",
  when = { numbers_change = true },
  open = "'significant' has no threshold, and who tells is not said; the start is read as its day",
  notify { SHG, as = "tell of changed numbers", within = same_day, clause = "2.3/3" },
}

----------------------------------------------------------------------------------------------------
-- PART TWO. 3. Homeless young people aged 16 and 17
----------------------------------------------------------------------------------------------------

-- 3.1 A homeless 16 or 17 year old is taken to be a child in need, in almost all circumstances.

fact "in_need" { yesno, presumed = true, clause = "3.1/2", law = "R (G) v Southwark",
  open = "the presumption can be rebutted; the text does not say by what evidence" }

-- 3.2 The young person may decline what Stockport Family offers, knowing what that means.

consent "care" { clause = "3.2",
  ask = "Does the young person agree to be accommodated by Stockport Family?" }

-- The guidance of that year has an advocate offered as well; the text has none, and is run as it is.

decision "informed_refusal" { hit = "first", clause = "3.2", law = "R (G) v Southwark",
  open = "who judges capacity, whether advice must be independent, how both are recorded; no advocate",
  { when = { care = one_of { "refused", "withdrawn" }, made_fully_aware = true, capacity = true },
    value = true, clause = "3.4/4" },
  { when = otherwise, value = false, clause = "3.2" },
}

-- 3.3 Either service may be approached. Without an open case: to Housing Options at Stockport
-- Homes. With one: to the social worker who holds it.

event "presents homeless" { clause = "3.3/3" }
event "comes to Housing Options" { clause = "3.3/1" } -- after being signposted there

fact "approached" { one_of { "housing", "children's services" },
  presumed = "housing", clause = "3.3/3" }
fact "open_case" { yesno, presumed = false, clause = "3.3/1",
  ask = "Does Stockport Family have an open case for the young person?" }

-- Told where to go, or handed over? It decides when mediation begins.
reading "signposting" { clause = "3.3/1", chosen = "told where to go",
  options = {
    ["told where to go"] = event "comes to Housing Options",
    ["handed over"]      = met "signpost to Housing Options",
  } }

stage "signposting" {
  clause = "3.3/1", owner = SF, on = event "presents homeless",
  when = { age = between(16, 17), approached = "children's services", open_case = false },
  notify { applicant, as = "signpost to Housing Options", clause = "3.3/1" },
  outcome "reaches Housing Options" { clause = "3.3/1",
    on = reading "signposting", when = { listed_steps = true }, go "mediation" },
  outcome "turned 18" { clause = "1.1", on = turns(18), go "adult application" },
}

stage "own social worker" {
  clause = "3.3/2", owner = sw, on = event "presents homeless",
  when = { age = between(16, 17), open_case = true },
  open = "no steps are listed for an open case; the referral of 3.6 is read as open to all",
  refer { sw, as = "refer to own social worker", clause = "3.3/2" },
  outcome "prevented" { clause = "3.5/3", when = { welfare_concern = false },
    close "homelessness prevented" },
  outcome "still homeless" { clause = "3.6/1", go { "joint assessment", "interim placement" } },
  outcome "turned 18" { clause = "1.1", on = turns(18), go "adult application" },
}

-- 3.4 The steps for a young person who is not known to Stockport Family: mediation; joint
-- assessment; then accommodation by Stockport Family, or help from Stockport Homes.

fact "known_to_service" { yesno, presumed = false, clause = "3.4/1",
  ask = "Is the young person known to Stockport Family?" }

-- 3.3 speaks of an open case, 3.4 of being known: known, with the case closed, falls between them.
reading "known, but without an open case" { clause = "3.4/1", chosen = "the same steps",
  options = { ["the same steps"] = true, ["no listed steps"] = false } }

decision "listed_steps" { hit = "first", clause = "3.4/1",
  { when = { open_case = true }, value = false, clause = "3.3/2" },
  { when = { known_to_service = true }, value = reading "known, but without an open case",
    clause = "3.4/1" },
  { when = otherwise, value = true, clause = "3.4/1" },
}

-- 3.5 Mediation: first attempts to return the young person home, or to relatives or friends.

event "home visit or family mediation" { clause = "3.5/2" }
fact "simple_contact_enough" { yesno, presumed = true, clause = "3.5/2",
  ask = "Is simple contact with parents or other family enough?" }

stage "mediation" {
  clause = "3.5/1", owner = mediator, on = event "presents homeless",
  when = { age = between(16, 17), approached = "housing", listed_steps = true },
  open = "no time limit; somebody plainly homeless may pass through at once (3.6)",
  deadline "intensive mediation" { clause = "3.5/2", when = { simple_contact_enough = false },
    met_by = event "home visit or family mediation" },
  outcome "prevented" { clause = "3.5/3", when = { welfare_concern = false },
    notify { mash, as = "tell MASH", via = "telephone", clause = "3.5/4" },
    close "homelessness prevented" },
  outcome "still homeless" { clause = "3.4/2", go { "joint assessment", "interim placement" } },
  outcome "threat remains" { clause = "3.6/1", go { "joint assessment", "interim placement" } },
  outcome "concern remains" { clause = "3.6/1", when = { welfare_concern = true },
    go { "joint assessment", "interim placement" } },
  outcome "turned 18" { clause = "1.1", on = turns(18), go "adult application" },
}

-- 3.6 Referral to the MASH, and joint assessment. 3.7 It takes place within 48 hours.

param "assess_within" { ["2018-01-01"] = hours(48), clause = "3.7/1" }

reading "how 48 hours are counted" { clause = "3.7/1", chosen = "by the clock",
  options = {
    ["by the clock"]        = param "assess_within",
    ["as two working days"] = working_days(2),
  } }

reading "assessment clock starts" { clause = "3.7/1", chosen = "referral",
  options = {
    referral = entered "joint assessment",
    receipt  = met "ask for joint assessment",
    approach = event "presents homeless",
  } }

event "parents seen" { clause = "3.7/2" }

stage "joint assessment" {
  clause = "3.6/2", owner = { sw, hoo },
  open = "48 hours to begin or to finish: its own record says when it was done, else its end does",
  refer { mash, as = "ask for joint assessment", via = "online form", clause = "3.6/1" },
  deadline "joint assessment" { clause = "3.7/1",
    within = reading "how 48 hours are counted", from = reading "assessment clock starts" },
  deadline "parents seen" { clause = "3.7/2", met_by = event "parents seen",
    open = "expected, at the young person's home if workable; what excuses it is not said" },
  outcome "returned home" { clause = "3.8", place { "home" }, close "returned home" },
  outcome "settled elsewhere" { clause = "3.6/2", close "homelessness prevented" },
  outcome "estranged" { clause = "3.9", go "care planning meeting" },
  outcome "turned 18" { clause = "1.1", on = turns(18), go "adult application" },
}

-- 3.7 Somewhere to stay in the meantime is sought, as a rule through Stockport Homes. Sought, not
-- promised: so no invariant here says that there is a bed tonight, and no bed is assumed while the
-- record is silent. The text does not say who pays. The Act owes a bed on reason to believe that one
-- is needed, which is more than to look for one.

reading "interim placement lasts until" { clause = "3.7/3", chosen = "the decision",
  options = {
    ["the end of the assessment"] = left "joint assessment",
    ["the decision"]              = left "care planning meeting",
  } }

stage "interim placement" {
  clause = "3.7/3", law = "HA96 s.188(1)", open = "sought, where the Act owes it",
  owner = any { SHG, SF },
  outcome "found through Stockport Homes" { clause = "3.7/3",
    place { "interim accommodation", ends = reading "interim placement lasts until" } },
  outcome "found through Stockport Family" { clause = "3.7/3",
    place { "interim care placement", ends = reading "interim placement lasts until" } },
  outcome "none found" { clause = "3.7/3", place { "nowhere" } },
  outcome "not needed" { clause = "3.7/3" },
  outcome "assessment over" { clause = "3.7/3", on = left "joint assessment" },
}

-- 3.9 Where estrangement cannot be prevented: a care planning meeting within 10 working days.

param "meet_within" { ["2018-01-01"] = working_days(10), clause = "3.9" }

reading "meeting clock starts" { clause = "3.9", chosen = "estrangement found",
  options = {
    ["estrangement found"] = left("joint assessment", "estranged"),
    ["assessment done"]    = met "joint assessment",
  } }

stage "care planning meeting" {
  clause = "3.9", owner = SF,
  open = "the meeting 'should' be held; who calls it, chairs it and attends is not said",
  expected = { gap = "nothing follows until consent to care is given, or refused by somebody fully aware" },
  deadline "care planning meeting" { clause = "3.9",
    within = param "meet_within", from = reading "meeting clock starts" },
  outcome "section 20" { clause = "3.10/1", when = { housing_duty = "section 20" },
    go "section 20" },
  outcome "Housing Act duty" { clause = "3.11/1", when = { housing_duty = "Housing Act" },
    go "Housing Act duty" },
  outcome "no rule" { clause = "3.11/1", when = { housing_duty = "no rule" } }, -- leads nowhere
  outcome "turned 18" { clause = "1.1", on = turns(18), go "adult application" },
}

-- 3.10 Section 20, if all hold: in need; homeless because of the parents; agrees to care.
-- 3.11 The Housing Act, if it is not because of the parents ("not in need"), or on an informed
-- refusal.
--
-- Between the two lies a gap: in need, but not because of the parents. 3.11 begins with this case
-- and then explains it as "not in need"; 3.10 keeps the two apart. As read here, no rule fits it.
-- Section 20 itself asks for less: not that parents shut anybody out, but that whoever cared is
-- prevented, for whatever reason, or, from 16, that welfare would be seriously prejudiced.

reading "in need, but not because of the parents" { clause = "3.11/1", against = "3.10/1",
  chosen = "no rule",
  options = {
    ["no rule"]          = "no rule",
    ["Stockport Homes"]  = "Housing Act",
    ["Stockport Family"] = "section 20",
  } }

decision "housing_duty" { hit = "first", clause = "3.10/1", law = "CA89 s.20",
  open = "the Act asks whether whoever cared is prevented for whatever reason, the text for the parents",
  { when = { in_need = false }, value = "Housing Act", clause = "3.4/4" },
  { when = { informed_refusal = true }, value = "Housing Act", clause = "3.11/1" },
  { when = { care = "given", parents_exclude = true }, value = "section 20", clause = "3.10/1" },
  { when = { care = "given", parents_exclude = false },
    value = reading "in need, but not because of the parents", clause = "3.11/1" },
  -- Not asked yet, or refused without knowing what that means.
  { when = otherwise, value = "not settled", clause = "3.10/1" },
}

stage "section 20" {
  clause = "3.10/1", owner = SF, duty = "section 20 accommodation",
  open = "how this ends before the 18th birthday is not said, but for a change of mind",
  set { lead = SF },
  place { "section 20 placement", as = "section 20 placement", with_consent = consent "care",
    clause = "3.4/3" },
  outcome "no longer wants care" { clause = "3.2", on = becomes { informed_refusal = true },
    go "Housing Act duty" },
  -- Part one, on leaving care, takes over.
  outcome "turned 18" { clause = "1.6", on = turns(18), close "turned 18 in care" },
}

-- Stockport Homes may help Stockport Family with a home: a talk in an emergency, otherwise at the
-- Panel of 2.4.

event "asks Stockport Homes for a home" { clause = "3.10/2" }

stage "talk with Locality Services Leader" {
  clause = "3.10/2", owner = lsl, on = event "asks Stockport Homes for a home",
  when = { housing_duty = "section 20", emergency = true },
  open = "what makes an emergency, and who judges that help is appropriate, is not said",
  outcome "Stockport Homes helps" { clause = "3.10/2" },
  outcome "no help" { clause = "3.10/2" },
}

stage "Accommodation Panel" {
  clause = "3.10/2", panel = "Accommodation Panel", on = event "asks Stockport Homes for a home",
  when = { housing_duty = "section 20", emergency = false },
  outcome "Stockport Homes helps" { clause = "3.10/2" },
  outcome "no help" { clause = "3.10/2" },
}

-- 3.11 The duty under the Housing Act 1996. It does not hang on the 18th birthday.

stage "Housing Act duty" {
  clause = "3.11/1", law = "HA96 s.193(2)", owner = SHG, duty = "Housing Act accommodation",
  open = "when this duty is fulfilled is not said",
  set { lead = SHG },
  place { "Housing Act accommodation", as = "Housing Act accommodation", clause = "3.11/1" },
  outcome "housed" { clause = "3.11/1", close "housed" },
  outcome "limited" { clause = "3.11/2", law = "HA96 s.190",
    when = { any { intentionally_homeless = true,
      times(event "loses accommodation", at_least(1)) } },
    open = "'may be limited': no notice, safeguard or authorising officer is named",
    go "limited duty" },
}

stage "limited duty" {
  clause = "3.11/4", owner = { hoo, sw }, duty = "explore rehousing together",
  outcome "another joint assessment" { clause = "3.11/3", when = { age = under(18) },
    open = "'may be needed': who decides is not said; the 48 hours of 3.7 are read to run again",
    go { "joint assessment", "interim placement" } },
  outcome "housed" { clause = "3.11/4", close "housed" },
}

-- 3.12 Disputes between the services: line managers, then Service Managers. No time is set for
-- either, and nobody stands above them.

ladder "dispute" { clause = "3.12",
  { owner = { sf_line, shg_line } },
  { owner = { sf_manager, shg_manager } },
}

-- The 18th birthday before any duty was settled. The protocol stops there and does not say what
-- follows. This stage only keeps the young person in sight until an ordinary homelessness
-- application has been taken up.

stage "adult application" {
  clause = "1.1", owner = hoo,
  open = "what happens to a case on the 18th birthday is not said",
  outcome "application taken" { clause = "1.1", close "turned 18" },
  outcome "not pursued" { clause = "1.1", close "turned 18" },
}

----------------------------------------------------------------------------------------------------
-- The agreement
----------------------------------------------------------------------------------------------------

-- The whole is reviewed when either partner asks. One signatory and one key contact a side sign;
-- no posts are given and no date. Like the notice of the financial year, both belong to a case that
-- stands for the services.

event "review of the agreement asked for" { clause = "agreement/1" }
event "agreement drawn up" { clause = "agreement/2" }

deadline "review of the agreement" { clause = "agreement/1", owner = { SHG, SF },
  from = event "review of the agreement asked for", open = "no time to complete it" }

local shg_signs   = role "Signatory, Stockport Homes"    { service = SHG, clause = "agreement/2" }
local shg_contact = role "Key contact, Stockport Homes"  { service = SHG, clause = "agreement/2" }
local sf_signs    = role "Signatory, Stockport Family"   { service = SF, clause = "agreement/2" }
local sf_contact  = role "Key contact, Stockport Family" { service = SF, clause = "agreement/2" }

stage "agreement" {
  clause = "agreement/2", on = event "agreement drawn up",
  owner = { shg_signs, shg_contact, sf_signs, sf_contact },
  open = "undated; the partners have other names here than in the rest of the text",
  outcome "signed" { clause = "agreement/2" },
}

----------------------------------------------------------------------------------------------------
-- Clauses without a rule
----------------------------------------------------------------------------------------------------

not_run { "title", "1.5", because = "names the document and its legal basis" }
not_run { "1.2", "1.3", "1.4/2", "2.vision", "2.1/1", "2.2/2", "2.4/7", because = "principle" }
not_run { "2.3/1", because = "no number is fixed: no floor, no cap, no period" }
not_run { "2.9/4", because = "the usual practice it names is not in the text" }
not_run { "3.vision", "3.1/1", because = "principle" }
