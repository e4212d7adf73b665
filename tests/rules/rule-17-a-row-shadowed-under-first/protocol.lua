-- Rule 17: under `first` a row counts only where none before it holds. The second row asks for an age that the
-- first has taken; the third holds nowhere by itself; the fourth counts from 20 on.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
decision "band" { clause = "1", hit = "first",
  { when = { age = under(20) }, value = "young" },
  { when = { age = between(16, 17) }, value = "teenage" }, -- shadowed
  { when = { age = under(16), all { age = over(17) } }, value = "both" }, -- contradicts itself
  { when = otherwise, value = "old" },
}
stage "visit" { clause = "3", owner = sw, on = event "arrives", outcome "done" { clause = "3" } }
