-- Rule 17: what nothing reads is an end in itself, so its gap is told too: neither under 16 nor 18 or over.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
decision "band" { clause = "1",
  { when = { age = under(16) }, value = "child" },
  { when = { age = at_least(18) }, value = "adult" },
}
stage "visit" { clause = "3", owner = sw, on = event "arrives", outcome "done" { clause = "3" } }
