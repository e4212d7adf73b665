-- Rule 2: "A due date from a window is a window: met if done surely by its start, late if surely after its end, else cannot
-- tell". From 15 years 9 months to 16 years 3 months, born in May 2010: not before some day from 1 to 28 February 2026 (31 May
-- less three months has no 31st), by some day from 1 to 31 August.
--
-- Done on 31 January it is surely early, on 15 February and on 15 August it cannot be told, from 28 February to 1 August it is
-- surely in time, on 1 September surely late. Born on 29 February 2008 (leap): from 29 November 2023 to 29 May 2024.
protocol "rule-02" { council = "Nowhere", effective = "2018-01-01" }
local officer = role "Officer" {}
event "asks" { clause = "5.4/1" }
stage "plan" { clause = "5.4/1", owner = officer, on = event "asks", duty = "plan",
  deadline "focus" { clause = "5.4/1", not_before = turns(16) - months(3), by = turns(16) + months(3) } }
