/* check: what is wrong with a protocol before any case runs (rule 17 of design.md).
 *
 * A protocol that compiles can still be wrong: a case that no rule fits, two rules that both fit, a
 * stage that nothing enters, a deadline that cannot be met, a loop that takes no time. This module
 * looks for them and reports only what it has seen: each finding comes with a *witness*, a case as
 * a line of JSON that was read back and run through the engine, and what the engine made of it. A
 * suspicion that no case confirms is not a finding; at most a note says that it is left open.
 *
 * How it looks. The conditions of a stage or table cut its input facts into *cells*: intervals of
 * ages, numbers and dates between the constants that are tested, the options of a list, unknown
 * where a test asks for it. How often a trigger has fired, totals of spells and what helpers give
 * are free. The cells are walked depth first, leaving out what a three-valued reading of the
 * conditions already excludes (check_solve.c); a cap keeps that finite, and what the cap cut off
 * is told in the notes. A way into the stage is planned from its triggers (check_plan.c), the cell
 * becomes the facts of a case (check_witness.c), and the engine runs it.
 *
 * A finding is accepted in the script by `expected = { gap = "why" }` on its declaration, by the
 * word of its kind; it then carries that reason. A mark that nothing bears out is a finding itself.
 *
 * More analyses are rows of one table in check.c: a function that reads the protocol and calls
 * check_add. So a checklist that is data (an item and the law behind it) needs no change here. */
#ifndef MOOT_CHECK_H
#define MOOT_CHECK_H

#include "vm/engine/engine.h"

/* name, word in scripts and answers, what it means */
#define MOOT_FINDINGS(X)                                                                           \
    X(GAP, "gap", "a case that no rule fits")                                                      \
    X(OVERLAP, "overlap", "a case that two rules fit where one must")                              \
    X(DEAD, "dead", "what can never be entered, chosen or counted")                                \
    X(IMPOSSIBLE, "impossible", "a deadline that cannot be met, or not missed")                    \
    X(TIGHT, "tight", "a deadline that cannot be met if it starts on some days")                   \
    X(LOOP, "loop", "a loop that takes no time")                                                   \
    X(STALE, "stale", "marked as expected, but not found")

typedef enum moot_finding_kind {
#define X(name, word, meaning) MOOT_FINDING_##name,
    MOOT_FINDINGS(X)
#undef X
        MOOT_FINDING_COUNT
} moot_finding_kind;

/* Texts live in the check. */
typedef struct moot_finding {
    uint8_t kind;          /* moot_finding_kind */
    const moot_decl *decl; /* what it is about */
    const char *label;     /* stage "mediation"; outcome "prevented" of stage "mediation" */
    const char *clause;    /* "" if there is none */
    int32_t line;
    const char *text;     /* what was found, one sentence */
    const char *example;  /* the witness in words; NULL: there is none */
    const char *result;   /* what the engine made of the witness */
    const char *witness;  /* the case, one line of JSON as `moot run` takes it; NULL for STALE */
    const char *expected; /* why the script expects it; NULL: it does not */
} moot_finding;

/* One step on the way from a clock's start to what meets it, and the last moment at which it can be
 * done without making the deadline late, in the example. */
typedef struct moot_check_step {
    const char *what; /* "outcome \"referred\" of stage \"referral\"" */
    const char *clause;
    moot_instant latest; /* MOOT_NEVER: at no moment is it early enough */
} moot_check_step;

/* What can be said of a deadline's time before any case, whether it is counted (`within`, `every`) or hangs on another's
 * end or on a date (`by`), with `not_before` and a shifted `from`: see check_time.c. */
#define MOOT_CHECK_LEAD_MOST 120 /* days before a date that are tried */
typedef struct moot_check_time {
    const moot_decl *decl;
    int32_t clock;            /* clock rule */
    const char *label, *rule; /* "10 working days" */
    const char *through;      /* what it must pass through: "Accommodation Panel"; NULL: nothing */
    int days, too_late;       /* start days that were tried, and those on which it cannot be met */
    int undated;              /* the panel has no first date: the worst phase was taken */
    /* Due by a date of the case, each day of a year being that date (`days`; too_late: those before which it may not be
     * done): so many days before it is due it must start, at the least and at the most (over
     * MOOT_CHECK_LEAD_MOST: none that was tried is enough). -1: it is due by no date. */
    int lead_least, lead_most;
    /* the example: a working day on which it can be met, if there is one */
    moot_instant starts, due;
    moot_instant earliest;        /* when it can be met at the earliest, then */
    const char *example;          /* that as a sentence; NULL: nothing to tell */
    const moot_check_step *steps; /* in order of time; the last is what meets it */
    int32_t steps_count;
} moot_check_time;

/* What the large questions of a check came to. Given to one check after the other, of a baseline and its variants or of a
 * script as it is saved, it spares them what they ask alike; what they find, and their counts, stay the same to the letter.
 * One thread's. */
typedef struct moot_check_kept moot_check_kept;
moot_check_kept *moot_check_kept_new(void) MOOT_MUST_CHECK; /* NULL when memory ends */
void moot_check_kept_free(moot_check_kept *kept);           /* takes NULL */

typedef struct moot_check_options {
    const moot_helper_host *helpers; /* NULL: a protocol with helpers is refused (engine.h) */
    int32_t cells_most;              /* of one question; 0: 5,000 */
    int64_t cells_in_all;            /* 0: 50 million, some seconds */
    moot_check_kept *kept;           /* borrowed until _new is done; NULL: each question is asked afresh */
} moot_check_options;

typedef struct moot_check moot_check;

/* Runs every analysis. options may be NULL. The protocol is borrowed until _free. Errors:
 * MOOT_ENOMEM, and what a helper's host says. */
moot_code moot_check_new(const moot_protocol *protocol, const moot_check_options *options,
                         moot_check **out_check, moot_err *err) MOOT_MUST_CHECK;
void moot_check_free(moot_check *check); /* takes NULL */

/* In the order of the script, then of kinds. Borrowed. */
const moot_finding *moot_check_findings(const moot_check *check, int32_t *out_count);
/* In the order of the script: deadlines with something between their start and their end. */
const moot_check_time *moot_check_times(const moot_check *check, int32_t *out_count);
/* What was left unchecked, whole sentences. */
const char *const *moot_check_notes(const moot_check *check, int32_t *out_count);
/* Cells looked at, and cases run. */
int64_t moot_check_cells(const moot_check *check);
int64_t moot_check_runs(const moot_check *check);
/* Of the cells, those that were looked at for a check before (moot_check_kept). */
int64_t moot_check_spared(const moot_check *check);

const char *moot_finding_word(moot_finding_kind kind);    /* "gap" */
const char *moot_finding_meaning(moot_finding_kind kind); /* "a case that no rule fits" */

#endif
