-- Luton, escalation: line managers, then managers together, then the two directors.
--
-- Opened on 1 June with two working days for the first level, which end with 3 June: unresolved, the second
-- level opens then; it has three, to the end of 8 June (6 and 7 June are a weekend).

protocol "ladder" { council = "Nowhere", effective = "2018-01-01" }

local line, managers, directors = role "Line managers" {}, role "Managers" {}, role "Service directors" {}
event "they disagree" { clause = "escalation.1" }
ladder "escalation" { clause = "escalation.1",
  { owner = line, within = working_days(2) },
  { owner = managers, within = working_days(3), clause = "escalation.2" },
  { owner = directors, clause = "escalation.3" } }
stage "disagreement" { clause = "escalation.1", owner = { line, managers }, on = event "they disagree",
  escalate "escalation",
  outcome "settled" { clause = "escalation.1" } }
