-- While a child is looked after: care plan, placement plan, visits, reviews. Worked out by hand.
--
-- Monday 1 June 2026; no bank holiday until Monday 31 August. 5 working days of it end with Monday the 8th, 10 with Monday
-- the 15th, 20 with Monday the 29th.

use "care-2026"

scenario "Care plan in 10 working days, placement plan in 5, the first visit in a week, the first review in 20" {
  clauses = { "SI 2010/959 reg 4", "SI 2010/959 reg 9", "SI 2010/959 reg 28", "SI 2010/959 reg 33", "CA89 s.22(1)" },
}
given { dob = "2011-02-11" }
at "2026-06-01 18:00"
event "looked after"
expect.duty "care planning" { owner = "Children's services", since = "2026-06-01 18:00" }
expect.deadline "make the care plan" { due = "2026-06-15", owner = "Social worker", clause = "SI 2010/959 reg 4" }
expect.deadline "make the placement plan" { due = "2026-06-08", clause = "SI 2010/959 reg 9" }
expect.deadline "first visit to the placement" { due = "2026-06-08", clause = "SI 2010/959 reg 28" }
expect.deadline "first review of the care plan" { due = "2026-06-29", clause = "SI 2010/959 reg 33" }
at "2026-06-05 10:00"
event "care plan made"
expect.deadline "make the care plan" { status = "met", met_at = "2026-06-05 10:00" }
at "2026-06-09 10:00"
event "placement plan made"
expect.breach "make the placement plan" { due = "2026-06-08" }

-- From Wednesday 23 December 2026: 25 and 28 December and 1 January are no working days. The tenth is Monday 11 January
-- 2027, the twentieth Monday the 25th.
scenario "Over Christmas the 20 working days of the first review end on 25 January" {
  clauses = { "SI 2010/959 reg 4", "SI 2010/959 reg 33" },
}
given { dob = "2011-02-11" }
at "2026-12-23 18:00"
event "looked after"
expect.deadline "make the care plan" { due = "2027-01-11" }
expect.deadline "first review of the care plan" { due = "2027-01-25" }

-- The same, and the council is shut on 29, 30 and 31 December: its own limit of 10 working days ends with Thursday 14 January,
-- three working days later; the regulations' with Monday the 11th all the same.
scenario "A council's closure days move none of it, and its own limits only" {
  protocol = "care-closed-2026", clauses = { "SI 2010/959 reg 4", "SI 2010/959 reg 33" },
}
given { dob = "2011-02-11" }
at "2026-12-23 18:00"
event "looked after"
expect.deadline "make the care plan" { due = "2027-01-11", rule = "10 statutory working days" }
expect.deadline "first review of the care plan" { due = "2027-01-25" }
expect.deadline "tell the school" { due = "2027-01-14", rule = "10 working days" }

-- 3 months of Friday 26 June: Saturday 26 September. 6 months of Tuesday 22 September: 22 March 2027.
scenario "The second review within 3 months of the first, then at most 6 months apart" { clauses = { "SI 2010/959 reg 33" } }
given { dob = "2011-02-11" }
at "2026-06-01 18:00"
event "looked after"
at "2026-06-26 10:00"
event "reviewed"
expect.deadline "first review of the care plan" { status = "met" }
expect.deadline "second review of the care plan" { due = "2026-09-26", status = "live" }
at "2026-09-22 10:00"
event "reviewed"
expect.deadline "second review of the care plan" { status = "met" }
expect.deadline "later reviews of the care plan" { due = "2027-03-22", status = "live" }
at "2027-03-23 09:00"
expect.breach "later reviews of the care plan" { due = "2027-03-22" }
at "2027-04-01 10:00"
event "reviewed"
-- 6 months of 1 April.
expect.deadline "later reviews of the care plan" { due = "2027-10-01", status = "live" }

-- Due on Monday 29 June, held on Friday 3 July: late, and 3 months of it end with 3 October.
scenario "A first review that was late still starts the 3 months of the second" { clauses = { "SI 2010/959 reg 33" } }
given { dob = "2011-02-11" }
at "2026-06-01 18:00"
event "looked after"
at "2026-07-03 10:00"
event "reviewed"
expect.breach "first review of the care plan" { due = "2026-06-29" }
expect.deadline "second review of the care plan" { due = "2026-10-03", status = "live" }

