---@meta
-- Written by `make generate` from lua/load/schema_words.c: change it there.
-- What a protocol declares.

---@class moot.fields.protocol
---@field council moot.takes.text # The council whose protocol this is.
---@field effective moot.takes.date # The first day on which it applies.
---@field effective_to? moot.takes.date # The last day on which it applies. [no end]
---@field clauses? moot.takes.text # The clause table, a file in protocols/clauses, that ids are checked against.
---@field calendar? moot.takes.calendar # The calendar whose closed days do not count as working days. [bank holidays of England and Wales only]
---@field leap_birthday? "1 March"|"28 February" # When somebody born on 29 February has a birthday in other years. ["1 March"]
---@field extends? moot.takes.text # The protocol that this one changes.
---@field clause? moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---The header: whose protocol this is, and from when.
---
---Once, at the top of the script. Its name is council and year, and so is the name of the file.
---
---Stockport 2018, clause title:
---```lua
---protocol "stockport-2018" {
---  council = "Stockport", effective = "2018-01-01", clauses = "stockport-2018",
---}
---```
---@param name string
---@return moot.protocol
function protocol(name) end

---@class moot.fields.service
---@field called? moot.takes.text # What the council calls it: in a patch of what a module declares, for all that it shows. [as it is declared]
---@field contact? moot.takes.text # Whom people ask for, and how: a telephone number, an address, hours. Letters from it print it as it stands. [letters say that it is not recorded]
---@field clause? moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---An organisation that acts.
---
---For each organisation that the text gives something to do. Keep it in a local, so that roles can name it. If the text says how people reach it, say so with contact: letters of its posts print it.
---
---Stockport 2018, clause 1.4/1:
---```lua
---local SHG = service "Stockport Homes Group" { clause = "1.4/1" }
---role "Housing Options Officer" { service = SHG }
---```
---@param name string
---@return moot.service
function service(name) end

---@class moot.fields.role
---@field service? moot.takes.service # The service that the role works for.
---@field cover? moot.takes.role # The role that acts when this one is away.
---@field called? moot.takes.text # What the council calls it: in a patch of what a module declares, for all that it shows. [as it is declared]
---@field contact? moot.takes.text # Whom people ask for, and how: a telephone number, an address, hours. Letters from it print it as it stands. [letters say that it is not recorded]
---@field clause? moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---A job or team that acts.
---
---For each job or team that the text gives something to do. If the text says who steps in, say so with cover. Who covers signs for the role, and so does the service that it belongs to; what any other signs is a departure. Letters that it sends print its contact, or else that of its service.
---
---Stockport 2018, clause 3.5/1:
---```lua
---local SHG = service "Stockport Homes Group" {}
---local hoo = role "Housing Options Officer" { service = SHG }
---role "Mediation Service" { service = SHG, cover = hoo, clause = "3.5/1" }
---```
---@param name string
---@return moot.role
function role(name) end

---@class moot.fields.calendar
---@field mon? moot.takes.hours # Opening hours on Mondays, both ends inside. [closed]
---@field tue? moot.takes.hours # Opening hours on Tuesdays, both ends inside. [closed]
---@field wed? moot.takes.hours # Opening hours on Wednesdays, both ends inside. [closed]
---@field thu? moot.takes.hours # Opening hours on Thursdays, both ends inside. [closed]
---@field fri? moot.takes.hours # Opening hours on Fridays, both ends inside. [closed]
---@field sat? moot.takes.hours # Opening hours on Saturdays, both ends inside. [closed]
---@field sun? moot.takes.hours # Opening hours on Sundays, both ends inside. [closed]
---@field mon_thu? moot.takes.hours # Opening hours on Mondays to Thursdays, both ends inside. [closed]
---@field mon_fri? moot.takes.hours # Opening hours on Mondays to Fridays, both ends inside. [closed]
---@field closed? moot.takes.dates # The council's own closure days, beside bank holidays.
---@field zone? "Europe/London"|"UTC" # The clock of all times of a protocol; only of the calendar that its header names. ["Europe/London"]
---@field known_on? moot.takes.date # Bank holidays as they had been announced by this day. [all that is known now]
---@field clause? moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---Opening hours by weekday, and days on which the council is closed.
---
---When the text depends on opening hours, or when the council closes on days that are no bank holidays. Both ends of the hours are inside: at 16:30 exactly the desk is still open. All times are of one clock, London's; zone = "UTC" is for made-up data whose clock is never changed.
---
---Luton, clause referrals-into-mash.9:
---```lua
---calendar "Town Hall" { mon_thu = "09:00-16:30", fri = "09:00-16:00",
---  clause = "referrals-into-mash.9" }
---```
---@param name string
---@return moot.calendar
function calendar(name) end

