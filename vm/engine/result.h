/* result: what a finished case comes to: the lists of a result, one struct per row, names instead
 * of indexes.
 *
 * This is the one projection of a case. The JSON writer and the store both write these rows and
 * nothing of their own, so that `moot run --json` and the tables of a store can never disagree.
 * Fields have the names of interface.md ("A result").
 *
 *     moot_result result;
 *     moot_arena_clear(&arena);
 *     if (moot_result_of(&c, &arena, &result, &err)) { … }
 *
 * Everything lives in the arena, or is borrowed from the case, its protocol and its input: use it
 * before any of these is begun again. Each list is in the order in which things happened.
 * Superseded entries do not count.
 *
 * Conventions of all rows
 * - A time is a window (moot_when). `lo == MOOT_NEVER` means that there is none: null in JSON, NULL
 *   in the store. Write it with moot_when_text.
 * - A text that is NULL is null (unknown, none); "" is an empty text and rare.
 * - `child` is the child's id, NULL when the row is the applicant's or the whole case's.
 * - `clause` is never NULL; "" where the declaration cites none.
 * - `owner` is a list of names: those of the rule, or those that its fact names now.
 * - `entry` is the log entry that made the row, for `moot why`; 0 when there is none.
 * - `decl` is the declaration that the row's name and clause are from; NULL when there is none (a
 *   record).
 *
 * The lists panels, notices (those recorded), departures and `because` are read from the log: a
 * case that was run with keep_log off has none of them. */
#ifndef MOOT_RESULT_H
#define MOOT_RESULT_H

#include "vm/case/case.h"

typedef struct moot_result_names {
    const char *const *names; /* count of them */
    int32_t count;
} moot_result_names;

/* A fact that was read, and what it was: {"fact":"age","value":17}. Written with moot_value_json
 * or moot_value_show. */
typedef struct moot_result_read {
    const char *fact; /* also "age", "now", "today", "tonight", "lead", "handovers", "times"
        " event presents homeless" */
    const char *child;
    moot_value value; /* MOOT_T_UNKNOWN: null */
    const char *text; /* the value as people read it, "unknown" when it is */
    uint8_t presumed;
    uint8_t verdict; /* moot_tri of the test that read it */
    int32_t node;    /* the test, for moot_test_show */
} moot_result_read;

typedef struct moot_result_stage {
    const char *stage, *child, *clause;
    moot_result_names owner;
    moot_when entered, left;
    const char *outcome;        /* NULL while open, or ended without one */
    const char *outcome_clause; /* "" without an outcome */
    const char *decided_by;     /* who signed it, NULL */
    uint8_t stopped, departed;  /* ended by stop or close; entered only because a record left it */
    const moot_decl *decl, *outcome_decl;
    int32_t visit, entry;
} moot_result_stage;

/* The value that stands at the end, one row a decision (and child). */
typedef struct moot_result_decision {
    const char *fact, *child, *clause;
    moot_value value;
    moot_when at; /* when it was derived; none without a log */
    const moot_result_read *because;
    int32_t because_count;
    const moot_decl *decl;
    int32_t entry;
} moot_result_decision;

typedef struct moot_result_deadline {
    const char *deadline, *child, *clause;
    moot_result_names owner;
    const char *stage; /* NULL outside a stage */
    moot_when since, due, met_at;
    moot_when not_before;     /* lo == MOOT_NEVER: none (not MOOT_ALWAYS here) */
    const char *rule;         /* "48 hours", "" when the text sets no time */
    const char *status;       /* moot_clock_status_text */
    uint8_t status_code;      /* moot_clock_status */
    const char *late_by;      /* "3 hours 15 minutes", NULL when not late */
    int64_t late;             /* the same as a number of late_unit, 0 when not late */
    const char *late_unit;    /* "minutes", "days", "working days"; NULL when not late */
    const char *void_because; /* "expired", NULL */
    uint8_t act;              /* times an act rather than a deadline */
    uint8_t breach;           /* went late, whatever came after */
    uint8_t assumed, known_late, provisional; /* MOOT_ENTRY_* flags of its verdict */
    const moot_decl *decl;
    int32_t clock, entry;
} moot_result_deadline;

