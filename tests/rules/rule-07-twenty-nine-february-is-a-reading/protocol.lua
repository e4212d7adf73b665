-- Rule 7 and domain notes 1.13 (7), 1.15 (p): no statute says when somebody born on 29 February has a birthday in a common
-- year. The usual reading is 1 March, and it is the default; this protocol reads it the other way, by name.
--
-- Born on 29 February 2008: 18 as 28 February 2026 begins, so the outcome is taken then, and six months before is
-- 28 August 2025. Whoever is born on 28 February hangs on no reading.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01", leap_birthday = reading "born on 29 February" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
reading "born on 29 February" { clause = "7", chosen = "the day before",
  options = { ["the day before"] = "28 February", ["the day after"] = "1 March" } }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "plan" { clause = "7", by = turns(18) - months(6) },
  outcome "turned 18" { clause = "7", on = turns(18), close "adult" },
}
