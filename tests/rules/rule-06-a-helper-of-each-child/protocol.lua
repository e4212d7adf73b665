-- Rule 6: "A per-child fact is tested in a per-child stage or under a quantifier", and a helper whose
-- output is each child's own is called for each, with the facts of the case and of that child
--
-- Two children of one household of four: the small room is enough for the one under ten. A helper that
-- a case cannot use yet gives nothing, and each child misses its own fact.

protocol "rule-06" { council = "Nowhere", effective = "2018-01-01" }

event "asks" { clause = "6" }
fact "people" { integer(1, 20) }
fact "years" { integer(0, 25), per = "child", ask = "How old is the child?" }
fact "own_room" { yesno, per = "child" }

helper "rooms" { clause = "6.9", inputs = { "people", "years" }, outputs = { "own_room" },
  run = function(f) return { own_room = f.people > 2 and f.years >= 10 } end }

stage "room" { clause = "6", on = event "asks", per = "child", when = { own_room = true },
  duty = "a room" }
