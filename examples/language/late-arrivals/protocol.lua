-- The first of the three sketches that shaped the language. Luton, referrals into MASH: families who come to
-- the Town Hall by 16:30, on a Friday by 16:00, are seen; who comes later is given a place for the night, and
-- MASH sees them on the next working day.
--
-- Thursday 4 June 2026, 16:30: on the minute is inside, so the family is seen. Friday 5 June, 16:05: too late;
-- the place is for the same day, and the next working day is Monday 8 June. MASH sees them on Tuesday: late.
-- Saturday the desk is closed.

protocol "late-arrivals" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Housing officer" {}
local mash = role "MASH" {}
local council = service "Children's Services" {}
calendar "Town Hall desk" { mon_thu = "09:00-16:30", fri = "09:00-16:00" }
event "family approaches" { clause = "referrals-into-mash.9" }

stage "seen at the desk" { clause = "referrals-into-mash.9", owner = officer, on = event "family approaches",
  when = { now = inside "Town Hall desk" },
  outcome "seen" { clause = "referrals-into-mash.9", close "seen" },
}
stage "late arrival" { clause = "referrals-into-mash.10", owner = officer, on = event "family approaches",
  when = { now = outside "Town Hall desk" },
  place { "emergency accommodation", paid_by = council, within = same_day, clause = "referrals-into-mash.9" },
  deadline "seen by MASH" { clause = "referrals-into-mash.10", owner = mash, within = next_working_day },
  outcome "seen" { clause = "referrals-into-mash.10", close "seen" },
}
