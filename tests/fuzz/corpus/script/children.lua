-- Rule 6: under a quantifier and in a per-child stage `age` is the child's, else the applicant's.
--
-- The applicant is 17, Anna is 3, Ben is 7. "toddler" and the per-child check read the children's
-- ages: only Anna is under five. "young parent" reads the applicant's.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "young parent" { clause = "1", on = event "arrives", when = { age = between(16, 17) }, notify { sw } }
stage "toddler" { clause = "2", on = event "arrives", when = { some_child { age = under(5) } }, notify { sw } }
stage "all toddlers" { clause = "3", on = event "arrives", when = { every_child { age = under(5) } }, notify { sw } }
stage "check" { clause = "4", owner = sw, per = "child", on = event "arrives", when = { age = under(5) }, outcome "done" {} }
