-- Luton, referrals into MASH: no child or young person is ever left with nowhere to sleep. Stockport 2024,
-- 7.5: bed and breakfast is avoided.
--
-- Nowhere from 1 June at 22:00 until a hostel on 3 June at 10:00: the nights of the 1st and the 2nd, one
-- breach. Bed and breakfast for the night of the 3rd breaks the second rule. Where nothing is recorded of a
-- night, nothing is said.

protocol "a-bed-tonight" { council = "Nowhere", effective = "2018-01-01" }

always "a bed tonight" { clause = "referrals-into-mash.8", that = { none { tonight = "nowhere" } } }
never "bed and breakfast" { clause = "7.5/4", that = { tonight = "bed and breakfast" } }
