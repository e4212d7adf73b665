/* walk_internal: what the files of the walk share. walk.c: steps, forks, making the case anew.
 * walk_line.c: one line, its words, the table of words, help. walk_say.c: words that say what happens; walk_near.c: which
 * outcome is meant.
 * walk_time.c: when. walk_fork.c: taking back, forks, comparing. walk_look.c, walk_why.c: asking.
 * walk_screen.c: what is shown after a step; walk_change.c: what of it changed. walk_table.c: lists as
 * tables. walk_thing.c: what a name means. walk_ask.c: making a case by answering questions. walk_told.c: all of a walk as
 * lines, for a transcript. */
#ifndef MOOT_WALK_INTERNAL_H
#define MOOT_WALK_INTERNAL_H

#include "repl/walk/walk.h"
#include "vm/base/names.h"
#include "vm/case/read_case.h"
#include "vm/engine/result.h"

#define WALK_CHOICES 64
#define WALK_WORDS 64
#define WALK_NAME 64
#define WALK_BREAKS 32
#define WALK_ASKED 32 /* the applicant and so many children less one are asked about */

typedef enum step_kind {
    STEP_FACT,  /* known from the start: "dob":"2009-02-11" */
    STEP_EVENT, /* an event of the case: {"at":"2026-05-21 09:15","event":"presents homeless"} */
    STEP_WAIT,  /* time passes until `at`, but what is due at that very minute can still be done */
    STEP_NEXT,  /* time passes until what happens by itself at `at` has happened */
    STEP_PART,  /* another part of the case: "spells":[…] */
    STEP_INJECT, /* an event that happens when time comes to `at`, and was not announced */
    STEP_CHILD,  /* a child of the case: "A" */
    STEP_CHILD_FACT /* a fact of one, from the start: ["A",{"in_need":true}] */
} step_kind;

typedef struct step {
    int32_t parent; /* index of the step before; -1: the beginning */
    uint8_t kind;
    moot_instant at;
    const char *text, *said; /* in walk->texts */
} step;

typedef struct fork {
    char name[WALK_NAME];
    int32_t head; /* step where it stands; -1: the beginning */
    int32_t far;  /* the last step that was taken from here: where redo leads */
} fork;

/* A step that takes no place in time. */
static inline int step_is_timeless(const step *s)
{
    return s->kind == STEP_FACT || s->kind == STEP_PART || s->kind >= STEP_INJECT;
}

#define QUIZ_MOST 3

typedef struct quiz_question {
    uint8_t kind;
    int32_t about; /* walk_quiz.c says what, of each kind */
    const char *clause;
} quiz_question;

typedef struct quiz_score {
    int right, asked;
} quiz_score;

typedef struct quiz {
    int on;
    int loaded; /* the scores of earlier sittings are here */
    quiz_question questions[QUIZ_MOST];
    int32_t count, at; /* at < count: a question stands */
    moot_names clauses; /* each has a score */
    quiz_score *scores; /* owned */
    size_t score_cap;
    int32_t score_count;
} quiz;

/* Where time stops: a stage as it begins, a deadline as it is due. */
typedef struct walk_break {
    uint8_t is_stage;
    int32_t index; /* in stages or clocks of the protocol */
} walk_break;

