/* fit_internal: what fit.c collects and fit_write.c writes of. */
#ifndef MOOT_FIT_INTERNAL_H
#define MOOT_FIT_INTERNAL_H

#include "vm/protocol/assume.h"
#include "vm/run/fit.h"

#define MOOT_FIT_OPTIONS 32 /* of one fact that are counted */

typedef struct moot_fit_life {
    int64_t minutes;
    int32_t days;
    int happened;
} moot_fit_life;

typedef struct moot_fit_lives {
    moot_fit_life *list;
    size_t count, cap;
    int by_day; /* some time is known to the day only */
    int64_t done, left_out; /* of acts and deadlines */
} moot_fit_lives;

typedef struct moot_fit_fact {
    int64_t known, yes;
} moot_fit_fact;

struct moot_fit {
    const moot_protocol *protocol;
    int64_t cases, arrived;
    int generated;
    moot_fit_lives *stages, *clocks; /* by index */
    int64_t *outcomes, *events;      /* how often */
    moot_fit_fact *facts;
    int64_t *symbols; /* by fact and option */
    moot_day first_day, last_day;    /* of the first arrival and the last */
};

#endif