-- A week of Monday 1 June: Monday 8 June. Six weeks of Thursday 4 June: Thursday 16 July. Moved on Wednesday 1 July: a week
-- of it is Wednesday 8 July, and the six weeks before are no longer owed.
scenario "Visits: in the first week of each placement, then at most 6 weeks apart" { clauses = { "SI 2010/959 reg 28" } }
given { dob = "2011-02-11" }
at "2026-06-01 18:00"
event "looked after"
at "2026-06-04 10:00"
event "care plan made"
event "placement plan made"
event "reviewed"
event "social worker visits"
expect.deadline "first visit to the placement" { status = "met", met_at = "2026-06-04 10:00" }
expect.deadline "visit the placement" { due = "2026-07-16", status = "live" }
at "2026-07-01 12:00"
event "placement changed"
expect.deadline "visit the placement" { due = "2026-07-16", status = "void" }
expect.deadline "first visit to the placement" { due = "2026-07-08", status = "live" }
expect.no "breach"

-- The year of the placement is over with Tuesday 1 June 2027. The last visit before was on Friday 21 May: 3 months of it are
-- 21 August. Without that intention six weeks of it would be Friday 2 July.
scenario "After a year in a placement that is meant to last, visits at most 3 months apart" {
  clauses = { "SI 2010/959 reg 28" },
}
given { dob = "2011-02-11", placement_meant_to_last = true }
at "2026-06-01 18:00"
event "looked after"
at "2026-06-04 10:00"
event "social worker visits"
at "2027-05-21 10:00"
event "social worker visits"
expect.deadline "visit the placement" { due = "2027-07-02", status = "live" }
at "2027-06-03 09:00"
expect.deadline "visit the placement" { due = "2027-07-02", status = "void" }
expect.deadline "visit the lasting placement" { due = "2027-08-21", status = "live" }
at "2027-08-20 10:00"
event "social worker visits"
expect.deadline "visit the lasting placement" { due = "2027-11-20", status = "live" }

scenario "After a year in a placement that is not meant to last it is still 6 weeks" { clauses = { "SI 2010/959 reg 28" } }
given { dob = "2011-02-11" }
at "2026-06-01 18:00"
event "looked after"
at "2026-06-04 10:00"
event "social worker visits"
at "2027-05-21 10:00"
event "social worker visits"
at "2027-06-03 09:00"
expect.deadline "visit the placement" { due = "2027-07-02", status = "live" }
expect.no.stage "visits after a year"

-- Born 11 June 2008.
scenario "On the 18th birthday nothing of it is owed any more" { clauses = { "CA89 s.105" } }
given { dob = "2008-06-11" }
at "2026-06-01 18:00"
event "looked after"
at "2026-06-11 09:00"
expect.duty "care planning" { ended = "2026-06-11 00:00" }
expect.deadline "make the care plan" { due = "2026-06-15", status = "void" }
-- What was due before stays late.
expect.breach "first visit to the placement" { due = "2026-06-08" }

----------------------------------------------------------------------------------------------------
-- (r) A bank holiday that is proclaimed after a deadline was set
----------------------------------------------------------------------------------------------------

-- From Monday 5 September 2022 the tenth working day is Monday the 19th, as everybody knew until the 10th, when that Monday was
-- made a bank holiday: then it is Tuesday the 20th. A plan of the 20th is late by the calendar as it was known, and in time by
-- what is known now; neither is hidden, since a protocol says which it counts by.
scenario "(r) A deadline over the funeral of 2022, by what is known now" { clauses = { "SI 2010/959 reg 4" } }
given { dob = "2010-02-11" }
at "2022-09-05 10:00"
event "looked after"
expect.deadline "make the care plan" { due = "2022-09-20" }
at "2022-09-20 15:00"
event "care plan made"
expect.deadline "make the care plan" { status = "met" }

scenario "(r) The same, by the bank holidays that were known when it was set" {
  protocol = "care-as-known-2022", clauses = { "SI 2010/959 reg 4" },
}
given { dob = "2010-02-11" }
at "2022-09-05 10:00"
event "looked after"
expect.deadline "make the care plan" { due = "2022-09-19" }
at "2022-09-20 15:00"
event "care plan made"
expect.breach "make the care plan" { due = "2022-09-19" }
