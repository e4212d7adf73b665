-- Rule 6: "A record names its child, or speaks for all": of deadlines and acts too.
--
-- Each of two children is to be seen within 48 hours, and referred within 24. all: the records name
-- nobody, so both were seen and both referred on 22 May at 09:00. ben: they name Ben. Anna is not seen
-- by the case's now, 25 May, so she is late; of her referral nothing is recorded, so it is taken as
-- done, and whether in time cannot be told.

protocol "rule-06" { council = "Nowhere", effective = "2018-01-01" }

local sw = role "Social worker" {}

event "arrives" { clause = "6" }
event "leaves" { clause = "6" }

stage "check" { clause = "6", owner = sw, per = "child", on = event "arrives",
  refer { sw, as = "referral", within = hours(24), clause = "6" },
  deadline "seen" { clause = "6", within = hours(48) },
  outcome "done" { clause = "6" },
}
