/* The half of the batch that may run anywhere: from the text of a chunk's cases to cases that have been run. */
#include <string.h>

#include "vm/run/batch_internal.h"

/* ---- chunks ---- */

static moot_code init_twins(moot_batch_item *item, int32_t count, moot_err *err)
{
    item->twins = count ? moot_calloc((size_t)count, sizeof *item->twins) : NULL;
    for (int32_t i = 0; item->twins && i < count; i++) {
        moot_input_init(&item->twins[i].input);
        moot_case_init(&item->twins[i].c);
    }
    return item->twins || !count ? MOOT_OK : moot_fail_memory(err);
}

static void done_item(moot_batch_item *item, int32_t twins)
{
    moot_raw_done(&item->raw);
    moot_input_done(&item->input);
    moot_case_done(&item->c);
    for (int32_t i = 0; item->twins && i < twins; i++) {
        moot_input_done(&item->twins[i].input);
        moot_case_done(&item->twins[i].c);
    }
    moot_free(item->twins);
}

moot_code moot_chunk__init(moot_chunk *chunk, int32_t twin_count, moot_err *err)
{
    moot_code code = MOOT_OK;
    memset(chunk, 0, sizeof *chunk);
    moot_errs_init(&chunk->errs, 0);
    moot_buf_init(&chunk->text);
    chunk->twin_count = twin_count;
    chunk->items = moot_calloc(MOOT_BATCH_CHUNK, sizeof *chunk->items);
    if (!chunk->items) {
        return moot_fail_memory(err);
    }
    for (int i = 0; i < MOOT_BATCH_CHUNK; i++) {
        moot_raw_init(&chunk->items[i].raw);
        moot_input_init(&chunk->items[i].input);
        moot_case_init(&chunk->items[i].c);
        code = code ? code : init_twins(&chunk->items[i], twin_count, err);
    }
    return code;
}

void moot_chunk__done(moot_chunk *chunk)
{
    for (int i = 0; chunk->items && i < MOOT_BATCH_CHUNK; i++) {
        done_item(&chunk->items[i], chunk->twin_count);
    }
    moot_free(chunk->items);
    moot_errs_done(&chunk->errs);
    moot_buf_done(&chunk->text);
    memset(chunk, 0, sizeof *chunk);
}

void moot_chunk__pull(moot_chunk *chunk, moot_caseload *caseload, int64_t first)
{
    int found = 1;
    chunk->first = first;
    chunk->count = 0;
    chunk->last = 0;
    chunk->code = MOOT_OK;
    chunk->errs.count = chunk->errs.dropped = 0;
    moot_err_init(&chunk->err);
    moot_buf_clear(&chunk->text);
    while (chunk->count < MOOT_BATCH_CHUNK && found && chunk->code == MOOT_OK) {
        chunk->code = moot_caseload_pull(caseload, &chunk->items[chunk->count].raw, &found, &chunk->err);
        chunk->count += chunk->code == MOOT_OK && found;
    }
    chunk->last = chunk->code == MOOT_OK && !found;
}

/* ---- workers ---- */

static moot_code init_lane(moot_worker *worker, moot_lane *lane, const moot_beside *of, moot_err *err)
{
    moot_options engine = worker->options->engine;
    engine.helpers = of->helpers;
    lane->protocol = of->protocol;
    moot_caseload_reader(worker->caseload, of->protocol, &lane->reader);
    moot_code code = moot_engine_new(&engine, &lane->engine, err);
    code = code ? code : moot_engine_prepare(lane->engine, of->protocol, err);
    return code ? code : moot_oracle_recorded(&lane->oracle, err);
}

moot_code moot_worker__init(moot_worker *worker, const moot_protocol *protocol, const moot_caseload *caseload,
                            const moot_batch_options *options, moot_err *err)
{
    const moot_beside own = { protocol, options->engine.helpers };
    memset(worker, 0, sizeof *worker);
    worker->caseload = caseload;
    worker->options = options;
    worker->lanes = moot_calloc((size_t)options->beside_count + 1, sizeof *worker->lanes);
    if (!worker->lanes) {
        return moot_fail_memory(err);
    }
    worker->lane_count = options->beside_count + 1;
    moot_code code = MOOT_OK;
    for (int32_t i = 0; code == MOOT_OK && i < worker->lane_count; i++) {
        code = init_lane(worker, &worker->lanes[i], i ? &options->beside[i - 1] : &own, err);
    }
    return code;
}

void moot_worker__done(moot_worker *worker)
{
    for (int32_t i = 0; i < worker->lane_count; i++) {
        if (worker->lanes[i].protocol) {
            moot_engine_free(worker->lanes[i].engine);
            moot_oracle_free(worker->lanes[i].oracle);
            moot_reader_done(&worker->lanes[i].reader);
        }
    }
    moot_free(worker->lanes);
}

static moot_input *input_of(moot_batch_item *item, int32_t lane)
{
    return lane ? &item->twins[lane - 1].input : &item->input;
}

/* Under each protocol, until one refuses it: a mistake is told once. */
static void read_case(const moot_worker *worker, moot_batch_item *item, moot_errs *errs)
{
    item->read = MOOT_OK;
    for (int32_t i = 0; item->read == MOOT_OK && i < worker->lane_count; i++) {
        item->read = moot_caseload_read(worker->caseload, &item->raw, &worker->lanes[i].reader, input_of(item, i), errs);
    }
}

static moot_code run_in_lane(const moot_batch_options *options, moot_lane *lane, moot_case *c, const moot_input *input,
                             moot_err *err)
{
    if (options->until == MOOT_NEVER) {
        return moot_engine_case(lane->engine, c, lane->protocol, input, lane->oracle, err);
    }
    moot_code code = moot_engine_begin(lane->engine, c, lane->protocol, input, lane->oracle, err);
    return code ? code : moot_engine_run(lane->engine, options->until, err);
}

static moot_code run_case(moot_worker *worker, moot_batch_item *item, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; code == MOOT_OK && i < worker->lane_count; i++) {
        moot_case *c = i ? &item->twins[i - 1].c : &item->c;
        code = run_in_lane(worker->options, &worker->lanes[i], c, input_of(item, i), err);
    }
    return code;
}

static moot_code render_case(moot_worker *worker, moot_chunk *chunk, moot_batch_item *item, moot_err *err)
{
    if (!worker->options->render) {
        return MOOT_OK;
    }
    moot_code code = worker->options->render(worker->options->render_user, &item->c, &chunk->text, err);
    return code || moot_buf_ok(&chunk->text) ? code : moot_fail_memory(err);
}

/* A case that cannot be gone on with for want of memory or by a limit stops the batch there: those before it stand. */
void moot_worker__run(moot_worker *worker, moot_chunk *chunk)
{
    for (int32_t i = 0; i < chunk->count; i++) {
        moot_batch_item *item = &chunk->items[i];
        moot_code code = MOOT_OK;
        read_case(worker, item, &chunk->errs);
        item->errs_end = chunk->errs.count;
        int skipped = chunk->first + i < worker->options->skip;
        if (item->read == MOOT_OK && !skipped) {
            code = run_case(worker, item, &chunk->err);
            code = code ? code : render_case(worker, chunk, item, &chunk->err);
        }
        item->text_end = chunk->text.len;
        if (code) {
            chunk->code = code;
            chunk->count = i;
            chunk->last = 0;
            return;
        }
    }
}
