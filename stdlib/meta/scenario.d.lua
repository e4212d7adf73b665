---@meta
-- Written by `make generate` from lua/load/scenario_words.c: change it there.
-- Scenarios have words of their own; some have the name of a word of protocols.

---@class moot.scenario.use

---the protocol, or protocols, of the scenarios that follow
---```lua
---use "stockport-2018"
---```
---@param a? any
---@param b? any
---@param c? any
---@return fun(fields: moot.scenario.use)
function use(a, b, c) end

---@class moot.scenario.scenario
---@field clauses? string|boolean|table # clauses that it shows, by their ids: { "3.7/1", "3.9" }
---@field protocol? string|boolean|table # one protocol or a list, by id or path; without it those of `use`
---@field recorded? boolean # replay what happens as records of a caseload, with departures, instead of asking
---@field acts? "at once"|"wait" # whether acts are done as they are called (the default), or wait for done

---a new case begins; its name says in a sentence what it shows
---```lua
---scenario "A late assessment is a breach" { clauses = { "3.7/1" } }
---```
---@param a any
---@return fun(fields: moot.scenario.scenario)
function scenario(a) end

---@class moot.scenario.given
---@field children? table[] # a list of { id = "a", facts = { … } }
---@field spells? table[] # a list of { kind = "looked after", from = "2024-03-04", to = "2024-09-01" }
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---facts that hold from the start
---```lua
---given { dob = "2009-02-11", open_case = false }
---```
---@param fields moot.scenario.given
function given(fields) end

---@class moot.scenario.present
---@field at? string # when; without it the time that stands
---@field event? string # the event; without it "presents homeless"
---@field children? table[] # as for given
---@field spells? table[] # as for given
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---the young person comes: facts from the start, the time, and the event "presents homeless"
---```lua
---present { at = "2026-05-21 09:15", dob = "2009-02-11" }
---```
---@param fields moot.scenario.present
function present(fields) end

---time passes until then; what is due at that very minute can still be done
---```lua
---at "2026-05-21 09:15"
---```
---@param a any
function at(a) end

---time passes until that minute is over, and what happens by itself in it has happened
---```lua
---after "2026-05-23 11:30"
---```
---@param a any
function after(a) end

---time passes, to the same minute as with at
---```lua
---wait(working_days(10))
---```
---@param a any
function wait(a) end

---@class moot.scenario.event
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---something happens, with facts that become known by it
---```lua
---event "presents homeless"
---```
---@param a any
---@return fun(fields: moot.scenario.event)
function event(a) end

---@class moot.scenario.answer
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---a stage ends so
---```lua
---answer("mediation", "still homeless")
---```
---@param a any
---@param b any
---@return fun(fields: moot.scenario.answer)
function answer(a, b) end

---@class moot.scenario.sign
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---one signature of a decision that several take together
---```lua
---sign("joint assessment", "estranged", "Social worker")
---```
---@param a any
---@param b any
---@param c any
---@return fun(fields: moot.scenario.sign)
function sign(a, b, c) end

---@class moot.scenario.done
---@field due? string # which occurrence of a deadline that recurs: its due date
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---a deadline is met, an act is done
---```lua
---done "joint assessment"
---```
---@param a any
---@return fun(fields: moot.scenario.done)
function done(a) end

---@class moot.scenario.not_done
---@field due? string # which occurrence of a deadline that recurs: its due date
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---known not to be done by now
---```lua
---not_done "joint assessment"
---```
---@param a any
---@return fun(fields: moot.scenario.not_done)
function not_done(a) end

---@class moot.scenario.fact
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---facts become known now
---```lua
---fact { in_need = false }
---```
---@param fields moot.scenario.fact
function fact(fields) end

---@class moot.scenario.consent
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---a consent is asked, given, refused or withdrawn
---```lua
---consent("care", "given")
---```
---@param a any
---@param b any
---@return fun(fields: moot.scenario.consent)
function consent(a, b) end

---@class moot.scenario.place
---@field provider? string # who provides it
---@field paid_by? string # the service or role that pays
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---where they sleep from now; "nowhere" is an answer
---```lua
---place "interim accommodation" { paid_by = "Stockport Homes Group" }
---```
---@param a any
---@return fun(fields: moot.scenario.place)
function place(a) end

---@class moot.scenario.panel
---@field session? string # the session at which it was decided
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---a panel decides
---```lua
---panel("Accommodation Panel", "Stockport Homes helps")
---```
---@param a any
---@param b any
---@return fun(fields: moot.scenario.panel)
function panel(a, b) end

---@class moot.scenario.notice
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---a letter is sent or received
---```lua
---notice("offer", "sent")
---```
---@param a any
---@param b any
---@return fun(fields: moot.scenario.notice)
function notice(a, b) end

---@class moot.scenario.note
---@field child? string # id of the child that it is about
---@field who? string # the role that wrote it
---@field under? string # only under this protocol of the scenario's

---a remark in the log
---```lua
---note "rang twice, no answer"
---```
---@param a any
---@return fun(fields: moot.scenario.note)
function note(a) end

