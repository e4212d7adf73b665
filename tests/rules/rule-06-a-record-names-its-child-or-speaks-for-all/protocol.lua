-- Rule 6: a record names its child, or speaks for all.
--
-- A: the outcome names Anna: only her check ends. B: it names nobody: both end. C: the fact names
-- Ben: only he is safe. D: it names nobody: both are.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "calls" {}
fact "is_safe" { yesno, per = "child" }
stage "check" { clause = "1", owner = sw, per = "child", on = event "arrives", outcome "done" {} }
stage "follow up" { clause = "2", owner = sw, per = "child", on = event "calls", when = { is_safe = true }, outcome "done" {} }
