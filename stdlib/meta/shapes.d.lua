---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- Tables that stand inside a declaration, and have no word of their own.

---@class moot.fields.row
---@field when moot.takes.condition_or_otherwise # When the row holds; otherwise: when no other does.
---@field value moot.takes.value # What the decision then gives.
---@field clause? moot.takes.text # The clause that says so. [the decision's]
---@field in_force? moot.takes.two_dates # The dates between which the row is the law. [always]

---@class moot.fields.level
---@field owner moot.takes.owner # Who tries to settle the dispute at this level.
---@field within? moot.takes.duration # How long they have before the next level. [no date]
---@field clause? moot.takes.text # The clause that says so. [the ladder's]
---@field [integer] moot.takes.verb # a verb: go, stop, close, set, escalate, refer, notify, grant or place

---@class moot.fields.window
---@field from? moot.takes.trigger # Only time after this counts. [birth]
---@field to? moot.takes.trigger # Only time before this counts. [now]
---@field lasting? moot.takes.length # Only periods that last so long as a whole count: at_least(…) or over(…).
---@field straddling? "clipped"|"left out" # A period that began before the window: its part inside counts, or none of it. ["clipped"]
---@field follows? moot.takes.spells # Only periods that begin as one of this kind ends.
---@field together? moot.takes.spells # Periods of this kind count as well, as if they were of the same.

---@class moot.fields.section
---@field [integer] moot.takes.part_of_a_letter # a text in "quotes", a fact, or due "…"

---@class moot.fields.from_and_to
---@field [integer] moot.takes.date # a date, such as "2018-01-01"

---@class moot.fields.in_force
---@field [integer] moot.takes.date__false_or_unknown # a date, such as "2018-01-01" (for the first a year will do), or false, or unknown where it is not commenced

---@class moot.fields.chance
---@field weight moot.takes.number # How often, beside the others; 0: never.
---@field takes? moot.takes.spread # How long the stage lasts that ends so. [that of all]

---@class moot.fields.seen
---@field [integer] moot.takes.seen # a length of time or a number, then how often it was seen

---@class moot.fields.expected
---@field gap? moot.takes.text # Why a case that no rule fits is expected here.
---@field overlap? moot.takes.text # Why a case that two rules fit is expected here.
---@field dead? moot.takes.text # Why this may stay although it can never come about.
---@field impossible? moot.takes.text # Why this deadline may stay although it can never be met, or never be missed.
---@field tight? moot.takes.text # Why this deadline may stay although it cannot be met if it starts on some days.
---@field loop? moot.takes.text # Why a loop that takes no time is expected here.
