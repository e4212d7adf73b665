/* Replicates on threads: each thread runs one with all its branches, and puts what it came to into a slot of a ring (ring.h); the
 * calling thread takes them out in their order. */
#include <math.h>
#include <string.h>

#include "vm/run/ring.h"
#include "vm/run/whatif_internal.h"

/* What all threads work on. */
typedef struct whatif_work {
    moot_whatif *w;
    whatif_slot *slots;
    size_t slots_count;
    int64_t *todo; /* numbers of the replicates that are run, in order */
    int64_t todo_count;
    whatif_thread *threads;
} whatif_work;

/* ---- cases that are open at a change ---- */

static int is_open_at(const whatif_thread *t, int32_t branch, int32_t i, const moot_case *c)
{
    const moot_whatif *w = t->w;
    const moot_input *input = &t->inputs[i];
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
    int32_t count = t->count;
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
    size_t at = (size_t)r->branch * (size_t)t->count + (size_t)i;
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
        memset(t->keeps, t->w->options.open_cases != MOOT_OPEN_SWITCH, (size_t)t->count);
        of->keeps = t->keeps;
        of->change_on = t->w->options.change_on;
        code = t->w->options.open_cases == MOOT_OPEN_BETTER ? find_better(t, r->branch, of, &done, err) : MOOT_OK;
    }
    if (code == MOOT_OK && !done) {
        return moot_world_each(world, of, take_life, r, err);
    }
    for (int32_t i = 0; code == MOOT_OK && i < t->count; i++) {
        code = take_life(r, i, moot_world_case(world, i), err);
    }
    return code;
}

/* ---- one replicate ---- */

/* Who comes in it, and room for all. */
static moot_code begin_replicate(whatif_thread *t, whatif_slot *slot, moot_err *err)
{
    const moot_whatif *w = t->w;
    if (w->arrivals) {
        moot_code code = moot_arrived_draw(w->arrivals, w->options.seed, (uint64_t)slot->r.number, &slot->came, err);
        if (code != MOOT_OK) {
            return code;
        }
        slot->r.came = slot->came.list;
        slot->r.came_count = slot->came.count;
    }
    size_t cases = (size_t)moot_whatif__count(w, &slot->r) + 1, lives = (size_t)w->branch_count * cases;
    t->count = (int32_t)cases - 1;
    int good = moot_grow((void **)&slot->r.lives, &slot->lives_cap, lives, sizeof *slot->r.lives) &&
               moot_grow((void **)&slot->parts, &slot->parts_cap, lives, sizeof *slot->parts) &&
               moot_grow((void **)&t->kept, &t->kept_cap, cases, sizeof *t->kept);
    if (good && w->options.change_on != MOOT_DAY_MIN) {
        good = moot_grow((void **)&t->keeps, &t->keeps_cap, cases, sizeof *t->keeps) &&
               moot_grow((void **)&t->switched_lives, &t->switched_cap, cases, sizeof *t->switched_lives);
    }
    return good ? MOOT_OK : moot_fail_memory(err);
}

/* The caseload of a branch, with those who came. */
static moot_code gather(whatif_thread *t, int32_t branch, const whatif_slot *slot, moot_err *err)
{
    const moot_whatif_branch *b = &t->w->branches[branch];
    t->inputs = b->inputs;
    if (!t->w->arrivals) {
        return MOOT_OK;
    }
    moot_code code = moot_crowd_join(t->w->arrivals, &slot->came, b->model->assume->protocol, b->inputs, &t->crowd, err);
    t->inputs = t->crowd.list;
    return code;
}

