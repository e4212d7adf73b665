-- Rule 8: "late { … } fires once, at the right instant of simulated time"; done after that stays late, and a correction that
-- puts the doing in time supersedes the verdict without taking the earlier one out of the log.
--
-- Two days from Monday 1 June 2026 end with the 3rd: the manager is told in its last second, once, though it is done on the
-- 5th and the case goes on until the 9th. Corrected on the 8th: it was done on the 2nd after all, so nobody was told.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local manager = role "Manager" {}

event "asks" { clause = "8" }

stage "look" { clause = "8", owner = officer, on = event "asks",
  deadline "answer" { clause = "8", within = days(2), late { notify { manager, as = "tell the manager", clause = "8" } } },
  outcome "done" { clause = "8" },
}
