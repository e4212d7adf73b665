protocol "house-2026" { council = "Nowhere", effective = "2026-01-01" }
local officer = role "Housing Officer" {}
local worker = role "Social Worker" {}
calendar "front desk" { mon_fri = "09:00-17:00" }
event "asks for help" { clause = "1.1" }
fact "savings" { money, ask = "How much has been saved?" }
fact "household" { one_of { "alone", "couple", "family" }, ask = "Who lives here?" }
consent "share the file" { clause = "1.4", ask = "May we share the file?" }
notice "decision letter" { clause = "1.5", "the decision", "the reasons" }
ladder "disagreement" { clause = "1.6", { owner = { officer, worker } } }

stage "first talk" {
  clause = "2.1", owner = officer, on = event "asks for help", when = { in_need = true },
  deadline "seen" { clause = "2.2", within = working_days(2) },
  outcome "helped" { clause = "2.3", close "helped" },
  outcome "needs a home" { clause = "2.4", when = { household = "family", savings = under(money(100)) }, go "look for a home" },
}

stage "look for a home" {
  clause = "3.1", owner = { officer, worker },
  refer { worker, as = "ask for support", within = days(1), clause = "3.2", with_consent = "share the file" },
  outcome "found" { clause = "3.3", notify { applicant, notice = "decision letter" }, close "housed" },
}
