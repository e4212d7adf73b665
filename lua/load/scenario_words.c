/* The words of scenarios and what can be expected: one table each, from which the runner, the
 * messages and the help come. */
#include "lua/load/scenario_words.h"

/* ---- given and when ---- */

#define PLAIN(name, type, doc)                                                                     \
    {                                                                                              \
        name, MOOT_SCENARIO_##type, 0, 0, NULL, doc                                                \
    }
#define END_OF_FIELDS                                                                              \
    {                                                                                              \
        NULL, 0, 0, 0, NULL, NULL                                                                  \
    }

static const moot_scenario_field scenario_fields[] = {
    PLAIN("clauses", ANY, "clauses that it shows, by their ids: { \"3.7/1\", \"3.9\" }"),
    PLAIN("protocol", ANY, "one protocol or a list, by id or path; without it those of `use`"),
    PLAIN("recorded", YESNO,
          "replay what happens as records of a caseload, with departures, instead of asking"),
    { "acts", MOOT_SCENARIO_TEXT, 0, 0, "at once|wait",
      "whether acts are done as they are called (the default), or wait for done" },
    END_OF_FIELDS
};
#define UNDER PLAIN("under", TEXT, "only under this protocol of the scenario's")
static const moot_scenario_field given_fields[] = {
    PLAIN("children", TABLE, "a list of { id = \"a\", facts = { … } }"),
    PLAIN("spells", TABLE,
          "a list of { kind = \"looked after\", from = \"2024-03-04\", to = \"2024-09-01\" }"),
    UNDER, END_OF_FIELDS
};
static const moot_scenario_field present_fields[] = {
    PLAIN("at", TIME, "when; without it the time that stands"),
    PLAIN("event", TEXT, "the event; without it \"presents homeless\""),
    PLAIN("children", TABLE, "as for given"),
    PLAIN("spells", TABLE, "as for given"),
    UNDER,
    END_OF_FIELDS
};
#define SAID_WITH                                                                                  \
    PLAIN("child", TEXT, "id of the child that it is about"),                                      \
        PLAIN("who", TEXT, "the role that did it"), PLAIN("note", TEXT, "a remark for the log"),   \
        UNDER
static const moot_scenario_field said_fields[] = { SAID_WITH, END_OF_FIELDS };
static const moot_scenario_field note_fields[] = {
    PLAIN("child", TEXT, "id of the child that it is about"),
    PLAIN("who", TEXT, "the role that wrote it"), UNDER, END_OF_FIELDS
};
static const moot_scenario_field done_fields[] = {
    PLAIN("due", TIME, "which occurrence of a deadline that recurs: its due date"), SAID_WITH,
    END_OF_FIELDS
};
static const moot_scenario_field place_fields[] = {
    PLAIN("provider", TEXT, "who provides it"),
    PLAIN("paid_by", TEXT, "the service or role that pays"), SAID_WITH, END_OF_FIELDS
};
static const moot_scenario_field panel_fields[] = {
    PLAIN("session", TIME, "the session at which it was decided"), SAID_WITH, END_OF_FIELDS
};
static const moot_scenario_field correct_fields[] = {
    PLAIN("never_happened", YESNO, "true: it never happened"),
    PLAIN("value", VALUE, "of a fact: what it is"),
    PLAIN("at", TIME, "when it really was"),
    PLAIN("outcome", TEXT, "how the stage really ended"),
    PLAIN("met", YESNO, "whether it was really done"),
    PLAIN("state", TEXT, "of a consent or notice"),
    SAID_WITH,
    END_OF_FIELDS
};

