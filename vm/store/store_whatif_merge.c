/* Shards of a what-if, each in a store of its own, to the store that one run of all replicates would have made: what was asked is
 * copied, and the replicates are taken and put in their order, as if they had just been run. */
#include <string.h>
#include <unistd.h>

#include "vm/store/store_internal.h"
#include "vm/store/store_whatif_internal.h"

typedef struct part {
    const char *path;
    moot_store *store;
    moot_whatif_told told;
    moot_whatif_shape shape;
    moot_arena arena;
    moot_whatif_reader reader;
    int has_reader;
} part;

/* ---- do they belong together? ---- */

static moot_code open_part(part *p, const char *path, moot_err *err)
{
    moot_store_summary held;
    int64_t count = 0;
    p->path = path;
    moot_arena_init(&p->arena);
    moot_code code = moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &p->store, err);
    code = code ? code : moot_store_info(p->store, &held, err);
    code = code ? code : moot_store_whatif_count(p->store, &count, err);
    if (code) {
        return code;
    }
    if (count != 1 || held.runs > 0 || held.version != moot_store__version()) {
        return moot_fail(err, MOOT_EDATA, "%.200s is no part of a what-if: moot whatif --shard makes one, in a store of its own", path);
    }
    return moot_store__whatif_told(p->store, 0, &p->arena, &p->told, &p->shape, err);
}

static moot_code check_part(const part *p, const part *first, moot_err *err)
{
    int64_t own = moot_whatif_of_shard(p->told.replicates, p->told.shard, p->told.shards);
    if (strcmp(p->told.identity, first->told.identity) != 0 || p->told.shards != first->told.shards) {
        return moot_fail(err, MOOT_EDATA, "%.200s and %.200s are parts of different what-ifs: not the same protocols, cases, "
                         "assumptions, seed, replicates or number of parts", first->path, p->path);
    }
    if (!p->told.finished) {
        return moot_fail(err, MOOT_EDATA, "%.200s is not finished: it has %lld of %lld replicates; the same command with --resume "
                         "goes on", p->path, (long long)p->told.done, (long long)own);
    }
    return MOOT_OK;
}

/* One of each, none twice: sorted by shard. */
static moot_code sort_parts(part *parts, int32_t count, part **by_shard, moot_err *err)
{
    int shards = parts[0].told.shards;
    for (int32_t i = 0; i < count; i++) {
        part **place = parts[i].told.shard <= count ? &by_shard[parts[i].told.shard - 1] : NULL;
        if (place && *place) {
            return moot_fail(err, MOOT_EDATA, "%.200s and %.200s are both part %d of %d", (*place)->path, parts[i].path,
                             parts[i].told.shard, shards);
        }
        if (place) {
            *place = &parts[i];
        }
    }
    for (int32_t i = 0; i < shards; i++) {
        if (i >= count || !by_shard[i]) {
            return moot_fail(err, MOOT_EDATA, "part %d of %d is missing", (int)i + 1, shards);
        }
    }
    return MOOT_OK;
}

/* ---- together ---- */

/* What is the same in all: protocols, and what was asked. */
static moot_code copy_common(moot_store *from, moot_store *to, moot_err *err)
{
    static const char *const tables[] = { "zone", "local_time", "protocols", "sources", "symbols", "declarations", "law",
                                          "law_carried_out", "law_notes", "whatif_rows", "whatif_sides", "whatif_files",
                                          "whatif_assumed", "whatif_people", "whatif_figures", "whatif_clauses", "whatif_groups" };
    moot_code code = moot_store__begin(to, err);
    for (size_t i = 0; i < MOOT_COUNT(tables) && !code; i++) {
        code = moot_store__copy_table(from, to, tables[i], err);
    }
    if (!code) {
        moot_sql sql = moot_store__sql(to, SQL_WHATIF_WHOLE);
        code = moot_sql_run(&sql, err);
    }
    return code ? code : moot_store__commit(to, err);
}

static moot_code take_all(part **by_shard, int shards, moot_whatif *whatif, moot_store *to, moot_err *err)
{
    int64_t replicates = by_shard[0]->told.replicates;
    moot_code code = MOOT_OK;
    for (int64_t r = 0; r < replicates && !code; r++) {
        moot_whatif_reader *reader = &by_shard[r % shards]->reader;
        code = moot_store__whatif_read(reader, r, err);
        code = code ? code : moot_whatif_take(whatif, &reader->replicate, err);
        code = code ? code : moot_store_whatif_put(to, by_shard[0]->told.no, whatif, &reader->replicate, err);
    }
    return code ? code : moot_store_whatif_end(to, by_shard[0]->told.no, whatif, err);
}

static moot_code put_together(const char *out, part **by_shard, moot_err *err)
{
    moot_store *to = NULL;
    moot_whatif *whatif = NULL;
    int shards = by_shard[0]->told.shards;
    moot_whatif_shape shape = by_shard[0]->shape;
    shape.shard = shape.shards = 1;
    moot_code code = moot_whatif_of_shape(&shape, &whatif, err);
    for (int i = 0; i < shards && !code; i++) {
        by_shard[i]->has_reader = 1;
        code = moot_store__whatif_reader(by_shard[i]->store, by_shard[i]->told.no, whatif, &by_shard[i]->reader, err);
    }
    code = code ? code : moot_store_open(out, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &to, err);
    code = code ? code : copy_common(by_shard[0]->store, to, err);
    code = code ? code : take_all(by_shard, shards, whatif, to, err);
    moot_store_close(to);
    moot_whatif_free(whatif);
    return code;
}

static void close_part(part *p)
{
    if (p->has_reader) {
        moot_store__whatif_reader_done(&p->reader);
    }
    moot_store_close(p->store);
    moot_arena_done(&p->arena);
}

moot_code moot_store_whatif_merge(const char *out, const char *const *paths, int32_t count, int64_t *out_replicates, moot_err *err)
{
    part *parts = moot_calloc((size_t)count + 1, sizeof *parts);
    part **by_shard = moot_calloc((size_t)count + 1, sizeof *by_shard);
    moot_code code = parts && by_shard ? MOOT_OK : moot_fail_memory(err);
    int32_t opened = 0;
    if (!code && access(out, F_OK) == 0) {
        code = moot_fail(err, MOOT_EDATA, "%.200s is there already: moot merge makes a new store", out);
    }
    while (opened < count && !code) {
        code = open_part(&parts[opened], paths[opened], err);
        code = code ? code : check_part(&parts[opened], &parts[0], err);
        opened++;
    }
    code = code ? code : sort_parts(parts, count, by_shard, err);
    if (!code) {
        code = put_together(out, by_shard, err);
        if (code) {
            moot_store__take_away(out);
        }
    }
    if (!code) {
        *out_replicates = parts[0].told.replicates;
    }
    for (int32_t i = 0; i < opened; i++) {
        close_part(&parts[i]);
    }
    moot_free(parts);
    moot_free(by_shard);
    return code;
}
