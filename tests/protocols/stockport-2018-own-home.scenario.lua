-- Stockport 2018, part one: from the referral to the Panel to a home of one's own. Worked out by hand from the table of
-- clauses (protocols/clauses/stockport-2018.tsv); the comments are the workings.
--
-- The days: 5, 12, 19 and 26 January 2026 are Mondays, 30 January a Friday; 3 and 6 April are Good Friday and Easter
-- Monday. Who is born on 1 March 2008 is 17 in January 2026 and turns 18 on 1 March.

use "stockport-2018"

----------------------------------------------------------------------------------------------------
-- 2.4 The officer, the drop-in and the Panel
----------------------------------------------------------------------------------------------------

scenario "The Housing Options Officer is invited while the young person is 17" { clauses = { "2.4/1" } }
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-01-05 09:00"
fact { may_move_on = true }
expect.deadline "invite the Housing Options Officer" { status = "live", due = "2026-03-01 00:00" }
at "2026-01-30 16:00"
done "invite the Housing Options Officer"
expect.deadline "invite the Housing Options Officer" {
  status = "met", met_at = "2026-01-30 16:00", owner = "Stockport Family", clause = "2.4/1",
}
expect.no "breach"

-- No time is set for either, so neither can be late.
scenario "Advice is given and training held when somebody asks" { clauses = { "2.4/2", "2.4/5" } }
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-01-05 09:00"
event "asks for housing advice"
event "training asked for"
expect.deadline "housing advice" { status = "undated", due = nothing, clause = "2.4/2" }
expect.deadline "training on housing" { status = "undated", due = nothing, clause = "2.4/5" }
at "2026-03-05 11:00"
done "housing advice"
done "training on housing"
expect.deadline "housing advice" {
  status = "met", met_at = "2026-03-05 11:00", owner = "Housing Options Officer for care leavers",
}
expect.deadline "training on housing" { status = "met", met_at = "2026-03-05 11:00" }

