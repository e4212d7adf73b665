-- Rule 5, of decisions: where no row holds the text has no rule, and what waits for it says so. It asks
-- for nothing that nobody could give.
--
-- high: the income is 500, in no band: the case waits, and nobody can say. missing: the income is what
-- is asked for. unset: the protocol itself sets what is waited for, so nobody is asked.

protocol "rule-05" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "5" }
event "writes" { clause = "5" }
fact "income" { integer(0, 1000), ask = "What is the income?" }
fact "agreed" { yesno }

decision "band" { hit = "first", clause = "5",
  { when = { income = under(100) }, value = "low" },
  { when = { income = between(100, 200) }, value = "middle" },
}

stage "help" { clause = "5", owner = officer, on = event "asks", when = { band = "low" },
  outcome "agreed" { clause = "5", set { agreed = true } } }
stage "letter" { clause = "5", owner = officer, on = event "writes", when = { agreed = true },
  outcome "over" { clause = "5" } }
