-- Luton, support for young people leaving care. Worked out by hand from the table of clauses
-- (protocols/clauses/luton.tsv); the comments are the workings.
--
-- The days: 2 June 2026 is a Tuesday. Who is born on 11 February 2009 is 17 then; on 1 March 2006: 20; on 10 June 2002:
-- 23, and 25 on 10 June 2027.

use "luton"

local function leaver(more)
  more.household, more.care_status = "single person", more.care_status or "former_relevant"
  more.dob = more.dob or "2006-03-01"
  return more
end

----------------------------------------------------------------------------------------------------
-- Three clocks, the plan, the final warning
----------------------------------------------------------------------------------------------------

-- 12 months after 2 June 2026 end with 2 June 2027, at the midnight that follows.
scenario "Close work for 12 months after care, as read" { clauses = { "leaving-care.1/2" } }
given(leaver {})
at "2026-06-02 10:00"
event "left care"
expect.duty "close work on housing after care" {
  owner = { "Housing Needs Service", "Children's Services" }, ended = nothing,
}
expect.reading "close work with a care leaver ends" { chosen = "12 months after care" }
after "2027-06-03 00:00"
expect.stage "close work after care" {
  outcome = "time is over", left = "2027-06-03 00:00", clause = "leaving-care.1/2",
}

-- Born 10 June 2002: 25 on 10 June 2027, before 12 months after 1 September 2026 are over.
scenario "Close work ends with the 25th birthday if that is sooner" { clauses = { "leaving-care.1/2" } }
given(leaver { dob = "2002-06-10" })
at "2026-09-01 10:00"
event "left care"
after "2027-06-10 00:00"
expect.stage "close work after care" { outcome = "turned 25", left = "2027-06-10 00:00" }

scenario "The level of support is settled in the Personalised Housing Plan, and reviewed jointly" {
  clauses = { "leaving-care.3", "leaving-care.4" },
}
given(leaver {})
at "2026-06-02 10:00"
event "Personalised Housing Plan drawn up"
expect.deadline "level of support agreed" {
  status = "undated", owner = "Children's Services", clause = "leaving-care.3",
}
expect.deadline "plan reviewed jointly" {
  status = "undated", owner = { "Housing Solutions Officer", "Social worker" }, clause = "leaving-care.4",
}
at "2026-06-09 10:00"
done "level of support agreed"
at "2026-12-01 10:00"
answer("Personalised Housing Plan", "plan completed")
expect.deadline "level of support agreed" { status = "met", met_at = "2026-06-09 10:00" }
expect.deadline "plan reviewed jointly" { status = "met", met_at = "2026-12-01 10:00" }
expect.reading "whose support the plan settles" { chosen = "every young person's" }

-- Immediately is read as the same day.
scenario "A final warning: Children's Services take over, and the managers hear the same day" {
  clauses = { "leaving-care.5", "leaving-care.6" }, acts = "wait",
}
given(leaver { refuses_to_engage = true, breaks_conditions = true })
at "2026-06-02 15:00"
event "final warning given"
expect.duty "meet the housing need" { owner = { "Children's Services", "18+ Team" }, ended = nothing }
expect.deadline "tell the manager in Housing" {
  status = "live", due = "2026-06-02", owner = "Housing Needs Service", clause = "leaving-care.6",
}
at "2026-06-02 16:40"
done "tell the manager in Housing"
expect.deadline "tell the manager in Housing" { status = "met", met_at = "2026-06-02 16:40" }
at "2026-06-03 09:00"
done "tell the manager in Children's Services"
expect.breach "tell the manager in Children's Services" { due = "2026-06-02", owner = "Children's Services" }
at "2026-07-01 10:00"
answer("final warning", "housing need met")
expect.stage "final warning" { outcome = "housing need met", clause = "leaving-care.5" }

scenario "The other manager is told in time, this one a day late" { clauses = { "leaving-care.6" }, acts = "wait" }
given(leaver { refuses_to_engage = true, breaks_conditions = true })
at "2026-06-02 15:00"
event "final warning given"
done "tell the manager in Children's Services"
at "2026-06-03 09:00"
done "tell the manager in Housing"
expect.deadline "tell the manager in Children's Services" { status = "met" }
expect.breach "tell the manager in Housing" { due = "2026-06-02", clause = "leaving-care.6" }

