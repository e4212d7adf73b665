/* engine: carries out a protocol on a case: rules 1 to 14 and 16 of design.md, "Semantics, exactly".
 *
 * An engine holds what a run needs besides the case (timers, the queue of raised triggers, scratch) and is reused from
 * case to case by one thread; in a warm batch it allocates nothing. Order of calls:
 *
 *     moot_engine_new
 *     for each case: moot_engine_begin, then moot_engine_run (again after each moot_oracle_tell with an asked oracle)
 *     moot_engine_free
 *
 * A correction, or a fact that settles an undecided guard, folds the case again (refold): the engine runs the case anew with
 * what is now known, keeps the entries that come out the same, and logs the rest as superseding. Only a refold changes a
 * verdict (rule 16). */
#ifndef MOOT_ENGINE_H
#define MOOT_ENGINE_H

#include "vm/engine/commons.h"
#include "vm/engine/oracle.h"

typedef struct moot_engine moot_engine;

/* Calls the functions of a protocol's helpers, which are its script's (lua/helper/helper.h gives one). A host serves any number
 * of engines, in any threads; each opens a state of its own. */
typedef struct moot_helper_host {
    void *user;
    moot_code (*open)(void *user, const moot_protocol *protocol, void **out_state, moot_err *err);
    /* The values of the helper's inputs, all known; those of its outputs, preset to unknown; texts go in the arena.
     * MOOT_EDATA, MOOT_ELIMIT: the function's own mistake, which ends this case and no other; line and sentence in err.
     * Any other failure ends the run. */
    moot_code (*call)(void *state, int32_t helper, const moot_value *inputs, moot_value *outputs, moot_arena *arena,
                      moot_err *err);
    void (*close)(void *state);
} moot_helper_host;

typedef struct moot_options {
    moot_instant as_of;   /* the case's now; MOOT_NEVER: the end of the last window */
    moot_day law_as_at;   /* MOOT_DAY_MIN: each case's own dates */
    int keep_log;
    int keep_reads;       /* keep `because` of each entry (needs keep_log) */
    int strict;           /* silent acts past due are late too (rule 9) */
    int32_t max_steps;    /* at one instant; 0: 1,000 */
    const moot_helper_host *helpers; /* NULL: a protocol with helpers is refused */
} moot_options;
moot_options moot_options_default(void);

/* A correction, or a fact known only later, may tell afresh all that came before. So often, and with as long a log, at most:
 * then the case has failed. */
#define MOOT_AFRESH_MOST 1000
#define MOOT_AFRESH_ENTRIES_MOST 1000000

moot_code moot_engine_new(const moot_options *options, moot_engine **out_engine, moot_err *err) MOOT_MUST_CHECK;
void moot_engine_free(moot_engine *engine);

/* Opens what the helpers of a protocol need, as moot_engine_begin else does at its first case. A batch does it before its
 * threads start, because a host may load a time zone. Errors as for moot_engine_begin. */
moot_code moot_engine_prepare(moot_engine *engine, const moot_protocol *protocol, moot_err *err) MOOT_MUST_CHECK;

/* Puts the case at its start. All are borrowed until the next begin. Errors: MOOT_ENOMEM; those of opening the helpers'
 * functions; MOOT_EUSAGE for a protocol with helpers and options without a host. */
moot_code moot_engine_begin(moot_engine *engine, moot_case *c, const moot_protocol *protocol, const moot_input *input,
                            moot_oracle *oracle, moot_err *err) MOOT_MUST_CHECK;
/* Runs to `until` (MOOT_NEVER: the case's now: as_of of the options, or the last record's end). May be called again with
 * a later instant. A fault of the protocol on this case (a loop that takes no time, two guards true), or a case told afresh too
 * often, is not an error: the case's status is MOOT_CASE_FAILED with its sentence. Errors: MOOT_ENOMEM, MOOT_ELIMIT, and what a helper's host says. */
moot_code moot_engine_run(moot_engine *engine, moot_instant until, moot_err *err) MOOT_MUST_CHECK;

/* begin + run + what is judged at the end, for a batch: the case does not go on from there, so what is set for later is not kept. */
moot_code moot_engine_case(moot_engine *engine, moot_case *c, const moot_protocol *protocol, const moot_input *input,
                           moot_oracle *oracle, moot_err *err) MOOT_MUST_CHECK;

/* ---- among others: for a world (vm/run/world.h) ---- */

/* From the next begin on its case competes, as this member of the commons; NULL: it runs alone. Borrowed. */
void moot_engine_join(moot_engine *engine, moot_commons *commons, int32_t member);
/* From the next begin on its case keeps the rules that the council had before this day, whatever begins or ends with it; the law
 * of stdlib stays what it is on each day. MOOT_DAY_MAX, the default: none is held. */
void moot_engine_hold(moot_engine *engine, moot_day day);
/* What comes next for a case. `order` tells what comes first at one instant (rule 1). */
typedef struct moot_engine_next {
    moot_instant at; /* MOOT_NEVER: nothing more, the run is over */
    uint8_t order;
    uint8_t competes; /* places are given */
} moot_engine_next;
/* What comes first for a modelled case that has not begun, if the time that its run is of reaches so far: its first record. */
void moot_engine_arrival(const moot_input *input, moot_engine_next *out_next);
/* After a begin: what comes first, in a run up to `until` (as moot_engine_run). */
void moot_engine_first(moot_engine *engine, moot_instant until, moot_engine_next *out_next);
/* Takes what comes next and then all that concerns nobody else, and says what comes next. Errors as those of moot_engine_run. */
moot_code moot_engine_advance(moot_engine *engine, moot_engine_next *out_next, moot_err *err) MOOT_MUST_CHECK;
/* What the case waits for is free at an instant that is not before its own, nor after what comes next for it; that may be
 * another thing from then on. After the end of its run nothing happens. */
moot_code moot_engine_serve(moot_engine *engine, const moot_waiting *what, moot_instant at, moot_engine_next *out_next,
                            moot_err *err) MOOT_MUST_CHECK;
/* Nothing more comes: what is judged at the end. */
moot_code moot_engine_finish(moot_engine *engine, moot_err *err) MOOT_MUST_CHECK;

/* ---- for the REPL: what could happen now ---- */

/* Outcomes of open stages, whether each is admissible (MOOT_TRUE), barred, or waits for a fact. Appends indexes to
 * `out` (room for max) and returns how many there are. */
typedef struct moot_choice {
    int32_t visit, outcome;
    moot_tri admissible;
    int32_t quota; /* that bars it, being used up (rule 13); -1 */
} moot_choice;
int32_t moot_engine_choices(moot_engine *engine, moot_choice *out, int32_t max);
/* The instant of the next thing that will happen by itself (an expiry, a birthday), MOOT_NEVER if none. */
moot_instant moot_engine_next_timer(const moot_engine *engine);

#endif
