-- Rule 6: `presumed` answers while the fact is unknown, and says so.
--
-- A: nothing is known, the presumption lets the stage start, and the log says that it was presumed;
-- the fact itself is still unknown. B: known to be true: the same, without a presumption. C: known to
-- be false: knowledge beats the presumption.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "needs_help" { yesno, presumed = true }
stage "visit" { clause = "1", owner = sw, on = event "arrives", when = { needs_help = true }, outcome "done" {} }
stage "find out" { clause = "2", owner = sw, on = event "arrives", when = { needs_help = unknown }, outcome "done" {} }
