-- Stockport 2018, part one: young people leaving care. Worked out by hand from the table of clauses
-- (protocols/clauses/stockport-2018.tsv); the comments are the workings. The way from the referral to a home of one's
-- own is in stockport-2018-own-home.scenario.lua.
--
-- The days: 21 May 2026 is a Thursday, 25 May the spring bank holiday. Who is born on 11 February 2009 is
-- 17 then and turns 18 on 11 February 2027; who is born on 1 March 2008 is 18 already.

use "stockport-2018"

----------------------------------------------------------------------------------------------------
-- 2.1, 2.4 and 2.11 The pathway plan
----------------------------------------------------------------------------------------------------

scenario "The pathway plan deals with accommodation and with support needs, at no fixed time" {
  clauses = { "2.1/2", "2.4/1", "2.11" },
}
given { dob = "2009-02-11", care_status = "looked_after" }
at "2026-05-21 09:00"
fact { may_move_on = true }
expect.stage "pathway planning" {
  entered = "2026-05-21 09:00", owner = { "Social worker", "Personal adviser" }, left = nothing, clause = "2.1/2",
}
expect.deadline "accommodation in the pathway plan" { status = "undated", due = nothing, clause = "2.1/2" }
expect.deadline "support needs in the pathway plan" { status = "undated", due = nothing, clause = "2.11" }
at "2026-06-11 14:00"
done "accommodation in the pathway plan"
expect.deadline "accommodation in the pathway plan" { status = "met", met_at = "2026-06-11 14:00" }
expect.deadline "support needs in the pathway plan" { status = "undated" }
at "2026-07-02 10:30"
done "support needs in the pathway plan"
expect.deadline "support needs in the pathway plan" { status = "met", met_at = "2026-07-02 10:30" }
expect.deadline "invite the Housing Options Officer" { status = "live", owner = "Stockport Family", due = "2027-02-11 00:00" }
expect.no "breach"

-- While 16 or 17: it ends as the 18th birthday begins. From then to 09:30 on the same day is 9 hours 30.
scenario "An invitation on the 18th birthday itself comes too late" { clauses = { "2.4/1" } }
given { dob = "2009-02-11", care_status = "looked_after" }
at "2026-05-21 09:00"
fact { may_move_on = true }
at "2027-02-11 09:30"
done "invite the Housing Options Officer"
expect.breach "invite the Housing Options Officer" { late_by = "9 hours 30 minutes", owner = "Stockport Family" }

scenario "Somebody who was never in care has no pathway plan" { clauses = { "1.1", "2.1/2" } }
given { dob = "2009-02-11", care_status = "none" }
at "2026-05-21 09:00"
fact { may_move_on = true }
expect.no.stage "pathway planning"
expect.decision "leaving_care" { value = false, clause = "1.1" }

----------------------------------------------------------------------------------------------------
-- 2.3 The number of homes
----------------------------------------------------------------------------------------------------

-- 1 April 2026 is a Wednesday; the day counts to its end.
scenario "Changed numbers are told on the day on which the financial year begins" { clauses = { "2.3/3" }, acts = "wait" }
given { numbers_change = true }
at "2026-04-01 09:00"
event "financial year begins"
expect.deadline "tell of changed numbers" {
  status = "live", rule = "same day", due = "2026-04-01", owner = "Stockport Family", clause = "2.3/3",
}
at "2026-04-01 16:45"
done "tell of changed numbers"
expect.deadline "tell of changed numbers" { status = "met", met_at = "2026-04-01 16:45" }
expect.notice "tell of changed numbers" { to = "Stockport Homes Group", state = "done" }
expect.no "breach"

scenario "Where the numbers stay as they were, nobody need be told" { clauses = { "2.3/3" } }
given { numbers_change = false }
at "2026-04-01 09:00"
event "financial year begins"
expect.no.stage "start of the financial year"
expect.no.deadline "tell of changed numbers"

----------------------------------------------------------------------------------------------------
-- 2.10 Company at viewings and at the sign-up
----------------------------------------------------------------------------------------------------

scenario "A viewing that did not take place" { clauses = { "2.10/1", "2.10/2" } }
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-05-21 09:00"
event "viewing booked"
expect.stage "viewing" { owner = { "Personal adviser", "Suitable adult" }, left = nothing }
expect.notice "tell of the viewing" { to = "Leaving Care Team", state = "done", clause = "2.10/2" }
at "2026-05-26 14:00"
answer("viewing", "did not take place")
expect.stage "viewing" { outcome = "did not take place", left = "2026-05-26 14:00", outcome_clause = "2.10/1" }
expect.status "open"
expect.no "breach"

