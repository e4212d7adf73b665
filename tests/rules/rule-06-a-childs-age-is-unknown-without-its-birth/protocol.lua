-- Rule 6: in a per-child stage `age` is the child's; and a missing fact makes the answer unknown,
-- never somebody else's.
--
-- When Ben was born is not known. His age is not the applicant's 17 years: whether he is under five
-- is unknown, and the case says that it needs to know (A). The next day it is told: he was four at the
-- arrival (B), or eight (C). What is told of Ben changes nobody else's birth (D: the applicant's guard
-- is read afterwards, and is still 17).
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "calls" {}
stage "check" { clause = "1", owner = sw, per = "child", on = event "arrives", when = { age = under(5) }, outcome "done" {} }
stage "young parent" { clause = "2", owner = sw, on = event "calls", when = { age = 17 }, outcome "done" {} }
