-- Rule 14: "any other as something it names changes; one breach per unbroken run"
--
-- Broken at 12:00 as the fact changes, kept again at 13:00, broken again on the next day: two
-- breaches, each from change to change. To record the same again is the same run. Broken from
-- the start, it is broken at the first record. Unknown is not broken.

protocol "rule-14" { council = "Nowhere", effective = "2018-01-01" }

fact "shares_room" { yesno, clause = "14" }
event "calls" { clause = "14" }

never "a shared room" { clause = "14", that = { shares_room = true } }
