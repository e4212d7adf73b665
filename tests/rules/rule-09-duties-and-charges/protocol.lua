-- Rule 9: "In results, `duties` are visits of stages with `duty`, `charges` are acts with
-- `paid_by`"
--
-- Each visit of the stage that has a duty is a duty, from its entry to its leaving; of the
-- acts only the one that says who pays is a charge.

protocol "rule-09" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

local council = service "Council" {}
event "asks" { clause = "9" }
event "calls" { clause = "9" }

stage "look" { clause = "9", owner = officer, on = event "asks", outcome "done" { clause = "9",
  go "house" } }
stage "house" { clause = "9", owner = council, duty = "accommodation",
  place { "hostel", provider = "Trust", paid_by = council, clause = "9" },
  notify { mash, clause = "9" },
  outcome "over" { clause = "9" },
}
