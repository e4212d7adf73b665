-- Medway, 10.2: six months before a young person is to leave their placement, the options are talked over.
--
-- Leaving is planned for 30 November 2026: six months before is 30 May, that day included. When the plan moves
-- to 31 December, so does the limit: 30 June, as June has no 31st day; both stay in the log.

protocol "before-a-planned-date" { council = "Nowhere", effective = "2018-01-01" }

local adviser = role "Personal adviser" {}
fact "leaving_on" { date, ask = "When is the young person to leave the placement?" }
event "options talked over" { clause = "10.2/1" }
deadline "talk over the options" { clause = "10.2/1", owner = adviser, by = fact "leaving_on" - months(6),
  met_by = event "options talked over" }
