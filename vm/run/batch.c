/* The half of the batch that is in order: chunks in a ring, taken by workers, handed on here one after the other.
 *
 * The ring is the only thing that threads share: its mutex guards each chunk's state and the file's next place. A chunk itself
 * belongs to whoever took it, from TAKEN to DONE to the worker, from DONE to FREE to this thread. Pulling happens under a mutex
 * of its own, so that nobody waits for the disk who has a case to run. */
#include "vm/run/batch.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "vm/run/batch_internal.h"

typedef struct batch {
    const moot_protocol *protocol;
    moot_caseload *caseload;
    const moot_batch_options *options;
    moot_sink *const *sinks;
    size_t sink_count;
    moot_errs *errs;
    moot_batch_counts *counts;
    const moot_case **together; /* owned: one case under each protocol, as sinks get it */
    /* the ring */
    moot_chunk *ring;
    size_t ring_count;
    pthread_mutex_t lock;     /* states of chunks, `over` */
    pthread_cond_t changed;
    pthread_mutex_t pull_lock; /* the caseload's end that is pulled, next_chunk, next_case, no_more */
    size_t next_chunk;
    int64_t next_case;
    int no_more;              /* the file has ended, or cannot be read further */
    int over;                 /* the run ends: nobody begins anything */
} batch;

moot_batch_options moot_batch_options_default(void)
{
    moot_batch_options options;
    memset(&options, 0, sizeof options);
    options.jobs = 1;
    options.engine = moot_options_default();
    options.until = MOOT_NEVER;
    return options;
}

static int stopped(const batch *b)
{
    return b->options->stop && atomic_load(b->options->stop) != 0;
}

/* ---- handing on ---- */

static moot_code put_case(batch *b, const moot_batch_item *item, moot_err *err)
{
    const moot_case *c = &item->c;
    b->together[0] = c;
    for (int32_t i = 0; i < b->options->beside_count; i++) {
        b->together[1 + i] = &item->twins[i].c;
    }
    for (size_t i = 0; i < b->sink_count; i++) {
        moot_sink *sink = b->sinks[i];
        moot_code code = b->options->beside_count ? sink->put_all(sink, b->together, 1 + b->options->beside_count, err)
                                                  : sink->put(sink, c, err);
        if (code) {
            return code;
        }
    }
    b->counts->run++;
    b->counts->by_status[c->status]++;
    b->counts->events += c->input->record_count;
    b->counts->warnings += c->input->warning_count;
    return MOOT_OK;
}

static moot_code write_text(batch *b, const moot_chunk *chunk, int32_t i, moot_err *err)
{
    size_t start = i ? chunk->items[i - 1].text_end : 0, end = chunk->items[i].text_end;
    if (!b->options->write || end == start) {
        return MOOT_OK;
    }
    return b->options->write(b->options->write_user, moot_buf_text(&chunk->text) + start, end - start, err);
}

static int limit_reached(const batch *b)
{
    return b->options->limit > 0 && moot_caseload_count(b->caseload).cases >= b->options->limit;
}

static moot_code chunk_end(batch *b, moot_err *err)
{
    for (size_t i = 0; i < b->sink_count; i++) {
        moot_code code = b->sinks[i]->chunk_end ? b->sinks[i]->chunk_end(b->sinks[i], b->counts->done, err) : MOOT_OK;
        if (code) {
            return code;
        }
    }
    if (b->options->progress) {
        b->options->progress(b->options->progress_user, b->counts->done);
    }
    return MOOT_OK;
}

static moot_code hand_on_case(batch *b, moot_chunk *chunk, int32_t i, moot_err *err)
{
    moot_batch_item *item = &chunk->items[i];
    int good = 0;
    moot_code code = moot_caseload_admit(b->caseload, item->read, &item->raw, &item->input, b->errs, &good, err);
    for (size_t e = i ? item[-1].errs_end : 0; e < item->errs_end; e++) {
        moot_errs_take(b->errs, &chunk->errs.list[e]);
    }
    if (code == MOOT_OK && good && chunk->first + i >= b->options->skip) {
        code = write_text(b, chunk, i, err);
        code = code ? code : put_case(b, item, err);
    }
    b->counts->done += code == MOOT_OK;
    return code;
}

