-- Rule 3: "a guard is read as at its trigger", and the trigger has fired by then
--
-- The stage starts when an offer is refused, if offers were refused twice: at the second refusal,
-- on 8 June, and not one refusal later.

protocol "rule-03" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "refuses" { clause = "3" }

stage "look at refusals" { clause = "3", owner = officer, on = event "refuses",
  when = { times(event "refuses", at_least(2)) },
  outcome "done" { clause = "3" },
}
