-- Rule 7: windows (15 years 9 months to 16 years 3 months) and look-ahead horizons (56 days)
--
-- Born on 31 May 2010: three months before the 16th birthday, 31 May 2026, is 28 February (no 31st); three months after it
-- is 31 August. Done on 27 February is early, on 28 February and on 31 August in time, on 1 September a day late. Release
-- on 30 June 2026 lies within 56 days from 5 May on (26 days of May after it, 30 of June), so the referral's stage begins
-- as that day does.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "release_on" { date, clause = "7" }
event "asks" { clause = "7" }

stage "plan" { clause = "7", owner = officer, on = event "asks",
  deadline "focus" { clause = "7", not_before = turns(16) - months(3), by = turns(16) + months(3) },
  outcome "done" { clause = "7" },
}
stage "refer" { clause = "7", owner = officer, on = fact "release_on" - days(56), duty = "refer before release" }