/* What stopped the work on a chunk counts only when all before it was handed on. */
static moot_code end_of_chunk(batch *b, moot_chunk *chunk, moot_err *err)
{
    b->errs->dropped += chunk->errs.dropped;
    moot_code code = chunk_end(b, err);
    if (code) {
        return code;
    }
    if (chunk->code) {
        if (err) {
            *err = chunk->err;
        }
        return chunk->code;
    }
    return chunk->last ? moot_caseload_finish(b->caseload, b->errs, err) : MOOT_OK;
}

/* *out_last is set when nothing follows this chunk. */
static moot_code hand_on(batch *b, moot_chunk *chunk, int *out_last, moot_err *err)
{
    moot_code code = MOOT_OK;
    int limited = limit_reached(b);
    for (int32_t i = 0; i < chunk->count && code == MOOT_OK && !limited; i++) {
        code = hand_on_case(b, chunk, i, err);
        limited = limit_reached(b);
    }
    if (code == MOOT_OK) {
        code = limited ? chunk_end(b, err) : end_of_chunk(b, chunk, err);
    }
    *out_last = limited || chunk->last;
    if (code == MOOT_OK && !*out_last && stopped(b)) {
        code = moot_fail(err, MOOT_EINTR, "stopped after %lld cases; what was done so far is kept", (long long)b->counts->done);
    }
    return code;
}

/* ---- one thread ---- */

static moot_code run_alone(batch *b, moot_err *err)
{
    moot_worker worker;
    moot_chunk chunk;
    int last = 0;
    memset(&chunk, 0, sizeof chunk);
    moot_code code = moot_worker__init(&worker, b->protocol, b->caseload, b->options, err);
    if (code == MOOT_OK) {
        code = moot_chunk__init(&chunk, b->options->beside_count, err);
    }
    while (code == MOOT_OK && !last) {
        moot_chunk__pull(&chunk, b->caseload, b->next_case);
        b->next_case += chunk.count;
        moot_worker__run(&worker, &chunk);
        code = hand_on(b, &chunk, &last, err);
    }
    moot_chunk__done(&chunk);
    moot_worker__done(&worker);
    return code;
}

/* ---- many threads ---- */

typedef struct thread {
    batch *b;
    moot_worker worker;
    pthread_t id;
} thread;

static void set_state(batch *b, moot_chunk *chunk, moot_chunk_state state)
{
    pthread_mutex_lock(&b->lock);
    chunk->state = state;
    pthread_cond_broadcast(&b->changed);
    pthread_mutex_unlock(&b->lock);
}

/* Waits until a chunk is in a state; 0 when the run is over. */
static int wait_for(batch *b, const moot_chunk *chunk, moot_chunk_state state)
{
    pthread_mutex_lock(&b->lock);
    while (chunk->state != state && !b->over) {
        pthread_cond_wait(&b->changed, &b->lock);
    }
    int good = !b->over;
    pthread_mutex_unlock(&b->lock);
    return good;
}

/* The next chunk of the file, pulled; NULL when there is none. Whoever waits here holds the pull lock: the others could not go
 * on either. */
static moot_chunk *take_chunk(batch *b)
{
    moot_chunk *chunk = NULL;
    pthread_mutex_lock(&b->pull_lock);
    if (!b->no_more) {
        chunk = &b->ring[b->next_chunk % b->ring_count];
        if (wait_for(b, chunk, MOOT_CHUNK_FREE)) {
            set_state(b, chunk, MOOT_CHUNK_TAKEN);
            moot_chunk__pull(chunk, b->caseload, b->next_case);
            b->next_chunk++;
            b->next_case += chunk->count;
            b->no_more = chunk->last || chunk->code != MOOT_OK;
        } else {
            b->no_more = 1;
            chunk = NULL;
        }
    }
    pthread_mutex_unlock(&b->pull_lock);
    return chunk;
}

static void *work(void *arg)
{
    thread *t = arg;
    moot_chunk *chunk;
    while ((chunk = take_chunk(t->b)) != NULL) {
        moot_worker__run(&t->worker, chunk);
        set_state(t->b, chunk, MOOT_CHUNK_DONE);
    }
    return NULL;
}