---@class moot.fields.event
---@field clause? moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---Something that can happen, and that records and rules name.
---
---For something that happens and that a rule waits for: somebody comes, writes, moves, is told. Many events are known without being declared; declare again only to add a clause, or what is your own.
---
---Stockport 2018, clause 2.5/1:
---```lua
---event "own tenancy considered" { clause = "2.5/1" }
---```
---@param name string
---@return moot.event
function event(name) end

---@class moot.fields.fact
---@field ask? moot.takes.text # The question that finds it out, as it is put to people.
---@field presumed? moot.takes.fixed_value # The answer that stands until it is known.
---@field per? "child" # "child": each child has its own. [once a case]
---@field precision? "minute"|"day"|"month"|"year" # Of a date, a time or spells: how exactly it must be known for the answers that hang on it. [as it is given]
---@field source? moot.takes.text # Where caseloads have it from, such as a column of a statutory return.
---@field clause? moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.
---@field [integer] moot.takes.type # a type: yesno, integer(0, 25), money, date, instant, one_of { … }, text or spells

---Something known or unknown about the young person, with the question that finds it out.
---
---For what a rule has to know about the young person. Write the question as you would ask it. A fact that nobody has told is unknown, never "no"; if the text presumes an answer, say so with presumed.
---
---Stockport 2018, clause 3.1/2:
---```lua
---fact "in_need" { yesno, presumed = true, clause = "3.1/2",
---  ask = "Is the young person a child in need?" }
---```
---@param name string
---@return moot.fact
function fact(name) end

---@class moot.fields.consent
---@field ask? moot.takes.text # The question that asks for it.
---@field overridden_by? moot.takes.condition # When it is not needed.
---@field clause? moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---An agreement to share: not asked, asked, given, refused or withdrawn.
---
---When something may be done only with the young person's agreement. It is not yet asked, asked, given, refused or withdrawn. Put its name at the act, as with_consent.
---
---Stockport 2024, clause 6.12/1:
---```lua
---consent "care-leaver marker" { clause = "6.12/1",
---  ask = "May we put a marker on our housing system?" }
---```
---@param name string
---@return moot.consent
function consent(name) end

---@class moot.fields.decision
---@field hit? "unique"|"first"|"collect" # Which row counts: the only one that holds, the first, or all of them. ["unique"]
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.
---@field [integer] moot.takes.row # a row, such as { when = { … }, value = … }

---A table that derives the fact of its own name from other facts.
---
---When the text says what follows from facts: who is eligible, which duty is owed, how large a home. Each row has a condition and a value. The table gives the fact of its own name, which guards can then read.
---
---Stockport 2018, clause 2.3/2:
---```lua
---decision "home_size" { hit = "first", clause = "2.3/2",
---  { when = { is_parent = true }, value = "family home" },
---  { when = otherwise, value = "studio or one bedroom" },
---}
---```
---@param name string
---@return moot.decision
function decision(name) end

---@class moot.fields.param
---@field councils? "may not change it"|"may shorten it"|"may lengthen it"|"may change it" # Of a figure of the law: what a council's own figure may do. ["may not change it" in stdlib]
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.
---@field [string] moot.takes.figure

