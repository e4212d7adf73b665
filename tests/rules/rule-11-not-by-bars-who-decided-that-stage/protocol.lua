-- Rule 11: "Authorising is a stage of its own; `not_by = "stage"` bars whoever decided that
-- one"
--
-- The social worker decided and may not authorise: recorded all the same it is a departure and
-- is followed (rule 5). The housing officer may.

protocol "rule-11" { council = "Nowhere", effective = "2018-01-01" }

local sw = role "Social worker" {}
local ho = role "Housing officer" {}

event "asks" { clause = "11" }

stage "decide" { clause = "11", owner = any { sw, ho }, on = event "asks",
  outcome "yes" { clause = "11", go "authorise" },
}
stage "authorise" { clause = "11", owner = any { sw, ho }, not_by = "decide",
  outcome "authorised" { clause = "11", close "done" },
}
