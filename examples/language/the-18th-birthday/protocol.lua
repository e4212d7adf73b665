-- Stockport 2018, 2.9: a tenancy held in trust becomes the young person's own on the 18th birthday. Luton, the
-- assessment: the file holds certain papers before it ends. Medway, 14.2: the protocol is reviewed every year
-- from April 2021.
--
-- Born on 15 June 2008: on 15 June 2026, as the day begins, the stage ends by itself. The papers are two
-- questions; with one missing the assessment may not end. The review of the protocol is no step of any case,
-- and is listed as not run.

protocol "the-18th-birthday" { council = "Nowhere", effective = "2018-01-01" }

local landlord = role "Landlord" {}
local worker = role "Social worker" {}
event "assessment begins" { clause = "cin-assessment.1" }
fact "chronology" { yesno, ask = "Is the chronology on the file?" }
fact "views" { yesno, ask = "Are the young person's own views on the file?" }
stage "tenancy in trust" { clause = "2.9/2", owner = landlord, on = event "signs tenancy", when = { age = under(18) },
  outcome "becomes their own" { clause = "2.9/2", on = turns(18), close "tenant" } }
stage "assessment" { clause = "cin-assessment.1", owner = worker, on = event "assessment begins",
  expected = { gap = "it waits until the chronology and their own views are on the file" },
  outcome "complete" { clause = "cin-assessment.1", when = { chronology = true, views = true } } }
not_run { "14.2", because = "about the protocol, not about a case" }
