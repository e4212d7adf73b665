-- Rule 17: no row of "band" holds for incomes over 200 pounds and up to 250; the stage that routes by it is then
-- undecided. "unasked" has the same gap, but the only stage that reads it is entered with an income under 100.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
event "arrives" {}
fact "income" { money }
decision "band" { clause = "1",
  { when = { income = at_most(money(200)) }, value = "low" },
  { when = { income = over(money(250)) }, value = "high" },
}
decision "unasked" { clause = "2",
  { when = { income = at_most(money(200)) }, value = "low" },
  { when = { income = over(money(250)) }, value = "high" },
}
stage "route" { clause = "1", on = event "arrives",
  outcome "low" { clause = "1", when = { band = "low" } },
  outcome "high" { clause = "2", when = { band = "high" } },
}
stage "poor" { clause = "1", on = event "arrives", when = { income = under(money(100)) },
  outcome "low" { clause = "1", when = { unasked = "low" } },
  outcome "high" { clause = "2", expected = { dead = "the way in asks for less" }, when = { unasked = "high" } },
}
