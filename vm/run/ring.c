/* The mutex guards the slots' states, `next` and `over`. A slot belongs to a worker from TAKEN to DONE, to the calling thread from
 * DONE to FREE. */
#include "vm/run/ring.h"

#include <pthread.h>
#include <string.h>

#include "vm/base/base.h"

typedef enum slot_state { SLOT_FREE, SLOT_TAKEN, SLOT_DONE } slot_state;

typedef struct slot {
    slot_state state;
    int64_t number;
    moot_code code;
    moot_err err;
} slot;

typedef struct running {
    const moot_ring *of;
    slot *slots;
    size_t count;
    int64_t next; /* the first of `todo` that nobody works on */
    int over;
    pthread_mutex_t lock;
    pthread_cond_t changed;
} running;

typedef struct worker {
    running *r;
    size_t number;
    pthread_t id;
} worker;

/* ---- workers ---- */

static void set_state(running *r, slot *s, slot_state state)
{
    pthread_mutex_lock(&r->lock);
    s->state = state;
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->lock);
}

static slot *next_slot(running *r)
{
    slot *s = NULL;
    pthread_mutex_lock(&r->lock);
    while (!r->over && r->next < r->of->count && r->slots[(size_t)r->next % r->count].state != SLOT_FREE) {
        pthread_cond_wait(&r->changed, &r->lock);
    }
    if (!r->over && r->next < r->of->count) {
        s = &r->slots[(size_t)r->next % r->count];
        s->state = SLOT_TAKEN;
        s->number = r->of->todo[r->next++];
    }
    pthread_mutex_unlock(&r->lock);
    return s;
}

static void do_slot(const running *r, size_t number, slot *s)
{
    moot_err_init(&s->err);
    s->code = r->of->work(r->of->user, number, (size_t)(s - r->slots), s->number, &s->err);
}

static void *work(void *arg)
{
    const worker *w = arg;
    slot *s;
    while ((s = next_slot(w->r)) != NULL) {
        do_slot(w->r, w->number, s);
        set_state(w->r, s, SLOT_DONE);
    }
    return NULL;
}

static void end_workers(running *r, const worker *workers, int started)
{
    pthread_mutex_lock(&r->lock);
    r->over = 1;
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->lock);
    for (int i = 0; i < started; i++) {
        pthread_join(workers[i].id, NULL);
    }
}

/* ---- taking them out ---- */

static void wait_for(running *r, const slot *s)
{
    pthread_mutex_lock(&r->lock);
    while (s->state != SLOT_DONE) {
        pthread_cond_wait(&r->changed, &r->lock);
    }
    pthread_mutex_unlock(&r->lock);
}

static moot_code take_out(const running *r, slot *s, moot_err *err)
{
    if (s->code != MOOT_OK) {
        *err = s->err;
        return s->code;
    }
    return r->of->take(r->of->user, (size_t)(s - r->slots), s->number, err);
}

/* `alone`: this thread does the work itself, as the first worker. */
static moot_code take_all(running *r, int alone, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int64_t i = 0; i < r->of->count && code == MOOT_OK; i++) {
        slot *s = &r->slots[(size_t)i % r->count];
        if (r->of->stop && atomic_load(r->of->stop) != 0) {
            return moot_fail(err, MOOT_EINTR, "stopped after %lld of %lld", (long long)i, (long long)r->of->count);
        }
        if (alone) {
            do_slot(r, 0, next_slot(r));
        } else {
            wait_for(r, s);
        }
        code = take_out(r, s, err);
        set_state(r, s, SLOT_FREE);
    }
    return code;
}

static moot_code run_workers(running *r, worker *workers, int jobs, moot_err *err)
{
    moot_code code = MOOT_OK;
    int started = 0;
    while (started < jobs && code == MOOT_OK) {
        workers[started].r = r;
        workers[started].number = (size_t)started;
        int failed = pthread_create(&workers[started].id, NULL, work, &workers[started]);
        if (failed) {
            code = moot_fail(err, MOOT_ESYSTEM, "the system gives no thread for job %d: %s", started + 1, strerror(failed));
        } else {
            started++;
        }
    }
    code = code ? code : take_all(r, 0, err);
    end_workers(r, workers, started);
    return code;
}

moot_code moot_ring_run(const moot_ring *ring, moot_err *err)
{
    worker workers[MOOT_RING_JOBS_MOST];
    running r = { .of = ring, .count = moot_ring_slots(ring->jobs) };
    if (ring->jobs < 1 || ring->jobs > MOOT_RING_JOBS_MOST) {
        MOOT_BUG("a ring of %d jobs was to run", ring->jobs);
    }
    r.slots = moot_calloc(r.count, sizeof *r.slots);
    if (!r.slots) {
        return moot_fail_memory(err);
    }
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.changed, NULL);
    moot_code code = ring->jobs > 1 ? run_workers(&r, workers, ring->jobs, err) : take_all(&r, 1, err);
    pthread_cond_destroy(&r.changed);
    pthread_mutex_destroy(&r.lock);
    moot_free(r.slots);
    return code;
}
