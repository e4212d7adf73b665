-- Rule 15: "modelled cases compete for panel places, quotas and homes"
--
-- One let a month, and each case is drawn to have one, two days after it asks. A has January's on the 7th. B may not have
-- another in January and waits for February, which begins as the 1st does; C, who asks in March, has March's.

protocol "rule-15" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

quota "lets" { clause = "15", limit = 1, per = "month" }
entitlement "let" { clause = "15", quota = "lets" }

stage "let" { clause = "15", owner = officer, on = event "presents homeless",
  outcome "yes" { clause = "15", grant "let", close "let" },
}
