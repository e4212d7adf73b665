-- Rule 9: "A silent `deadline` past due is *late* (`--strict`: acts too)"
--
-- With --strict nothing is assumed: the letter, due by the end of 3 June, is late like the
-- form on 10 June; on 2 June it is live.

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