---A figure that the text states, from a date on.
---
---For a figure in the text that a new edition might change: a time limit, an age, a sum. The date says from when it holds; a later date beside it changes the figure from that day.
---
---Stockport 2018, clause 3.7/1:
---```lua
---param "assess_within" { ["2018-01-01"] = hours(48), clause = "3.7/1" }
---```
---@param name string
---@return moot.param
function param(name) end

---@class moot.fields.reading
---@field chosen moot.takes.text # The name of the option that this protocol follows.
---@field options moot.takes.options # The defensible readings, each under a name.
---@field against? moot.takes.text # The other clause, where two of the text do not go together.
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---What the text leaves open: the defensible readings and the one that is followed.
---
---When the words can fairly be read in two ways, and it changes a date, an owner, a bed, money or a right. Name each reading, choose one, and put the reading where the value would stand. Then anyone can see what the other reading would change.
---
---Stockport 2018, clause 3.7/1:
---```lua
---reading "assessment clock starts" { clause = "3.7/1", chosen = "referral",
---  options = {
---    referral = entered "joint assessment",
---    approach = event "presents homeless",
---  } }
---```
---@param name string
---@return moot.reading
function reading(name) end

---@class moot.fields.stage
---@field owner? moot.takes.owner # Who decides how it ends.
---@field on? moot.takes.trigger # What starts it. [only by go]
---@field when? moot.takes.condition # It starts only if this holds at the trigger.
---@field duty? moot.takes.text # What is owed while it runs.
---@field panel? moot.takes.panel # The panel at whose sessions it is taken.
---@field per? "child" # "child": one for each child. [once a case]
---@field with? moot.takes.owner # Who must be there.
---@field not_by? moot.takes.stage # Whoever decided that stage may not decide this one.
---@field ladder? moot.takes.ladder # Where a dispute about it goes. [the only ladder there is]
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.
---@field [integer] moot.takes.part_of_a_stage # an outcome, a deadline or a verb

---A step of the journey, with an owner, at a panel, or only a reaction.
---
---For each step of the journey: somebody has the case and something must come of it. Give it an owner who decides, or a panel. A stage with neither routes by its guards, or only does what it says and ends.
---
---Stockport 2018, clause 3.5/1:
---```lua
---stage "mediation" {
---  clause = "3.5/1", owner = "Mediation Service", on = event "presents homeless",
---  when = { age = between(16, 17) },
---  outcome "prevented" { clause = "3.5/3", close "homelessness prevented" },
---  outcome "still homeless" { clause = "3.6/1", go "joint assessment" },
---}
---```
---@param name string|moot.fields.stage
---@return moot.stage
function stage(name) end

---@class moot.fields.outcome
---@field when? moot.takes.condition_or_otherwise # It may be chosen only if this holds; otherwise: when no other guard does.
---@field on? moot.takes.trigger # It is taken by itself when this fires.
---@field after? moot.takes.duration # It is taken by itself so long after the stage was entered.
---@field counting? "of"|"beginning with"|"clear" # Which days count: "beginning with" makes the trigger's day 1; "clear" leaves both ends out. ["of": the trigger's day is day 0]
---@field voids? moot.takes.yesno # true: choosing it does not meet the stage's deadlines. [false]
---@field meets? moot.takes.yesno # true: it meets them although it is taken by itself. [false]
---@field clause? moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.
---@field [integer] moot.takes.verb # a verb: go, stop, close, set, escalate, refer, notify, grant or place

---One way in which a stage ends: chosen by its owner, or taken by itself.
---
---For each way in which a stage can end. The owner chooses one; with on or after it is taken by itself. Inside stand its effects, in the order in which they happen.
---
---Stockport 2018, clause 3.5/3:
---```lua
---stage "mediation" { clause = "3.5/1", owner = "Mediation Service",
---  outcome "prevented" { clause = "3.5/3", when = { welfare_concern = false },
---    close "homelessness prevented" },
---}
---```
---@param name string
---@return moot.outcome
function outcome(name) end

