-- Rule 14: "nights are subtracted as intervals, never polled … one breach per unbroken run,
-- with its nights"
--
-- Nowhere from 1 June 15:00 to 4 June 10:00: the nights of 1, 2 and 3 June, one breach of
-- three nights. Still nowhere on 5 June 12:00: 1, 2, 3 and 4 June, four nights so far. From 24
-- October 18:00 to 26 October 09:00, when the clock goes back, two. Two runs are two breaches.
-- Where the close of 3 June ends it: 1 and 2 June.

protocol "rule-14" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "14" }
event "calls" { clause = "14" }

stage "look" { clause = "14", owner = officer, on = event "asks",
  outcome "over" { clause = "14", close "over" } }
always "a bed" { clause = "14", that = { none { tonight = "nowhere" } } }