struct moot_walk {
    const moot_protocol *protocol;
    const char *script; /* path */
    const moot_walk_keeper *keeper;
    moot_day law_as_at; /* MOOT_DAY_MIN: the case's own dates */
    int begun;            /* the keeper knows the case */
    moot_engine *engine;  /* owned, as all below */
    moot_oracle *oracle;
    moot_reader reader;
    moot_input input;
    moot_case c;
    moot_arena texts;   /* of the steps; never shrinks */
    moot_arena scratch; /* of one line */
    moot_buf json;      /* the case as given */
    int in_bulk;        /* steps are only gathered */
    step *steps;
    size_t step_cap;
    int32_t step_count;
    fork *forks;
    size_t fork_cap;
    int32_t fork_count, fork_now;
    int32_t moves;    /* told to the keeper */
    int32_t *path;    /* steps from the beginning to the head of the fork */
    size_t path_cap;
    int32_t path_count;
    moot_instant now; /* MOOT_NEVER before the first event */
    uint64_t *shown;  /* digests of the entries that were shown as changed */
    size_t shown_cap;
    int32_t shown_count, shown_before; /* now, and before the last screen */
    int screened; /* the last line ended with the screen */
    int taken_back; /* by this line: that nothing is new in the log would say too little */
    int screens; /* shown so far: a blank line stands between two */
    char id[WALK_NAME];
    moot_choice choices[WALK_CHOICES]; /* as last shown: a bare number chooses from them */
    int32_t choice_count;
    walk_break breaks[WALK_BREAKS]; /* of this sitting */
    int32_t break_count;
    int32_t stepped; /* entries of the log that were told by step; -1: since the last screen none */
    moot_walk_mode mode;
    int draws; /* at a terminal that is not plain: pictures may be drawn */
    int32_t asking, asking_child; /* fact of the question that was asked last, -1; of whom, -1 */
    int32_t replied; /* fact that the last line answered, -1 */
    uint8_t *passed; /* per fact, and WALK_ASKED of each: the question was passed over (the applicant's, each child's) */
    uint8_t *hidden; /* per fact: not on the screen */
    int hides;       /* how many are hidden */
    quiz quiz;
    char offered[160]; /* what completion made and gave */
    moot_buf screen; /* the screen of the last line as JSON, in that mode */
};

/* The words of one line. */
typedef struct words {
    const char *word[WALK_WORDS];
    uint8_t quoted[WALK_WORDS];
    int32_t count;
} words;

typedef struct call {
    moot_walk *walk;
    words w;
    const char *rest; /* the line after its first word, as it was typed */
    moot_buf *out;
    int *quit;
    int no_screen; /* the word has told all */
    int about;     /* ?thing */
    int masked;    /* what is hidden is taken out already */
} call;

/* ---- walk.c ---- */

/* Adds a step to the fork and makes the case anew; on failure all is as before. `text`, `said` are copied. */
moot_code walk_add(moot_walk *walk, step_kind kind, moot_instant at, const char *text,
                   const char *said, moot_err *err) MOOT_MUST_CHECK;
/* Steps of a new walk that were gathered in bulk: the case is made of them, and they are kept. */
moot_code walk_bulk_end(moot_walk *walk, moot_err *err) MOOT_MUST_CHECK;
/* Moves the fork to a step (-1: the beginning), of this fork's past or of its future. What the log has then that it had not
 * counts as changed. */
moot_code walk_move(moot_walk *walk, int32_t to, moot_err *err) MOOT_MUST_CHECK;
/* Makes the case anew from the steps that lead to one. For a moment only: walk_again puts it back. */
moot_code walk_look_at(moot_walk *walk, int32_t head, moot_err *err) MOOT_MUST_CHECK;
moot_code walk_again(moot_walk *walk, moot_err *err) MOOT_MUST_CHECK;
/* A fork that stands where the present one does, and is then the present one. */
moot_code walk_fork_new(moot_walk *walk, const char *name, moot_err *err) MOOT_MUST_CHECK;
moot_code walk_fork_take(moot_walk *walk, int32_t index, moot_err *err) MOOT_MUST_CHECK;
int32_t walk_fork_find(const moot_walk *walk, const char *name); /* -1 */
moot_code walk_restart(moot_walk *walk, const char *id, moot_err *err) MOOT_MUST_CHECK;
static inline fork *walk_fork(moot_walk *walk)
{
    return &walk->forks[walk->fork_now];
}
const char *walk_keep(moot_walk *walk, const char *text); /* a copy in scratch; NULL: no memory */
/* Entries at the start of the log that were shown before; the rest is new. _mark: all are shown
 * now. */
int32_t walk_shown(const moot_walk *walk);
void walk_mark_shown(moot_walk *walk);
int32_t walk_log_count(const moot_walk *walk);

/* ---- walk_line.c ---- */

/* Words from the n-th on, before the `end`-th, as one text in scratch; NULL when memory ends. */
const char *words_joined(moot_walk *walk, const words *w, int32_t n, int32_t end);
int words_is(const words *w, int32_t i, const char *word); /* unquoted, whatever its capitals */
moot_code words_wanted(const words *w, int32_t least, int32_t most, const char *how,
                       moot_err *err) MOOT_MUST_CHECK;
