-- Rule 8: "(the earliest clock not yet met, unless `due` names one)"
--
-- Asked on 1 and 2 June: two clocks, due by the end of 3 and 4 June. A record without `due`
-- meets the first, the next record the second; one that names 4 June meets the second, and the
-- first stays open. One that names 11 June, when none was due, meets neither.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }

deadline "reply" { clause = "8", owner = officer, within = days(2), from = event "asks" }
