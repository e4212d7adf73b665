-- Worcestershire 2017: what the paper asks the Board for, what it hopes for, and the law that stands in for the protocol, which
-- is not in the paper. Worked out by hand from the table of clauses (protocols/clauses/worcestershire-2017.tsv) and, where the
-- paper says nothing, from the Act; the comments are the workings.
--
-- The days: 30 November 2017 is a Thursday; 2 February 2026 a Monday, 1 June 2026 a Monday. Who is born on 1 March 2008 is 18
-- from 1 March 2026, on 1 March 2007 19, on 10 September 2008 17 until 10 September 2026.

use "worcestershire-2017"

----------------------------------------------------------------------------------------------------
-- 1. The Board, in a case that stands for the services
----------------------------------------------------------------------------------------------------

-- Four things are asked for separately. Nothing has a date, so years later nothing is late.
scenario "The Board endorses and supports all three aims; they come about, or they do not yet" {
  clauses = { "1.a", "1.b/1", "1.b/2", "1.b/3", "7/5" },
}
at "2017-11-30 10:00"
event "paper put to the Board"
expect.stage "endorsement" { owner = "Corporate Parenting Board", entered = "2017-11-30 10:00", clause = "1.a" }
expect.reading "the protocol itself" { chosen = "is missing; the law stands in for it", clause = "header" }
at "11:00"
answer("endorsement", "endorsed")
expect.deadline "collect and analyse data" {
  status = "undated", due = nothing, owner = { "Local Housing Authorities", "Children, Families and Communities" },
  clause = "7/5",
}
answer("support for training flats", "supported")
answer("support for emergency accommodation", "supported")
answer("support for prevention of eviction", "supported")
expect.stage "commissioning training flats" {
  owner = { "Local Housing Authorities", "Children, Families and Communities" }, clause = "1.b/1",
}
expect.deadline "commission training flats" { status = "undated", due = nothing, clause = "1.b/1" }
expect.deadline "commission emergency accommodation" { status = "undated", due = nothing, clause = "1.b/2" }
expect.deadline "agree prevention of eviction" {
  status = "undated", due = nothing,
  owner = { "Strategic Housing", "Housing Providers", "Children, Families and Communities" }, clause = "1.b/3",
}
at "2019-05-01 09:00"
event "training flats commissioned"
expect.deadline "commission training flats" { status = "met", met_at = "2019-05-01 09:00" }
expect.stage "commissioning training flats" { outcome = "commissioned", left = "2019-05-01 09:00" }
event "emergency accommodation commissioned"
expect.deadline "commission emergency accommodation" { status = "met", met_at = "2019-05-01 09:00" }
after "2025-12-01 09:00"
expect.deadline "agree prevention of eviction" { status = "undated" }
expect.no "breach"
event "prevention of eviction agreed"
expect.deadline "agree prevention of eviction" { status = "met", met_at = "2025-12-01 09:00" }
event "data collected and analysed"
expect.deadline "collect and analyse data" { status = "met", met_at = "2025-12-01 09:00" }
expect.no "breach"

-- To support an aim is not to endorse the protocol, nor the other way round: 1.b is asked for separately.
scenario "Endorsed is nothing, and of the aims one" { clauses = { "1.a", "1.b/1", "1.b/2", "1.b/3" } }
at "2017-11-30 10:00"
event "paper put to the Board"
answer("endorsement", "not endorsed")
answer("support for training flats", "not supported")
answer("support for emergency accommodation", "supported")
answer("support for prevention of eviction", "not supported")
expect.no.deadline "collect and analyse data"
expect.no.stage "commissioning training flats"
expect.no.stage "agreeing prevention of eviction"
expect.stage "commissioning emergency accommodation" { entered = "2017-11-30 10:00" }

scenario "One aim is not supported" { clauses = { "1.b/2" } }
at "2017-11-30 10:00"
event "paper put to the Board"
answer("support for emergency accommodation", "not supported")
expect.no.stage "commissioning emergency accommodation"

