/* Shards of a what-if, each in a store of its own, to the store that one run of all replicates would have made: what was asked is
 * copied, and the replicates are taken and put in their order, as if they had just been run. */
#include "vm/store/store_internal.h"
#include "vm/store/store_part.h"
#include "vm/store/store_whatif_internal.h"

/* ---- what a part is ---- */

static moot_code read_whatif(moot_store_part *p, moot_err *err)
{
    moot_whatif_told told;
    moot_whatif_shape shape;
    if (p->whatifs != 1 || p->held.runs > 0 || p->held.version != moot_store__version()) {
        return moot_fail(err, MOOT_EDATA, "%.200s is no part of a what-if: moot whatif --shard makes one, in a store of its own",
                         p->path);
    }
    moot_code code = moot_store__whatif_told(p->store, 0, &p->arena, &told, &shape, err);
    if (code) {
        return code;
    }
    p->identity = told.identity;
    p->replicates = told.replicates;
    p->done = told.done;
    p->finished = told.finished;
    p->no = told.no;
    p->shard = told.shard;
    p->shards = told.shards;
    return MOOT_OK;
}

/* ---- together ---- */

/* What is the same in all: protocols, and what was asked. */
static moot_code copy_common(const moot_store_part *from, moot_store *to, moot_err *err)
{
    static const char *const tables[] = { "whatif_rows", "whatif_sides", "whatif_files", "whatif_assumed", "whatif_people",
                                          "whatif_figures", "whatif_clauses", "whatif_groups" };
    moot_code code = moot_store__begin(to, err);
    code = code ? code : moot_store__part_protocols(from, to, err);
    for (size_t i = 0; i < MOOT_COUNT(tables) && !code; i++) {
        code = moot_store__copy_table(from->store, to, tables[i], err);
    }
    if (!code) {
        moot_sql sql = moot_store__sql(to, SQL_WHATIF_WHOLE);
        code = moot_sql_run(&sql, err);
    }
    return code ? code : moot_store__commit(to, err);
}

static moot_code take_all(const moot_store_part *first, moot_whatif_reader *readers, moot_whatif *whatif, moot_store *to,
                          moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int64_t r = 0; r < first->replicates && !code; r++) {
        moot_whatif_reader *reader = &readers[r % first->shards];
        code = moot_store__whatif_read(reader, r, err);
        code = code ? code : moot_whatif_take(whatif, &reader->replicate, err);
        code = code ? code : moot_store_whatif_put(to, first->no, whatif, &reader->replicate, err);
    }
    return code ? code : moot_store_whatif_end(to, first->no, whatif, err);
}

static moot_code read_and_take(moot_store_part *const *by_shard, moot_whatif *whatif, moot_store *to, moot_err *err)
{
    int opened = 0, shards = by_shard[0]->shards;
    moot_whatif_reader *readers = moot_calloc((size_t)shards, sizeof *readers);
    moot_code code = readers ? MOOT_OK : moot_fail_memory(err);
    while (opened < shards && !code) {
        code = moot_store__whatif_reader(by_shard[opened]->store, by_shard[opened]->no, whatif, &readers[opened], err);
        opened++;
    }
    code = code ? code : copy_common(by_shard[0], to, err);
    code = code ? code : take_all(by_shard[0], readers, whatif, to, err);
    for (int i = 0; i < opened; i++) {
        moot_store__whatif_reader_done(&readers[i]);
    }
    moot_free(readers);
    return code;
}

static moot_code put_whatif(moot_store_part *const *by_shard, moot_store *to, moot_err *err)
{
    moot_whatif_told told;
    moot_whatif_shape shape;
    moot_whatif *whatif = NULL;
    moot_code code = moot_store__whatif_told(by_shard[0]->store, 0, &by_shard[0]->arena, &told, &shape, err);
    if (code) {
        return code;
    }
    shape.shard = shape.shards = 1;
    code = moot_whatif_of_shape(&shape, &whatif, err);
    code = code ? code : read_and_take(by_shard, whatif, to, err);
    moot_whatif_free(whatif);
    return code;
}

moot_code moot_store_whatif_merge(const char *out, const char *const *paths, int32_t count, int64_t *out_replicates, moot_err *err)
{
    static const moot_part_kind whatifs = {
        "parts of different what-ifs: not the same protocols, cases, assumptions, seed, replicates or number of parts",
        read_whatif, put_whatif,
    };
    return moot_store__parts_merge(&whatifs, out, paths, count, out_replicates, err);
}
