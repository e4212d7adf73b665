-- Rule 7, and "an ambiguity that can change a date … is a `reading`"
--
-- "21 days" from the letter: the text does not say whether the day of the letter counts. The reading chosen says that it
-- does, so the last day of a letter of 1 June 2026 is the 21st; the other reading would give the 22nd. The reading is
-- listed among those that decided the case. The hearing of 30 June is counted back likewise: the 30th is day 1, so five
-- days ending with it begin on the 26th.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "hearing_on" { date, clause = "7" }
event "sends letter" { clause = "7" }
reading "the day of the letter" { clause = "7", chosen = "counts",
  options = { counts = "beginning with", ["does not count"] = "of" } }

stage "wait" { clause = "7", owner = officer, on = event "sends letter",
  deadline "request" { clause = "7", within = days(21), counting = reading "the day of the letter" },
  deadline "bundle" { clause = "7", by = fact "hearing_on" - days(5), counting = reading "the day of the letter" },
  outcome "done" { clause = "7" },
}
