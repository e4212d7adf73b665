-- Rule 7: "if unknown, the clock is listed *cannot tell*, the fact is in `needs`, and a refold
-- settles it"
--
-- Nobody knows whether it is urgent. Until somebody does, the clock is listed and cannot be
-- told, and the fact is asked for. Known to be urgent on 2 June the case is folded again: the
-- clock ran from 1 June 10:00, due by the end of 3 June, and nobody replied by 5 June: late.
-- Known not to be urgent: there never was a clock. Known only on 10 June, the clock is judged
-- by its true dates: late since 3 June, known late.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "urgent" { yesno, clause = "7", ask = "Is it urgent?" }
event "asks" { clause = "7" }
event "calls" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "reply" { clause = "7", within = days(2), when = { urgent = true } },
  outcome "done" { clause = "7" },
}
