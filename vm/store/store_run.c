/* Runs: begun, gone on with, ended; a chunk is one transaction with the run's progress in it. */
#include <string.h>

#include "vm/store/store_internal.h"

/* What tells one run from another but for its replicate, bound in the order of the statements. */
static void bind_asked(moot_sql *sql, int64_t protocol_no, const moot_run_info *info)
{
    moot_sql_int(sql, protocol_no);
    moot_sql_text(sql, info->caseload);
    moot_sql_text(sql, info->caseload_sha);
    moot_sql_int_or_null(sql, info->as_of, info->as_of == MOOT_NEVER);
    moot_sql_int_or_null(sql, info->law_as_at, info->law_as_at == MOOT_DAY_MIN);
    moot_sql_text(sql, info->oracle);
    moot_sql_int(sql, (int64_t)info->seed);
    moot_sql_text(sql, info->moot);
    moot_sql_text(sql, info->options);
}

static void bind_identity(moot_sql *sql, int64_t protocol_no, const moot_run_info *info)
{
    bind_asked(sql, protocol_no, info);
    moot_sql_int(sql, (int64_t)info->replicate);
}

static void take_up(moot_store *store, int64_t run, const moot_protocol *protocol)
{
    store->run = run;
    store->protocol = protocol;
}

static moot_code put_run(moot_store *store, const moot_run_info *info, int64_t *out_run,
                         moot_err *err)
{
    int64_t protocol_no = 0;
    moot_code code = moot_store__put_protocol(store, info, &protocol_no, err);
    if (code) {
        return code;
    }
    moot_sql sql = moot_store__sql(store, SQL_PUT_RUN);
    bind_identity(&sql, protocol_no, info);
    code = moot_sql_run(&sql, err);
    *out_run = moot_store__last_id(store);
    return code;
}

moot_code moot_store_run_begin(moot_store *store, const moot_run_info *info, int64_t *out_run,
                               moot_err *err)
{
    int64_t run = 0;
    moot_code code = moot_store__commit(store, err);
    code = code ? code : moot_store__begin(store, err);
    code = code ? code : put_run(store, info, &run, err);
    code = code ? code : moot_store__commit(store, err);
    if (code) {
        moot_store__rollback(store);
        return code;
    }
    take_up(store, run, info->protocol);
    *out_run = run;
    return MOOT_OK;
}

moot_code moot_store_run_turn(moot_store *store, int64_t run, const moot_protocol *protocol, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_RUN_DECLARATIONS);
    moot_sql_int(&sql, run);
    if (moot_sql_next(&sql)) {
        store->first_declaration = moot_sql_get(&sql, 0);
    }
    take_up(store, run, protocol);
    return moot_sql_end(&sql, err);
}

static moot_code find_protocol(moot_store *store, const moot_run_info *info, int64_t *out_protocol_no, moot_err *err)
{
    char sha[65];
    moot_code code = moot_store__sources_sha(info, sha, err);
    return code ? code : moot_store__find_protocol(store, info->protocol->hash, sha, out_protocol_no, err);
}

/* Of a statement that tells runs by their identity: the run, and the second column where *out_done is asked for. */
static moot_code find_run(moot_store *store, const moot_run_info *info, moot_statement which, int64_t *out_run, int64_t *out_done,
                          moot_err *err)
{
    int64_t protocol_no = 0, run = 0, done = 0;
    moot_code code = find_protocol(store, info, &protocol_no, err);
    if (code) {
        return code;
    }
    moot_sql sql = moot_store__sql(store, which);
    bind_identity(&sql, protocol_no, info);
    if (moot_sql_next(&sql)) {
        run = moot_sql_get(&sql, 0);
        done = out_done ? moot_sql_get(&sql, 1) : 0;
    }
    code = moot_sql_end(&sql, err);
    if (!code) {
        *out_run = run;
    }
    if (!code && out_done) {
        *out_done = done;
    }
    return code;
}

moot_code moot_store_run_resume(moot_store *store, const moot_run_info *info, int64_t *out_run,
                                int64_t *out_done, moot_err *err)
{
    moot_code code = find_run(store, info, SQL_FIND_RUN, out_run, out_done, err);
    if (!code) {
        take_up(store, *out_run, info->protocol);
    }
    return code;
}

moot_code moot_store_run_finished(moot_store *store, const moot_run_info *info, int64_t *out_run, moot_err *err)
{
    return find_run(store, info, SQL_FIND_FINISHED, out_run, NULL, err);
}

/* One statement for all: a search for each would hash the files and look at every run, for each. */
moot_code moot_store_replicates_finished(moot_store *store, const moot_run_info *info, int64_t count, uint8_t *out_there, moot_err *err)
{
    int64_t protocol_no = 0;
    moot_code code = find_protocol(store, info, &protocol_no, err);
    if (code) {
        return code;
    }
    memset(out_there, 0, (size_t)count);
    moot_sql sql = moot_store__sql(store, SQL_FINISHED_REPLICATES);
    bind_asked(&sql, protocol_no, info);
    while (moot_sql_next(&sql)) {
        int64_t replicate = moot_sql_get(&sql, 0);
        if (replicate >= 0 && replicate < count) {
            out_there[replicate] = 1;
        }
    }
    return moot_sql_end(&sql, err);
}

static moot_code progress(moot_store *store, int64_t run, int64_t done, int finished, moot_err *err)
{
    moot_code code = moot_store__begin(store, err);
    if (code) {
        return code;
    }
    moot_sql sql = moot_store__sql(store, SQL_RUN_DONE);
    moot_sql_int(&sql, done);
    moot_sql_int(&sql, finished);
    moot_sql_int(&sql, run);
    code = moot_sql_run(&sql, err);
    code = code ? code : moot_store__commit(store, err);
    if (code) {
        moot_store__rollback(store);
        store->broken = 1;
    }
    return code;
}

moot_code moot_store_chunk_end(moot_store *store, int64_t run, int64_t done, moot_err *err)
{
    return progress(store, run, done, 0, err);
}

moot_code moot_store_run_end(moot_store *store, int64_t run, int64_t done, moot_err *err)
{
    return progress(store, run, done, 1, err);
}
