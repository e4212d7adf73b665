/* protocol: a council's protocol after it was compiled: immutable, without Lua, shared by threads.
 *
 * Each table below is an array that the compiler fills with moot_protocol_add_*; moot_protocol_freeze then builds the
 * indexes, takes the hash and seals it. References between tables are indexes (-1: none); lists of indexes are spans of
 * the `ints` pool. How a reader walks from a line of a script to the C that carries it out:
 *
 *     stage "mediation" { … }   ->  moot_stage   ->  engine_stage.c   (entering, leaving: rules 3 to 5)
 *     deadline "x" { … }        ->  moot_clock_rule -> engine_clock.c (clocks, meeting them: rules 7, 8)
 *     refer { … }, place { … }  ->  moot_effect  ->  engine_act.c     (acts, consent: rules 9, 10, 14)
 *     decision, always, never   ->  condition.h  ->  engine_decide.c  (derived facts, invariants: rules 5, 6, 14)
 *     event, turns(18), any {}  ->  moot_trigger ->  engine_trigger.c (what fires what: rules 1, 3, 4)
 *     quota, measure            ->  moot_quota   ->  engine_count.c  (what is counted, by period: rules 13, 16)
 *     helper                    ->  moot_helper  ->  engine_helper.c (a function of the script: the one callback)
 *
 * Every declaration keeps its name, clause, file and line, so that every answer can say why. */
#ifndef MOOT_PROTOCOL_H
#define MOOT_PROTOCOL_H

#include <string.h>

#include "vm/base/arena.h"
#include "vm/base/names.h"
#include "vm/condition/condition.h"
#include "vm/time/period.h"

typedef struct moot_span {
    int32_t first, count;
} moot_span;

/* What every declaration carries. Strings live in the protocol's arena. */
typedef struct moot_decl {
    const char *name;    /* "joint assessment"; "" for a nameless reaction               */
    const char *clause;  /* "3.7/1"; "" where a declaration needs none                   */
    const char *law;     /* the source of law that it carries out: "HA96 s.204(2)"; NULL */
    const char *file;    /* "stockport-2018.lua", relative to the protocol's own folder  */
    int32_t line;
    const char *open;    /* an ambiguity that changes no date, owner, bed, money or right; NULL */
    const char *because; /* why it stands here, where the clause alone does not say it; NULL; facts and readings keep theirs */
    moot_day in_force_from, in_force_to; /* MOOT_DAY_MIN, MOOT_DAY_MAX when not given    */
} moot_decl;

/* A rule of stdlib: the law, not a council's own. */
static inline int moot_decl_is_law(const moot_decl *decl)
{
    return decl->file && strncmp(decl->file, "stdlib/", 7) == 0;
}
/* On the day whose law a case goes by; for a case that is held to the rules before a change (moot_facts.held) a council's rule
 * that begins with it is not in force, and one that ends with it goes on. */
static inline int moot_decl_in_force(const moot_decl *decl, const moot_facts *facts)
{
    if (facts->held != MOOT_DAY_MAX && !moot_decl_is_law(decl)) {
        if (decl->in_force_from == facts->held) {
            return 0;
        }
        if (decl->in_force_to == facts->held - 1) {
            return decl->in_force_from <= facts->law_day;
        }
    }
    return decl->in_force_from <= facts->law_day && facts->law_day <= decl->in_force_to;
}

/* A source of law that a declaration cites: an Act's section, a regulation, a case, guidance (law.h). Its name is the id
 * under which it is cited. */
typedef struct moot_law {
    moot_decl decl;
    const char *act, *title; /* "Housing Act 1996"; what it says, in one line            */
    const char *link;        /* where it can be read, NULL                               */
    char mark;               /* 'K': general knowledge, 'V': only the opening was read; 0 */
    char dates_mark;         /* the same of its dates */
    moot_day as_at;          /* the day as at which it is known                          */
} moot_law;

/* ---- who ---- */

