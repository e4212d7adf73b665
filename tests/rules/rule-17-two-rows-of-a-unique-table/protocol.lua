-- Rule 17: of a table whose hit is unique one row may hold. Both do at 17; told at the second of them. With hit
-- first the same rows are no mistake.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
decision "band" { clause = "1",
  { when = { age = at_most(17) }, value = "young" },
  { when = { age = at_least(17) }, value = "old" }, -- the second
}
decision "in order" { clause = "1", hit = "first",
  { when = { age = at_most(17) }, value = "young" },
  { when = { age = at_least(17) }, value = "old" },
}
stage "visit" { clause = "3", owner = sw, on = event "arrives",
  outcome "young" { clause = "3", when = { band = "young", ["in order"] = "young" } },
  outcome "old" { clause = "3" },
}
