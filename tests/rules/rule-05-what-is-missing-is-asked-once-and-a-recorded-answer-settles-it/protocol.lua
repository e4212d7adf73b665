-- Rule 5: an undecided guard names the facts that somebody can be asked for. Two decisions that miss the
-- same fact ask for that fact, and not for each other. A decision that takes what is recorded, and else
-- derives it, asks for the record too; and the record, when it comes, settles the guard from its trigger.

protocol "rule-05" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "5" }
fact "recorded" { one_of { "a", "b" }, clause = "5", ask = "What does the record state?" }
fact "asked" { one_of { "a", "b" }, clause = "5", ask = "What is it?" }

fact "status" { one_of { "a", "b" }, clause = "5", ask = "What is it treated as?" }
decision "status" { hit = "first", clause = "5",
  { when = { recorded = known }, value = fact "recorded" },
  { when = otherwise, value = fact "asked" },
}
decision "first" { hit = "first", clause = "5",
  { when = { status = "a" }, value = true }, { when = { status = "b" }, value = false } }
decision "second" { hit = "first", clause = "5",
  { when = { status = "b" }, value = true }, { when = { status = "a" }, value = false } }

stage "help" {
  clause = "5", owner = officer, on = event "asks", when = { first = true, second = false },
  outcome "helped" { clause = "5" },
}
