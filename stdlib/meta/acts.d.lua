---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- Acts: what people must do.

---@class moot.fields.refer
---@field as? moot.takes.text # A name of its own, under which it is listed and recorded.
---@field within? moot.takes.duration # How long there is, from the moment that asks for it.
---@field by? moot.takes.trigger # The moment by which it must be done.
---@field when? moot.takes.condition # Done only if this holds as the verb is reached.
---@field with_consent? moot.takes.consent # Done only with this consent.
---@field clause? moot.takes.text # The clause that asks for this.
---@field counting? "of"|"beginning with"|"clear" # Which days count: "beginning with" makes the trigger's day 1; "clear" leaves both ends out. ["of": the trigger's day is day 0]
---@field via? moot.takes.text # By what means: "telephone", "online form".
---@field owner? moot.takes.owner # Who refers. [the stage's]
---@field [integer] moot.takes.party # a role, a service or applicant

---Refer the young person to somebody, or to several.
---
---When a case is handed or reported to somebody who then has something to do. With as it gets a name, so that it is listed, can be due, and can be recorded as done.
---
---Stockport 2018, clause 3.6/1:
---```lua
---stage "joint assessment" { clause = "3.6/2", owner = "Social worker",
---  refer { "MASH", as = "ask for joint assessment", via = "online form", clause = "3.6/1" },
---}
---```
---@param fields moot.fields.refer
---@return moot.verb
function refer(fields) end

---@class moot.fields.notify
---@field as? moot.takes.text # A name of its own, under which it is listed and recorded.
---@field within? moot.takes.duration # How long there is, from the moment that asks for it.
---@field by? moot.takes.trigger # The moment by which it must be done.
---@field when? moot.takes.condition # Done only if this holds as the verb is reached.
---@field with_consent? moot.takes.consent # Done only with this consent.
---@field clause? moot.takes.text # The clause that asks for this.
---@field counting? "of"|"beginning with"|"clear" # Which days count: "beginning with" makes the trigger's day 1; "clear" leaves both ends out. ["of": the trigger's day is day 0]
---@field via? moot.takes.text # By what means: "telephone", "letter".
---@field owner? moot.takes.owner # Who tells. [the stage's]
---@field notice? moot.takes.notice # The letter that is sent.
---@field [integer] moot.takes.party # a role, a service or applicant

---Tell somebody, or several, by a letter if notice names one.
---
---When somebody is told something. If it is a letter, name the notice. Two people in one notify are told the same thing.
---
---Stockport 2018, clause 3.5/4:
---```lua
---stage "mediation" { clause = "3.5/1", owner = "Mediation Service",
---  outcome "prevented" { clause = "3.5/3",
---    notify { "MASH", as = "tell MASH", via = "telephone", clause = "3.5/4" },
---    close "homelessness prevented" },
---}
---```
---@param fields moot.fields.notify
---@return moot.verb
function notify(fields) end

---@class moot.fields.grant
---@field as? moot.takes.text # A name of its own, under which it is listed and recorded.
---@field within? moot.takes.duration # How long there is, from the moment that asks for it.
---@field by? moot.takes.trigger # The moment by which it must be done.
---@field when? moot.takes.condition # Done only if this holds as the verb is reached.
---@field with_consent? moot.takes.consent # Done only with this consent.
---@field clause? moot.takes.text # The clause that asks for this.
---@field counting? "of"|"beginning with"|"clear" # Which days count: "beginning with" makes the trigger's day 1; "clear" leaves both ends out. ["of": the trigger's day is day 0]
---@field via? moot.takes.text # By what means: "bank transfer", "voucher".
---@field owner? moot.takes.owner # Who grants. [the stage's]
---@field [integer] moot.takes.entitlement # an entitlement

---Give what somebody is due.
---
---When an entitlement is given. Declare the entitlement first, with its sum and who pays.
---
---Stockport 2024, clause 6.8/3:
---```lua
---stage "moving in" { clause = "6.8/1", owner = "Personal adviser",
---  outcome "moved in" { clause = "6.8/3", grant "setting-up-home grant" },
---}
---```
---@param name string|moot.fields.grant
---@return moot.verb
function grant(name) end

---@class moot.fields.place
---@field as? moot.takes.text # A name of its own, under which it is listed and recorded.
---@field within? moot.takes.duration # How long there is, from the moment that asks for it.
---@field by? moot.takes.trigger # The moment by which it must be done.
---@field when? moot.takes.condition # Done only if this holds as the verb is reached.
---@field with_consent? moot.takes.consent # Done only with this consent.
---@field clause? moot.takes.text # The clause that asks for this.
---@field counting? "of"|"beginning with"|"clear" # Which days count: "beginning with" makes the trigger's day 1; "clear" leaves both ends out. ["of": the trigger's day is day 0]
---@field provider? moot.takes.text # Who runs the place.
---@field paid_by? moot.takes.party # Who pays for it.
---@field ends? moot.takes.trigger # Until when it holds. [the next place, or close]
---@field owner? moot.takes.owner # Who finds it. [the stage's]
---@field [integer] moot.takes.text # a text in "quotes"

---Where the young person sleeps from now on.
---
---When it is settled where the young person sleeps from now on. "nowhere" is an answer, and differs from saying nothing.
---
---Stockport 2018, clause 3.7/3:
---```lua
---stage "interim placement" { clause = "3.7/3", owner = "Stockport Homes Group",
---  outcome "found" { clause = "3.7/3",
---    place { "interim accommodation", ends = left "care planning meeting" } },
---}
---```
---@param fields moot.fields.place
---@return moot.verb
function place(fields) end
