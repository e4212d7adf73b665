-- Stockport 2018, part two: homeless 16 and 17 year olds. Worked out by hand from the table of clauses
-- (protocols/clauses/stockport-2018.tsv); the comments are the workings.
--
-- The days: 21 May 2026 is a Thursday, 25 May the spring bank holiday. Who is born on 11 February 2009 is
-- 17 then and turns 18 on 11 February 2027.

use "stockport-2018"

----------------------------------------------------------------------------------------------------
-- 3.3 Where the young person is sent
----------------------------------------------------------------------------------------------------

scenario "Without an open case children's services point to Housing Options" {
  clauses = { "3.3/1", "3.3/3", "3.4/1" },
}
given { dob = "2009-02-11", approached = "children's services" }
at "2026-05-21 09:15"
event "presents homeless"
expect.stage "signposting" { entered = "2026-05-21 09:15", owner = "Stockport Family", left = nothing }
expect.notice "signpost to Housing Options" { to = "applicant", state = "done" }
expect.no.stage "mediation"

-- Told where to go is not yet there: mediation begins when the young person comes.
at "2026-05-22 10:00"
event "comes to Housing Options"
expect.stage "signposting" { outcome = "reaches Housing Options" }
expect.stage "mediation" { entered = "2026-05-22 10:00", owner = "Mediation Service", left = nothing }

scenario "Somebody told where to go who never comes is seen again at 18" { clauses = { "1.1", "3.3/1" } }
given { dob = "2008-05-30", approached = "children's services" }
at "2026-05-21 09:15"
event "presents homeless"
at "2026-05-30 09:00"
expect.stage "signposting" { outcome = "turned 18", left = "2026-05-30" }
expect.stage "adult application" { left = nothing, owner = "Housing Options Officer" }
answer("adult application", "not pursued")
expect.status "closed" { outcome = "turned 18" }

scenario "With an open case they go to their own social worker" { clauses = { "3.3/2", "3.6/1" } }
given { dob = "2009-02-11", open_case = true }
at "2026-05-21 09:15"
event "presents homeless"
expect.stage "own social worker" { owner = "Social worker", left = nothing }
expect.referral "refer to own social worker" { to = "Social worker", state = "done" }
expect.no.stage "mediation"
at "14:00"
answer("own social worker", "still homeless")
expect.stage "joint assessment" { entered = "2026-05-21 14:00" }

scenario "With an open case homelessness can be prevented too" { clauses = { "3.3/2", "3.5/3" } }
given { dob = "2009-02-11", open_case = true, welfare_concern = false }
at "2026-05-21 09:15"
event "presents homeless"
at "14:00"
answer("own social worker", "prevented")
expect.status "closed" { outcome = "homelessness prevented" }
expect.no "breach"

scenario "An open case too ends for part two on the 18th birthday" { clauses = { "1.1", "3.3/2" } }
given { dob = "2008-05-30", open_case = true }
at "2026-05-21 09:15"
event "presents homeless"
at "2026-05-30 09:00"
expect.stage "own social worker" { outcome = "turned 18" }
answer("adult application", "application taken")
expect.status "closed" { outcome = "turned 18" }

-- 1.1 and 3.3: part two is for those aged 16 or 17.
scenario "At 15 part two has no stage" { clauses = { "1.1", "3.3/3" } }
given { dob = "2011-01-10" }
at "2026-05-21 09:15"
event "presents homeless"
expect.no.stage {}
expect.status "open"

----------------------------------------------------------------------------------------------------
-- 3.4 and 3.5 Mediation
----------------------------------------------------------------------------------------------------

scenario "Mediation prevents homelessness: the case closes and the MASH is told by telephone" {
  clauses = { "3.4/1", "3.5/1", "3.5/3", "3.5/4" },
}
given { dob = "2009-02-11", welfare_concern = false }
at "2026-05-21 09:15"
event "presents homeless"
at "2026-05-24 16:00" -- a Sunday: 3.5 sets no limit, so nothing is late
expect.no "breach"
answer("mediation", "prevented")
expect.stage "mediation" { outcome = "prevented", outcome_clause = "3.5/3", left = "2026-05-24 16:00" }
expect.notice "tell MASH" { via = "telephone", to = "MASH", state = "done", clause = "3.5/4" }
expect.status "closed" { outcome = "homelessness prevented" }

