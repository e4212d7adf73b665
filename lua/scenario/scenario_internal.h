/* scenario_internal: what the files of scenario share: scenario.c (file, scenarios, the order of
 * words), scenario_lua.h (the Lua side), scenario_place.c (columns), scenario_step.c (given and when), scenario_case.c (a
 * trial's case), scenario_expect.c and scenario_rows.c (then), scenario_find.c (protocols). */
#ifndef MOOT_SCENARIO_INTERNAL_H
#define MOOT_SCENARIO_INTERNAL_H

#include <stdarg.h>

#include "lua/compile/clauses.h"
#include "lua/helper/helper.h"
#include "lua/load/scan.h"
#include "lua/scenario/scenario.h"
#include "vm/case/read_case.h"
#include "vm/engine/engine.h"
#include "vm/engine/result.h"

#define SCENARIO_ARGS 3
#define SCENARIO_CHOICES 64
#define SCENARIO_PROTOCOLS 16
#define SCENARIO_STATEMENTS 20000 /* of one script */

/* ---- one word of a script, with what was behind it ---- */

#define SCENARIO_STEP_CELL                                                                         \
    (-1) /* `row` of an INTEGER cell that stands for an earlier word: its number is the word's */

typedef struct scenario_statement {
    const moot_scenario_word *word; /* NULL: an expectation */
    const moot_scenario_kind *kind; /* of an expectation */
    uint8_t no;                     /* expect.no */
    uint8_t broken;                 /* a mistake in it was told already: nothing is carried out */
    int32_t number;                 /* from 1 */
    int line, col;
    moot_cell args[SCENARIO_ARGS];
    int32_t arg_count;
    moot_cell table; /* an OBJECT or a LIST */
    uint8_t has_table;
} scenario_statement;

/* ---- protocols ---- */

typedef struct scenario_protocol {
    char *path;              /* owned, as all below */
    const char *loaded;      /* borrowed: the path, or that of the file of variants */
    moot_protocol *protocol; /* NULL: `trouble` says why */
    char trouble[1024];
    moot_helper_script helpers;
    moot_clauses *clauses; /* NULL: it has no table that can be read */
} scenario_protocol;

/* By id or path, seen from the folder of `script`. NULL after err: MOOT_EDATA not found,
 * MOOT_ENOMEM. */
scenario_protocol *scenario_protocol_find(moot_scenario_library *library, const char *script,
                                          const char *name, moot_err *err);

/* ---- trials ---- */

typedef enum scenario_step_kind {
    STEP_PART,  /* `cell` holds from the start: a fact, or with `whole` children or spells */
    STEP_EVENT, /* `cell` is an event of the case */
    STEP_AT,    /* time passes until `at`, but what is due at that very minute can still be done */
    STEP_AFTER  /* time passes until what happens by itself at `at` has happened */
} scenario_step_kind;

typedef struct scenario_step {
    uint8_t kind, whole;
    int32_t statement;
    moot_when at;
    moot_cell cell;
} scenario_step;

typedef struct scenario_run scenario_run;

typedef struct scenario_trial {
    moot_scenario_trial shown; /* first: what others see */
    scenario_run *run;
    const moot_protocol *p;      /* = shown.compiled */
    const moot_clauses *clauses; /* borrowed, NULL */
    const moot_helper_host *helpers; /* borrowed */
    moot_reader reader;
    moot_input input;
    moot_case c;
    scenario_step *steps; /* owned */
    size_t step_cap;
    int32_t step_count;
    moot_when now; /* lo == MOOT_NEVER before the first `at` */
    uint8_t over;  /* a step could not be carried out: the rest is not tried */
    uint8_t fresh; /* the case is that of the steps */
    moot_choice choices[SCENARIO_CHOICES];
    int32_t choice_count;
    moot_scenario_failure *failures; /* owned */
    size_t failure_cap;
} scenario_trial;

/* One scenario while it runs. */
typedef struct scenario_story {
    const char *name;
    int line;
    const moot_cell *header; /* its table, NULL */
    uint8_t open, begun;     /* between its word and its end; its trials are made */
    uint8_t recorded, acts_wait;
    scenario_trial *trials[SCENARIO_PROTOCOLS]; /* borrowed from the run */
    int32_t trial_count;
} scenario_story;

struct scenario_run {
    moot_scenario_file shown; /* first */
    moot_scenario_library *library;
    moot_arena arena;   /* texts, cells and failures: lives as long as the file's results */
    moot_arena scratch; /* of one word */
    moot_buf source, relined;
    moot_scan scan;
    struct scenario_lua *lua; /* while it runs */
    scenario_trial **trials;  /* owned */
    size_t trial_cap;
    moot_scenario_failure *failures; /* of no scenario */
    size_t failure_cap;
    const char *protocols[SCENARIO_PROTOCOLS]; /* of `use` */
    int32_t protocol_count;
    scenario_story story;
    int32_t statements;
    int at_line, at_col; /* of the word in hand */
    moot_code fatal; /* memory ended, or the machine lacks something: err of the run says it */
    moot_err fatal_err;
};

