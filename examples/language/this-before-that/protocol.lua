-- Stockport 2024, 6.7: neighbours' complaints are checked before an offer. Medway, 12.8: no final finding
-- before a letter has said what is proposed.
--
-- The check on the day before the offer: in time. An offer without it: late, as the offer came first. A
-- finding without the letter is not admitted; recorded all the same it is a departure, and what happened is
-- followed.

protocol "this-before-that" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Housing officer" {}
event "home is found" { clause = "6.7/1" }
event "finding is due" { clause = "12.8/2" }
notice "pre-intent letter" { clause = "12.8/2", "what is proposed", "how to answer" }
deadline "check complaints" { clause = "6.7/1", owner = officer, from = event "home is found", by = entered "offer" }
stage "home found" { clause = "6.7/1", owner = officer, on = event "home is found",
  outcome "offered" { clause = "6.7/1", go "offer" } }
stage "offer" { clause = "6.7/1", owner = applicant, outcome "accepted" { clause = "6.7/1", close "housed" } }
stage "finding" { clause = "12.8/2", owner = officer, on = event "finding is due",
  notify { applicant, notice = "pre-intent letter", as = "pre-intent letter", within = days(7), clause = "12.8/2" },
  outcome "final" { clause = "12.8/2", when = { times(met "pre-intent letter", at_least(1)) }, close "found" } }
