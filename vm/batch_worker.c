/* The half of the batch that may run anywhere: from the text of a chunk's cases to cases that have been run. */
#include <string.h>

#include "vm/batch_internal.h"

/* ---- chunks ---- */

moot_code moot_chunk__init(moot_chunk *chunk, moot_err *err)
{
    memset(chunk, 0, sizeof *chunk);
    moot_errs_init(&chunk->errs, 0);
    moot_buf_init(&chunk->text);
    chunk->items = moot_calloc(MOOT_BATCH_CHUNK, sizeof *chunk->items);
    if (!chunk->items) {
        return moot_fail_memory(err);
    }
    for (int i = 0; i < MOOT_BATCH_CHUNK; i++) {
        moot_raw_init(&chunk->items[i].raw);
        moot_input_init(&chunk->items[i].input);
        moot_case_init(&chunk->items[i].c);
    }
    return MOOT_OK;
}

void moot_chunk__done(moot_chunk *chunk)
{
    for (int i = 0; chunk->items && i < MOOT_BATCH_CHUNK; i++) {
        moot_raw_done(&chunk->items[i].raw);
        moot_input_done(&chunk->items[i].input);
        moot_case_done(&chunk->items[i].c);
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

moot_code moot_worker__init(moot_worker *worker, const moot_protocol *protocol, const moot_caseload *caseload,
                            const moot_batch_options *options, moot_err *err)
{
    memset(worker, 0, sizeof *worker);
    worker->protocol = protocol;
    worker->caseload = caseload;
    worker->options = options;
    moot_reader_init(&worker->reader, protocol, moot_caseload_as_of(caseload));
    moot_code code = moot_engine_new(&options->engine, &worker->engine, err);
    code = code ? code : moot_engine_prepare(worker->engine, protocol, err);
    return code ? code : moot_oracle_recorded(&worker->oracle, err);
}

void moot_worker__done(moot_worker *worker)
{
    if (worker->protocol) {
        moot_engine_free(worker->engine);
        moot_oracle_free(worker->oracle);
        moot_reader_done(&worker->reader);
    }
}

static moot_code run_case(moot_worker *worker, moot_batch_item *item, moot_err *err)
{
    const moot_batch_options *options = worker->options;
    if (options->until == MOOT_NEVER) {
        return moot_engine_case(worker->engine, &item->c, worker->protocol, &item->input, worker->oracle, err);
    }
    moot_code code = moot_engine_begin(worker->engine, &item->c, worker->protocol, &item->input, worker->oracle, err);
    return code ? code : moot_engine_run(worker->engine, options->until, err);
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
        item->read = moot_caseload_read(worker->caseload, &item->raw, &worker->reader, &item->input, &chunk->errs);
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
