-- Rule 17: only the protocol sets "is_marked", and the witness of the gap goes the way that sets it.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
fact "is_marked" { yesno, presumed = false }
event "marking" {}
stage "mark" { clause = "1", on = event "marking", set { is_marked = true } }
stage "route" { clause = "2", on = event "arrives",
  outcome "unmarked" { clause = "2", when = { is_marked = false } } }
