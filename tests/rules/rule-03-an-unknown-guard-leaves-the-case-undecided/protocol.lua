-- Rule 3: if `when` is unknown at the trigger the case is undecided.
--
-- Nobody knows whether there is family: nothing starts, and the case says which fact it needs. In B
-- the other test of the guard is false, which settles it: nothing is needed.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "has_family" { yesno, ask = "Is there family?" }
fact "is_local" { yesno }
stage "call family" { clause = "1", owner = sw, on = event "arrives",
  when = { has_family = true, is_local = true }, outcome "done" {} }
