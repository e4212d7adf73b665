/* commons: what the cases of one world compete for: places at panels' sessions (rule 12), quotas (rule 13), homes of a kind,
 * and people who can hold so many cases at once (rule 15).
 *
 * A world (vm/run/world.h) has one commons and tells it of each case: a member, numbered in the order of the cases' ids as bytes,
 * which is the order of those who come at the same instant. The engine asks it on behalf of its case (moot_engine_join); without
 * one a case runs alone, and is never turned away. Everything asked is asked in the order of time, except that a case may queue
 * for a panel before others have come as far (moot_commons_each_step says whether that is all that there is to compete for):
 * places are given at the cut-off, and by then all have.
 *
 * Who took the last of what another would have had is remembered, so that the other's log can name him.
 *
 *     moot_commons_new, then for each world: moot_commons_begin, moot_commons_member for each case …; moot_commons_free
 *
 * Lack of memory is kept (no_memory), as in the engine. */
#ifndef MOOT_COMMONS_H
#define MOOT_COMMONS_H

#include "vm/case/case.h"
#include "vm/protocol/model.h"

typedef struct moot_commons moot_commons;

/* What somebody waits for besides a panel: a home, or somebody who has time. */
typedef enum moot_wait_kind { MOOT_WAIT_HOME, MOOT_WAIT_ROLE } moot_wait_kind;
typedef struct moot_waiting {
    moot_wait_kind kind;
    int32_t member;
    int32_t of;         /* HOME: the clock of the act; ROLE: the visit */
    moot_instant since;
} moot_waiting;

moot_code moot_commons_new(moot_commons **out_commons, moot_err *err) MOOT_MUST_CHECK;
void moot_commons_free(moot_commons *commons); /* takes NULL */
/* Nobody has taken anything yet, but those whom the assumptions count as others. `start`: of the first case. Borrows the model
 * until the next begin. */
moot_code moot_commons_begin(moot_commons *commons, const moot_model *model, uint64_t seed, uint64_t replicate, moot_instant start,
                             int32_t members, moot_err *err) MOOT_MUST_CHECK;
/* A case begins; it is borrowed to the end of the world, or to a moot_commons_leave. */
void moot_commons_member(moot_commons *commons, int32_t member, const moot_case *c, const char *id);
/* Nothing comes next for a case by itself, and what it gave back and was granted is counted: 1, and it is not looked at again, nor
 * served; 0 if it may be, since it still queues for a panel or waits for a home or for people. */
int moot_commons_leave(moot_commons *commons, int32_t member);
int moot_commons_no_memory(const moot_commons *commons);
/* Whether every step of every case must be in the order of time: there are quotas, homes or people to compete for. */
int moot_commons_each_step(const moot_commons *commons);

/* ---- panels ---- */

typedef struct moot_sitting {
    int32_t n;                     /* -1: no session is known */
    moot_instant session, cut_off;
} moot_sitting;
/* The first session that sits after `after` and for which `ready` is in time. */
moot_sitting moot_commons_sitting(moot_commons *commons, int32_t panel, moot_instant ready, moot_instant after);
/* A visit queues for the panel from `entered` on, until it has a place or ends. */
void moot_commons_queue(moot_commons *commons, int32_t panel, int32_t member, int32_t visit, moot_instant entered);
/* At the cut-off of session n: whether the visit has a place. *out_last: the id of the case that took the last. */
int moot_commons_has_place(moot_commons *commons, int32_t panel, int32_t n, int32_t member, int32_t visit, const char **out_last);
int32_t moot_commons_places(const moot_commons *commons, int32_t panel); /* of a session; 0: no limit */
/* How many waited at the cut-offs so far, and how often that was counted: for the mean length of the queue. */
void moot_commons_queue_lengths(const moot_commons *commons, int32_t panel, int64_t *out_waited, int64_t *out_sessions);

/* ---- quotas ---- */

/* Grants to others in the period of an instant, those that the assumptions count included. *out_last: the id of the case that
 * took the last, NULL: none did. out_last may be NULL. */
int32_t moot_commons_quota_others(const moot_commons *commons, int32_t quota, int32_t member, moot_instant at, const char **out_last);

/* ---- homes and people ---- */

/* The homes of which an effect gives one, the people who own a stage: an index, -1: there is no limit. */
int32_t moot_commons_homes_of(const moot_commons *commons, int32_t effect);
int32_t moot_commons_people_of(const moot_commons *commons, int32_t stage);
/* Takes one if one is free and nobody waits for it; else waits. 1: taken. */
int moot_commons_claim(moot_commons *commons, int32_t thing, moot_waiting who, moot_instant at);
/* Takes a home whether one is free or not. 1: one was. */
int moot_commons_take(moot_commons *commons, int32_t thing, int32_t member, moot_instant at);
const char *moot_commons_last(const moot_commons *commons, int32_t thing); /* id of the case that took one last, NULL */
const char *moot_commons_name(const moot_commons *commons, int32_t thing); /* "own tenancy", "Social worker" */
int32_t moot_commons_count(const moot_commons *commons, int32_t thing);    /* how many there are */

/* ---- for the world ---- */

/* After each step of a member, at an instant: what it gave back, and what it was granted, is counted. */
void moot_commons_settle(moot_commons *commons, int32_t member, moot_instant at);
/* When a home falls free next; MOOT_NEVER. */
moot_instant moot_commons_next(const moot_commons *commons);
int moot_commons_waits(const moot_commons *commons); /* whether anybody waits for a home or for people */
/* Whoever is served now, at or after moot_commons_next or after a settle: 0 when nobody is. */
int moot_commons_serve(moot_commons *commons, moot_instant at, moot_waiting *out_who);

#endif