typedef enum moot_party_kind { MOOT_PARTY_SERVICE, MOOT_PARTY_ROLE, MOOT_PARTY_APPLICANT } moot_party_kind;
/* Services, roles and the built-in `applicant` (always party 0) share one table, because all may own and be told. */
typedef struct moot_party {
    moot_decl decl;
    uint8_t kind;
    int32_t service; /* role: party index of its service, -1 */
    int32_t cover;   /* role that acts when this one is away, -1 */
    const char *contact; /* how people reach it, as letters print it; NULL: the text does not say */
} moot_party;

typedef enum moot_owner_kind { MOOT_OWNER_NONE, MOOT_OWNER_ALL, MOOT_OWNER_ANY, MOOT_OWNER_FACT } moot_owner_kind;
typedef struct moot_owner {
    int32_t kind;      /* ALL: jointly (one party is ALL of one); ANY: either; FACT: the role that a fact names */
    moot_span parties; /* in ints */
    int32_t fact;
    int32_t reading; /* that chose it; -1 */
} moot_owner;

/* ---- facts ---- */

typedef enum moot_fact_source { MOOT_FACT_GIVEN, MOOT_FACT_DERIVED, MOOT_FACT_SET } moot_fact_source;
typedef struct moot_fact {
    moot_decl decl;
    uint8_t type;          /* moot_type; a consent is MOOT_T_CONSENT with its five states as options */
    uint8_t source;        /* moot_fact_source: rule 6, a fact has one source */
    uint8_t per_child;
    uint8_t common;        /* from stdlib's vocabulary */
    int64_t min, max;      /* INTEGER, MONEY: both in */
    moot_span options;     /* symbols, ONE_OF, SET, CONSENT */
    const char *ask;       /* the question to ask, NULL */
    const char *because;   /* helper text from the declaration, NULL */
    moot_value presumed;
    int32_t overridden_by; /* consent: condition under which it is not needed, MOOT_NO_COND */
    int32_t decision;      /* DERIVED: the decision, else -1 */
} moot_fact;

typedef struct moot_event {
    moot_decl decl;
    uint8_t common;
} moot_event;

typedef enum moot_hit { MOOT_HIT_UNIQUE, MOOT_HIT_FIRST, MOOT_HIT_COLLECT } moot_hit;
typedef struct moot_row {
    int32_t when;     /* condition */
    int32_t value;    /* operand */
    const char *clause;
    int32_t line;
    int32_t otherwise; /* it was written so: none of the others holds */
} moot_row;
typedef struct moot_decision {
    moot_decl decl;
    int32_t fact;
    uint8_t hit;
    uint8_t at_moment; /* reads now, today or hours: derived when read, never watched (rule 5) */
    moot_span rows;    /* in rows */
} moot_decision;

typedef struct moot_param {
    moot_decl decl;
    uint8_t type; /* moot_type of its values */
    moot_span steps;
} moot_param;

typedef struct moot_reading {
    moot_decl decl;
    const char *against; /* the clause that its own does not fit; NULL */
    const char *because; /* why the text can be read in several ways; NULL */
    moot_span options; /* symbols, in the script's order (sorted by name: Lua keeps no order of keys) */
    int32_t chosen;    /* symbol */
} moot_reading;

/* ---- triggers: the one grammar of time ---- */

typedef enum moot_trigger_kind {
    MOOT_ON_EVENT,    /* ref: event                                   */
    MOOT_ON_ENTERED,  /* ref: stage                                   */
    MOOT_ON_LEFT,     /* ref: stage; outcome or -1                    */
    MOOT_ON_MET, MOOT_ON_MISSED, MOOT_ON_DUE, /* ref: clock rule      */
    MOOT_ON_TURNS,    /* ref: age in years                            */
    MOOT_ON_DATE,     /* ref: date fact                               */
    MOOT_ON_BECOMES,  /* ref: condition                               */
    MOOT_ON_ANY, MOOT_ON_ALL /* children                              */
} moot_trigger_kind;

/* Each place in a script that names a trigger has a tree of its own (a reading's trigger is compiled anew for each use),
 * so a root has exactly one use. */
