-- Rule 3: a case starts at its first record.
--
-- A: the first record is of the 21st at 09:00, so the log begins there, with the facts that hold from
-- the start; the record itself comes next. B: without any record the case never starts.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "arrives" {}
fact "keys_found" { yesno }
decision "ready" { clause = "1", hit = "first",
  { when = { keys_found = true }, value = true },
  { when = otherwise, value = false },
}
stage "visit" { clause = "2", owner = sw, on = event "arrives", outcome "done" {} }
