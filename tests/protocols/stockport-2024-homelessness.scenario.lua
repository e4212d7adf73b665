-- Stockport 2024, from 6.10 on: keeping a home, homelessness, custody, asylum, parents, review and disputes.
-- Worked out by hand from the table of clauses (protocols/clauses/stockport-2024.tsv).
--
-- The days: 21 May 2026 is a Thursday. Who is born on 1 March 2008 is 18 then; on 1 June 2004: 21, and 22 on
-- 1 June 2026; on 1 June 2001: 24, and 25 on 1 June 2026; on 1 May 2001: 25 already.

use "stockport-2024"

-- A care leaver in priority need, as everybody is until 21 who was in care at 16 or 17 (article 4 of the order), or not:
-- 22, and not vulnerable because of it (article 5). What the officer wrote is needed before a letter goes.

local function homeless_at_18()
  given { dob = "2008-03-01", care_status = "former_relevant", homeless = true, eligible = true,
    history_complete = false, was_in_care_at_16_or_17 = true, activity = "neet_other",
    decision_in_words = "we must help you find a home" }
end

local function not_in_priority_need(dob)
  given { dob = dob, care_status = "former_relevant", homeless = true, eligible = true, vulnerable_from_care = false,
    priority_need_on_other_ground = false, decision_in_words = "we must help you find a home" }
end

-- No home is owed, so the commitment of 7.4 is all there is; and it is not kept.
local function refused_by_stockport_homes()
  not_in_priority_need("2004-03-01")
  given { refuses_licence = true }
  at "2026-05-21 10:00"
  event "presents homeless"
  answer("homelessness application", "homeless")
  answer("commitment to accommodate", "exception")
end

----------------------------------------------------------------------------------------------------
-- 6.10 to 6.13. In the tenancy
----------------------------------------------------------------------------------------------------

scenario "Extra help that Stockport Homes can arrange, and support without a fixed end" {
  clauses = { "6.10/1", "6.10/2", "6.10/3", "6.10/4", "6.10/5", "6.10/6", "6.11" }, recorded = true,
}
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
answer("sign-up", "signed")
at "2026-05-26 10:00"
answer("extra help from Stockport Homes", "furniture recycling")
answer("extra help from Stockport Homes", "Pantry")
answer("extra help from Stockport Homes", "counselling")
answer("extra help from Stockport Homes", "employment advice")
answer("extra help from Stockport Homes", "money advice")
answer("extra help from Stockport Homes", "Special Housing Fund")
expect.entitlement "furniture recycling" { paid_by = "Stockport Homes Group", clause = "6.10/1" }
expect.entitlement "Pantry membership" { pence = nothing, clause = "6.10/2" }
expect.entitlement "counselling" { clause = "6.10/3" }
expect.entitlement "employment advice" { clause = "6.10/4" }
expect.entitlement "money advice" { clause = "6.10/5" }
expect.entitlement "Special Housing Fund" { clause = "6.10/6" }
expect.duty "housing support" { owner = "Stockport Homes Group", ended = nothing, clause = "6.11" }
at "2027-05-21 09:00"
answer("housing support", "no longer needed")
expect.duty "housing support" { ended = "2027-05-21 09:00" }

scenario "A tenancy given up" { clauses = { "6.7/2", "6.10/1" }, recorded = true }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
answer("sign-up", "signed")
expect.tonight "own tenancy" {}
at "2026-09-01 09:00"
answer("tenancy", "given up")
expect.stage "extra help from Stockport Homes" { stopped = true }
expect.status "closed" { outcome = "tenancy given up" }