static moot_code hand_on_all(batch *b, moot_err *err)
{
    moot_code code = MOOT_OK;
    int last = 0;
    for (size_t n = 0; code == MOOT_OK && !last; n++) {
        moot_chunk *chunk = &b->ring[n % b->ring_count];
        wait_for(b, chunk, MOOT_CHUNK_DONE);
        code = hand_on(b, chunk, &last, err);
        set_state(b, chunk, MOOT_CHUNK_FREE);
    }
    return code;
}

static void end_threads(batch *b, thread *threads, int started)
{
    pthread_mutex_lock(&b->lock);
    b->over = 1;
    pthread_cond_broadcast(&b->changed);
    pthread_mutex_unlock(&b->lock);
    for (int i = 0; i < started; i++) {
        pthread_join(threads[i].id, NULL);
    }
}

static moot_code make_ring(batch *b, int jobs, moot_err *err)
{
    b->ring_count = 2 * (size_t)jobs + 1;
    b->ring = moot_calloc(b->ring_count, sizeof *b->ring);
    moot_code code = b->ring ? MOOT_OK : moot_fail_memory(err);
    for (size_t i = 0; code == MOOT_OK && i < b->ring_count; i++) {
        code = moot_chunk__init(&b->ring[i], b->options->beside_count, err);
    }
    return code;
}

static moot_code run_together(batch *b, int jobs, moot_err *err)
{
    int started = 0;
    thread *threads = moot_calloc((size_t)jobs, sizeof *threads);
    moot_code code = threads ? make_ring(b, jobs, err) : moot_fail_memory(err);
    for (int i = 0; code == MOOT_OK && i < jobs; i++) {
        threads[i].b = b;
        code = moot_worker__init(&threads[i].worker, b->protocol, b->caseload, b->options, err);
    }
    while (code == MOOT_OK && started < jobs) {
        int failed = pthread_create(&threads[started].id, NULL, work, &threads[started]);
        if (failed) {
            code = moot_fail(err, MOOT_ESYSTEM, "the system gives no thread for job %d: %s", started + 1, strerror(failed));
        } else {
            started++;
        }
    }
    if (code == MOOT_OK) {
        code = hand_on_all(b, err);
    }
    end_threads(b, threads, started);
    for (int i = 0; threads && i < jobs; i++) {
        moot_worker__done(&threads[i].worker);
    }
    for (size_t i = 0; b->ring && i < b->ring_count; i++) {
        moot_chunk__done(&b->ring[i]);
    }
    moot_free(b->ring);
    moot_free(threads);
    return code;
}

/* ---- public ---- */

static int job_count(const moot_batch_options *options)
{
    long jobs = options->jobs > 0 ? options->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    return jobs < 1 ? 1 : jobs > MOOT_BATCH_JOBS_MOST ? MOOT_BATCH_JOBS_MOST : (int)jobs;
}

moot_code moot_batch_run(const moot_protocol *protocol, moot_caseload *caseload, const moot_batch_options *options,
                         moot_sink *const *sinks, size_t sink_count, moot_errs *errs, moot_batch_counts *out_counts,
                         moot_err *err)
{
    batch b;
    memset(&b, 0, sizeof b);
    memset(out_counts, 0, sizeof *out_counts);
    b.protocol = protocol;
    b.caseload = caseload;
    b.options = options;
    b.sinks = sinks;
    b.sink_count = sink_count;
    b.errs = errs;
    b.counts = out_counts;
    int jobs = job_count(options);
    moot_code code;
    b.together = moot_calloc((size_t)options->beside_count + 1, sizeof *b.together);
    if (!b.together) {
        return moot_fail_memory(err);
    }
    if (jobs == 1) {
        code = run_alone(&b, err);
    } else {
        pthread_mutex_init(&b.lock, NULL);
        pthread_mutex_init(&b.pull_lock, NULL);
        pthread_cond_init(&b.changed, NULL);
        code = run_together(&b, jobs, err);
        pthread_cond_destroy(&b.changed);
        pthread_mutex_destroy(&b.pull_lock);
        pthread_mutex_destroy(&b.lock);
    }
    moot_free(b.together);
    out_counts->caseload = moot_caseload_count(caseload);
    return code;
}