typedef enum moot_use {
    MOOT_USE_CHILD,       /* not a root                                              */
    MOOT_USE_STAGE,       /* id: stage that it starts                                */
    MOOT_USE_OUTCOME,     /* id: outcome taken by itself                             */
    MOOT_USE_FROM, MOOT_USE_BY, MOOT_USE_NOT_BEFORE, MOOT_USE_MET_BY, MOOT_USE_ENDS, /* id: clock rule */
    MOOT_USE_ADDS_UP,     /* id: clock rule, which reads when it went off last; nothing happens */
    MOOT_USE_PLACE_ENDS,  /* id: effect                                              */
    MOOT_USE_CONDITION,   /* read by a condition: counted, or a bound of spells; nothing happens */
    MOOT_USE_MEASURE,     /* id: measure                                             */
    MOOT_USE_COMPARED     /* read by a condition that compares a date or a moment with it; nothing happens */
} moot_use;
/* Nothing happens as it goes off: a condition reads when that is. */
static inline int moot_use_is_read(moot_use use)
{
    return use == MOOT_USE_CONDITION || use == MOOT_USE_COMPARED;
}

typedef struct moot_shift {
    int32_t operand; /* a duration */
    int32_t sign;    /* +1 or -1 */
    uint8_t counting; /* moot_counting, of days */
    int32_t counting_reading; /* reading that says so, -1 */
} moot_shift;

typedef struct moot_trigger {
    uint8_t kind;     /* moot_trigger_kind */
    uint8_t use;      /* moot_use, roots only */
    int32_t use_id;
    int32_t ref;
    int32_t outcome;
    int32_t parent;   /* ANY or ALL above, -1 for a root; set by freeze */
    int32_t reading;  /* chosen by this reading, -1 */
    int32_t param;    /* turns: the dated figure that ref is, -1: the script says the age itself */
    moot_span children; /* triggers, in ints */
    moot_span shifts;   /* in shifts, applied left to right */
    int32_t line;
} moot_trigger;

/* ---- the journey ---- */

typedef enum moot_verb {
    MOOT_GO, MOOT_STOP, MOOT_CLOSE, MOOT_SET, MOOT_ESCALATE,  /* the engine does these */
    MOOT_REFER, MOOT_NOTIFY, MOOT_GRANT, MOOT_PLACE            /* people do these: the acts */
} moot_verb;

typedef struct moot_effect {
    uint8_t verb;
    moot_decl decl;      /* name: the act's `as`, or what it says: "MASH", "interim accommodation" */
    moot_span stages;    /* go, stop: stages, in ints */
    const char *text;    /* close: how it ended; place: where; refer, notify, grant: via (NULL if not given) */
    int32_t fact;        /* set: the fact (MOOT_SET_LEAD: the case's lead) */
    int32_t operand;     /* set: the value */
    int32_t ladder;      /* escalate */
    int32_t party;       /* refer, notify: whom; -1 */
    int32_t notice;      /* notify: the letter, -1 */
    int32_t entitlement; /* grant */
    int32_t paid_by;     /* party, -1 */
    const char *provider; /* place, NULL */
    int32_t ends;        /* place: trigger until which it holds, -1 */
    int32_t when;        /* condition read as the act is called */
    int32_t consent;     /* with_consent: the consent's fact, -1 */
    int32_t clock;       /* clock rule, where the act has a name or a time; -1 */
} moot_effect;
#define MOOT_SET_LEAD (-2)

typedef struct moot_stage {
    moot_decl decl;
    moot_owner owner;
    moot_owner with;       /* who must be there */
    int32_t on;            /* trigger, -1: only by `go` */
    int32_t when;          /* condition, read at the trigger */
    const char *duty;      /* what is owed while it runs, NULL */
    int32_t panel;         /* taken at this panel's sessions, -1 */
    int32_t not_by;        /* stage whose decider may not decide this one, -1 */
    int32_t ladder;        /* where a dispute goes, -1: the protocol's only one */
    uint8_t per_child;
    uint8_t effects_only;  /* no outcome, no duty, no panel: ends as its effects have run (rule 4) */
    moot_span block;       /* effects on entry */
    moot_span outcomes;    /* in outcomes */
    moot_span clocks;      /* clock rules of its deadlines and of the acts in its block, in ints */
} moot_stage;

