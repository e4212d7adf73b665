-- Rule 2: what a window causes carries the same window, and a due date from a window is a window:
-- met if done surely by its start, late if surely after its end, else cannot tell.
--
-- The arrival is known to the day, the 21st, so 24 hours end somewhere on the 22nd: from its first
-- second to its last. Done on the 21st, at whatever hour (A, F), or as the 22nd begins (B): met.
-- Done at noon of the 22nd (C), or on the 22nd (E): cannot tell, and no breach; the expiry comes at
-- the window's end, so the record inside it wins. Done as the 23rd begins (D), or never (G): late.
-- At noon of the 22nd nothing is late yet (H).
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
stage "visit" { clause = "1", owner = sw, on = event "arrives",
  deadline "seen" { clause = "2", within = hours(24) },
  outcome "done" {},
}
