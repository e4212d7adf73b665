-- From 16 to 25: assessment, plan, adviser, reviews. Worked out by hand.

use "care-2026"

----------------------------------------------------------------------------------------------------
-- Eligible
----------------------------------------------------------------------------------------------------

-- Born 30 November 2010. Three months of 30 November 2026 would be 30 February: the last day of February, the 28th.
scenario "16 on 30 November 2026: the needs are assessed by 28 February 2027" {
  clauses = { "SI 2010/959 reg 42(1)", "SI 2010/959 reg 43", "CA89 Sch 2 para 19B", "CA89 Sch 2 para 19C" },
}
given { dob = "2010-11-30", history_complete = true, spells = { { kind = "looked after", from = "2026-01-05" } } }
at "2026-11-29 09:00"
event "reviewed"
expect.no.stage "eligible child"
at "2026-11-30 09:00"
expect.duty "personal adviser and pathway plan" { since = "2026-11-30 00:00", owner = "Children's services" }
expect.deadline "assess the needs, eligible from 16" { due = "2027-02-28", status = "live", clause = "SI 2010/959 reg 42(1)" }
expect.no.deadline "assess the needs, eligible later"
expect.deadline "make the pathway plan" { status = "undated", clause = "SI 2010/959 reg 43" }
expect.deadline "appoint a personal adviser" { status = "undated" }
at "2027-02-28 23:00"
event "needs assessed"
expect.deadline "assess the needs, eligible from 16" { status = "met" }
at "2027-03-20 10:00"
event "pathway plan made"
expect.deadline "make the pathway plan" { status = "met", met_at = "2027-03-20 10:00" }

-- The record begins when the young person is 16 and a half, long eligible: the birthday counts, not the record.
scenario "The three months run from the birthday, not from the day on which the record begins" {
  clauses = { "SI 2010/959 reg 42(1)" },
}
given { dob = "2010-11-30", history_complete = true, spells = { { kind = "looked after", from = "2026-01-05" } } }
at "2027-02-10 09:00"
event "reviewed"
expect.deadline "assess the needs, eligible from 16" { due = "2027-02-28", status = "live" }

-- Born 11 February 2010, 16 on 11 February 2026. In care from 1 September 2026: the 91st day is 30 November 2026, and three
-- months of it end with 28 February 2027.
scenario "Eligible only later: three months of the day on which the 13 weeks are full" { clauses = { "SI 2010/959 reg 42(1)" } }
given { dob = "2010-02-11", history_complete = true, spells = { { kind = "looked after", from = "2026-09-01" } } }
at "2026-09-01 09:00"
event "looked after"
expect.no.stage "eligible child"
at "2026-12-01 09:00"
expect.duty "personal adviser and pathway plan" {}
expect.deadline "assess the needs, eligible later" { due = "2027-02-28", status = "live" }
expect.no.deadline "assess the needs, eligible from 16"

-- The record does not go back to when care began: no date is made up from its first day.
scenario "Eligible later, on a day that nobody has recorded: undated until it is" { clauses = { "SI 2010/959 reg 42(1)" } }
given { dob = "2010-02-11", history_complete = true, spells = { { kind = "looked after", from = "2026-09-01" } } }
at "2026-12-15 09:00"
event "reviewed"
expect.deadline "assess the needs, eligible later" { status = "undated" }
fact { eligible_since = "2026-11-30" }
expect.deadline "assess the needs, eligible later" { due = "2027-02-28", status = "live" }

----------------------------------------------------------------------------------------------------
-- Relevant
----------------------------------------------------------------------------------------------------

-- Three months of Friday 15 May 2026: Saturday 15 August.
scenario "Relevant on leaving care, and not assessed before: three months" {
  clauses = { "SI 2010/2571 reg 5", "CA89 s.23A(2)", "CA89 s.23B(2)", "CA89 s.23B(3)", "SI 2010/2571 reg 9(2)" },
}
given { dob = "2009-02-11", history_complete = true,
  spells = { { kind = "looked after", from = "2024-03-04", to = "2026-05-15" } } }
