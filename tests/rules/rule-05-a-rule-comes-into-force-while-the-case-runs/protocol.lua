-- Rule 5: "Decisions are derived anew as inputs change": so they are as the law does, for "the law as
-- at the case's own dates decides" (section 4).
--
-- A decision and an invariant of 28 October 2023. Nothing is recorded between the 27th and 2 November:
-- at midnight on the 28th the decision comes out and the invariant is broken. What ends with the 29th
-- is read no more from the 30th on.

protocol "rule-05" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
event "asks" { clause = "5" }
event "calls" { clause = "5" }
fact "registered" { yesno, clause = "5" }

decision "allowed" { hit = "first", clause = "5", in_force = { "2023-10-28", false },
  { when = { registered = true }, value = true },
  { when = otherwise, value = false },
}
decision "while it lasts" { hit = "first", clause = "5", in_force = { false, "2023-10-29" },
  { when = { registered = false }, value = true },
  { when = otherwise, value = false },
}
never "unregistered" { clause = "5", in_force = { "2023-10-28", false }, that = { registered = false } }

stage "look" { clause = "5", owner = officer, on = becomes { allowed = false },
  outcome "done" { clause = "5" } }
stage "over" { clause = "5", owner = officer, on = becomes { none { ["while it lasts"] = known } },
  outcome "done" { clause = "5" } }
