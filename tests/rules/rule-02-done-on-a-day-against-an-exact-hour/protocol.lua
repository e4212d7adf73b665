-- Rule 2: met if done surely by the due time, late if surely after it, else cannot tell.
--
-- Due on the 22nd at 09:00. Done "on the 21st", after the arrival at 09:00: met; its window is cut
-- at the record ahead of it. Done "on the 22nd" could be either side of 09:00: cannot tell. Done "on
-- the 23rd": late. Done some time "in May" could be either, too.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  outcome "done" {},
}
