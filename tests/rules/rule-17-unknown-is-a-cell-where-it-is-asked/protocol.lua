-- Rule 17: whether a fact is known is asked, so there are three cells: unknown, yes and no. Yes fits nothing.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
fact "is_local" { yesno }
stage "route" { clause = "2", on = event "arrives",
  outcome "not asked" { clause = "2", when = { is_local = unknown } },
  outcome "elsewhere" { clause = "2", when = { is_local = false } } }
stage "whole" { clause = "2", on = event "arrives",
  outcome "not asked" { clause = "2", when = { is_local = unknown } },
  outcome "asked" { clause = "2", when = { is_local = known } } }