/* A table of declarations, in which the words from `at` on are a name: the longest that fits. Gives
 * its index, or -1; *out_end is the word after it. */
typedef struct name_table {
    const char *kind; /* "event" */
    const void *rows;
    int32_t count;
    size_t size;
} name_table;
#define WALK_TABLE(walk, kind, table)                                   \
    (name_table)                                                        \
    {                                                                   \
        (kind), (walk)->protocol->table, (walk)->protocol->table##_count, \
            sizeof *(walk)->protocol->table                             \
    }
const char *name_at(const name_table *table, int32_t i);
int32_t words_name(const words *w, int32_t at, const name_table *table, int32_t *out_end);
/* The same; what is not there is an error that names the nearest. */
moot_code words_name_wanted(moot_walk *walk, const words *w, int32_t at, const name_table *table,
                            int32_t *out_index, int32_t *out_end, moot_err *err) MOOT_MUST_CHECK;
/* Where the part begins that says who or when: the first unquoted `at`, `on` or `by` from `from` on;
 * else the number of words. */
int32_t words_until(const words *w, int32_t from);
/* The first words of a line that may be typed, for completion: the i-th; NULL. */
const char *walk_word_name(size_t i);

/* ---- walk_time.c ---- */

/* The time that the words from `at` on say; `at` may stand before it. */
moot_code walk_time(moot_walk *walk, const words *w, int32_t at, moot_instant *out_at,
                    moot_err *err) MOOT_MUST_CHECK;
/* What is said of a fact: of a date, "11 February 2009" becomes 2009-02-11. */
moot_code walk_day_words(moot_walk *walk, const moot_fact *fact, const char **inout_text, moot_err *err) MOOT_MUST_CHECK;
/* Time passes, unless something that was injected, or a break, is met before: it stops there. */
moot_code walk_pass_time(call *c, step_kind kind, moot_instant at, moot_err *err) MOOT_MUST_CHECK;
/* When the next thing happens by itself that changes something; MOOT_NEVER. The case has run ahead then. */
moot_code walk_next_moment(moot_walk *walk, moot_instant *out_at, moot_err *err) MOOT_MUST_CHECK;
moot_code do_wait(call *c, moot_err *err);
moot_code do_until(call *c, moot_err *err);
moot_code do_next(call *c, moot_err *err);

/* ---- walk_step.c ---- */

/* Where time stops on its way to *inout_at, and by which kind of step; out_met->index is -1 when nothing stops it. The case
 * has run ahead then, unless there are no breaks. */
moot_code walk_break_before(moot_walk *walk, step_kind *inout_kind, moot_instant *inout_at, walk_break *out_met, moot_err *err)
    MOOT_MUST_CHECK;
void walk_tell_stop(call *c, const walk_break *met);
moot_code do_break(call *c, moot_err *err);
moot_code do_step(call *c, moot_err *err);

/* ---- walk_say.c ---- */

moot_code do_event(call *c, moot_err *err);
moot_code do_fact(call *c, moot_err *err);
moot_code do_answer(call *c, moot_err *err);
moot_code do_sign(call *c, moot_err *err);
moot_code do_number(call *c, moot_err *err);
moot_code do_done(call *c, moot_err *err);
moot_code do_consent(call *c, moot_err *err);
moot_code do_place(call *c, moot_err *err);
moot_code do_notice(call *c, moot_err *err);
moot_code do_panel(call *c, moot_err *err);
moot_code do_note(call *c, moot_err *err);
/* The number, in the list last shown, of the outcome that the words begin with, its stage before it or not; 0: of none. */
int32_t walk_choice_said(moot_walk *walk, const words *w);
/* A line that begins with the name of an event is one: 1 when it was. */
int walk_is_event(const call *c);
/* Tells a fact: known from `at` on; MOOT_NEVER: from now, which before the first event is the start;
 * MOOT_ALWAYS: from the start. */
moot_code walk_tell_fact(moot_walk *walk, int32_t fact, int32_t child, const char *value, moot_instant at,
                         moot_err *err) MOOT_MUST_CHECK;

