-- Rule 15: "The model draws a fact when first read"
--
-- Each life's talk takes ten days and would end at home, which asks whether the person is ready: yes,
-- surely, and drawn as it is asked, on 15 January at 9. What no rule has read by then ("savings", which
-- only the outcome not drawn asks for) is not drawn at all. What the file says stands: B is not ready, so
-- the place that is left is drawn anew, and savings are read.

protocol "rule-15" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "ready" { yesno, ask = "Ready?" }
fact "savings" { yesno, ask = "Any savings?" }

stage "talk" { clause = "15", owner = officer, on = event "presents homeless",
  outcome "home" { clause = "15", when = { ready = true }, close "at home" },
  outcome "placed" { clause = "15", when = { savings = true }, close "placed" },
}
