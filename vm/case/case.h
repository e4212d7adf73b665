/* case: one case while it runs: its log, and its state, which is a fold over the log and nothing else.
 *
 * The engine decides; it writes an entry with moot_case_log; the fold (case_fold.h) is the only code that changes the
 * state below. So a case can be rebuilt from its entries (moot_case_refold), and undo, fork, `why`, the store and every
 * answer read the log and nothing else. With keep_log off entries are folded and forgotten (batch, benchmarks); the
 * answers are the same.
 *
 * A case belongs to one thread. Arrays are in the order in which things happened. */
#ifndef MOOT_CASE_H
#define MOOT_CASE_H

#include "vm/case/record.h"

/* ---- the log ---- */

#define MOOT_ENTRIES(X)                                                                                     \
    /* name, word in results; ref, ref2, value, text as commented                                        */ \
    X(START, "case starts")                                                                                 \
    X(EVENT, "event")             /* ref: event                                                          */ \
    X(FACT, "fact")               /* ref: fact; value: what became known (also consents)                 */ \
    X(DERIVED, "derived")         /* ref: fact; value; ref2: row of the decision                         */ \
    X(SET, "set")                 /* ref: fact or MOOT_SET_LEAD; value                                   */ \
    X(ENTER, "enters")            /* ref: stage                                                          */ \
    X(ENTER_OPEN, "already open") /* ref: stage: entering an open stage changes nothing                  */ \
    X(LEAVE, "leaves")            /* ref: stage; ref2: outcome (-1: its effects had run); text: as whom   */ \
    X(STOP, "stopped")            /* ref: stage                                                          */ \
    X(CLOSE, "closes")            /* text: how it ended                                                  */ \
    X(CLOCK, "clock starts")      /* ref: clock rule; due; value: how it was counted; ref2: its status    */ \
    X(MOVED, "due date moves")    /* ref: clock rule; due; value: how it was counted                      */ \
    X(VERDICT, "verdict")         /* ref: clock rule; ref2: moot_clock_status; mark: done at; text: why void */ \
    X(ACT, "act")                 /* ref: effect; ref2: moot_act_state                                   */ \
    X(PLACED, "placed")           /* ref: effect or -1 (a record); value.a: moot_night; text: the place   */ \
    X(NOTICE, "notice")           /* ref: notice; value YESNO: received                                  */ \
    X(SIGNED, "signed")           /* ref: stage; ref2: outcome; who: as whom; text: who did, if other     */ \
    X(DISPUTE, "dispute")         /* ref: stage                                                          */ \
    X(ESCALATED, "escalated")     /* ref: ladder; ref2: level, -1: past the last, no rule                */ \
    X(QUEUED, "waits for panel")  /* ref: panel; ref2: stage                                             */ \
    X(SESSION, "panel session")   /* ref: panel; ref2: outcome                                           */ \
    X(COUNTED, "counted")         /* ref: measure; value: of the fact that splits it; mark: when it fired */ \
    X(BROKEN, "invariant broken") /* ref: invariant                                                      */ \
    X(KEPT, "invariant kept again") /* ref: invariant                                                    */ \
    X(DEPARTURE, "departure")     /* text: the sentence; ref: record number                              */ \
    X(UNDECIDED, "undecided")     /* ref: fact that is missing; ref2: 1 blocks the case; text: what waits */ \
    X(GAP, "no rule")             /* ref: stage; text                                                    */ \
    X(NOTE, "note")               /* text                                                                */ \
    X(CORRECTED, "corrected")     /* ref: record number; text                                            */ \
    X(SUPERSEDES, "supersedes")   /* ref, ref2: first and last entry that no longer hold                 */ \
    X(FAULT, "fault")             /* text: a limit: a loop that takes no time                            */

typedef enum moot_what {
#define X(name, text) MOOT_LOG_##name,
    MOOT_ENTRIES(X)
#undef X
    MOOT_LOG_COUNT
} moot_what;

/* A fact that an entry read, for `because`. */
typedef struct moot_read {
    int32_t node;    /* condition node of the test, -1 */
    int32_t child;
    uint8_t verdict; /* moot_tri */
    uint8_t presumed;
    moot_value seen;
} moot_read;