at "2026-05-15 12:00"
event "left care"
at "2026-05-16 12:00"
expect.duty "personal adviser, pathway plan and suitable accommodation" { owner = "Children's services" }
expect.deadline "assess the needs of a relevant child" { due = "2026-08-15", status = "live", clause = "SI 2010/2571 reg 5" }
expect.deadline "personal adviser of a relevant child" { status = "undated", clause = "CA89 s.23B(2)" }
expect.deadline "suitable accommodation for a relevant child" { status = "undated", clause = "SI 2010/2571 reg 9(2)" }

scenario "Assessed while eligible: not again" { clauses = { "SI 2010/2571 reg 5" } }
given { dob = "2009-02-11", history_complete = true,
  spells = { { kind = "looked after", from = "2024-03-04", to = "2026-05-15" } } }
at "2025-04-01 10:00"
event "needs assessed"
at "2026-05-15 12:00"
event "left care"
at "2026-05-16 12:00"
expect.no.deadline "assess the needs of a relevant child"
expect.no "breach"

-- Moves in on Monday 1 June 2026: 7 days end with Monday the 8th, the 28th day after is Monday the 29th. The plan is reviewed
-- on Thursday 2 July; two months of the next visits run from it, so to 2 September.
scenario "In accommodation of the authority: a visit in 7 days, one before the review at 28, then at most 2 months apart" {
  clauses = { "SI 2010/2571 reg 8", "SI 2010/2571 reg 7", "CA89 s.23B(8)" },
}
given { dob = "2009-02-11", care_status = "relevant" }
at "2026-06-01 12:00"
event "accommodated as a relevant child"
expect.deadline "adviser's first visit" { due = "2026-06-08", status = "live", owner = "Personal adviser" }
expect.no.stage "review at 28 days"
at "2026-06-05 12:00"
event "adviser visits"
expect.deadline "adviser's first visit" { status = "met" }
expect.deadline "adviser's visit before the review" { status = "undated" }
at "2026-06-30 09:00"
expect.deadline "review the plan after 28 days" { status = "undated", owner = "Children's services" }
event "adviser visits"
expect.deadline "adviser's visit before the review" { status = "met" }
at "2026-07-02 09:00"
event "pathway plan reviewed"
expect.deadline "review the plan after 28 days" { status = "met", met_at = "2026-07-02 09:00" }
expect.deadline "adviser's further visits" { due = "2026-09-02", status = "live" }
at "2026-08-20 09:00"
event "adviser visits"
expect.deadline "adviser's further visits" { due = "2026-10-20", status = "live" }
expect.no "breach"

scenario "A review at 28 days with no visit before it: the visit is late" { clauses = { "SI 2010/2571 reg 8" } }
given { dob = "2009-02-11", care_status = "relevant" }
at "2026-06-01 12:00"
event "accommodated as a relevant child"
at "2026-06-05 12:00"
event "adviser visits"
at "2026-07-02 09:00"
event "pathway plan reviewed"
expect.breach "adviser's visit before the review" { clause = "SI 2010/2571 reg 8" }

----------------------------------------------------------------------------------------------------
-- Reviews of the plan
----------------------------------------------------------------------------------------------------

-- Six months of 31 August 2026 would be 31 February: 28 February 2027.
scenario "The plan is reviewed at most every six months, and when the young person asks" { clauses = { "SI 2010/2571 reg 7" } }
given { dob = "2006-02-11", care_status = "former_relevant" }
at "2026-08-31 09:00"
event "pathway plan made"
expect.deadline "review the pathway plan" { due = "2027-02-28", owner = "Children's services" }
at "2026-10-01 09:00"
event "asks for a review of the pathway plan"
expect.deadline "review the plan as asked" { status = "undated" }
at "2026-10-15 09:00"
event "pathway plan reviewed"
expect.deadline "review the plan as asked" { status = "met" }
expect.deadline "review the pathway plan" { due = "2027-04-15", status = "live" }
-- 21 on 11 February 2027, in no programme, and wants no adviser.
at "2027-02-10 09:00"
fact { in_programme = false }
expect.duty "pathway plan under review" { ended = nothing }
at "2027-02-12 09:00"
expect.duty "pathway plan under review" { ended = "2027-02-11 00:00" }

