/* scenario: tests of protocols that read like a story: given, when, then.
 *
 * A scenario script is Lua in direct style. It runs as one Lua thread in a sandboxed state of its
 * own, with the allow-list and the budget of a protocol, and sees the words of moot_scenario_words
 * instead of those of a protocol:
 *
 *     use "stockport-2018"
 *     scenario "The joint assessment is done on the minute" { clauses = { "3.7/1" } }
 *     given { dob = "2009-02-11" }
 *     at "2026-05-21 09:15"   event "presents homeless"
 *     at "11:30"              answer("mediation", "still homeless")
 *     wait(hours(48))         done "joint assessment"
 *     expect.deadline "joint assessment" { status = "met", due = "2026-05-23 11:30" }
 *
 * Each word is a C function that yields: the thread stands still while C carries the word out, so
 * no Lua frame lies over the engine's. A scenario runs under each of its protocols at once, word by
 * word; one pair of the two is a trial, with a case, a clock and failures of its own. By default
 * the oracle is *asked* (time passes as the script says, acts are done at once, a barred outcome
 * cannot be chosen); with `recorded = true` the case is replayed as a caseload has it.
 *
 *     moot_scenario_library_new
 *     for each file: moot_scenario_run; read the trials; keep it while the store still wants its cases
 *     moot_scenario_file_free ..., moot_scenario_library_free */
#ifndef MOOT_SCENARIO_H
#define MOOT_SCENARIO_H

#include "lua/load/scenario_words.h"
#include "vm/case/case.h"

/* ---- protocols, found by id and compiled once ---- */

typedef struct moot_scenario_library moot_scenario_library;
/* stdlib_dir as in load.h, borrowed. */
moot_code moot_scenario_library_new(const char *stdlib_dir, moot_scenario_library **out_library,
                                    moot_err *err) MOOT_MUST_CHECK;
/* From now on a variant stands for its baseline: `path` is the file of variants, `name` as in load.h;
 * both borrowed. */
void moot_scenario_library_variant(moot_scenario_library *library, const char *path, const char *name);
/* Whether any scenario was run under that variant. */
int moot_scenario_library_varied(const moot_scenario_library *library);
void moot_scenario_library_free(
    moot_scenario_library *library); /* after the files that used it; takes NULL */

/* ---- what came of a file ---- */

/* One field of an expectation, side by side. */
typedef struct moot_scenario_side {
    const char *field, *expected, *actual;
    uint8_t differs;
} moot_scenario_side;

/* What the same expectation came to under another protocol of the scenario. */
typedef struct moot_scenario_other {
    const char *protocol;
    uint8_t as_expected;
} moot_scenario_other;

typedef struct moot_scenario_failure {
    int line, col;                   /* of the word in the script */
    const char *message;             /* one sentence */
    const moot_scenario_side *sides; /* NULL: nothing to compare */
    int32_t side_count;
    const char *now; /* the case's time, "" before it began */
    const char *why; /* the chain of reasons (why.h), lines ended by \n; "" */
    const moot_scenario_other *others; /* NULL: it was expected under one protocol only */
    int32_t other_count;
} moot_scenario_failure;

/* One scenario under one protocol. */
typedef struct moot_scenario_trial {
    const char *scenario;
    int line;                      /* of the word `scenario` */
    const char *protocol;          /* id, or what the script named when there is none */
    const char *path;              /* of the script that was loaded: the protocol's, or that of its
                                      variants; NULL when it was not found */
    const moot_protocol *compiled; /* NULL when it could not be compiled */
    const char *const *clauses;    /* that it says it shows */
    int32_t clause_count;
    int32_t expectations; /* that were checked */
    const moot_scenario_failure *failures;
    int32_t failure_count;
    uint8_t passed;
    const moot_case *c; /* with its log, as it stood at the end; NULL when nothing happened */
} moot_scenario_trial;

typedef struct moot_scenario_file {
    const char *path;
    moot_errs errs; /* the script cannot be read or was stopped; each with its place */
    const moot_scenario_failure *failures; /* that belong to no scenario */
    int32_t failure_count;
    int32_t trial_count;
} moot_scenario_file;

/* Runs a script. *out_file is the caller's, and is made whatever is wrong with the script: what
 * is wrong is in it. Errors: MOOT_ENOMEM, MOOT_ESYSTEM when the machine lacks what the engine
 * needs. */
moot_code moot_scenario_run(const char *path, moot_scenario_library *library,
                            moot_scenario_file **out_file, moot_err *err) MOOT_MUST_CHECK;
void moot_scenario_file_free(moot_scenario_file *file); /* takes NULL */
/* Trials in the order of the file, protocols of a scenario in the order named. Borrowed from the
 * file. */
const moot_scenario_trial *moot_scenario_trial_at(const moot_scenario_file *file, int32_t i);

#endif
