-- Worcestershire, 2017: what a paper to the Corporate Parenting Board says of the joint protocol of
-- social care and housing for care leavers.
--
-- The protocol itself was attached to the paper, and is not in it. So this script has two parts:
--
--   the paper     what it asks the Board for, what is to be commissioned, what it wants to end and
--                 to bring about. It names no figure, no step and no post, so nothing here has one:
--                 each time is open, and nobody is ever late by the paper. Nor is anything a duty
--                 by it: what it hopes for is shown, and whether it came about.
--   the law       what a council owes in any case, from stdlib. None of it is from the paper. Each
--                 of its rules shows the section of law that it stands on, where a rule of the
--                 paper shows a clause; those named at the end of this file say it besides.
--
-- Every answer says so: in its last line, and by the reading "the protocol itself", on which all of
-- the law here rests. With its other option only the paper is run. The day in the header is that of
-- the meeting.
--
-- Clause ids are those of clauses/worcestershire-2017.tsv.

protocol "worcestershire-2017" {
  council = "Worcestershire", effective = "2017-11-30", clauses = "worcestershire-2017",
  open = "the protocol itself was attached to the paper and is not in it; whether the Board " ..
    "endorsed it, and from when it held, is not said; each rule that cites an Act, a regulation " ..
    "or guidance is law from stdlib, not Worcestershire's",
}

require "leaving_care"
require "part7"
require "pathway"
require "referral"
require "sixteen_seventeen"
require "suitability"

----------------------------------------------------------------------------------------------------
-- What is missing
----------------------------------------------------------------------------------------------------

local MISSING = "is missing; the law stands in for it"

reading "the protocol itself" { clause = "header", chosen = MISSING,
  because = "without the law nothing could be run; a council's own rule would be invented",
  options = { [MISSING] = true, ["is missing, and no law stands in for it"] = false } }

-- The same in every case, one of a person or one that stands for the services.

decision "law_stands_in" { hit = "first", clause = "header",
  { when = { dob = known }, value = reading "the protocol itself" },
  { when = otherwise, value = reading "the protocol itself" },
}

----------------------------------------------------------------------------------------------------
-- Who acts (6). The names of the districts, the providers and all posts are in the attachment.
----------------------------------------------------------------------------------------------------

local CFC = service "Children's services" { patch = true, clause = "6/1",
  called = "Children, Families and Communities" }
local LHA = service "Housing authority" { patch = true, clause = "6/1",
  called = "Local Housing Authorities",
  open = "several districts, none of them named; those who act for them are included" }
local SH = service "Strategic Housing" { clause = "1.b/3" }
local HP = service "Housing Providers" { clause = "1.b/3" }

local board = role "Corporate Parenting Board" { clause = "1.a" }

----------------------------------------------------------------------------------------------------
-- 1. What the Board is asked for. These belong to a case that stands for the services.
----------------------------------------------------------------------------------------------------

-- Endorsing the protocol and supporting its three aims are asked for separately.

event "paper put to the Board" { clause = "1.a" }
event "training flats commissioned" { clause = "1.b/1" }
event "emergency accommodation commissioned" { clause = "1.b/2" }
event "prevention of eviction agreed" { clause = "1.b/3" }
event "data collected and analysed" { clause = "7/5" }

stage "endorsement" {
  clause = "1.a", owner = board, on = event "paper put to the Board",
  open = "what the Board answered on 30 November 2017 is not in the text",
  outcome "endorsed" { clause = "1.a" },
  outcome "not endorsed" { clause = "1.a" },
}

stage "support for training flats" {
  clause = "1.b/1", owner = board, on = event "paper put to the Board",
  outcome "supported" { clause = "1.b/1", go "commissioning training flats" },
  outcome "not supported" { clause = "1.b/1" },
}

stage "commissioning training flats" {
  clause = "1.b/1", owner = { LHA, CFC },
  deadline "commission training flats" { clause = "1.b/1",
    open = "how many, for how long a stay and by when is not said" },
  outcome "commissioned" { clause = "1.b/1", on = event "training flats commissioned",
    meets = true },
}

stage "support for emergency accommodation" {
  clause = "1.b/2", owner = board, on = event "paper put to the Board",
  outcome "supported" { clause = "1.b/2", go "commissioning emergency accommodation" },
  outcome "not supported" { clause = "1.b/2" },
}

stage "commissioning emergency accommodation" {
  clause = "1.b/2", owner = { LHA, CFC },
  deadline "commission emergency accommodation" { clause = "1.b/2",
    open = "how many places, where and by when is not said" },
  outcome "commissioned" { clause = "1.b/2", on = event "emergency accommodation commissioned",
    meets = true },
}

-- Below the three aims the paper says agree (1.b/3), below the next steps develop and agree: there
-- was no such process when the Board met. What its steps are, nobody can say from the paper.

