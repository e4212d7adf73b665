-- Rule 17 (and 5): exactly one guard of an ownerless stage must hold. At 17 both hold; at 16 and at 18 one does.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
stage "route" { clause = "1", on = event "arrives",
  outcome "young" { clause = "1", when = { age = at_most(17) } },
  outcome "old" { clause = "2", when = { age = at_least(17) } },
}
