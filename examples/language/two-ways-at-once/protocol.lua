-- Stockport 2024, 6.6: while the young person bids on the register, the housing officer looks for a direct
-- let; whichever comes first ends the other. Before the move the support plan and the furniture are both
-- ready.
--
-- A direct let on 10 June: bidding stops, without an outcome. The plan is ready on 12 June and the furniture
-- on the 15th: the move begins at the later.

protocol "two-ways-at-once" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Housing officer" {}
local adviser = role "Personal adviser" {}
event "approved" { clause = "6.6/1" }
stage "approved for a home" { clause = "6.6/1", on = event "approved", go { "bidding", "direct let" } }
stage "bidding" { clause = "6.6/1", owner = applicant,
  outcome "offer" { clause = "6.6/1", stop "direct let", go { "support plan", "furniture" } } }
stage "direct let" { clause = "6.6/1", owner = officer,
  outcome "offer" { clause = "6.6/1", stop "bidding", go { "support plan", "furniture" } } }
stage "support plan" { clause = "6.6/3", owner = adviser, outcome "ready" { clause = "6.6/3" } }
stage "furniture" { clause = "6.6/3", owner = officer, outcome "ready" { clause = "6.6/3" } }
stage "move" { clause = "6.6/3", owner = adviser, on = all { left "support plan", left "furniture" },
  outcome "moved" { clause = "6.6/3", close "moved in" } }
