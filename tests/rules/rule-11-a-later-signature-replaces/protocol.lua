-- Rule 11: "(a later one by the same role replaces it)"
--
-- The social worker says no, then yes; the housing officer says yes: both say yes at the last
-- signature, and there was no dispute, since only one had signed when the first changed.

protocol "rule-11" { council = "Nowhere", effective = "2018-01-01" }

local sw = role "Social worker" {}
local ho = role "Housing officer" {}

event "asks" { clause = "11" }
event "calls" { clause = "11" }

stage "decide" { clause = "11", owner = { sw, ho }, on = event "asks",
  deadline "decide" { clause = "11", within = days(5) },
  outcome "yes" { clause = "11" },
  outcome "no" { clause = "11" },
}
ladder "dispute" { clause = "11", { owner = { sw, ho } }, { owner = { "director" } } }
