-- Rule 4: what interrupts (a birthday, a withdrawal) is an outcome with `on`.
--
-- A: the young person withdraws while the visit is open, which ends it and the case. B: the 18th
-- birthday ends it. C: nothing interrupts.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  outcome "done" {},
  outcome "withdrawn" { on = event "withdraws", close "withdrawn" },
  outcome "turned 18" { on = turns(18), go "adult help" },
}
stage "adult help" { clause = "2", owner = sw, outcome "done" {} }