typedef struct moot_outcome {
    moot_decl decl;
    int32_t stage;
    int32_t when;     /* condition */
    int32_t on;       /* trigger: taken by itself; -1 */
    int32_t after;    /* operand, a duration from entry: taken by itself; -1 */
    uint8_t counting; /* moot_counting, of `after` */
    int32_t counting_reading; /* reading that says so, -1 */
    uint8_t voids;    /* a chosen outcome that does not meet the stage's deadlines */
    uint8_t meets;    /* one taken by itself that does */
    moot_span block;  /* effects */
} moot_outcome;

/* A deadline, or an act that has a name or a time: both are listed, recorded and judged alike (rules 7 to 9). */
typedef struct moot_clock_rule {
    moot_decl decl;
    int32_t stage;      /* -1: outside a stage */
    int32_t effect;     /* the act it times, -1 for a deadline */
    moot_owner owner;
    int32_t within;     /* operand, a duration; -1 */
    uint8_t counting;   /* moot_counting, of `within`; that of `by` and `not_before` stands in their shifts */
    int32_t counting_reading; /* reading that says so, -1 */
    int32_t from;       /* trigger, -1: the entry (in a stage), the call (an act) */
    int32_t by;         /* trigger, -1 */
    int32_t undated_reading; /* reading by which the text sets no time, -1 */
    int32_t not_before; /* trigger, -1 */
    int32_t every;      /* operand, a duration, which may be once in each period; -1 */
    int32_t ends;       /* trigger, -1 */
    int32_t met_by;     /* trigger, -1 */
    int32_t when;       /* condition read as the clock starts */
    uint8_t outlives;   /* leaving its stage does not void it */
    uint8_t adds_up;    /* of `within`, which is days or weeks, the days of earlier visits to its stage are used up */
    int32_t adds_up_since; /* trigger, -1: … but only the days since it last went off; of events and stages, no shifts */
    const char *in_words; /* what is to be done, in words that a letter can say after "You can"; NULL: its name has to do */
    moot_span late;     /* effects, once, when it goes late */
} moot_clock_rule;

/* What a letter must carry, in the order in which it says it. */
typedef enum moot_content_kind {
    MOOT_CONTENT_NAMED,   /* text: what must stand in it, in the sender's own words; no rule looks at it */
    MOOT_CONTENT_HEADING, /* text: begins a section                                                      */
    MOOT_CONTENT_WORDS,   /* text: words of the letter itself                                            */
    MOOT_CONTENT_FACT,    /* ref: fact; until it is known the letter is not complete                     */
    MOOT_CONTENT_DUE      /* ref: clock rule; its date once it runs, else how it is counted              */
} moot_content_kind;
typedef struct moot_content {
    uint8_t kind;     /* moot_content_kind */
    uint8_t apart;    /* a fact or a date that is no part of a section */
    int32_t ref;
    const char *text; /* NULL: none */
} moot_content;
typedef struct moot_notice {
    moot_decl decl;
    const char *title;  /* stands above the letter; NULL: its name does */
    moot_span contents; /* in contents */
} moot_notice;

typedef struct moot_invariant {
    moot_decl decl;
    uint8_t never;    /* 0: always, 1: never */
    uint8_t nightly;  /* names `tonight`: read at the last second of each day on which it changed (rule 14) */
    int32_t that;     /* condition */
} moot_invariant;

typedef struct moot_panel {
    moot_decl decl;
    moot_duration every; /* count 0: not given */
    moot_day first;      /* MOOT_DAY_MIN: no first date, sessions are undated */
    int32_t at_second;   /* of the local day; midday unless given */
    int32_t places;      /* per session, 0: no limit stated */
    moot_duration cut_off; /* before the session; count 0: none */
    int32_t chair;       /* party, -1 */
    moot_span members;   /* parties, in ints */
} moot_panel;

typedef struct moot_level {
    moot_owner owner;
    int32_t within;  /* operand, -1: the text sets no time */
    moot_span block; /* effects on reaching it */
    const char *clause;
    int32_t line;
} moot_level;
typedef struct moot_ladder {
    moot_decl decl;
    moot_span levels; /* in levels */
} moot_ladder;