scenario "Only one of the two failings, and both are asked for as read" { clauses = { "leaving-care.5" } }
given(leaver { refuses_to_engage = true, breaks_conditions = false })
at "2026-06-02 15:00"
event "final warning given"
expect.no.stage "final warning"
expect.decision "children_take_over" { value = false, clause = "leaving-care.5" }

----------------------------------------------------------------------------------------------------
-- Breach of tenancy, the support plan, training
----------------------------------------------------------------------------------------------------

scenario "A breach with a risk of intentionality is told the same day" { clauses = { "leaving-care.9" }, acts = "wait" }
given(leaver { intentionality_risk = true })
at "2026-06-05 16:55"
event "tenancy conditions breached"
expect.deadline "tell Social Services of the breach" { status = "live", due = "2026-06-05" }
at "2026-06-05 17:10"
done "tell Social Services of the breach"
expect.notice "tell Social Services of the breach" { to = "Children's Services", clause = "leaving-care.9" }
expect.deadline "tell Social Services of the breach" { status = "met", met_at = "2026-06-05 17:10" }

scenario "Told on Monday of a breach on Friday: late" { clauses = { "leaving-care.9" }, acts = "wait" }
given(leaver { intentionality_risk = true })
at "2026-06-05 16:55"
event "tenancy conditions breached"
at "2026-06-08 09:00"
done "tell Social Services of the breach"
expect.breach "tell Social Services of the breach" { due = "2026-06-05", clause = "leaving-care.9" }

scenario "A breach without a risk of intentionality is not told" { clauses = { "leaving-care.9" } }
given(leaver { intentionality_risk = false })
at "2026-06-05 16:55"
event "tenancy conditions breached"
expect.no.notice "tell Social Services of the breach"

scenario "The support plan is made on the day on which the tenancy is at risk" { clauses = { "leaving-care.10" } }
given(leaver {})
at "2026-06-02 10:00"
event "may lose the tenancy"
expect.deadline "support plan" {
  status = "live", due = "2026-06-02", owner = "Children's Services", clause = "leaving-care.10",
}
at "2026-06-02 16:00"
done "support plan"
expect.deadline "support plan" { status = "met" }
at "2026-07-02 10:00"
event "may lose the tenancy"
at "2026-07-06 10:00"
done "support plan"
expect.breach "support plan" { due = "2026-07-02", clause = "leaving-care.10" }

scenario "A training programme before 18" { clauses = { "leaving-care.11" } }
given(leaver { dob = "2009-02-11", care_status = "eligible" })
at "2026-06-02 10:00"
event "training programme offered"
expect.deadline "training programme before 18" {
  status = "met", due = "2027-02-11 00:00", owner = { "Housing Needs Service", "Children's Services" },
  clause = "leaving-care.11",
}

scenario "No training programme by the 18th birthday" { clauses = { "leaving-care.11" } }
given(leaver { dob = "2009-02-11", care_status = "looked_after" })
at "2027-02-01 10:00"
event "options interview"
after "2027-02-11 00:00"
expect.breach "training programme before 18" { due = "2027-02-11 00:00" }

----------------------------------------------------------------------------------------------------
-- The register
----------------------------------------------------------------------------------------------------

scenario "The register suits: an application, and enhanced priority once both are confirmed" {
  clauses = { "leaving-care.12", "leaving-care.13", "leaving-care.14" },
}
given(leaver { dob = "2009-02-11", care_status = "eligible" })
at "2026-06-02 10:00"
event "options interview"
expect.deadline "consider the housing register" { owner = "Housing Solutions Officer", clause = "leaving-care.12" }
at "2026-06-02 11:00"
event "housing register considered"
answer("options interview", "register suits")
expect.deadline "consider the housing register" { status = "met", met_at = "2026-06-02 11:00" }
at "2026-06-12 11:00"
answer("register application", "application submitted")
expect.stage "register application" { outcome = "application submitted", clause = "leaving-care.13" }
expect.choice "confirmed" { state = "cannot tell" }
fact { due_to_leave_placement = true, ready_for_a_tenancy = false }
expect.choice "confirmed" { state = "barred", clause = "leaving-care.14" }
fact { ready_for_a_tenancy = true }
answer("enhanced priority", "confirmed")
expect.entitlement "enhanced priority" { clause = "leaving-care.14" }
expect.stage "enhanced priority" { owner = "16+ team" }

