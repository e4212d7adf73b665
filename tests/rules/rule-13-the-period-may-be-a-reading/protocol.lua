-- Rule 13: "in the period of that instant (`financial year` from 1 April)", where the text does not say which year
--
-- One grant a year, and the year is a reading: read here as the calendar year. Granted on 1 December 2025 and on 2 January
-- 2026: two years, and both fit; in the financial year from 1 April 2025 the second would be one too many. Granted on 2
-- February and on 1 April 2026: one calendar year, so the second is a departure. The reading is told with its options.

protocol "rule-13" { council = "Nowhere", effective = "2018-01-01" }

local landlord = role "Landlord" {}
event "asks" { clause = "13" }
reading "a year" { clause = "13", chosen = "calendar", options = { calendar = "year", financial = "financial year" } }
quota "lets" { clause = "13", limit = 1, per = reading "a year" }
entitlement "let" { clause = "13", quota = "lets" }
stage "let" { clause = "13", owner = landlord, on = event "asks",
  outcome "yes" { clause = "13", grant "let" },
  outcome "no" { clause = "13" } }
