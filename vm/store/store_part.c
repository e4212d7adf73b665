#include "vm/store/store_part.h"

#include <string.h>
#include <unistd.h>

#include "vm/run/whatif.h"
#include "vm/store/store_internal.h"
#include "vm/store/store_whatif.h"

/* ---- one ---- */

moot_code moot_store__part_open(moot_store_part *p, const char *path, moot_err *err)
{
    p->path = path;
    moot_arena_init(&p->arena);
    moot_code code = moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &p->store, err);
    code = code ? code : moot_store_info(p->store, &p->held, err);
    return code ? code : moot_store_whatif_count(p->store, &p->whatifs, err);
}

void moot_store__part_close(moot_store_part *p)
{
    moot_store_close(p->store);
    moot_arena_done(&p->arena);
}

moot_code moot_store__part_protocols(const moot_store_part *from, moot_store *to, moot_err *err)
{
    static const char *const tables[] = { "zone", "local_time", "protocols", "sources", "symbols", "declarations", "law",
                                          "law_carried_out", "law_notes" };
    moot_code code = MOOT_OK;
    for (size_t i = 0; i < MOOT_COUNT(tables) && !code; i++) {
        code = moot_store__copy_table(from->store, to, tables[i], err);
    }
    return code;
}

/* ---- do they belong together? ---- */

static moot_code check_part(const moot_part_kind *kind, const moot_store_part *p, const moot_store_part *first, moot_err *err)
{
    if (strcmp(p->identity, first->identity) != 0 || p->shards != first->shards) {
        return moot_fail(err, MOOT_EDATA, "%.200s and %.200s are %s", first->path, p->path, kind->differ);
    }
    if (!p->finished) {
        int64_t own = moot_whatif_of_shard(p->replicates, p->shard, p->shards);
        return moot_fail(err, MOOT_EDATA, "%.200s is not finished: it has %lld of %lld replicates; the same command with --resume "
                         "goes on", p->path, (long long)p->done, (long long)own);
    }
    return MOOT_OK;
}

/* One of each, none twice. There are no more places than parts: who belongs behind them shows that one is missing. */
static moot_code sort_parts(moot_store_part *parts, int32_t count, moot_store_part **by_shard, moot_err *err)
{
    int shards = parts[0].shards;
    for (int32_t i = 0; i < count; i++) {
        moot_store_part **place = parts[i].shard <= count ? &by_shard[parts[i].shard - 1] : NULL;
        if (place && *place) {
            return moot_fail(err, MOOT_EDATA, "%.200s and %.200s are both part %d of %d", (*place)->path, parts[i].path,
                             parts[i].shard, shards);
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

static moot_code put_together(const moot_part_kind *kind, const char *out, moot_store_part *const *by_shard, moot_err *err)
{
    moot_store *to = NULL;
    moot_code code = moot_store_open(out, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &to, err);
    code = code ? code : kind->put(by_shard, to, err);
    moot_store_close(to);
    if (code) {
        moot_store__take_away(out);
    }
    return code;
}

moot_code moot_store__parts_merge(const moot_part_kind *kind, const char *out, const char *const *paths, int32_t count,
                                  int64_t *out_replicates, moot_err *err)
{
    moot_store_part *parts = moot_calloc((size_t)count + 1, sizeof *parts);
    moot_store_part **by_shard = moot_calloc((size_t)count + 1, sizeof *by_shard);
    moot_code code = parts && by_shard ? MOOT_OK : moot_fail_memory(err);
    int32_t opened = 0;
    if (!code && access(out, F_OK) == 0) {
        code = moot_fail(err, MOOT_EDATA, "%.200s is there already: moot merge makes a new store", out);
    }
    while (opened < count && !code) {
        moot_store_part *p = &parts[opened];
        code = moot_store__part_open(p, paths[opened++], err);
        code = code ? code : kind->read(p, err);
        code = code ? code : check_part(kind, p, &parts[0], err);
    }
    code = code ? code : sort_parts(parts, count, by_shard, err);
    code = code ? code : put_together(kind, out, by_shard, err);
    if (!code) {
        *out_replicates = parts[0].replicates;
    }
    for (int32_t i = 0; i < opened; i++) {
        moot_store__part_close(&parts[i]);
    }
    moot_free(parts);
    moot_free(by_shard);
    return code;
}
