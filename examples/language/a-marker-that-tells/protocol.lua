-- Stockport 2018, 2.6 and 2.12: a care leaver's file carries a marker; when arrears arise for somebody with
-- the marker, the leaving care team is told.
--
-- With the marker the team is told; without it nobody is; unknown leaves the case undecided, and asks.

protocol "a-marker-that-tells" { council = "Nowhere", effective = "2018-01-01" }

local team = role "Leaving Care Team" {}
fact "marker" { yesno, ask = "Does the file carry the care leaver's marker?" }
event "arrears arise" { clause = "2.12/1" }
stage "arrears" { clause = "2.12/1", on = event "arrears arise", when = { marker = true },
  notify { team, as = "tell of arrears", clause = "2.12/1" } }
