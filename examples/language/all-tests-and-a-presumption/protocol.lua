-- Stockport 2018, 3.1: a homeless young person of 16 or 17 is taken to be in need until it is known otherwise.
-- 3.10: looked after if in need, homeless because of the parents, and willing. 3.4: a refusal counts if they
-- were made fully aware and have the capacity.
--
-- Nothing is recorded of need: presumed, and the answer says so. Known not to be in need, or over 17: not
-- looked after. A refusal without full awareness counts for nothing; whether they were aware unknown: nobody
-- can tell, and it is asked.

protocol "all-tests-and-a-presumption" { council = "Nowhere", effective = "2018-01-01" }

local worker = role "Social worker" {}
fact "in_need" { yesno, presumed = true, clause = "3.1/2" }
decision "informed_refusal" { clause = "3.4/4",
  { when = { care = "refused", made_fully_aware = true, capacity = true }, value = true },
  { when = otherwise, value = false } }
event "assessed" { clause = "3.10/1" }
stage "looked after" { clause = "3.10/1", owner = worker, duty = "accommodation", on = event "assessed",
  when = { age = between(16, 17), in_need = true, parents_exclude = true, informed_refusal = false },
  outcome "ends" { clause = "3.10/1" } }
