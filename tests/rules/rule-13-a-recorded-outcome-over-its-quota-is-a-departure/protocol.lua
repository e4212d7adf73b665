-- Rule 13: "An outcome whose grant would exceed one is inadmissible"; recorded, it was taken all the
-- same (rule 5), which is a departure under the quota's clause
--
-- The outcome that grants nothing is always admissible, also when the quota is used up.

protocol "rule-13" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "13" }

quota "direct lets" { clause = "16", limit = 1, per = "month" }
entitlement "direct let" { clause = "16", quota = "direct lets" }

stage "let" { clause = "13", owner = officer, on = event "asks",
  outcome "yes" { clause = "17", grant "direct let" },
  outcome "no" { clause = "18" },
}
