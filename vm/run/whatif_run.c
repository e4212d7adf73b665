/* Replicates on threads: each thread takes the next one, with all its branches, and puts what it came to into a slot of a ring;
 * the calling thread takes them out in their order. */
#include <math.h>
#include <string.h>

#include "vm/run/whatif_internal.h"

typedef struct whatif_ring {
    whatif_slot *slots;
    size_t count;
    int64_t *todo; /* numbers of the replicates that are run, in order */
    int64_t todo_count;
    int64_t next; /* the first of them that nobody works on */
    int over;
    pthread_mutex_t lock;
    pthread_cond_t changed;
} whatif_ring;

/* ---- cases that are open at a change ---- */

static int is_open_at(const whatif_thread *t, int32_t branch, int32_t i, const moot_case *c)
{
    const moot_whatif *w = t->w;
    const moot_input *input = &w->branches[branch].inputs[i];
    const moot_zone *zone = c->protocol->zone;
    moot_day change = w->options.change_on;
    if (branch == 0 || !t->keeps || input->record_count == 0 || moot_day_at(zone, input->records[0].at.lo) >= change) {
        return 0;
    }
    return c->status != MOOT_CASE_CLOSED || moot_day_at(zone, c->closed_at.lo) >= change;
}

/* The world in which all switch, then that in which all keep; who is better off for switching is to switch. Where nobody is, the
 * second is the one that is asked for: *out_done. */
static moot_code find_better(whatif_thread *t, int32_t branch, const moot_world_of *of, int *out_done, moot_err *err)
{
    int32_t count = t->w->case_count;
    memset(t->keeps, 0, (size_t)count);
    moot_code code = moot_world_run(t->worlds[branch], of, err);
    for (int32_t i = 0; i < count && !code; i++) {
        t->switched_lives[i] = moot_whatif__life(moot_world_case(t->worlds[branch], i));
    }
    memset(t->keeps, 1, (size_t)count);
    code = code ? code : moot_world_run(t->worlds[branch], of, err);
    *out_done = 1;
    for (int32_t i = 0; i < count && !code; i++) {
        whatif_life life = moot_whatif__life(moot_world_case(t->worlds[branch], i));
        t->keeps[i] = moot_whatif__compare(&life, &t->switched_lives[i]) != MOOT_WENT_BETTER;
        *out_done &= t->keeps[i];
    }
    return code;
}

/* The lives of one branch, as they are told. */
typedef struct branch_run {
    whatif_thread *t;
    int32_t branch;
    whatif_slot *slot;
} branch_run;

static moot_code take_life(void *user, int32_t i, const moot_case *c, moot_err *err)
{
    const branch_run *r = user;
    whatif_thread *t = r->t;
    size_t at = (size_t)r->branch * (size_t)t->w->case_count + (size_t)i;
    moot_whatif_life *life = &r->slot->r.lives[at];
    moot_code code = MOOT_OK;
    if (r->branch == 0) {
        t->kept[i].group = moot_whatif__group(t->w, c);
        code = moot_whatif__keep(t, i, c, life, err);
    } else {
        moot_whatif__pair(t, i, c, life, &r->slot->parts[at]);
    }
    if (is_open_at(t, r->branch, i, c)) {
        life->had = t->keeps[i] ? MOOT_HAD_OLD : MOOT_HAD_NEW;
    }
    moot_whatif__add(t->w, r->branch, c, t->kept[i].group, t->sums, &t->times);
    return code;
}

static moot_code run_world(branch_run *r, moot_world_of *of, moot_err *err)
{
    whatif_thread *t = r->t;
    moot_world *world = t->worlds[r->branch];
    moot_code code = MOOT_OK;
    int done = 0;
    if (r->branch > 0 && t->keeps) {
        memset(t->keeps, t->w->options.open_cases != MOOT_OPEN_SWITCH, (size_t)t->w->case_count);
        of->keeps = t->keeps;
        of->change_on = t->w->options.change_on;
        code = t->w->options.open_cases == MOOT_OPEN_BETTER ? find_better(t, r->branch, of, &done, err) : MOOT_OK;
    }
    if (code == MOOT_OK && !done) {
        return moot_world_each(world, of, take_life, r, err);
    }
    for (int32_t i = 0; code == MOOT_OK && i < t->w->case_count; i++) {
        code = take_life(r, i, moot_world_case(world, i), err);
    }
    return code;
}

