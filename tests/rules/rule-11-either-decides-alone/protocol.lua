-- Rule 11: "`any { a, b }` either"
--
-- Either role takes the outcome at once, alone.

protocol "rule-11" { council = "Nowhere", effective = "2018-01-01" }

local sw = role "Social worker" {}
local ho = role "Housing officer" {}

event "asks" { clause = "11" }

stage "decide" { clause = "11", owner = any { sw, ho }, on = event "asks",
  outcome "yes" { clause = "11" },
  outcome "no" { clause = "11" },
}
