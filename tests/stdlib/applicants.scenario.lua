-- What rests on a belief, or on a finding, is owed to applicants; before somebody asked for help nothing of it is asked.

use "part7-2026"

-- What is believed matters once somebody asked for help, and not before: the duty is owed to an applicant.
scenario "Before anybody asks for help nobody is asked whether there is reason to believe" {
  clauses = { "HA96 s.183", "HA96 s.188(1)" },
}
given { dob = "2004-02-11", care_status = "none" }
at "2026-06-01 09:00"
event "contact lost"
expect.decision "has_applied" { value = false, clause = "HA96 s.183" }
expect.no.needs "reason_to_believe_homeless"
expect.no.needs "reason_to_believe_eligible"
expect.no.needs "reason_to_believe_priority_need"
at "2026-06-02 09:00"
event "presents homeless"
expect.decision "has_applied" { value = true }
expect.needs "reason_to_believe_homeless" { waiting = "interim accommodation" }
expect.needs "reason_to_believe_eligible" { waiting = "interim accommodation" }
expect.needs "reason_to_believe_priority_need" { waiting = "interim accommodation" }

scenario "What was believed before brings no accommodation until help is asked for" { clauses = { "HA96 s.183" } }
given { dob = "2004-02-11", reason_to_believe_homeless = true, reason_to_believe_eligible = true,
  reason_to_believe_priority_need = true, care_status = "none" }
at "2026-06-01 09:00"
event "contact lost"
expect.no.duty "interim accommodation"
at "2026-06-02 09:00"
event "presents homeless"
expect.duty "interim accommodation" { since = "2026-06-02 09:00" }

scenario "Before anybody asks for help s.213A asks nothing" { clauses = { "HA96 s.213A", "HA96 s.183" } }
given { dob = "2000-09-01", intentionally_homeless = true }
at "2026-06-01 09:00"
event "contact lost"
expect.no.needs "household_with_child"
expect.no.needs "eligible"
at "2026-06-02 09:00"
event "presents homeless"
expect.needs "household_with_child" { waiting = "tell children's services" }
