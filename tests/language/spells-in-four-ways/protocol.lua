-- Design 4, conditions: on spells `total`, `longest`, `running` and `any_at`, each with its window.
--
-- Born on 11 February 2009, so 16 on 11 February 2025. Looked after from 1 to 31 January 2025 (31 days, both ends in), from
-- 1 March to 29 April 2025 (31 and 29: 60 days), and from 1 May 2026 on; asked on 21 May 2026, the 21st day of it. In all 112
-- days; 31 of them before 16. The longest is 60. On the 16th birthday none runs; on 10 March 2025, the visit, one does.

protocol "spells-in-four-ways" { council = "Nowhere", effective = "2018-01-01" }

event "visited" { clause = "1" }
event "asks" { clause = "1" }

decision "total_112" { clause = "1",
  { when = { ["looked after"] = total(at_least(days(112))) }, value = true }, { when = otherwise, value = false } }
decision "total_113" { clause = "1",
  { when = { ["looked after"] = total(at_least(days(113))) }, value = true }, { when = otherwise, value = false } }
decision "before_16_31" { clause = "1",
  { when = { ["looked after"] = total(at_least(days(31)), { to = turns(16) }) }, value = true },
  { when = otherwise, value = false } }
decision "before_16_32" { clause = "1",
  { when = { ["looked after"] = total(at_least(days(32)), { to = turns(16) }) }, value = true },
  { when = otherwise, value = false } }
decision "longest_60" { clause = "1",
  { when = { ["looked after"] = longest(at_least(days(60))) }, value = true }, { when = otherwise, value = false } }
decision "longest_61" { clause = "1",
  { when = { ["looked after"] = longest(at_least(days(61))) }, value = true }, { when = otherwise, value = false } }
decision "running_21" { clause = "1",
  { when = { ["looked after"] = running(at_least(days(21))) }, value = true }, { when = otherwise, value = false } }
decision "running_22" { clause = "1",
  { when = { ["looked after"] = running(at_least(days(22))) }, value = true }, { when = otherwise, value = false } }
decision "runs" { clause = "1",
  { when = { ["looked after"] = running }, value = true }, { when = otherwise, value = false } }
decision "ran_at_16" { clause = "1",
  { when = { ["looked after"] = any_at(turns(16)) }, value = true }, { when = otherwise, value = false } }
decision "ran_at_the_visit" { clause = "1",
  { when = { ["looked after"] = any_at(event "visited") }, value = true }, { when = otherwise, value = false } }

stage "told" { clause = "1", on = event "asks", notify { applicant } }
