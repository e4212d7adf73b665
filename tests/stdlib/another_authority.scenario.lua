-- While another authority is asked whether it has to help: accommodation meanwhile, and what is told at the end. Worked out by
-- hand from sections 199A and 200; 1 June 2026 is a Monday.

use "part7-2026"

-- Told on Wednesday 3 June that another council is asked, and on Saturday 20 June that it stays here: 21 days beginning with
-- that end with Friday 10 July.
scenario "While another council is asked, there is accommodation until it is told what was settled" {
  clauses = { "HA96 s.200(1)", "HA96 s.199A", "HA96 s.200(2)" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", reason_to_believe_homeless = true,
  reason_to_believe_eligible = true, reason_to_believe_priority_need = true, decision_in_words = "relief is owed" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
expect.duty "interim accommodation" { since = "2026-06-01 09:00" }
at "2026-06-02 09:00"
event "another authority is asked"
expect.notice "referral under way letter" { state = "called" }
expect.needs "other_authority" { kind = "letter" }
expect.duty "interim accommodation" { ended = nothing }
at "2026-06-03 09:00"
fact { other_authority = "the next council" }
expect.notice "referral under way letter" { state = "done", done = "2026-06-03 09:00" }
expect.duty "interim accommodation" { ended = "2026-06-03 09:00" }
expect.duty "accommodation until the referral is settled" { since = "2026-06-03 09:00", ended = nothing }
expect.tonight "accommodation while a referral is open" { paid_by = "Housing authority" }
at "2026-06-20 09:00"
event "referral to another authority considered"
answer("referral to another authority", "not referred")
expect.notice "referral not made letter" { state = "called" }
expect.duty "accommodation until the referral is settled" { ended = nothing }
fact { decision_reasons = "they agreed that you lived here" }
expect.notice "referral not made letter" { state = "done", done = "2026-06-20 09:00" }
expect.duty "accommodation until the referral is settled" { ended = "2026-06-20 09:00" }
expect.tonight "interim accommodation"
expect.deadline "ask for a review of the referral" { due = "2026-07-10", status = "live", owner = "applicant" }

scenario "Once it is told that another council must help, it owes, and not this one" { clauses = { "HA96 s.200(2)" } }
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", reason_to_believe_homeless = true,
  reason_to_believe_eligible = true, reason_to_believe_priority_need = true, decision_in_words = "relief is owed",
  lives_here_by_choice = false, works_here = false, family_here = false, special_circumstances_here = false,
  in_care_here_for_two_years = false, connection_elsewhere = true, risk_elsewhere = false,
  other_authority = "the next council", decision_reasons = "you lived there for three years" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
event "another authority is asked"
expect.duty "accommodation until the referral is settled" { since = "2026-06-01 09:00" }
at "2026-06-20 09:00"
event "referral to another authority considered"
answer("referral to another authority", "referred")
expect.duty "accommodation until the referral is settled" { ended = "2026-06-20 09:00" }
expect.duty "interim accommodation" { ended = "2026-06-01 09:00" }

scenario "Who cannot be in priority need is owed no accommodation while another council is asked" {
  clauses = { "HA96 s.199A" },
}
given { dob = "2004-02-11", eligible = true, homeless = true, care_status = "none", priority_need_on_other_ground = false,
  vulnerable_from_care = false, reason_to_believe_priority_need = false, decision_in_words = "relief is owed",
  other_authority = "the next council" }
at "2026-06-01 09:00"
event "presents homeless"
answer("homelessness application", "homeless")
event "another authority is asked"
expect.notice "referral under way letter" { state = "done" }
expect.no.duty "accommodation until the referral is settled"
