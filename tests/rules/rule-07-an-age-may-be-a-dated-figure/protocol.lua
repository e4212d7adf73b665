-- Rule 7, and "stands wherever such a value can": an age may be a figure that changes on a date, or a reading
--
-- The age at which support ends is 21; from 1 April 2020 it is 25, from 1 April 2024 it is 23. Somebody has reached it on the
-- first day on which they are as old as the figure then in force says. Born on 10 June 1998: 21 on 10 June 2019. Born on
-- 10 June 1999: not 21 until the figure is 25, not 25 until it is 23, and 23 already when it comes down: 1 April 2024, three
-- months before which is 1 January. Born on 11 February 2002: 23 on 11 February 2025, three months before 11 November 2024.
-- "Grown up" is 18 as read here, so the letter is due by that birthday.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "is seen" { clause = "7" }
param "support ends at" { ["2018-01-01"] = 21, ["2020-04-01"] = 25, ["2024-04-01"] = 23, clause = "7" }
param "grown up in law" { ["2018-01-01"] = years(18), clause = "7" }
reading "grown up" { clause = "7", chosen = "in law", options = { ["in law"] = param "grown up in law", ["at 21"] = 21 } }

stage "support" { clause = "7", owner = officer, on = event "asks",
  deadline "plan the end" { clause = "7", by = turns(param "support ends at") - months(3), met_by = event "is seen" },
  deadline "first letter" { clause = "7", by = turns(reading "grown up"), met_by = event "is seen" },
  outcome "too old" { on = turns(param "support ends at"), close "too old" },
}
