---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- Groups: several tests, triggers or people taken together.

---@class moot.fields.any
---@field [string] moot.takes.part_of_a_group
---@field [integer] moot.takes.part_of_a_group # a test, a trigger or a role

---One is enough: of tests, of owners; of triggers, the first.
---
---Where one of several is enough: either of two owners, the first of two moments, one of some tests.
---
---Stockport 2018, clause 2.12/3:
---```lua
---stage "formal meeting" { clause = "2.12/3", owner = "Housing Options Officer",
---  with = any { "Social worker", "Personal adviser" },
---}
---```
---@param fields moot.fields.any
---@return moot.any
function any(fields) end

---@class moot.fields.all
---@field [string] moot.takes.part_of_a_group
---@field [integer] moot.takes.part_of_a_group # a test, a trigger or a role

---Each is needed: of tests; of triggers, the last.
---
---Where each of several is needed. Of moments it is the last: a stage that waits for two others begins when both are over.
---
---Stockport 2018, clause 2.5/4:
---```lua
---stage "appointment" { clause = "2.5/4", owner = "Housing Options Officer",
---  on = all { left("own tenancy at Panel", "accepted"), event "housing application completed" },
---}
---```
---@param fields moot.fields.all
---@return moot.all
function all(fields) end

---@class moot.fields.none
---@field [string] moot.takes.test
---@field [integer] moot.takes.group_of_tests # a group, such as any { … }, or times(…)

---No test in it holds.
---
---Where not one of some tests may hold. To say that one thing is not so, none with a single test.
---
---Luton, clause referrals-into-mash.8:
---```lua
---always "somewhere to stay" { clause = "referrals-into-mash.8",
---  that = { none { tonight = "nowhere" } } }
---```
---@param fields moot.fields.none
---@return moot.group
function none(fields) end

---@class moot.fields.some_child
---@field [string] moot.takes.test
---@field [integer] moot.takes.group_of_tests # a group, such as any { … }, or times(…)

---They hold for at least one child.
---
---Where a rule looks at the children of a household and one of them is enough. Inside it, age is the child's.
---
---Luton, clause cin-assessment.2:
---```lua
---stage "child in need assessment" { clause = "cin-assessment.2", owner = "Assessment Service",
---  on = event "presents homeless", when = { some_child { age = under(18) } },
---}
---```
---@param fields moot.fields.some_child
---@return moot.group
function some_child(fields) end

---@class moot.fields.every_child
---@field [string] moot.takes.test
---@field [integer] moot.takes.group_of_tests # a group, such as any { … }, or times(…)

---They hold for each child.
---
---Where a rule asks that something is so for each child of a household. Inside it, facts and age are the child's.
---
---Luton, clause cin-assessment.2:
---```lua
---fact "seen" { yesno, per = "child", ask = "Was the child seen?", clause = "cin-assessment.2" }
---stage "assessment" { clause = "cin-assessment.2", owner = "Assessment Service",
---  outcome "complete" { when = { every_child { seen = true } }, close "assessed" },
---}
---```
---@param fields moot.fields.every_child
---@return moot.group
function every_child(fields) end

---When no other guard beside this one holds.
---
---In the last row of a decision, or at the last outcome of a stage that routes by itself: when none of its siblings holds.
---
---Stockport 2018, clause 2.3/2:
---```lua
---decision "home_size" { hit = "first", clause = "2.3/2",
---  { when = { is_parent = true }, value = "family home" },
---  { when = otherwise, value = "studio or one bedroom" },
---}
---```
---@type moot.otherwise
otherwise = nil