---@class moot.scenario.correct
---@field never_happened? boolean # true: it never happened
---@field value? string|number|boolean # of a fact: what it is
---@field at? string # when it really was
---@field outcome? string # how the stage really ended
---@field met? boolean # whether it was really done
---@field state? string # of a consent or notice
---@field child? string # id of the child that it is about
---@field who? string # the role that did it
---@field note? string # a remark for the log
---@field under? string # only under this protocol of the scenario's
---@field [string] string|number|boolean # a fact, and its answer

---an earlier word (kept in a local), the event of that number, or a fact from the start, was wrong: how it really was
---```lua
---local visit = done "joint assessment"
---correct(visit) { at = "2026-05-23 17:00" }
---```
---@param a any
---@return fun(fields: moot.scenario.correct)
function correct(a) end

---@class moot.scenario.expect.status
---@field outcome? string # how the case closed, or nothing
---@field closed? string # when it closed, or nothing
---@field now? string # the case's now
---@field fault? string # the sentence of a case that failed

---@class moot.scenario.expect.stage
---@field entered? string # when it began
---@field left? string # when it ended; nothing while it is open
---@field outcome? string # how it ended; nothing while it is open
---@field outcome_clause? string # the clause of that outcome
---@field owner? string|string[] # who owns it
---@field decided_by? string # who signed, or nothing
---@field stopped? boolean # it was ended by stop or close
---@field departed? boolean # it was entered only because a record left it
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.choice
---@field state? "can be chosen"|"barred"|"cannot tell" # without it: can be chosen
---@field stage? string # the open stage that it would end
---@field missing? string # the fact that is missing, or nothing
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.decision
---@field value? string|number|boolean # what follows; nothing when it cannot be told
---@field at? string # when it last came out so
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.deadline
---@field status? "live"|"met"|"late"|"early"|"void"|"undated"|"cannot tell" # how it stands
---@field due? string # by when; nothing when no date is set
---@field met_at? string # when it was done, or nothing
---@field late_by? string # "3 hours 15 minutes", or nothing
---@field since? string # from when it is counted
---@field rule? string # "48 hours"
---@field owner? string|string[] # who owes it
---@field stage? string # the stage that it belongs to, or nothing
---@field not_before? string # the earliest time, or nothing
---@field void_because? string # why it is void
---@field act? boolean # it times an act
---@field breach? boolean # it went late, whatever came after
---@field assumed? boolean # the record is silent and it is taken as done
---@field known_late? boolean # judged by a date that became known later
---@field provisional? boolean # counts over bank holidays that are not published yet, or too old to be certain
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.breach
---@field kind? "deadline"|"invariant" # a deadline not met, or an invariant broken
---@field at? string # when it was broken
---@field due? string # by when it was due
---@field ended? string # when an invariant was kept again, or nothing
---@field late_by? string # how late it was done, or nothing
---@field nights? integer # how many nights
---@field owner? string|string[] # who owed it
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.departure
---@field at? string # when it happened
---@field clause? string # the clause that says so

---@class moot.scenario.expect.needs
---@field kind? "stage"|"outcome"|"deadline"|"act"|"letter" # what kind of thing waits
---@field waiting? string # the name of what waits for the fact
---@field ask? string # the question to ask
---@field since? string # since when it waits
---@field blocks? boolean # the case is undecided for it
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.tonight
---@field provider? string # who provides it, or nothing
---@field paid_by? string # who pays, or nothing
---@field since? string # since when they sleep there
---@field clause? string # the clause that says so

---@class moot.scenario.expect.bed
---@field from? string # from when
---@field nights? integer # how many nights
---@field provider? string # who provides it, or nothing
---@field paid_by? string # who pays, or nothing
---@field recorded? boolean # a record says so, rather than a rule
---@field clause? string # the clause that says so

---@class moot.scenario.expect.panel
---@field listed? string # when it came to the panel's list
---@field session? string # the session it waits for or was decided at, or nothing
---@field outcome? string # what was decided, or nothing
---@field stage? string # the stage that waits for it
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.referral
---@field state? "done"|"assumed"|"called"|"waits for consent"|"withheld"|"sent"|"received" # what became of it
---@field to? string # to whom
---@field via? string # by what way
---@field at? string # when it was called for
---@field done? string # when it was done, or nothing
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.notice
---@field state? "done"|"assumed"|"called"|"waits for consent"|"withheld"|"sent"|"received" # what became of it
---@field to? string # to whom
---@field via? string # by what way
---@field at? string # when it was called for
---@field done? string # when it was done, or nothing
---@field recorded? boolean # a record of the letter, rather than an act
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.duty
---@field owner? string|string[] # who owes it
---@field stage? string # the stage while which it is owed
---@field since? string # since when
---@field ended? string # until when; nothing while it runs
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.entitlement
---@field state? "done"|"assumed"|"called"|"waits for consent"|"withheld"|"sent"|"received" # what became of it
---@field pence? integer # the sum in pence
---@field payee? string # who gets it
---@field paid_by? string # who pays
---@field at? string # when it was granted
---@field done? string # when it was paid, or nothing
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.charge
---@field state? "done"|"assumed"|"called"|"waits for consent"|"withheld"|"sent"|"received" # what became of it
---@field pence? integer # the sum in pence
---@field paid_by? string # who pays
---@field provider? string # who is paid
---@field at? string # from when
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.escalation
---@field level? integer # 1 for the first; 0 past the last, where there is no rule
---@field owner? string|string[] # who has to settle it
---@field stage? string # the stage in dispute, or nothing
---@field at? string # when it came there
---@field clause? string # the clause that says so

