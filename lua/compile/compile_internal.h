/* compile_internal: what the files of the compiler share. Read compile.c first: it is the order of work.
 *
 *     compile.c          the order of work; errors; clauses
 *     compile_load.c     loading and compiling in one go
 *     compile_names.c    who is called what: one table of names per kind, the nearest name, what was used
 *     compile_layout.c   gives every stage, outcome, clock and effect its place in the tables, so that names resolve
 *                        forwards and a block's effects stand side by side
 *     compile_law.c      what of stdlib's law is used, and the sources that it cites
 *     compile_value.c    literals, durations, money, and the operands that stand where a value may
 *     compile_reading.c  readings: what was chosen, and that the other options would do as well
 *     compile_cond.c     conditions and their tests        compile_trigger.c  triggers
 *     compile_facts.c    parties, events, facts, params    compile_decision.c decisions
 *     compile_stage.c    stages and outcomes               compile_effect.c   the nine verbs
 *     compile_clock.c    deadlines and acts in time        compile_nouns.c    panels, ladders, notices, invariants …
 *     compile_count.c    quotas and measures               compile_helper.c   helpers
 *     compile_counting.c how days are counted
 *     compile_calendar.c zone, working days and desk hours compile_check.c    what needs the whole protocol
 *
 * Mistakes are collected, not returned: a function that finds one reports it and gives back -1 or 0, and its caller goes
 * on with the rest, so that one run tells all of them. Running out of memory sets `memory` and is treated alike. */
#ifndef MOOT_COMPILE_INTERNAL_H
#define MOOT_COMPILE_INTERNAL_H

#include "lua/compile/compile.h"

typedef enum moot_kind {
    MOOT_KIND_PARTY, MOOT_KIND_CALENDAR, MOOT_KIND_EVENT, MOOT_KIND_FACT, MOOT_KIND_DECISION, MOOT_KIND_PARAM,
    MOOT_KIND_READING, MOOT_KIND_STAGE, MOOT_KIND_CLOCK, MOOT_KIND_NOTICE, MOOT_KIND_INVARIANT, MOOT_KIND_PANEL,
    MOOT_KIND_LADDER, MOOT_KIND_ENTITLEMENT, MOOT_KIND_QUOTA, MOOT_KIND_MEASURE, MOOT_KIND_HELPER, MOOT_KIND_LAW,
    MOOT_KIND_COUNT
} moot_kind;

/* A name of a kind: where it was declared, which row of its table it is, whether anything refers to it. */
typedef struct moot_named {
    const moot_node *node; /* NULL: implied (applicant, a role that only a ladder names) */
    int32_t index;
    uint8_t used; /* bit 0: something refers to it; bit 1: a reading whose options were found wanting */
} moot_named;

typedef struct moot_kind_names {
    moot_names names;
    moot_named *list; /* by id of `names` */
    size_t cap;
    int unresolved;   /* a reference found no name, so what seems unused may be what it meant */
} moot_kind_names;

typedef struct moot_node_list {
    const moot_node **at;
    size_t count, cap;
} moot_node_list;

/* Where an effect was written. */
typedef struct moot_effect_source {
    const moot_node *node;
    const moot_field *field; /* set: the fact and its value */
    const moot_node *item;   /* whom, where, what: the first item, or which of several */
    const moot_node *holder; /* stage, outcome, ladder level or late { … }'s deadline … */
    const moot_node *outer;  /* … and the stage or ladder around it: their clause is the effect's, if it gives none */
    int32_t stage;           /* whose block, -1 outside stages */
    int32_t level;           /* ladder level, -1 */
    int32_t late_of;         /* clock whose `late` block this is, -1 */
} moot_effect_source;

typedef struct moot_clock_source {
    const moot_node *node;
    int32_t effect; /* -1: a deadline */
    uint8_t entry;  /* starts with its stage */
} moot_clock_source; /* of an act: the clock takes its effect's declaration */

#define MOOT_COPIED 16384
typedef struct moot_copied {
    const char *text, *copy;
} moot_copied;

/* What the baseline's declaration came to, for the variants that have the very same node. */
#define MOOT_DECLARED 8192
typedef struct moot_declared {
    const moot_node *node; /* NULL: none */
    moot_decl decl;
} moot_declared;

/* What the variants of a file leave to each other; zeroed before the first of them. */
typedef struct moot_compile_kept {
    /* Texts of the script and the copies that the protocol, or the one that it is a variant of, has of them, by where they
     * lie. Good for all: nothing in it is a variant's own. */
    moot_copied copied[MOOT_COPIED];
    /* Room only: each begins with them empty. */
    moot_kind_names kinds[MOOT_KIND_COUNT];
    moot_names cited;     /* clauses that a declaration cites */
    moot_names mentioned; /* by what is compiled */
    moot_declared *declared; /* MOOT_DECLARED, by where the node lies; NULL: no variant will ask */
} moot_compile_kept;

