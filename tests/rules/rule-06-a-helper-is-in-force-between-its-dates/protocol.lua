-- Rule 6 and in_force: a helper is the law between its dates, and the case's own dates decide.
--
-- From 1 June to 30 June 2026. A starts on 20 May: nothing is derived until midnight of 1 June, and from midnight of 1 July
-- nothing holds any more. B starts in June: from then. C is over in May: never. Nothing else happens on those nights.
protocol "test" { council = "Nowhere", effective = "2018-01-01" }
local sw = role "Social worker" {}
fact "rooms" { integer(0, 9) }
fact "people" { integer(0, 9) }
fact "crowded" { yesno }
helper "crowding" { clause = "1", in_force = { "2026-06-01", "2026-06-30" }, inputs = { "rooms", "people" },
  outputs = { "crowded" },
  run = function(given) return { crowded = given.people > 2 * given.rooms } end }
stage "find more room" { clause = "2", owner = sw, on = becomes { crowded = true }, outcome "found" {} }
stage "no longer crowded by that rule" { clause = "3", owner = sw, on = becomes { crowded = unknown },
  when = { today = later_than "2026-06-15" }, outcome "seen" {} }
