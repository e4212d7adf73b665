-- Rule 17: what the script says it expects is found, and does not nag.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "is_local" { yesno }
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  expected = { gap = "the text says nothing of others" },
  outcome "done" { clause = "1", when = { is_local = true } } }