/* A stage waiting for, or taken at, a panel's session: one row for each session that it waited for. */
typedef struct moot_result_panel {
    const char *panel, *child, *clause;
    const char *stage; /* NULL: a session recorded for no stage */
    moot_when listed, session; /* entered the queue; the session that took it */
    uint8_t waits;             /* for a session still to come … */
    moot_when waits_for;       /* … this one; lo == MOOT_NEVER: undated */
    const char *outcome;       /* "nothing decided" when the session passed it over */
    const moot_decl *decl, *stage_decl;
    int32_t entry;
} moot_result_panel;

/* What became of an act or a letter. */
#define MOOT_RESULT_STATES(X)                                                                 \
    X(DONE, "done") X(ASSUMED, "assumed") X(CALLED, "called") X(WAITING, "waits for consent") \
    X(WITHHELD, "withheld") X(SENT, "sent") X(RECEIVED, "received")
typedef enum moot_result_state {
#define X(name, text) MOOT_RESULT_##name,
    MOOT_RESULT_STATES(X)
#undef X
} moot_result_state;

typedef struct moot_result_referral {
    const char *referral; /* the act's `as`, or whom */
    const char *to, *via; /* NULL if not given */
    const char *child, *clause;
    const char *state;  /* text of moot_result_state; "called": not known to be done */
    moot_when at, done; /* called; done (assumed: its window) */
    const moot_decl *decl;
    int32_t entry;
} moot_result_referral;

typedef struct moot_result_notice {
    const char *notice; /* the letter, or the act's `as`, or whom */
    const char *to, *via;
    const char *child, *clause;
    const char *state;
    moot_when at, done;
    uint8_t recorded; /* a record of the letter, rather than an act of the protocol */
    const moot_decl *decl;
    int32_t entry;
} moot_result_notice;

typedef struct moot_result_duty {
    const char *duty, *child, *clause;
    const char *owed_by; /* "Social worker and Housing Options Officer" */
    moot_result_names owner;
    const char *stage;
    moot_when since, ended;
    const moot_decl *decl;
    int32_t entry;
} moot_result_duty;

typedef struct moot_result_entitlement {
    const char *entitlement, *child, *clause;
    const char *payee, *paid_by;
    int64_t pence; /* -1: the text names no sum */
    const char *state;
    moot_when at, done;
    const moot_decl *decl;
    int32_t entry;
} moot_result_entitlement;

typedef struct moot_result_charge {
    const char *charge; /* the act's name, place or entitlement */
    const char *paid_by, *provider;
    const char *child, *clause;
    int64_t pence; /* -1: not known */
    const char *state;
    moot_when at;
    const moot_decl *decl;
    int32_t entry;
} moot_result_charge;

typedef struct moot_result_escalation {
    const char *ladder, *clause;
    int32_t level; /* 1, 2, … ; 0: past the last, no rule */
    moot_result_names owner;
    const char *stage; /* NULL */
    moot_when at;
    const moot_decl *decl;
    int32_t entry;
} moot_result_escalation;

typedef struct moot_result_bed {
    const char *place; /* NULL not recorded, "nowhere" */
    const char *provider, *paid_by, *clause;
    moot_when from;
    moot_day first_night; /* local day on which `from` begins */
    int32_t nights;       /* to the next bed or the case's now, by each night's last second */
    uint8_t recorded;     /* a record rather than a rule put it there */
    int32_t entry;
} moot_result_bed;

typedef struct moot_result_breach {
    const char *kind; /* "deadline" or "invariant" */
    const char *name, *child, *clause;
    moot_result_names owner;
    moot_when at;
    moot_when due;       /* deadlines */
    moot_when until;     /* invariants: kept again */
    const char *late_by; /* deadlines: as above, up to the case's now while it is not done; NULL when there is none */
    int64_t late;
    const char *late_unit;
    int32_t nights; /* nightly invariants, else 0 */
    const moot_decl *decl;
    int32_t entry;
} moot_result_breach;

typedef struct moot_result_departure {
    const char *what; /* the sentence */
    const char *clause;
    moot_when at;
    int32_t entry;
} moot_result_departure;

typedef struct moot_result_reading {
    const char *reading, *chosen, *clause;
    const char *against; /* the clause that its own does not fit; NULL */
    const moot_decl *decl;
} moot_result_reading;

/* What a need says where no fact is missing, and yet it could go either way: a time is known too roughly. */
#define MOOT_NEED_TIME "time"
#define MOOT_NEED_TIME_ASK "when was it, more exactly?"

