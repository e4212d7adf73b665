-- The third of the three sketches. Luton, the assessment: each child of the family is assessed; once all are,
-- the family is offered options if one child is in need, else it is told that there are none.
--
-- Anna is assessed on 10 June, Ben on 12 June: what follows begins with the later. Ben is in need, so there
-- are options. With neither in need there are none. While Ben is still being assessed nothing follows. Each
-- has 45 working days from 1 June 2026: the 5 of each of nine weeks, to Monday 3 August (1 June itself is day
-- 0).

protocol "each-child" { council = "Nowhere", effective = "2018-01-01" }

local worker = role "Social worker" {}
event "family is referred" { clause = "cin-assessment.1" }
fact "in_need" { yesno, per = "child", clause = "cin-assessment.1" }
stage "assessment" { clause = "cin-assessment.1", owner = worker, per = "child", on = event "family is referred",
  deadline "single assessment" { clause = "process-map.13", within = working_days(45) },
  outcome "assessed" { clause = "cin-assessment.1" } }
stage "what follows" { clause = "outcomes.1", on = all { left "assessment" },
  outcome "options" { clause = "outcomes.2", when = { some_child { in_need = true } }, close "options" },
  outcome "none" { clause = "outcomes.1", when = otherwise, close "not in need" } }
