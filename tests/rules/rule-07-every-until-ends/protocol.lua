-- Rule 7: "`every` restarts at each meeting until its stage or `ends`"
--
-- Moving away on 6 June ends it: the clock that ran from the meeting of the 4th is void, and a
-- contact after that starts nothing. What was late before the end stays late.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "contacts" { clause = "7" }
event "moves away" { clause = "7" }
event "calls" { clause = "7" }

deadline "contact" { clause = "7", owner = officer, every = days(7), from = event "asks",
  met_by = event "contacts", ends = event "moves away" }
