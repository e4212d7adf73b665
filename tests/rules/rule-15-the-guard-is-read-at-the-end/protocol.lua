-- Rule 15: "at a stage's entry it draws among all chosen outcomes, then the duration; at its end the guard is read"
--
-- Home is drawn in every case, after ten days: from 5 January at 9 to the 15th at 9. A is not ready as the talk
-- begins and is by the 10th: home. B is ready as it begins and is not by the 10th: home is barred at the end, and
-- the other outcome is taken at that moment, without ten more days.

protocol "rule-15" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "ready" { yesno, ask = "Ready?" }

stage "talk" { clause = "15", owner = officer, on = event "presents homeless",
  outcome "home" { clause = "15", when = { ready = true }, close "at home" },
  outcome "placed" { clause = "15", close "placed" },
}
