-- Rule 6: a case lists its children; without them the applicant is the only child.
--
-- A and B list none: the fact that the case gives is the only child's, for `every_child` and
-- `some_child` alike, and a per-child stage is entered once, for nobody by name. C lists two children
-- that differ: some, not every, and two visits.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "is_safe" { yesno, per = "child" }
stage "all safe" { clause = "1", on = event "arrives", when = { every_child { is_safe = true } }, notify { sw } }
stage "one safe" { clause = "2", on = event "arrives", when = { some_child { is_safe = true } }, notify { sw } }
stage "check" { clause = "3", owner = sw, per = "child", on = event "arrives", outcome "done" {} }
