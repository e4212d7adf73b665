-- Rule 17 (and 11): a dispute opens the ladder that the stage names, else the protocol's only one. There are two here. Of the
-- stages with two owners "assessment" names one and "review" none: when its owners sign different outcomes, nothing follows.
-- "visit" has two owners and one outcome, about which nobody can differ; "panel papers" has either owner, who decides alone.
-- "closing" is marked: the text is silent there.
protocol "test" { council = "Nowhere", effective = "2026-01-01" }
local sw = role "Social worker" {}
local hoo = role "Housing officer" {}
event "arrives" {}
fact "is_safe" { yesno }
ladder "money" { clause = "8", { owner = sw } }
ladder "care" { clause = "9", { owner = hoo } }
stage "assessment" { clause = "1", owner = { sw, hoo }, on = event "arrives", ladder = "care",
  outcome "yes" { go "review" }, outcome "no" { go "visit" } }
stage "review" { clause = "2", owner = { sw, hoo },
  outcome "home" { when = { is_safe = true }, go "visit" }, outcome "placed" { go "panel papers" } }
stage "visit" { clause = "3", owner = { sw, hoo }, outcome "done" { close "done" } }
stage "panel papers" { clause = "4", owner = any { sw, hoo }, outcome "sent" { escalate "money", go "closing" },
  outcome "kept" { go "closing" } }
stage "closing" { clause = "5", owner = { sw, hoo }, expected = { gap = "the text does not say who settles it" },
  outcome "closed" { close "closed" }, outcome "reopened" { close "reopened" } }