---@class moot.scenario.expect.reading
---@field chosen? string # the option that is chosen
---@field against? string # the clause that its own does not fit, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect.entry
---@field what? string # "enters", "leaves", "clock starts", as moot run --json has it
---@field detail? string # the outcome, the value, the verdict
---@field at? string # when it holds
---@field who? string # who did it, or nothing
---@field child? string # id of the child that it belongs to, or nothing
---@field clause? string # the clause that says so

---@class moot.scenario.expect_no
---@overload fun(name: string)
---@field status fun(name: string): fun(fields: moot.scenario.expect.status)
---@field stage fun(name: string): fun(fields: moot.scenario.expect.stage)
---@field choice fun(name: string): fun(fields: moot.scenario.expect.choice)
---@field decision fun(name: string): fun(fields: moot.scenario.expect.decision)
---@field deadline fun(name: string): fun(fields: moot.scenario.expect.deadline)
---@field breach fun(name: string): fun(fields: moot.scenario.expect.breach)
---@field departure fun(name: string): fun(fields: moot.scenario.expect.departure)
---@field needs fun(name: string): fun(fields: moot.scenario.expect.needs)
---@field tonight fun(name: string): fun(fields: moot.scenario.expect.tonight)
---@field bed fun(name: string): fun(fields: moot.scenario.expect.bed)
---@field panel fun(name: string): fun(fields: moot.scenario.expect.panel)
---@field referral fun(name: string): fun(fields: moot.scenario.expect.referral)
---@field notice fun(name: string): fun(fields: moot.scenario.expect.notice)
---@field duty fun(name: string): fun(fields: moot.scenario.expect.duty)
---@field entitlement fun(name: string): fun(fields: moot.scenario.expect.entitlement)
---@field charge fun(name: string): fun(fields: moot.scenario.expect.charge)
---@field escalation fun(name: string): fun(fields: moot.scenario.expect.escalation)
---@field reading fun(name: string): fun(fields: moot.scenario.expect.reading)
---@field entry fun(name: string): fun(fields: moot.scenario.expect.entry)

---@class moot.scenario.expect_one
---@field no moot.scenario.expect_no
---@field status fun(name: string): fun(fields: moot.scenario.expect.status) # open, closed, undecided or failed
---@field stage fun(name: string): fun(fields: moot.scenario.expect.stage) # a visit of a stage
---@field choice fun(name: string): fun(fields: moot.scenario.expect.choice) # an outcome of an open stage, as it can be chosen now
---@field decision fun(name: string): fun(fields: moot.scenario.expect.decision) # what a decision table comes to now
---@field deadline fun(name: string): fun(fields: moot.scenario.expect.deadline) # a deadline, or an act with a name or a time
---@field breach fun(name: string): fun(fields: moot.scenario.expect.breach) # a duty not done in time, or an invariant broken
---@field departure fun(name: string): fun(fields: moot.scenario.expect.departure) # a record that the protocol does not admit; its name is a part of its sentence
---@field needs fun(name: string): fun(fields: moot.scenario.expect.needs) # a fact that something waits for
---@field tonight fun(name: string): fun(fields: moot.scenario.expect.tonight) # where they sleep: a place, "nowhere" or "not recorded"
---@field bed fun(name: string): fun(fields: moot.scenario.expect.bed) # where they have slept, and for how many nights
---@field panel fun(name: string): fun(fields: moot.scenario.expect.panel) # a stage waiting for, or taken at, a session
---@field referral fun(name: string): fun(fields: moot.scenario.expect.referral) # a referral
---@field notice fun(name: string): fun(fields: moot.scenario.expect.notice) # news to somebody, or a letter
---@field duty fun(name: string): fun(fields: moot.scenario.expect.duty) # what a service owes
---@field entitlement fun(name: string): fun(fields: moot.scenario.expect.entitlement) # money or goods granted
---@field charge fun(name: string): fun(fields: moot.scenario.expect.charge) # an act that somebody pays for
---@field escalation fun(name: string): fun(fields: moot.scenario.expect.escalation) # a level of a dispute
---@field reading fun(name: string): fun(fields: moot.scenario.expect.reading) # a reading that the case came to depend on
---@field entry fun(name: string): fun(fields: moot.scenario.expect.entry) # an entry of the log that holds

---What must then hold.
---@type moot.scenario.expect_one
expect = nil

---What a field of an expectation must not have.
nothing = nil
