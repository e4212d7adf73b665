-- Rule 16: "Measures put a count in the period of its trigger"
--
-- By local days: 31 March 23:59 is in the first quarter, a minute later in the second, although UTC
-- has March still. An asking of which only the year is known lies in two quarters: cannot tell. It
-- is split by what was known as it fired.

protocol "rule-16" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "16" }
fact "household" { one_of { "single", "family" } }

measure "asked" { clause = "14.1", count = event "asks", per = "quarter", split = "household" }
measure "looked at" { clause = "14.2", count = left("look", "done"), per = "month" }

stage "look" { clause = "16", owner = officer, on = event "asks", outcome "done" { clause = "16" } }
