-- Rule 3: a date trigger past at the start, or past when its date becomes known, fires at once (guard
-- it with `when`).
--
-- A: 20 years old at the start: "adult" starts with the case, "just adult" is guarded and does not.
-- B: 18 years old at the start: both start. C: the date on which care was left becomes known on the
-- 22nd and is past: the stage starts then. D: known from the start and past: it starts with the case.
-- E: still to come on the 25th: it starts as that day begins.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
fact "left_on" { date }
stage "adult" { clause = "1", owner = sw, on = turns(18), outcome "done" {} }
stage "just adult" { clause = "2", owner = sw, on = turns(18), when = { age = under(19) }, outcome "done" {} }
stage "after care" { clause = "3", owner = sw, on = fact "left_on", outcome "done" {} }
