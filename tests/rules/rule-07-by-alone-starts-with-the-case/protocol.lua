-- Rule 7: "with `by` alone the case does"
--
-- The plan is due by the 18th birthday, 20 June 2026, which begins at 00:00. Its clock starts
-- with the case, at the first record on 1 June 09:00; made on 19 June it is met, and not made
-- when the birthday begins it is late.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "calls" { clause = "7" }
event "makes plan" { clause = "7" }

deadline "plan" { clause = "7", owner = officer, by = turns(18), met_by = event "makes plan" }
