/* ring: numbered pieces of work on threads, whose results are taken in their order by the calling thread. So what is made of
 * them is the same for any number of threads, and memory is that of a few pieces, however many there are.
 *
 *     moot_ring ring = { numbers, count, jobs, stop, work, take, user };
 *     room for moot_ring_slots(jobs) results
 *     moot_ring_run(&ring, &err)
 *
 * `work` puts the result of a number into a slot, on any thread; a worker's number tells threads apart, for what each has of its
 * own. Nobody else touches the slot until `take` has returned, which runs on the calling thread, number after number. With one
 * job the calling thread does both, and there is no other. */
#ifndef MOOT_RING_H
#define MOOT_RING_H

#include <stdatomic.h>

#include "vm/base/err.h"

#define MOOT_RING_JOBS_MOST 64

typedef struct moot_ring {
    const int64_t *todo; /* what is to be done, in order */
    int64_t count;
    int jobs;               /* 1 to MOOT_RING_JOBS_MOST */
    const atomic_int *stop; /* not 0: stop before the next is taken; NULL: never */
    moot_code (*work)(void *user, size_t worker, size_t slot, int64_t number, moot_err *err);
    moot_code (*take)(void *user, size_t slot, int64_t number, moot_err *err);
    void *user;
} moot_ring;

static inline size_t moot_ring_slots(int jobs)
{
    return jobs > 1 ? 2 * (size_t)jobs + 1 : 1;
}

/* As many as are wanted, but no more than there is to do, nor than can be. */
static inline int moot_ring_jobs(int64_t wanted, int64_t count)
{
    int64_t most = count < MOOT_RING_JOBS_MOST ? count : MOOT_RING_JOBS_MOST;
    int64_t jobs = wanted < most ? wanted : most;
    return jobs < 1 ? 1 : (int)jobs;
}

/* To the end, or to the first number in order whose work or taking fails, with its error: what was taken before it stands.
 * Errors: those, MOOT_EINTR (stopped; the caller knows how much it took, and says so), MOOT_ESYSTEM, MOOT_ENOMEM. */
moot_code moot_ring_run(const moot_ring *ring, moot_err *err) MOOT_MUST_CHECK;

#endif