scenario "Somebody goes along to a viewing" { clauses = { "2.10/1", "2.10/2" } }
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-05-27 09:00"
event "viewing booked"
at "2026-05-28 10:00"
answer("viewing", "accompanied")
expect.deadline "company at the viewing" { status = "met", met_at = "2026-05-28 10:00", owner = "Leaving Care Team" }
expect.no "breach"

scenario "An appointment to sign at which nothing is signed makes no tenant" { clauses = { "2.9/1", "2.9/3", "2.10/1" } }
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-05-21 09:00"
event "sign-up booked"
at "2026-05-26 10:00"
event "accompanied to sign up"
at "10:30"
expect.choice "introductory or secure tenancy"
expect.choice "equitable tenancy" { state = "barred" }
answer("sign-up", "not signed")
expect.stage "sign-up" { outcome = "not signed", left = "2026-05-26 10:30" }
expect.deadline "company at the sign-up" { status = "met", met_at = "2026-05-26 10:00" }
expect.no.stage "tenancy"
expect.no.duty "introductory or secure tenancy"
expect.tonight "not recorded"

-- Only a word ahead of the appointment lets the team find somebody: told at 11:00 for 10:00, an hour late. Nobody
-- went along: at 11:00 that is an hour ago too.
scenario "The leaving care team hears of the sign-up only after it" { clauses = { "2.10/2", "2.10/1" }, acts = "wait" }
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-05-21 09:00"
event "sign-up booked"
expect.deadline "tell of the sign-up" { status = "undated", owner = "Stockport Homes Group", met_at = nothing }
at "2026-05-26 10:00"
answer("sign-up", "introductory or secure tenancy")
at "11:00"
done "tell of the sign-up"
expect.breach "tell of the sign-up" { due = "2026-05-26 10:00", late_by = "1 hour", owner = "Stockport Homes Group" }
expect.breach "company at the sign-up" { due = "2026-05-26 10:00", owner = "Leaving Care Team", late_by = "1 hour" }

----------------------------------------------------------------------------------------------------
-- 2.9 Tenancies
----------------------------------------------------------------------------------------------------

scenario "Who signs at 18 moves into a home as a tenant" { clauses = { "2.7/3", "2.9/2", "2.9/3" } }
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-05-21 09:00"
event "sign-up booked"
at "2026-05-26 10:00"
event "accompanied to sign up"
at "10:30"
answer("sign-up", "introductory or secure tenancy")
expect.deadline "home for a tenant" { status = "met", met_at = "2026-05-26 10:30", act = true }
expect.duty "introductory or secure tenancy" { owner = "Stockport Homes Group", since = "2026-05-26 10:30", ended = nothing }
expect.tonight "own tenancy" { provider = "Stockport Homes Group", since = "2026-05-26 10:30" }
expect.no "breach"

-- Under 18 it was an equitable tenancy, and it turns into another as the birthday begins.
scenario "An equitable tenancy converts on the 18th birthday" { clauses = { "2.9/1", "2.9/2", "2.9/3" } }
given { dob = "2009-02-11", care_status = "looked_after" }
at "2026-05-21 09:00"
event "sign-up booked"
at "2026-05-26 10:00"
event "accompanied to sign up"
expect.choice "introductory or secure tenancy" { state = "barred" }
answer("sign-up", "equitable tenancy")
expect.deadline "home for a tenant under 18" { status = "met", met_at = "2026-05-26 10:00" }
expect.duty "equitable tenancy" { owner = "Stockport Homes Group", ended = nothing }
at "2027-02-11 09:00"
expect.stage "equitable tenancy" { outcome = "converted", left = "2027-02-11" }
expect.deadline "conversion" { status = "met", due = "2027-02-11" }
expect.stage "tenancy" { entered = "2027-02-11", left = nothing }
-- Already at home there: the bed stays the one of 26 May.
expect.tonight "own tenancy" { since = "2026-05-26 10:00" }
expect.no "breach"

-- Born on 1 March 2008, so 18 on 1 March 2026. 2.9/3 leaves such a tenant nothing but an introductory or
-- secure tenancy; the equitable one signed all the same converts at once. Its own day is already past.
scenario "An equitable tenancy signed at 18 is a departure, and converts at once" {
  clauses = { "2.9/1", "2.9/2" }, recorded = true,
}
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-05-21 09:00"
event "sign-up booked"
at "2026-05-26 10:00"
event "accompanied to sign up"
answer("sign-up", "equitable tenancy")
expect.departure { clause = "2.9/1", at = "2026-05-26 10:00" }
expect.stage "equitable tenancy" { outcome = "converted", left = "2026-05-26 10:00" }
expect.deadline "conversion" { status = "void", due = "2026-03-01" }
expect.stage "tenancy" { entered = "2026-05-26 10:00", left = nothing }
expect.no "breach"

