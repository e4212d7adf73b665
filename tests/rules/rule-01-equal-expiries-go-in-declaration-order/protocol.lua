-- Rule 1: among expiries of one time the order of declaration decides.
--
-- Both deadlines fall due at 11:00, and the one whose clock started later is declared first.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "first" {}
event "second" {}
deadline "begun second" { clause = "1", owner = sw, within = hours(1), from = event "second" }
deadline "begun first" { clause = "2", owner = sw, within = hours(2), from = event "first" }