typedef struct moot_entitlement {
    moot_decl decl;
    int64_t pence;          /* -1: the text names no sum */
    int32_t payee, paid_by; /* parties, -1 */
    moot_duration lasts;    /* count 0: not given */
    int32_t quota;          /* -1 */
} moot_entitlement;

/* How many grants of its entitlements there may be in a period (rule 13). */
typedef struct moot_quota {
    moot_decl decl;
    int32_t limit;   /* operand: a whole number or a param */
    uint8_t per;     /* moot_period */
    int32_t per_reading; /* reading that says so, -1 */
} moot_quota;

/* What is counted (rule 16): how often a trigger fires, or which share of a deadline's clocks was met in time. */
typedef struct moot_measure {
    moot_decl decl;
    int32_t count;   /* trigger, -1: a share */
    int32_t share;   /* clock rule, -1: a count */
    uint8_t per;     /* moot_period */
    int32_t split;   /* fact by whose value it is told apart, -1 */
    int32_t target;  /* percent that a share should reach, -1: none */
} moot_measure;

/* A pure function of the script: facts in, facts out. Its outputs have no other source. */
typedef struct moot_helper {
    moot_decl decl;
    moot_span inputs, outputs; /* facts, in ints */
    int32_t known;             /* condition: each input is known (so that `because` tells them) */
    uint8_t per_child;         /* its outputs are each child's own */
    const char *code;          /* its tokens, so that the hash knows what it does */
} moot_helper;

typedef struct moot_not_run {
    moot_decl decl;      /* name: the clause; */
    const char *because; /* principle, judgement, or missing from the text */
} moot_not_run;

/* A finding of the checker that the script's writer knows: it changes nothing that runs, so it is no part of the hash. */
typedef struct moot_expected {
    const char *name, *label, *clause, *file; /* of the declaration that carries the mark */
    int32_t of_line;     /* of that declaration */
    int32_t line;        /* of the mark itself */
    const char *kind;    /* "gap" */
    const char *because;
} moot_expected;

/* ---- all of it ---- */

/* type, table: each gives `moot_TYPE *TABLE; int32_t TABLE_count;` and moot_protocol_add_TYPE */
#define MOOT_PROTOCOL_RULES(X)                                                                               \
    X(law, laws) X(party, parties) X(fact, facts) X(event, events) X(row, rows) X(decision, decisions)   \
    X(param, params) X(param_step, steps) X(reading, readings) X(operand, operands) X(cond_node, nodes)       \
    X(shift, shifts) X(trigger, triggers) X(effect, effects) X(stage, stages) X(outcome, outcomes)            \
    X(clock_rule, clocks) X(content, contents) X(notice, notices) X(invariant, invariants) X(panel, panels)   \
    X(level, levels) X(ladder, ladders) X(entitlement, entitlements) X(quota, quotas) X(measure, measures)                     \
    X(helper, helpers) X(not_run, not_runs)
#define MOOT_PROTOCOL_TABLES(X) MOOT_PROTOCOL_RULES(X) X(expected, expecteds) /* the first are what is hashed */

typedef struct moot_subscription moot_subscription; /* indexes built by freeze: protocol_index.h */

enum { /* one for each table, so that a set of tables is bits of a number */
#define X(type, table) MOOT_TABLE_##table,
    MOOT_PROTOCOL_TABLES(X)
#undef X
    MOOT_TABLE_ints,
    MOOT_TABLE_COUNT
};

