-- Rule 13: "count grants when the outcome is taken, in the period of that instant (`financial year`
-- from 1 April) ... nothing carries over"
--
-- Two a year. The third yes of 2025-26, on 31 March at 23:59 local time, is one too many; a minute
-- later, which is still 31 March by UTC, a new year has begun, and it has two of its own and not the
-- one that the year before 2025-26 left over.

protocol "rule-13" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "13" }

quota "direct lets" { clause = "16", limit = 2, per = "financial year" }
entitlement "direct let" { clause = "16", quota = "direct lets" }

stage "let" { clause = "13", owner = officer, on = event "asks",
  outcome "yes" { clause = "17", grant "direct let" },
  outcome "no" { clause = "18" },
}
