/* model: an assumptions file made ready for drawing: the key of every name, and who waits for which event. Made once for a
 * protocol and its assumptions, immutable, shared by the oracles of any number of cases and threads (vm/engine/oracle.h draws).
 *
 * Keys are hashes of kind and name, never of an index, so that a stage more in a variant changes no draw of another stage
 * (rule 15). A declaration without a name goes by its clause. */
#ifndef MOOT_MODEL_H
#define MOOT_MODEL_H

#include "vm/protocol/assume.h"

/* A stage (by an outcome taken by itself) or a clock rule (met_by, by, not_before, ends) waits for an event of which
 * something is assumed. */
typedef struct moot_waits {
    int32_t stage, clock; /* one of them, the other -1 */
    int32_t event;
} moot_waits;

typedef struct moot_model {
    const moot_assume *assume; /* borrowed, with its protocol */
    uint64_t *stage_keys, *clock_keys, *event_keys, *fact_keys; /* by index */
    moot_waits *waits;         /* in the order of the protocol's triggers */
    int32_t waits_count;
    uint8_t *is_drawn;         /* per stage: moot_stage_is_drawn */
    uint32_t *weights;         /* per row of the assumptions: what its chances weigh together */
    int32_t *sure;             /* per row: the one chance that has any weight, so that nothing need be drawn; -1 */
    int32_t *at_start;         /* facts to be drawn as a case starts: no guard reads them before they would matter */
    int32_t at_start_count;
    int32_t *consents;         /* consents of which something is assumed */
    int32_t consents_count;
    moot_arena arena;
} moot_model;

/* The assumptions are frozen and must outlive the model. Errors: MOOT_ENOMEM. */
moot_code moot_model_new(const moot_assume *assume, moot_model **out_model, moot_err *err) MOOT_MUST_CHECK;
void moot_model_free(moot_model *model); /* takes NULL */

/* The longest that anything drawn lasts: a hundred years. */
#define MOOT_MODEL_MINUTES_MOST 52596000
#define MOOT_MODEL_DAYS_MOST 36525
/* `from` and a drawn length: minutes elapse, days keep the time of day, working days are those of the protocol. */
moot_instant moot_model_later(const moot_model *model, int32_t spread, moot_instant from, uint64_t draw);
/* The key of a name of a kind, for what has no index of its own. */
uint64_t moot_model_key(const char *kind, const char *name);

#endif
