-- Rule 5, guards that read spells: totals clipped at an age or a date, both ends of a period counted, a day that two periods
-- share counted once.
--
-- Thirteen weeks (91 days) since the 14th birthday, 10 March 2024: from then to 8 June are 22 + 30 + 31 + 8 = 91 days.
-- 10 to 20 March are 11, and 1 January to 21 March 2025 are 31 + 28 + 21 = 80. Born on 29 February 2012, 14 as 1 March
-- 2026 begins: to 30 May are 31 + 30 + 30 = 91. Born in March 2010: to 8 June are from 70 to 100 days; to 29 June from
-- 91 (31 March on: 1 + 30 + 31 + 29); to 30 May at most 91 (1 March on: 31 + 30 + 30), so it may be. Ten days before
-- 18, which is as 10 June 2026 begins: 31 May to 9 June are ten, from 1 June on nine, however long it goes on. Five
-- days since the move of 6 March: 6 to 10.
protocol "rule-05" { council = "Nowhere", effective = "2018-01-01" }
fact "moved_on" { date, clause = "5" }
event "asks of 14" { clause = "5" }
event "asks of 18" { clause = "5" }
event "asks of the move" { clause = "5" }
stage "of 14" { clause = "5", on = event "asks of 14",
  outcome "enough" { clause = "5", when = { ["looked after"] = total(at_least(weeks(13)), { from = turns(14) }) } },
  outcome "too little" { clause = "5", when = otherwise } }
stage "of 18" { clause = "5", on = event "asks of 18",
  outcome "enough" { clause = "5", when = { ["looked after"] = total(at_least(days(10)), { to = turns(18) }) } },
  outcome "too little" { clause = "5", when = otherwise } }
stage "of the move" { clause = "5", on = event "asks of the move",
  outcome "enough" { clause = "5", when = { ["looked after"] = total(at_least(days(5)), { from = fact "moved_on" }) } },
  outcome "too little" { clause = "5", when = otherwise } }
