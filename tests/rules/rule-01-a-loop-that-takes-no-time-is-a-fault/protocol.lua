-- Rule 1: over 1,000 steps at one instant is a fault that names the loop.
--
-- A: "here" routes to "there" and "there" back to "here", without anybody or any time between. The
-- case fails and says which stages make the loop. C: a stage that enters itself again. D: two
-- reactions that call each other by their entries, which raises triggers but nests nothing. B, in the
-- same file, meets no loop and is done as ever. The program says that a limit was hit (status 4).
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "calls" {}
event "asks" {}
event "writes" {}
stage "here" { clause = "1", on = event "arrives", outcome "on" { go "there" } }
stage "there" { clause = "2", outcome "back" { go "here" } }
stage "again" { clause = "3", on = event "asks", outcome "once more" { go "again" } }
stage "ping" { clause = "4", on = any { event "writes", entered "pong" }, notify { sw } }
stage "pong" { clause = "5", on = entered "ping", notify { sw } }
stage "answer" { clause = "6", owner = sw, on = event "calls", outcome "done" {} }
