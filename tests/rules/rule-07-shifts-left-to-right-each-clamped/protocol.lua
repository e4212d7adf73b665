-- Rule 7: "Shifts apply left to right, each clamped"
--
-- 31 January and a month is 28 February, and another month 28 March, not the 31st; a month on
-- and a month back is 28 January. Born on 31 August 2008, 18 on 31 August 2026: six months
-- before is 28 February 2026, and a day more 1 March. Each is due by the end of its day.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "signed_on" { date, clause = "7" }
event "calls" { clause = "7" }

deadline "two months" { clause = "7", owner = officer,
  by = fact "signed_on" + months(1) + months(1) }
deadline "half a year before" { clause = "7", owner = officer, by = turns(18) - months(6) }
deadline "and a day" { clause = "7", owner = officer, by = turns(18) - months(6) + days(1) }
deadline "there and back" { clause = "7", owner = officer,
  by = fact "signed_on" + months(1) - months(1) }
