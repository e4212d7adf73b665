-- A small protocol for the queries of examples/queries: every answer over cases.jsonl beside it can
-- be worked out by hand, and is, in answers.txt.

protocol "queries-2026" { council = "Nowhere", effective = "2026-01-01" }

local care = service "Care" { clause = "1" }
local homes = service "Homes" { clause = "1" }
local officer = role "Housing officer" { service = homes }
local worker = role "Social worker" { service = care }

event "asks" { clause = "1" }
event "plan agreed" { clause = "3/2" }

fact "safe_at_home" { yesno, clause = "2/2", ask = "Is it safe at home?" }

-- Two days after asking: by the clock, or working days?
reading "two days" { clause = "2/1", chosen = "by the clock",
  options = { ["by the clock"] = hours(48), ["working days"] = working_days(2) } }
-- Five working days from when?
reading "plan clock" { clause = "3/2", chosen = "the start of shelter",
  options = { ["the start of shelter"] = entered "shelter", ["the first request"] = event "asks" } }

stage "first talk" {
  clause = "2", owner = officer, on = event "asks", when = { age = under(18) },
  deadline "first talk" { clause = "2/1", within = reading "two days" },
  outcome "went home" { clause = "2/2", when = { safe_at_home = true }, close "went home" },
  outcome "needs a home" { clause = "2/3", go { "shelter", "home" } },
}

stage "shelter" {
  clause = "3", owner = { worker, officer }, duty = "a bed each night",
  deadline "plan" { clause = "3/2", owner = worker, within = working_days(5),
    from = reading "plan clock", met_by = event "plan agreed" },
  outcome "moved on" { clause = "3/3", close "moved on" },
}

panel "Homes Panel" { clause = "4/1", every = weeks(2), first = "2026-01-14", papers = days(2) }

stage "home" {
  clause = "4", panel = "Homes Panel",
  outcome "a home" { clause = "4/2", close "housed" },
  outcome "no home" { clause = "4/3", go "support" },
}

stage "support" {
  clause = "6", owner = worker, duty = "advice and support",
  outcome "over" { clause = "6" },
}

measure "asked" { clause = "7/1", count = event "asks", per = "quarter", split = "safe_at_home" }
measure "first talk in time" { clause = "7/2", share = "first talk", per = "quarter", target = 90 }
measure "plan in time" { clause = "7/3", share = "plan", per = "month", target = 95 }

never "nowhere to sleep" { clause = "5", that = { tonight = "nowhere" } }
