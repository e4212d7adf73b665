-- Rule 7: "Outside a stage each firing of `from` starts a clock"
--
-- Asked on 1 and on 2 June: two clocks, due by the end of 3 and of 4 June. The first goes late
-- at the end of the 3rd.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "calls" { clause = "7" }

deadline "reply" { clause = "7", owner = officer, within = days(2), from = event "asks" }
