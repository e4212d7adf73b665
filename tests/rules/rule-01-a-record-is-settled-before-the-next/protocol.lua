-- Rule 1: each record is settled (entries that it triggers, then decisions) before the next.
--
-- A: the fact of 09:00 makes "ready" true before the arrival of 09:00 is read, so its guard holds.
-- B: the arrival is read first, when "ready" is still false; that it becomes true in the same minute
-- opens nothing, because the trigger is past.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "keys_found" { yesno }
decision "ready" { clause = "1", hit = "first",
  { when = { keys_found = true }, value = true },
  { when = otherwise, value = false },
}
stage "visit" { clause = "2", owner = sw, on = event "arrives", when = { ready = true }, outcome "done" {} }