const moot_scenario_word moot_scenario_words[] = {
    { "use", WORD_USE, 0, 3, MOOT_SCENARIO_MAY_TABLE, 0, NULL,
      "the protocol, or protocols, of the scenarios that follow", "use \"stockport-2018\"" },
    { "scenario", WORD_SCENARIO, 1, 1, MOOT_SCENARIO_MAY_TABLE, 0, scenario_fields,
      "a new case begins; its name says in a sentence what it shows",
      "scenario \"A late assessment is a breach\" { clauses = { \"3.7/1\" } }" },
    { "given", WORD_GIVEN, 0, 0, MOOT_SCENARIO_MUST_TABLE, 1, given_fields,
      "facts that hold from the start", "given { dob = \"2009-02-11\", open_case = false }" },
    { "present", WORD_PRESENT, 0, 0, MOOT_SCENARIO_MUST_TABLE, 1, present_fields,
      "the young person comes: facts from the start, the time, and the event \"presents homeless\"",
      "present { at = \"2026-05-21 09:15\", dob = \"2009-02-11\" }" },
    { "at", WORD_AT, 1, 1, MOOT_SCENARIO_NO_TABLE, 0, NULL,
      "time passes until then; what is due at that very minute can still be done",
      "at \"2026-05-21 09:15\"" },
    { "after", WORD_AFTER, 1, 1, MOOT_SCENARIO_NO_TABLE, 0, NULL,
      "time passes until that minute is over, and what happens by itself in it has happened",
      "after \"2026-05-23 11:30\"" },
    { "wait", WORD_WAIT, 1, 1, MOOT_SCENARIO_NO_TABLE, 0, NULL,
      "time passes, to the same minute as with at", "wait(working_days(10))" },
    { "event", WORD_EVENT, 1, 1, MOOT_SCENARIO_MAY_TABLE, 1, said_fields,
      "something happens, with facts that become known by it", "event \"presents homeless\"" },
    { "answer", WORD_ANSWER, 2, 2, MOOT_SCENARIO_MAY_TABLE, 1, said_fields, "a stage ends so",
      "answer(\"mediation\", \"still homeless\")" },
    { "sign", WORD_SIGN, 3, 3, MOOT_SCENARIO_MAY_TABLE, 1, said_fields,
      "one signature of a decision that several take together",
      "sign(\"joint assessment\", \"estranged\", \"Social worker\")" },
    { "done", WORD_DONE, 1, 1, MOOT_SCENARIO_MAY_TABLE, 1, done_fields,
      "a deadline is met, an act is done", "done \"joint assessment\"" },
    { "not_done", WORD_NOT_DONE, 1, 1, MOOT_SCENARIO_MAY_TABLE, 1, done_fields,
      "known not to be done by now", "not_done \"joint assessment\"" },
    { "fact", WORD_FACT, 0, 0, MOOT_SCENARIO_MUST_TABLE, 1, said_fields, "facts become known now",
      "fact { in_need = false }" },
    { "consent", WORD_CONSENT, 2, 2, MOOT_SCENARIO_MAY_TABLE, 1, said_fields,
      "a consent is asked, given, refused or withdrawn", "consent(\"care\", \"given\")" },
    { "place", WORD_PLACE, 1, 1, MOOT_SCENARIO_MAY_TABLE, 1, place_fields,
      "where they sleep from now; \"nowhere\" is an answer",
      "place \"interim accommodation\" { paid_by = \"Stockport Homes Group\" }" },
    { "panel", WORD_PANEL, 2, 2, MOOT_SCENARIO_MAY_TABLE, 1, panel_fields, "a panel decides",
      "panel(\"Accommodation Panel\", \"Stockport Homes helps\")" },
    { "notice", WORD_NOTICE, 2, 2, MOOT_SCENARIO_MAY_TABLE, 1, said_fields,
      "a letter is sent or received", "notice(\"offer\", \"sent\")" },
    { "note", WORD_NOTE, 1, 1, MOOT_SCENARIO_MAY_TABLE, 0, note_fields, "a remark in the log",
      "note \"rang twice, no answer\"" },
    { "correct", WORD_CORRECT, 1, 1, MOOT_SCENARIO_MUST_TABLE, 1, correct_fields,
      "an earlier word (kept in a local), the event of that number, or a fact from the start, was "
      "wrong: how it really was",
      "local visit = done \"joint assessment\"\ncorrect(visit) { at = \"2026-05-23 17:00\" }" },
};
const size_t moot_scenario_word_count = MOOT_COUNT(moot_scenario_words);