stage "support for prevention of eviction" {
  clause = "1.b/3", owner = board, on = event "paper put to the Board",
  outcome "supported" { clause = "1.b/3", go "agreeing prevention of eviction" },
  outcome "not supported" { clause = "1.b/3" },
}

stage "agreeing prevention of eviction" {
  clause = "1.b/3", owner = { SH, HP, CFC },
  deadline "agree prevention of eviction" { clause = "1.b/3",
    open = "its steps, notices and levels did not exist yet; by when is not said" },
  outcome "agreed" { clause = "1.b/3", on = event "prevention of eviction agreed", meets = true },
}

-- 7. Data are collected and analysed. No indicator and no period is named, so nothing is a measure
-- here: that would need one.

deadline "collect and analyse data" { clause = "7/5", owner = { LHA, CFC },
  from = left("endorsement", "endorsed"), met_by = event "data collected and analysed",
  open = "which figures, how often and by whom is not said" }

----------------------------------------------------------------------------------------------------
-- Who is a care leaver
----------------------------------------------------------------------------------------------------

-- The paper does not define it. It plans the way out of care, so who is to leave is meant too.

reading "who is still in care" { clause = "6/4", law = "CA89 Sch 2 para 19B",
  chosen = "is covered from when the Act makes plans for leaving",
  because = "6/4 speaks of progress from being looked after; the title speaks of care leavers",
  options = {
    ["is covered from when the Act makes plans for leaving"] = true,
    ["is not covered"] = false,
  } }

decision "covered" { hit = "first", clause = "6/4",
  open = "no age and no status is named: read as the Act's classes, eligible to qualifying",
  { when = { leaver_status = "eligible" }, value = reading "who is still in care" },
  { when = { leaver_status = one_of { "relevant", "former_relevant", "qualifying" } },
    value = true },
  { when = { leaver_status = known }, value = false },
}

----------------------------------------------------------------------------------------------------
-- 6 and 8. Planning, and what is to come of it for young people
----------------------------------------------------------------------------------------------------

-- 6. Joint planning of the way to independence has ways to review and a contingency.
-- 8. Who leaves care knows what there is and takes part in the plan: two facts.

event "review and contingency in place" { clause = "6/4" }

fact "knows_options" { yesno, clause = "8/1",
  ask = "Does the young person know the accommodation options of the Local Offer?" }
fact "takes_part_in_plan" { yesno, clause = "8/1",
  ask = "Is the young person actively involved in the plan?" }

stage "towards independence" {
  clause = "6/4", owner = { LHA, CFC }, on = becomes { covered = true },
  deadline "review and contingency" { clause = "6/4",
    met_by = event "review and contingency in place",
    open = "how often, and what sets off a review, is not said" },
  deadline "knows the options" { clause = "8/1", met_by = becomes { knows_options = true },
    open = "the Local Offer is another document; who tells is not said" },
  deadline "takes part in the plan" { clause = "8/1",
    met_by = becomes { takes_part_in_plan = true } },
  outcome "no longer covered" { clause = "6/4", on = becomes { covered = false } },
}

-- The plan is accurate and current, and shows two views. Whose task it is, is not said.

event "the plan shows the young person's views" { clause = "8/2" }
event "the plan shows the professionals' information" { clause = "8/2" }

stage "accurate and current plan" {
  clause = "8/2", on = event "pathway plan made", when = { covered = true },
  open = "how old a current plan may be is not said; the reviews of the regulations run beside it",
}

deadline "young person's views in the plan" { clause = "8/2", owner = { LHA, CFC },
  from = entered "accurate and current plan",
  met_by = event "the plan shows the young person's views",
  open = "whose task it is is not said: taken as both parties'" }
deadline "professionals' information in the plan" { clause = "8/2", owner = { LHA, CFC },
  from = entered "accurate and current plan",
  met_by = event "the plan shows the professionals' information",
  open = "whose task it is is not said: taken as both parties'" }

-- In a home: support that goes on, so that the home fits and lasts.

event "support package in place" { clause = "8/3" }

stage "support in the home" {
  clause = "8/3", owner = { LHA, CFC }, on = event "moves in", when = { covered = true },
  open = "for how long, and what ends it, is not said",
  deadline "personal support package" { clause = "8/3", met_by = event "support package in place",
    open = "who supports, and from when, is not said" },
  outcome "moved out" { clause = "8/3", on = event "moves out" },
}

-- Where the home is at risk: joint, assertive prevention, and a planned move if need be.

event "home at risk" { clause = "8/4" }
event "joint prevention begun" { clause = "8/4" }

stage "home at risk" {
  clause = "8/4", owner = { LHA, CFC }, on = event "home at risk", when = { covered = true },
  open = "who sees the risk, and each step, is not said: the process of 1.b/3 is not in the text",
  deadline "joint prevention" { clause = "8/4", met_by = event "joint prevention begun",
    open = "no time is set" },
  outcome "home kept" { clause = "8/4" },
  outcome "planned move" { clause = "8/4" },
  outcome "broke down" { clause = "8/4",
    on = any { event "loses accommodation", event "evicted" } },
}

