-- Rule 15: "all its cases in one event order, because modelled cases compete for panel places, quotas and homes …
-- the log names who took the place"
--
-- One place each Wednesday from 14 January 2026 at midday. B asked first and has the 14th; A, first in the file, has the
-- 21st. C asked last of all, for the 28th. The file's order and the names of cases decide nothing.

protocol "rule-15" { council = "Nowhere", effective = "2018-01-01" }

panel "Panel" { clause = "15", every = weeks(1), first = "2026-01-14", places = 1 }

stage "heard" { clause = "15", panel = "Panel", on = event "presents homeless",
  outcome "yes" { clause = "15", close "heard" },
}
