-- Rule 18: names are unique per kind, so "visit" is a stage, an outcome, a deadline, an event, a fact and a letter at once, and
-- each place means the kind that it wants. A stage of effects alone needs no name: its clause is its name. So leaving by
-- "visit" on 4 March meets the deadline "visit", and the stage "4.2" has run.

protocol "rule-18" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "visit" { clause = "1" }
fact "visit" { yesno, clause = "1" }
notice "visit" { clause = "1", "when we come" }

stage "visit" { clause = "1", owner = officer, on = event "visit",
  deadline "visit" { clause = "1.1", within = days(3) },
  outcome "visit" { clause = "1.2", when = { visit = true }, close "visit" },
}
stage { clause = "4.2", on = left("visit", "visit"), notify { applicant, as = "tell of the visit", notice = "visit" } }