---@class moot.fields.deadline
---@field owner? moot.takes.owner # Who must meet it. [the stage's]
---@field within? moot.takes.duration # How long there is. [no date]
---@field from? moot.takes.trigger # What the time runs from. [the stage's entry]
---@field by? moot.takes.trigger # The moment by which it must be done.
---@field not_before? moot.takes.trigger # Done before this is done too early.
---@field every? moot.takes.recurrence # It comes back: so long after each time that it was met; or, with "month", "quarter", "year" or "financial year", once in each of them.
---@field ends? moot.takes.trigger # It comes back no more after this.
---@field met_by? moot.takes.trigger # What meets it. [leaving the stage]
---@field when? moot.takes.condition # It runs only if this holds as its clock starts.
---@field counting? "of"|"beginning with"|"clear" # Which days count: "beginning with" makes the trigger's day 1; "clear" leaves both ends out. ["of": the trigger's day is day 0]
---@field outlives? moot.takes.yesno # true: it runs on when its stage is left. [false]
---@field adds_up? moot.takes.yesno # true: the days of earlier stays in its stage use up what `within` gives, which is in days or weeks. [false]
---@field adds_up_since? moot.takes.happened # With adds_up: of earlier stays only the days since this last fired are used up. [all stays of the case]
---@field in_words? moot.takes.text # Of a right of the young person: what they can do by then, as a letter says it after "You can". [letters say its name]
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.
---@field [integer] moot.takes.late # late { … }

---Who must do what by when, not before when, or how often.
---
---When something must be done by a time, not before a time, or again and again. Inside a stage it runs from the stage's beginning and is met by its end, unless it says otherwise. Where the text sets no time, leave within out: the duty is then tracked without a date, and moot invents none. One of the young person's own is a right; in_words is how a letter that starts it tells it: "You can ask us to look at this decision again. The last day is …"
---
---Stockport 2018, clause 3.9:
---```lua
---stage "care planning meeting" { clause = "3.9", owner = "Stockport Family",
---  deadline "care planning meeting" { clause = "3.9", within = working_days(10) },
---}
---```
---@param name string
---@return moot.deadline
function deadline(name) end

---@class moot.fields.notice
---@field title? moot.takes.text # What stands above the letter. [its name]
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.
---@field [integer] moot.takes.content # a text in "quotes", a fact, due "…", or a section such as { "What we decided", fact "…" }

---A letter and what it must say; it is not sent while a fact that it must say is not known.
---
---For a letter that the text names or whose contents it lists. An act sends it: notify { applicant, notice = "..." }.
---
---Medway 2021, clause 12.7/3:
---```lua
---notice "section 184 letter" { clause = "12.7/3",
---  "the full reasons", "the right to ask for a review", "the time for it" }
---```
---@param name string
---@return moot.notice
function notice(name) end

---@class moot.fields.always
---@field that moot.takes.condition # The condition.
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---What must hold at every moment.
---
---For what must be so at every moment of a case. If it ever is not, that is a breach, with the nights or the time that it lasted.
---
---Luton, clause referrals-into-mash.8:
---```lua
---always "somewhere to stay" { clause = "referrals-into-mash.8",
---  that = { none { tonight = "nowhere" } } }
---```
---@param name string
---@return moot.invariant
function always(name) end

---@class moot.fields.never
---@field that moot.takes.condition # The condition.
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---What may hold at no moment.
---
---For what may be so at no moment of a case. The same as always, said the other way round: choose the one that reads like the text.
---
---Luton, clause other-authorities.7:
---```lua
---never "passed back" { clause = "other-authorities.7", that = { handovers = at_least(2) } }
---```
---@param name string
---@return moot.invariant
function never(name) end

