-- Rules 3 and 16: a record supplies the fact that a guard waited for, and is then corrected: the guard
-- is read by what the record should have said, and by nothing that it said before.
--
-- The arrival of the 21st needs the fact; the 23rd supplies it. A: supplied as true, corrected to
-- false: the stage never started. B: supplied as false, corrected to true: it started on the 21st.
-- C: it was never said: the case is undecided again. D: said as it was, but a day later: started on
-- the 21st all the same. E: the arrival itself is corrected, to 08:00: started then.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "has_family" { yesno }
stage "call family" { clause = "1", owner = sw, on = event "arrives", when = { has_family = true }, outcome "done" {} }
