-- Rule 7: "a new `from` replaces it"
--
-- Asked on 1 June: due by the end of the 8th. Asked again on the 5th: that clock is replaced
-- by one due by the end of the 12th. If the first was missed it stays late, one breach, and
-- the contact of the 12th is that of the new clock; the next then runs from the 12th.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "contacts" { clause = "7" }
event "moves away" { clause = "7" }
event "calls" { clause = "7" }

deadline "contact" { clause = "7", owner = officer, every = days(7), from = event "asks",
  met_by = event "contacts", ends = event "moves away" }
