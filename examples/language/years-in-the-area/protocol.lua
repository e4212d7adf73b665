-- Medway, 6.5: a local connection has who lived in the area for two years, some of it before the age of 16.
--
-- Born on 10 May 2009, 16 on 10 May 2025. Ann lived here from 1 March 2024, two years by 1 March 2026, and
-- before 16: yes. Spells are counted in days, so two years are 730. Ben came on 1 June 2025: not before 16.
-- Cay came in January 2025 and was not yet here for two years in May 2026.

protocol "years-in-the-area" { council = "Nowhere", effective = "2018-01-01" }

event "applies" { clause = "6.5/3" }
decision "connected" { clause = "6.5/3",
  { when = { all { ["at an address"] = total(at_least(days(730))) },
             all { ["at an address"] = total(at_least(days(1)), { to = turns(16) }) } }, value = true },
  { when = otherwise, value = false } }
stage "registered" { clause = "6.5/3", on = event "applies", when = { connected = true }, close "registered" }
