-- Rule 11: "different ones are a dispute and leave the stage open … A dispute opens the ladder
-- …, else the protocol's only one"
--
-- Yes from one and no from the other on 3 June: the stage stays open, and the only ladder
-- opens its first level then. When one comes round on 4 June the outcome is taken, at that
-- signature.

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