static moot_code run_unfolded(whatif_thread *t, int32_t branch, whatif_slot *slot, moot_err *err)
{
    moot_whatif *w = t->w;
    const moot_whatif_branch *b = &w->branches[branch];
    moot_code code = gather(t, branch, slot, err);
    if (code != MOOT_OK) {
        return code;
    }
    moot_world_of of = { b->model, t->inputs, t->count, w->options.seed, (uint64_t)slot->r.number, w->options.until, 0,
                         NULL };
    branch_run r = { t, branch, slot };
    size_t per_world = moot_whatif__per_world(w);
    memset(t->sums, 0, per_world * sizeof *t->sums);
    t->digests_count = branch == 0 ? 0 : t->digests_count;
    code = run_world(&r, &of, err);
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

static moot_code run_slot(void *user, size_t worker, size_t place, int64_t replicate, moot_err *err)
{
    whatif_work *all = user;
    whatif_slot *slot = &all->slots[place];
    slot->r.number = replicate;
    moot_code code = begin_replicate(&all->threads[worker], slot, err);
    for (int32_t i = 0; i < all->w->branch_count && code == MOOT_OK; i++) {
        code = run_branch(&all->threads[worker], i, slot, err);
    }
    return code;
}

static moot_code take_slot(void *user, size_t place, int64_t replicate, moot_err *err)
{
    const whatif_work *all = user;
    moot_whatif *w = all->w;
    (void)replicate;
    moot_code code = moot_whatif__take_slot(w, &all->slots[place], err);
    if (code == MOOT_OK && w->options.put) {
        code = w->options.put(w->options.user, w, &all->slots[place].r, err);
    }
    if (code == MOOT_OK && w->options.progress) {
        w->options.progress(w->options.user, w->taken_count);
    }
    return code;
}

static moot_code stopped(const moot_whatif *w, moot_err *err)
{
    int64_t all = moot_whatif_of_shard(w->options.replicates, w->options.shard, w->options.shards);
    moot_err_init(err);
    return moot_fail(err, MOOT_EINTR, "stopped after %lld of %lld replicates", (long long)w->taken_count, (long long)all);
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

static moot_code open_thread(moot_whatif *w, whatif_thread *t, moot_err *err)
{
    memset(t, 0, sizeof *t);
    t->w = w;
    moot_crowd_init(&t->crowd);
    t->worlds = moot_calloc((size_t)w->branch_count, sizeof *t->worlds);
    t->sums = moot_calloc(moot_whatif__per_world(w) + 1, sizeof *t->sums);
    moot_code code = t->worlds && t->sums ? MOOT_OK : moot_fail_memory(err);
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
    moot_crowd_done(&t->crowd);
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
    moot_arrived_init(&slot->came);
    slot->r.values = moot_calloc((size_t)w->branch_count * moot_whatif__per_world(w) + 1, sizeof *slot->r.values);
    return slot->r.values ? MOOT_OK : moot_fail_memory(err);
}

static moot_code list_todo(whatif_work *all, moot_err *err)
{
    const moot_whatif *w = all->w;
    all->todo = moot_calloc((size_t)w->options.replicates + 1, sizeof *all->todo);
    if (!all->todo) {
        return moot_fail_memory(err);
    }
    for (int64_t r = 0; r < w->options.replicates; r++) {
        if (is_of_shard(w, r) && !w->taken[r]) {
            all->todo[all->todo_count++] = r;
        }
    }
    return MOOT_OK;
}

static moot_code open_slots(whatif_work *all, size_t slots, moot_err *err)
{
    moot_code code = MOOT_OK;
    all->slots = moot_calloc(slots, sizeof *all->slots);
    if (!all->slots) {
        return moot_fail_memory(err);
    }
    while (all->slots_count < slots && code == MOOT_OK) {
        code = open_slot(all->w, &all->slots[all->slots_count++], err);
    }
    return code;
}

static void close_work(whatif_work *all)
{
    for (size_t i = 0; i < all->slots_count; i++) {
        moot_free(all->slots[i].r.values);
        moot_free(all->slots[i].r.lives);
        moot_free(all->slots[i].parts);
        moot_arrived_done(&all->slots[i].came);
    }
    moot_free(all->slots);
    moot_free(all->todo);
}

moot_code moot_whatif_run(moot_whatif *w, moot_err *err)
{
    whatif_thread threads[MOOT_RING_JOBS_MOST];
    whatif_work all = { .w = w, .threads = threads };
    int opened = 0;
    if (!w->branches) {
        MOOT_BUG("a what-if without protocols was to run");
    }
    moot_code code = list_todo(&all, err);
    int jobs = moot_ring_jobs(w->options.jobs, all.todo_count);
    code = code ? code : open_slots(&all, moot_ring_slots(jobs), err);
    while (code == MOOT_OK && opened < jobs) {
        code = open_thread(w, &threads[opened++], err);
    }
    if (code == MOOT_OK) {
        moot_ring ring = { all.todo, all.todo_count, jobs, w->options.stop, run_slot, take_slot, &all };
        code = moot_ring_run(&ring, err);
        code = code == MOOT_EINTR ? stopped(w, err) : code;
    }
    for (int i = 0; i < opened; i++) {
        close_thread(&threads[i]);
    }
    close_work(&all);
    return code;
}
