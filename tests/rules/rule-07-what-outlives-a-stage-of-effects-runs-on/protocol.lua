-- Rules 4 and 7: a stage of effects alone ends as they have run; its deadline that says outlives = true starts all the
-- same, and runs on.
--
-- Two days from Thursday 21 May end with Saturday 23 May. Written on the 22nd it is met; on the 26th, three days late;
-- never written, it is late as the record ends; close does not void it.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "written" {}
event "goes" {}
stage "told" { clause = "1", owner = sw, on = event "arrives",
  deadline "write" { clause = "2", within = days(2), met_by = event "written", outlives = true } }
stage "gone" { clause = "3", on = event "goes", close "gone" }
