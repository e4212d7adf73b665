-- Rules 5 and 13: an ownerless stage needs exactly one outcome that can be taken, and what a quota
-- bars cannot
--
-- Both ways are open to a case that is not urgent only once the let of the month is gone: the first
-- asking takes it, the second finds no outcome that fits, which is a gap of the text.

protocol "rule-13" { council = "Nowhere", effective = "2018-01-01" }

event "asks" { clause = "13" }
fact "urgent" { yesno }

quota "direct lets" { clause = "16", limit = 1, per = "month" }
entitlement "direct let" { clause = "16", quota = "direct lets" }

stage "route" { clause = "13", on = event "asks",
  outcome "let" { clause = "17", when = { urgent = true }, grant "direct let" },
  outcome "list" { clause = "18", when = { urgent = false } },
}
