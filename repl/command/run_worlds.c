/* moot run --assume: what people do is drawn. Each replicate is a world, and in a store a run of its own, which one transaction
 * brings: it is there whole or not at all, so that a run that was stopped goes on with those that are missing. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "repl/command/run_internal.h"
#include "repl/command/whatif_kept.h"
#include "vm/run/ring.h"
#include "vm/run/whatif.h"

/* A place of the ring: the cases of a replicate, and what they came to. */
typedef struct place {
    moot_world *world;
    moot_arrived came;
    moot_crowd crowd; /* the caseload with those who came, where any do */
    const moot_input *inputs;
    int32_t count;
} place;

typedef struct worlds {
    run *r;
    moot_cases cases;
    moot_arrivals *arrivals; /* NULL: nobody comes */
    moot_batch_counts *counts;
    place *places;
    size_t made;
    int64_t *todo; /* numbers of the replicates that are run, in order */
    int64_t todo_count, found; /* found: are in the store already */
    int64_t taken;
} worlds;

/* ---- options ---- */

static moot_code check_alone(const moot_cli *cli, moot_err *err)
{
    static const char *const drawn[] = { "seed", "replicates", "shard", "arrivals" };
    for (size_t i = 0; i < MOOT_COUNT(drawn); i++) {
        if (moot_cli_flag(cli, drawn[i])) {
            return moot_fail(err, MOOT_EUSAGE, "--%s needs --assume: nothing is drawn without it", drawn[i]);
        }
    }
    return MOOT_OK;
}

moot_code moot_run__read_worlds(run *r, moot_err *err)
{
    const moot_cli *cli = &r->app->cli;
    r->assume = moot_cli_text(cli, "assume");
    r->seed = r->replicates = 1;
    r->shard = r->shards = 1;
    if (moot_cli_int(cli, "seed", 0, INT32_MAX, &r->seed, err) ||
        moot_cli_int(cli, "replicates", 1, 1000000, &r->replicates, err) ||
        moot_modelled_arrivals(r->app, &r->come_first, &r->come_last, err)) {
        return err->code;
    }
    if (!r->assume) {
        return check_alone(cli, err);
    }
    if (moot_whatif_shard(r->app, &r->shard, &r->shards, err)) {
        return err->code;
    }
    if (r->shards > r->replicates) {
        return moot_fail(err, MOOT_EUSAGE, "--shard %d/%d leaves parts without a replicate: --replicates is %ld", r->shard, r->shards,
                         r->replicates);
    }
    return MOOT_OK;
}

/* ---- which of them ---- */

/* Per replicate: whether the store has it. */
static moot_code find_kept(run *r, uint8_t *out_kept, moot_err *err)
{
    int asks = r->store && moot_cli_flag(&r->app->cli, "resume");
    return asks ? moot_store_replicates_finished(r->store, &r->info, r->replicates, out_kept, err) : MOOT_OK;
}

static moot_code list_todo(worlds *w, moot_err *err)
{
    run *r = w->r;
    uint8_t *kept = moot_calloc((size_t)r->replicates, 1);
    w->todo = moot_calloc((size_t)r->replicates, sizeof *w->todo);
    moot_code code = kept && w->todo ? find_kept(r, kept, err) : moot_fail_memory(err);
    for (int64_t i = r->shard - 1; i < r->replicates && !code; i += r->shards) {
        w->found += kept[i];
        if (!kept[i]) {
            w->todo[w->todo_count++] = i;
        }
    }
    moot_free(kept);
    r->first = w->todo_count > 0 ? (long)w->todo[0] : 0;
    r->is_there = w->todo_count == 0;
    return code;
}

/* ---- running and taking ---- */

/* The caseload, with those who come in this replicate. */
static moot_code gather(const worlds *w, place *at, int64_t replicate, moot_err *err)
{
    at->inputs = w->cases.list;
    at->count = w->cases.count;
    if (!w->arrivals) {
        return MOOT_OK;
    }
    moot_code code = moot_arrived_draw(w->arrivals, (uint64_t)w->r->seed, (uint64_t)replicate, &at->came, err);
    code = code ? code : moot_crowd_join(w->arrivals, &at->came, w->r->protocol, w->cases.list, &at->crowd, err);
    at->inputs = at->crowd.list;
    at->count = at->crowd.count;
    return code;
}

static moot_code run_world(void *user, size_t worker, size_t slot, int64_t replicate, moot_err *err)
{
    const worlds *w = user;
    const run *r = w->r;
    place *at = &w->places[slot];
    moot_code code = gather(w, at, replicate, err);
    moot_world_of of = { r->modelled.model, at->inputs, at->count, (uint64_t)r->seed, (uint64_t)replicate, r->batch.until, 0, NULL };
    (void)worker;
    return code ? code : moot_world_run(at->world, &of, err);
}

static moot_code put_case(run *r, const moot_case *c, moot_buf *text, moot_err *err)
{
    moot_code code = moot_run__count(r, c, err);
    code = code || !r->store ? code : moot_store_put_case(r->store, r->store_run, c, err);
    if (!code && r->app->say.json) {
        moot_buf_clear(text);
        code = moot_run__render(r, c, text, err);
        code = code ? code : moot_run__write(r, moot_buf_text(text), text->len, err);
    }
    return code;
}

