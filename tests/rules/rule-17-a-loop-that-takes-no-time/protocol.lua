-- Rule 17: "here" routes to "there" and "there" back, all at one instant, when is_local is yes. "calm" and "quiet"
-- go round too, but one waits for a person.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "is_local" { yesno }
stage "here" { clause = "1", on = event "arrives", outcome "on" { clause = "1", go "there" } }
stage "there" { clause = "2",
  outcome "back" { clause = "2", when = { is_local = true }, go "here" },
  outcome "out" { clause = "2", when = { is_local = false } } }
stage "calm" { clause = "3", on = event "arrives", outcome "on" { clause = "3", go "quiet" } }
stage "quiet" { clause = "4", owner = sw, outcome "back" { clause = "4", go "calm" } }
