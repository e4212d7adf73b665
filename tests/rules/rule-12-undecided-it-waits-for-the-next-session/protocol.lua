-- Rule 12: "Entering a stage with `panel` queues"; a case that a session has passed over queues
-- again
--
-- Nothing is recorded of the session of 14 January, so the case comes up again on the 28th and on
-- 11 February, where it is decided: three rows, the last with the outcome. On 1 February it still
-- waits.

protocol "rule-12" { council = "Nowhere", effective = "2018-01-01" }

event "asks" { clause = "12" }
event "calls" { clause = "12" }

panel "Homes" { clause = "12", every = weeks(2), first = "2026-01-14" }

stage "home" { clause = "12", on = event "asks", panel = "Homes",
  outcome "yes" { clause = "12", close "housed" },
  outcome "no" { clause = "12" },
}
