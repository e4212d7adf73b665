-- Rule 17: nobody is under 16 and a child of the table's second kind, which is for 16 year olds and older. So the
-- stage is entered by nobody. Where an outcome that cannot be chosen leads, is not told beside it.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
decision "kind" { clause = "1", hit = "first",
  { when = { age = under(16) }, value = "first" },
  { when = otherwise, value = "second" },
}
stage "visit" { clause = "2", owner = sw, on = event "arrives", when = { age = under(16), kind = "second" },
  outcome "done" { clause = "2" } }
stage "other" { clause = "3", owner = sw, on = event "arrives",
  outcome "on" { clause = "3", when = { age = under(16), kind = "second" }, go "behind it" },
  outcome "done" { clause = "3" } }
stage "behind it" { clause = "4", owner = sw, outcome "done" { clause = "4" } }