typedef struct moot_result_need {
    const char *fact, *ask; /* ask: NULL when the declaration has no question; "time": a time is known too roughly */
    const char *kind;       /* what waits: "stage", "outcome", "deadline", "act" */
    const char *name;       /* interface.md's `for`: the name of what waits */
    const char *child, *clause;
    moot_when since;
    uint8_t blocks; /* the case is undecided for it */
    const moot_decl *fact_decl; /* NULL of "time" */
    const moot_decl *decl;
    int32_t entry;
} moot_result_need;

/* One firing that a measure counts, or one clock of the deadline of which it tells the share met. The
 * measure of a run is the sum of these rows by period and split (view `measures`). */
typedef struct moot_result_measure {
    const char *measure, *child, *clause;
    const char *kind;   /* "count" or "share" */
    const char *period; /* "2026-04 to 2026-06"; NULL: the deadline has no date */
    const char *split;  /* value of the fact that splits it, "unknown" without one; NULL: not split */
    moot_when at;       /* fired; due */
    /* "counted"; or of the clock: "met", "late", "early" (these are the total), "live", "void",
     * "undated"; "cannot tell" of either, also when its window lies in two periods */
    const char *status;
    const char *verdict; /* the same whatever the period: for whoever counts in another */
    const moot_decl *decl;
    int32_t index;      /* of the measure in the protocol */
    int32_t entry;
} moot_result_measure;

/* type, array: each gives `const moot_result_TYPE *ARRAY; int32_t ARRAY_count;` */
#define MOOT_RESULT_LISTS(X)                                                                 \
    X(stage, stages) X(decision, decisions) X(deadline, deadlines) X(panel, panels)          \
    X(referral, referrals) X(notice, notices) X(duty, duties) X(entitlement, entitlements)   \
    X(charge, charges) X(escalation, escalations) X(bed, beds) X(breach, breaches)           \
    X(departure, departures) X(reading, readings) X(need, needs) X(measure, measures)

typedef struct moot_result {
    const char *id, *protocol, *hash;
    const char *status;             /* "open", "closed", "undecided", "failed" */
    const char *outcome;            /* NULL */
    moot_when closed_at;            /* lo == MOOT_NEVER: not closed */
    moot_instant as_of;             /* MOOT_NEVER: not known */
    const char *fault;              /* the sentence of a failed case, NULL */
    const moot_result_bed *tonight; /* the last of beds; NULL when not recorded */
    const char *const *warnings;
    int32_t warnings_count;
#define X(type, array)                                                                             \
    const struct moot_result_##type *array;                                                        \
    int32_t array##_count;
    MOOT_RESULT_LISTS(X)
#undef X
} moot_result;

/* Fills *out. Errors: MOOT_ENOMEM. Linear in the case. */
moot_code moot_result_of(const moot_case *c, moot_arena *arena, moot_result *out,
                         moot_err *err) MOOT_MUST_CHECK;

/* The list of measures alone, for whoever sums it over many cases. Errors: MOOT_ENOMEM. */
moot_code moot_result_measures(const moot_case *c, moot_arena *arena,
                               const moot_result_measure **out_rows, int32_t *out_count,
                               moot_err *err) MOOT_MUST_CHECK;

/* ---- shared with the writers of the log ---- */

/* The facts that an entry read (`because`), in the arena. NULL and 0 when none was kept; NULL
 * and -1 when memory ends. A test that read the same fact twice is told once. */
const moot_result_read *moot_result_because(const moot_case *c, const moot_entry *entry,
                                            moot_arena *arena, int32_t *out_count);
/* What an entry is about: `name` "mediation" (stage, fact, deadline, event …), `detail` "still
 * homeless" (the outcome left by, the value as people read it, the verdict, the level). Either
 * may be NULL. In the arena or borrowed; 0 when memory ends. */
int moot_result_subject(const moot_case *c, const moot_entry *entry, moot_arena *arena,
                        const char **out_name, const char **out_detail);
/* "stockport-2018.lua:42" in the arena, "" when the entry carries out no declaration; NULL when
 * memory ends. */
const char *moot_result_rule(const moot_entry *entry, moot_arena *arena);
/* Name of a party, NULL for -1. */
const char *moot_result_party(const moot_protocol *protocol, int32_t party);
/* Id of a child, NULL for -1. */
const char *moot_result_child(const moot_case *c, int32_t child);

#endif
