-- Rule 1: among outcomes taken by themselves at one time the order of declaration decides.
--
-- "begun first" is entered at 09:00 and ends by itself after two hours, "begun second" is entered at
-- 10:00 and ends after one: both at 11:00. "begun second" is declared first, so it ends first. Within
-- "both ways" two outcomes fall on 12:00; the one declared first is taken.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
event "first" {}
event "second" {}
event "third" {}
stage "begun second" { clause = "1", owner = sw, on = event "second", outcome "up" { after = hours(1) } }
stage "begun first" { clause = "2", owner = sw, on = event "first", outcome "up" { after = hours(2) } }
stage "both ways" { clause = "3", owner = sw, on = event "third",
  outcome "one" { after = minutes(60) },
  outcome "two" { after = hours(1) },
}