#define MOOT_ENTRY_ASSUMED 1    /* the record is silent: taken as done (rule 9)          */
#define MOOT_ENTRY_KNOWN_LATE 2 /* judged in a refold by its true date (rule 7)          */
#define MOOT_ENTRY_RECORD 4     /* a record brought it, rather than a rule               */
#define MOOT_ENTRY_PROVISIONAL 8 /* counted over bank holidays that are not certain      */
#define MOOT_ENTRY_DEPARTED 16  /* a stage entered only because a record left it         */
#define MOOT_ENTRY_RIGHT 32     /* an applicant's right: never a breach (rule 8)         */
#define MOOT_ENTRY_COMPETES 64  /* a note: another case has what this one would have had */
#define MOOT_ENTRY_TOO_OLD 128  /* provisional because they are too old, not yet to come */

/* The flags of a date that is provisional so (moot_provisional), and back. */
static inline uint8_t moot_provisional_flags(int provisional)
{
    return (uint8_t)((provisional ? MOOT_ENTRY_PROVISIONAL : 0) | (provisional & MOOT_TOO_OLD ? MOOT_ENTRY_TOO_OLD : 0));
}
static inline int moot_flags_provisional(uint8_t flags)
{
    return !(flags & MOOT_ENTRY_PROVISIONAL) ? MOOT_SURE : flags & MOOT_ENTRY_TOO_OLD ? MOOT_TOO_OLD : MOOT_UNPUBLISHED;
}

typedef struct moot_entry {
    int32_t n;             /* 1, 2, 3 …; set by moot_case_log */
    uint8_t what;          /* moot_what */
    uint8_t flags;
    moot_when at;          /* when it holds */
    moot_instant known;    /* instant of the record that brought it */
    int32_t ref, ref2;
    int32_t visit;         /* visit it concerns (index into visits), -1 */
    int32_t clock;         /* clock it concerns (index into clocks), -1 */
    int32_t child;         /* -1 */
    int32_t who;           /* party, -1: the engine, or nobody named */
    int32_t cause;         /* entry that caused it, 0: none */
    int32_t line;          /* of the script, 0; the clause and file are those of `decl` */
    const moot_decl *decl; /* declaration that it carries out, NULL */
    const char *clause;    /* when not decl's (a row of a decision) ; NULL: decl's */
    moot_value value;
    moot_when due;         /* lo == MOOT_NEVER: none */
    moot_when mark;        /* CLOCK: since when it runs; VERDICT: when it was done; lo == MOOT_NEVER: none */
    moot_when not_before;  /* CLOCK, MOVED; lo == MOOT_ALWAYS: none */
    const char *text;      /* borrowed from protocol, input or the case's arena */
    const char *provider;  /* PLACED */
    int32_t paid_by;       /* PLACED, ACT: party, -1 */
    int32_t read_first, read_count; /* in reads */
} moot_entry;

/* ---- the state ---- */

typedef struct moot_visit {
    int32_t stage, child;
    moot_when entered, left;   /* left.lo == MOOT_NEVER while it is open */
    int32_t outcome;           /* -1 */
    int32_t entry, left_entry; /* log entries */
    int32_t serial;            /* step of the engine at which it was entered: a trigger firing later counts for it */
    moot_when session;         /* the panel's session that it waits for; lo == MOOT_NEVER: none is dated */
    uint8_t stopped, departed; /* ended by stop or close; entered only because a record left it */
    int32_t decided_by;        /* party that signed or -1 */
} moot_visit;

#define MOOT_CLOCK_STATUSES(X)                                                                \
    X(LIVE, "live") X(MET, "met") X(LATE, "late") X(EARLY, "early") X(VOID, "void")           \
    X(UNDATED, "undated") X(CANNOT_TELL, "cannot tell")
typedef enum moot_clock_status {
#define X(name, text) MOOT_CLOCK_##name,
    MOOT_CLOCK_STATUSES(X)
#undef X
} moot_clock_status;

typedef struct moot_clock {
    int32_t rule, visit, child; /* visit -1: outside a stage */
    uint8_t status;        /* moot_clock_status; UNDATED until done if the text sets no date */
    uint8_t done;          /* met_at is set */
    uint8_t ended;         /* void, or done: nothing changes it any more but a correction */
    uint8_t broke;         /* went late: a breach, whatever came after */
    uint8_t flags;         /* MOOT_ENTRY_* of its verdict */
    moot_when since, due, met_at; /* due.lo == MOOT_NEVER: undated; met_at.lo == MOOT_NEVER: not done */
    moot_when not_before;  /* lo == MOOT_ALWAYS: none */
    moot_value counted;    /* the length by which `due` was counted, or the moment that it hangs on; see count.h */
    const char *why_void;  /* "expired", "already past", "left by itself", … NULL */
    int32_t entry;         /* where it started */
    int32_t late_entry, met_entry;
} moot_clock;

