-- Rule 14: "`place` holds until the next, its `ends`, or `close`"
--
-- Evicted on 5 June: the place is over, and where they sleep then is not recorded.

protocol "rule-14" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "14" }
event "is evicted" { clause = "14" }
event "calls" { clause = "14" }

stage "look" { clause = "14", owner = officer, on = event "asks",
  outcome "hostel" { clause = "14", place { "hostel", provider = "Trust",
    ends = event "is evicted", clause = "14" },
    go "stay" },
  outcome "nothing" { clause = "14", place { "nowhere", clause = "14" } },
  outcome "talk" { clause = "14" },
}
stage "stay" { clause = "14", owner = officer,
  outcome "flat" { clause = "14", place { "flat", clause = "14" } },
  outcome "over" { clause = "14", close "over" },
}
