/* whatif_again: a what-if told whole (files, assumptions, options) is run again, without its files: so that what is in a store, or in a
 * pack that came from elsewhere, can be held against what comes of it here. As rerun.h, for what-ifs. */
#ifndef MOOT_WHATIF_AGAIN_H
#define MOOT_WHATIF_AGAIN_H

#include "repl/command/rerun.h"
#include "vm/run/whatif.h"

typedef struct moot_whatif_again_side {
    const char *name, *hash, *assumptions; /* "baseline", or the variant's; what they must come to */
    /* Of a whole protocol that stands beside the baseline (--against), whose name is its id: its own files, as below. Such sides are the
     * last. Of the others none: their files are those of the what-if. */
    const moot_source *sources;
    int32_t source_count;
    const moot_source *assumed;
    int32_t assumed_count;
} moot_whatif_again_side;

/* All is borrowed. */
typedef struct moot_whatif_again {
    const moot_whatif_again_side *sides; /* the baseline first */
    int32_t side_count;
    const moot_source *sources; /* the file of variants, then what it needs */
    int32_t source_count;
    const moot_source *assumed; /* the file of assumptions, then what it needs */
    int32_t assumed_count;
    uint64_t seed;
    int64_t replicates;
    moot_instant until;   /* MOOT_NEVER */
    moot_day law_as_at;   /* MOOT_DAY_MIN */
    const char *by;       /* NULL */
    const char *options;  /* as a store keeps them */
} moot_whatif_again;

/* Each replicate as a line of JSON, {"replicate":1,"baseline":[…],"weekly":[…]}, its figures without and with how each life went;
 * then one with the effects of all, {"effects":[…]}. A code other than MOOT_OK stops it. Errors: as moot_rerun_run.
 *
 * `cases`: a caseload as --cases has it, for each side. `each_case`: each case as it was read, before anything is run; NULL. `side`: 0, or
 * that of a whole protocol, which reads each case for itself: what it alone knows of one is not in the baseline's. */
typedef moot_code moot_whatif_again_case(void *user, int32_t side, const char *json, size_t len, moot_err *err);
moot_code moot_whatif_again_run(moot_app *app, const moot_whatif_again *of, const char *const *cases, moot_whatif_again_case *each_case,
                                moot_rerun_told *told, void *user, moot_err *err) MOOT_MUST_CHECK;
/* {"effects":[…]} of a what-if that is there already. Memory: a failure shows in moot_buf_ok. */
void moot_whatif_again_effects(const moot_whatif *whatif, moot_buf *out);

#endif