/* ---- walk_near.c ---- */

/* The outcome in the list last shown that the words from `at` on most likely mean; NULL. */
const char *walk_choice_near(moot_walk *walk, const words *w, int32_t at);
/* Does the name hold the at-th word? */
int walk_name_holds(moot_walk *walk, const char *name, const words *w, int32_t at);

/* ---- walk_child.c ---- */

moot_code do_child(call *c, moot_err *err);
int32_t walk_child_find(const moot_walk *walk, const char *name); /* -1 */
/* ,"children":[…] of the steps that add them; nothing without. */
void walk_children_json(const moot_walk *walk, moot_buf *out);
/* A fact of a child, from the start. */
moot_code walk_child_fact(moot_walk *walk, const char *fact, const char *value_json, const char *value, int32_t child,
                          moot_err *err) MOOT_MUST_CHECK;
/* Of whom a fact is told: the last words before *inout_until may be `of NAME`, which is taken off them. -1: the applicant. */
moot_code walk_whose(moot_walk *walk, int32_t fact, const words *w, int32_t from, int32_t *inout_until, int32_t *out_child,
                     moot_err *err) MOOT_MUST_CHECK;

/* ---- walk_ask.c ---- */

moot_code do_ask(call *c, moot_err *err);
moot_code do_pass(call *c, moot_err *err);
/* While a question stands, a line that is no word of the table is its answer: 1 when it was. */
int walk_is_reply(const call *c);
moot_code walk_reply(call *c, moot_err *err) MOOT_MUST_CHECK;

/* ---- walk_teach.c ---- */

moot_code do_hide(call *c, moot_err *err);
moot_code do_show(call *c, moot_err *err);
moot_code do_inject(call *c, moot_err *err);
/* What stands in lines behind the name of a hidden fact is taken out. */
void walk_mask(const moot_walk *walk, moot_buf *text);
/* Before time goes to `until`: an injected event that is due by then happens first. */
moot_code walk_meanwhile(moot_walk *walk, moot_instant until, int *out_happened,
                         moot_err *err) MOOT_MUST_CHECK;
moot_code walk_evaluate(moot_walk *walk, const char *expression, moot_buf *out,
                        moot_err *err) MOOT_MUST_CHECK;

/* ---- walk_quiz.c ---- */

moot_code do_quiz(call *c, moot_err *err);
moot_code do_guess(call *c, moot_err *err);
/* In place of a screen: asks about what it would tell. 0: there is nothing to ask. */
int walk_quiz_begins(moot_walk *walk, moot_buf *out);
int walk_quiz_waits(const moot_walk *walk);
/* Is each question about something that the case has? For one that was told elsewhere. */
int walk_quiz_sound(const moot_walk *walk);
moot_code walk_quiz_pass(call *c, moot_err *err) MOOT_MUST_CHECK;

/* ---- walk_fork.c ---- */

moot_code do_undo(call *c, moot_err *err);
moot_code do_redo(call *c, moot_err *err);
moot_code do_back(call *c, moot_err *err);
moot_code do_steps(call *c, moot_err *err);
moot_code do_fork(call *c, moot_err *err);
moot_code do_switch(call *c, moot_err *err);
moot_code do_compare(call *c, moot_err *err);
moot_code do_what(call *c, moot_err *err);

/* ---- walk_screen.c ---- */
void walk_screen(moot_walk *walk, moot_buf *out); /* what changed, and where the case is now */

/* ---- walk_change.c ---- */

#define WALK_CHANGE_KINDS 8

/* What the log has that was not shown. */
typedef struct changes {
    moot_walk *walk;
    int32_t at, end; /* of the log: where it stands */
    int32_t counts[WALK_CHANGE_KINDS]; /* how many there are of each kind */
    uint8_t told[WALK_CHANGE_KINDS];   /* the line that counts them is told */
    int failed;                        /* memory ended */
} changes;
void walk_changes(moot_walk *walk, changes *all);
/* An act that is called for and done in one moment is told once, by its last entry, and so is a deadline that starts without a
 * date and has one in the same moment: is the i-th one of those before it? */
