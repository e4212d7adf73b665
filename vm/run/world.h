/* world: one council, one protocol or variant, one replicate: all its cases in one event order, because they compete for
 * panel places, quotas, homes and people (rule 15). What people do is drawn from a model.
 *
 *     moot_world_new
 *     for each world: moot_world_run, then moot_world_case for each of its cases, in the order of the file
 *     moot_world_free
 *
 * A world holds an engine and an oracle for each of its members that run at a time, a case for each, and is used again for the next
 * replicate or variant: memory does not grow with their number, and in a warm world next to nothing is allocated. It belongs to one thread; what it is given
 * (model, inputs) is only read and may be shared. The same world is the same to the byte, whatever ran before it and however
 * many threads there are.
 *
 * Order: what comes first in time; at one instant by rule 1's order; then by the cases' ids, as bytes. Where cases meet only
 * at panels, each is run on alone to the next moment at which places are given, which comes to the same (places are given at the
 * cut-off, when all that comes before is done) and keeps what a case needs near at hand. */
#ifndef MOOT_WORLD_H
#define MOOT_WORLD_H

#include "vm/engine/engine.h"

typedef struct moot_world moot_world;

typedef struct moot_world_of {
    const moot_model *model;
    const moot_input *inputs; /* read for the model's protocol; ids differ */
    int32_t count;
    uint64_t seed, replicate;
    moot_instant until;       /* MOOT_NEVER: each case for two years, or to as_of */
    /* A change of the council's rules on a day: a case that began before it and is marked keeps the rules of the day before to its
     * end (moot_engine_hold). NULL: none does. */
    moot_day change_on;
    const uint8_t *keeps; /* per input */
} moot_world_of;

/* The options are those of each engine; their helper host must outlive the world. */
moot_code moot_world_new(const moot_options *options, moot_world **out_world, moot_err *err) MOOT_MUST_CHECK;
void moot_world_free(moot_world *world); /* takes NULL */
/* Opens what the helpers of a protocol need, as the first run else does; before threads start, because a host may load a time
 * zone. Errors: those of moot_engine_prepare. */
moot_code moot_world_prepare(moot_world *world, const moot_model *model, moot_err *err) MOOT_MUST_CHECK;
/* Runs all cases to their end. Errors: those of moot_engine_run. */
moot_code moot_world_run(moot_world *world, const moot_world_of *of, moot_err *err) MOOT_MUST_CHECK;
/* The same, but each case is handed over as it comes to its end, in whatever order, and then forgotten: memory is that of those who
 * run at a time, and stays near at hand. i: of the inputs. What `done` says but MOOT_OK ends the run. */
typedef moot_code moot_world_done(void *user, int32_t i, const moot_case *c, moot_err *err);
moot_code moot_world_each(moot_world *world, const moot_world_of *of, moot_world_done *done, void *user,
                          moot_err *err) MOOT_MUST_CHECK;
/* The i-th case as the inputs have it; good until the next run; of moot_world_run only. */
const moot_case *moot_world_case(const moot_world *world, int32_t i);
const moot_commons *moot_world_commons(const moot_world *world);

#endif
