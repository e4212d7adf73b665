-- Rule 5: decisions are derived anew as inputs change, and log it; an outcome taken is not reopened.
--
-- The route goes "in" while the decision is true. When its input turns false the decision follows,
-- logged; the route stays taken.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "at_risk" { yesno }
decision "urgent" { clause = "1", hit = "first",
  { when = { at_risk = true }, value = true, clause = "1.1" },
  { when = otherwise, value = false, clause = "1.2" },
}
stage "route" { clause = "2", on = event "arrives",
  outcome "yes" { when = { urgent = true }, go "in" },
  outcome "no" { when = otherwise, go "out" },
}
stage "in" { clause = "3", owner = sw, outcome "done" {} }
stage "out" { clause = "4", owner = sw, outcome "done" {} }
