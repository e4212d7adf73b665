-- Rule 2: a record stands at its earliest instant, not before the record ahead of it; its window is
-- cut there, and what it causes carries the same window.
--
-- A: the file has 14:00 first and then "the 21st"; neither surely precedes the other, so the order of
-- the file stands and the second happened from 14:00 on. B: the other way round, the day comes first
-- and is not cut.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "calls" {}
event "arrives" {}
stage "call back" { clause = "1", owner = sw, on = event "calls", outcome "done" {} }
stage "visit" { clause = "2", owner = sw, on = event "arrives", outcome "done" {} }
