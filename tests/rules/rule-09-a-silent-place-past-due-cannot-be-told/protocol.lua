-- Rules 9 and 14: a silent `place` with a time is never assumed, and only --strict makes a silent act
-- late: past its time nobody can tell. A case whose record says where it slept, too late, is late.
-- "silent": called on 21 May, due by the end of that day; nothing recorded, the case's now is 23 May.
-- "late": the place is recorded on 22 May at 10:00, a day after the day it was due.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local officer = role "Housing officer" {}
event "arrives" {}
stage "shelter" {
  clause = "1", owner = officer, on = event "arrives",
  place { "hostel", as = "bed", within = same_day, clause = "2" },
  outcome "moved on" {},
}