typedef struct moot_compiler {
    const moot_script *script;
    const moot_clause_ids *clauses;
    moot_names *tables;       /* of each clause table, in their order; in the scratch arena */
    moot_protocol *protocol, *like;
    moot_errs *errs, *warnings;
    const moot_node *header;  /* protocol "x" { … } */
    const moot_node *const *decls; /* what is compiled: all of the script but what no rule uses of a module */
    int32_t decl_count;
    const moot_node *decl;    /* the declaration in hand, named in messages */
    moot_compile_kept *kept;  /* borrowed */
    moot_kind_names *kinds;   /* its, as is the next */
    moot_names *cited;
    moot_node_list facts, decisions, params, readings, stages, outcomes, levels, invariants; /* by row */
    moot_node_list base_facts; /* by fact: the vocabulary's own declaration, where the protocol refined it */
    moot_effect_source *effects;
    size_t effects_cap;
    moot_clock_source *clocks;
    size_t clocks_cap;
    const char *recent_cited[512];
    moot_arena scratch;
    int32_t reading;          /* whose option is being compiled, -1 */
    int depth;                /* of nested groups and triggers */
    int failed, memory;
} moot_compiler;

/* Such a guard is waited for, so it is not read at a moment. */
#define MOOT_BY_ITSELF "the guard of an outcome taken by itself"

/* What a condition or a trigger may read where it stands. */
typedef struct moot_ctx {
    uint8_t child;         /* a per-child stage or under a quantifier (rule 6) */
    const char *no_moment; /* where now, today and hours may not be read (rule 5): "`always`"; NULL */
} moot_ctx;

/* What a value is wanted for. */
typedef struct moot_value_want {
    moot_type type;
    int32_t fact;        /* whose options and bounds count, -1 */
    const char *subject; /* "in_need", "within": named in messages */
} moot_value_want;

/* ---- compile.c ---- */

/* moot_compile_like with what the compiles before it left. */
moot_code moot_compile__like(const moot_script *script, const moot_clause_ids *clauses, moot_protocol *like,
                             moot_compile_kept *kept, moot_protocol **out_protocol, moot_errs *errs, moot_errs *warnings)
    MOOT_MUST_CHECK;

void moot_compile__fail(moot_compiler *c, const moot_node *at, const char *fmt, ...) MOOT_PRINTF(3, 4);
void moot_compile__warn(moot_compiler *c, const moot_node *at, const char *fmt, ...) MOOT_PRINTF(3, 4);
/* Reports an error that a module below has phrased, at the node. */
void moot_compile__pass(moot_compiler *c, const moot_node *at, moot_err *take_err);
void moot_compile__no_memory(moot_compiler *c);
/* What was found, for a sentence: `"text"`, `17`, `stage "x"`, `a table`. Borrowed from the scratch arena. */
const char *moot_compile__found(moot_compiler *c, const moot_node *node);
/* Copies into the protocol; NULL stays NULL; "" when memory ends. */
const char *moot_compile__str(moot_compiler *c, const char *text);
int32_t moot_compile__symbol(moot_compiler *c, const char *text);
/* The text of a STRING field; NULL when absent. Another type is an error. */
const char *moot_compile__text(moot_compiler *c, const moot_node *node, const char *field);
int moot_compile__yes(moot_compiler *c, const moot_node *node, const char *field);
/* Common fields: name, clause, open, in_force, place. Checks the clause. */
void moot_compile__decl(moot_compiler *c, const moot_node *node, const char *name, moot_decl *out_decl);
/* Clause of a node ("" if it has none), checked against the clause table and counted as cited. */
const char *moot_compile__clause(moot_compiler *c, const moot_node *node);
/* The same, or the clause of what it stands in (NULL: nothing). */
const char *moot_compile__clause_in(moot_compiler *c, const moot_node *node, const moot_node *outer);
/* Checks an id that stands at a node against its file's table, and gives it as
 * answers show it: "3.7/1", or "stockport-2018 3.7/1" where it is of another protocol's table than this one's. Borrowed. */
const char *moot_compile__cite(moot_compiler *c, const moot_node *at, const char *id);
/* The first and last day on which a node is the law: its own in_force, or in stdlib that of the source that it cites. */
void moot_compile__in_force(moot_compiler *c, const moot_node *node, moot_day *out_from, moot_day *out_to);
int moot_compile__push(moot_compiler *c, moot_node_list *list, const moot_node *node);
int moot_compile__add_int(moot_compiler *c, moot_span *span, int32_t value);

/* ---- compile_law.c ---- */

