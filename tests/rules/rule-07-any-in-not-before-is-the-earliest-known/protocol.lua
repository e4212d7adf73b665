-- Rule 7: `any` in `not_before`, as in `by`, is the earliest that is known so far.
--
-- Not before the letter or the 16th birthday (1 May 2026), whichever is first. A: no letter, done on 30 April is early, on
-- 1 May in time. B: the letter of 23 January comes first, and two days after it are over as 26 January begins: from then
-- on it may be done. C: a second letter moves nothing back.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "letter" { clause = "7" }
event "asks" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks", duty = "look into it",
  deadline "visit" { clause = "7", not_before = any { turns(16), event "letter" + days(2) }, within = months(6) },
}
