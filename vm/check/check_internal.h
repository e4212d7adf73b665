/* check_internal: what the files of the checker share. Only vm/check/check*.c include it.
 *
 *   check.c           the order of work, the table of analyses, findings and notes
 *   check_vars.c      which inputs a set of conditions reads, and into which cells it cuts them
 *   check_solve.c     looks for a cell in which conditions have wanted answers
 *   check_kept.c      what large questions came to, for the next check
 *   check_read.c      reads the conditions in a cell, keeping what no input has changed
 *   check_plan.c      ways into a stage, and the records that take one
 *   check_witness.c   a cell and a plan become a case; the engine runs it
 *   check_words.c     cells and cases in plain words
 *   check_stage.c     stages: gaps, overlaps
 *   check_table.c     decisions: gaps, overlaps, dead rows
 *   check_dead.c      what can never be entered, chosen or called
 *   check_loop.c      loops that take no time
 *   check_time.c      deadlines against panels, hours and each other: how soon, how late
 *   check_date.c      what the dates of a deadline come to ahead of any case
 *
 * Running out of memory is sticky (check->no_memory, or a problem in err) and ends the work, so
 * that the analyses read without error plumbing. */
#ifndef MOOT_CHECK_INTERNAL_H
#define MOOT_CHECK_INTERNAL_H

#include "vm/case/read_case.h"
#include "vm/check/check.h"

#define CHECK_VARS_MOST 48
#define CHECK_WANTS_MOST 96
#define CHECK_STEPS_MOST 40
#define CHECK_TRIES_MOST 24 /* cases run for one suspicion and one way in */
#define CHECK_GAPS_MOST                                                                            \
    3 /* gaps told of one stage or table: the others show once these are mended */
#define CHECK_WAYS_MOST 6 /* ways into a stage that are tried */
#define CHECK_FAR 1000000 /* no way in */
#define CHECK_OPEN_LO INT64_MIN
#define CHECK_OPEN_HI INT64_MAX
#define CHECK_STEP_SECONDS 300 /* between two records of a plan */

/* ---- cells ---- */

typedef enum check_var_kind {
    CHECK_FACT,   /* ref: fact                                                      */
    CHECK_BORN,   /* the date of birth, by the age that it makes                    */
    CHECK_MOMENT, /* when the case begins                                           */
    CHECK_TIMES,  /* ref: trigger; how often it has fired                           */
    CHECK_HANDOVERS,
    CHECK_LEAD,
    CHECK_TONIGHT,
    CHECK_SPELLS, /* ref: fact; days of one spell that runs until now               */
    CHECK_TRIGGER /* ref: trigger; when it fired last                               */
} check_var_kind;

typedef struct check_choice {
    moot_value value; /* what stands for the cell */
    uint8_t relative; /* a date: days after the moment; BORN: completed years at the moment */
    int64_t lo, hi;   /* the interval that it stands for, both in */
} check_choice;

typedef struct check_var {
    uint8_t kind;
    uint8_t eager; /* its absence cannot be told from a value: chosen before anything is excluded */
    uint8_t free;  /* no case can say it: what the protocol sets, a helper's output, a count */
    uint8_t linked; /* 1: compared with another fact; 2: whether it is known is asked */
    uint8_t idle;   /* the cell is not about it (check_reduce) */
    int32_t ref;
    int32_t first, count; /* choices */
    int32_t at;           /* the choice taken, -1: none */
} check_var;

/* A condition and the answer that is looked for, so many seconds after the moment. */
typedef struct check_want {
    int32_t cond;
    uint8_t answer; /* moot_tri */
    int64_t after;
} check_want;

typedef struct check_mark { /* what a test compares an input with */
    int32_t var;
    moot_value value; /* numbers: the first of a new interval */
    uint8_t relative;
} check_mark;

/* What a want or a decision hangs on, as bits: inputs, and decisions by their place in `derived`. */
typedef struct check_reads {
    uint64_t inputs, decisions;         /* in any way */
    uint64_t own_inputs, own_decisions; /* what it names itself */
    uint64_t self;                      /* a decision's own bit */
} check_reads;

