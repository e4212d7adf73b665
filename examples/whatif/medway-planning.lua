-- Medway's protocol, with the day on which planning to leave care begins: the text gives none, and its script begins once the
-- date of leaving is known. Here it begins so many months before that date.

protocol "medway-planning" { extends = "medway-2021", effective = "2021-04-01" }

param "planning begins" { clause = "10.2/1", ["2021-04-01"] = months(6) }

stage "planning to leave care" { patch = true, on = fact "leaves_placement_on" - param "planning begins" }
