-- Rule 8: "and only after what is due at that very instant has been judged"
--
-- The form is due at 3 June 10:00, and at that minute the stage lapses by itself. Nothing met
-- the form, so it is late and not void. Met by its own record on that minute it is met:
-- records come first (rule 1).

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }
event "calls" { clause = "8" }

stage "look" { clause = "8", owner = officer, on = event "asks",
  deadline "form" { clause = "8", within = hours(48) },
  outcome "done" { clause = "8" },
  outcome "lapses" { clause = "8", after = hours(48) },
}
