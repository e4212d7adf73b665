-- Rule 17: under the reading that is chosen the row for "early" never counts, and the outcome never holds. But the
-- reading may be chosen otherwise, so neither is dead.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
reading "when the work is done" { clause = "1", chosen = "late", options = { early = "early", late = "late" } }
decision "work" { clause = "1", hit = "first", { when = { age = at_least(16) }, value = reading "when the work is done" },
  { when = otherwise, value = "none" } }
decision "may" { clause = "2", hit = "first",
  { when = { work = "early", age = at_least(18) }, value = false },
  { when = otherwise, value = true } }
stage "visit" { clause = "3", owner = sw, on = event "arrives",
  outcome "early" { clause = "3", when = { work = "early", may = true } },
  outcome "done" { clause = "3" } }
