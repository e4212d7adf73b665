---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.

---@class moot.protocol
---@operator call(moot.fields.protocol): moot.protocol

---@class moot.service
---@operator call(moot.fields.service): moot.service

---@class moot.role
---@operator call(moot.fields.role): moot.role

---@class moot.applicant

---@class moot.calendar
---@operator call(moot.fields.calendar): moot.calendar

---@class moot.event
---@operator call(moot.fields.event): moot.event
---@operator add(moot.duration): moot.shift
---@operator sub(moot.duration): moot.shift

---@class moot.fact
---@operator call(moot.fields.fact): moot.fact
---@operator add(moot.duration): moot.shift
---@operator sub(moot.duration): moot.shift

---@class moot.consent
---@operator call(moot.fields.consent): moot.consent

---@class moot.decision
---@operator call(moot.fields.decision): moot.decision

---@class moot.param
---@operator call(moot.fields.param): moot.param

---@class moot.reading
---@operator call(moot.fields.reading): moot.reading
---@operator add(moot.duration): moot.shift
---@operator sub(moot.duration): moot.shift

---@class moot.stage
---@operator call(moot.fields.stage): moot.stage

---@class moot.outcome
---@operator call(moot.fields.outcome): moot.outcome

---@class moot.deadline
---@operator call(moot.fields.deadline): moot.deadline

---@class moot.notice
---@operator call(moot.fields.notice): moot.notice

---@class moot.invariant
---@operator call(moot.fields.always): moot.invariant

---@class moot.panel
---@operator call(moot.fields.panel): moot.panel

---@class moot.ladder
---@operator call(moot.fields.ladder): moot.ladder

---@class moot.entitlement
---@operator call(moot.fields.entitlement): moot.entitlement

---@class moot.not_run

---@class moot.quota
---@operator call(moot.fields.quota): moot.quota

---@class moot.measure
---@operator call(moot.fields.measure): moot.measure

---@class moot.helper
---@operator call(moot.fields.helper): moot.helper

---@class moot.law
---@operator call(moot.fields.law): moot.law

---@class moot.standard
---@operator call(moot.fields.standard): moot.standard

---@class moot.verb

---@class moot.late

---@class moot.moment
---@operator add(moot.duration): moot.shift
---@operator sub(moot.duration): moot.shift

---@class moot.shift
---@operator add(moot.duration): moot.shift
---@operator sub(moot.duration): moot.shift

---@class moot.any
---@operator add(moot.duration): moot.shift
---@operator sub(moot.duration): moot.shift

---@class moot.all
---@operator add(moot.duration): moot.shift
---@operator sub(moot.duration): moot.shift

---@class moot.group

---@class moot.times

---@class moot.otherwise

---@class moot.test

---@class moot.type

---@class moot.duration

---@class moot.undated

---@class moot.money

---@class moot.without

---@class moot.baseline

---@class moot.variant
---@operator call(moot.fields.variant): moot.variant

---@class moot.over

---@class moot.assume

---@class moot.spread

