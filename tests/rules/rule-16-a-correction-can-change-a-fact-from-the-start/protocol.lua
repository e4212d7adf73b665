-- Rule 16: only `correct` changes a verdict; a fact of the start is corrected by its name.
--
-- Born, it is said, in 2009, A is 17 and the stage for minors starts. On the 25th the birth is
-- corrected to 2008: 18 all along, so that stage never started.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "minor" { clause = "1", owner = sw, on = event "arrives", when = { age = under(18) }, outcome "done" {} }
stage "adult" { clause = "2", owner = sw, on = event "arrives", when = { age = at_least(18) }, outcome "done" {} }