scenario "While a welfare concern remains the case may not close, but goes to joint assessment" {
  clauses = { "3.5/3", "3.6/1" },
}
given { dob = "2009-02-11", welfare_concern = true }
at "2026-05-21 09:15"
event "presents homeless"
expect.choice "prevented" { state = "barred" }
expect.choice "concern remains"
at "11:30"
answer("mediation", "concern remains")
expect.stage "joint assessment" { entered = "2026-05-21 11:30" }
expect.referral "ask for joint assessment" { to = "MASH", via = "online form", state = "done", clause = "3.6/1" }

scenario "Nobody has said whether there is a welfare concern, so the case cannot be closed yet" { clauses = { "3.5/3" } }
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
expect.choice "prevented" { state = "cannot tell", missing = "welfare_concern" }
expect.no.choice "prevented"
at "10:00"
fact { welfare_concern = false }
expect.choice "prevented"

scenario "Where simple contact is not enough, there are home visits or family mediation" { clauses = { "3.5/2", "3.6/1" } }
given { dob = "2009-02-11", simple_contact_enough = false }
at "2026-05-21 09:15"
event "presents homeless"
expect.deadline "intensive mediation" { status = "undated", due = nothing, owner = "Mediation Service" }
at "2026-05-22 10:00"
event "home visit or family mediation"
expect.deadline "intensive mediation" { status = "met", met_at = "2026-05-22 10:00" }
at "11:00"
answer("mediation", "threat remains")
expect.stage "joint assessment" {}

scenario "Mediation ends on the 18th birthday" { clauses = { "1.1", "3.5/1" } }
given { dob = "2008-05-30", simple_contact_enough = false }
at "2026-05-21 09:15"
event "presents homeless"
at "2026-05-30 09:00"
expect.stage "mediation" { outcome = "turned 18" }
expect.deadline "intensive mediation" { status = "void" }

----------------------------------------------------------------------------------------------------
-- 3.6 to 3.8 The joint assessment
----------------------------------------------------------------------------------------------------

-- 48 hours by the clock, over a weekend: from Thursday 11:30 to Saturday 11:30.
scenario "The joint assessment is done on the minute" { clauses = { "3.4/2", "3.6/2", "3.7/1", "3.7/2", "3.8" } }
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
expect.deadline "joint assessment" {
  status = "live", since = "2026-05-21 11:30", rule = "48 hours", due = "2026-05-23 11:30",
  owner = { "Social worker", "Housing Options Officer" }, clause = "3.7/1",
}
expect.reading "assessment clock starts" { chosen = "referral" }
expect.deadline "parents seen" { status = "undated" }
at "2026-05-22 16:00"
event "parents seen"
expect.deadline "parents seen" { status = "met" }
at "2026-05-23 11:30"
done "joint assessment"
expect.deadline "joint assessment" { status = "met", met_at = "2026-05-23 11:30", late_by = nothing }
expect.no "breach"
at "12:00"
answer("joint assessment", "returned home")
expect.status "closed" { outcome = "returned home" }
expect.bed "home" { from = "2026-05-23 12:00" }

-- Nobody recorded it as done, so ending the stage is what meets it: 25 May 14:45 is 51 hours 15 minutes
-- after Saturday 11:30.
scenario "An assessment that ends two days late is a breach, and stays one" { clauses = { "3.7/1", "3.6/2" } }
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-23 11:30"
expect.deadline "joint assessment" { status = "live" }
after "2026-05-23 11:30"
expect.deadline "joint assessment" { status = "late", met_at = nothing }
at "2026-05-25 14:45"
answer("joint assessment", "settled elsewhere")
expect.deadline "joint assessment" { status = "late", met_at = "2026-05-25 14:45", late_by = "2 days 3 hours 15 minutes" }
expect.breach "joint assessment" {
  due = "2026-05-23 11:30", late_by = "2 days 3 hours 15 minutes", clause = "3.7/1",
  owner = { "Social worker", "Housing Options Officer" },
}
expect.deadline "parents seen" { status = "void" }
expect.status "closed" { outcome = "homelessness prevented" }

scenario "A record that gave the wrong hour is corrected, and the breach with it" { clauses = { "3.7/1" } }
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-23 14:45"
local assessed = done "joint assessment"
expect.breach "joint assessment" { late_by = "3 hours 15 minutes" }
at "2026-05-26 09:00"
correct(assessed) { at = "2026-05-23 10:45" }
expect.deadline "joint assessment" { status = "met", met_at = "2026-05-23 10:45" }
expect.no "breach"

