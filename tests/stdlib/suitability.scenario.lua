-- Bed and breakfast, and supported accommodation. Worked out by hand.

use "part7-2026"

scenario "Never at 16 or 17" { clauses = { "16-17 guidance" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
expect.decision "bed_and_breakfast_limit" { value = "never", clause = "16-17 guidance" }
at "2026-06-02 09:00"
expect.breach "bed and breakfast at 16 or 17" { kind = "invariant", clause = "16-17 guidance" }

-- Friday 22 May 2026. Monday the 25th is the spring bank holiday: two working days on is Wednesday
-- the 27th.
scenario "A care leaver: two working days at most" { clauses = { "CLR guidance vol 3" } }
given { dob = "2006-09-01", care_status = "former_relevant" }
at "2026-05-22 18:00"
event "presents homeless"
place "bed and breakfast"
expect.decision "bed_and_breakfast_limit" { value = "2 working days" }
expect.deadline "a care leaver leaves bed and breakfast" { due = "2026-05-27", owner = "Housing officer" }
expect.no.deadline "a family leaves bed and breakfast"
at "2026-05-28 10:00"
place "flat"
expect.breach "a care leaver leaves bed and breakfast" { due = "2026-05-27", clause = "CLR guidance vol 3" }

-- Six weeks of Monday 1 June: Monday 13 July.
scenario "A family: six weeks at most, and only if there is nothing else" { clauses = { "SI 2003/3326" } }
given { dob = "2004-02-11", care_status = "none", child_lives_with_them = true }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
expect.decision "bed_and_breakfast_limit" { value = "6 weeks" }
expect.deadline "a family leaves bed and breakfast" { due = "2026-07-13", clause = "SI 2003/3326" }
at "2026-07-13 12:00"
place "flat"
expect.deadline "a family leaves bed and breakfast" { status = "met", met_at = "2026-07-13 12:00" }
expect.no "breach"

scenario "Bed and breakfast although there was something else" { clauses = { "SI 2003/3326" } }
given { dob = "2004-02-11", care_status = "none", pregnant = true, nothing_else_available = false }
at "2026-06-01 16:00"
event "presents homeless"
place "bed and breakfast"
at "2026-06-02 09:00"
expect.breach "bed and breakfast although there is something else" { kind = "invariant" }

scenario "The exemption of new arrivals ended with May 2024 (change 2024-06-01)" {
  clauses = { "SI 2003/3326, new arrivals", "SI 2003/3326" },
}
given { dob = "2000-02-11", care_status = "none", child_lives_with_them = true, new_arrival = true }
at "2024-05-31 16:00"
event "presents homeless"
expect.decision "bed_and_breakfast_limit" { value = "none named", clause = "SI 2003/3326, new arrivals" }
at "2024-06-01 09:00"
expect.decision "bed_and_breakfast_limit" { value = "6 weeks", clause = "SI 2003/3326" }

-- In force from 28 October 2023.
scenario "Supported accommodation under section 20 needs a registered provider" { clauses = { "SI 2023/416" } }
given { dob = "2007-01-15", approached = "housing", safe_tonight = true, placement = "supported_accommodation",
  accommodated_under = "section_20", provider_registered = false }
at "2023-10-27 10:00"
event "presents homeless"
expect.no.decision "registered_provider"
expect.no "breach"
at "2023-10-28 10:00"
expect.decision "registered_provider" { value = "needed", clause = "SI 2023/416" }
expect.breach "supported accommodation without a registered provider" { clause = "SI 2023/416" }

scenario "Who is housed under the Housing Act alone falls into a gap, which is told" { clauses = { "SI 2023/416" } }
given { dob = "2009-02-11", approached = "housing", safe_tonight = true, placement = "supported_accommodation",
  accommodated_under = "housing_act", provider_registered = false }
at "2026-06-01 10:00"
event "presents homeless"
expect.decision "registered_provider" { value = "not asked for: a gap" }
expect.no "breach"