/* What was read before: an answer of a want, a value of a decision at the moment of some wants. */
typedef struct check_memo {
    uint64_t inputs, decisions; /* that have changed since */
    moot_value value;
    uint8_t answer; /* moot_tri */
} check_memo;

/* Questions that had more combinations of facts than are tried. */
typedef struct check_cut {
    const char *about, *asked;
    int32_t questions;
    double combinations; /* of the largest */
} check_cut;

typedef enum check_state { CHECK_EXCLUDED, CHECK_OPEN, CHECK_HOLDS } check_state;

typedef enum check_answer { CHECK_NONE, CHECK_FOUND, CHECK_CUT } check_answer;

struct check_plan;
typedef struct check_plan check_plan;

/* One question: is there a cell in which each condition has its answer? */
typedef struct check_problem {
    check_var vars[CHECK_VARS_MOST];
    int32_t var_count, eager_count;
    int32_t order[CHECK_VARS_MOST]; /* of the search: eager ones first */
    check_want wants[CHECK_WANTS_MOST];
    int32_t want_count;
    check_choice *choices;
    size_t choices_cap, choice_count;
    check_mark *marks;
    size_t marks_cap, mark_count;
    int32_t *derived; /* decisions, in the order in which one reads another */
    int32_t derived_count;
    uint8_t *decision_seen;
    int32_t *todo; /* decisions whose rows are still to be read */
    int32_t todo_count;
    uint8_t *trigger_seen; /* triggers that a condition counts or dates */
    int all_eager; /* whether something derived is known is asked: nothing can be excluded early */
    int turns;     /* a birthday is compared with */
    const check_plan *plan;
    int32_t plan_wants;   /* so many wants are the plan's */
    int32_t target_count; /* so many inputs are read by the others */
    int too_big;          /* more inputs than are looked at: nothing can be concluded */
    int inexact;          /* cells do not cover every value: "never" cannot be concluded */
    int born_turns;       /* the age that is attained … , 0: none */
    int64_t born_after;   /* … so many days after the moment */
    int32_t depth;        /* of the search; -1: at its end */
    int32_t looked;       /* cells */
    uint64_t changed;     /* inputs, as bits, since the wants were last read */
    check_reads *reads;   /* per decision */
    check_reads want_reads[CHECK_WANTS_MOST];
    check_memo want_memo[CHECK_WANTS_MOST];
    check_memo *memo; /* of each stretch of wants at one moment: derived_count values */
    size_t memo_cap, memo_count;
    moot_facts facts;     /* the cell in hand */
    moot_spell *spells;
    moot_when *trigger_last;
    uint32_t *trigger_count;
    moot_instant moment;
    moot_instant fixed_moment; /* the only one; MOOT_NEVER: they are cut like any other input */
} check_problem;

/* ---- plans ---- */

typedef enum check_step_kind { CHECK_EVENT, CHECK_OUTCOME, CHECK_MET, CHECK_NOTE } check_step_kind;

typedef struct check_step {
    uint8_t kind;
    int32_t ref, outcome;
    int64_t after; /* seconds after the moment */
} check_step;

/* Records that lead somewhere, and what must hold for it. */
struct check_plan {
    check_step steps[CHECK_STEPS_MOST];
    int32_t count;
    check_want wants[CHECK_WANTS_MOST];
    int32_t want_count;
    int32_t dates[8]; /* date facts that are the day of the moment */
    int32_t dates_count;
    int32_t dates_after; /* … so many days after it */
    int64_t after; /* now, in seconds after the moment */
    int64_t fired; /* when the last trigger fired, before its shifts: a clock's `from` */
    int32_t born_turns;
    int64_t born_after;
    int32_t entered[CHECK_STEPS_MOST];
    int32_t entered_count;
    int failed; /* there is no such plan, or it is longer than plans are */
};

/* One way into a stage: its trigger, or a `go`. */
typedef struct check_way {
    int32_t stage;
    int32_t effect; /* the `go`, -1: the stage's own trigger */
} check_way;