static moot_code put_world(worlds *w, const place *at, moot_err *err)
{
    moot_buf text;
    moot_code code = MOOT_OK;
    moot_buf_init(&text);
    for (int32_t i = 0; i < at->count && !code; i++) {
        const moot_case *c = moot_world_case(at->world, i);
        code = put_case(w->r, c, &text, err);
        w->counts->run++;
        w->counts->by_status[c->status]++;
        w->counts->events += c->input->record_count;
    }
    moot_buf_done(&text);
    w->counts->done += at->count;
    return code;
}

static moot_code take_world(void *user, size_t slot, int64_t replicate, moot_err *err)
{
    worlds *w = user;
    run *r = w->r;
    const place *at = &w->places[slot];
    r->replicate = (long)replicate;
    moot_code code = r->store ? moot_run__begin(r, err) : MOOT_OK;
    code = code ? code : put_world(w, at, err);
    if (!code && r->store) {
        code = moot_store_run_end(r->store, r->store_run, at->count, err);
    }
    w->taken += code == MOOT_OK;
    moot_progress_show(&r->progress, "replicates", w->taken, w->todo_count);
    return code;
}

static moot_code stopped(const worlds *w, moot_err *err)
{
    moot_err_init(err);
    return moot_fail(err, MOOT_EINTR, "stopped after %" PRId64 " of %" PRId64 " replicates%s", w->found + w->taken,
                     w->found + w->todo_count, w->r->store ? "; the same command with --resume goes on" : "");
}

/* Helpers are opened before threads start: a host may load a time zone. */
static moot_code make_worlds(worlds *w, size_t count, moot_err *err)
{
    moot_code code = MOOT_OK;
    w->places = moot_calloc(count, sizeof *w->places);
    if (!w->places) {
        return moot_fail_memory(err);
    }
    while (w->made < count && !code) {
        place *at = &w->places[w->made];
        code = moot_world_new(&w->r->batch.engine, &at->world, err);
        if (!code) {
            moot_arrived_init(&at->came);
            moot_crowd_init(&at->crowd);
            w->made++;
            code = moot_world_prepare(at->world, w->r->modelled.model, err);
        }
    }
    return code;
}

static moot_code run_replicates(worlds *w, moot_err *err)
{
    run *r = w->r;
    int jobs = moot_ring_jobs(r->jobs, w->todo_count);
    moot_ring ring = { w->todo, w->todo_count, jobs, moot_stop_flag(), run_world, take_world, w };
    moot_code code = make_worlds(w, moot_ring_slots(jobs), err);
    moot_progress_begin(&r->progress, !r->app->say.quiet);
    code = code ? code : moot_ring_run(&ring, err);
    moot_progress_end(&r->progress);
    return code == MOOT_EINTR ? stopped(w, err) : code;
}

/* ---- the whole ---- */

static moot_code find_arrivals(worlds *w, moot_err *err)
{
    const run *r = w->r;
    if (r->come_first == MOOT_DAY_MIN) {
        return MOOT_OK;
    }
    moot_code code = moot_arrivals_new(r->modelled.model, w->cases.list, w->cases.count, r->come_first, r->come_last, &w->arrivals, err);
    if (!code) {
        moot_modelled_tell_arrivals(r->app, w->arrivals, r->cases);
    }
    return code;
}

static void tell_begin(const worlds *w)
{
    const run *r = w->r;
    if (w->found > 0) {
        moot_say_note(&r->app->say, "Going on after %" PRId64 " of %" PRId64 " replicates.", w->found, w->found + w->todo_count);
        if (!r->is_there) {
            moot_run__tell_part(r);
        }
    }
    if (r->is_there || r->app->say.json || r->app->say.quiet) {
        return;
    }
    if (r->shards > 1) {
        printf("part %d of %d: %" PRId64 " of %ld replicates; moot merge puts the parts together\n", r->shard, r->shards,
               moot_whatif_of_shard(r->replicates, r->shard, r->shards), r->replicates);
    }
    printf("What people do is drawn from %s (seed %ld, %ld replicate%s): no row is a record of anybody.\n\n", r->assume, r->seed,
           r->replicates, r->replicates == 1 ? "" : "s");
}

void moot_run__worlds(run *r, moot_err *err)
{
    moot_batch_counts counts;
    moot_errs errs;
    worlds w = { .r = r, .counts = &counts };
    memset(&counts, 0, sizeof counts);
    moot_errs_init(&errs, 0);
    moot_code code = moot_cases_read(r->caseload, r->limit, &w.cases, &errs, err);
    code = code ? code : find_arrivals(&w, err);
    code = code ? code : list_todo(&w, err);
    if (!code) {
        tell_begin(&w);
        code = run_replicates(&w, err);
    }
    counts.caseload = moot_caseload_count(r->caseload);
    moot_run__tell_end(r, &errs, &counts, err);
    for (size_t i = 0; i < w.made; i++) {
        moot_world_free(w.places[i].world);
        moot_arrived_done(&w.places[i].came);
        moot_crowd_done(&w.places[i].crowd);
    }
    moot_free(w.places);
    moot_arrivals_free(w.arrivals);
    moot_free(w.todo);
    moot_cases_done(&w.cases);
    moot_errs_done(&errs);
    (void)code; /* it stands in err */
}
