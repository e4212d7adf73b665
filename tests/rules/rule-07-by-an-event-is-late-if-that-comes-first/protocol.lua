-- Rule 7: "`by = event "x"` is late if x comes first"
--
-- The hearing comes on 3 June 11:00. No plan by then: late, due at that minute. A plan before
-- it, or on that very minute (rule 1), is met. Without a hearing there is no date.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "hearing" { clause = "7" }
event "makes plan" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "plan" { clause = "7", by = event "hearing", met_by = event "makes plan" },
  outcome "done" { clause = "7" },
}
