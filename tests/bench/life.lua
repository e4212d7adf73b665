-- The lives that `make bench` runs: made up, of the shape of a housing duty. A life has about 20
-- entries in its log: contact, assessment, mediation, plan, an act of referral, offers, with a duty
-- of 56 days running beside them. tests/bench/table_machine.c carries out the same by hand.

protocol "life" { council = "Nowhere", effective = "2020-01-01" }

local worker   = role "Worker" { clause = "1" }
local housing  = role "Housing Officer" { clause = "1" }
local mediator = role "Mediator" { clause = "1" }

event "referral" { clause = "2" }
fact "risk" { yesno, clause = "2", ask = "Is anybody at risk?" }

decision "try_home" { hit = "first", clause = "2",
  { when = { age = under(18), risk = false }, value = true },
  { when = otherwise, value = false },
}

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
  deadline "contact" { clause = "4", within = hours(24), late { notify { housing, clause = "4" } } },
  outcome "reached" { clause = "4", go "assessment" },
  outcome "lost" { clause = "4", close "lost" },
}

stage "assessment" {
  clause = "5", owner = worker,
  deadline "assessment" { clause = "5", within = days(3), from = event "referral" },
  outcome "family" { clause = "5", when = { try_home = true }, go "mediation" },
  outcome "alone" { clause = "5", when = { try_home = false }, go "plan" },
}

stage "mediation" {
  clause = "6", owner = mediator,
  deadline "mediation" { clause = "6", within = working_days(10) },
  outcome "home" { clause = "6", close "returned home" },
  outcome "not home" { clause = "6", go "plan" },
}

stage "plan" {
  clause = "7", owner = worker,
  refer { housing, as = "ask for a home", within = working_days(2), clause = "7" },
  deadline "plan" { clause = "7", within = working_days(15) },
  outcome "agreed" { clause = "7", go "offer" },
}

stage "offer" {
  clause = "8", owner = housing,
  deadline "answer" { clause = "8", within = working_days(5) },
  outcome "refused" { clause = "8", go "offer" },
  outcome "refused for good" { clause = "8", close "refused" },
  outcome "accepted" { clause = "8", close "housed" },
}
