-- Stockport 2018, 3.3: a young person may come to either service; with an open case it goes to children's
-- services, else to housing. Luton, other authorities: nobody is passed back.
--
-- Open case: to children's services, whichever door it was. None: to housing. Unknown: nobody can tell, and it
-- is asked. Passed on and then back: two handovers, and the rule is broken at the second.

protocol "no-wrong-door" { council = "Nowhere", effective = "2018-01-01" }

local cs, housing = service "Children's Services" {}, service "Housing" {}
local worker = role "Social worker" { service = cs }
local officer = role "Housing officer" { service = housing }
stage "first approach" { clause = "3.3/3", on = event "presents homeless",
  outcome "known" { clause = "3.3/2", when = { open_case = true }, set { lead = cs }, go "children's services" },
  outcome "not known" { clause = "3.3/1", when = { open_case = false }, set { lead = housing }, go "housing" } }
stage "children's services" { clause = "3.3/2", owner = worker,
  outcome "to housing" { clause = "3.3/2", set { lead = housing }, go "housing" } }
stage "housing" { clause = "3.3/1", owner = officer,
  outcome "to children's services" { clause = "3.3/1", set { lead = cs }, go "children's services" } }
never "passed back" { clause = "other-authorities.7", that = { handovers = at_least(2) } }