/* ---- then ---- */

#define ROW(row, member, type, doc)                                                                \
    {                                                                                              \
#member, MOOT_SCENARIO_##type, 0, (uint16_t)offsetof(row, member), NULL, doc               \
    }
#define WORDED(row, member, choices, doc)                                                          \
    {                                                                                              \
#member, MOOT_SCENARIO_TEXT, 0, (uint16_t)offsetof(row, member), choices, doc              \
    }
#define NAMED(name, row, member, type, doc)                                                        \
    {                                                                                              \
        name, MOOT_SCENARIO_##type, 0, (uint16_t)offsetof(row, member), NULL, doc                  \
    }
#define PENCE(row, member, doc)                                                                    \
    {                                                                                              \
#member, MOOT_SCENARIO_PENCE, 1, (uint16_t)offsetof(row, member), NULL, doc                \
    }
#define CLAUSE(row) ROW(row, clause, TEXT, "the clause that says so")
#define CHILD(row) ROW(row, child, TEXT, "id of the child that it belongs to, or nothing")
#define STATES "done|assumed|called|waits for consent|withheld|sent|received"

static const moot_scenario_field status_rows[] = {
    ROW(scenario_status_row, outcome, TEXT, "how the case closed, or nothing"),
    ROW(scenario_status_row, closed, TIME, "when it closed, or nothing"),
    ROW(scenario_status_row, now, TIME, "the case's now"),
    ROW(scenario_status_row, fault, TEXT, "the sentence of a case that failed"), END_OF_FIELDS
};
static const moot_scenario_field stage_rows[] = {
    ROW(moot_result_stage, entered, TIME, "when it began"),
    ROW(moot_result_stage, left, TIME, "when it ended; nothing while it is open"),
    ROW(moot_result_stage, outcome, TEXT, "how it ended; nothing while it is open"),
    ROW(moot_result_stage, outcome_clause, TEXT, "the clause of that outcome"),
    ROW(moot_result_stage, owner, NAMES, "who owns it"),
    ROW(moot_result_stage, decided_by, TEXT, "who signed, or nothing"),
    ROW(moot_result_stage, stopped, YESNO, "it was ended by stop or close"),
    ROW(moot_result_stage, departed, YESNO, "it was entered only because a record left it"),
    CHILD(moot_result_stage),
    CLAUSE(moot_result_stage),
    END_OF_FIELDS
};
static const moot_scenario_field choice_rows[] = {
    WORDED(scenario_choice_row, state, "can be chosen|barred|cannot tell",
           "without it: can be chosen"),
    ROW(scenario_choice_row, stage, TEXT, "the open stage that it would end"),
    ROW(scenario_choice_row, missing, TEXT, "the fact that is missing, or nothing"),
    CHILD(scenario_choice_row),
    CLAUSE(scenario_choice_row),
    END_OF_FIELDS
};
static const moot_scenario_field decision_rows[] = {
    ROW(moot_result_decision, value, VALUE, "what follows; nothing when it cannot be told"),
    ROW(moot_result_decision, at, TIME, "when it last came out so"), CHILD(moot_result_decision),
    CLAUSE(moot_result_decision), END_OF_FIELDS
};
static const moot_scenario_field deadline_rows[] = {
    WORDED(moot_result_deadline, status, "live|met|late|early|void|undated|cannot tell",
           "how it stands"),
    ROW(moot_result_deadline, due, TIME, "by when; nothing when no date is set"),
    ROW(moot_result_deadline, met_at, TIME, "when it was done, or nothing"),
    ROW(moot_result_deadline, late_by, TEXT, "\"3 hours 15 minutes\", or nothing"),
    ROW(moot_result_deadline, since, TIME, "from when it is counted"),
    ROW(moot_result_deadline, rule, TEXT, "\"48 hours\""),
    ROW(moot_result_deadline, owner, NAMES, "who owes it"),
    ROW(moot_result_deadline, stage, TEXT, "the stage that it belongs to, or nothing"),
    ROW(moot_result_deadline, not_before, TIME, "the earliest time, or nothing"),
    ROW(moot_result_deadline, void_because, TEXT, "why it is void"),
    ROW(moot_result_deadline, act, YESNO, "it times an act"),
    ROW(moot_result_deadline, breach, YESNO, "it went late, whatever came after"),
    ROW(moot_result_deadline, assumed, YESNO, "the record is silent and it is taken as done"),
    ROW(moot_result_deadline, known_late, YESNO, "judged by a date that became known later"),
    ROW(moot_result_deadline, provisional, YESNO, "counts over bank holidays that are not published yet, or too old to be certain"),
    CHILD(moot_result_deadline),
    CLAUSE(moot_result_deadline),
    END_OF_FIELDS
};
static const moot_scenario_field breach_rows[] = {
    WORDED(moot_result_breach, kind, "deadline|invariant",
           "a deadline not met, or an invariant broken"),
    ROW(moot_result_breach, at, TIME, "when it was broken"),
    ROW(moot_result_breach, due, TIME, "by when it was due"),
    NAMED("ended", moot_result_breach, until, TIME, /* `until` is a word of Lua's own */
          "when an invariant was kept again, or nothing"),
    ROW(moot_result_breach, late_by, TEXT, "how late it was done, or nothing"),
    ROW(moot_result_breach, nights, COUNT, "how many nights"),
    ROW(moot_result_breach, owner, NAMES, "who owed it"),
    CHILD(moot_result_breach),
    CLAUSE(moot_result_breach),
    END_OF_FIELDS
};
static const moot_scenario_field departure_rows[] = {
    ROW(moot_result_departure, at, TIME, "when it happened"), CLAUSE(moot_result_departure),
    END_OF_FIELDS
};
static const moot_scenario_field need_rows[] = {
    WORDED(moot_result_need, kind, "stage|outcome|deadline|act|letter", "what kind of thing waits"),
    NAMED("waiting", moot_result_need, name, TEXT, "the name of what waits for the fact"),
    ROW(moot_result_need, ask, TEXT, "the question to ask"),
    ROW(moot_result_need, since, TIME, "since when it waits"),
    ROW(moot_result_need, blocks, YESNO, "the case is undecided for it"),
    CHILD(moot_result_need),
    CLAUSE(moot_result_need),
    END_OF_FIELDS
};
static const moot_scenario_field tonight_rows[] = {
    ROW(scenario_tonight_row, provider, TEXT, "who provides it, or nothing"),
    ROW(scenario_tonight_row, paid_by, TEXT, "who pays, or nothing"),
    ROW(scenario_tonight_row, since, TIME, "since when they sleep there"),
    CLAUSE(scenario_tonight_row), END_OF_FIELDS
};
static const moot_scenario_field bed_rows[] = {
    ROW(moot_result_bed, from, TIME, "from when"),
    ROW(moot_result_bed, nights, COUNT, "how many nights"),
    ROW(moot_result_bed, provider, TEXT, "who provides it, or nothing"),
    ROW(moot_result_bed, paid_by, TEXT, "who pays, or nothing"),
    ROW(moot_result_bed, recorded, YESNO, "a record says so, rather than a rule"),
    CLAUSE(moot_result_bed),
    END_OF_FIELDS
};
static const moot_scenario_field panel_rows[] = {
    ROW(moot_result_panel, listed, TIME, "when it came to the panel's list"),
    ROW(moot_result_panel, session, TIME, "the session it waits for or was decided at, or nothing"),
    ROW(moot_result_panel, outcome, TEXT, "what was decided, or nothing"),
    ROW(moot_result_panel, stage, TEXT, "the stage that waits for it"),
    CHILD(moot_result_panel),
    CLAUSE(moot_result_panel),
    END_OF_FIELDS
};
static const moot_scenario_field referral_rows[] = {
    WORDED(moot_result_referral, state, STATES, "what became of it"),
    ROW(moot_result_referral, to, TEXT, "to whom"),
    ROW(moot_result_referral, via, TEXT, "by what way"),
    ROW(moot_result_referral, at, TIME, "when it was called for"),
    ROW(moot_result_referral, done, TIME, "when it was done, or nothing"),
    CHILD(moot_result_referral),
    CLAUSE(moot_result_referral),
    END_OF_FIELDS
};
static const moot_scenario_field notice_rows[] = {
    WORDED(moot_result_notice, state, STATES, "what became of it"),
    ROW(moot_result_notice, to, TEXT, "to whom"),
    ROW(moot_result_notice, via, TEXT, "by what way"),
    ROW(moot_result_notice, at, TIME, "when it was called for"),
    ROW(moot_result_notice, done, TIME, "when it was done, or nothing"),
    ROW(moot_result_notice, recorded, YESNO, "a record of the letter, rather than an act"),
    CHILD(moot_result_notice),
    CLAUSE(moot_result_notice),
    END_OF_FIELDS
};
static const moot_scenario_field duty_rows[] = {
    ROW(moot_result_duty, owner, NAMES, "who owes it"),
    ROW(moot_result_duty, stage, TEXT, "the stage while which it is owed"),
    ROW(moot_result_duty, since, TIME, "since when"),
    ROW(moot_result_duty, ended, TIME, "until when; nothing while it runs"),
    CHILD(moot_result_duty),
    CLAUSE(moot_result_duty),
    END_OF_FIELDS
};
static const moot_scenario_field entitlement_rows[] = {
    WORDED(moot_result_entitlement, state, STATES, "what became of it"),
    PENCE(moot_result_entitlement, pence, "the sum in pence"),
    ROW(moot_result_entitlement, payee, TEXT, "who gets it"),
    ROW(moot_result_entitlement, paid_by, TEXT, "who pays"),
    ROW(moot_result_entitlement, at, TIME, "when it was granted"),
    ROW(moot_result_entitlement, done, TIME, "when it was paid, or nothing"),
    CHILD(moot_result_entitlement),
    CLAUSE(moot_result_entitlement),
    END_OF_FIELDS
};
static const moot_scenario_field charge_rows[] = {
    WORDED(moot_result_charge, state, STATES, "what became of it"),
    PENCE(moot_result_charge, pence, "the sum in pence"),
    ROW(moot_result_charge, paid_by, TEXT, "who pays"),
    ROW(moot_result_charge, provider, TEXT, "who is paid"),
    ROW(moot_result_charge, at, TIME, "from when"),
    CHILD(moot_result_charge),
    CLAUSE(moot_result_charge),
    END_OF_FIELDS
};
static const moot_scenario_field escalation_rows[] = {
    ROW(moot_result_escalation, level, COUNT,
        "1 for the first; 0 past the last, where there is no rule"),
    ROW(moot_result_escalation, owner, NAMES, "who has to settle it"),
    ROW(moot_result_escalation, stage, TEXT, "the stage in dispute, or nothing"),
    ROW(moot_result_escalation, at, TIME, "when it came there"),
    CLAUSE(moot_result_escalation),
    END_OF_FIELDS
};
static const moot_scenario_field reading_rows[] = { ROW(moot_result_reading, chosen, TEXT,
                                                        "the option that is chosen"),
                                                    ROW(moot_result_reading, against, TEXT,
                                                        "the clause that its own does not fit, or nothing"),
                                                    CLAUSE(moot_result_reading), END_OF_FIELDS };