---@class moot.fields.panel
---@field every? moot.takes.duration # How often it meets.
---@field first? moot.takes.date # The date of its first session. [undated sessions]
---@field at? moot.takes.clock # The time of day of its sessions. [midday]
---@field places? moot.takes.limit # How many cases a session takes. Recorded and asked cases do not compete for them: when they were taken is a fact. [no limit]
---@field members? moot.takes.parties # Who sits on it.
---@field chair? moot.takes.role # Who chairs it.
---@field papers? moot.takes.duration # How long before a session its papers close.
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---A meeting that takes cases: how often, how many, who sits on it.
---
---When cases wait for the sessions of a meeting. Give it its rhythm; a first date if the text has one, for without it sessions are undated. A stage with panel = "..." waits for it.
---
---Stockport 2018, clause 2.4/3:
---```lua
---panel "Accommodation Panel" { clause = "2.4/3", every = weeks(2) }
---```
---@param name string
---@return moot.panel
function panel(name) end

---@class moot.fields.ladder
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.
---@field [integer] moot.takes.level # a level, such as { owner = … }

---The levels that a dispute climbs.
---
---When the text says who settles a dispute, and who next if they do not. Each level is a table with an owner. Give a level a time only if the text does.
---
---Stockport 2018, clause 3.12:
---```lua
---ladder "dispute" { clause = "3.12",
---  { owner = { "Line manager, Stockport Family", "Line manager, Stockport Homes" } },
---  { owner = { "Service Manager, Stockport Family", "Service Manager, Stockport Homes" } },
---}
---```
---@param name string
---@return moot.ladder
function ladder(name) end

---@class moot.fields.entitlement
---@field amount? moot.takes.money # The sum, if the text names one.
---@field payee? moot.takes.party # Who is paid.
---@field paid_by? moot.takes.party # Who pays.
---@field lasts? moot.takes.duration # How long it lasts.
---@field quota? moot.takes.quota # The quota that each grant of it counts against. [no limit]
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---Money or goods that somebody is due.
---
---For money or goods that the text promises: a grant, a deposit, furniture. An act gives it: grant "...". Leave the amount out where the text names none.
---
---Stockport 2024, clause 6.8/3:
---```lua
---entitlement "setting-up-home grant" { clause = "6.8/3", amount = money(3000) }
---```
---@param name string
---@return moot.entitlement
function entitlement(name) end

---@class moot.fields.quota
---@field limit moot.takes.limit # How many grants there may be in a period.
---@field per "month"|"quarter"|"year"|"financial year" # The period in which they are counted, or a reading of it; a financial year begins on 1 April.
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---How many grants there may be in a period; an outcome that would grant one more is barred.
---
---When the text caps how many grants there may be in a period. An entitlement names it; an outcome that would grant one too many cannot be chosen.
---
---Luton, clause leaving-care.16:
---```lua
---quota "direct allocations" { clause = "leaving-care.16", limit = 10, per = "financial year" }
---entitlement "direct allocation" { clause = "leaving-care.16",
---  quota = quota "direct allocations" }
---```
---@param name string
---@return moot.quota
function quota(name) end

---@class moot.fields.measure
---@field count? moot.takes.trigger # What is counted, each time that it happens.
---@field share? moot.takes.deadline # The deadline or act of which the share met in time is told, by when it was due.
---@field per "month"|"quarter"|"year"|"financial year" # The period in which it is counted; a financial year begins on 1 April.
---@field split? moot.takes.fact # The fact by whose value it is told apart. [all together]
---@field target? moot.takes.percent # The percentage that a share should reach. [none]
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---A figure for the monitoring report: how often something happens, or which share was in time.
---
---For a figure that the text wants reported: count says what is counted, share says of which deadline the part met in time is told.
---
---Medway 2021, clause 14.1/2:
---```lua
---measure "care leavers who present as homeless" { clause = "14.1/2",
---  count = event "presents homeless", per = "quarter" }
---```
---@param name string
---@return moot.measure
function measure(name) end

