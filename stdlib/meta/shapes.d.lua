---@meta
-- Written by `make generate` from lua/schema_words.c: change it there.
-- Tables that stand inside a declaration, and have no word of their own.

---@class moot.fields.row
---@field when moot.takes.condition_or_otherwise # When the row holds; otherwise: when no other does.
---@field value moot.takes.value # What the decision then gives.
---@field clause? moot.takes.text # The clause that says so. [the decision's]

---@class moot.fields.level
---@field owner moot.takes.owner # Who tries to settle the dispute at this level.
---@field within? moot.takes.duration # How long they have before the next level. [no date]
---@field clause? moot.takes.text # The clause that says so. [the ladder's]
---@field [integer] moot.takes.verb # a verb: go, stop, close, set, escalate, refer, notify, grant or place

---@class moot.fields.window
---@field from? moot.takes.trigger # Only time after this counts. [birth]
---@field to? moot.takes.trigger # Only time before this counts. [now]

---@class moot.fields.section
---@field [integer] moot.takes.part_of_a_letter # a text in "quotes", a fact, or due "…"

---@class moot.fields.from_and_to
---@field [integer] moot.takes.date # a date, such as "2018-01-01"

---@class moot.fields.in_force
---@field [integer] moot.takes.date_or_false # a date, such as "2018-01-01", or false
