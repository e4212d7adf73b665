---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- Lengths of time.

---That many minutes, to the minute.
---
---Where the text says minutes. They run by the clock, from the very minute of what starts them.
---
---Luton, clause process-map.16:
---```lua
---deadline "meet the young person" { clause = "process-map.16", within = minutes(30),
---  from = event "presents homeless" }
---```
---@param a moot.takes.integer
---@return moot.duration
function minutes(a) end

---That many hours, to the minute.
---
---Where the text says hours. They run by the clock: 48 hours are 48 hours, nights and weekends included.
---
---Stockport 2018, clause 3.7/1:
---```lua
---param "assess_within" { ["2018-01-01"] = hours(48), clause = "3.7/1" }
---```
---@param a moot.takes.integer
---@return moot.duration
function hours(a) end

---That many days, to the end of the last.
---
---Where the text says days and means every day, weekends included. The last day is whole: it ends at midnight. The day of the trigger is day 0, unless counting says "beginning with".
---
---Medway 2021, clause 12.7/5:
---```lua
---deadline "ask for a review" { clause = "12.7/5", owner = applicant, within = days(21),
---  from = event "section 184 letter received", met_by = event "asks for a review" }
---```
---@param a moot.takes.integer
---@return moot.duration
function days(a) end

---That many weeks, to the end of the last day.
---
---Where the text says weeks or a fortnight. weeks(2) ends on the same day of the week.
---
---Stockport 2018, clause 2.4/3:
---```lua
---panel "Accommodation Panel" { clause = "2.4/3", every = weeks(2) }
---```
---@param a moot.takes.integer
---@return moot.duration
function weeks(a) end

---That many calendar months, to the end of the last day.
---
---Where the text says months. A month ends on the same date; if the next month is too short, on its last day.
---
---Medway 2021, clause 10.2/1:
---```lua
---deadline "talk through the routes" { clause = "10.2/1", from = turns(16),
---  by = turns(18) - months(6) }
---```
---@param a moot.takes.integer
---@return moot.duration
function months(a) end

---That many years, to the end of the last day.
---
---Where the text says years. From 29 February they end on 28 February if the last year has no 29th; a birthday, turns, is then on 1 March.
---
---Medway 2021, clause 6.5/3:
---```lua
---decision "local_connection" { hit = "first", clause = "6.5/3",
---  { when = { ["at an address"] = total(at_least(years(2)), { to = turns(21) }) }, value = true },
---  { when = otherwise, value = false } }
---```
---@param a moot.takes.integer
---@return moot.duration
function years(a) end

---That many days on which the council works.
---
---Where the text says working days. Weekends, the bank holidays of England and Wales, and the closed days of the protocol's calendar are not counted; no other unit skips them.
---
---Stockport 2018, clause 3.9:
---```lua
---param "meet_within" { ["2018-01-01"] = working_days(10), clause = "3.9" }
---```
---@param a moot.takes.integer
---@return moot.duration
function working_days(a) end

---That many working days as a statute has them: no council's closed days.
---
---Where a statute says working days. Weekends and the bank holidays of England and Wales are not counted; the closed days of the council's own calendar are, because they move no statutory limit. What the standard library takes from the law is counted so.
---
---Luton, clause process-map.13:
---```lua
---deadline "single assessment" { clause = "process-map.13",
---  within = statutory_working_days(45), from = event "referral to MASH" }
---```
---@param a moot.takes.integer
---@return moot.duration
function statutory_working_days(a) end

---Until the end of the same day.
---
---Where the text says on the same day. It ends at midnight, weekends included.
---
---Luton, clause kpi.1:
---```lua
---deadline "refer to MASH" { clause = "kpi.1", within = same_day,
---  from = event "decision letter sent" }
---```
---@type moot.duration
same_day = nil

---Until the end of the next day on which the council works.
---
---Where the text says by the next working day. After a Friday that is Monday, or Tuesday if Monday is a bank holiday.
---
---Luton, clause referrals-into-mash.10:
---```lua
---deadline "seen by MASH" { clause = "referrals-into-mash.10", within = next_working_day,
---  from = event "placed" }
---```
---@type moot.duration
next_working_day = nil
