-- Rule 5, and "any declaration may carry in_force": a grant, a letter and a ladder end with their own dates
--
-- The allowance and the letter stand from 1 April 2023, the old allowance until the day before. Whoever leaves on 31 March
-- 2023 gets the old one and no letter; whoever leaves on 1 April the new one and the letter. The outcome is the same.

protocol "rule-05" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "5" }
entitlement "old allowance" { clause = "5", amount = money(2000), payee = applicant, in_force = { false, "2023-03-31" } }
entitlement "new allowance" { clause = "5", amount = money(3000), payee = applicant, in_force = { "2023-04-01", false } }
notice "letter" { clause = "5", in_force = { "2023-04-01", false }, "what you get" }

stage "leaving" { clause = "5", owner = officer, on = event "asks",
  outcome "leaves" { grant "old allowance", grant { "new allowance", via = "voucher" },
    notify { applicant, as = "letter on leaving", notice = "letter" }, close "left" },
}
