-- Rule 7: "`when` is read as the clock starts"
--
-- Urgent when the stage was entered and not urgent later: the clock runs on. Not urgent then
-- and urgent later: there is no clock, whatever came after. The second deadline starts when
-- somebody calls: its `when` is read then.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "urgent" { yesno, clause = "7" }
event "asks" { clause = "7" }
event "calls" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "reply" { clause = "7", within = days(9), when = { urgent = true } },
  deadline "call back" { clause = "7", within = days(2), from = event "calls",
    when = { urgent = true } },
  outcome "done" { clause = "7" },
}