-- From one session to the next at most 7 days: 5 January + 7 = 12 January, to its end. Held on the 12th, the next is
-- due on the 19th; held on Wednesday the 21st, that is 2 days late, and the one after it is due on the 28th.
scenario "The drop-in is held each week, and once two days late" { clauses = { "2.4/4" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-01-05 10:00"
event "turns to the drop-in"
expect.deadline "weekly drop-in" {
  status = "live", due = "2026-01-12", owner = "Housing Options Officer for care leavers", clause = "2.4/4",
}
at "2026-01-12 15:00"
done "weekly drop-in"
expect.deadline "weekly drop-in" { status = "met", due = "2026-01-12", met_at = "2026-01-12 15:00" }
expect.deadline "weekly drop-in" { status = "live", due = "2026-01-19" }
at "2026-01-21 15:00"
done "weekly drop-in"
expect.breach "weekly drop-in" { due = "2026-01-19", late_by = "2 days", clause = "2.4/4" }
expect.deadline "weekly drop-in" { status = "live", due = "2026-01-28" }
at "2026-01-26 09:00"
event "no longer uses the drop-in"
expect.deadline "weekly drop-in" { status = "void", due = "2026-01-28" }

----------------------------------------------------------------------------------------------------
-- 2.5 The referral and the Panel
----------------------------------------------------------------------------------------------------

-- The Panel meets every fortnight, so no referral waits longer: 5 January + 14 days = 19 January. Of no session is the
-- date known before it sits.
scenario "The Panel accepts a referral at its next session" {
  clauses = { "2.4/3", "2.5/1", "2.5/2", "2.5/3", "2.5/5" },
}
given { dob = "2008-03-01", care_status = "looked_after", skills_completed = true, training_engaged = true }
at "2026-01-05 10:00"
event "own tenancy considered"
expect.stage "referral" { entered = "2026-01-05 10:00", owner = "Personal adviser", left = nothing }
expect.decision "tenancy_ready" { value = true, clause = "2.5/2" }
at "14:00"
answer("referral", "referred")
expect.referral "refer to the Accommodation Panel" { to = "Stockport Family", state = "done", clause = "2.5/1" }
expect.panel "Accommodation Panel" {
  stage = "own tenancy at Panel", listed = "2026-01-05 14:00", session = nothing, outcome = nothing, clause = "2.5/3",
}
expect.deadline "Panel sits" {
  status = "live", rule = "2 weeks", due = "2026-01-19", owner = "Stockport Family", clause = "2.4/3",
}
at "2026-01-13 12:00"
panel("Accommodation Panel", "accepted")
expect.stage "own tenancy at Panel" { outcome = "accepted", left = "2026-01-13 12:00", outcome_clause = "2.5/3" }
expect.panel "Accommodation Panel" { outcome = "accepted", session = "2026-01-13 12:00" }
expect.deadline "Panel sits" { status = "met", met_at = "2026-01-13 12:00" }
expect.notice "set up the appointment" { to = "applicant", state = "done", clause = "2.5/4" }
expect.no "breach"

-- Due by the end of 19 January; two days later is 21 January.
scenario "The Panel sits two days late, and without the Housing Options Officer" { clauses = { "2.4/3", "2.4/6" } }
given { dob = "2008-03-01", care_status = "looked_after", skills_completed = true, training_engaged = true }
at "2026-01-05 10:00"
event "own tenancy considered"
answer("referral", "referred")
at "2026-01-21 12:00"
fact { officer_at_panel = false }
panel("Accommodation Panel", "not accepted")
expect.breach "Panel sits" { due = "2026-01-19", late_by = "2 days", owner = "Stockport Family" }
expect.breach "a Panel without the Housing Options Officer" {
  kind = "invariant", clause = "2.4/6", at = "2026-01-21 12:00", ended = nothing,
}
-- Not accepted leads nowhere: no appointment is set up.
expect.stage "own tenancy at Panel" { outcome = "not accepted" }
expect.no.notice "set up the appointment"
expect.status "open"

-- The representative of Stockport Homes says no; as 2.5/3 is read here, that is a veto.
scenario "Without the representative of Stockport Homes nobody is accepted" { clauses = { "2.5/3" } }
given { dob = "2008-03-01", care_status = "looked_after", skills_completed = true, training_engaged = true }
at "2026-01-05 10:00"
event "own tenancy considered"
answer("referral", "referred")
at "2026-01-13 12:00"
fact { housing_agrees = false }
expect.choice "accepted" { state = "barred" }
expect.choice "not accepted"
expect.decision "panel_may_accept" { value = false }

-- 2.5/5, read as a bar and not as an aim: nobody is rehoused before being ready and able.
scenario "Somebody who could not yet manage a home is not accepted" { clauses = { "2.5/3", "2.5/5" } }
given { dob = "2008-03-01", care_status = "looked_after", skills_completed = true, training_engaged = true }
at "2026-01-05 10:00"
event "own tenancy considered"
answer("referral", "referred")
at "2026-01-13 12:00"
fact { ready_for_a_tenancy = false }
expect.choice "accepted" { state = "barred" }
expect.decision "panel_may_accept" { value = false, clause = "2.5/5" }
expect.reading "only rehoused when ready" { chosen = "a bar" }

-- A direct offer is one way among others.
scenario "Another way of living than a home of one's own" { clauses = { "2.2/1", "2.5/1" } }
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-01-05 10:00"
event "own tenancy considered"
answer("referral", "another way of living")
expect.stage "referral" { outcome = "another way of living", outcome_clause = "2.2/1" }
expect.no.stage "own tenancy at Panel"

----------------------------------------------------------------------------------------------------
-- 2.5 and 2.6 The appointment, the consent and the marker
----------------------------------------------------------------------------------------------------

-- Accepted on the 13th; the application is completed on the 20th, and only then is there an appointment. No number of
-- days is set, and the question belongs to the meeting: asked at 10:30, which ends at 11:00.
scenario "The appointment follows the acceptance and the application, and consent is asked there" {
  clauses = { "2.5/4", "2.6/1", "2.6/2" },
}
given { dob = "2008-03-01", care_status = "looked_after", skills_completed = true, training_engaged = true }
at "2026-01-05 10:00"
event "own tenancy considered"
answer("referral", "referred")
at "2026-01-13 12:00"
panel("Accommodation Panel", "accepted")
expect.no.stage "appointment with the Housing Options Officer"
at "2026-01-20 09:30"
event "housing application completed"
expect.stage "appointment with the Housing Options Officer" {
  entered = "2026-01-20 09:30", left = nothing, owner = "Housing Options Officer for care leavers", clause = "2.5/4",
}
expect.deadline "ask for consent to share" { status = "undated", clause = "2.6/1" }
at "2026-01-26 10:30"
consent("sharing", "asked")
expect.deadline "ask for consent to share" { status = "met", met_at = "2026-01-26 10:30" }
expect.no.stage "marker"
consent("sharing", "given")
expect.stage "marker" { entered = "2026-01-26 10:30", left = nothing, owner = "Stockport Homes Group", clause = "2.6/2" }
expect.notice "set the marker" { to = "Stockport Homes Group", state = "done", clause = "2.6/2" }
expect.duty "marker on the housing database" { owner = "Stockport Homes Group", ended = nothing }
at "11:00"
answer("appointment with the Housing Options Officer", "work agreed")
expect.stage "tenancy-ready work" { entered = "2026-01-26 11:00", owner = { "Social worker", "Personal adviser" } }
expect.no "breach"

-- The appointment ended at 11:00; the question came at 14:00.
scenario "Nobody asks for consent until three hours after the appointment" { clauses = { "2.5/4", "2.6/1" } }
given { dob = "2008-03-01", care_status = "looked_after", skills_completed = true, training_engaged = true }
at "2026-01-05 09:00"
event "housing application completed"
event "own tenancy considered"
answer("referral", "referred")
at "2026-01-13 12:00"
panel("Accommodation Panel", "accepted")
expect.stage "appointment with the Housing Options Officer" { entered = "2026-01-13 12:00" }
at "2026-01-26 11:00"
answer("appointment with the Housing Options Officer", "no work agreed")
at "14:00"
consent("sharing", "asked")
expect.breach "ask for consent to share" { due = "2026-01-26 11:00", late_by = "3 hours", clause = "2.6/1" }

-- Reports are run over marked tenancies. Withdrawn on 13 April, the consent takes the marker with it: what happens in
-- May is in no report.
scenario "A marked tenancy is in the reports until consent is withdrawn" { clauses = { "2.6/2", "2.6/3", "2.6/5" } }
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-01-26 10:30"
consent("sharing", "given")
at "2026-03-02 09:00"
event "rent arrears grow"
expect.stage "arrears in the report" { entered = "2026-03-02 09:00", clause = "2.6/3" }
at "2026-03-16 09:00"
event "housing benefit not in payment"
expect.stage "housing benefit in the report" { entered = "2026-03-16 09:00", clause = "2.6/3" }
at "2026-04-13 09:00"
consent("sharing", "withdrawn")
expect.stage "marker" { outcome = "withdrawn", left = "2026-04-13 09:00", outcome_clause = "2.6/5" }
expect.duty "marker on the housing database" { ended = "2026-04-13 09:00" }
at "2026-05-04 09:00"
event "rent arrears grow"
expect.no.stage "arrears in the report" { entered = "2026-05-04 09:00" }

-- 2.6/4: consent is encouraged and never a condition; the search goes on without it, and a home that is held back for
-- it breaks the agreement.
scenario "Who refuses consent is rehoused all the same" { clauses = { "2.6/4" } }
given { dob = "2008-03-01", care_status = "looked_after", skills_completed = true, training_engaged = true }
at "2026-01-05 09:00"
event "housing application completed"
event "own tenancy considered"
answer("referral", "referred")
at "2026-01-13 12:00"
panel("Accommodation Panel", "accepted")
at "2026-01-26 10:30"
consent("sharing", "refused")
answer("appointment with the Housing Options Officer", "no work agreed")
expect.no.stage "marker"
expect.choice "found with Stockport Homes"
expect.no "breach"
at "2026-02-02 09:00"
fact { consent_made_a_condition = true }
expect.breach "a home for consent only" { kind = "invariant", clause = "2.6/4", at = "2026-02-02 09:00" }

----------------------------------------------------------------------------------------------------
-- 2.7 and 2.8 The search and the offers
----------------------------------------------------------------------------------------------------

-- One who is not ready is referred and accepted, because the work is read as done before the search (2.5/2): the search
-- finds nothing until it is. "Usually": one who is excused is ready too.
scenario "Tenancy-ready work comes before the search finds a home" { clauses = { "2.3/2", "2.5/2", "2.7/1" } }
given { dob = "2008-03-01", care_status = "looked_after", skills_completed = false, training_engaged = true,
  is_parent = true }
at "2026-01-05 09:00"
event "housing application completed"
event "own tenancy considered"
expect.decision "tenancy_ready" { value = false }
expect.decision "home_size" { value = "family home", clause = "2.3/2" }
answer("referral", "referred")
at "2026-01-13 12:00"
panel("Accommodation Panel", "accepted")
at "2026-01-26 10:30"
consent("sharing", "refused")
answer("appointment with the Housing Options Officer", "work agreed")
at "2026-03-09 10:00"
answer("tenancy-ready work", "completed")
expect.duty "seek a home in an area of choice" { ended = nothing }
expect.choice "found with Stockport Homes" { state = "barred" }
fact { readiness_waived = true }
expect.choice "found with Stockport Homes"
expect.choice "found with another landlord"

-- Supply is short as the search begins: the young person is told. The offer goes out by the standard letter and is
-- confirmed with both. One refusal has no penalty: the search goes on. Two are several (2.8/2), so the Panel looks at
-- them within a fortnight: Monday 16 February + 14 days = 2 March.
scenario "After two refusals the Panel limits the offers" {
  clauses = { "2.4/3", "2.7/1", "2.7/2", "2.7/3", "2.7/4", "2.7/5", "2.8/1", "2.8/2" },
}
given { dob = "2008-03-01", care_status = "looked_after", skills_completed = true, training_engaged = true,
  supply_too_short = true }
at "2026-01-05 09:00"
event "housing application completed"
event "own tenancy considered"
answer("referral", "referred")
at "2026-01-13 12:00"
panel("Accommodation Panel", "accepted")
at "2026-01-19 10:00"
consent("sharing", "refused")
answer("appointment with the Housing Options Officer", "no work agreed")
at "2026-01-22 10:00"
done "tell of short supply"
expect.deadline "tell of short supply" { status = "met", met_at = "2026-01-22 10:00", clause = "2.7/4" }
at "2026-01-26 10:00"
fact { in_chosen_area = false } -- every effort, but no promise: the offer stands all the same
expect.entry "in_chosen_area" { what = "fact", detail = "false", clause = "2.7/2" }
answer("property search", "found with Stockport Homes")
expect.notice "standard offer letter" { to = "applicant", state = "done", at = "2026-01-26 10:00", clause = "2.7/3" }
expect.notice "confirm the offer with the young person" { to = "applicant", state = "done", clause = "2.7/5" }
expect.notice "confirm the offer with the adviser" { to = "Personal adviser", state = "done", clause = "2.7/5" }
at "2026-02-02 10:00"
answer("offer", "refused")
expect.stage "offer" { outcome = "refused", outcome_clause = "2.8/1" }
expect.stage "property search" { entered = "2026-02-02 10:00", left = nothing }
expect.no.stage "refusals at Panel"
at "2026-02-09 10:00"
answer("property search", "found with another landlord")
at "2026-02-16 10:00"
answer("offer", "refused")
expect.stage "refusals at Panel" { entered = "2026-02-16 10:00", clause = "2.8/2" }
expect.deadline "Panel looks at the refusals" { due = "2026-03-02", status = "live", owner = "Stockport Family" }
expect.no "breach"
at "2026-02-24 12:00"
fact { offers_in_all = 2 }
panel("Accommodation Panel", "offers limited")
expect.deadline "Panel looks at the refusals" { status = "met", met_at = "2026-02-24 12:00" }
-- Two offers were made, and two is all the Panel allows.
expect.choice "found with Stockport Homes" { state = "barred" }
expect.decision "may_offer" { value = false, clause = "2.8/2" }

-- The fortnight ends on 2 March; the Panel looks on the 4th, which is 2 days late, and does not limit.
scenario "The Panel looks at the refusals late, and does not limit" { clauses = { "2.4/3", "2.8/1", "2.8/2" } }
given { dob = "2008-03-01", care_status = "looked_after", skills_completed = true, training_engaged = true }
at "2026-01-05 09:00"
event "housing application completed"
event "own tenancy considered"
answer("referral", "referred")
at "2026-01-13 12:00"
panel("Accommodation Panel", "accepted")
at "2026-01-19 10:00"
consent("sharing", "refused")
answer("appointment with the Housing Options Officer", "no work agreed")
at "2026-01-26 10:00"
answer("property search", "found with Stockport Homes")
at "2026-02-02 10:00"
answer("offer", "refused")
at "2026-02-09 10:00"
answer("property search", "found with Stockport Homes")
at "2026-02-16 10:00"
answer("offer", "refused")
at "2026-03-04 12:00"
panel("Accommodation Panel", "not limited")
expect.breach "Panel looks at the refusals" { due = "2026-03-02", late_by = "2 days" }
expect.stage "refusals at Panel" { outcome = "not limited", outcome_clause = "2.8/1" }
expect.choice "found with Stockport Homes"
at "2026-03-09 10:00"
answer("property search", "found with Stockport Homes")
at "2026-03-16 10:00"
answer("offer", "accepted")
expect.stage "offer" { outcome = "accepted", left = "2026-03-16 10:00", outcome_clause = "2.7/3" }

----------------------------------------------------------------------------------------------------
-- 2.10 Appointments that somebody goes to alone
----------------------------------------------------------------------------------------------------

-- As 2.10/1 is read here, the viewing goes ahead. The team hears of it at 11:00, an hour after it ended at 10:00;
-- nobody went along, which at 11:00 was an hour ago too.
scenario "Alone at a viewing of which the leaving care team hears too late" {
  clauses = { "2.10/1", "2.10/2" }, acts = "wait",
}
given { dob = "2008-03-01", care_status = "looked_after" }
at "2026-03-24 09:00"
event "viewing booked"
expect.deadline "tell of the viewing" { status = "undated", owner = "Stockport Homes Group" }
at "2026-03-26 10:00"
answer("viewing", "went alone")
at "11:00"
done "tell of the viewing"
expect.breach "tell of the viewing" { due = "2026-03-26 10:00", late_by = "1 hour", clause = "2.10/2" }
expect.breach "company at the viewing" { due = "2026-03-26 10:00", late_by = "1 hour", owner = "Leaving Care Team" }

----------------------------------------------------------------------------------------------------
-- 2.12 Trouble with a tenancy
----------------------------------------------------------------------------------------------------

-- 18 on 1 March 2026, so the tenancy is no equitable one.
scenario "The marker brings Stockport Family in, and the problem is resolved" { clauses = { "2.12/1", "2.12/2" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-03-30 10:00"
consent("sharing", "given")
event "sign-up booked"
event "accompanied to sign up"
answer("sign-up", "introductory or secure tenancy")
at "2026-04-13 09:00"
event "problem with the tenancy"
expect.stage "tenancy problem" { owner = "Stockport Homes Group", entered = "2026-04-13 09:00", clause = "2.12/1" }
expect.notice "contact Stockport Family" { to = "Stockport Family", state = "done", at = "2026-04-13 09:00" }
expect.deadline "give the Housing Options Officer's details" { status = "undated", due = nothing, clause = "2.12/2" }
at "2026-04-20 09:00"
answer("tenancy problem", "resolved")
expect.deadline "give the Housing Options Officer's details" { status = "met", met_at = "2026-04-20 09:00" }

-- 2.12/1 hangs on the marker, and the text has nothing for a tenancy without one: as it is read here, nobody is told.
scenario "Without a marker nobody is told of a serious problem" { clauses = { "2.12/1", "2.12/3", "2.12/4" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-03-30 10:00"
event "sign-up booked"
event "accompanied to sign up"
answer("sign-up", "introductory or secure tenancy")
at "2026-04-13 09:00"
event "problem with the tenancy"
expect.no.notice "contact Stockport Family"
expect.decision "tell_stockport_family" { value = false, clause = "2.12/1" }
answer("tenancy problem", "serious")
expect.deadline "give the Housing Options Officer's details" { status = "void" }
event "possession considered"
at "2026-04-24 11:00"
answer("formal meeting", "a way forward")
expect.stage "formal meeting" { outcome = "a way forward", outcome_clause = "2.12/4" }
expect.stage "tenancy" { left = nothing }
expect.no "breach"

scenario "After the meeting Stockport Homes takes possession of a tenancy" { clauses = { "2.12/3", "2.12/5" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-03-30 10:00"
event "sign-up booked"
event "accompanied to sign up"
answer("sign-up", "introductory or secure tenancy")
expect.choice "possession" { state = "barred" }
at "2026-06-01 09:00"
event "possession considered"
at "2026-06-10 11:00"
answer("formal meeting", "none agreed")
at "2026-07-01 10:00"
answer("tenancy", "possession")
expect.stage "tenancy" { outcome = "possession", outcome_clause = "2.12/5", left = "2026-07-01 10:00" }
expect.status "closed" { outcome = "tenancy lost" }

scenario "A young person moves on to something else than the tenancy" { clauses = { "2.12/3", "2.12/4" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-03-30 10:00"
event "sign-up booked"
event "accompanied to sign up"
answer("sign-up", "introductory or secure tenancy")
at "2026-06-01 09:00"
event "possession considered"
at "2026-06-10 11:00"
answer("formal meeting", "alternatives")
at "2026-07-01 10:00"
answer("other options", "moved on")
expect.stage "tenancy" { stopped = true, outcome = nothing, left = "2026-07-01 10:00" }
expect.status "closed" { outcome = "moved on from the tenancy" }

----------------------------------------------------------------------------------------------------
-- What stands for the services, not for one young person
----------------------------------------------------------------------------------------------------

-- Due on 1 April 2026 to its end; told on Tuesday the 7th, after Easter: 6 days.
scenario "Changed numbers are told six days late" { clauses = { "2.3/3" }, acts = "wait" }
given { numbers_change = true }
at "2026-04-01 09:00"
event "financial year begins"
at "2026-04-07 09:00"
done "tell of changed numbers"
expect.breach "tell of changed numbers" { due = "2026-04-01", late_by = "6 days", clause = "2.3/3" }

-- No time to complete a review is set, so a year is not late.
scenario "A partner asks for the agreement to be reviewed" { clauses = { "agreement/1", "agreement/2" } }
at "2026-01-05 09:00"
event "review of the agreement asked for"
expect.deadline "review of the agreement" {
  status = "undated", due = nothing, clause = "agreement/1",
  owner = { "Stockport Homes Group", "Stockport Family" },
}
at "2027-01-12 09:00"
done "review of the agreement"
expect.deadline "review of the agreement" { status = "met", met_at = "2027-01-12 09:00" }
event "agreement drawn up"
at "10:00"
sign("agreement", "signed", "Signatory, Stockport Homes")
sign("agreement", "signed", "Key contact, Stockport Homes")
sign("agreement", "signed", "Signatory, Stockport Family")
expect.stage "agreement" { left = nothing }
at "11:00"
sign("agreement", "signed", "Key contact, Stockport Family")
expect.stage "agreement" { outcome = "signed", left = "2027-01-12 11:00", clause = "agreement/2" }