----------------------------------------------------------------------------------------------------
-- 1, 7 and 8. When a home breaks down
----------------------------------------------------------------------------------------------------

-- Safe, secure and fitting emergency accommodation for every care leaver (8/6); what is to be
-- commissioned in place of bed and breakfast is for those over 18 (1.b/2).

reading "over 18" { clause = "1.b/2", against = "8/6", chosen = "18 included",
  because = "over 18 can be from the 18th birthday, or 19 and more; the younger have 8/6 alone",
  options = { ["18 included"] = 18, ["from 19"] = 19 } }

fact "emergency_places_commissioned" { yesno, clause = "1.b/2",
  ask = "Has the emergency accommodation in place of bed and breakfast been commissioned?" }

decision "emergency_place_for_them" { hit = "first", clause = "1.b/2",
  { when = { covered = false }, value = false },
  { when = { covered = true, age = under(reading "over 18") }, value = false },
  { when = { emergency_places_commissioned = false }, value = false },
  { when = { covered = true, emergency_places_commissioned = true }, value = true },
}

stage "emergency accommodation" {
  clause = "8/6", owner = { LHA, CFC }, on = any { event "loses accommodation", event "evicted" },
  when = { covered = true },
  open = "which of the two provides it is not said",
  deadline "safe, secure and fitting accommodation" { clause = "8/6",
    open = "how fast is not said; what is safe and fitting is judgement" },
  outcome "jointly commissioned place" { clause = "1.b/2",
    when = { emergency_place_for_them = true } },
  outcome "another safe place" { clause = "8/6" },
}

-- Bed and breakfast is to end. It is an aim, without a day and without a rule for exceptions: a
-- night there is shown, and by the paper it is nobody's breach.

stage "bed and breakfast, which is to end" {
  clause = "7/3", on = becomes { tonight = "bed and breakfast", covered = true },
  open = "an aim: by when it ends, and what is an exception, is not said",
}

----------------------------------------------------------------------------------------------------
-- Not from the paper: the law that stands in for the protocol
----------------------------------------------------------------------------------------------------

-- What follows from these stages (letters, reviews, prevention, relief, the main duty) comes with
-- them, each under its section of law.

local LAW = "not in the paper: the law alone, in the place of a protocol that is missing"
local here = { law_stands_in = true }

stage "eligible child" { patch = true, when = here, because = LAW }
stage "relevant child" { patch = true, when = here, because = LAW }
stage "former relevant child" { patch = true, when = here, because = LAW }
stage "qualifying care leaver" { patch = true, when = here, because = LAW }
stage "adviser to 25" { patch = true, when = here, because = LAW }
stage "pathway plan" { patch = true, when = here, because = LAW }

stage "presents at 16 or 17" { patch = true, because = LAW,
  when = { law_stands_in = true, age = between(16, 17) } }
stage "goes to housing as well" { patch = true, when = here, because = LAW }
stage "safe tonight at 16 or 17" { patch = true, because = LAW }
stage "assessment at 16 or 17" { patch = true, because = LAW }
stage "accommodated under section 20" { patch = true, because = LAW }
stage "housing help at 16 or 17" { patch = true, because = LAW }
stage "turned 18 in the assessment" { patch = true, because = LAW }
stage "approaching 18" { patch = true, because = LAW,
  when = { law_stands_in = true, age = 17, none { today = earlier_than(reading "when 18 is near") },
    times(event "presents homeless", at_least(1)) } }

stage "duty to refer" { patch = true, when = here, because = LAW }
stage "homelessness application" { patch = true, because = LAW,
  when = { law_stands_in = true, applies_to_housing = true } }
stage "interim accommodation" { patch = true, when = here, because = LAW }
stage "review of the decision" { patch = true, when = here, because = LAW }
stage "in bed and breakfast" { patch = true, when = here, because = LAW }

always "a bed tonight at 16 or 17" { patch = true, because = LAW,
  that = { any { law_stands_in = false, age = at_least(18), none { tonight = "nowhere" } } } }

never "bed and breakfast at 16 or 17" { patch = true, because = LAW,
  that = { law_stands_in = true, tonight = "bed and breakfast", age = between(16, 17) } }

----------------------------------------------------------------------------------------------------
-- Clauses without a rule
----------------------------------------------------------------------------------------------------

not_run { "2", because = "tells of the version of 2013" }
not_run { "3", because = "says who wrote it" }
not_run { "4", "5", "6/2", "6/5", "7/1", "7/2", "7/4", because = "principle" }
not_run { "6/3", because = "the roles stand in the attachment, which is not in the text" }
not_run { "8/5", because = "an outcome without a measure" }
not_run { "next-steps/1", because = "says the same as 1.b/1" }
not_run { "next-steps/2", because = "says the same as 1.b/2" }
not_run { "next-steps/3", because = "says the same as 1.b/3" }
not_run { "contacts", because = "telephone points, and whom to ask about the paper" }
