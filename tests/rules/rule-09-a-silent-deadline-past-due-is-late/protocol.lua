-- Rule 9: "A silent `deadline` past due is *late*"
--
-- The form was due by the end of 3 June, and the record says nothing of it: late on 10 June.
-- The act is not.

protocol "rule-09" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

event "asks" { clause = "9" }
event "calls" { clause = "9" }

stage "look" { clause = "9", owner = officer, on = event "asks",
  notify { mash, as = "write", clause = "9", within = days(2) },
  deadline "form" { clause = "9", within = days(2) },
  outcome "done" { clause = "9" },
}