----------------------------------------------------------------------------------------------------
-- Former relevant
----------------------------------------------------------------------------------------------------

-- 21 as 11 February 2027 begins. Twelve months of it: 11 February 2028. Offered on 20 January 2028: 20 January 2029.
scenario "The duties of s.23C end at 21; an adviser is offered then, and once in 12 months" {
  clauses = { "CA89 s.23C(2)", "CA89 s.23C(6)", "CA89 s.23CZB(7)", "CA89 s.23CZB" },
}
given { dob = "2006-02-11", care_status = "former_relevant", in_programme = false }
at "2026-06-01 09:00"
event "contact lost"
expect.duty "keep in touch, personal adviser, pathway plan, help" { owner = "Children's services", ended = nothing }
expect.deadline "find contact again" { status = "undated", clause = "CA89 s.23C(2)" }
at "2026-06-20 09:00"
event "contact made again"
expect.deadline "find contact again" { status = "met" }
at "2027-02-11 09:00"
expect.duty "keep in touch, personal adviser, pathway plan, help" { ended = "2027-02-11 00:00" }
expect.deadline "offer an adviser soon after 21" { status = "undated", clause = "CA89 s.23CZB(7)" }
expect.deadline "offer an adviser each year" { due = "2028-02-11", status = "live" }
at "2028-01-20 09:00"
event "personal adviser offered"
expect.deadline "offer an adviser soon after 21" { status = "met" }
expect.deadline "offer an adviser each year" { due = "2029-01-20", status = "live" }
at "2028-03-01 09:00"
event "asks for a personal adviser"
expect.duty "personal adviser, assessment and pathway plan to 25" { since = "2028-03-01 09:00", ended = nothing }
expect.duty "offer of a personal adviser" { ended = "2028-03-01 09:00" }
-- 25 as 11 February 2031 begins.
at "2031-02-11 09:00"
expect.duty "personal adviser, assessment and pathway plan to 25" { ended = "2031-02-11 00:00" }

scenario "While a programme of education runs the duties of s.23C go on past 21" { clauses = { "CA89 s.23C(7)" } }
given { dob = "2006-02-11", care_status = "former_relevant", in_programme = true }
at "2027-02-01 09:00"
event "contact made again"
at "2027-02-12 09:00"
expect.duty "keep in touch, personal adviser, pathway plan, help" { ended = nothing }
expect.no.stage "adviser to 25"
at "2027-07-01 09:00"
fact { in_programme = false }
expect.duty "keep in touch, personal adviser, pathway plan, help" { ended = "2027-07-01 09:00" }
expect.stage "adviser to 25" { entered = "2027-07-01 09:00" }

scenario "Staying Close is off: no date is known on which section 7 begins (change prospective s.7)" {
  clauses = { "CWSA26 s.7" },
}
given { dob = "2006-02-11", care_status = "former_relevant" }
at "2026-06-01 09:00"
event "contact made again"
expect.no.stage "assess for staying close"

scenario "Who qualifies is advised when they ask, until 21" { clauses = { "CA89 s.24A", "CA89 s.24(1B)" } }
given { dob = "2006-02-11", history_complete = true, care_order = false,
  spells = { { kind = "looked after", from = "2023-06-01", to = "2023-07-01" } } }
at "2027-02-01 09:00"
event "contact made again"
expect.duty "advice and befriending when asked for" { ended = nothing }
at "2027-02-11 09:00"
expect.duty "advice and befriending when asked for" { ended = "2027-02-11 00:00" }

-- The guidance names a sum from 1 April 2023; a stage of a council's own grants it.
scenario "The setting-up-home allowance of 3,000 pounds" { clauses = { "Setting-up-home allowance" } }
given { dob = "2006-02-11", care_status = "former_relevant" }
at "2026-06-01 09:00"
event "moves in"
expect.entitlement "setting-up-home allowance" { pence = 300000 }
