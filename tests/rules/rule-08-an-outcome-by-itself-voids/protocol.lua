-- Rule 8: "an outcome taken by itself voids it, unless it says `meets = true`"
--
-- Moving away ends the stage by itself and voids the form; being housed does too, and says
-- that it meets it.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }
event "moves away" { clause = "8" }
event "is housed" { clause = "8" }

stage "look" { clause = "8", owner = officer, on = event "asks",
  deadline "form" { clause = "8", within = days(2) },
  outcome "done" { clause = "8" },
  outcome "away" { clause = "8", on = event "moves away" },
  outcome "housed" { clause = "8", on = event "is housed", meets = true },
}
