---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- Types: what the answer of a fact can be.

---Yes or no.
---
---For a fact whose answer is yes or no. In conditions the answer is written true or false.
---
---Stockport 2018, clause 3.5/2:
---```lua
---fact "simple_contact_enough" { yesno, presumed = true, clause = "3.5/2",
---  ask = "Is simple contact with parents or other family enough?" }
---```
---@type moot.type
yesno = nil

---A whole number between two others, both included.
---
---For a fact that is a whole number. The brackets hold the lowest and the highest that can be; anything else is refused as a mistake of typing.
---
---Stockport 2018, clause 2.8/2:
---```lua
---fact "offers_in_all" { integer(1, 99), clause = "2.8/2",
---  ask = "How many offers in all does the Panel allow?" }
---```
---@param a moot.takes.integer
---@param b moot.takes.integer
---@return moot.type
function integer(a, b) end

---A sum in pounds: as a type, or as a value with the pounds in brackets.
---
---As a type, for a fact that is a sum. With pounds in brackets, for a sum: money(72.50). Never a bare number, so that pounds and pence cannot be mixed up.
---
---Stockport 2024, clause 6.8/4:
---```lua
---entitlement "white goods" { clause = "6.8/4", amount = money(1000) }
---```
---@type moot.type|fun(a: moot.takes.number): moot.money
money = nil

---A day.
---
---For a fact that is a day. Records may know only its month or year; then a rule that needs the day cannot tell.
---
---Medway 2021, clause 12.7/4:
---```lua
---fact "date_to_leave" { date, clause = "12.7/4",
---  ask = "By which date must interim accommodation be left?" }
---```
---@type moot.type
date = nil

---A day and a time of day.
---
---For a fact that is a day and a time of day.
---
---Luton, clause referrals-into-mash.9:
---```lua
---fact "arrived_at" { instant, clause = "referrals-into-mash.9",
---  ask = "When did the household arrive at the Town Hall?" }
---```
---@type moot.type
instant = nil

---Words, which no rule looks into.
---
---For words that are kept with the case and that no rule reads. Where a rule has to look at the answer, use one_of.
---
---Stockport 2018, clause 2.1/2:
---```lua
---fact "wishes" { text, clause = "2.1/2", ask = "Which options does the young person want?" }
---```
---@type moot.type
text = nil

---Periods with dates, such as being looked after.
---
---For periods that a case lists with their dates: in care, at an address. Tests on them are total, longest, running and any_at.
---
---Medway 2021, clause 6.5/3:
---```lua
---fact "lived_in_area" { spells, clause = "6.5/3", ask = "When has the person lived in the area?" }
---```
---@type moot.type
spells = nil
