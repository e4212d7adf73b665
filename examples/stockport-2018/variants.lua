-- What if? Each is Stockport's protocol of 2018 with something changed.
--
--   moot check examples/stockport-2018/variants.lua
--   moot run protocols/stockport-2018.lua --cases examples/stockport-2018/cases.jsonl \
--     --variant "examples/stockport-2018/variants.lua:two days"

baseline "stockport-2018"

variant "two days" { because = "3.7 asks for 48 hours; what if it were two days, to their end?",
  param "assess_within" { ["2018-01-01"] = days(2) },
}

variant "two a month" { because = "2.4 says fortnightly and two a month; the other reading",
  reading "fortnightly" { chosen = "two a month" },
}

sweep "panel cadence" {
  panel "Accommodation Panel" { every = over { weeks(1), weeks(4) } },
  stage "own tenancy at Panel" { deadline "Panel sits" {
    expected = { tight = "2.4 says fortnightly: with a session every four weeks it cannot be kept" },
  } },
}