typedef struct moot_protocol {
    const char *id;          /* "stockport-2018" */
    const char *council, *file, *clause_file; /* clause_file: "stockport-2018", NULL if none */
    const char *const *files; /* the scripts that it was made of, `file` first, then what that extends; not hashed */
    int32_t files_count;
    moot_decl decl;
    moot_day effective_from, effective_to;
    char hash[65];           /* SHA-256 of protocol, stdlib, calendar and zone data; set by freeze */
#define X(type, table)          \
    struct moot_##type *table;  \
    int32_t table##_count;      \
    size_t table##_cap;
    MOOT_PROTOCOL_TABLES(X)
#undef X
    int32_t *ints; /* pool of the spans of indexes */
    int32_t ints_count;
    size_t ints_cap;
    moot_names symbols;             /* option names, consent states, reading options */
    moot_names strings;             /* each once, so that the tables of two protocols can be compared by their bytes */
    moot_arena arena;               /* what freeze makes */
    const moot_zone *zone;          /* owned: freed with the protocol */
    moot_calendar **calendars;      /* owned; [0] is the working-day calendar of the protocol */
    int32_t calendars_count;
    int32_t dob_fact;               /* "dob" of the vocabulary, -1 */
    int32_t leap_reading;           /* reading that says when somebody born on 29 February has a birthday, -1 */
    moot_conditions rules;          /* the tables as condition.h wants them; set by freeze */
    struct moot_protocol_index *index; /* set by freeze */
    struct moot_protocol_digests *digests; /* of each table: set by freeze */
    int frozen;
    /* A variant and the protocol that it is like: protocol_share.c. */
    struct moot_protocol *like; /* whose parts it shares, kept alive by it; NULL */
    uint32_t shared_tables;     /* bits */
    uint8_t shared_zone, shared_calendars, shared_symbols, shared_index;
    int32_t users;              /* itself, and those like it */
    struct moot_protocol_folds *folds; /* of what it does not share; NULL: it is like none */
} moot_protocol;

/* ---- building (the compiler, lua/compile) ---- */

/* An empty protocol with the built-in party `applicant`. Caller frees. */
moot_code moot_protocol_new(const char *id, moot_protocol **out_protocol, moot_err *err) MOOT_MUST_CHECK;
/* The same for a variant of a frozen one: what turns out equal is shared when it is frozen, and its memory given back.
 * `like` stays as long as anything is like it, however early it is freed. Not for two threads at once. */
moot_code moot_protocol_new_like(moot_protocol *like, const char *id, moot_protocol **out_protocol, moot_err *err)
    MOOT_MUST_CHECK;
/* A frozen variant that nobody reads may lie folded: of what it does not share only the differences are kept, and its tables
 * and its index are NULL; counts, names and hash stay. Whoever reads it unfolds it, and folds it when done: the last one's
 * gives the memory back. From moot_protocol_freeze to the first fold its maker reads it. Any thread may call either, at any
 * time. Nothing happens to a protocol that is like none. Error: MOOT_ENOMEM, and then there is nothing to fold. */
moot_code moot_protocol_unfold(const moot_protocol *protocol, moot_err *err) MOOT_MUST_CHECK;
void moot_protocol_fold(const moot_protocol *protocol); /* takes NULL */
/* Bytes that a protocol holds by itself: not those that it shares. For `make bench`. */
size_t moot_protocol_bytes(const moot_protocol *protocol);
/* Whether both say the same, whatever they are called: a variant that changes nothing. Both frozen. */
int moot_protocol_same(const moot_protocol *one, const moot_protocol *other);
void moot_protocol_free(moot_protocol *protocol);
/* Each adds a zeroed element (indexes preset to -1 are the caller's business: moot_*_blank below) and returns its
 * address, good until the next add to the same table; NULL when memory ends. Its index is TABLE_count - 1. */
#define X(type, table) struct moot_##type *moot_protocol_add_##type(moot_protocol *protocol) MOOT_MUST_CHECK;
MOOT_PROTOCOL_TABLES(X)
#undef X
/* The same with every reference preset to "none" (-1, MOOT_NO_COND, in force always). */
void moot_decl_blank(moot_decl *decl);
moot_stage *moot_protocol_blank_stage(moot_protocol *protocol) MOOT_MUST_CHECK;
moot_outcome *moot_protocol_blank_outcome(moot_protocol *protocol) MOOT_MUST_CHECK;
moot_clock_rule *moot_protocol_blank_clock(moot_protocol *protocol) MOOT_MUST_CHECK;
moot_effect *moot_protocol_blank_effect(moot_protocol *protocol) MOOT_MUST_CHECK;
moot_trigger *moot_protocol_blank_trigger(moot_protocol *protocol) MOOT_MUST_CHECK;
/* Appends one int to the pool and returns its index, -1 when memory ends. A span is filled by consecutive calls. */
int32_t moot_protocol_add_int(moot_protocol *protocol, int32_t value) MOOT_MUST_CHECK;
const char *moot_protocol_str(moot_protocol *protocol, const char *text) MOOT_MUST_CHECK; /* a copy in the arena */
/* Builds indexes and hash, seals. The hash covers every table, the source text given to it, calendars and zone, but no
 * file path and no line number of comments. Errors: MOOT_EDATA for a structural impossibility that names the declaration. */
