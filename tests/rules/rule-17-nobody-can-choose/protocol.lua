-- Rule 17: each outcome of "visit" has a guard, and while is_local is no none holds: nobody can choose. "search"
-- has a duty, so it is meant to run on; "waiting" ends by itself; "open" has a way out without a guard.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "is_local" { yesno }
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  outcome "young" { clause = "1", when = { is_local = true, age = under(18) } },
  outcome "old" { clause = "1", when = { is_local = true, age = at_least(18) } },
}
stage "search" { clause = "2", owner = sw, on = event "arrives", duty = "search",
  outcome "found" { clause = "2", when = { is_local = true } } }
stage "waiting" { clause = "3", owner = sw, on = event "arrives",
  outcome "found" { clause = "3", when = { is_local = true } },
  outcome "over" { clause = "3", after = days(7) } }
stage "open" { clause = "4", owner = sw, on = event "arrives",
  outcome "found" { clause = "4", when = { is_local = true } },
  outcome "not found" { clause = "4" } }
