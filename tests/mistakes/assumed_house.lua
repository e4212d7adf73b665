protocol "house-2026" { council = "Nowhere", effective = "2026-01-01" }
local officer = role "Housing Officer" {}
local worker = role "Social Worker" {}
event "asks for help" { clause = "1.1" }
event "visited" { clause = "1.2" }
fact "savings" { money, ask = "How much has been saved?" }
fact "household" { one_of { "alone", "couple", "family" }, ask = "Who lives here?" }
fact "children" { integer(0, 12), ask = "How many children are there?" }
fact "lease_ends" { date, ask = "When does the lease end?" }
fact "notes" { text, ask = "What else?" }
fact "in_care" { spells, ask = "When in care?" }
consent "share the file" { clause = "1.4", ask = "May we share the file?" }
panel "Lettings Panel" { clause = "1.5", every = weeks(2) }
quota "lets" { clause = "1.6", limit = 10, per = "year" }
entitlement "flat" { clause = "1.6", quota = "lets" }

decision "many" { clause = "1.7", { when = { children = at_least(3) }, value = true }, { when = otherwise, value = false } }

stage "first talk" {
  clause = "2.1", owner = officer, on = event "asks for help", when = { in_need = true },
  deadline "visit" { clause = "2.2", within = working_days(2), met_by = event "visited" },
  outcome "helped" { clause = "2.3", close "helped",
    when = { household = "alone", savings = under(money(100)), many = false } },
  outcome "needs a home" { clause = "2.4", go "look for a home" },
  outcome "turned 18" { clause = "2.5", on = turns(18), close "grown up" },
}

stage "look for a home" {
  clause = "3.1", panel = "Lettings Panel",
  refer { worker, as = "ask for support", owner = officer, within = days(1), clause = "3.2", with_consent = "share the file" },
  outcome "found" { clause = "3.3", grant "flat", place { "council flat" }, close "housed" },
}

stage "route" { clause = "3.4", on = left "look for a home",
  outcome "one" { when = { many = true }, close "a" },
  outcome "two" { when = { many = false }, close "b" },
}

deadline "write the report" { clause = "4.1", owner = worker, from = left "look for a home", within = days(5) }
deadline "end of lease" { clause = "4.2", owner = worker, by = fact "lease_ends", when = { in_care = any_at(turns(16)) } }
