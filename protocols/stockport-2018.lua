-- Stockport, 2018: partnership agreement between Stockport Homes Group and Stockport Council on
-- young people who need somewhere to live.
--
-- Written here: part two, section 3 (homeless 16 and 17 year olds), with the scope clauses 1.1,
-- 1.4/1 and 1.6. Not yet written: part one, section 2 (young people leaving care), and the two
-- clauses of the closing agreement.
--
-- Clause ids are those of clauses/stockport-2018.tsv. The document bears no date; the year is
-- inferred from the homelessness code of 2018, which it cites.

protocol "stockport-2018" {
  council = "Stockport", effective = "2018-01-01", clauses = "stockport-2018",
}

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
local hoo  = role "Housing Options Officer" { service = SHG }
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
-- PART TWO. 3. Homeless young people aged 16 and 17
----------------------------------------------------------------------------------------------------

-- 3.1 A homeless 16 or 17 year old is taken to be a child in need, in almost all circumstances.

fact "in_need" { yesno, presumed = true, clause = "3.1/2",
  open = "the presumption can be rebutted; the text does not say by what evidence" }

-- 3.2 The young person may decline what Stockport Family offers, knowing what that means.

consent "care" { clause = "3.2",
  ask = "Does the young person agree to be accommodated by Stockport Family?" }

decision "informed_refusal" { hit = "first", clause = "3.2",
  open = "who judges capacity, whether advice must be independent, how both are recorded",
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
-- record is silent. The text does not say who pays.

reading "interim placement lasts until" { clause = "3.7/3", chosen = "the decision",
  options = {
    ["the end of the assessment"] = left "joint assessment",
    ["the decision"]              = left "care planning meeting",
  } }

stage "interim placement" {
  clause = "3.7/3", owner = any { SHG, SF },
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

reading "in need, but not because of the parents" { clause = "3.11/1", chosen = "no rule",
  options = {
    ["no rule"]          = "no rule",
    ["Stockport Homes"]  = "Housing Act",
    ["Stockport Family"] = "section 20",
  } }

decision "housing_duty" { hit = "first", clause = "3.10/1",
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
-- Panel. (The Panel's fortnight is that of 2.4. No date is given for any session.)

event "asks Stockport Homes for a home" { clause = "3.10/2" }
panel "Accommodation Panel" { clause = "2.4/3", every = weeks(2) }

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
  clause = "3.11/1", owner = SHG, duty = "Housing Act accommodation",
  open = "when this duty is fulfilled is not said",
  set { lead = SHG },
  place { "Housing Act accommodation", as = "Housing Act accommodation", clause = "3.11/1" },
  outcome "housed" { clause = "3.11/1", close "housed" },
  outcome "limited" { clause = "3.11/2",
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
-- Clauses without a rule
----------------------------------------------------------------------------------------------------

not_run { "1.2", "1.3", "1.4/2", because = "principle" }
not_run { "3.vision", "3.1/1", because = "principle" }