scenario "The register is thought of too late; another route is better" { clauses = { "leaving-care.12" } }
given(leaver {})
at "2026-06-02 10:00"
event "options interview"
at "2026-06-02 11:00"
answer("options interview", "another route is better")
expect.breach "consider the housing register" { due = "2026-06-02 11:00", clause = "leaving-care.12" }

scenario "Children's Services do not confirm" { clauses = { "leaving-care.14" }, recorded = true }
given(leaver { due_to_leave_placement = true, ready_for_a_tenancy = false })
at "2026-06-02 10:00"
event "options interview"
answer("options interview", "register suits")
answer("register application", "application submitted")
answer("enhanced priority", "not confirmed")
expect.no.entitlement "enhanced priority"

----------------------------------------------------------------------------------------------------
-- Ten direct allocations, and who authorises them
----------------------------------------------------------------------------------------------------

scenario "Three authorise a direct allocation" { clauses = { "leaving-care.16", "leaving-care.17" } }
given(leaver { priority_kind = "care leaver" })
at "2026-06-02 10:00"
event "direct allocation proposed"
sign("direct allocation", "authorised", "Service Director for Housing")
sign("direct allocation", "authorised", "Portfolio Holder for Housing")
expect.stage "direct allocation" { left = nothing, clause = "leaving-care.17" }
expect.no.entitlement "direct allocation"
at "2026-06-05 10:00"
sign("direct allocation", "authorised", "Receiving landlord")
expect.stage "direct allocation" { left = "2026-06-05 10:00", outcome = "authorised" }
expect.entitlement "direct allocation" { clause = "leaving-care.16" }
expect.reading "whose ten allocations" { chosen = "one pool for all" }

scenario "Another directorate's Portfolio Holder signs too" { clauses = { "leaving-care.16", "leaving-care.17" } }
given(leaver { priority_kind = "fostering", another_directorate = true })
at "2026-06-02 10:00"
event "direct allocation proposed"
sign("direct allocation with another directorate", "authorised", "Service Director for Housing")
sign("direct allocation with another directorate", "authorised", "Portfolio Holder for Housing")
sign("direct allocation with another directorate", "authorised", "Receiving landlord")
expect.no.entitlement "direct allocation"
sign("direct allocation with another directorate", "authorised", "Portfolio Holder for the relevant Service Directorate")
expect.entitlement "direct allocation" {}

scenario "Not authorised" { clauses = { "leaving-care.17" } }
given(leaver { priority_kind = "public protection" })
at "2026-06-02 10:00"
event "direct allocation proposed"
answer("direct allocation", "not authorised")
expect.no.entitlement "direct allocation"
at "2026-06-03 10:00"
fact { another_directorate = true }
event "direct allocation proposed"
answer("direct allocation with another directorate", "not authorised")
expect.no.entitlement "direct allocation"

-- The case stands for the council: nine in March 2027, the tenth on the 31st, an eleventh the same day is one too many;
-- on 1 April 2027 a new financial year begins.
scenario "Ten in a financial year, whoever they are for; the eleventh waits for 1 April" {
  clauses = { "leaving-care.16" },
}
given { priority_kind = "care leaver" }
at "2027-03-01 10:00"
for _ = 1, 9 do
  event "direct allocation proposed"
  answer("direct allocation", "authorised")
end
at "2027-03-31 10:00"
fact { priority_kind = "public protection" }
event "direct allocation proposed"
expect.choice "authorised" {}
answer("direct allocation", "authorised")
event "direct allocation proposed"
expect.choice "authorised" { state = "barred" }
at "2027-04-01 09:00"
expect.choice "authorised" {}
answer("direct allocation", "authorised")
expect.reading "a year of allocations" { chosen = "the financial year", clause = "leaving-care.16" }
expect.no "breach"