/* Whose block an effect stands in; all but one are -1. */
typedef struct check_holder {
    int32_t stage, outcome, clock, level;
} check_holder;

/* ---- the check ---- */

struct moot_check {
    const moot_protocol *p;
    moot_check_options options;
    moot_arena arena;
    moot_finding *findings;
    size_t findings_cap;
    int32_t findings_count;
    moot_check_time *times;
    size_t times_cap;
    int32_t times_count;
    const char **notes;
    size_t notes_cap;
    int32_t notes_count;
    int64_t cells, runs;
    int64_t spared; /* cells that were not looked at again */
    int64_t work; /* cells, and what else takes time in cells: when it is spent, all ends */
    int spent;
    int32_t cut;    /* questions that the cap cut off */
    const char *about, *asked; /* whom the question in hand is about, and what it asks; NULL: not said */
    check_cut *cuts;           /* what was cut off, by what it was about and what it asked */
    size_t cuts_cap;
    int32_t cuts_count;
    int long_loops; /* some are longer than is looked for */
    int no_memory;
    moot_err err;      /* what else ends the work */
    moot_instant base; /* a Tuesday at 10:00 on which the protocol applies */
    moot_day base_day;
    int32_t *rank;         /* decisions in the order in which one reads another */
    moot_fact_rule *bare;  /* rules of facts without presumptions */
    moot_conditions rules; /* the protocol's conditions with those */
    check_holder *holders; /* per effect */
    check_way *ways;       /* by stage */
    int32_t *way_first;    /* per stage, and one more */
    int32_t
        *enter;   /* per stage: records that the shortest way in needs, CHECK_FAR: there is none */
    int32_t *via; /* per stage: that way, -1 */
    uint8_t *dead_outcome, *dead_stage, *dead_way;
    check_problem problem;
    moot_engine *engine;
    moot_oracle *oracle;
    moot_case c;
    moot_input input;
    moot_record *records;
    size_t records_cap;
    moot_value *values;
    moot_spell *spells;
    moot_buf json;
    moot_reader reader;
    moot_input told; /* the witness as it reads back */
};

static inline int check_stopped(const moot_check *k)
{
    return k->no_memory || k->spent || k->err.code != MOOT_OK;
}

/* ---- check.c ---- */

void check_spend(moot_check *k, int64_t work); /* so many cells' worth */
int64_t check_work_left(const moot_check *k);  /* that can be spent without an end to it all */
/* What the questions from here on are about, `decision "x"`, and what they ask: "cases without a row". Both stay. */
void check_about(moot_check *k, const char *about, const char *asked);
void check_cut_off(moot_check *k, double combinations); /* the question in hand; 0: nothing of it was tried */

const char *check_text(moot_check *k, const char *fmt, ...) MOOT_PRINTF(2, 3);
const char *check_keep(moot_check *k, moot_buf *buf); /* into the arena; empties the buffer */
/* A finding with its place; the caller fills in the rest. NULL when memory ends. */
moot_finding *check_add(moot_check *k, moot_finding_kind kind, const moot_decl *decl);
int check_told(const moot_check *k, const moot_decl *decl,
               const char *text); /* the same was found before */
void check_note(moot_check *k, const char *text);
/* The witness that was just run (check_run) becomes the finding's; 0: it does not read back. */
int check_attach(moot_check *k, moot_finding *f, const char *result);
/* Whether a stage routes by its guards; whether an outcome is taken by itself. */
int check_routes(const moot_stage *s);
int check_by_itself(const moot_outcome *o);

/* ---- check_kept.c ---- */

#define CHECK_KEPT_FROM 64 /* cells: a walk that is longer is kept */
/* Asked when a walk has come so far. 1: what the rest of it comes to is kept, and the walk stands at its end; 0: it is not, and
 * this is the key by which it can be. A cell costs so much. */
int check_kept_find(moot_check *k, int64_t cost, char out_key[65], check_answer *out_answer);
void check_kept_add(moot_check *k, const char *key, check_answer answer);

/* ---- check_vars.c ---- */