int walk_done_at_once(const moot_walk *walk, int32_t i);
/* Tells the next line; gives the entry that it begins with, NULL when all is told. A line that counts has no clause. */
const moot_entry *walk_next_change(changes *all, moot_buf *out, const char **out_clause);

#define WALK_TAIL 200

/* The last entries of the log as lines, NULL where one is not told; in scratch. */
typedef struct walk_tail {
    const char *lines[WALK_TAIL];
    int32_t from, end; /* entries of the log */
} walk_tail;
/* Before a step is taken back: what may go with it. 0 when memory ends. */
int walk_tail_take(walk_tail *tail, moot_walk *walk);
/* After it: what is gone from the log. */
void walk_tail_gone(const walk_tail *tail, const moot_walk *walk, moot_buf *out);

/* ---- walk_thing.c ---- */

/* What a name of the protocol, or a clause, is: its kind, clause, owner, time, values and the line of the script. 0: there
 * is no such. */
int walk_thing(moot_walk *walk, const char *name, moot_buf *out);
/* The i-th name that can be asked about; NULL past the last. */
const char *walk_thing_name(const moot_walk *walk, int32_t i);

/* ---- walk_table.c ---- */

/* Rows of a table, cell by cell, in the mode's form; hidden values are taken out. */
typedef struct rows {
    moot_walk *walk;
    moot_buf *out;
    int markdown; /* else CSV */
    int32_t at, count;
} rows;
static inline int walk_is_table(const moot_walk *walk)
{
    return walk->mode == MOOT_WALK_CSV || walk->mode == MOOT_WALK_MARKDOWN;
}
void rows_begin(rows *r, moot_walk *walk, const char *const *columns, int32_t count, moot_buf *out);
void rows_cell(rows *r, const char *text); /* NULL: empty */
void rows_int(rows *r, int32_t number);
void rows_clause(rows *r, const char *clause); /* two cells, which end a row: the clause, and its mark if it is to be checked */
int walk_lists(const char *line); /* is the line one word that lists? */
/* In a mode of tables, a word that lists gives one: 1 when it did. */
int walk_table(call *c);

/* ---- walk_look.c ---- */
moot_code do_due(call *c, moot_err *err);
moot_code do_who(call *c, moot_err *err);
moot_code do_needs(call *c, moot_err *err);
moot_code do_log(call *c, moot_err *err);
moot_code do_duties(call *c, moot_err *err);
moot_code do_readings(call *c, moot_err *err);
moot_code do_timeline(call *c, moot_err *err);
/* How long is left of a deadline, who owes it: "by 2026-05-23 11:30, in 2 days, for Social worker"; that
 * a fact which is not known decides whether anybody does. */
void walk_tell_deadline(const moot_walk *walk, const moot_result_deadline *row, moot_buf *out);
/* Whether it runs at all was not known as that clock of the case started, and is not yet. */
int walk_perhaps_not_owed(const moot_walk *walk, int32_t clock);
/* Live, undated, and late ones that are still to be done. */
int walk_is_waiting(const moot_walk *walk, const moot_result_deadline *row);
/* Whether both ask for the same fact, of the same child. */
int walk_same_need(const moot_result_need *one, const moot_result_need *other);
/* Deadlines in the order in which they press: what is waited for before what is over, the earliest date first, those
 * without a date last; equals as they began. */
void walk_urgent(moot_walk *walk, moot_result *result);
/* The result as it stands; 0 when nothing has happened or memory ended (then out->failed). */
int walk_result(moot_walk *walk, moot_result *result, moot_buf *out);

/* ---- walk_why.c ---- */
moot_code do_why(call *c, moot_err *err);
moot_code do_clause(call *c, moot_err *err);
/* What a clause says and what carries it out; how many things. */
int walk_clause(moot_walk *walk, const char *clause, moot_buf *out);
/* How the date of a deadline came about. */
moot_code walk_why_due(moot_walk *walk, const char *name, moot_buf *out,
                       moot_err *err) MOOT_MUST_CHECK;
/* The fact that an unknown condition waits for, NULL. */
const char *walk_missing(moot_walk *walk, int32_t cond, int32_t child);

#endif
