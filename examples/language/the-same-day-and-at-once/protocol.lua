-- Luton, KPI 1: referred on the same day. Luton, housing duty: told "immediately". How long that is, the text
-- does not say: one hour and the same day can both be defended, so it is a reading, and this protocol has
-- chosen one hour.
--
-- Decided on 4 June 2026 at 15:00: the same day ends with 4 June, one hour at 16:00. Telling at 16:30 is in
-- time for the one and late for the other; read the other way it would have been in time for both.

protocol "the-same-day-and-at-once" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Housing officer" {}
local mash = role "MASH" {}
event "no duty is found" { clause = "kpi.1" }
reading "immediately" { clause = "housing-duty.13", chosen = "one hour",
  options = { ["one hour"] = hours(1), ["the same day"] = same_day } }

stage "no duty" { clause = "kpi.1", owner = officer, on = event "no duty is found",
  notify { mash, as = "refer to MASH", within = same_day, clause = "kpi.1" },
  notify { mash, as = "tell MASH at once", within = reading "immediately", clause = "housing-duty.13" },
  outcome "over" { clause = "kpi.1" },
}
