-- Rule 17: "lost" has no trigger and no `go` leads to it. What only it leads to is not told beside it. Two stages
-- that lead only to each other are entered by nobody either; the first is told.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives", outcome "done" { clause = "1" } }
stage "lost" { clause = "2", owner = sw, outcome "on" { clause = "2", go "behind it" } }
stage "behind it" { clause = "3", owner = sw, outcome "done" { clause = "3" } }