void check_begin(moot_check *k); /* an empty problem */
void check_want_(moot_check *k, int32_t cond, moot_tri answer, int64_t after);
void check_want_plan(moot_check *k, const check_plan *plan);
int32_t check_cells_of_one(const moot_check *k); /* combinations that are tried for one question */
void check_ready(moot_check *k); /* after the last want: cuts the cells */
moot_day check_moment_day(const moot_check *k);

/* ---- check_read.c ---- */

void check_read_ready(moot_check *k);  /* the end of check_ready: who reads what */
check_state check_read(moot_check *k); /* the wants under the inputs chosen so far */

/* ---- check_solve.c ---- */

check_answer check_next(moot_check *k); /* the next cell; after CHECK_NONE there is no other */
/* Which inputs the cell in hand is about: takes back those that change no answer, and their choices stand in `out_kept`;
 * check_restore gives the cell back. */
void check_reduce(moot_check *k, int32_t *out_kept);
void check_restore(moot_check *k, const int32_t *kept);
/* Begin, these wants, ready, next: is there any cell at all? */
check_answer check_any(moot_check *k, const check_want *wants, int32_t count);
/* Whether CHECK_NONE of the problem in hand means never. */
int check_exact(const moot_check *k);
void check_apply(moot_check *k, int32_t var); /* puts the choice of an input into q->facts */
int check_same_trigger(const moot_protocol *p, int32_t a, int32_t b);

/* ---- check_plan.c ---- */

moot_code check_plan_init(moot_check *k, moot_err *err) MOOT_MUST_CHECK;
int32_t check_way_count(const moot_check *k, int32_t stage);
/* Into a stage by its way-th way (of check_way_count, the shortest first); failed: there is none. */
void check_plan_enter(const moot_check *k, int32_t stage, int32_t way, check_plan *out);
/* Until a clock of this rule starts. */
void check_plan_clock(const moot_check *k, int32_t clock, check_plan *out);
/* Until an effect is called, without what it asks for itself. */
void check_plan_effect(const moot_check *k, int32_t effect, check_plan *out);
void check_plan_empty(check_plan *plan);
void check_plan_step(check_plan *plan, check_step_kind kind, int32_t ref, int32_t outcome);
void check_plan_want(check_plan *plan, int32_t cond, moot_tri answer);
/* Leaves a stage that was entered; 0: an outcome that nothing takes. */
int check_plan_leave(const moot_check *k, int32_t outcome, check_plan *plan);
/* A duration as seconds that surely hold it; 0: it is no constant. */
int64_t check_seconds(const moot_check *k, int32_t operand, moot_duration *out);

/* ---- check_witness.c ---- */

/* The cell in hand and the plan as a case, run by the engine: k->c. 0: it could not be run. */
int check_run(moot_check *k, const check_plan *plan);
/* The same of a case whose records are set already (k->input). */
int check_run_input(moot_check *k);
void check_input_begin(moot_check *k, const check_plan *plan);
int check_input_add(moot_check *k, check_step_kind kind, int32_t ref, int32_t outcome,
                    moot_instant at);
int32_t check_logged(const moot_check *k, moot_what what,
                     int32_t from); /* next entry of a kind, -1 */
int check_departed(const moot_check *k);

/* ---- check_words.c ---- */

const char *check_cell_words(
    moot_check *k); /* "age is under 16 and in_need is true"; "" if nothing */
int check_is_linked(
    const moot_check *k); /* whether it compares inputs with each other: one of many alike */
int check_about_moment(moot_check *k);       /* whether the cell is about when it is */
const char *check_case_words(moot_check *k); /* the case in hand, in a sentence */
const char *check_entry_words(moot_check *k, int32_t entry); /* what the engine logged */
const char *check_outcome_label(moot_check *k, int32_t outcome);
const char *check_stage_label(moot_check *k, int32_t stage);

/* ---- the analyses ---- */

void check_stages(moot_check *k);
void check_tables(moot_check *k);
void check_dead(moot_check *k);
void check_loops(moot_check *k);
void check_deadlines(moot_check *k);

#endif