/* ---- one replicate ---- */

static moot_code run_unfolded(whatif_thread *t, int32_t branch, whatif_slot *slot, moot_err *err)
{
    moot_whatif *w = t->w;
    const moot_whatif_branch *b = &w->branches[branch];
    moot_world_of of = { b->model, b->inputs, w->case_count, w->options.seed, (uint64_t)slot->r.number, w->options.until, 0,
                         NULL };
    branch_run r = { t, branch, slot };
    size_t per_world = moot_whatif__per_world(w);
    memset(t->sums, 0, per_world * sizeof *t->sums);
    t->digests_count = branch == 0 ? 0 : t->digests_count;
    moot_code code = run_world(&r, &of, err);
    if (code != MOOT_OK) {
        return code;
    }
    moot_whatif__add_queues(w, branch, moot_world_commons(t->worlds[branch]), t->sums);
    double *values = slot->r.values + (size_t)branch * per_world;
    for (size_t k = 0; k < per_world; k++) {
        int32_t figure = (int32_t)(k % (size_t)w->figures_count);
        values[k] = moot_whatif_clause(w, branch, figure) ? moot_whatif__reduce(&w->figures[figure], &t->sums[k]) : (double)NAN;
    }
    return moot_whatif__reduce_times(w, &t->times, values, err);
}

/* A variant is unfolded while one of its worlds lives: as many at a time as there are threads. */
static moot_code run_branch(whatif_thread *t, int32_t branch, whatif_slot *slot, moot_err *err)
{
    const moot_protocol *p = t->w->branches[branch].model->assume->protocol;
    moot_code code = moot_protocol_unfold(p, err);
    if (code == MOOT_OK) {
        code = run_unfolded(t, branch, slot, err);
        moot_protocol_fold(p);
    }
    return code;
}

static void run_slot(whatif_thread *t, whatif_slot *slot)
{
    slot->code = MOOT_OK;
    for (int32_t i = 0; i < t->w->branch_count && slot->code == MOOT_OK; i++) {
        slot->code = run_branch(t, i, slot, &slot->err);
    }
}

/* ---- the ring ---- */

static void set_state(whatif_ring *ring, whatif_slot *slot, whatif_state state)
{
    pthread_mutex_lock(&ring->lock);
    slot->state = state;
    pthread_cond_broadcast(&ring->changed);
    pthread_mutex_unlock(&ring->lock);
}

static whatif_slot *next_slot(whatif_ring *ring)
{
    whatif_slot *slot = NULL;
    pthread_mutex_lock(&ring->lock);
    while (!ring->over && ring->next < ring->todo_count && ring->slots[(size_t)ring->next % ring->count].state != WHATIF_FREE) {
        pthread_cond_wait(&ring->changed, &ring->lock);
    }
    if (!ring->over && ring->next < ring->todo_count) {
        slot = &ring->slots[(size_t)ring->next % ring->count];
        slot->state = WHATIF_TAKEN;
        slot->r.number = ring->todo[ring->next++];
    }
    pthread_mutex_unlock(&ring->lock);
    return slot;
}

static void *work(void *arg)
{
    whatif_thread *t = arg;
    whatif_slot *slot;
    while ((slot = next_slot(t->ring)) != NULL) {
        run_slot(t, slot);
        set_state(t->ring, slot, WHATIF_DONE);
    }
    return NULL;
}

static void wait_for(whatif_ring *ring, const whatif_slot *slot)
{
    pthread_mutex_lock(&ring->lock);
    while (slot->state != WHATIF_DONE) {
        pthread_cond_wait(&ring->changed, &ring->lock);
    }
    pthread_mutex_unlock(&ring->lock);
}

