/* A run's cases have numbers in a row, and all that belongs to a case has its number first: so a run is copied by adding to them
 * what is between their first number here and there. */
#include "vm/store/store_merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "vm/store/store_internal.h"
#include "vm/store/store_whatif.h"

typedef struct part {
    const char *path;
    moot_store *store;
    moot_arena arena;
    const char *identity; /* of what it is a part of */
    long replicates;
    int shard, shards;
} part;

/* ---- do they belong together? ---- */

/* "… --replicates 11 --shard 2/3 ": 0 if it does not end so. *out_end: where that begins. */
static int read_part(const char *options, part *p, size_t *out_end)
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
    snprintf(again, sizeof again, MOOT_RUN_PART, p->replicates, p->shard, p->shards);
    *out_end = (size_t)(at - options);
    return strcmp(at, again) == 0 && p->shards > 1 && p->shard >= 1 && p->shard <= p->shards && p->replicates >= p->shards;
}

static moot_code no_part(const char *path, moot_err *err)
{
    return moot_fail(err, MOOT_EDATA, "%.200s is no part of a run: moot run --assume FILE --shard makes one, in a store of its own", path);
}

/* All runs of a part are the same but for their replicate: one row, the first column what tells it from others. */
static moot_code read_identity(part *p, moot_err *err)
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
    moot_buf_printf(&text, "%s\n%.*s\n%ld %d", identity, (int)end, options, p->replicates, p->shards);
    p->identity = moot_buf_ok(&text) ? moot_arena_str(&p->arena, moot_buf_text(&text)) : NULL;
    moot_buf_done(&text);
    return p->identity ? MOOT_OK : moot_fail_memory(err);
}

/* Each of its replicates once, finished. */
static moot_code check_whole(part *p, moot_err *err)
{
    int64_t own = p->replicates / p->shards + (p->replicates % p->shards >= p->shard), good = 0, others = 0;
    moot_sql sql = moot_store__sql(p->store, SQL_PART_RUNS);
    moot_sql_int(&sql, p->shards);
    moot_sql_int(&sql, p->shard - 1);
    moot_sql_int(&sql, p->replicates);
    if (moot_sql_next(&sql)) {
        good = moot_sql_get(&sql, 0);
        others = moot_sql_get(&sql, 1);
    }
    moot_code code = moot_sql_end(&sql, err);
    if (code) {
        return code;
    }
    if (others > 0) {
        return no_part(p->path, err);
    }
    return good == own ? MOOT_OK
                       : moot_fail(err, MOOT_EDATA, "%.200s is not finished: it has %lld of %lld replicates; the same command with "
                                   "--resume goes on", p->path, (long long)good, (long long)own);
}

static moot_code open_part(part *p, const char *path, moot_err *err)
{
    moot_store_summary held;
    int64_t whatifs = 0;
    p->path = path;
    moot_arena_init(&p->arena);
    moot_code code = moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &p->store, err);
    code = code ? code : moot_store_info(p->store, &held, err);
    code = code ? code : moot_store_whatif_count(p->store, &whatifs, err);
    if (code) {
        return code;
    }
    if (whatifs > 0 || held.protocols != 1 || held.version != moot_store__version()) {
        return no_part(path, err);
    }
    code = read_identity(p, err);
    return code ? code : check_whole(p, err);
}

static moot_code place_part(part *p, const part *first, part **by_shard, moot_err *err)
{
    if (strcmp(p->identity, first->identity) != 0) {
        return moot_fail(err, MOOT_EDATA, "%.200s and %.200s are parts of different runs: not the same protocol, cases, assumptions, "
                         "seed, options, replicates or number of parts", first->path, p->path);
    }
    if (by_shard[p->shard - 1]) {
        return moot_fail(err, MOOT_EDATA, "%.200s and %.200s are both part %d of %d", by_shard[p->shard - 1]->path, p->path, p->shard,
                         p->shards);
    }
    by_shard[p->shard - 1] = p;
    return MOOT_OK;
}

