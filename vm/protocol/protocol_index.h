/* protocol_index: who must be told when something happens, built once when a protocol is frozen.
 *
 * Nothing in the engine searches the protocol: a signal (an event, a stage entered, a deadline met, a fact that changed) looks
 * up here the trigger atoms and the watchers that wait for it. Each list is in the order of declaration. */
#ifndef MOOT_PROTOCOL_INDEX_H
#define MOOT_PROTOCOL_INDEX_H

#include "vm/condition/plain.h"
#include "vm/protocol/protocol.h"

/* key -> list of ints: list of `key` is ids[first[key]] .. ids[first[key + 1] - 1]. */
typedef struct moot_buckets {
    int32_t *first, *ids;
    int32_t keys;
} moot_buckets;

/* Something that is read again when what it reads has changed: a derived fact, a `becomes` trigger, an invariant. */
typedef enum moot_watch_kind {
    MOOT_WATCH_DECISION, MOOT_WATCH_BECOMES, MOOT_WATCH_INVARIANT, MOOT_WATCH_HELPER
} moot_watch_kind;
/* How time alone may change it: by birthdays; by totals of spells or commencements that it reads; because it is law for a time. */
enum { MOOT_TIMED_AGE = 1, MOOT_TIMED_READ = 2, MOOT_TIMED_LAW = 4 };
typedef struct moot_watcher {
    uint8_t kind;
    uint8_t timed; /* of these */
    int32_t id;    /* decision, trigger, invariant or helper */
} moot_watcher;

/* A TURNS or DATE atom. */
typedef struct moot_dated {
    int32_t trigger;
    int32_t like; /* the first of them that always comes at the same time: itself, if none before it does */
    int32_t root; /* above it, or itself */
    uint8_t idle; /* if it is past as a case starts, nothing comes of it but that it has been */
    uint8_t read; /* conditions read its root */
} moot_dated;

typedef struct moot_protocol_index {
    moot_buckets event, entered, left, met, missed, due; /* trigger atoms, by event, stage, clock rule */
    moot_buckets date_fact;                              /* DATE atoms by fact */
    moot_dated *dated;
    int32_t dated_count;
    int32_t *compared_like; /* per EVENT atom that conditions compare with: the first that is always at the same time; -1 */
    int32_t *fixed_date; /* per trigger: its place among the dated, -1: it is none, or its shifts may change */
    moot_watcher *watchers; /* decisions, helpers, then becomes, then invariants that do not name tonight */
    int32_t watcher_count, deriving_count; /* of them decisions and helpers */
    moot_buckets fact_watchers, trigger_watchers; /* by fact; by trigger that a condition names */
    moot_buckets other_watchers;                  /* by moot_watch_other */
    int32_t *case_clocks; /* clock rules outside stages with `by` alone: the case starts them (rule 7) */
    int32_t case_clock_count;
    uint8_t has_consents;   /* some fact is a consent */
    uint8_t reads_age;      /* some condition reads an age */
    uint8_t reads_moment;   /* some decision is derived when it is read */
    /* Per node of a condition: how many operands before it a reading chose. The subtree of a condition hangs on a reading
     * if the figure at its end differs from that at its root. One more than there are nodes. */
    int32_t *chosen_before;
    moot_plain plain; /* the protocol's conditions as chains */
    int32_t *tables;  /* per decision: the chain of its rows, -1: each row is read by itself */
} moot_protocol_index;

typedef enum moot_watch_other { MOOT_WATCH_AGE, MOOT_WATCH_TONIGHT, MOOT_WATCH_LEAD, MOOT_WATCH_OTHERS } moot_watch_other;

moot_code moot_protocol_index_build(moot_protocol *protocol, moot_err *err) MOOT_MUST_CHECK;
size_t moot_protocol_index_bytes(const moot_protocol *p, const moot_protocol_index *index);
void moot_protocol_index_free(moot_protocol_index *index); /* takes NULL and half-built ones */

static inline int32_t moot_bucket_count(const moot_buckets *b, int32_t key)
{
    return b->first[key + 1] - b->first[key];
}
static inline int32_t moot_bucket_at(const moot_buckets *b, int32_t key, int32_t i)
{
    return b->ids[b->first[key] + i];
}

#endif