-- Thought to turn 18 on 11 February 2027; on 1 December it is learnt that 18 began on 1 September. From
-- there to 1 December are 30 + 31 + 30 days.
scenario "A tenant who is found to be 18 already is converted late" { clauses = { "2.9/1", "2.9/2" } }
given { dob = "2009-02-11", care_status = "looked_after" }
at "2026-05-21 09:00"
event "sign-up booked"
at "2026-05-26 10:00"
event "accompanied to sign up"
answer("sign-up", "equitable tenancy")
at "2026-12-01 10:00"
expect.deadline "conversion" { status = "undated", due = nothing }
fact { dob = "2008-09-01" }
expect.breach "conversion" { due = "2026-09-01", late_by = "91 days", owner = "Stockport Homes Group", clause = "2.9/2" }
expect.stage "equitable tenancy" { outcome = "converted", left = "2026-12-01 10:00" }
expect.stage "tenancy" { entered = "2026-12-01 10:00", left = nothing }

-- By itself, as it is read here; but a record that says otherwise stands. The day counts to its end.
scenario "A record says that the conversion was not done on the birthday" {
  clauses = { "2.9/2" }, recorded = true,
}
given { dob = "2009-02-11", care_status = "looked_after" }
at "2026-05-21 09:00"
event "sign-up booked"
at "2026-05-26 10:00"
event "accompanied to sign up"
answer("sign-up", "equitable tenancy")
at "2027-02-12 10:00"
not_done "conversion"
expect.reading "conversion at 18" { chosen = "by itself" }
expect.breach "conversion" { due = "2027-02-11", late_by = "1 day", owner = "Stockport Homes Group" }

----------------------------------------------------------------------------------------------------
-- 2.12 Trouble with a tenancy
----------------------------------------------------------------------------------------------------

scenario "Where the formal meeting agrees on nothing, possession stays the last resort" {
  clauses = { "2.12/3", "2.12/4", "2.12/5", "2.9/1" },
}
given { dob = "2009-02-11", care_status = "looked_after" }
at "2026-05-21 09:00"
event "sign-up booked"
at "2026-05-26 10:00"
event "accompanied to sign up"
answer("sign-up", "equitable tenancy")
expect.choice "possession" { state = "barred" }
at "2026-09-01 09:00"
event "possession considered"
expect.stage "formal meeting" { owner = "Housing Options Officer for care leavers", left = nothing }
expect.referral "ask for the formal meeting" { to = "Housing Options Officer for care leavers", state = "done" }
expect.deadline "formal meeting" { status = "undated" }
expect.choice "possession" { state = "barred" }
at "2026-09-10 14:00"
answer("formal meeting", "none agreed")
expect.deadline "formal meeting" { status = "met", met_at = "2026-09-10 14:00" }
expect.no.stage "other options"
expect.decision "may_take_possession" { value = true, clause = "2.12/5" }
at "2026-12-01 10:00"
answer("equitable tenancy", "possession")
expect.stage "equitable tenancy" { outcome = "possession", outcome_clause = "2.12/5" }
expect.duty "equitable tenancy" { ended = "2026-12-01 10:00" }
expect.deadline "conversion" { status = "void" }
expect.status "closed" { outcome = "tenancy lost" }
expect.no "breach"

scenario "Alternatives are looked for, and the tenancy is kept after all" { clauses = { "2.12/3", "2.12/4" } }
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-05-21 09:00"
event "sign-up booked"
at "2026-05-26 10:00"
event "accompanied to sign up"
answer("sign-up", "introductory or secure tenancy")
at "2026-09-01 09:00"
event "possession considered"
at "2026-09-10 14:00"
answer("formal meeting", "alternatives")
expect.stage "other options" { owner = { "Social worker", "Personal adviser" }, entered = "2026-09-10 14:00" }
expect.duty "look at alternatives to the tenancy" { ended = nothing }
at "2026-10-05 11:00"
answer("other options", "tenancy kept")
expect.stage "other options" { outcome = "tenancy kept", left = "2026-10-05 11:00" }
expect.duty "look at alternatives to the tenancy" { ended = "2026-10-05 11:00" }
expect.stage "tenancy" { left = nothing }
expect.tonight "own tenancy"
expect.status "open"
