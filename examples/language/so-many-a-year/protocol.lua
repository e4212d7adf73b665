-- Luton, leaving care: ten direct lets in a financial year. Two here, so that a case can use them up.
--
-- The third let of 2025-26, on 31 March 2026, is one too many: recorded all the same, it is a departure that
-- names the quota. On 1 April a new year begins.

protocol "so-many-a-year" { council = "Nowhere", effective = "2018-01-01" }

local landlord = role "Landlord" {}
event "asks for a direct let" { clause = "leaving-care.16" }
quota "direct lets" { clause = "leaving-care.16", limit = 2, per = "financial year" }
entitlement "direct let" { clause = "leaving-care.16", quota = "direct lets" }
stage "direct let" { clause = "leaving-care.17", owner = landlord, on = event "asks for a direct let",
  outcome "yes" { clause = "leaving-care.17", grant "direct let" },
  outcome "no" { clause = "leaving-care.17" } }
