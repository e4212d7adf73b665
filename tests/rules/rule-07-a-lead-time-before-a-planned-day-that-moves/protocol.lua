-- Rule 7: "Only a changed date fact moves a live due date, both kept in the log". The plan is made not later than six months
-- before the planned exit.
--
-- 31 December less six months is 30 June, which has no 31st. "later": put off to 28 February 2027, due on 28 August. "sooner":
-- on 10 April the exit becomes 30 September, so it was due on 30 March: late at once, and 21 days late when done on 20 April.
-- "late first": missed on 30 June, put off afterwards: a later event never erases an earlier breach; done 32 days late. Known
-- to the month, December, it is due between 1 and 30 June: before that it is in time, on 15 June it cannot be told, in July
-- it is late.
protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }
local officer = role "Officer" {}
fact "exit_on" { date, clause = "10.2/1" }
event "exit planned" { clause = "10.2/1" }
event "plan made" { clause = "10.2/1" }
stage "prepare" { clause = "10.2/1", owner = officer, on = event "exit planned", duty = "prepare",
  deadline "plan" { clause = "10.2/1", by = fact "exit_on" - months(6), met_by = event "plan made" } }
