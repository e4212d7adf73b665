/* A run's cases have numbers in a row, and all that belongs to a case has its number first: so a run is copied by adding to them
 * what is between their first number here and there. */
#include "vm/store/store_merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vm/run/whatif.h"
#include "vm/store/store_internal.h"
#include "vm/store/store_part.h"

/* ---- what a part is ---- */

/* "… --replicates 11 --shard 2/3 ": 0 if it does not end so. *out_end: where that begins. */
static int read_part(const char *options, moot_store_part *p, size_t *out_end)
{
    char again[96];
    const char *at = NULL;
    for (const char *found = strstr(options, "--replicates "); found; found = strstr(found + 1, "--replicates ")) {
        at = found;
    }
    const char *shard = at ? strstr(at, "--shard ") : NULL;
    const char *slash = shard ? strchr(shard, '/') : NULL;
    if (!slash) {
        return 0;
    }
    p->replicates = strtol(at + strlen("--replicates "), NULL, 10);
    p->shard = (int)strtol(shard + strlen("--shard "), NULL, 10);
    p->shards = (int)strtol(slash + 1, NULL, 10);
    snprintf(again, sizeof again, MOOT_RUN_PART, (long)p->replicates, p->shard, p->shards);
    *out_end = (size_t)(at - options);
    return strcmp(at, again) == 0 && p->shards > 1 && p->shard >= 1 && p->shard <= p->shards && p->replicates >= p->shards;
}

static moot_code no_part(const char *path, moot_err *err)
{
    return moot_fail(err, MOOT_EDATA, "%.200s is no part of a run: moot run --assume FILE --shard makes one, in a store of its own", path);
}

/* All runs of a part are the same but for their replicate: one row, the first column what tells it from others. */
static moot_code read_identity(moot_store_part *p, moot_err *err)
{
    size_t end = 0;
    const char *identity = NULL, *options = NULL;
    int64_t kinds = 0;
    moot_sql sql = moot_store__sql(p->store, SQL_PART_IDENTITY);
    while (moot_sql_next(&sql)) {
        identity = moot_sql_get_text(&sql, 0, &p->arena);
        options = moot_sql_get_text(&sql, 1, &p->arena);
        kinds++;
    }
    moot_code code = moot_sql_end(&sql, err);
    if (code) {
        return code;
    }
    if (kinds != 1 || !identity || !options || !read_part(options, p, &end)) {
        return no_part(p->path, err);
    }
    moot_buf text;
    moot_buf_init(&text);
    moot_buf_printf(&text, "%s\n%.*s\n%lld", identity, (int)end, options, (long long)p->replicates);
    p->identity = moot_buf_ok(&text) ? moot_arena_str(&p->arena, moot_buf_text(&text)) : NULL;
    moot_buf_done(&text);
    return p->identity ? MOOT_OK : moot_fail_memory(err);
}

/* Of its replicates, those that are there, finished; others should not be. */
static moot_code count_done(moot_store_part *p, moot_err *err)
{
    int64_t others = 0;
    moot_sql sql = moot_store__sql(p->store, SQL_PART_RUNS);
    moot_sql_int(&sql, p->shards);
    moot_sql_int(&sql, p->shard - 1);
    moot_sql_int(&sql, p->replicates);
    if (moot_sql_next(&sql)) {
        p->done = moot_sql_get(&sql, 0);
        others = moot_sql_get(&sql, 1);
    }
    p->finished = p->done == moot_whatif_of_shard(p->replicates, p->shard, p->shards);
    moot_code code = moot_sql_end(&sql, err);
    return code || others == 0 ? code : no_part(p->path, err);
}

static moot_code read_runs(moot_store_part *p, moot_err *err)
{
    if (p->whatifs > 0 || p->held.protocols != 1 || p->held.version != moot_store__version()) {
        return no_part(p->path, err);
    }
    moot_code code = read_identity(p, err);
    return code ? code : count_done(p, err);
}

/* ---- together ---- */

/* The run of a replicate, as that with the number `run`, without what says that it is a part; *cases are there so far. */
static moot_code copy_run(const moot_store_part *p, moot_store *to, int64_t replicate, int64_t run, int64_t *cases, moot_err *err)
{
    static const char *const tables[] = {
        "case_rows",     "inputs",        "log",          "reads",          "stage_rows",    "decision_rows",
        "deadline_rows", "panel_rows",    "referral_rows", "notice_rows",   "duty_rows",     "entitlement_rows",
        "charge_rows",   "escalation_rows", "bed_rows",   "breach_rows",    "departure_rows", "reading_rows",
        "need_rows",     "measure_rows",  "warning_rows",
    };
    int64_t from = 0, first = 0, count = 0;
    moot_sql sql = moot_store__sql(p->store, SQL_PART_RUN);
    moot_sql_int(&sql, replicate);
    if (moot_sql_next(&sql)) {
        from = moot_sql_get(&sql, 0);
        first = moot_sql_get(&sql, 1);
        count = moot_sql_get(&sql, 2);
    }
    moot_code code = moot_sql_end(&sql, err);
    moot_store_copied copied = { from, from, run - from, 0 };
    code = code ? code : moot_store__copy_rows(p->store, to, "run_rows", &copied, err);
    copied = (moot_store_copied){ first, first + count - 1, *cases + 1 - first, run };
    for (size_t i = 0; i < MOOT_COUNT(tables) && !code; i++) {
        copied.second = i == 0 ? run : 0;
        code = moot_store__copy_rows(p->store, to, tables[i], &copied, err);
    }
    *cases += count;
    return code;
}

static moot_code strip_part(const moot_store_part *p, moot_store *to, moot_err *err)
{
    char end[96];
    int len = snprintf(end, sizeof end, MOOT_RUN_PART, (long)p->replicates, p->shard, p->shards);
    moot_sql sql = moot_store__sql(to, SQL_PART_WHOLE);
    moot_sql_int(&sql, len);
    moot_sql_int(&sql, p->shard - 1);
    moot_sql_int(&sql, p->shards);
    return moot_sql_run(&sql, err);
}

static moot_code put_runs(moot_store_part *const *by_shard, moot_store *to, moot_err *err)
{
    const moot_store_part *first = by_shard[0];
    int64_t cases = 0;
    moot_code code = moot_store__begin(to, err);
    code = code ? code : moot_store__part_protocols(first, to, err);
    for (int64_t r = 0; r < first->replicates && !code; r++) {
        code = moot_store__begin(to, err);
        code = code ? code : copy_run(by_shard[r % first->shards], to, r, r + 1, &cases, err);
        code = code ? code : moot_store__commit(to, err);
    }
    code = code ? code : moot_store__begin(to, err);
    for (int i = 0; i < first->shards && !code; i++) {
        code = strip_part(by_shard[i], to, err);
    }
    return code ? code : moot_store__commit(to, err);
}

/* ---- the whole ---- */

moot_code moot_store_holds_runs(const char *path, int *out_holds, moot_err *err)
{
    moot_store_part p = { 0 };
    moot_code code = moot_store__part_open(&p, path, err);
    *out_holds = p.held.runs > 0 && p.whatifs == 0;
    moot_store__part_close(&p);
    return code;
}

moot_code moot_store_runs_merge(const char *out, const char *const *paths, int32_t count, int64_t *out_replicates, moot_err *err)
{
    static const moot_part_kind runs = {
        "parts of different runs: not the same protocol, cases, assumptions, seed, options, replicates or number of parts",
        read_runs, put_runs,
    };
    return moot_store__parts_merge(&runs, out, paths, count, out_replicates, err);
}
