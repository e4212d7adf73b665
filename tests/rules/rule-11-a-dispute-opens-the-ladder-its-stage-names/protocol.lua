-- Rule 11: "A dispute opens the ladder that the stage names (`ladder =`)"
--
-- Of two ladders the stage names the second.

protocol "rule-11" { council = "Nowhere", effective = "2018-01-01" }

local sw = role "Social worker" {}
local ho = role "Housing officer" {}

event "asks" { clause = "11" }

stage "decide" { clause = "11", owner = { sw, ho }, on = event "asks", ladder = "money",
  outcome "yes" { clause = "11" },
  outcome "no" { clause = "11" },
}
ladder "care" { clause = "11", { owner = "team manager" } }
ladder "money" { clause = "11", { owner = "finance manager" } }
