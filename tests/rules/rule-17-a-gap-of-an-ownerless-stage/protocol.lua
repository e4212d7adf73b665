-- Rule 17 (and 5): an ownerless stage needs exactly one true guard. The cells of its guards are is_local
-- (yes, no) times age (under 18, 18 or over). Not local and 18 or over: no guard holds, a gap.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "is_local" { yesno }
stage "route" { clause = "1", on = event "arrives",
  outcome "local" { clause = "1", when = { is_local = true, age = at_least(18) }, go "visit" },
  outcome "young" { clause = "2", when = { age = under(18) }, go "visit" },
}
stage "visit" { clause = "3", owner = sw, outcome "done" { clause = "3" } }
