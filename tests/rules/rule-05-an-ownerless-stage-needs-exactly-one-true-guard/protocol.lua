-- Rule 5: an ownerless stage needs exactly one true guard: two are an error; none, with some unknown,
-- is undecided; all false is a gap.
--
-- A: one true. B: one true although the other cannot be read. C: two true: the case fails, and says
-- which two. D: none true, one unknown: undecided, with the fact that is missing. E: that fact comes
-- on the next day: folded again, the route was taken at its entry. F: both false: the text has no
-- rule, which is logged; the stage stays open.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "is_local" { yesno }
fact "has_family" { yesno }
stage "route" { clause = "1", on = event "arrives",
  outcome "local" { when = { is_local = true }, go "visit" },
  outcome "family" { clause = "2", when = { has_family = true }, go "visit" },
}
stage "visit" { clause = "3", owner = sw, outcome "done" {} }
