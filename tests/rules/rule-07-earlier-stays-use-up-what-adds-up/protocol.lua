-- Rule 7: a clock runs from its own entry; one that adds up has so much less as earlier stays in its stage took.
--
-- A: 42 days in all. From 1 to 11 June: 10 days, so 32 are left, and from 22 June they end with 24 July.
-- B: of a stay that began in June, it is not said when, and ended on 3 July, 3 to 32 days; 39 to 10 are left. From 20 July they
-- end with 30 July at the earliest (10 days), with 28 August at the latest (39).
-- C: 50 days are more than there are: of the next stay no day is left, and it is due on the day of its entry.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local officer = role "Officer" {}
event "arrives" {}
stage "stay" { clause = "1", owner = officer, on = event "arrives",
  deadline "out again" { clause = "2", within = weeks(6), adds_up = true },
  outcome "left" {},
}
