-- Rule 5, and "the engine names it" of conditions: what a test is compared with may be missing as well as what it tests, and
-- then that is what the case waits for, not a time.
--
-- none: of all that is compared nothing is known. e only: 4 waits for the birth alone, and the spells of 6, which are given,
-- for when she was 14. later: d is 27 April, three days on 30 April, so on 1 May both 1 and 2 hold; born on 4 May 2008 she is
-- 18 on 4 May 2026, so 3 does not hold on 1 May, and e, 5 May, is later; asked once, which is at least 1; 14 on 4 May 2022, so
-- from then on she was looked after for the 10 days from 1 to 10 June 2022. Each guard is read as at its trigger.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "asks" {}
fact "d" { date }
fact "e" { date }
fact "n" { integer(0, 9) }
stage "1" { clause = "1", on = event "asks", when = { today = later_than(fact "d") }, notify { sw } }
stage "2" { clause = "2", on = event "asks", when = { today = later_than(fact "d" + days(3)) }, notify { sw } }
stage "3" { clause = "3", on = event "asks", when = { now = later_than(turns(18)) }, notify { sw } }
stage "4" { clause = "4", on = event "asks", when = { e = later_than(turns(18)) }, notify { sw } }
stage "5" { clause = "5", on = event "asks", when = { times(event "asks", at_least(fact "n")) }, notify { sw } }
stage "6" { clause = "6", on = event "asks", notify { sw },
  when = { ["looked after"] = total(at_least(days(10)), { from = turns(14) }) } }
