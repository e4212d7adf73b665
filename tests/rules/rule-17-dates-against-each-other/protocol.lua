-- Rule 17: left on the day itself is neither earlier nor later than it was told.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
fact "left_on" { date }
fact "told_on" { date }
stage "route" { clause = "2", on = event "arrives",
  outcome "before" { clause = "2", when = { left_on = earlier_than(fact "told_on") } },
  outcome "after" { clause = "2", when = { left_on = later_than(fact "told_on") } } }
