#include "vm/whatif.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "vm/whatif_internal.h"

static size_t per_world(const moot_whatif *w)
{
    return (size_t)w->figures_count * (size_t)w->groups_count;
}

static double *values_of(const moot_whatif *w, int32_t branch, int64_t replicate)
{
    return w->values + ((size_t)branch * (size_t)w->options.replicates + (size_t)replicate) * per_world(w);
}

/* ---- one replicate ---- */

static moot_code run_branch(whatif_thread *t, int32_t branch, int64_t replicate, moot_err *err)
{
    moot_whatif *w = t->w;
    const moot_whatif_branch *b = &w->branches[branch];
    moot_world_of of = { b->model, b->inputs, w->case_count, w->options.seed, (uint64_t)replicate, w->options.until };
    moot_code code = moot_world_run(t->worlds[branch], &of, err);
    memset(t->sums, 0, per_world(w) * sizeof *t->sums);
    t->digests_count = branch == 0 ? 0 : t->digests_count;
    for (int32_t i = 0; code == MOOT_OK && i < w->case_count; i++) {
        const moot_case *c = moot_world_case(t->worlds[branch], i);
        if (branch == 0) {
            t->kept[i].group = moot_whatif__group(w, c);
            code = moot_whatif__keep(t, i, c, err);
        } else {
            code = moot_whatif__pair(t, branch, i, c, err);
        }
        moot_whatif__add(w, branch, c, t->kept[i].group, t->sums);
    }
    if (code != MOOT_OK) {
        return code;
    }
    moot_whatif__add_queues(w, branch, moot_world_commons(t->worlds[branch]), t->sums);
    double *values = values_of(w, branch, replicate);
    for (size_t k = 0; k < per_world(w); k++) {
        values[k] = moot_whatif__reduce(&w->figures[k % (size_t)w->figures_count], &t->sums[k]);
    }
    return MOOT_OK;
}

static int is_stopped(const moot_whatif *w)
{
    return atomic_load(&w->failed) || (w->options.stop && atomic_load(w->options.stop) != 0);
}

static void *work(void *arg)
{
    whatif_thread *t = arg;
    moot_whatif *w = t->w;
    while (!is_stopped(w) && t->code == MOOT_OK) {
        int64_t replicate = atomic_fetch_add(&w->next, 1);
        if (replicate >= w->options.replicates) {
            break;
        }
        for (int32_t i = 0; i < w->branch_count && t->code == MOOT_OK; i++) {
            t->code = run_branch(t, i, replicate, &t->err);
        }
        if (t->code != MOOT_OK) {
            atomic_store(&w->failed, 1);
        } else {
            int64_t ended = atomic_fetch_add(&w->ended, 1) + 1;
            if (t->tells && w->options.progress) {
                w->options.progress(w->options.progress_user, ended);
            }
        }
    }
    return NULL;
}

/* ---- threads ---- */

