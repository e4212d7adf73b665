-- Luton, first approach at 16 or 17: the panel hears of a young person six months before their 18th birthday.
-- Stockport 2024, 5.4: the 16+ assessment falls between 15 years 9 months and 16 years 3 months; 6.4: extra
-- preference while under 25.
--
-- Born on 31 August 2010: 16 on 31 August 2026; three months before is 31 May, three months after would be 31
-- November and is clamped to the 30th. 18 on 31 August 2028, six months before is 29 February 2028 (a leap
-- year, clamped).

protocol "ages" { council = "Nowhere", effective = "2018-01-01" }

local worker = role "Social worker" {}
event "assessment done" { clause = "5.4/1" }
deadline "16+ assessment" { clause = "5.4/1", owner = worker,
  not_before = turns(16) - months(3), by = turns(16) + months(3), met_by = event "assessment done" }
stage "17+ panel" { clause = "first-approach-16-17.2", owner = worker, on = turns(18) - months(6),
  outcome "planned" { clause = "first-approach-16-17.2" } }
decision "extra_preference" { clause = "6.4/2",
  { when = { age = under(25) }, value = true }, { when = otherwise, value = false } }