static moot_code place_parts(part *parts, int32_t count, part **by_shard, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < count && !code; i++) {
        code = place_part(&parts[i], &parts[0], by_shard, err);
    }
    for (int i = 0; i < parts[0].shards && !code; i++) {
        code = by_shard[i] ? MOOT_OK : moot_fail(err, MOOT_EDATA, "part %d of %d is missing", i + 1, parts[0].shards);
    }
    return code;
}

/* ---- together ---- */

static moot_code copy_common(moot_store *from, moot_store *to, moot_err *err)
{
    static const char *const tables[] = { "zone", "local_time", "protocols", "sources", "symbols", "declarations", "law",
                                          "law_carried_out", "law_notes" };
    moot_code code = MOOT_OK;
    for (size_t i = 0; i < MOOT_COUNT(tables) && !code; i++) {
        code = moot_store__copy_table(from, to, tables[i], err);
    }
    return code;
}

/* The run of a replicate, as that with the number `run`, without what says that it is a part; *cases are there so far. */
static moot_code copy_run(const part *p, moot_store *to, int64_t replicate, int64_t run, int64_t *cases, moot_err *err)
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

static moot_code strip_part(const part *p, moot_store *to, moot_err *err)
{
    char end[96];
    int len = snprintf(end, sizeof end, MOOT_RUN_PART, p->replicates, p->shard, p->shards);
    moot_sql sql = moot_store__sql(to, SQL_PART_WHOLE);
    moot_sql_int(&sql, len);
    moot_sql_int(&sql, p->shard - 1);
    moot_sql_int(&sql, p->shards);
    return moot_sql_run(&sql, err);
}

static moot_code put_together(const char *out, part **by_shard, moot_err *err)
{
    const part *first = by_shard[0];
    moot_store *to = NULL;
    int64_t cases = 0;
    moot_code code = moot_store_open(out, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &to, err);
    code = code ? code : moot_store__begin(to, err);
    code = code ? code : copy_common(first->store, to, err);
    for (int64_t r = 0; r < first->replicates && !code; r++) {
        code = moot_store__begin(to, err);
        code = code ? code : copy_run(by_shard[r % first->shards], to, r, r + 1, &cases, err);
        code = code ? code : moot_store__commit(to, err);
    }
    code = code ? code : moot_store__begin(to, err);
    for (int i = 0; i < first->shards && !code; i++) {
        code = strip_part(by_shard[i], to, err);
    }
    code = code ? code : moot_store__commit(to, err);
    moot_store_close(to);
    return code;
}

/* ---- the whole ---- */

moot_code moot_store_holds_runs(const char *path, int *out_holds, moot_err *err)
{
    moot_store *store = NULL;
    moot_store_summary held = { 0 };
    int64_t whatifs = 0;
    moot_code code = moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, err);
    code = code ? code : moot_store_info(store, &held, err);
    code = code ? code : moot_store_whatif_count(store, &whatifs, err);
    *out_holds = held.runs > 0 && whatifs == 0;
    moot_store_close(store);
    return code;
}

moot_code moot_store_runs_merge(const char *out, const char *const *paths, int32_t count, int64_t *out_replicates, moot_err *err)
{
    part *parts = moot_calloc((size_t)count + 1, sizeof *parts), **by_shard = NULL;
    moot_code code = parts ? MOOT_OK : moot_fail_memory(err);
    int32_t opened = 0;
    if (!code && access(out, F_OK) == 0) {
        code = moot_fail(err, MOOT_EDATA, "%.200s is there already: moot merge makes a new store", out);
    }
    while (opened < count && !code) {
        code = open_part(&parts[opened], paths[opened], err);
        opened++;
    }
    if (!code) {
        by_shard = moot_calloc((size_t)parts[0].shards, sizeof(part *));
        code = by_shard ? place_parts(parts, count, by_shard, err) : moot_fail_memory(err);
    }
    if (!code) {
        code = put_together(out, by_shard, err);
        if (code) {
            moot_store__take_away(out);
        }
    }
    if (!code) {
        *out_replicates = parts[0].replicates;
    }
    for (int32_t i = 0; i < opened; i++) {
        moot_store_close(parts[i].store);
        moot_arena_done(&parts[i].arena);
    }
    moot_free(parts);
    moot_free(by_shard);
    return code;
}
