---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- Triggers: the moments at which things start and from which times run.

---The moment at which a stage is entered.
---
---Where a time runs from the beginning of a stage, or something starts with it.
---
---Stockport 2018, clause 3.7/1:
---```lua
---reading "assessment clock starts" { clause = "3.7/1", chosen = "referral",
---  options = { referral = entered "joint assessment", approach = event "presents homeless" } }
---```
---@param name string
---@return moot.moment
function entered(name) end

---The moment at which a stage ends, by any outcome or by the one named.
---
---Where something follows from the end of a stage. With two names in brackets, only from that one outcome. stop and close do not count as leaving.
---
---Stockport 2018, clause 2.8/2:
---```lua
---stage "refusals at Panel" { clause = "2.8/2", panel = "Accommodation Panel",
---  on = left("offer", "refused"),
---}
---```
---@param a moot.takes.stage
---@param b? moot.takes.outcome
---@return moot.moment
function left(a, b) end

---The moment at which a deadline is met or an act done.
---
---Where something follows from a deadline that was met, or an act that was done.
---
---Stockport 2018, clause 3.3/1:
---```lua
---reading "signposting" { clause = "3.3/1", chosen = "told where to go",
---  options = { ["told where to go"] = event "comes to Housing Options",
---    ["handed over"] = met "signpost to Housing Options" } }
---```
---@param name string
---@return moot.moment
function met(name) end

---The moment at which a deadline goes late.
---
---Where something follows from a deadline that went late. For what follows at once, late inside the deadline is shorter.
---
---Luton, clause kpi.2:
---```lua
---measure "households contacted too late" { clause = "kpi.2",
---  count = missed "contact the household", per = "quarter" }
---```
---@param name string
---@return moot.moment
function missed(name) end

---The moment at which a deadline is due.
---
---Where a time is counted from the day on which something else is due, such as so long before the end of a notice.
---
---Luton, clause other-authorities.8:
---```lua
---deadline "finish the assessment" { clause = "other-authorities.8", from = event "placed",
---  by = due "end of notice" - days(1) }
---```
---@param name string
---@return moot.moment
function due(name) end

---The birthday on which that age is reached.
---
---For a birthday, and for a time before or after one: turns(18) - months(6). Somebody born on 29 February turns a year older on 1 March in other years. The age may be a param: then it is the first day on which somebody is as old as the figure in force on that day says.
---
---Luton, clause first-approach-16-17.2:
---```lua
---deadline "discussed at the 17+ Panel" { clause = "first-approach-16-17.2",
---  from = turns(16), by = turns(18) - months(6) }
---```
---@param a moot.takes.age
---@return moot.moment
function turns(a) end

---@class moot.fields.becomes
---@field [string] moot.takes.test
---@field [integer] moot.takes.group_of_tests # a group, such as any { … }, or times(…)

---The moment at which a condition comes to be true.
---
---Where something starts when a condition comes to be true, without an event of its own. If it is true from the start, that counts.
---
---Stockport 2018, clause 2.4/1:
---```lua
---stage "pathway planning" { clause = "2.4/1", owner = "Personal adviser",
---  on = becomes { may_move_on = true, age = at_least(16) },
---}
---```
---@param fields moot.fields.becomes
---@return moot.moment
function becomes(fields) end