static void end_threads(whatif_ring *ring, whatif_thread *threads, int started)
{
    pthread_mutex_lock(&ring->lock);
    ring->over = 1;
    pthread_cond_broadcast(&ring->changed);
    pthread_mutex_unlock(&ring->lock);
    for (int i = 0; i < started; i++) {
        pthread_join(threads[i].id, NULL);
    }
}

/* ---- taking them out ---- */

static int is_stopped(const moot_whatif *w)
{
    return w->options.stop && atomic_load(w->options.stop) != 0;
}

static moot_code take_out(moot_whatif *w, whatif_slot *slot, moot_err *err)
{
    if (slot->code != MOOT_OK) {
        *err = slot->err;
        return slot->code;
    }
    moot_code code = moot_whatif__take_slot(w, slot, err);
    if (code == MOOT_OK && w->options.put) {
        code = w->options.put(w->options.user, w, &slot->r, err);
    }
    if (code == MOOT_OK && w->options.progress) {
        w->options.progress(w->options.user, w->taken_count);
    }
    return code;
}

static moot_code stopped(const moot_whatif *w, moot_err *err)
{
    int64_t all = moot_whatif_of_shard(w->options.replicates, w->options.shard, w->options.shards);
    return moot_fail(err, MOOT_EINTR, "stopped after %lld of %lld replicates", (long long)w->taken_count, (long long)all);
}

/* `alone`: the thread whose work this one does itself; NULL: others work. */
static moot_code take_all(moot_whatif *w, whatif_ring *ring, whatif_thread *alone, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int64_t i = 0; i < ring->todo_count && code == MOOT_OK; i++) {
        whatif_slot *slot = &ring->slots[(size_t)i % ring->count];
        if (is_stopped(w)) {
            return stopped(w, err);
        }
        if (alone) {
            run_slot(alone, next_slot(ring));
        } else {
            wait_for(ring, slot);
        }
        code = take_out(w, slot, err);
        set_state(ring, slot, WHATIF_FREE);
    }
    return code;
}

static moot_code run_threads(moot_whatif *w, whatif_ring *ring, whatif_thread *threads, int jobs, moot_err *err)
{
    moot_code code = MOOT_OK;
    int started = 0;
    while (started < jobs && code == MOOT_OK) {
        int failed = pthread_create(&threads[started].id, NULL, work, &threads[started]);
        if (failed) {
            code = moot_fail(err, MOOT_ESYSTEM, "the system gives no thread for job %d: %s", started + 1, strerror(failed));
        } else {
            started++;
        }
    }
    code = code ? code : take_all(w, ring, NULL, err);
    end_threads(ring, threads, started);
    return code;
}

/* ---- making ---- */

static moot_code prepare(moot_world *world, const moot_model *model, moot_err *err)
{
    moot_code code = moot_protocol_unfold(model->assume->protocol, err);
    if (code == MOOT_OK) {
        code = moot_world_prepare(world, model, err);
        moot_protocol_fold(model->assume->protocol);
    }
    return code;
}

static moot_code open_thread(moot_whatif *w, whatif_ring *ring, whatif_thread *t, moot_err *err)
{
    size_t cases = (size_t)w->case_count + 1;
    memset(t, 0, sizeof *t);
    t->w = w;
    t->ring = ring;
    t->worlds = moot_calloc((size_t)w->branch_count, sizeof *t->worlds);
    t->sums = moot_calloc(moot_whatif__per_world(w) + 1, sizeof *t->sums);
    t->kept = moot_calloc(cases, sizeof *t->kept);
    int good = t->worlds && t->sums && t->kept;
    if (good && w->options.change_on != MOOT_DAY_MIN) {
        t->keeps = moot_calloc(cases, sizeof *t->keeps);
        t->switched_lives = moot_calloc(cases, sizeof *t->switched_lives);
        good = t->keeps && t->switched_lives;
    }
    moot_code code = good ? MOOT_OK : moot_fail_memory(err);
    for (int32_t i = 0; code == MOOT_OK && i < w->branch_count; i++) {
        moot_options options = w->options.engine;
        options.keep_log = 1;
        options.helpers = w->branches[i].helpers;
        code = moot_world_new(&options, &t->worlds[i], err);
        code = code ? code : prepare(t->worlds[i], w->branches[i].model, err);
    }
    return code;
}

