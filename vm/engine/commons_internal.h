/* commons_internal: what the two files of commons share. Only vm/engine/commons*.c include it. */
#ifndef MOOT_COMMONS_INTERNAL_H
#define MOOT_COMMONS_INTERNAL_H

#include "vm/engine/commons.h"

/* A visit that queues for a panel. */
typedef struct commons_queued {
    moot_instant entered;
    int32_t member, visit;
    int32_t given; /* the session in which it has a place; -1 */
} commons_queued;

typedef struct commons_panel {
    moot_panel panel;        /* the protocol's, with what is assumed where it is silent */
    moot_sitting *sittings;  /* from the first, as far as they were asked for */
    size_t sittings_cap;
    int32_t sittings_count;
    commons_queued *queue;   /* by entry, then member, then visit */
    size_t queue_cap;
    int32_t queue_count;
    int32_t given_upto;      /* places of sessions up to this one are given; -1 */
    int32_t last;            /* member that took the last place of that session, -1 */
    int64_t waited, counted; /* how many queued at the cut-offs so far, and how many cut-offs those were */
} commons_panel;

/* Homes of a kind, or the time of the people in a role. */
typedef struct commons_thing {
    moot_wait_kind kind;
    int32_t row;
    const char *name;
    uint64_t key;
    int32_t count, busy, last;
    moot_waiting *waiting; /* in the order in which they came */
    size_t waiting_cap;
    int32_t waiting_count;
} commons_thing;

typedef struct commons_member {
    const moot_case *c; /* NULL: it has left */
    const char *id;
    uint8_t *counted; /* per act: it counts against its quota */
    size_t counted_cap;
    int32_t counted_count;
} commons_member;

/* What was granted of a quota in a period. */
typedef struct commons_taken {
    int32_t quota;
    moot_day period;
    int32_t count, last;
} commons_taken;

typedef struct commons_release {
    moot_instant at;
    int32_t thing;
} commons_release;

typedef struct commons_hold {
    int32_t thing, member, visit;
} commons_hold;

struct moot_commons {
    const moot_model *model; /* that the tables below are made for */
    uint64_t seed, replicate;
    int no_memory;
    commons_panel *panels;
    int32_t panels_count;
    commons_thing *things;
    int32_t things_count;
    int32_t *of_effect, *of_stage;
    commons_member *members;
    size_t members_cap;
    commons_taken *taken;
    size_t taken_cap;
    int32_t taken_count;
    commons_release *releases;
    size_t releases_cap;
    int32_t releases_count;
    commons_hold *holds;
    size_t holds_cap;
    int32_t holds_count;
    uint32_t *claims; /* per member and thing: how often */
    size_t claims_cap;
};

const char *moot_commons__id(const moot_commons *m, int32_t member); /* NULL for -1 */
int moot_commons__is_queued(const moot_commons *m, int32_t member); /* for a panel, in a visit that is open */
int moot_commons__make_panels(moot_commons *m);                       /* 0 when memory ends */
void moot_commons__clear_panels(moot_commons *m);
void moot_commons__free_panels(moot_commons *m);

#endif
