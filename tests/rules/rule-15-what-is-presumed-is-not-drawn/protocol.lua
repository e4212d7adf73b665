-- Rule 15: "a `presumed` one without an assumption is presumed"
--
-- "able" is presumed and nothing is assumed of it: the talk of ten days ends at home, it is not drawn, and that is
-- no error. "willing" is presumed too, but assumed to be no: what is assumed counts, from the start, for whoever
-- reads a presumption asks for nothing; it bars "moved".

protocol "rule-15" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "able" { yesno, presumed = true, clause = "15" }
fact "willing" { yesno, presumed = true, clause = "15" }

stage "talk" { clause = "15", owner = officer, on = event "presents homeless",
  outcome "home" { clause = "15", when = { able = true }, go "move" },
}
stage "move" { clause = "15", owner = officer,
  outcome "moved" { clause = "15", when = { willing = true }, close "moved" },
  outcome "stays" { clause = "15", close "stays" },
}