int moot_compile__is_stdlib(const moot_node *node); /* of a module of stdlib, but not of the vocabulary */
/* Leaves out of c->decls what no rule uses of a module that was required. */
void moot_compile__pick(moot_compiler *c);
/* The source of law of an id, put into the protocol when it is first cited; NULL when no source has that id. */
const moot_node *moot_compile__source(moot_compiler *c, const char *id);
/* The source that says when this one began: itself, else the nearest of which it is a part; itself too if none does. */
const moot_node *moot_compile__dated(moot_compiler *c, const moot_node *source);
void moot_compile__unknown_source(moot_compiler *c, const char *id, const moot_node *at); /* an error with the nearest id */
/* The source that a declaration of stdlib cites, also one that was patched; NULL for what a protocol says for itself. */
const moot_node *moot_compile__own_source(moot_compiler *c, const moot_node *node);
/* What a declaration carries out of the law: its `law`, or its clause where that is a source; NULL. */
const char *moot_compile__law(moot_compiler *c, const moot_node *node);

/* ---- compile_names.c ---- */

/* Gives a name to a row. A name that the kind has already is an error, naming both places; 0 then. */
int moot_compile__name(moot_compiler *c, moot_kind kind, const char *name, const moot_node *node, int32_t index);
moot_named *moot_compile__named(moot_compiler *c, moot_kind kind, const char *name); /* NULL if unknown; not marked used */
/* Row of a name, marked as used; -1 after an error that offers the nearest name. */
int32_t moot_compile__find(moot_compiler *c, moot_kind kind, const char *name, const moot_node *at);
/* The same for a node: a bare string, or a reference by one of the kind's own words. */
int32_t moot_compile__ref(moot_compiler *c, moot_kind kind, const moot_node *node);
int32_t moot_compile__field_ref(moot_compiler *c, moot_kind kind, const moot_node *node, const char *field); /* -1 absent */
const char *moot_compile__kind_text(moot_kind kind); /* "role or service", "fact" */
void moot_compile__names(moot_compiler *c); /* registers every declaration that is not laid out by compile_layout.c */
/* Ends a sentence about an unknown name with the names there are, if they are few, and reports it. */
void moot_compile__choices(moot_compiler *c, const moot_node *at, const char *said, const char *const *names,
                           size_t count);
int moot_compile__find_outcome(moot_compiler *c, int32_t stage, const moot_node *at, const char *name);
void moot_compile__kept_free(moot_compile_kept *kept); /* takes NULL */
/* Whether a reference's word is one of a kind's: role, service and applicant are parties. */
int moot_compile__is_ref(const moot_node *node, moot_kind kind);

/* ---- compile_layout.c ---- */

typedef struct moot_verb_word {
    const char *word;
    uint8_t verb;
} moot_verb_word;
const moot_verb_word *moot_compile__verb(const moot_node *node); /* NULL: not a verb */
int moot_compile__is_common_field(const char *name);             /* clause, open, in_force, because */
void moot_compile__layout(moot_compiler *c);

/* ---- compile_value.c ---- */

int moot_compile__day(moot_compiler *c, const moot_node *node, moot_day *out_day); /* an exact date */
int moot_compile__clock_time(const char *text, int32_t *out_second, const char **out_rest); /* "16:30" */
int moot_compile__is_duration(const moot_node *node);
int moot_compile__is_money(const moot_node *node);
/* A figure that holds on all dates: written out, a param that never changes, or a reading of these. */
int moot_compile__duration(moot_compiler *c, const moot_node *node, moot_duration *out);
int moot_compile__fixed(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_value *out);
/* A literal of the wanted type. */
int moot_compile__value(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_value *out);
/* The type that a value node has by itself; UNKNOWN when it says none. A string is ONE_OF, or DATE if it is one. */
moot_type moot_compile__type_of(moot_compiler *c, const moot_node *node);
/* A literal, fact, param, reading or trigger that gives the wanted type. */
int moot_compile__operand(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_ctx ctx,
                          moot_operand *out);
int32_t moot_compile__add_operand(moot_compiler *c, const moot_operand *operand);
/* A duration as an operand; -1 when absent or wrong. `subject` is the field's name. */
int32_t moot_compile__length(moot_compiler *c, const moot_node *node, const char *subject, moot_ctx ctx);
/* The same of `every`, which may also be a period: once in each "quarter". */
int32_t moot_compile__recurrence(moot_compiler *c, const moot_node *node, moot_ctx ctx);
/* Whether a value of one type may stand where the other is wanted: dates and times compare with each other. */
int moot_compile__fits(moot_type have, moot_type want);
const char *moot_compile__wanted(moot_compiler *c, const moot_value_want *want); /* "true or false" */
/* Checks rule 6 for a fact that is read. */
int moot_compile__child_ok(moot_compiler *c, int32_t fact, const moot_node *at, moot_ctx ctx);