scenario "The marker lets staff see a care leaver when there is trouble" { clauses = { "6.12/1", "6.12/2", "6.13/3" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
consent("care-leaver marker", "given")
expect.stage "marker" { entered = "2026-05-21 09:00", clause = "6.12/2" }
at "2026-09-01 10:00"
event "problem with the tenancy"
expect.notice "staff see a care leaver" { to = "Stockport Homes Group", clause = "6.12/2" }
at "2026-09-02 10:00"
answer("trouble with the tenancy", "eviction risk")
expect.stage "managers meet" { owner = { "Manager, Stockport Homes", "Manager, Council" }, clause = "6.13/3" }
expect.stage "at risk of homelessness" { left = nothing, clause = "7.2/1" }

scenario "Consent to the marker withdrawn: as it is read, the marker comes off" { clauses = { "6.12/1", "6.12/2" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
consent("care-leaver marker", "given")
expect.duty "marker on the housing system" { owner = "Stockport Homes Group", ended = nothing, clause = "6.12/2" }
at "2026-08-03 15:00"
consent("care-leaver marker", "withdrawn")
expect.stage "marker" { outcome = "taken off", left = "2026-08-03 15:00" }
expect.reading "the marker, once consent is withdrawn" { chosen = "comes off", clause = "6.12/1" }
at "2026-08-04 10:00"
event "problem with the tenancy"
expect.no.notice "staff see a care leaver"

scenario "Without a marker nobody sees it" { clauses = { "6.12/2" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
consent("care-leaver marker", "refused")
event "problem with the tenancy"
expect.no.notice "staff see a care leaver"
answer("trouble with the tenancy", "settled")
expect.stage "trouble with the tenancy" { outcome = "settled" }

scenario "Before possession: all options, the Leaving Care Team, the managers" {
  clauses = { "6.13/1", "6.13/2", "6.13/3" },
}
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
consent("sharing", "given")
event "possession considered"
expect.notice "involve the Leaving Care Team" { to = "Leaving Care Team", state = "done", clause = "6.13/2" }
expect.deadline "all options tried" { status = "undated", clause = "6.13/1" }
expect.deadline "weigh that the tenant is a care leaver" { status = "undated", clause = "6.13/2" }
expect.deadline "planning meeting" { status = "undated", clause = "6.13/3" }
at "2026-06-04 10:00"
event "other options tried"
expect.deadline "all options tried" { status = "met", met_at = "2026-06-04 10:00" }
at "2026-06-05 10:00"
answer("managers meet", "support agreed")
expect.deadline "planning meeting" { status = "met" }
done "weigh that the tenant is a care leaver"
answer("before possession", "possession not sought")
expect.deadline "weigh that the tenant is a care leaver" { status = "met" }
expect.no "breach"

-- Possession is sought at 10:00 on 4 June, before other options were tried. The managers meet at 10:00 the day after: the text
-- sets no time for that, so it is not late, as it is read.
scenario "Possession sought first" { clauses = { "6.13/1", "6.13/2", "6.13/3" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
consent("sharing", "refused")
event "possession considered"
expect.notice "involve the Leaving Care Team" { state = "withheld" }
at "2026-06-04 10:00"
event "possession sought"
expect.breach "all options tried" { due = "2026-06-04 10:00", owner = "Stockport Homes Group", clause = "6.13/1" }
expect.stage "before possession" { outcome = "possession sought" }
at "2026-06-05 10:00"
answer("managers meet", "up to the Panel")
expect.deadline "planning meeting" { status = "met", due = nothing, met_at = "2026-06-05 10:00" }
expect.no.breach "planning meeting"
expect.reading "the managers meet" { chosen = "at no set time", clause = "6.13/3" }
expect.stage "eviction at Panel" { left = nothing, clause = "7.2/12" }
at "2026-06-09 12:00"
panel("Accommodation Panel", "advice given")
expect.deadline "Panel before eviction" { status = "met" }

-- The text names two occasions: an eviction that is seen coming, and doubts over time whether the tenancy can be managed.
scenario "Lasting doubts bring the managers together although nobody thinks of possession" { clauses = { "6.13/3" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
event "lasting doubts about the tenancy"
expect.stage "managers meet" { entered = "2026-05-21 09:00", left = nothing, clause = "6.13/3" }
expect.deadline "planning meeting" { owner = { "Manager, Stockport Homes", "Manager, Council" }, status = "undated" }
expect.no.deadline "all options tried"
at "2026-06-05 10:00"
answer("managers meet", "support agreed")
expect.deadline "planning meeting" { status = "met", due = nothing, met_at = "2026-06-05 10:00" }

scenario "Lasting doubts about a tenant who was never in care are not a matter of the protocol" { clauses = { "6.13/3" } }
given { dob = "2006-03-01", care_status = "none" }
at "2026-05-21 09:00"
event "lasting doubts about the tenancy"
expect.no.stage "managers meet"

scenario "The best interest of the young person stands in for consent" { clauses = { "7.2/1", "6.13/2" } }
given { dob = "2008-03-01", care_status = "former_relevant", best_interest = true }
at "2026-05-21 09:00"
consent("sharing", "refused")
event "possession considered"
expect.notice "involve the Leaving Care Team" { state = "done" }

scenario "An exceptional eviction goes to the Panel, any other need not" { clauses = { "7.2/12" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
consent("sharing", "given")
event "possession considered"
expect.no.stage "eviction at Panel"
expect.reading "evictions that go to the Panel" { chosen = "exceptional ones", clause = "7.2/12" }
answer("before possession", "possession not sought")
at "2026-09-01 09:00"
fact { exceptional_eviction = true }
event "possession considered"
expect.stage "eviction at Panel" { entered = "2026-09-01 09:00" }

scenario "An eviction" { clauses = { "6.13/1", "7.2/12" }, recorded = true }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
answer("sign-up", "signed")
at "2026-09-01 09:00"
answer("help to keep a home", "up to the Panel")
at "2026-09-03 09:00"
event "eviction decided"
at "2026-09-04 12:00"
panel("Accommodation Panel", "advice given")
expect.breach "Panel before eviction" { due = "2026-09-03 09:00", late_by = "27 hours", clause = "7.2/12" }
at "2026-10-01 09:00"
event "evicted"
expect.stage "tenancy" { outcome = "evicted" }
expect.status "closed" { outcome = "evicted" }

----------------------------------------------------------------------------------------------------
-- 7. Homelessness
----------------------------------------------------------------------------------------------------

-- 25 on 1 June 2026.
scenario "A personal adviser until 25" { clauses = { "7.1/2" } }
given { dob = "2001-06-01", care_status = "former_relevant" }
at "2026-05-21 09:00"
event "risk of homelessness"
expect.duty "a personal adviser" { owner = "Social Care", ended = nothing, clause = "7.1/2" }
after "2026-06-01 00:00"
expect.duty "a personal adviser" { ended = "2026-06-01 00:00" }

-- The Act gives an adviser to a former relevant person, and none to one who only qualifies; the text makes no difference.
scenario "An adviser until 25 for whoever only qualifies, too" { clauses = { "7.1/2" } }
given { dob = "2006-06-01", care_status = "qualifying" }
at "2026-05-21 09:00"
event "risk of homelessness"
expect.duty "a personal adviser" { owner = "Social Care", ended = nothing, clause = "7.1/2" }
expect.reading "an adviser for whoever only qualifies" { chosen = "up to 25 as well" }

-- 25 on 1 May 2026: past the end that 7.1 and the Act name, though 7.2 names none.
scenario "The offer to those over 21 ends at 25, as it is read" { clauses = { "7.2/2" } }
given { dob = "2001-05-01", care_status = "former_relevant", has_adviser = false }
at "2026-05-21 09:00"
event "risk of homelessness"
expect.no.notice "offer a needs assessment"
expect.reading "the offer to those over 21 ends" { chosen = "at 25", against = "7.1/2" }

scenario "At risk, over 21 and without an adviser: every kind of help" {
  clauses = {
    "7.2/1", "7.2/2", "7.2/3", "7.2/4", "7.2/5", "7.2/6", "7.2/7", "7.2/8", "7.2/9", "7.2/10", "7.2/11",
  },
}
given {
  dob = "2004-06-01", care_status = "former_relevant", has_adviser = false, in_arrears = true,
  antisocial_behaviour = true, domestic_abuse = true, exploitation_feared = true, unsustainable_location = true,
}
at "2026-05-21 09:00"
consent("sharing", "given")
event "risk of homelessness"
expect.duty "settle it together" { owner = { "Stockport Homes Group", "Social Care" }, clause = "7.2/1" }
expect.notice "share what is known" { state = "done", to = "Social Care" }
expect.notice "offer a needs assessment" { to = "applicant", clause = "7.2/2" }
expect.reading "over 21" { chosen = "from the 21st birthday" }
answer("help to keep a home", "mediation")
answer("help to keep a home", "money towards arrears")
answer("help to keep a home", "Positive Engagement Team")
answer("help to keep a home", "intensive support")
answer("help to keep a home", "Adults at Risk Services")
answer("help to keep a home", "Team around the Adult meeting")
answer("help to keep a home", "mental health worker")
answer("help to keep a home", "adult social worker")
answer("help to keep a home", "drug and substance worker")
answer("help to keep a home", "domestic abuse worker")
answer("help to keep a home", "Aspire Team")
answer("help to keep a home", "another tenancy")
expect.entitlement "money towards arrears" { pence = nothing, clause = "7.2/4" }
-- The names are those of the text: three workers of Stockport Homes, and the services for adults at risk.
expect.referral "Multi-Agency Adults at Risk Services" { clause = "7.2/7" }
expect.referral "Mental Health Support Worker" { clause = "7.2/8" }
expect.referral "Homelessness Adult Social Worker" { clause = "7.2/8" }
expect.referral "Drug and Substance Misuse Worker" { clause = "7.2/8" }
expect.stage "direct let" { left = nothing }
at "2026-06-18 10:00"
answer("at risk of homelessness", "settled")
expect.stage "help to keep a home" { stopped = true }
expect.status "closed" { outcome = "homelessness prevented" }

scenario "Help that nothing calls for is not on the list" { clauses = { "7.2/4", "7.2/5", "7.2/9", "7.2/10", "7.2/11" } }
given {
  dob = "2008-03-01", care_status = "former_relevant", has_adviser = true, in_arrears = false,
  antisocial_behaviour = false, domestic_abuse = false, exploitation_feared = false, unsustainable_location = false,
}
at "2026-05-21 09:00"
consent("sharing", "refused")
event "risk of homelessness"
expect.notice "share what is known" { state = "withheld" }
expect.no.notice "offer a needs assessment"
expect.choice "money towards arrears" { state = "barred", clause = "7.2/4" }
expect.choice "Positive Engagement Team" { state = "barred" }
expect.choice "domestic abuse worker" { state = "barred" }
expect.choice "Aspire Team" { state = "barred" }
expect.choice "another tenancy" { state = "barred" }
expect.choice "mediation"

-- 21 already: article 4 is past, and article 5 asks for vulnerability, which the officer finds. The home was lost by the
-- young person's own doing, but that is not found. Relief began on 22 May; its 56th day, that one counted, is 16 July.
scenario "Homeless at 21: priority need is weighed, interim accommodation, relief, the main duty" {
  clauses = { "7.3/1", "7.3/2", "HA96 s.188(1)", "HA96 s.189B(4)", "HA96 s.193(2)" },
}
given { dob = "2004-06-01", care_status = "former_relevant", has_adviser = true, homeless = true, eligible = true,
  reason_to_believe_homeless = true, reason_to_believe_eligible = true, decision_in_words = "we must help you find a home" }
at "2026-05-21 09:00"
event "risk of homelessness"
answer("at risk of homelessness", "homeless")
expect.stage "homelessness application" { owner = "Housing Options Team", clause = "7.3/1" }
expect.deadline "weigh priority need strongly" { status = "undated", clause = "7.3/2" }
fact { reason_to_believe_priority_need = true }
expect.duty "interim accommodation" { owner = "Housing Options Team", clause = "7.3/1" }
expect.tonight "interim accommodation" { provider = "Stockport Homes Group", paid_by = "Stockport Homes Group" }
at "2026-05-22 10:00"
answer("homelessness application", "homeless")
expect.deadline "weigh priority need strongly" { status = "met" }
expect.duty "relief" { owner = "Housing Options Team", since = "2026-05-22 10:00" }
at "2026-06-15 10:00"
fact { vulnerable_from_care = true, history_complete = false, was_in_care_at_16_or_17 = true, activity = "neet_other",
  intentionally_homeless = false }
expect.decision "priority_need" { value = true }
after "2026-07-17 00:00"
expect.stage "relief duty" { outcome = "56 days over", left = "2026-07-17 00:00" }
expect.duty "main duty" { owner = "Housing Options Team", ended = nothing }
expect.no.stage "commitment to accommodate"

-- The finding is made on 1 September; the letter gives time until 30 September. That it may be made at all is the law as
-- it stands: section 9 of the Act of 2026 is not commenced.
scenario "Intentionally homeless: weighed strongly, housed for a while by law, then by the commitment" {
  clauses = { "7.3/3", "7.4/1", "HA96 s.190", "HA96 s.191" },
}
homeless_at_18()
given { decision_reasons = "the tenancy was given up", provisional_findings = "the tenancy was given up",
  how_to_answer = "by telephone", intentionally_homeless = true, relief_end_ground = "56 days have passed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
after "2026-07-27 00:00"
answer("relief duty after 56 days", "ended after 56 days")
answer("main duty decision", "intentionality in view")
expect.stage "minded to find intentionality" { owner = "Housing Options Team" }
expect.deadline "weigh intention strongly" { status = "undated", clause = "7.3/3" }
at "2026-09-01 10:00"
fact { accommodation_until = "2026-09-30" }
answer("minded to find intentionality", "finding made")
expect.deadline "weigh intention strongly" { status = "met", met_at = "2026-09-01 10:00" }
expect.duty "accommodation for a reasonable opportunity" { since = "2026-09-01 10:00", ended = nothing }
expect.decision "accommodation_owed" { value = "limited", clause = "HA96 s.190" }
after "2026-10-01 00:00"
expect.stage "commitment to accommodate" { entered = "2026-10-01 00:00", owner = "Stockport Homes Group", clause = "7.4/1" }
answer("commitment to accommodate", "accommodated")
expect.tonight "accommodation under the commitment" {}

scenario "Prevented after all" { clauses = { "7.3/1" } }
homeless_at_18()
at "2026-05-21 09:00"
event "presents homeless"
expect.no.deadline "weigh priority need strongly"
answer("homelessness application", "homeless")
fact { relief_end_ground = "a home is secured" }
answer("relief duty", "home secured")
expect.status "closed" { outcome = "homelessness relieved" }

-- 24, and not vulnerable: no home is owed, only help to find one.
scenario "No duty to house, and below 25: somewhere to live all the same" { clauses = { "7.4/1" } }
not_in_priority_need("2001-06-01")
at "2026-05-21 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
expect.decision "accommodation_owed" { value = "none", clause = "HA96 s.189(1)" }
expect.decision "commitment" { value = "somewhere to live", clause = "7.4/1" }
expect.choice "exception" { state = "barred" }
answer("commitment to accommodate", "accommodated")
expect.tonight "accommodation under the commitment" { provider = "Stockport Homes Group", clause = "7.4/1" }

-- Immigration status allows no help: a letter says so on Monday 1 June, and a review can be asked for until the end of the
-- 21st day, that Monday counted: Sunday 21 June. The Council's own commitment asks for no status.
scenario "Not eligible for help: the letter, the review, and the commitment all the same" {
  clauses = { "7.3/1", "7.4/1", "HA96 s.184", "HA96 s.202(3)" },
}
given { dob = "2006-06-01", care_status = "former_relevant", homeless = true, eligible = false,
  decision_in_words = "we owe you no duty", decision_reasons = "your immigration status does not allow it" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "no duty")
expect.notice "adverse decision letter" { state = "done", to = "applicant" }
expect.deadline "ask for a review of the decision" { due = "2026-06-21", owner = "applicant" }
expect.decision "accommodation_owed" { value = "none", clause = "HA96 s.188(1)" }
answer("commitment to accommodate", "accommodated")
at "2026-06-12 10:00"
event "asks for a review"
expect.stage "review of the decision" { entered = "2026-06-12 10:00", clause = "7.3/1" }

-- Refused at 10:00 on 21 May; the review meeting has no time of its own.
scenario "An exception: a route back, and a refusal that both senior managers ratify" {
  clauses = { "7.4/1", "7.4/2", "7.5/1", "7.5/2" },
}
refused_by_stockport_homes()
expect.decision "commitment" { value = "route back", clause = "7.4/2" }
expect.duty "a route back into housing" { owner = { "Stockport Homes Group", "Leaving Care Team" }, clause = "7.4/2" }
expect.tonight "where the young person is until it is ratified" {}
expect.reading "until it is ratified" { chosen = "the young person stays" }
expect.deadline "review meeting" { status = "undated", clause = "7.5/2" }
at "2026-05-22 10:00"
sign("refusal to accommodate", "ratified", "Senior manager, Stockport Homes")
expect.stage "refusal to accommodate" { left = nothing }
expect.tonight "where the young person is until it is ratified" {}
at "2026-05-26 10:00"
sign("refusal to accommodate", "ratified", "Senior manager, Council")
expect.stage "refusal to accommodate" { outcome = "ratified", left = "2026-05-26 10:00" }
expect.tonight "nowhere" { clause = "7.5/1" }
event "review meeting held"
expect.deadline "review meeting" { status = "met" }
at "2026-08-03 10:00"
answer("a route back", "back in housing")
expect.duty "a route back into housing" { ended = "2026-08-03 10:00" }

-- 25 on 1 May 2026 already.
scenario "At 25 the commitment is over, and the refusal is not ratified" { clauses = { "7.4/1", "7.5/1" } }
not_in_priority_need("2001-05-01")
at "2026-05-21 10:00"
event "presents homeless"
expect.deadline "weigh priority need strongly" { status = "undated" }
expect.reading "21 to 25" { chosen = "25 included" }
answer("homelessness application", "homeless")
expect.decision "commitment" { value = "none" }
answer("commitment to accommodate", "no commitment")
answer("refusal to accommodate", "not ratified")
expect.tonight "accommodation under the commitment" {}

-- In the text an objective missed, and no ban; in the guidance that it cites two working days: after Thursday 21 May, the
-- 22nd and, over the bank holiday on the 25th, Tuesday the 26th.
scenario "Bed and breakfast: an objective missed, and the limit of the guidance" { clauses = { "7.5/4", "CLR guidance vol 3" } }
given { dob = "2008-03-01", care_status = "former_relevant", pregnant = false, child_lives_with_them = false }
at "2026-05-21 10:00"
place "bed and breakfast"
expect.entry "bed and breakfast used" { what = "counted" }
expect.reading "bed and breakfast is avoided" { chosen = "an objective", against = "7.5/3" }
expect.deadline "a care leaver leaves bed and breakfast" { status = "live", due = "2026-05-26", clause = "CLR guidance vol 3" }
after "2026-05-27 00:00"
expect.breach "a care leaver leaves bed and breakfast" { due = "2026-05-26" }
expect.no.breach "bed and breakfast"

scenario "Bed and breakfast at 17 is never lawful" { clauses = { "7.5/4", "16-17 guidance" } }
given { dob = "2009-02-11", care_status = "relevant" }
at "2026-05-21 10:00"
place "bed and breakfast"
after "2026-05-22 00:00"
expect.breach "bed and breakfast at 16 or 17" { kind = "invariant", clause = "7.5/4" }

scenario "Nothing to be had: the bodies look inventively, and the Panel hears of it" { clauses = { "7.5/5", "7.5/6" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 10:00"
event "no accommodation to be had"
expect.panel "Accommodation Panel" { stage = "shortage at Panel", outcome = nothing }
answer("nothing to be had", "somewhere found")
expect.tonight "the most suitable place at once" {}
at "2026-06-02 12:00"
panel("Accommodation Panel", "alternatives looked at")
expect.stage "shortage at Panel" { outcome = "alternatives looked at", clause = "7.5/6" }

scenario "Nothing is found" { clauses = { "7.5/5" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 10:00"
event "no accommodation to be had"
answer("nothing to be had", "nothing found")
expect.tonight "nowhere" { clause = "7.5/5" }

----------------------------------------------------------------------------------------------------
-- 8. Custody
----------------------------------------------------------------------------------------------------

-- Release on 3 August 2026, as that day begins.
scenario "Leaving custody, planned in time" {
  clauses = { "8.2/1", "8.2/3", "8.4", "8.5/1", "8.5/2", "8.5/3", "5.5/3" },
}
given { dob = "2004-06-01", care_status = "former_relevant", release_on = "2026-08-03" }
at "2026-05-21 10:00"
event "release identified"
expect.duty "meet the housing needs on release" { owner = "Stockport Homes Group", clause = "8.2/3" }
expect.deadline "accommodation plan for release" { status = "live", due = "2026-08-03", clause = "8.2/1" }
expect.deadline "planning meeting for release" { status = "live", due = "2026-08-03", clause = "8.4" }
expect.reading "the meeting before release" { chosen = "by the day of release", clause = "8.4" }
expect.deadline "Panel sits on the release" { due = "2026-06-04", clause = "5.5/3" }
at "2026-06-02 12:00"
panel("Accommodation Panel", "extra resources ratified")
expect.entitlement "extra resources" { clause = "8.5/2" }
expect.deadline "Panel sits on the release" { status = "met" }
at "2026-06-10 10:00"
answer("release planning meeting", "held")
expect.deadline "planning meeting for release" { status = "met" }
at "2026-07-01 10:00"
done "extra services considered"
done "accommodation plan for release"
answer("leaving custody", "needs met")
expect.deadline "extra services considered" { status = "met", clause = "8.5/3" }
expect.deadline "accommodation plan for release" { status = "met" }
expect.no "breach"

-- 14 days after 21 May end with 4 June; the Panel sits on the 5th. Release was on 3 June.
scenario "Released before anything was planned" { clauses = { "8.2/1", "8.4", "8.5/1", "8.6", "5.5/3" } }
given { dob = "2004-06-01", care_status = "former_relevant", release_on = "2026-06-03" }
at "2026-05-21 10:00"
event "release identified"
at "2026-06-05 12:00"
panel("Accommodation Panel", "advice given")
expect.breach "Panel sits on the release" { due = "2026-06-04", late_by = "1 day" }
answer("release planning meeting", "held")
expect.breach "planning meeting for release" { clause = "8.4" }
answer("leaving custody", "homeless, or about to be")
expect.breach "accommodation plan for release" { clause = "8.2/1" }
expect.stage "help to apply as homeless" { left = nothing, owner = "Personal adviser", clause = "8.6" }
answer("help to apply as homeless", "applied")
expect.stage "homelessness application" { left = nothing }

scenario "A referral from custody, with consent, and a visit" { clauses = { "8.3/1", "8.3/2" } }
given { dob = "2004-06-01", care_status = "former_relevant", visit_needed = true }
at "2026-05-21 10:00"
consent("referral", "given")
event "may be homeless or threatened"
expect.stage "duty to refer" { owner = "Custody, youth offending and probation", clause = "8.3/1" }
expect.referral "refer under the duty to refer" { to = "Stockport Homes Group", state = "done", clause = "HA96 s.213B" }
expect.deadline "ask which authority the young person chooses" { status = "undated" }
fact { authority_chosen = "Stockport" }
answer("duty to refer", "referred")
expect.notice "contact the leaving care team" { to = "Leaving Care Team", clause = "8.3/2" }
expect.deadline "visit" { status = "undated", clause = "8.3/2" }
expect.deadline "reasonable steps agreed" { status = "undated" }
at "2026-06-01 10:00"
done "visit"
done "reasonable steps agreed"
answer("after the referral", "steps carried out")
expect.deadline "visit" { status = "met" }
expect.deadline "reasonable steps agreed" { status = "met" }

scenario "Without consent there is no referral, and the text names no other way" { clauses = { "8.3/1" } }
given { dob = "2004-06-01", care_status = "former_relevant" }
at "2026-05-21 10:00"
consent("referral", "refused")
event "may be homeless or threatened"
expect.referral "refer under the duty to refer" { state = "withheld" }
expect.no.stage "after the referral"
answer("duty to refer", "no consent")

----------------------------------------------------------------------------------------------------
-- 9, 11 and 12. Asylum, parents, wider help
----------------------------------------------------------------------------------------------------

scenario "Without leave to remain: no application, and the Panel's advice" { clauses = { "9.1", "9.1/2" } }
given { dob = "2009-02-11", care_status = "eligible", stockports_own = true, uasc = true, leave_to_remain = false }
at "2026-05-21 10:00"
event "chooses own tenancy"
expect.decision "may_apply" { value = false, clause = "9.1" }
expect.no.stage "housing interview"
expect.panel "Accommodation Panel" { stage = "asylum at Panel", outcome = nothing, clause = "9.1/2" }
at "2026-06-02 12:00"
panel("Accommodation Panel", "advice given")
expect.stage "asylum at Panel" { outcome = "advice given" }
at "2026-09-01 10:00"
fact { leave_to_remain = true, interpreter_needed = true }
expect.decision "may_apply" { value = true }
expect.stage "appointment after leave" { owner = "Housing Options Team", entered = "2026-09-01 10:00", clause = "9.2/1" }

scenario "Leave to remain: an appointment, support to attend, an interpreter" { clauses = { "9.2/1", "9.2/2", "9.2/3" } }
given { dob = "2008-03-01", care_status = "former_relevant", uasc = true, interpreter_needed = true }
at "2026-05-21 10:00"
fact { leave_to_remain = true }
expect.deadline "support to attend" { status = "undated", owner = "Personal adviser", clause = "9.2/2" }
expect.deadline "interpreter" { status = "undated", owner = "Personal adviser", clause = "9.2/3" }
expect.reading "who arranges the interpreter" { chosen = "the adviser" }
at "2026-06-01 10:00"
done "support to attend"
done "interpreter"
answer("appointment after leave", "assessed")
expect.deadline "support to attend" { status = "met" }
expect.deadline "interpreter" { status = "met" }
expect.stage "homelessness application" { left = nothing }

scenario "18, without leave: the bar is read to hold" { clauses = { "9.1" } }
given { dob = "2008-03-01", care_status = "former_relevant", stockports_own = true, uasc = true, leave_to_remain = false }
at "2026-05-21 10:00"
event "chooses own tenancy"
expect.decision "may_apply" { value = false }
expect.reading "no leave to remain, and 18 or over" { chosen = "cannot apply" }

scenario "Pregnant: help to apply for two bedrooms" { clauses = { "11.1" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 10:00"
fact { pregnant = true }
expect.stage "two-bedroom home" { entered = "2026-05-21 10:00", clause = "11.1" }
answer("two-bedroom home", "helped to apply")
expect.no.stage "talk with the housing officer"

scenario "A child already born: in the heading, not in the text" { clauses = { "11.1" } }
given { dob = "2008-03-01", care_status = "former_relevant", pregnant = false, is_parent = true }
at "2026-05-21 10:00"
event "asks for wider help"
expect.decision "two_bedrooms" { value = false, clause = "11.1" }
expect.reading "care leaver parents" { chosen = "those who are pregnant" }
expect.no.stage "two-bedroom home"

scenario "Pregnant in a home of Stockport Homes: a talk with the housing officer" {
  clauses = { "11.1", "11.2" }, recorded = true,
}
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 10:00"
answer("sign-up", "signed")
at "2026-09-01 10:00"
fact { pregnant = true }
answer("two-bedroom home", "not wanted")
expect.stage "talk with the housing officer" { left = nothing, owner = "applicant", clause = "11.2" }
answer("talk with the housing officer", "talked")
expect.stage "talk with the housing officer" { outcome = "talked" }

scenario "Seven kinds of wider help" { clauses = { "12.1" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 10:00"
event "asks for wider help"
answer("wider help", "jobs and apprenticeships")
event "asks for wider help"
answer("wider help", "volunteering")
event "asks for wider help"
answer("wider help", "relationships")
event "asks for wider help"
answer("wider help", "counselling and mental health")
event "asks for wider help"
answer("wider help", "community")
event "asks for wider help"
answer("wider help", "health")
event "asks for wider help"
answer("wider help", "care leaver events")
expect.stage "wider help" { outcome = "care leaver events", clause = "12.1" }

----------------------------------------------------------------------------------------------------
-- 13. Review and disputes
----------------------------------------------------------------------------------------------------

-- Once in each financial year, as read: that of 2026-27 ends with 31 March 2027.
scenario "The yearly review, as the financial year begins" { clauses = { "13.1/1", "13.1/2", "13.1/3", "agreement/2" } }
given {}
at "2026-04-01 09:00"
event "financial year begins"
expect.deadline "yearly review" { status = "live", due = "2027-03-31", clause = "13.1/1" }
expect.stage "review" {
  owner = { "Head of Homelessness and Rehousing", "Head of Social Care and Commissioning" }, left = nothing,
}
at "2026-05-12 10:00"
event "protocol reviewed"
sign("review", "amended", "Head of Homelessness and Rehousing")
expect.stage "review" { left = nothing }
sign("review", "amended", "Head of Social Care and Commissioning")
expect.stage "review" { outcome = "amended", outcome_clause = "13.1/2" }
expect.notice "findings to the Working Group" { to = "Corporate Parents Working Group", clause = "13.1/3" }
expect.notice "findings to the Board" { to = "Children in our Care Board", clause = "13.1/3" }
expect.deadline "yearly review" { status = "met", met_at = "2026-05-12 10:00" }

scenario "No review within the year" { clauses = { "13.1/1" } }
given {}
at "2026-04-01 09:00"
event "financial year begins"
at "2027-04-03 09:00"
answer("review", "unchanged")
expect.breach "yearly review" { due = "2027-03-31", clause = "13.1/1" }

scenario "A review because the law changed, and one because a partner asks" { clauses = { "13.1/1", "agreement/1" } }
given {}
at "2026-05-01 09:00"
event "law, guidance or services change"
answer("review", "unchanged")
expect.stage "review" { outcome = "unchanged" }
event "review asked for"
expect.deadline "review on request" {
  status = "undated", owner = { "Stockport Homes Group", "Social Care" }, clause = "agreement/1",
}
at "2026-09-01 09:00"
done "review on request"
expect.deadline "review on request" { status = "met" }

scenario "Independent advice at any time" { clauses = { "13.2/2" } }
given { dob = "2008-03-01", care_status = "former_relevant" }
at "2026-05-21 10:00"
event "asks for independent advice"
expect.entitlement "advice from Coram Voice" { clause = "13.2/2" }

scenario "The owners disagree: colleagues first" { clauses = { "13.3/1", "7.5/1" } }
refused_by_stockport_homes()
sign("refusal to accommodate", "ratified", "Senior manager, Stockport Homes")
sign("refusal to accommodate", "not ratified", "Senior manager, Council")
expect.escalation "disagreement" {
  level = 1, stage = "refusal to accommodate", clause = "13.3/1",
  owner = { "Colleagues, Leaving Care", "Colleagues, Housing Options" },
}

-- No rung has a time: the next opens when they still disagree.
scenario "They still disagree: the Team Leaders, and the Panel to learn; then both Heads" {
  clauses = { "13.3/1", "13.3/2", "13.3/3", "13.4/1", "5.5/3" },
}
refused_by_stockport_homes()
sign("refusal to accommodate", "ratified", "Senior manager, Stockport Homes")
sign("refusal to accommodate", "not ratified", "Senior manager, Council")
at "2026-05-26 10:00"
sign("refusal to accommodate", "ratified", "Senior manager, Stockport Homes")
expect.escalation "disagreement" {
  level = 2, clause = "13.3/2", owner = { "Leaving Care Team Leader", "Housing Options Team Leader" },
}
expect.panel "Accommodation Panel" { stage = "disagreement at Panel", outcome = nothing }
at "2026-05-27 10:00"
sign("refusal to accommodate", "not ratified", "Senior manager, Council")
expect.escalation "disagreement" {
  level = 3, clause = "13.4/1",
  owner = { "Head of Homelessness and Rehousing", "Head of Social Care and Commissioning" },
}
at "2026-06-02 12:00"
panel("Accommodation Panel", "learning noted")
expect.stage "disagreement at Panel" { outcome = "learning noted", clause = "13.3/3" }
expect.tonight "where the young person is until it is ratified" {}
