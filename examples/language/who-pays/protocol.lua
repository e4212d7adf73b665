-- Luton, outcomes: children's services pay the deposit to the landlord; while a family may stay in the
-- temporary home, from the day of the decision, children's services bear its cost.
--
-- Each payment names its payee, each night its payer, and the clause that says so.

protocol "who-pays" { council = "Nowhere", effective = "2018-01-01" }

local cs, housing = service "Children's Services" {}, service "Housing" {}
local officer = role "Housing officer" { service = housing }
local landlord = role "Landlord" { service = housing }
event "no duty is found" { clause = "referrals-to-housing.6/2" }
entitlement "deposit" { clause = "outcomes.9", payee = landlord, paid_by = cs }
stage "notice period" { clause = "referrals-to-housing.6/2", owner = officer, on = event "no duty is found",
  place { "temporary home", paid_by = cs, clause = "referrals-to-housing.6/2" },
  outcome "private let" { clause = "outcomes.9", grant "deposit", close "moved" } }
