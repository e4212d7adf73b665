-- Complaints under the Children Act: working days from the complaint. Worked out by hand; Monday 1 June 2026, with no bank
-- holiday until Monday 31 August.

use "care-2026"

-- 10 working days of it: Monday 15 June; 20: Monday 29 June.
scenario "Stage 1: ten working days, twenty from the complaint where extended" { clauses = { "SI 2006/1738" } }
given { dob = "2009-02-11" }
at "2026-06-01 09:00"
event "complains to children's services"
expect.deadline "answer the complaint" { due = "2026-06-15", owner = "Children's services", clause = "SI 2006/1738" }
at "2026-06-10 09:00"
event "time to answer the complaint extended"
expect.deadline "answer the complaint" { status = "void" }
expect.deadline "answer the complaint in the longer time" { due = "2026-06-29", status = "live" }
at "2026-06-30 09:00"
expect.breach "answer the complaint in the longer time" { due = "2026-06-29" }

-- 25 working days: Monday 6 July. 65: thirteen weeks of five days, and 31 August is none: Tuesday 1 September.
scenario "Stage 2: 25 working days, 65 where extended" { clauses = { "SI 2006/1738" } }
given { dob = "2009-02-11" }
at "2026-06-01 09:00"
event "asks for an investigation"
expect.deadline "investigate and answer" { due = "2026-07-06" }
at "2026-07-01 09:00"
event "time to investigate extended"
expect.deadline "investigate and answer in the longer time" { due = "2026-09-01", status = "live" }

-- 30 working days: Monday 13 July. Sits on Friday 10 July: 5 are Friday the 17th. Reports on Thursday the 16th: 15 are
-- Thursday 6 August.
scenario "Stage 3: the panel in 30, its report in 5, the answer in 15" { clauses = { "SI 2006/1738" } }
given { dob = "2009-02-11" }
at "2026-06-01 09:00"
event "asks for a review panel"
expect.deadline "review panel sits" { due = "2026-07-13" }
at "2026-07-10 14:00"
event "review panel sits"
expect.deadline "review panel sits" { status = "met" }
expect.deadline "report of the panel" { due = "2026-07-17" }
at "2026-07-16 12:00"
event "review panel reports"
expect.deadline "report of the panel" { status = "met" }
expect.deadline "answer to the panel" { due = "2026-08-06" }

scenario "The Ombudsman: normally within 12 months, and a right" { clauses = { "LGSCO" } }
given { dob = "2005-02-11", matter_known_since = "2026-01-31" }
at "2026-06-01 09:00"
event "complains to children's services"
expect.deadline "complain to the Ombudsman" { due = "2027-01-31", owner = "applicant", status = "live" }