-- The paper does not tell what the Board answered: until somebody says, it is open.
scenario "What the Board answered is not in the paper" { clauses = { "1.a" } }
at "2017-11-30 10:00"
event "paper put to the Board"
after "2026-02-02 10:00"
expect.stage "endorsement" { left = nothing, outcome = nothing }
expect.stage "support for training flats" { left = nothing, outcome = nothing }
expect.no "breach"

----------------------------------------------------------------------------------------------------
-- 6 and 8. Who is covered, the way to independence, the plan
----------------------------------------------------------------------------------------------------

-- Knowing the options and taking part are two facts; the first alone does not meet the second.
scenario "On the way to independence: review and contingency, options, taking part" { clauses = { "6/4", "8/1" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-06-01 09:00"
event "moves in"
expect.decision "covered" { value = true, clause = "6/4" }
expect.stage "towards independence" {
  owner = { "Local Housing Authorities", "Children, Families and Communities" }, clause = "6/4",
}
expect.deadline "review and contingency" { status = "undated", due = nothing, clause = "6/4" }
at "2026-06-02 09:00"
fact { knows_options = true }
expect.deadline "knows the options" { status = "met", met_at = "2026-06-02 09:00", clause = "8/1" }
expect.deadline "takes part in the plan" { status = "undated", due = nothing, clause = "8/1" }
at "2026-06-03 09:00"
fact { takes_part_in_plan = true }
event "review and contingency in place"
expect.deadline "takes part in the plan" { status = "met", met_at = "2026-06-03 09:00" }
expect.deadline "review and contingency" { status = "met", met_at = "2026-06-03 09:00" }

scenario "An eligible child is still in care, and covered as read" { clauses = { "6/4" } }
given { dob = "2008-09-10", care_status = "eligible" }
at "2026-02-02 10:00"
event "reviewed"
expect.decision "covered" { value = true, clause = "6/4" }
expect.reading "who is still in care" { chosen = "is covered from when the Act makes plans for leaving", clause = "6/4" }
expect.stage "eligible child" { owner = "Children, Families and Communities", clause = "CA89 Sch 2 para 19B" }

-- Qualifying ends with 21: born on 1 June 2005, that is 1 June 2026, as the Act has it.
scenario "Who has no status any more is no longer covered" { clauses = { "6/4" } }
given { dob = "2005-06-01", care_status = "qualifying" }
at "2026-05-29 10:00"
event "reviewed"
expect.stage "qualifying care leaver" { owner = "Children, Families and Communities", clause = "CA89 s.24A" }
expect.stage "towards independence" { left = nothing }
at "2026-06-01 09:00"
fact { care_status = "none" }
expect.stage "towards independence" { outcome = "no longer covered", left = "2026-06-01 09:00", clause = "6/4" }

scenario "Who was never in care is not covered: nothing of the paper begins" { clauses = { "6/4" } }
given { dob = "2008-03-01", care_status = "none" }
at "2026-06-01 09:00"
event "evicted"
expect.decision "covered" { value = false, clause = "6/4" }
expect.no.stage "towards independence"
expect.no.stage "emergency accommodation"

scenario "Whether somebody is a care leaver is not known: nothing is taken for granted" { clauses = { "6/4" } }
given { dob = "2008-03-01" }
at "2026-06-01 09:00"
event "evicted"
expect.no.decision "covered"
expect.no.stage "emergency accommodation"

-- Two views, one at a time. The six months are the regulations', not the paper's: from 1 June to 1 December 2026.
scenario "A current plan with both views; when it is reviewed is the law's" { clauses = { "8/2" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-06-01 09:00"
event "pathway plan made"
expect.stage "accurate and current plan" { entered = "2026-06-01 09:00", clause = "8/2" }
expect.deadline "young person's views in the plan" { status = "undated", due = nothing, clause = "8/2" }
expect.deadline "professionals' information in the plan" { status = "undated", due = nothing, clause = "8/2" }
expect.deadline "review the pathway plan" {
  due = "2026-12-01", owner = "Children, Families and Communities", clause = "SI 2010/2571 reg 7",
}
at "2026-06-02 09:00"
event "the plan shows the young person's views"
expect.deadline "young person's views in the plan" { status = "met", met_at = "2026-06-02 09:00" }
expect.deadline "professionals' information in the plan" { status = "undated" }
at "2026-06-03 09:00"
event "the plan shows the professionals' information"
expect.deadline "professionals' information in the plan" { status = "met", met_at = "2026-06-03 09:00" }

----------------------------------------------------------------------------------------------------
-- 8. In a home, and when it is at risk
----------------------------------------------------------------------------------------------------

scenario "Support in the home: no length and no end of its own" { clauses = { "8/3" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-06-01 09:00"
event "moves in"
expect.stage "support in the home" {
  owner = { "Local Housing Authorities", "Children, Families and Communities" }, clause = "8/3",
}
expect.deadline "personal support package" { status = "undated", due = nothing, clause = "8/3" }
at "2026-06-15 09:00"
event "support package in place"
expect.deadline "personal support package" { status = "met", met_at = "2026-06-15 09:00" }
expect.stage "support in the home" { left = nothing }
at "2027-06-15 09:00"
event "moves out"
expect.stage "support in the home" { outcome = "moved out", left = "2027-06-15 09:00", clause = "8/3" }

scenario "A home at risk is kept" { clauses = { "8/4" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-06-01 09:00"
event "home at risk"
expect.stage "home at risk" { owner = { "Local Housing Authorities", "Children, Families and Communities" }, clause = "8/4" }
expect.deadline "joint prevention" { status = "undated", due = nothing, clause = "8/4" }
at "2026-06-08 09:00"
event "joint prevention begun"
expect.deadline "joint prevention" { status = "met", met_at = "2026-06-08 09:00" }
answer("home at risk", "home kept")
expect.stage "home at risk" { outcome = "home kept" }
expect.no.stage "emergency accommodation"

scenario "A planned move" { clauses = { "8/4" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-06-01 09:00"
event "home at risk"
answer("home at risk", "planned move")
expect.stage "home at risk" { outcome = "planned move", clause = "8/4" }

----------------------------------------------------------------------------------------------------
-- 1.b/2, 7/3, 8/6. When a home breaks down
----------------------------------------------------------------------------------------------------

-- 18 years and three months: as read, over 18.
scenario "Broken down at 18: a place that was commissioned" { clauses = { "1.b/2", "8/4", "8/6" } }
given { dob = "2008-03-01", care_status = "former_relevant", emergency_places_commissioned = true }
at "2026-06-01 09:00"
event "home at risk"
at "2026-06-10 20:00"
event "evicted"
expect.stage "home at risk" { outcome = "broke down", left = "2026-06-10 20:00", clause = "8/4" }
expect.stage "emergency accommodation" {
  owner = { "Local Housing Authorities", "Children, Families and Communities" }, entered = "2026-06-10 20:00", clause = "8/6",
}
expect.deadline "safe, secure and fitting accommodation" { status = "undated", due = nothing, clause = "8/6" }
expect.decision "emergency_place_for_them" { value = true, clause = "1.b/2" }
expect.reading "over 18" { chosen = "18 included", clause = "1.b/2", against = "8/6" }
answer("emergency accommodation", "jointly commissioned place")
expect.stage "emergency accommodation" { outcome = "jointly commissioned place" }
expect.deadline "safe, secure and fitting accommodation" { status = "met", met_at = "2026-06-10 20:00" }

-- At 17 the commissioned places are not for them; 8/6 knows no age.
scenario "Broken down at 17: another safe place" { clauses = { "1.b/2", "8/6" } }
given { dob = "2008-09-10", care_status = "relevant", emergency_places_commissioned = true }
at "2026-06-10 20:00"
event "loses accommodation"
expect.decision "emergency_place_for_them" { value = false, clause = "1.b/2" }
answer("emergency accommodation", "another safe place")
expect.stage "emergency accommodation" { outcome = "another safe place", clause = "8/6" }
expect.stage "relevant child" { owner = "Children, Families and Communities", clause = "CA89 s.23A(2)" }

-- It was an aim in 2017. Whether the places exist nobody can tell from the paper: it is asked.
scenario "Whether there are such places is not known" { clauses = { "8/6" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-06-10 20:00"
event "evicted"
expect.no.decision "emergency_place_for_them"
expect.stage "emergency accommodation" { left = nothing, clause = "8/6" }

-- The aim is shown and is nobody's breach. The two working days are guidance, not the paper: from Monday 1 June, Wednesday
-- 3 June. On Thursday that is late, and it is the guidance that says so.
scenario "Bed and breakfast at 18: an aim of the paper, a limit of guidance" { clauses = { "7/3" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-06-01 18:00"
place "bed and breakfast"
expect.stage "bed and breakfast, which is to end" { entered = "2026-06-01 18:00", clause = "7/3" }
expect.stage "in bed and breakfast" { entered = "2026-06-01 18:00", clause = "SI 2003/3326" }
expect.deadline "a care leaver leaves bed and breakfast" { status = "live", due = "2026-06-03", clause = "CLR guidance vol 3" }
expect.no "breach"
after "2026-06-04 09:00"
expect.breach "a care leaver leaves bed and breakfast" { due = "2026-06-03", clause = "CLR guidance vol 3" }

scenario "Bed and breakfast at 17: never, by guidance" { clauses = { "7/3" } }
given { dob = "2008-09-10", care_status = "relevant" }
at "2026-06-01 18:00"
place "bed and breakfast"
expect.stage "bed and breakfast, which is to end" { clause = "7/3" }
at "2026-06-02 09:00"
expect.breach "bed and breakfast at 16 or 17" { clause = "16-17 guidance" }

----------------------------------------------------------------------------------------------------
-- Not from the paper: the law
----------------------------------------------------------------------------------------------------

-- 56 days beginning with 1 June end with 26 July 2026; 21 days beginning with it end with 21 June.
scenario "Homeless at 18: relief and the right to a review, as in the Act" {
  clauses = { "HA96 s.184", "HA96 s.188(1)", "HA96 s.189B(2)", "HA96 s.202(1)", "HA96 s.202(3)" },
}
given { dob = "2008-03-01", care_status = "former_relevant", homeless = true, eligible = true,
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, reason_to_believe_priority_need = true,
  decision_in_words = "relief is owed" }
at "2026-06-01 09:00"
event "presents homeless"
expect.stage "homelessness application" { owner = "Housing officer", clause = "HA96 s.184" }
expect.duty "interim accommodation" { owner = "Housing officer", clause = "HA96 s.188(1)" }
answer("homelessness application", "homeless")
expect.duty "relief" { owner = "Housing officer", since = "2026-06-01 09:00", clause = "HA96 s.189B(2)" }
expect.deadline "ask for a review of the decision" { due = "2026-06-21", owner = "applicant", clause = "HA96 s.202(3)" }
at "2026-06-21 23:00"
event "asks for a review"
expect.stage "review of the decision" { entered = "2026-06-21 23:00", clause = "HA96 s.202(1)" }

scenario "The duty to refer, with consent" { clauses = { "HA96 s.213B" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-06-01 09:00"
event "may be homeless or threatened"
expect.stage "duty to refer" { owner = "Children, Families and Communities", clause = "HA96 s.213B" }
expect.referral "refer under the duty to refer" { state = "waits for consent", to = "Local Housing Authorities" }

-- Born on 1 June 2005: 21 on 1 June 2026. Nobody asked for an adviser, so one is offered once in twelve months.
scenario "From 21: the offer of an adviser" { clauses = { "CA89 s.23CZB", "CA89 s.23CZB(7)" } }
given { dob = "2005-06-01", care_status = "former_relevant", in_programme = false }
at "2026-05-29 10:00"
event "reviewed"
expect.stage "former relevant child" { clause = "CA89 s.23C(2)" }
after "2026-06-01 09:00"
expect.stage "adviser to 25" { entered = "2026-06-01 00:00", clause = "CA89 s.23CZB" }
expect.deadline "offer an adviser each year" { due = "2027-06-01", clause = "CA89 s.23CZB(7)" }
