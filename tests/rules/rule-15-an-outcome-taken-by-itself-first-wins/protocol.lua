-- Rule 15: "An outcome taken by itself first wins."
--
-- The talk is drawn to last ten days from 5 January at 9. A turns 18 on 9 January: that outcome is taken as the day
-- begins, and what was drawn is dropped. B turns 18 later, but calls it off on the 12th. C does neither: home, on the 15th.
-- Where time alone ends a stage after 30 days, that is no matter: ten are over first.

protocol "rule-15" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "calls it off" { clause = "15" }

stage "talk" { clause = "15", owner = officer, on = event "presents homeless",
  outcome "home" { clause = "15", close "at home" },
  outcome "turned 18" { clause = "15", on = turns(18), close "grown up" },
  outcome "called off" { clause = "15", on = event "calls it off", close "called off" },
  outcome "too long" { clause = "15", after = days(30), close "too long" },
}
