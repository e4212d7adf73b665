-- Rule 11: who owns a stage or a deadline may be a reading of the text. The chosen option owns it: both
-- decide jointly, so one signature is not enough; and the case has come to depend on the readings. That
-- of the deadline is of no account where there is no such deadline.

protocol "rule-11" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local adviser = role "Adviser" {}

event "asks" { clause = "11" }
fact "plan_wanted" { yesno, presumed = true, clause = "11", ask = "Is a plan wanted?" }

reading "who decides" { clause = "11", against = "12", chosen = "both",
  options = { both = { officer, adviser }, ["either of them"] = any { officer, adviser } } }
reading "who writes the plan" { clause = "11", chosen = "the adviser",
  options = { ["the adviser"] = adviser, ["the young person"] = applicant } }

stage "decision" {
  clause = "11", owner = reading "who decides", on = event "asks",
  deadline "plan" { clause = "11", owner = reading "who writes the plan", when = { plan_wanted = true } },
  outcome "agreed" { clause = "11" },
}
