-- Rule 6: "A record of a derived or `set` fact does not change it; if it differs, that is a
-- departure", and what a helper gives is derived
--
-- The band follows from income and rent as soon as both are known, and again as one changes: 150 less
-- 100 is a third of the rent, "some"; rent at 100, "none". A record that says "all" is a departure
-- each time that the band is known, one that says what it is, or comes before it is known, is none.

protocol "rule-06" { council = "Nowhere", effective = "2018-01-01" }

event "asks" { clause = "6" }
fact "income" { money }
fact "rent" { money }
fact "band" { one_of { "none", "some", "all" } }

helper "rent band" { clause = "6.8", inputs = { "income", "rent" }, outputs = { "band" },
  run = function(f)
    local gap = math.max(0, f.rent - f.income)
    return { band = gap == 0 and "none" or gap == f.rent and "all" or "some" }
  end }

stage "look" { clause = "6", on = event "asks", duty = "a look" }
