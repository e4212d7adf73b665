---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- Effects: what the protocol itself brings about.

---@class moot.fields.go
---@field clause? moot.takes.text # The clause that asks for this.
---@field when? moot.takes.condition # Done only if this holds as the verb is reached.
---@field [integer] moot.takes.stage # a stage

---Enter a stage, or several in parallel.
---
---In an outcome, when the journey goes on elsewhere. Several names at once begin several stages side by side. It does not test the stage's own when: put the guard at the outcome.
---
---Stockport 2018, clause 3.4/2:
---```lua
---stage "mediation" { clause = "3.5/1", owner = "Mediation Service",
---  outcome "still homeless" { clause = "3.4/2",
---    go { "joint assessment", "interim placement" } },
---}
---```
---@param name string|moot.fields.go
---@return moot.verb
function go(name) end

---@class moot.fields.stop
---@field clause? moot.takes.text # The clause that asks for this.
---@field when? moot.takes.condition # Done only if this holds as the verb is reached.
---@field [integer] moot.takes.stage # a stage

---End a stage without an outcome.
---
---When one of two routes that run side by side has won and the other must end. The stage that is stopped has no outcome, and its clocks end without a breach.
---
---Stockport 2018, clause 2.12/4:
---```lua
---stage "other options" { clause = "2.12/4", owner = "Personal adviser",
---  outcome "moved on" { clause = "2.12/4",
---    stop { "equitable tenancy", "tenancy" }, close "moved on from the tenancy" },
---}
---```
---@param name string|moot.fields.stop
---@return moot.verb
function stop(name) end

---End the journey, and say how.
---
---At the end of the journey, with the words by which the ending is to be counted. A closed case opens again if a stage is entered.
---
---Stockport 2018, clause 3.8:
---```lua
---stage "joint assessment" { clause = "3.6/2", owner = "Social worker",
---  outcome "returned home" { clause = "3.8", close "returned home" },
---}
---```
---@param name string
---@return moot.verb
function close(name) end

---@class moot.fields.set
---@field clause? moot.takes.text # The clause that asks for this.
---@field lead? moot.takes.service # The service that holds the case from now on.
---@field [string] moot.takes.value

---Give a fact a value, or the case to another service.
---
---When the protocol itself makes something so: a marker is put on, another service takes the lead. Not for what people find out: that is a fact, and is recorded.
---
---Stockport 2018, clause 2.6/5:
---```lua
---stage "marker" { clause = "2.6/2", owner = "Stockport Homes Group",
---  outcome "withdrawn" { clause = "2.6/5", set { marked = false } },
---}
---```
---@param fields moot.fields.set
---@return moot.verb
function set(fields) end

---@class moot.fields.escalate
---@field clause? moot.takes.text # The clause that asks for this.
---@field [integer] moot.takes.ladder # a ladder

---Open the first level of a ladder.
---
---When something goes up to the first level of a ladder. A disagreement between joint owners goes there by itself.
---
---Stockport 2024, clause 13.3/1:
---```lua
---stage "offer" { clause = "6.7/4", owner = "Housing Options Officer",
---  outcome "not agreed" { clause = "13.3/1", escalate "dispute" },
---}
---```
---@param name string|moot.fields.escalate
---@return moot.verb
function escalate(name) end
