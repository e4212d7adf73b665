---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- Tests: what a condition asks of a fact.

---From one value to the other, both included.
---
---For an age or a figure in a range. Both ends are included: between(16, 17) is 16 and 17, until the 18th birthday.
---
---Stockport 2018, clause 1.1:
---```lua
---stage "mediation" { clause = "3.5/1", owner = "Mediation Service",
---  on = event "presents homeless", when = { age = between(16, 17) },
---}
---```
---@param a moot.takes.value
---@param b moot.takes.value
---@return moot.test
function between(a, b) end

---Less than.
---
---For less than a figure. under(18) ends as the 18th birthday begins.
---
---Stockport 2018, clause 2.9/1:
---```lua
---stage "sign-up" { clause = "2.9/1", owner = "Stockport Homes Group",
---  outcome "equitable tenancy" { clause = "2.9/1", when = { age = under(18) },
---    go "equitable tenancy" },
---}
---```
---@param a moot.takes.value
---@return moot.test
function under(a) end

---That or more.
---
---For a figure or more: an age, a number of times, a length of spells.
---
---Stockport 2018, clause 2.9/3:
---```lua
---stage "sign-up" { clause = "2.10/1", owner = "Stockport Homes Group",
---  outcome "secure tenancy" { clause = "2.9/3", when = { age = at_least(18) }, go "tenancy" },
---}
---```
---@param a moot.takes.value
---@return moot.test
function at_least(a) end

---That or less.
---
---For a figure or less.
---
---Stockport 2024, clause 6.4/2:
---```lua
---stage "register" { clause = "6.4/2", owner = "Housing Options Officer",
---  on = event "presents homeless", when = { age = at_most(24) },
---}
---```
---@param a moot.takes.value
---@return moot.test
function at_most(a) end

---Before that date or moment.
---
---For a date or moment before another. The other may be a date in quotes, a fact that is a date, or a trigger.
---
---Stockport 2024, clause 6.3/2:
---```lua
---fact "in_area_since" { date, clause = "6.3/2",
---  ask = "Since when has the person lived in the area?" }
---decision "long_in_area" { hit = "first", clause = "6.3/2",
---  { when = { in_area_since = earlier_than(turns(16)) }, value = true },
---  { when = otherwise, value = false } }
---```
---@param a moot.takes.value
---@return moot.test
function earlier_than(a) end

---After that date or moment.
---
---For a date or moment after another. The other may be a date in quotes, a fact that is a date, or a trigger.
---
---Medway 2021, clause 6.5/3:
---```lua
---fact "moved_in_on" { date, ask = "When did the person move into the area?" }
---decision "part_before_16" { hit = "first", clause = "6.5/3",
---  { when = { moved_in_on = later_than(turns(16)) }, value = false },
---  { when = otherwise, value = true } }
---```
---@param a moot.takes.value
---@return moot.test
function later_than(a) end

---@class moot.fields.one_of
---@field [integer] moot.takes.value # a value, or a fact, a param, a reading or a trigger

---One of a list: as a test, or as the type of a fact.
---
---As a test, where several answers will do. As the type of a fact, to list the answers that there are.
---
---Stockport 2018, clause 2.12/1:
---```lua
---stage "tenancy problem" { clause = "2.12/1", owner = "Stockport Homes Group",
---  on = event "problem with the tenancy",
---  when = { tenancy = one_of { "equitable", "introductory or secure" } },
---}
---```
---@param fields moot.fields.one_of
---@return moot.test|moot.type
function one_of(fields) end

---The fact is known.
---
---Where it matters only that somebody has told, not what. Unlike other tests it always has an answer.
---
---Stockport 2018, clause 1.1:
---```lua
---decision "leaving_care" { hit = "first", clause = "1.1",
---  { when = { care_status = "none" }, value = false },
---  { when = { care_status = known }, value = true },
---}
---```
---@type moot.test
known = nil

---The fact is not known.
---
---Where a rule is about what has not been found out yet. Unlike other tests it always has an answer.
---
---Luton, clause first-approach.3:
---```lua
---never "housed without a check" { clause = "first-approach.3",
---  that = { tonight = "own tenancy", known_to_service = unknown } }
---```
---@type moot.test
unknown = nil

---Within a calendar's opening hours.
---
---In a guard, where it matters that a calendar's desk is open at that moment. Both ends of the hours are inside.
---
---Luton, clause referrals-into-mash.10:
---```lua
---stage "seen by MASH" { clause = "referrals-into-mash.10", owner = "MASH",
---  on = event "presents homeless", when = { now = inside "Town Hall" },
---}
---```
---@param name string
---@return moot.test
function inside(name) end

---Out of a calendar's opening hours.
---
---In a guard, where it matters that a calendar's desk is closed at that moment: the way out of hours.
---
---Luton, clause referrals-into-mash.11:
---```lua
---stage "emergency duty" { clause = "referrals-into-mash.11", owner = "Emergency Duty Team",
---  on = event "presents homeless", when = { now = outside "Town Hall" },
---}
---```
---@param name string
---@return moot.test
function outside(name) end

---How often a trigger has fired.
---
---Where a rule counts how often something has happened in the case. It stands by itself in a condition, without a name before it.
---
---Stockport 2018, clause 2.8/2:
---```lua
---stage "refusals at Panel" { clause = "2.8/2", panel = "Accommodation Panel",
---  on = left("offer", "refused"), when = { times(left("offer", "refused"), at_least(2)) },
---}
---```
---@param a moot.takes.trigger
---@param b moot.takes.test
---@return moot.times
function times(a, b) end

---How long spells last in all.
---
---For how long spells last in all, such as 13 weeks in care since the 14th birthday. A window says from when to when is counted.
---
---Medway 2021, clause 6.5/3:
---```lua
---decision "local_connection" { hit = "first", clause = "6.5/3",
---  { when = { ["at an address"] = total(at_least(years(2)), { to = turns(21) }) }, value = true },
---  { when = otherwise, value = false } }
---```
---@param a moot.takes.test
---@param b? moot.takes.window
---@return moot.test
function total(a, b) end

---How long the longest spell lasts.
---
---For the longest single spell, where a break starts the count again.
---
---Medway 2021, clause 6.5/3:
---```lua
---decision "local_connection" { hit = "first", clause = "6.5/3",
---  { when = { ["at an address"] = longest(at_least(years(2))) }, value = true },
---  { when = otherwise, value = false } }
---```
---@param a moot.takes.test
---@param b? moot.takes.window
---@return moot.test
function longest(a, b) end

---A spell runs now, or at the moment that the window calls from; with a test, how long it has lasted by then.
---
---When it matters whether a period runs at this moment, or how long the one that runs has lasted: in hours, which elapse, in days with both ends in, or in months, from a day to the same day. The window's from is another moment to ask it of.
---
---Stockport 2024, clause 6.3/2:
---```lua
---decision "settled" { hit = "first", clause = "6.3/2",
---  { when = { ["at an address"] = running(at_least(months(6))) }, value = true },
---  { when = otherwise, value = false },
---}
---```
---@type moot.test|fun(a: moot.takes.test): nil
running = nil

---A spell runs at that moment.
---
---For whether a spell is running at a moment, such as being in care on the 16th birthday.
---
---Stockport 2024, clause 6.3/2:
---```lua
---decision "in_area_since_before_16" { hit = "first", clause = "6.3/2",
---  { when = { ["at an address"] = any_at(turns(16)) }, value = true },
---  { when = otherwise, value = false } }
---```
---@param a moot.takes.trigger
---@return moot.test
function any_at(a) end
