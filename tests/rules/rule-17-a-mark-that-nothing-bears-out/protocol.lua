-- Rule 17: a mark for what is not found any more would hide what comes later, so it is told itself.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  expected = { gap = "the text says nothing of others" }, -- the mark
  outcome "done" { clause = "1" } }