/* asked: called, it runs as a deadline; done; withheld: consent refused or withdrawn; waiting: consent not asked yet */
typedef enum moot_act_state { MOOT_ACT_ASKED, MOOT_ACT_IS_DONE, MOOT_ACT_WITHHELD, MOOT_ACT_WAITING } moot_act_state;
typedef struct moot_act {
    int32_t effect, clock; /* clock -1: neither name nor time */
    int32_t visit, child;
    moot_when at;
    moot_when called;      /* when the block that asks for it ran: the period of its quota is that of this instant */
    uint8_t state;         /* moot_act_state, the latest */
    uint8_t assumed;
    uint8_t lacks;         /* waiting: for what its letter must say, not for consent */
    int32_t entry;
} moot_act;

/* One role's word on a joint decision; a later one by the same role replaces it (rule 11). */
typedef struct moot_sign {
    int32_t visit, party, outcome;
    moot_when at;
} moot_sign;

typedef struct moot_bed {
    moot_when from;
    moot_night night;
    const char *place, *provider;
    int32_t paid_by;
    const moot_decl *decl; /* NULL when recorded */
    int32_t entry;
} moot_bed;

typedef struct moot_breach {
    int32_t clock;     /* deadline not done in time; -1 for an invariant */
    int32_t invariant;
    int32_t child;
    moot_when at;      /* when it was broken */
    moot_when until;   /* invariant: kept again; lo == MOOT_NEVER while it lasts */
    int32_t nights;    /* nightly invariants */
    int32_t entry;
} moot_breach;

#define MOOT_NEED_LETTER "letter" /* `what` of a need: a letter must say it, so it is not sent yet */

/* What an undecided case waits for; and, in `waits`, what would begin, end, run or be met by itself and hangs on a missing fact.
 * The latter is what the engine found at the end of a run, no entry of the log: a case that is replayed has none. */
typedef struct moot_need {
    int32_t fact, child;
    const moot_decl *decl; /* what cannot go on: a stage, outcome, deadline, act */
    const char *what;      /* "stage", "outcome", "deadline", "act", "letter" */
    moot_when since;
    int32_t entry;
    uint8_t blocks;        /* the case is undecided for it (a clock that cannot tell does not block) */
} moot_need;

typedef struct moot_level_at {
    int32_t ladder, level; /* level -1: past the last */
    moot_when at;
    int32_t stage, entry;
} moot_level_at;

typedef struct moot_derivation { /* newest row last: history of decisions */
    int32_t fact, child, row;
    moot_value value;
    moot_when at;
    int32_t entry;
} moot_derivation;

/* One firing of what a measure counts. */
typedef struct moot_counted {
    int32_t measure;
    moot_when at;     /* when it fired */
    moot_value value; /* of the fact that splits it, then */
    int32_t entry;
} moot_counted;

typedef enum moot_status { MOOT_CASE_OPEN, MOOT_CASE_CLOSED, MOOT_CASE_UNDECIDED, MOOT_CASE_FAILED } moot_status;

/* type, array: each gives `moot_TYPE *ARRAY; int32_t ARRAY_count; size_t ARRAY_cap;` */
#define MOOT_CASE_ARRAYS(X)                                                                                   \
    X(entry, log) X(read, reads) X(visit, visits) X(clock, clocks) X(act, acts) X(bed, beds)                  \
    X(breach, breaches) X(need, needs) X(need, waits) X(level_at, levels) X(derivation, derivations) X(sign, signs)   \
    X(counted, counts)

typedef struct moot_case {
    const moot_protocol *protocol;
    const moot_input *input;  /* facts at the start, children, id */
    moot_facts facts;         /* as conditions see them: the fold of what is known */
    int keep_log;
    int brief;                /* no log is kept and nothing told afresh: nobody reads an entry (vm/case/case_fold.h) */
    int32_t visits_over;      /* the first so many visits have all been left: no need to look at them */
    int32_t clocks_over;      /* and so many clocks have ended */
    int32_t entry_count;      /* also when the log is not kept */
    int32_t step;             /* step of the engine */
    moot_status status;
    const char *outcome;      /* of the last close, NULL */
    moot_when closed_at;
    moot_instant as_of;       /* the case's now, at the end of a run */
    const char *fault;        /* FAILED: the sentence; in the arena */
#define X(type, array)          \
    struct moot_##type *array;  \
    int32_t array##_count;      \
    size_t array##_cap;
    MOOT_CASE_ARRAYS(X)
#undef X
    /* per stage (x child): index of the open visit, -1: (1 + child_count) rows of stages_count */
    int32_t *open_visit;
    uint32_t *trigger_count;  /* per trigger */
    moot_when *trigger_last;
    int32_t *trigger_serial;  /* step of the latest firing */
    uint8_t *reading_used;    /* per reading */
    size_t fixed_values, fixed_open, fixed_triggers, fixed_readings; /* room, for reuse */
    size_t blank_values;      /* so many of facts.values, from the first, are unknown already */
    moot_arena arena;         /* texts of this run: departures, notes */
    int no_memory;            /* sticky: the run ends with MOOT_ENOMEM */
    /* Grants to others of its world in a quota's period; NULL: it runs alone. Set by the engine. */
    int32_t (*quota_others)(const void *world, int32_t quota, moot_instant at);
    const void *quota_world;
    /* refold: how many of the entries kept so far come out the same again, and where the comparison stands */
    int refolding;
    int32_t same_upto;
    moot_instant known_floor; /* entries after a refold's first difference are known from here */
    int32_t *holds;           /* numbers of the entries that hold, in order */
    size_t holds_cap;
    int32_t holds_count;
} moot_case;