/* ---- scenario_place.c ---- */

/* The place of the word in hand. */
void scenario_at(scenario_run *run, int line, int col);
/* The column of a failure at a line: of what the sentence names, of the word in hand, or where the line begins; 0: none. */
int scenario_column(const scenario_run *run, int line, const char *sentence);

/* ---- scenario.c ---- */

/* A failure of a trial, or with trial NULL of the file. NULL when memory ends (the run then
 * stops). */
moot_scenario_failure *scenario_fail(scenario_run *run, scenario_trial *trial, int line,
                                     const char *fmt, ...) MOOT_PRINTF(4, 5);
/* A mistake in a word: to each trial of the story that is not over, else to the file. */
void scenario_mistake(scenario_run *run, int line, const char *fmt, ...) MOOT_PRINTF(3, 4);
void scenario_no_memory(scenario_run *run);
const char *scenario_keep(scenario_run *run,
                          const char *text); /* in the arena; "" when memory ends */
const char *scenario_keep_buf(scenario_run *run, moot_buf *buf); /* and frees it */
/* Carries out a complete word. */
void scenario_carry_out(scenario_run *run, const scenario_statement *s);
/* The cell of a table's field, NULL if it has none. */
const moot_cell *scenario_cell(const moot_cell *table, const char *key);
/* "; did you mean \"x\"?" or "" in scratch memory. */
const char *scenario_hint(scenario_run *run, const char *word, const char *const *names,
                          int32_t count);
/* Is this a clause of one of the scenario's protocols? One is enough: the others number theirs
 * otherwise. If not, *out_hint names the nearest, or is "". */
int scenario_knows_clause(scenario_run *run, const char *clause, const char **out_hint);
/* A value as the script wrote it, in scratch memory. */
const char *scenario_show_cell(scenario_run *run, const moot_cell *cell);

/* ---- scenario_lua.c ---- */

/* Runs the script's thread; each complete word is handed to scenario_carry_out. What stops it is
 * in run->shown.errs. */
void scenario_lua_run(scenario_run *run);

/* ---- scenario_case.c ---- */

moot_code scenario_trial_new(scenario_run *run, const char *named, scenario_trial **out_trial,
                             moot_err *err) MOOT_MUST_CHECK;
void scenario_trial_free(scenario_trial *trial);
/* Adds a step and reads the case with it: a step that does not read is dropped, a failure, and
 * ends the trial. */
void scenario_add_step(scenario_trial *trial, int line, const scenario_step *step);
/* Runs the case up to its now, unless it is fresh. 0 when it cannot be looked at: that is told. */
int scenario_look(scenario_trial *trial, int line);

/* ---- scenario_step.c ---- */

void scenario_step_word(scenario_trial *trial, const scenario_statement *s);
/* Kinds of names that a protocol declares. */
typedef enum scenario_names {
    NAMES_EVENT,
    NAMES_STAGE,
    NAMES_FACT,
    NAMES_CLOCK,
    NAMES_PANEL,
    NAMES_NOTICE,
    NAMES_ENTITLEMENT,
    NAMES_LADDER,
    NAMES_READING,
    NAMES_NONE
} scenario_names;
int scenario_has_name(const moot_protocol *p, scenario_names kind, const char *name);
/* The names of one kind, in scratch memory; NULL when memory ends. */
const char **scenario_names_of(scenario_run *run, const moot_protocol *p, scenario_names kind,
                               int32_t *out_count);
const char *scenario_names_word(scenario_names kind); /* "deadline or act" */

/* ---- scenario_expect.c, scenario_rows.c ---- */

void scenario_expect(scenario_trial *trial, const scenario_statement *s);

/* The rows that a kind of expectation looks at. */
typedef struct scenario_rows {
    const char *rows; /* count of size */
    int32_t count;
    size_t size;
    int name;  /* offset of the row's name; -1: it has none */
    int child; /* offset of its child; -1 */
    int entry; /* offset of its log entry; -1 */
} scenario_rows;
/* 0 when memory ends. All is in scratch memory. */
int scenario_rows_of(scenario_trial *trial, const moot_scenario_kind *kind, scenario_rows *out);
/* Names that a row of this kind can have, for the nearest one; *out_count is -1 where any text
 * is a name. */
const char **scenario_row_names(scenario_trial *trial, const moot_scenario_kind *kind,
                                int32_t *out_count);
/* Reasons behind a row, or behind there being none (row NULL), appended. */
void scenario_row_why(scenario_trial *trial, const moot_scenario_kind *kind,
                      const scenario_rows *rows, const char *row, const scenario_statement *s,
                      moot_buf *out);

#endif
