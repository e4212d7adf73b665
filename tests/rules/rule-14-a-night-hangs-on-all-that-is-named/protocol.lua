-- Rule 14: "An invariant that names `tonight` is read at the last second of each day on which
-- it changed": the place, or whatever else the invariant names
--
-- Nowhere from 1 June on. Who turns 18 on 3 June was without a bed as a child on the nights of
-- 1 and 2 June, and no longer on that of the 3rd. Whose child is known of from 3 June on broke
-- the rule first on that night; 3 and 4 June are two nights.

protocol "rule-14" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "14" }
event "calls" { clause = "14" }
fact "with_child" { yesno, presumed = false, ask = "Is there a child?" }

stage "look" { clause = "14", owner = officer, on = event "asks",
  outcome "over" { clause = "14", close "over" } }
never "a child without a bed" { clause = "14", that = { tonight = "nowhere", any { age = under(18), with_child = true } } }
