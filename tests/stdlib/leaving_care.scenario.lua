-- The open point of the 13 weeks: a period of being looked after that began at 13 and went on. Worked out by hand.
--
-- Born 11 February 2010: 14 on 11 February 2024, 16 on 11 February 2026. In care from 1 January 2024 to 20 April 2026: from
-- the birthday on more than two years. Another period, 1 to 31 May 2026, is 31 days.

use "status-clipped"

scenario "Days before 14 are cut off, and the rest of the period counts: relevant" {
  clauses = { "CA89 Sch 2 para 19B", "SI 2010/959 reg 40(1)", "CA89 s.23A(2)" },
}
given { dob = "2010-02-11", history_complete = true, care_order = false,
  spells = { { kind = "looked after", from = "2024-01-01", to = "2026-04-20" },
    { kind = "looked after", from = "2026-05-01", to = "2026-05-31" } } }
at "2026-06-15 09:00"
event "presents homeless"
expect.decision "thirteen_weeks" { value = true }
expect.decision "care_status_in_law" { value = "relevant" }

scenario "Left out, the period counts for nothing, and the other is 31 days: qualifying only" {
  protocol = "status-left-out", clauses = { "CA89 Sch 2 para 19B", "SI 2010/959 reg 40(1)", "CA89 s.24(1B)" },
}
given { dob = "2010-02-11", history_complete = true, care_order = false,
  spells = { { kind = "looked after", from = "2024-01-01", to = "2026-04-20" },
    { kind = "looked after", from = "2026-05-01", to = "2026-05-31" } } }
at "2026-06-15 09:00"
event "presents homeless"
expect.decision "thirteen_weeks" { value = false }
expect.decision "care_status_in_law" { value = "qualifying" }

-- 1 May to 30 July 2026 are 91 days.
scenario "Left out, 91 days of the other period are 13 weeks of their own" {
  protocol = "status-left-out", clauses = { "CA89 Sch 2 para 19B", "SI 2010/959 reg 40(1)" },
}
given { dob = "2010-02-11", history_complete = true, care_order = false,
  spells = { { kind = "looked after", from = "2024-01-01", to = "2026-04-20" },
    { kind = "looked after", from = "2026-05-01", to = "2026-07-30" } } }
at "2026-08-15 09:00"
event "presents homeless"
expect.decision "thirteen_weeks" { value = true }
expect.decision "care_status_in_law" { value = "relevant" }

-- On the birthday itself it did not begin before 14.
scenario "A period that began on the 14th birthday is left in by either reading" {
  protocol = "status-left-out", clauses = { "CA89 Sch 2 para 19B" },
}
given { dob = "2010-02-11", history_complete = true, care_order = false,
  spells = { { kind = "looked after", from = "2024-02-11", to = "2026-04-20" } } }
at "2026-06-15 09:00"
event "presents homeless"
expect.decision "thirteen_weeks" { value = true }