---@alias moot.takes.nothing nil # only fields with a name
---@alias moot.takes.text string # a text in "quotes"
---@alias moot.takes.yesno boolean # true or false
---@alias moot.takes.integer integer # a whole number
---@alias moot.takes.number integer|number # a number
---@alias moot.takes.money moot.param|moot.reading|moot.money # a sum of money, such as money(3000)
---@alias moot.takes.date string # a date, such as "2018-01-01"
---@alias moot.takes.clock string # a time of day, such as "09:30"
---@alias moot.takes.hours string # hours of a day, such as "09:00-16:30"
---@alias moot.takes.dates table<integer, moot.takes.date_or_two_dates> # a list of dates, such as { "2018-12-27", { "2018-12-29", "2018-12-31" } }
---@alias moot.takes.date_or_two_dates string|moot.fields.from_and_to # a date, or two: the first and the last day
---@alias moot.takes.two_dates moot.fields.in_force # two dates, false for no end, such as { "2018-01-01", false }
---@alias moot.takes.reasons moot.fields.expected # kinds of finding, each with why it is expected, such as { gap = "the text is silent" }
---@alias moot.takes.date__false_or_unknown string|boolean|moot.test # a date, such as "2018-01-01" (for the first a year will do), or false, or unknown where it is not commenced
---@alias moot.takes.length moot.test # a test of a length, such as at_least(weeks(13)) or over(hours(24))
---@alias moot.takes.spells string|moot.fact # a kind of spells, such as "looked after"
---@alias moot.takes.duration moot.param|moot.reading|moot.duration # a duration, such as hours(48) or working_days(5)
---@alias moot.takes.recurrence string|moot.param|moot.reading|moot.duration # a duration, such as weeks(2), or "month", "quarter", "year" or "financial year"
---@alias moot.takes.trigger moot.event|moot.fact|moot.reading|moot.moment|moot.shift|moot.any|moot.all # a trigger, such as event "…", entered "…" or turns(18)
---@alias moot.takes.happened moot.event|moot.fact|moot.reading|moot.moment|moot.shift|moot.any|moot.all # what happens in the case: event "…", entered "…" or left "…", or any { … } of them
---@alias moot.takes.condition table<string|integer, moot.takes.test|moot.takes.group_of_tests> # a condition, such as { age = under(18) }
---@alias moot.takes.condition_or_otherwise table<string|integer, moot.takes.test|moot.takes.group_of_tests>|moot.otherwise # a condition, such as { age = under(18) }, or otherwise
---@alias moot.takes.group_of_tests moot.any|moot.all|moot.group|moot.times # a group, such as any { … }, or times(…)
---@alias moot.takes.test string|integer|boolean|moot.service|moot.role|moot.fact|moot.decision|moot.param|moot.reading|moot.test|moot.money # a value or a test, such as true, "home", known or under(18)
---@alias moot.takes.value string|integer|boolean|moot.service|moot.role|moot.applicant|moot.event|moot.fact|moot.decision|moot.param|moot.reading|moot.moment|moot.shift|moot.any|moot.all|moot.duration|moot.money # a value, or a fact, a param, a reading or a trigger
---@alias moot.takes.fixed_value string|integer|boolean|moot.role|moot.money # a value, such as true, 17, "home" or money(3000)
---@alias moot.takes.owner string|table<integer, moot.takes.party>|moot.service|moot.role|moot.applicant|moot.fact|moot.reading|moot.any # a role or a service, or several: { a, b } jointly, any { a, b } either
---@alias moot.takes.party string|moot.service|moot.role|moot.applicant|moot.fact # a role, a service or applicant
---@alias moot.takes.parties string|table<integer, moot.takes.party>|moot.service|moot.role|moot.applicant # roles or services, such as { a, b }
---@alias moot.takes.service string|moot.service # a service
---@alias moot.takes.role string|moot.role # a role
---@alias moot.takes.figure string|integer|boolean|moot.duration|moot.money # a figure, such as hours(48), 16 or money(3000)
---@alias moot.takes.calendar string|moot.calendar # a calendar
---@alias moot.takes.stage string|moot.stage # a stage
---@alias moot.takes.outcome string|moot.outcome # an outcome
---@alias moot.takes.deadline string|moot.deadline # a deadline or a named act
---@alias moot.takes.panel string|moot.panel # a panel
---@alias moot.takes.ladder string|moot.ladder # a ladder
---@alias moot.takes.consent string|moot.consent # a consent
---@alias moot.takes.notice string|moot.notice # a notice
---@alias moot.takes.entitlement string|moot.entitlement # an entitlement
---@alias moot.takes.type moot.type # a type: yesno, integer(0, 25), money, date, instant, one_of { … }, text or spells
---@alias moot.takes.choice string # a choice
---@alias moot.takes.choice_or_reading string|moot.reading # a choice, or a reading of it
---@alias moot.takes.options table<string, moot.takes.option> # options by name, such as { referral = entered "…", approach = event "…" }
---@alias moot.takes.option string|integer|boolean|table<integer, moot.takes.party>|moot.service|moot.role|moot.applicant|moot.event|moot.fact|moot.param|moot.reading|moot.moment|moot.shift|moot.any|moot.all|moot.test|moot.duration|moot.undated|moot.money # a duration, a trigger, a value, a test or an owner
---@alias moot.takes.part_of_an_option moot.service|moot.role|moot.applicant|moot.event|moot.fact|moot.reading|moot.moment|moot.shift|moot.any|moot.all # a trigger, such as event "…", entered "…" or turns(18), or a role
---@alias moot.takes.content string|moot.fields.section|moot.fact|moot.moment # a text in "quotes", a fact, due "…", or a section such as { "What we decided", fact "…" }
---@alias moot.takes.part_of_a_letter string|moot.fact|moot.moment # a text in "quotes", a fact, or due "…"
---@alias moot.takes.row moot.fields.row # a row, such as { when = { … }, value = … }
---@alias moot.takes.level moot.fields.level # a level, such as { owner = … }
---@alias moot.takes.window moot.fields.window # a window, such as { from = turns(14) }
---@alias moot.takes.quota string|moot.quota # a quota
---@alias moot.takes.limit integer|moot.param|moot.reading # a whole number, or a param that is one
---@alias moot.takes.age integer|moot.param|moot.reading # an age in years, such as 18, or a param that is one
---@alias moot.takes.percent integer|moot.param|moot.reading # a whole number of percent, such as 95
---@alias moot.takes.fact string|moot.fact|moot.decision # a fact
---@alias moot.takes.facts table<integer, moot.takes.fact> # facts, such as { "income", "rent" }
---@alias moot.takes.function function # a function, such as function(f) return { … } end
---@alias moot.takes.part_of_a_stage moot.outcome|moot.deadline|moot.verb # an outcome, a deadline or a verb
---@alias moot.takes.verb moot.verb # a verb: go, stop, close, set, escalate, refer, notify, grant or place
---@alias moot.takes.late moot.late # late { … }
---@alias moot.takes.removed string|moot.service|moot.role|moot.calendar|moot.event|moot.fact|moot.consent|moot.decision|moot.param|moot.reading|moot.stage|moot.outcome|moot.deadline|moot.notice|moot.invariant|moot.panel|moot.ladder|moot.entitlement|moot.quota|moot.measure|moot.helper # what goes: a declaration, such as outcome "…", or the name of a field in "quotes"
---@alias moot.takes.part_of_a_variant moot.service|moot.role|moot.calendar|moot.event|moot.fact|moot.consent|moot.decision|moot.param|moot.reading|moot.stage|moot.deadline|moot.notice|moot.invariant|moot.panel|moot.ladder|moot.entitlement|moot.quota|moot.measure|moot.helper|moot.law|moot.without|moot.variant # a declaration that changes one of the baseline, a variant that stands above, or without { … }
---@alias moot.takes.event string|moot.event # an event
---@alias moot.takes.spread moot.test|moot.duration|moot.spread # a length of time, such as days(2), between(days(1), days(7)) or lognormal { … }
---@alias moot.takes.how_much integer|moot.test|moot.money|moot.spread # a value or from where to where, such as 2, between(0, 5) or empirical { … }
---@alias moot.takes.what_was_seen integer|moot.fields.seen|moot.duration|moot.money # what was seen, such as days(2), or { days(2), 14 } for how often
---@alias moot.takes.seen integer|moot.duration|moot.money # a length of time or a number, then how often it was seen
---@alias moot.takes.chances table<string, moot.takes.weight_or_chance> # outcomes with their weights, such as { ["prevented"] = 0.35 }
---@alias moot.takes.weight_or_chance integer|number|moot.fields.chance # a weight, such as 0.35, or { weight = 0.35, takes = days(2) }
---@alias moot.takes.weights table<string, moot.takes.number> # answers with their weights, such as { ["family"] = 0.4 }
---@alias moot.takes.answers table<string, moot.takes.fixed_value> # facts with their answers, such as { open_case = true }
---@alias moot.takes.part_of_a_group any # a test, a trigger or a role