---@class moot.fields.helper
---@field inputs moot.takes.facts # The facts that it is given; it waits until each is known.
---@field outputs moot.takes.facts # The facts that it gives, and nothing else gives.
---@field run moot.takes.function # The function, from a table of the inputs to one of the outputs; money is whole pence, a date a text.
---@field clause moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---Facts worked out from others by a function, where no table of conditions can say it.
---
---Only where a figure must be worked out and no table of conditions can say it. A helper cannot be looked into, so why can name its inputs and its result but not the steps between.
---
---Luton, clause outcomes.7:
---```lua
---fact "deposit" { money, ask = "How large is the deposit?" }
---fact "monthly_rent" { money, ask = "How large is the rent of a month?" }
---helper "advance" { clause = "outcomes.7", inputs = { "deposit", "monthly_rent" },
---  outputs = { "to_pay" },
---  run = function(f) return { to_pay = f.deposit + f.monthly_rent } end }
---```
---@param name string
---@return moot.helper
function helper(name) end

---@class moot.fields.not_run
---@field because moot.takes.text # Why they have no rule: a principle, a judgement, or missing from the text.
---@field [integer] moot.takes.text # a text in "quotes"

---Clauses that have no rule, and why.
---
---For the clauses that nobody can run: principles, judgements, texts that are named but missing. List them, and say why. Then moot coverage knows that they were not forgotten.
---
---Stockport 2018, clause 1.2:
---```lua
---not_run { "1.2", "1.3", because = "principle" }
---```
---@param fields moot.fields.not_run
---@return moot.not_run
function not_run(fields) end

---@class moot.fields.without
---@field [integer] moot.takes.removed # what goes: a declaration, such as outcome "…", or the name of a field in "quotes"

---What a patch takes away: fields by their name, and what was declared.
---
---In a patch, for what goes: a field by its name in quotes, a child such as outcome "...", or by itself at the top for a whole declaration.
---```lua
---fact "in_need" { patch = true, presumed = true, without { "ask" } }
---```
---@param fields moot.fields.without
---@return moot.without
function without(fields) end

---Begins a file of variants: the protocol that they change.
---
---Once, at the top of a file of variants: the protocol that they change. No protocol stands in such a file, and nothing but variants and sweeps.
---```lua
---baseline "stockport-2018"
---```
---@param name string
---@return moot.baseline
function baseline(name) end

---@class moot.fields.variant
---@field because? moot.takes.text # Why it is tried.
---@field [integer] moot.takes.part_of_a_variant # a declaration that changes one of the baseline, a variant that stands above, or without { … }

---The baseline with something changed: each declaration in it is a patch.
---
---In a file of variants, to ask what if: another reading of an unclear text, another limit, a stage more or less. All in it is a patch; what is new says patch = false. A variant that stands above may be named in it, variant "both" { variant "weekly panel", variant "other reading" }: then both hold, in the order of the text.
---```lua
---variant "other reading" { reading "fortnightly" { chosen = "two a month" } }
---```
---@param name string
---@return moot.variant
function variant(name) end

---@class moot.fields.sweep
---@field because? moot.takes.text # Why it is tried.
---@field [integer] moot.takes.part_of_a_variant # a declaration that changes one of the baseline, a variant that stands above, or without { … }

---A variant for each value of over { … }, named by the value.
---
---In a file of variants, when one figure is to be tried with several values: one variant for each value of over { … }.
---```lua
---sweep "panel cadence" { panel "Accommodation Panel" { every = over { weeks(1), weeks(2) } } }
---```
---@param name string
---@return moot.variant
function sweep(name) end

---@class moot.fields.late
---@field [integer] moot.takes.verb # a verb: go, stop, close, set, escalate, refer, notify, grant or place