static moot_code open_thread(moot_whatif *w, whatif_thread *t, moot_err *err)
{
    size_t cases = (size_t)w->case_count + 1;
    memset(t, 0, sizeof *t);
    t->w = w;
    moot_err_init(&t->err);
    t->worlds = moot_calloc((size_t)w->branch_count, sizeof *t->worlds);
    t->sums = moot_calloc(per_world(w) + 1, sizeof *t->sums);
    t->kept = moot_calloc(cases, sizeof *t->kept);
    t->cases = moot_calloc(cases * (size_t)w->branch_count, sizeof *t->cases);
    t->moves = moot_calloc((size_t)w->branch_count, sizeof *t->moves);
    moot_code code = t->worlds && t->sums && t->kept && t->cases && t->moves ? MOOT_OK : moot_fail_memory(err);
    for (int32_t i = 0; code == MOOT_OK && i < w->branch_count; i++) {
        moot_options options = w->options.engine;
        options.keep_log = 1;
        options.helpers = w->branches[i].helpers;
        code = moot_world_new(&options, &t->worlds[i], err);
        code = code ? code : moot_world_prepare(t->worlds[i], w->branches[i].model, err);
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
    moot_free(t->kept);
    moot_free(t->digests);
    moot_free(t->reasons);
    moot_free(t->cases);
    moot_free(t->moves);
}

/* Whole numbers are added, so the order of threads does not matter. */
static moot_code take_results(moot_whatif *w, const whatif_thread *t, moot_err *err)
{
    for (int32_t i = 0; i < w->branch_count; i++) {
        const int64_t *from = (const int64_t *)&t->moves[i];
        int64_t *to = (int64_t *)&w->moves[i];
        for (size_t k = 0; k < sizeof *t->moves / sizeof *from; k++) {
            to[k] += from[k];
        }
    }
    for (size_t i = 0; i < (size_t)w->branch_count * (size_t)w->case_count; i++) {
        w->cases[i].gains += t->cases[i].gains;
        w->cases[i].losses += t->cases[i].losses;
        w->cases[i].both += t->cases[i].both;
        w->cases[i].others += t->cases[i].others;
        w->cases[i].same += t->cases[i].same;
    }
    for (int32_t i = 0; i < t->reasons_count; i++) {
        if (!moot_whatif__add_reason(&w->reasons, &w->reasons_cap, &w->reasons_count, &t->reasons[i])) {
            return moot_fail_memory(err);
        }
    }
    return MOOT_OK;
}

/* The calling thread only tells how far it is, if others do the work. */
static void wait_for(moot_whatif *w, pthread_t *ids, int started)
{
    while (w->options.progress && !is_stopped(w) && atomic_load(&w->ended) < w->options.replicates) {
        w->options.progress(w->options.progress_user, atomic_load(&w->ended));
        usleep(50000);
    }
    for (int i = 0; i < started; i++) {
        pthread_join(ids[i], NULL);
    }
}

static moot_code run_threads(moot_whatif *w, whatif_thread *threads, int jobs, moot_err *err)
{
    pthread_t ids[MOOT_WHATIF_JOBS_MOST];
    moot_code code = MOOT_OK;
    int started = 0;
    if (jobs == 1) {
        threads[0].tells = 1;
        work(&threads[0]);
    }
    while (jobs > 1 && started < jobs && code == MOOT_OK) {
        int failed = pthread_create(&ids[started], NULL, work, &threads[started]);
        if (failed) {
            atomic_store(&w->failed, 1);
            code = moot_fail(err, MOOT_ESYSTEM, "the system gives no thread for job %d: %s", started + 1, strerror(failed));
        } else {
            started++;
        }
    }
    wait_for(w, ids, started);
    for (int i = 0; i < jobs && code == MOOT_OK; i++) {
        if (threads[i].code != MOOT_OK) {
            *err = threads[i].err;
            code = threads[i].code;
        } else {
            code = take_results(w, &threads[i], err);
        }
    }
    return code;
}

static int by_count(const void *left, const void *right)
{
    const moot_whatif_reason *x = left, *y = right;
    int64_t nx = x->gains + x->losses + x->others, ny = y->gains + y->losses + y->others;
    if (x->branch != y->branch) {
        return x->branch - y->branch;
    }
    if (nx != ny) {
        return nx > ny ? -1 : 1;
    }
    int clauses = strcmp(x->clause, y->clause);
    int names = clauses ? clauses : strcmp(x->name, y->name);
    return names ? names : x->queue - y->queue;
}

/* ---- public ---- */

static moot_code make(moot_whatif *w, moot_err *err)
{
    moot_code code = moot_whatif__figures(w, err);
    if (code != MOOT_OK) {
        return code;
    }
    size_t worlds = (size_t)w->branch_count * (size_t)w->options.replicates;
    w->values = moot_calloc(worlds * per_world(w) + 1, sizeof *w->values);
    w->cases = moot_calloc((size_t)w->branch_count * (size_t)w->case_count + 1, sizeof *w->cases);
    w->moves = moot_calloc((size_t)w->branch_count, sizeof *w->moves);
    w->list = moot_calloc((size_t)w->options.replicates, sizeof *w->list);
    return w->values && w->cases && w->moves && w->list ? MOOT_OK : moot_fail_memory(err);
}

moot_code moot_whatif_run(const moot_whatif_branch *branches, int32_t branch_count, int32_t case_count,
                          const moot_whatif_options *options, moot_whatif **out_whatif, moot_err *err)
{
    moot_whatif *w = moot_calloc(1, sizeof *w);
    int jobs = options->jobs < 1 ? 1 : options->jobs > MOOT_WHATIF_JOBS_MOST ? MOOT_WHATIF_JOBS_MOST : options->jobs;
    jobs = jobs > options->replicates ? (int)options->replicates : jobs;
    whatif_thread *threads = w ? moot_calloc((size_t)jobs, sizeof *threads) : NULL;
    int opened = 0;
    if (!threads) {
        moot_free(w);
        return moot_fail_memory(err);
    }
    w->branches = branches;
    w->branch_count = branch_count;
    w->case_count = case_count;
    w->options = *options;
    moot_arena_init(&w->arena);
    moot_code code = make(w, err);
    while (code == MOOT_OK && opened < jobs) {
        code = open_thread(w, &threads[opened++], err);
    }
    if (code == MOOT_OK) {
        code = run_threads(w, threads, jobs, err);
    }
    for (int i = 0; i < opened; i++) {
        close_thread(&threads[i]);
    }
    moot_free(threads);
    w->done = atomic_load(&w->ended);
    if (code == MOOT_OK && w->done < options->replicates) {
        code = moot_fail(err, MOOT_EINTR, "stopped after %lld of %lld replicates", (long long)w->done, (long long)options->replicates);
    }
    if (code != MOOT_OK) {
        moot_whatif_free(w);
        return code;
    }
    if (w->reasons_count > 0) { /* there is no array of none */
        qsort(w->reasons, (size_t)w->reasons_count, sizeof *w->reasons, by_count);
    }
    *out_whatif = w;
    return MOOT_OK;
}

void moot_whatif_free(moot_whatif *w)
{
    if (w) {
        moot_free(w->figures);
        moot_free(w->values);
        moot_free(w->list);
        moot_free(w->reasons);
        moot_free(w->cases);
        moot_free(w->moves);
        moot_arena_done(&w->arena);
        moot_free(w);
    }
}

int32_t moot_whatif_figures(const moot_whatif *w, const moot_whatif_figure **out_list)
{
    *out_list = w->figures;
    return w->figures_count;
}

int32_t moot_whatif_groups(const moot_whatif *w, const char *const **out_names)
{
    *out_names = w->groups;
    return w->groups_count;
}

int32_t moot_whatif_reasons(const moot_whatif *w, const moot_whatif_reason **out_list)
{
    *out_list = w->reasons;
    return w->reasons_count;
}

moot_whatif_case moot_whatif_of_case(const moot_whatif *w, int32_t branch, int32_t i)
{
    return w->cases[(size_t)branch * (size_t)w->case_count + (size_t)i];
}

/* Of the replicates of a branch, less those of another (-1: none): those that came about. */
static moot_figure figure_of(const moot_whatif *w, int32_t branch, int32_t less, int32_t figure, int32_t group)
{
    size_t at = (size_t)group * (size_t)w->figures_count + (size_t)figure, count = 0;
    for (int64_t r = 0; r < w->options.replicates; r++) {
        double value = values_of(w, branch, r)[at] - (less >= 0 ? values_of(w, less, r)[at] : 0);
        if (!isnan(value)) {
            w->list[count++] = value;
        }
    }
    return moot_mean_of(w->list, count, MOOT_STATS_LEVEL);
}

moot_figure moot_whatif_value(const moot_whatif *w, int32_t branch, int32_t figure, int32_t group)
{
    return figure_of(w, branch, -1, figure, group);
}

moot_figure moot_whatif_effect(const moot_whatif *w, int32_t branch, int32_t figure, int32_t group)
{
    return figure_of(w, branch, 0, figure, group);
}

moot_whatif_moved moot_whatif_moves(const moot_whatif *w, int32_t branch)
{
    const whatif_moves *m = &w->moves[branch];
    double n = (double)w->options.replicates;
    moot_whatif_moved moved = { (double)m->gains / n, (double)m->losses / n, (double)m->both / n, (double)m->others / n,
                                (double)m->same / n, (double)m->queue / n, { 0 }, { 0 }, { 0 } };
    for (int i = 0; i < 2; i++) {
        moved.breaches[i] = (double)m->breaches[i] / n;
        moved.nights[i] = (double)m->nights[i] / n;
        moved.days_home[i] = (double)m->days_home[i] / n;
    }
    return moved;
}
