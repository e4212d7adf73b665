-- Rule 17: a cell counts only if a case can be in it as the stage is entered. Nobody under 16, and nobody of 18
-- or over, enters "route", so its two guards leave nothing out; and 16 and 17 year olds fit one each.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "route" { clause = "1", on = event "arrives", when = { age = between(16, 17) },
  outcome "sixteen" { clause = "1", when = { age = under(17) }, go "visit" },
  outcome "seventeen" { clause = "2", when = { age = at_least(17) }, go "visit" },
}
stage "second" { clause = "2", on = left "visit",
  outcome "a" { clause = "1", when = { age = at_most(16) } },
  outcome "b" { clause = "2", when = { age = 17 } },
  outcome "c" { clause = "2", when = { age = over(17) } },
}
stage "visit" { clause = "3", owner = sw, outcome "done" { clause = "3" } }