static const moot_scenario_field entry_rows[] = {
    ROW(scenario_entry_row, what, TEXT,
        "\"enters\", \"leaves\", \"clock starts\", as moot run --json has it"),
    ROW(scenario_entry_row, detail, TEXT, "the outcome, the value, the verdict"),
    ROW(scenario_entry_row, at, TIME, "when it holds"),
    ROW(scenario_entry_row, who, TEXT, "who did it, or nothing"),
    CHILD(scenario_entry_row),
    CLAUSE(scenario_entry_row),
    END_OF_FIELDS
};

const moot_scenario_kind moot_scenario_kinds[] = {
    { "status", KIND_STATUS, "the case", "has no status", status_rows,
      "open, closed, undecided or failed",
      "expect.status \"closed\" { outcome = \"homelessness prevented\" }" },
    { "stage", KIND_STAGE, "the stage", "was never entered", stage_rows, "a visit of a stage",
      "expect.stage \"mediation\" { outcome = \"still homeless\" }" },
    { "choice", KIND_CHOICE, "the outcome", "cannot be chosen now", choice_rows,
      "an outcome of an open stage, as it can be chosen now",
      "expect.choice \"prevented\" { state = \"barred\" }" },
    { "decision", KIND_DECISION, "the decision", "was not derived", decision_rows,
      "what a decision table comes to now",
      "expect.decision \"housing_duty\" { value = \"section 20\" }" },
    { "deadline", KIND_DEADLINE, "the deadline", "never started", deadline_rows,
      "a deadline, or an act with a name or a time",
      "expect.deadline \"joint assessment\" { status = \"met\", due = \"2026-05-23 11:30\" }" },
    { "breach", KIND_BREACH, "the breach", "did not happen", breach_rows,
      "a duty not done in time, or an invariant broken",
      "expect.breach \"joint assessment\" { late_by = \"3 hours 15 minutes\" }" },
    { "departure", KIND_DEPARTURE, "the departure", "did not happen", departure_rows,
      "a record that the protocol does not admit; its name is a part of its sentence",
      "expect.departure \"is not open\" { clause = \"3.5/1\" }" },
    { "needs", KIND_NEEDS, "the fact", "is not waited for", need_rows,
      "a fact that something waits for", "expect.needs \"capacity\" { waiting = \"section 20\" }" },
    { "tonight", KIND_TONIGHT, "tonight", "is not told", tonight_rows,
      "where they sleep: a place, \"nowhere\" or \"not recorded\"",
      "expect.tonight \"interim accommodation\"" },
    { "bed", KIND_BED, "the bed", "was never slept in", bed_rows,
      "where they have slept, and for how many nights",
      "expect.bed \"interim accommodation\" { nights = 2 }" },
    { "panel", KIND_PANEL, "the panel", "was never waited for", panel_rows,
      "a stage waiting for, or taken at, a session",
      "expect.panel \"Accommodation Panel\" { outcome = nothing }" },
    { "referral", KIND_REFERRAL, "the referral", "was never called for", referral_rows,
      "a referral",
      "expect.referral \"ask for joint assessment\" { to = \"MASH\", state = \"done\" }" },
    { "notice", KIND_NOTICE, "the notice", "was never called for", notice_rows,
      "news to somebody, or a letter", "expect.notice \"tell MASH\" { via = \"telephone\" }" },
    { "duty", KIND_DUTY, "the duty", "was never owed", duty_rows, "what a service owes",
      "expect.duty \"section 20 accommodation\" { owner = \"Stockport Family\", ended = nothing "
      "}" },
    { "entitlement", KIND_ENTITLEMENT, "the entitlement", "was never granted", entitlement_rows,
      "money or goods granted", "expect.entitlement \"setting up home\" { pence = 200000 }" },
    { "charge", KIND_CHARGE, "the charge", "was never made", charge_rows,
      "an act that somebody pays for",
      "expect.charge \"interim accommodation\" { paid_by = \"Stockport Homes Group\" }" },
    { "escalation", KIND_ESCALATION, "the dispute on the ladder", "never came there",
      escalation_rows, "a level of a dispute", "expect.escalation \"dispute\" { level = 1 }" },
    { "reading", KIND_READING, "the reading", "was not used", reading_rows,
      "a reading that the case came to depend on",
      "expect.reading \"assessment clock starts\" { chosen = \"referral\" }" },
    { "entry", KIND_ENTRY, "the entry of the log about", "is not in the log", entry_rows,
      "an entry of the log that holds",
      "expect.entry \"joint assessment\" { what = \"verdict\", detail = \"met\" }" },
};
const size_t moot_scenario_kind_count = MOOT_COUNT(moot_scenario_kinds);