/* ---- compile_reading.c ---- */

/* A mark in the tables, to which trial compiling returns. */
typedef struct moot_mark {
    int32_t operands, nodes, shifts, triggers, ints;
} moot_mark;
moot_mark moot_compile__mark(const moot_compiler *c);
void moot_compile__back(moot_compiler *c, moot_mark mark);

typedef int moot_use_option(moot_compiler *c, const moot_node *option, void *user); /* 0: it reported an error */
/* Resolves `reading "x"`: calls `use` for each option that was not chosen, undoing what it built, then for the chosen
 * one. So every option is known to fit wherever its reading stands. Returns what `use` gave for the chosen one. */
int moot_compile__reading(moot_compiler *c, const moot_node *node, moot_use_option *use, void *user);
int moot_compile__is_reading(const moot_node *node);
/* Whether one of the options of a reading that is referred to is that bare word. */
int moot_compile__may_be(moot_compiler *c, const moot_node *node, const char *word);
void moot_compile__readings(moot_compiler *c);

/* ---- compile_cond.c, compile_trigger.c ---- */

/* Whether a condition tests this by its name without a declaration: age, now, today, tonight, lead, handovers. */
int moot_compile__built_in(const char *name);
/* Index of the condition's root; MOOT_NO_COND when node is NULL or wrong. */
int32_t moot_compile__cond(moot_compiler *c, const moot_node *node, moot_ctx ctx);
/* The same for what is in the body of a word: becomes { … }. */
int32_t moot_compile__cond_body(moot_compiler *c, const moot_node *body, moot_ctx ctx);
/* The guard (`when`) of a row or an outcome among its siblings: a condition, or `otherwise`: none of the other guards. On a
 * day on which a sibling is not the law its guard does not hold. */
int32_t moot_compile__guard(moot_compiler *c, const moot_node *node, const moot_node *const *siblings, int32_t count,
                            moot_ctx ctx);
int moot_compile__in(moot_compiler *c, const moot_node *at); /* one level deeper; 0 after an error */
void moot_compile__out(moot_compiler *c);
int moot_compile__is_trigger(const moot_node *node);
/* A tree with one root and its use; -1 when node is NULL or wrong. */
int32_t moot_compile__trigger(moot_compiler *c, const moot_node *node, moot_use use, int32_t use_id, moot_ctx ctx);

/* ---- the declarations ---- */

void moot_compile__header(moot_compiler *c);
void moot_compile__calendars(moot_compiler *c);
void moot_compile__parties(moot_compiler *c);
void moot_compile__events(moot_compiler *c);
void moot_compile__params(moot_compiler *c);
void moot_compile__fact_types(moot_compiler *c);  /* types and options, before anything reads a fact */
void moot_compile__fact_rest(moot_compiler *c);   /* presumptions, overriding conditions */
void moot_compile__decision_types(moot_compiler *c);
void moot_compile__decisions(moot_compiler *c);
moot_span moot_compile__party_list(moot_compiler *c, const moot_node *table);
void moot_compile__owner(moot_compiler *c, const moot_node *node, moot_owner *out_owner);
void moot_compile__stages(moot_compiler *c);
void moot_compile__ladders(moot_compiler *c);
void moot_compile__nouns(moot_compiler *c);   /* panels, notices, entitlements, invariants */
void moot_compile__quotas(moot_compiler *c);
void moot_compile__measures(moot_compiler *c);
void moot_compile__quota_grants(moot_compiler *c); /* once the effects are there: only an outcome can be barred */
void moot_compile__helpers(moot_compiler *c);      /* claims its outputs, once the decisions have claimed theirs */
void moot_compile__not_run(moot_compiler *c); /* after all clauses have been cited */
void moot_compile__clocks(moot_compiler *c);
void moot_compile__effects(moot_compiler *c);
/* How days are counted, and the reading that says so (-1: the script itself). */
typedef struct moot_counted {
    uint8_t counting; /* moot_counting */
    int32_t reading;
} moot_counted;
moot_counted moot_compile__counting(moot_compiler *c, const moot_node *node);
moot_counted moot_compile__counting_of(moot_compiler *c, const moot_node *node, const char *of);
void moot_compile__clock_counting(moot_compiler *c, const moot_node *node, moot_clock_rule *rule);
moot_leap moot_compile__leap(moot_compiler *c, int32_t *out_reading);
/* `per` of a quota, a moot_period; out_reading: the reading that says so, -1. */
uint8_t moot_compile__quota_period(moot_compiler *c, const moot_node *node, int32_t *out_reading);
void moot_compile__check(moot_compiler *c);

#endif
