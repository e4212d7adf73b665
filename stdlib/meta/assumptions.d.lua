---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- Assumptions: how people behave, in a file of their own.

---@class moot.fields.assume
---@field stage? moot.takes.stage # It is about how this stage ends: outcomes, and takes.
---@field act? moot.takes.deadline # About an act with a name or a time: takes, omitted.
---@field deadline? moot.takes.deadline # About a deadline that only its own record meets: takes, omitted.
---@field event? moot.takes.event # About an event that a clock or an outcome waits for: takes, omitted.
---@field arrivals? moot.takes.event # About the event with which new cases come (moot whatif --arrivals): per_year, facts.
---@field fact? moot.takes.fact # About what is found: yes, options, value, or before, after and lasts.
---@field consent? moot.takes.consent # About the answer of somebody who is asked: given, takes, omitted.
---@field panel? moot.takes.panel # About sessions of which the text is silent: first, every, places.
---@field quota? moot.takes.quota # About a quota that others use too: taken.
---@field role? moot.takes.role # About how much a role can do: people, cases_each.
---@field homes? moot.takes.text # About homes of one kind, by the text of place { … }: count, taken, stays.
---@field when? moot.takes.condition # It counts only if this holds; several about one subject are tried in their order.
---@field outcomes? moot.takes.chances # Each outcome that somebody chooses, with its weight; 0: never.
---@field options? moot.takes.weights # Each answer that the fact can have, with its weight.
---@field yes? moot.takes.number # The share with the answer yes, or with such a spell, from 0 to 1.
---@field given? moot.takes.number # The share that consents, from 0 to 1; the others refuse.
---@field value? moot.takes.how_much # The number or the sum.
---@field before? moot.takes.spread # A date, or the start of a spell: so long before the case begins.
---@field after? moot.takes.spread # A date: so long after the case begins.
---@field lasts? moot.takes.spread # How long the spell lasts. [it runs on]
---@field takes? moot.takes.spread # How long until it is over, done, or happens. Of an act, left out: it is done at once.
---@field omitted? moot.takes.number # The share in which it is not done, or does not happen, from 0 to 1. [0]
---@field per_year? moot.takes.number # How many such cases come in a year.
---@field facts? moot.takes.answers # What is so of each such case from the start.
---@field first? moot.takes.date # The date of the panel's first session.
---@field every? moot.takes.duration # How often the panel meets.
---@field places? moot.takes.integer # How many cases a session takes. [no limit]
---@field count? moot.takes.integer # How many homes of this kind there are.
---@field taken? moot.takes.integer # How many homes are taken at the start; how much of the quota others use. [0]
---@field stays? moot.takes.spread # How long a home is taken.
---@field people? moot.takes.integer # How many people do this work.
---@field cases_each? moot.takes.integer # How many cases each of them can have at once.
---@field source moot.takes.text # Where the figures are from, or "assumed".
---@field because? moot.takes.text # What else a reader should know of them.

---In an assumptions file: how people behave, or what there is of something, and whence we know.
---
---In an assumptions file, which stands beside the protocol and has nothing else in it. It says what a protocol never says: how often people choose what, how long things take, what there is of something. One is about one thing, which its first field names. `moot check PROTOCOL --assume FILE` checks it, and writes the line to add for whatever a modelled run would miss. Several about the same thing may each have a `when`; the last has none.
---
---Stockport 2018, clause 3.5/1:
---```lua
---assume { stage = "mediation", when = { known_to_service = true }, source = "assumed",
---  takes = between(days(1), days(7)),
---  outcomes = { ["prevented"] = 0.2, ["still homeless"] = 0.6,
---    ["threat remains"] = { weight = 0.2, takes = weeks(2) }, ["concern remains"] = 0 } }
---```
---@param fields moot.fields.assume
---@return moot.assume
function assume(fields) end

---@class moot.fields.lognormal
---@field half_within moot.takes.duration # Half of all are over within this time: the median.
---@field nine_in_ten_within moot.takes.duration # Nine of ten are over within this time: the 90th percentile.
---@field at_most? moot.takes.duration # None takes longer. [no limit]

---How long something takes: mostly short, with a long tail.
---
---Where most are done soon and some take very long, as most of what people do. Two figures that everybody understands say it: within which time half are done, and within which time nine of ten.
---
---Stockport 2018, clause 3.9:
---```lua
---assume { stage = "care planning meeting", source = "assumed",
---  takes = lognormal { half_within = working_days(8), nine_in_ten_within = working_days(15) },
---  outcomes = { ["section 20"] = 0.4, ["Housing Act duty"] = 0.5, ["no rule"] = 0.1 } }
---```
---@param fields moot.fields.lognormal
---@return moot.spread
function lognormal(fields) end

---@class moot.fields.weibull
---@field half_within moot.takes.duration # Half of all are over within this time: the median.
---@field nine_in_ten_within moot.takes.duration # Nine of ten are over within this time: the 90th percentile.
---@field at_most? moot.takes.duration # None takes longer. [no limit]

---How long something takes: ever more likely to end, or ever less, the longer it has lasted.
---
---As lognormal, where the tail is shorter: a home that is left, a duty that ends, the longer the surer.
---```lua
---assume { stage = "x", source = "assumed", outcomes = { ["y"] = 1 },
---  takes = weibull { half_within = days(45), nine_in_ten_within = days(110) } }
---```
---@param fields moot.fields.weibull
---@return moot.spread
function weibull(fields) end

---@class moot.fields.gamma
---@field mean moot.takes.duration # How long it takes on average.
---@field shape moot.takes.number # 1: as exponential; more: closer to the mean; from 0.1 to 1000.
---@field at_most? moot.takes.duration # None takes longer. [no limit]

---How long something takes: the sum of several steps.
---
---Where something is the sum of several steps of about the same length. shape is how many; mean is their sum.
---```lua
---assume { stage = "x", source = "assumed", outcomes = { ["y"] = 1 },
---  takes = gamma { mean = days(30), shape = 3 } }
---```
---@param fields moot.fields.gamma
---@return moot.spread
function gamma(fields) end

---@class moot.fields.exponential
---@field mean moot.takes.duration # How long it takes on average.
---@field at_most? moot.takes.duration # None takes longer. [no limit]

---How long something takes that is as likely on one day as on any other.
---
---For what may happen on any day alike, however long it has not: arrears, a row at home, losing a place.
---```lua
---assume { event = "x", source = "assumed", takes = exponential { mean = days(90) } }
---```
---@param fields moot.fields.exponential
---@return moot.spread
function exponential(fields) end

---@class moot.fields.empirical
---@field [integer] moot.takes.what_was_seen # what was seen, such as days(2), or { days(2), 14 } for how often

---What was seen, each as often as it was seen.
---
---Where you have counted: what was seen in your own records, each as often as it was seen.
---```lua
---assume { act = "x", source = "case files of 2025",
---  takes = empirical { hours(2), hours(4), { days(1), 5 } } }
---```
---@param fields moot.fields.empirical
---@return moot.spread
function empirical(fields) end
