-- Rule 17: "here" and "there" are entered from each other alone, so neither ever is. The first is told.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives", outcome "done" { clause = "1" } }
stage "here" { clause = "2", owner = sw, outcome "on" { clause = "2", go "there" } }
stage "there" { clause = "3", owner = sw, outcome "back" { clause = "3", go "here" } }