static void close_thread(whatif_thread *t)
{
    for (int32_t i = 0; t->worlds && i < t->w->branch_count; i++) {
        moot_world_free(t->worlds[i]);
    }
    moot_free(t->worlds);
    moot_free(t->sums);
    moot_whatif__times_done(&t->times);
    moot_free(t->kept);
    moot_free(t->digests);
    moot_free(t->keeps);
    moot_free(t->switched_lives);
}

static int is_of_shard(const moot_whatif *w, int64_t replicate)
{
    return w->options.shards < 2 || replicate % w->options.shards == w->options.shard - 1;
}

static moot_code open_slot(const moot_whatif *w, whatif_slot *slot, moot_err *err)
{
    size_t lives = (size_t)w->branch_count * (size_t)w->case_count + 1;
    moot_err_init(&slot->err);
    slot->r.values = moot_calloc((size_t)w->branch_count * moot_whatif__per_world(w) + 1, sizeof *slot->r.values);
    slot->r.lives = moot_calloc(lives, sizeof *slot->r.lives);
    slot->parts = moot_calloc(lives, sizeof *slot->parts);
    return slot->r.values && slot->r.lives && slot->parts ? MOOT_OK : moot_fail_memory(err);
}

static moot_code open_ring(moot_whatif *w, whatif_ring *ring, size_t slots, moot_err *err)
{
    moot_code code = MOOT_OK;
    memset(ring, 0, sizeof *ring);
    pthread_mutex_init(&ring->lock, NULL);
    pthread_cond_init(&ring->changed, NULL);
    ring->todo = moot_calloc((size_t)w->options.replicates + 1, sizeof *ring->todo);
    ring->slots = moot_calloc(slots, sizeof *ring->slots);
    if (!ring->todo || !ring->slots) {
        return moot_fail_memory(err);
    }
    for (int64_t r = 0; r < w->options.replicates; r++) {
        if (is_of_shard(w, r) && !w->taken[r]) {
            ring->todo[ring->todo_count++] = r;
        }
    }
    while (ring->count < slots && code == MOOT_OK) {
        code = open_slot(w, &ring->slots[ring->count++], err);
    }
    return code;
}

static void close_ring(whatif_ring *ring)
{
    for (size_t i = 0; i < ring->count; i++) {
        moot_free(ring->slots[i].r.values);
        moot_free(ring->slots[i].r.lives);
        moot_free(ring->slots[i].parts);
    }
    moot_free(ring->slots);
    moot_free(ring->todo);
    pthread_cond_destroy(&ring->changed);
    pthread_mutex_destroy(&ring->lock);
}

moot_code moot_whatif_run(moot_whatif *w, moot_err *err)
{
    whatif_thread threads[MOOT_WHATIF_JOBS_MOST];
    whatif_ring ring;
    int jobs = w->options.jobs < 1 ? 1 : w->options.jobs > MOOT_WHATIF_JOBS_MOST ? MOOT_WHATIF_JOBS_MOST : w->options.jobs;
    int opened = 0;
    if (!w->branches) {
        MOOT_BUG("a what-if without protocols was to run");
    }
    jobs = jobs > w->options.replicates ? (int)w->options.replicates : jobs;
    moot_code code = open_ring(w, &ring, jobs > 1 ? 2 * (size_t)jobs + 1 : 1, err);
    while (code == MOOT_OK && opened < jobs) {
        code = open_thread(w, &ring, &threads[opened++], err);
    }
    if (code == MOOT_OK) {
        code = jobs > 1 ? run_threads(w, &ring, threads, jobs, err) : take_all(w, &ring, &threads[0], err);
    }
    for (int i = 0; i < opened; i++) {
        close_thread(&threads[i]);
    }
    close_ring(&ring);
    return code;
}
