-- Rule 1: at equal times outcomes taken by themselves come before expiries.
--
-- Two hours after the arrival the wait ends by itself, and at the same minute an answer is due that
-- the end of the wait gives. The wait ends first, so the answer is given on the minute: met.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
deadline "answer" { clause = "1", owner = sw, within = hours(2), from = event "arrives", met_by = left "wait" }
stage "wait" { clause = "2", owner = sw, on = event "arrives", outcome "time is up" { after = hours(2) }, outcome "done" {} }
