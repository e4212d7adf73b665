-- Rule 3: every stage whose trigger fires with `when` true starts, in parallel.
--
-- The arrival is the trigger of three stages; the guard of the third is false. So two start at once.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "has_family" { yesno }
stage "visit" { clause = "1", owner = sw, on = event "arrives", outcome "done" {} }
stage "call family" { clause = "2", owner = sw, on = event "arrives", when = { has_family = true }, outcome "done" {} }
stage "find a bed" { clause = "3", owner = sw, on = event "arrives", when = { has_family = false }, outcome "done" {} }
