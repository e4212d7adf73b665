-- Rule 2: outcomes taken by themselves whose time is a window come at its end, so a record inside it
-- wins. What follows carries the window.
--
-- Arrived on the 21st, the wait ends by itself 24 hours later: some time on the 22nd. A: it was ended
-- by its owner on the 22nd at 10:00, inside the window: that counts. B: nothing is recorded, and it
-- ends by itself, on the 22nd; the next stage is entered then, and its two days end on the 24th.
-- C: a call at noon of the 22nd is read before the outcome is taken; the log stays in the order in
-- which it became known, so the outcome is known at the end of the 22nd.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
event "calls" {}
stage "wait" { clause = "1", owner = sw, on = event "arrives",
  outcome "done" {},
  outcome "time is up" { after = hours(24), go "next" },
}
stage "next" { clause = "2", owner = sw, deadline "letter" { clause = "3", within = days(2) }, outcome "end" {} }
