-- The lives that `make bench` draws: made up, of the shape of a pathway to a tenancy. Cases compete for thirty-six places at a
-- panel that sits every fortnight. tests/bench/pathway_loop.c carries out the same by hand.

protocol "pathway" { council = "Nowhere", effective = "2020-01-01" }

local worker  = role "Worker" { clause = "1" }
local housing = role "Housing Officer" { clause = "1" }

event "referral" { clause = "2" }

panel "Panel" { clause = "6", every = weeks(2), first = "2026-01-06", places = 36 }

stage "prevention" {
  clause = "3", owner = housing, on = event "referral", duty = "prevention",
  outcome "56 days are over" { clause = "3", after = days(56), go "relief" },
}
stage "relief" {
  clause = "3", owner = housing, duty = "relief",
  outcome "56 days are over" { clause = "3", after = days(56) },
}
stage "contact" {
  clause = "4", owner = worker, on = event "referral",
  deadline "contact" { clause = "4", within = hours(24) },
  outcome "reached" { clause = "4", go "assessment" },
}
stage "assessment" {
  clause = "5", owner = worker,
  deadline "assessment" { clause = "5", within = days(3), from = event "referral" },
  outcome "done" { clause = "5", go "meeting" },
}
stage "meeting" {
  clause = "5", owner = worker,
  deadline "meeting" { clause = "5", within = working_days(10) },
  outcome "held" { clause = "5", go "panel" },
}
stage "panel" {
  clause = "6", panel = "Panel",
  outcome "approved" { clause = "6", go "offer" },
  outcome "deferred" { clause = "6", go "information" },
  outcome "declined" { clause = "6", close "declined" },
}
stage "information" {
  clause = "6", owner = worker,
  outcome "complete" { clause = "6", go "panel" },
}
stage "offer" {
  clause = "7", owner = housing,
  outcome "refused" { clause = "7", go "offer" },
  outcome "accepted" { clause = "7", go "viewing" },
}
stage "viewing" {
  clause = "7", owner = housing,
  outcome "seen" { clause = "7", close "housed" },
}