void moot_case_init(moot_case *c);
void moot_case_done(moot_case *c);
/* Empty, at its start, for a protocol and an input (both borrowed until the next _begin or _done). Memory is reused:
 * no allocation in a warm batch. */
moot_code moot_case_begin(moot_case *c, const moot_protocol *protocol, const moot_input *input, int keep_log,
                          moot_err *err) MOOT_MUST_CHECK;
/* An entry with everything preset to "none". */
moot_entry moot_entry_blank(moot_what what, moot_when at);
/* Gives the entry its number, folds it into the state, keeps a copy where there is a log. Returns the number; on lack of
 * memory sets no_memory. */
int32_t moot_case_log(moot_case *c, moot_entry *entry);
/* Rebuilds the state from a log (from the store, or cut short by undo): begin, then fold each entry that is not
 * superseded and has n <= upto (0: all). The entries' strings must outlive the case. */
moot_code moot_case_replay(moot_case *c, const moot_protocol *protocol, const moot_input *input, const moot_entry *log,
                           int32_t count, int32_t upto, moot_err *err) MOOT_MUST_CHECK;
/* Forgets a log that was kept only while the case was told afresh. */
void moot_case_drop_log(moot_case *c);
/* The newest entry by which entry n no longer holds (its number), 0 if it still holds. */
int32_t moot_case_superseded(const moot_case *c, int32_t n);
/* The same of all at once, in time that grows as the log does: holds[n - 1] is 1 where entry n still holds. The caller frees
 * it; NULL when memory ends. */
uint8_t *moot_case_holding(const moot_case *c);
/* Starts a refold: the state goes back to the start, the log stays. Entries logged from now on that equal those that
 * held keep their numbers; the first that differs supersedes the rest and all that follow are known from `known`. */
moot_code moot_case_refold(moot_case *c, moot_instant known, moot_err *err) MOOT_MUST_CHECK;
/* What is only known at the end: status undecided or not, nights of invariants still broken. */
void moot_case_conclude(moot_case *c, moot_instant as_of);

/* ---- asking ---- */

const char *moot_what_text(moot_what what);
const char *moot_clock_status_text(moot_clock_status status);
const char *moot_status_text(moot_status status);
static inline int moot_visit_open(const moot_visit *v)
{
    return v->left.lo == MOOT_NEVER;
}
static inline int32_t moot_case_open_visit(const moot_case *c, int32_t stage, int32_t child) /* -1: none */
{
    return c->open_visit[(child + 1) * c->protocol->stages_count + stage];
}
/* How late a clock is in its rule's own unit; 0 when it is not late. *out_unit is what is counted: "minutes", "days" or
 * "working days"; text as moot_calendar_late_by, which says many minutes as days and hours. */
int64_t moot_case_late_by(const moot_case *c, const moot_clock *clock, const char **out_unit, char *text, size_t size);
/* ---- quotas (rule 13): case_quota.c ---- */

/* The first quota by which taking an outcome at facts.now would grant more than it allows, -1 if none bars it. */
int32_t moot_case_quota_bars(const moot_case *c, int32_t outcome, int32_t child);
/* Grants in the period that holds an instant, those to others of its world included, and how many there may be at facts.now. */
int32_t moot_case_quota_used(const moot_case *c, int32_t quota, moot_instant at);
int64_t moot_case_quota_limit(const moot_case *c, int32_t quota);

/* Clause and place of an entry: "" and 0 when it has none. */
const char *moot_entry_clause(const moot_entry *entry);

#endif
