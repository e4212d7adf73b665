-- Rule 1: at equal times records come in the order of the file.
--
-- A: the visit opens, then it is recorded as done: all as the protocol says. B: the same two records
-- the other way round: the visit is not open when it is done (a departure), and opens after it.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives", outcome "done" {} }
