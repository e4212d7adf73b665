-- Rule 3: "A date trigger past at the start, or past when its date becomes known, fires at once". A horizon of 56 days: a
-- release on 30 June 2026 comes within it as 5 May begins (26 days of May after it, 30 of June).
--
-- "ahead": known long before. "not yet": 4 May. "known late": the date becomes known on 10 June, inside the horizon. "put off":
-- before the horizon was reached the release was put off to 31 July, whose horizon begins on 5 June (25 days of June after
-- it, 31 of July). "month": in June, so from 6 April (1 June) to 5 May (30 June) on. "past": a release that has been.
protocol "rule-03" { council = "Nowhere", effective = "2018-01-01" }
local officer = role "Officer" {}
fact "release_on" { date, clause = "8.3/1" }
event "comes to notice" { clause = "8.3/1" }
stage "refer" { clause = "8.3/1", owner = officer, on = fact "release_on" - days(56), duty = "refer before release" }
