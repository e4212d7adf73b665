-- Stockport 2024, 6.8: a setting-up grant of £3,000; 6.10: the Pantry for six months from moving in; 4.4: help
-- with travel, of which the text names no sum, so that none is shown.

protocol "a-grant" { council = "Nowhere", effective = "2018-01-01" }

local adviser = role "Personal adviser" {}
entitlement "setting-up grant" { clause = "6.8/3", amount = money(3000), payee = applicant }
entitlement "Pantry" { clause = "6.10/2", lasts = months(6) }
entitlement "help with travel" { clause = "4.4/4" }
stage "moving in" { clause = "6.8/3", owner = adviser, on = event "moves in",
  outcome "settled" { clause = "6.8/3",
    grant { "setting-up grant", clause = "6.8/3" }, grant { "Pantry", clause = "6.10/2" },
    grant { "help with travel", clause = "4.4/4" }, close "settled" } }
