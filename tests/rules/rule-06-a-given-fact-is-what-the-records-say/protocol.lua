-- Rule 6: facts have one source; a given one is what the records say, the latest that is known.
--
-- The arrival of the 21st finds the fact true, that of the 23rd, after a record to the contrary,
-- false.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "at_risk" { yesno }
stage "warn" { clause = "1", on = event "arrives", when = { at_risk = true }, notify { sw } }
