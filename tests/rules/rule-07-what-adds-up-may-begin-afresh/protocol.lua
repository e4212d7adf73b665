-- Rule 7: what adds up may count earlier stays only since something last happened: here since an application was made.
--
-- A: of the stay of June nothing is used up, as the application of 15 June came after: 42 days of 22 June end with 3 August.
-- B: no application was ever made, so all stays count: from 1 to 11 June 10 days, 32 are left, and from 22 June they end
-- with 24 July.
-- C: an application during the stay leaves its date alone, 13 July. Of that stay 5 days, from 6 to 11 June, count in the next,
-- so 37 are left, and from 22 June they end with 29 July.
-- D: the application was made in May, after the entry of the 1st: of the stay that ended on 10 June 10 days at least (from 31
-- May) and 40 at most count. 32 to 2 are left: from 22 June they end with 24 June at the earliest, with 24 July at the latest.
-- E: the application of 8 July, after the second stay has begun, changes neither that stay's date nor what it is told to be.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local officer = role "Officer" {}
event "arrives" {}
event "applies" {}
stage "stay" { clause = "1", owner = officer, on = event "arrives",
  deadline "out again" { clause = "2", within = weeks(6), adds_up = true, adds_up_since = event "applies" },
  outcome "left" {},
}