---What follows, once, when a deadline goes late.
---
---Inside a deadline, when the text says what follows if it is missed. It happens once, at the moment the deadline goes late.
---
---Luton, clause leaving-care.6:
---```lua
---deadline "tell the managers" { clause = "leaving-care.6", within = same_day,
---  from = event "final warning",
---  late { notify { "Head of Housing Needs", clause = "leaving-care.6" } },
---}
---```
---@param fields moot.fields.late
---@return moot.late
function late(fields) end

---@class moot.fields.over
---@field [integer] moot.takes.part_of_a_group # a test, a trigger or a role

---More than. In a sweep, over { … }: the values that stand there in turn.
---
---For more than a figure. over(21) begins with the 22nd birthday, just as at_least(22) does.
---
---Stockport 2024, clause 7.2/2:
---```lua
---stage "needs assessment" { clause = "7.2/2", owner = "Leaving Care Team",
---  on = event "presents homeless", when = { age = over(21) },
---}
---```
---@param a moot.takes.value
---@return moot.test
function over(a) end

---As an option of a reading of by or within: the text sets no time, so there is no date.
---
---In a reading, where a text may set a time and may set none. Chosen, the duty is owed without a date, and nothing done for it is late. Where a text plainly sets no time, no reading is needed: leave by and within out.
---
---Stockport 2024, clause 6.13/3:
---```lua
---reading "the managers meet" { clause = "6.13/3", chosen = "at no set time",
---  options = { ["at no set time"] = undated,
---    ["before possession is sought"] = event "possession sought" } }
---```
---@type moot.undated
undated = nil

---@class moot.fields.law
---@field act moot.takes.text # The Act, regulations, case or guidance by name.
---@field title moot.takes.text # What it says, in one line.
---@field link? moot.takes.text # Where it can be read.
---@field mark? "K"|"V" # To be checked: "K", it is from general knowledge; "V", only the opening of the page was read. [none: it was read]
---@field dates_mark? "K"|"V" # The same of the dates of in_force. [none: they were read]
---@field as_at moot.takes.date # The day as at which it is known.
---@field clause? moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---A source of law that rules of the standard library cite by its name.
---
---In the standard library only, in its table of law: a source that its rules cite as their clause. In a protocol, patch one to say from when it is the law, if that is known by then; and cite one as the law of a rule whose clause is the document's own.
---```lua
---law "HA96 s.204(2)" { act = "Housing Act 1996", title = "County court: 21 days of being notified",
---  as_at = "2026-09-01", mark = "K" }
---```
---@param name string
---@return moot.law
function law(name) end

---@class moot.fields.standard
---@field list moot.takes.text # The checklist that it belongs to.
---@field says moot.takes.text # What a good protocol says, or where one clashes with the law.
---@field source moot.takes.text # Whose standard it is.
---@field our_reading? moot.takes.yesno # true: our own reading or general knowledge, no source's word. [false]
---@field clause? moot.takes.text # The clause of the source that says so, by its id in the clause table.
---@field open? moot.takes.text # A small ambiguity of the text, which changes no date, owner, bed, money or right.
---@field in_force? moot.takes.two_dates # The dates between which this is the law; false for an open end.
---@field law? moot.takes.text # The law that it carries out, by its id in the table of law, where its clause is the document's own.
---@field because? moot.takes.text # Why this is so, where the clause alone does not say it.
---@field patch? moot.takes.yesno # true: it changes the declaration of this name that there is already. [false]
---@field expected? moot.takes.reasons # What `moot check` finds here and need not find again, by its kind, each with the reason.

---A point of a checklist of the standard library: what a good protocol contains.
---
---In the standard library only, in its checklists: what a good protocol contains, and which rules clash with the law. `moot law --checklists` lists them.
---```lua
---standard "Y2" { list = "homeless 16 and 17", source = "Ofsted",
---  says = "Somebody who has nowhere safe tonight has a bed tonight" }
---```
---@param name string
---@return moot.standard
function standard(name) end