scenario "Social worker and Housing Options Officer decide together; one alone decides nothing" {
  clauses = { "3.6/2", "3.7/1", "3.9" },
}
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 14:00"
sign("joint assessment", "estranged", "Social worker")
expect.stage "joint assessment" { left = nothing }
at "15:00"
sign("joint assessment", "estranged", "Housing Options Officer")
expect.stage "joint assessment" { outcome = "estranged", left = "2026-05-22 15:00" }
expect.no "escalation"

-- 3.12: line managers, then Service Managers; no time for either.
scenario "If the two decide differently, their line managers talk" { clauses = { "3.12", "3.7/1" } }
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 14:00"
sign("joint assessment", "returned home", "Social worker")
sign("joint assessment", "estranged", "Housing Options Officer")
expect.stage "joint assessment" { left = nothing }
expect.escalation "dispute" {
  level = 1, stage = "joint assessment", clause = "3.12",
  owner = { "Line manager, Stockport Family", "Line manager, Stockport Homes" },
}
-- The 48 hours run on meanwhile.
after "2026-05-23 11:30"
expect.breach "joint assessment" {}

scenario "The joint assessment ends on the 18th birthday" { clauses = { "1.1", "3.6/2" } }
given { dob = "2008-05-22" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 09:00"
expect.stage "joint assessment" { outcome = "turned 18", left = "2026-05-22" }
expect.deadline "joint assessment" { status = "void" }
expect.stage "adult application" { left = nothing }

----------------------------------------------------------------------------------------------------
-- 3.7 Somewhere to stay in the meantime
----------------------------------------------------------------------------------------------------

scenario "An interim bed through Stockport Homes lasts until the meeting has decided" { clauses = { "3.7/3" } }
given { dob = "2009-02-11", parents_exclude = true, care = "given" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
expect.tonight "not recorded"
at "16:00"
answer("interim placement", "found through Stockport Homes")
expect.tonight "interim accommodation" { since = "2026-05-21 16:00", clause = "3.7/3" }
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
expect.tonight "interim accommodation"
at "2026-06-01 10:00"
answer("care planning meeting", "section 20")
-- Nights of 21 May to 31 May: eleven.
expect.bed "interim accommodation" { nights = 11 }
expect.tonight "section 20 placement"

scenario "Sometimes the interim bed is found through Stockport Family" { clauses = { "3.7/3" } }
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
answer("interim placement", "found through Stockport Family")
expect.tonight "interim care placement"

-- Sought, not promised.
scenario "Where no bed is found, they have nowhere to sleep, and no clause is broken" { clauses = { "3.7/3" } }
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
answer("interim placement", "none found")
expect.tonight "nowhere"
at "2026-05-22 09:00"
expect.bed "nowhere" { nights = 1 }
expect.no "breach"

scenario "No interim bed is looked for where none is needed" { clauses = { "3.7/3" } }
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
answer("interim placement", "not needed")
expect.stage "interim placement" { outcome = "not needed" }

scenario "The search for an interim bed ends with the assessment" { clauses = { "3.7/3" } }
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
expect.stage "interim placement" { outcome = "assessment over", left = "2026-05-22 15:00" }

----------------------------------------------------------------------------------------------------
-- 3.9 to 3.11 The care planning meeting, and who accommodates
----------------------------------------------------------------------------------------------------

-- Ten working days from Friday 22 May, which is day 0. Monday 25 May is a bank holiday: 26, 27, 28, 29 May
-- are 1 to 4, 1 to 5 June are 5 to 9, Monday 8 June is 10.
scenario "The care planning meeting is held on the tenth working day: section 20" {
  clauses = { "1.6", "3.1/2", "3.4/3", "3.9", "3.10/1" },
}
given { dob = "2009-02-11", parents_exclude = true }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
expect.deadline "care planning meeting" {
  status = "live", since = "2026-05-22 15:00", rule = "10 working days", due = "2026-06-08", owner = "Stockport Family",
}
expect.decision "housing_duty" { value = "not settled" }
consent("care", "given")
expect.decision "housing_duty" { value = "section 20", clause = "3.10/1" }
at "2026-06-08 17:00"
answer("care planning meeting", "section 20")
expect.deadline "care planning meeting" { status = "met", met_at = "2026-06-08 17:00" }
expect.duty "section 20 accommodation" { owner = "Stockport Family", since = "2026-06-08 17:00", ended = nothing }
expect.tonight "section 20 placement" { clause = "3.4/3" }
expect.no "breach"

-- 1.6: part one, on leaving care, takes over.
at "2027-02-11 09:00"
expect.stage "section 20" { outcome = "turned 18", left = "2027-02-11" }
expect.status "closed" { outcome = "turned 18 in care" }

scenario "A meeting on the eleventh working day is a day late" { clauses = { "3.9" } }
given { dob = "2009-02-11", parents_exclude = true, care = "given" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
at "2026-06-09 10:00"
answer("care planning meeting", "section 20")
expect.breach "care planning meeting" { due = "2026-06-08", late_by = "1 working day", owner = "Stockport Family" }

scenario "Who refuses care knowingly is owed the duty of the Housing Act" { clauses = { "3.2", "3.4/4", "3.11/1" } }
given { dob = "2009-02-11", parents_exclude = true, made_fully_aware = true, capacity = true }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
consent("care", "refused")
expect.decision "informed_refusal" { value = true, clause = "3.4/4" }
at "2026-05-27 10:00"
expect.choice "section 20" { state = "barred" }
answer("care planning meeting", "Housing Act duty")
expect.duty "Housing Act accommodation" { owner = "Stockport Homes Group", ended = nothing }
expect.tonight "Housing Act accommodation"
at "2026-07-01 10:00"
answer("Housing Act duty", "housed")
expect.status "closed" { outcome = "housed" }

-- 3.2 and 3.4/4: advice and full capacity.
scenario "A refusal without knowing what it means settles nothing" { clauses = { "3.2", "3.10/1" } }
given { dob = "2009-02-11", parents_exclude = true, made_fully_aware = false, capacity = true }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
consent("care", "refused")
expect.decision "informed_refusal" { value = false }
expect.decision "housing_duty" { value = "not settled" }
expect.choice "section 20" { state = "barred" }
expect.choice "Housing Act duty" { state = "barred" }

-- 3.4/4: not a child in need. The presumption of 3.1 is rebutted.
scenario "Somebody found not to be in need is helped under the Housing Act" { clauses = { "3.1/2", "3.4/4" } }
given { dob = "2009-02-11", parents_exclude = true }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
at "2026-05-26 12:00"
fact { in_need = false }
expect.decision "housing_duty" { value = "Housing Act", clause = "3.4/4" }
answer("care planning meeting", "Housing Act duty")
expect.duty "Housing Act accommodation" {}

-- The gap between 3.10 and 3.11, as the reading has it.
scenario "In need, but not because of the parents: no rule fits, and nobody is named" { clauses = { "3.10/1", "3.11/1" } }
given { dob = "2009-02-11", parents_exclude = false, care = "given" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
expect.decision "housing_duty" { value = "no rule", clause = "3.11/1" }
answer("care planning meeting", "no rule")
expect.no "duty"
expect.reading "in need, but not because of the parents" { chosen = "no rule" }

scenario "The care planning meeting is overtaken by the 18th birthday" { clauses = { "1.1", "3.9" } }
given { dob = "2008-05-30" }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
at "2026-05-30 09:00"
expect.stage "care planning meeting" { outcome = "turned 18" }
expect.deadline "care planning meeting" { status = "void" }

scenario "In care, then no longer wanting it: the duty passes to Stockport Homes" { clauses = { "3.2", "3.10/1", "3.11/1" } }
given { dob = "2009-02-11", parents_exclude = true, care = "given", made_fully_aware = true, capacity = true }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
at "2026-05-27 10:00"
answer("care planning meeting", "section 20")
at "2026-09-01 10:00"
consent("care", "withdrawn")
expect.stage "section 20" { outcome = "no longer wants care", left = "2026-09-01 10:00" }
expect.duty "section 20 accommodation" { ended = "2026-09-01 10:00" }
expect.duty "Housing Act accommodation" { since = "2026-09-01 10:00", ended = nothing }

----------------------------------------------------------------------------------------------------
-- 3.10 Stockport Homes helps with a home; 3.11 the duty is limited
----------------------------------------------------------------------------------------------------

scenario "In an emergency the talk is with the Locality Services Leader" { clauses = { "3.10/2" } }
given { dob = "2009-02-11", parents_exclude = true, care = "given", emergency = true }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
at "2026-05-27 10:00"
answer("care planning meeting", "section 20")
at "11:00"
event "asks Stockport Homes for a home"
expect.stage "talk with Locality Services Leader" { owner = "Locality Services Leader", left = nothing }
expect.no.stage "Accommodation Panel"
answer("talk with Locality Services Leader", "Stockport Homes helps")
-- A second time there is no help.
at "2026-06-10 11:00"
event "asks Stockport Homes for a home"
answer("talk with Locality Services Leader", "no help")
expect.stage "talk with Locality Services Leader" { number = 2, outcome = "no help" }

scenario "Without an emergency it is for the Accommodation Panel, whose sessions have no date" { clauses = { "3.10/2" } }
given { dob = "2009-02-11", parents_exclude = true, care = "given", emergency = false }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
at "2026-05-27 10:00"
answer("care planning meeting", "section 20")
event "asks Stockport Homes for a home"
expect.panel "Accommodation Panel" { listed = "2026-05-27 10:00", session = nothing, outcome = nothing }
at "2026-06-09 12:00"
panel("Accommodation Panel", "no help")
expect.panel "Accommodation Panel" { outcome = "no help", session = "2026-06-09 12:00" }
event "asks Stockport Homes for a home"
at "2026-06-23 12:00"
panel("Accommodation Panel", "Stockport Homes helps")
expect.stage "Accommodation Panel" { number = 2, outcome = "Stockport Homes helps" }

scenario "The duty may be limited; then both look for a home, or assess once more" {
  clauses = { "3.11/2", "3.11/3", "3.11/4", "3.7/1" },
}
given { dob = "2009-02-11", in_need = false, intentionally_homeless = true }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
at "2026-05-27 10:00"
answer("care planning meeting", "Housing Act duty")
at "2026-06-10 10:00"
answer("Housing Act duty", "limited")
expect.duty "explore rehousing together" {
  owner = { "Housing Options Officer", "Social worker" }, since = "2026-06-10 10:00", ended = nothing,
}
at "2026-06-11 10:00"
answer("limited duty", "another joint assessment")
-- A new visit, a new clock: 48 hours more.
expect.stage "joint assessment" { number = 2, entered = "2026-06-11 10:00" }
expect.deadline "joint assessment" { number = 2, status = "live", due = "2026-06-13 10:00" }

scenario "Under a limited duty too a home may be found" { clauses = { "3.11/2", "3.11/4" } }
given { dob = "2009-02-11", in_need = false, intentionally_homeless = false }
at "2026-05-21 09:15"
event "presents homeless"
at "11:30"
answer("mediation", "still homeless")
at "2026-05-22 15:00"
answer("joint assessment", "estranged")
at "2026-05-27 10:00"
answer("care planning meeting", "Housing Act duty")
expect.choice "limited" { state = "barred" }
at "2026-06-10 10:00"
event "loses accommodation"
answer("Housing Act duty", "limited")
at "2026-07-01 10:00"
answer("limited duty", "housed")
expect.status "closed" { outcome = "housed" }

----------------------------------------------------------------------------------------------------
-- What was recorded
----------------------------------------------------------------------------------------------------

-- 3.6 puts the assessment behind mediation. What was done nevertheless is followed, and told.
scenario "A record of an assessment that nobody had begun is a departure" {
  clauses = { "3.6/2" }, recorded = true,
}
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "2026-05-22 15:00"
answer("joint assessment", "returned home")
expect.departure { clause = "3.6/2", at = "2026-05-22 15:00" }
expect.stage "joint assessment" { departed = true, outcome = "returned home" }
expect.status "closed" { outcome = "returned home" }

-- Known to the day only: done on Saturday may be before 11:30 or after it.
scenario "Done on that Saturday, at an hour that nobody noted: in time or late cannot be told" {
  clauses = { "3.7/1" }, recorded = true,
}
given { dob = "2009-02-11" }
at "2026-05-21 09:15"
event "presents homeless"
at "2026-05-21 11:30"
answer("mediation", "still homeless")
at "2026-05-23"
done "joint assessment"
expect.deadline "joint assessment" { status = "cannot tell", due = "2026-05-23 11:30", met_at = "2026-05-23" }
expect.no "breach"