moot_code moot_protocol_freeze(moot_protocol *protocol, moot_err *err) MOOT_MUST_CHECK;

/* ---- asking ---- */

/* Index by name, -1 if there is none. Names are compared exactly. */
int32_t moot_find_party(const moot_protocol *protocol, const char *name);
int32_t moot_find_fact(const moot_protocol *protocol, const char *name);
int32_t moot_find_event(const moot_protocol *protocol, const char *name);
int32_t moot_find_stage(const moot_protocol *protocol, const char *name);
int32_t moot_find_outcome(const moot_protocol *protocol, int32_t stage, const char *name);
int32_t moot_find_clock(const moot_protocol *protocol, const char *name);
int32_t moot_find_notice(const moot_protocol *protocol, const char *name);
int32_t moot_find_panel(const moot_protocol *protocol, const char *name);
int32_t moot_find_ladder(const moot_protocol *protocol, const char *name);
int32_t moot_find_entitlement(const moot_protocol *protocol, const char *name);
int32_t moot_find_quota(const moot_protocol *protocol, const char *name);
int32_t moot_find_measure(const moot_protocol *protocol, const char *name);
int32_t moot_find_helper(const moot_protocol *protocol, const char *name);
int32_t moot_find_law(const moot_protocol *protocol, const char *id); /* of a clause or law that was cited; id may be NULL */
/* When somebody born on `born` reaches the age of a trigger turns(…). */
moot_day moot_turns_on(const moot_protocol *protocol, const moot_facts *facts, const moot_trigger *turns, moot_day born);
/* The helper that derives a fact, -1 if none does. */
int32_t moot_helper_of(const moot_protocol *protocol, int32_t fact);
/* What to ask for when a fact is missing: its question; NULL: it has none. Of a fact that the protocol itself derives or sets,
 * why nobody can be asked. */
const char *moot_fact_ask(const moot_protocol *protocol, int32_t fact);
static inline int32_t moot_span_at(const moot_protocol *protocol, moot_span span, int32_t i)
{
    return protocol->ints[span.first + i];
}
static inline const char *moot_symbol(const moot_protocol *protocol, int64_t symbol)
{
    return moot_names_text(&protocol->symbols, (int32_t)symbol);
}
/* A value as people read it and as JSON Lines has it: "true", "17", "2026-05-21", "given", "£12.50" (json: 1250). */
void moot_value_show(const moot_protocol *protocol, moot_value value, moot_buf *out);
void moot_value_json(const moot_protocol *protocol, moot_value value, moot_buf *out);
/* A test as a sentence part: "age between 16 and 17", "in_need is true". */
void moot_test_show(const moot_protocol *protocol, int32_t node, moot_buf *out);
/* A rule of time as people read it: "48 hours", "10 working days", ""; a figure that changes on a date with all that it is.
 * _counted: of a clock, with the length by which that was counted (moot_clock). */
void moot_clock_rule_show(const moot_protocol *protocol, int32_t clock, moot_buf *out);
void moot_clock_rule_show_counted(const moot_protocol *protocol, int32_t clock, moot_value counted, moot_buf *out);
/* Names of an owner's parties appended to an int array by the caller's loop: count and i-th party; FACT owners need the
 * case and give 0 here. */
int32_t moot_owner_count(const moot_owner *owner);
static inline int32_t moot_owner_party(const moot_protocol *protocol, const moot_owner *owner, int32_t i)
{
    return moot_span_at(protocol, owner->parties, i);
}

#endif
