-- Rule 17: `otherwise` holds where no sibling does, so the stage and the table are whole.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
fact "is_local" { yesno }
decision "band" { clause = "1",
  { when = { age = under(16) }, value = "child" },
  { when = { age = between(16, 17), is_local = true }, value = "local" },
  { when = otherwise, value = "other" },
}
stage "route" { clause = "1", on = event "arrives",
  outcome "local" { clause = "1", when = { band = "local" } },
  outcome "other" { clause = "2", when = otherwise },
}
