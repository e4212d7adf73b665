-- Rule 3: `go` does not test `when`: guard the outcome.
--
-- The guard of "call family" is false. The arrival does not start it (its trigger tests the guard),
-- but an outcome that goes there does.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "has_family" { yesno }
stage "visit" { clause = "1", owner = sw, on = event "arrives", outcome "done" { go "call family" } }
stage "call family" { clause = "2", owner = sw, on = event "arrives", when = { has_family = true }, outcome "done" {} }
