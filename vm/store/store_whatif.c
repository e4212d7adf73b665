/* What-ifs into the store: what was asked, then a replicate at a time, then what it comes to. */
#include "vm/store/store_whatif.h"

#include <math.h>

#include "vm/store/store_internal.h"
#include "vm/store/store_whatif_internal.h"

/* ---- which it is ---- */

static void hash_side(moot_sha *sha, const moot_whatif_side *side, const char *name)
{
    moot_sha_str(sha, name);
    moot_sha_str(sha, side->protocol->hash);
    moot_sha_str(sha, side->assumptions);
    for (int32_t i = 0; i < side->source_count; i++) {
        moot_sha_str(sha, side->sources[i].file);
        moot_sha_str(sha, side->sources[i].text);
    }
}

/* Of all that the answers follow from, but the shard: shards of one what-if have the same. */
static moot_code identity_of(const moot_whatif_info *info, const moot_whatif_shape *shape, char out_hex[65], moot_err *err)
{
    moot_sha *sha = moot_sha_new();
    if (!sha) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < shape->branch_count; i++) {
        hash_side(sha, &info->sides[i], shape->branches[i]);
    }
    for (int32_t i = 0; i < info->file_count; i++) {
        moot_sha_str(sha, info->files[i].text);
    }
    const char *const texts[] = { info->caseload, info->caseload_sha, info->by ? info->by : "", info->moot, info->options };
    for (size_t i = 0; i < MOOT_COUNT(texts); i++) {
        moot_sha_str(sha, texts[i]);
    }
    moot_sha_int(sha, shape->case_count);
    moot_sha_int(sha, (int64_t)info->seed);
    moot_sha_int(sha, shape->replicates);
    moot_sha_int(sha, info->until);
    moot_sha_int(sha, info->law_as_at);
    moot_sha_take(sha, out_hex);
    return MOOT_OK;
}

static int shard_of(const moot_whatif_shape *shape)
{
    return shape->shards < 2 ? 1 : shape->shard;
}

static int shards_of(const moot_whatif_shape *shape)
{
    return shape->shards < 2 ? 1 : shape->shards;
}

/* ---- what was asked ---- */

static moot_code put_row(moot_store *store, const moot_whatif_info *info, const moot_whatif_shape *shape, int64_t *out_no,
                         moot_err *err)
{
    char identity[65];
    moot_code code = identity_of(info, shape, identity, err);
    if (code) {
        return code;
    }
    moot_sql sql = moot_store__sql(store, SQL_PUT_WHATIF);
    moot_sql_text(&sql, identity);
    moot_sql_int(&sql, shard_of(shape));
    moot_sql_int(&sql, shards_of(shape));
    moot_sql_text(&sql, info->caseload);
    moot_sql_text(&sql, info->caseload_sha);
    moot_sql_int(&sql, info->generated);
    moot_sql_int(&sql, (int64_t)info->seed);
    moot_sql_int(&sql, shape->replicates);
    moot_sql_int_or_null(&sql, info->until, info->until == MOOT_NEVER);
    moot_sql_int_or_null(&sql, info->law_as_at, info->law_as_at == MOOT_DAY_MIN);
    moot_sql_text(&sql, info->by);
    moot_sql_text(&sql, info->moot);
    moot_sql_text(&sql, info->options);
    code = moot_sql_run(&sql, err);
    *out_no = moot_store__last_id(store);
    return code;
}

static moot_code put_sides(moot_store *store, int64_t no, const moot_whatif_info *info, const moot_whatif_shape *shape, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < shape->branch_count && !code; i++) {
        const moot_whatif_side *side = &info->sides[i];
        moot_run_info run = { .protocol = side->protocol, .sources = side->sources, .source_count = side->source_count };
        int64_t protocol_no = 0;
        code = moot_protocol_unfold(side->protocol, err);
        if (code) {
            return code;
        }
        code = moot_store__put_protocol(store, &run, &protocol_no, err);
        moot_protocol_fold(side->protocol);
        if (code) {
            return code;
        }
        moot_sql sql = moot_store__sql(store, SQL_PUT_WHATIF_SIDE);
        moot_sql_int(&sql, no);
        moot_sql_int(&sql, i);
        moot_sql_text(&sql, shape->branches[i]);
        moot_sql_int(&sql, protocol_no);
        moot_sql_text(&sql, side->assumptions);
        code = moot_sql_run(&sql, err);
    }
    return code;
}

static moot_code put_assumed(moot_store *store, int64_t no, int32_t n, const char *side, const moot_assumed *row, moot_err *err)
{
    moot_buf name;
    moot_buf_init(&name);
    moot_buf_printf(&name, "%s%s%s", side, *side ? ": " : "", row->name ? row->name : "");
    moot_sql sql = moot_store__sql(store, SQL_PUT_WHATIF_ASSUMED);
    moot_sql_int(&sql, no);
    moot_sql_int(&sql, n);
    moot_sql_text(&sql, moot_assumed_kind_text(row->kind));
    moot_sql_text(&sql, moot_buf_text(&name));
    moot_sql_text(&sql, row->source ? row->source : "assumed");
    moot_sql_text(&sql, row->because);
    moot_sql_int(&sql, row->line);
    moot_code code = moot_sql_run(&sql, err);
    code = code || moot_buf_ok(&name) ? code : moot_fail_memory(err);
    moot_buf_done(&name);
    return code;
}

/* Those of the baseline, then those of each side with a file of its own. */
static moot_code put_all_assumed(moot_store *store, int64_t no, const moot_whatif_info *info, const moot_whatif_shape *shape, moot_err *err)
{
    moot_code code = MOOT_OK;
    int32_t n = 0;
    for (int32_t b = 0; b < shape->branch_count; b++) {
        const moot_assume *assume = b == 0 ? info->assume : info->sides[b].assume;
        for (int32_t i = 0; assume && i < assume->rows_count && !code; i++) {
            code = put_assumed(store, no, n++, b == 0 ? "" : shape->branches[b], &assume->rows[i], err);
        }
    }
    return code;
}

static moot_code put_files(moot_store *store, int64_t no, const moot_whatif_info *info, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < info->file_count && !code; i++) {
        moot_sql sql = moot_store__sql(store, SQL_PUT_WHATIF_FILE);
        moot_sql_int(&sql, no);
        moot_sql_int(&sql, i);
        moot_sql_text(&sql, info->files[i].file);
        moot_sql_text(&sql, info->files[i].text);
        code = moot_sql_run(&sql, err);
    }
    return code;
}

/* A list of names by number. */
static moot_code put_names(moot_store *store, moot_statement which, int64_t no, const char *const *names, int32_t count, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < count && !code; i++) {
        moot_sql sql = moot_store__sql(store, which);
        moot_sql_int(&sql, no);
        moot_sql_int(&sql, i);
        moot_sql_text(&sql, names[i]);
        code = moot_sql_run(&sql, err);
    }
    return code;
}

static moot_code put_figures(moot_store *store, int64_t no, const moot_whatif_shape *shape, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < shape->figure_count && !code; i++) {
        const moot_whatif_figure *f = &shape->figures[i];
        moot_sql sql = moot_store__sql(store, SQL_PUT_WHATIF_FIGURE);
        moot_sql_int(&sql, no);
        moot_sql_int(&sql, i);
        moot_sql_text(&sql, moot_whatif_word(f->kind));
        moot_sql_text(&sql, moot_whatif_text(f->kind));
        moot_sql_text(&sql, f->name);
        moot_sql_text(&sql, f->clause);
        moot_sql_text(&sql, moot_whatif_unit(f->kind));
        moot_sql_int(&sql, moot_whatif_better(f->kind));
        code = moot_sql_run(&sql, err);
    }
    return code;
}

static moot_code put_clauses(moot_store *store, int64_t no, const moot_whatif_shape *shape, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t b = 0; b < shape->branch_count; b++) {
        for (int32_t i = 0; i < shape->figure_count && !code; i++) {
            const char *clause = shape->clauses[(size_t)b * (size_t)shape->figure_count + (size_t)i];
            if (clause) {
                moot_sql sql = moot_store__sql(store, SQL_PUT_WHATIF_CLAUSE);
                moot_sql_int(&sql, no);
                moot_sql_int(&sql, b);
                moot_sql_int(&sql, i);
                moot_sql_text(&sql, clause);
                code = moot_sql_run(&sql, err);
            }
        }
    }
    return code;
}

/* All that is put is committed, or nothing. */
static moot_code close_chunk(moot_store *store, moot_code code, moot_err *err)
{
    code = code ? code : moot_store__commit(store, err);
    if (code) {
        moot_store__rollback(store);
        store->broken = 1;
    }
    return code;
}

moot_code moot_store_whatif_begin(moot_store *store, const moot_whatif_info *info, const moot_whatif *whatif, int64_t *out_no,
                                  moot_err *err)
{
    moot_whatif_shape shape = moot_whatif_shape_of(whatif);
    int64_t no = 0;
    moot_code code = moot_store__commit(store, err);
    code = code ? code : moot_store__begin(store, err);
    if (code) {
        return code;
    }
    code = put_row(store, info, &shape, &no, err);
    code = code ? code : put_sides(store, no, info, &shape, err);
    code = code ? code : put_files(store, no, info, err);
    code = code ? code : put_all_assumed(store, no, info, &shape, err);
    code = code ? code : put_names(store, SQL_PUT_WHATIF_PERSON, no, shape.cases, shape.case_count, err);
    code = code ? code : put_names(store, SQL_PUT_WHATIF_GROUP, no, shape.groups, shape.group_count, err);
    code = code ? code : put_figures(store, no, &shape, err);
    code = code ? code : put_clauses(store, no, &shape, err);
    code = close_chunk(store, code, err);
    if (!code) {
        *out_no = no;
    }
    return code;
}

moot_code moot_store_whatif_resume(moot_store *store, const moot_whatif_info *info, moot_whatif *whatif, int64_t *out_no,
                                   moot_err *err)
{
    moot_whatif_shape shape = moot_whatif_shape_of(whatif);
    char identity[65];
    int64_t no = 0, done = 0;
    moot_code code = identity_of(info, &shape, identity, err);
    if (code) {
        return code;
    }
    moot_sql sql = moot_store__sql(store, SQL_FIND_WHATIF);
    moot_sql_text(&sql, identity);
    moot_sql_int(&sql, shard_of(&shape));
    moot_sql_int(&sql, shards_of(&shape));
    if (moot_sql_next(&sql)) {
        no = moot_sql_get(&sql, 0);
        done = moot_sql_get(&sql, 1);
    }
    code = moot_sql_end(&sql, err);
    code = code || !no ? code : moot_store__whatif_give(store, no, done, whatif, err);
    if (!code) {
        *out_no = no;
    }
    return code;
}

/* ---- a replicate ---- */

static moot_code put_spots(moot_store *store, int64_t no, const moot_whatif *whatif, moot_err *err)
{
    const moot_whatif_spot *spots;
    int32_t count = moot_whatif_spots(whatif, &spots), there = 0;
    moot_sql asked = moot_store__sql(store, SQL_COUNT_WHATIF_SPOTS);
    moot_sql_int(&asked, no);
    if (moot_sql_next(&asked)) {
        there = moot_sql_get_index(&asked, 0);
    }
    moot_code code = moot_sql_end(&asked, err);
    for (int32_t i = there; i < count && !code; i++) {
        moot_sql sql = moot_store__sql(store, SQL_PUT_WHATIF_SPOT);
        moot_sql_int(&sql, no);
        moot_sql_int(&sql, i);
        moot_sql_text(&sql, spots[i].clause);
        moot_sql_text(&sql, spots[i].name);
        code = moot_sql_run(&sql, err);
    }
    return code;
}

static moot_code put_values(moot_store *store, int64_t no, const moot_whatif_shape *shape, const moot_whatif_replicate *r, moot_err *err)
{
    moot_code code = MOOT_OK;
    size_t per_side = (size_t)shape->group_count * (size_t)shape->figure_count, figures = (size_t)shape->figure_count;
    for (size_t i = 0; i < (size_t)shape->branch_count * per_side && !code; i++) {
        if (isnan(r->values[i])) {
            continue;
        }
        moot_sql sql = moot_store__sql(store, SQL_PUT_WORLD);
        moot_sql_int(&sql, no);
        moot_sql_int(&sql, r->number);
        moot_sql_int(&sql, (int64_t)(i / per_side));
        moot_sql_int(&sql, (int64_t)(i % per_side / figures));
        moot_sql_int(&sql, (int64_t)(i % figures));
        moot_sql_real(&sql, r->values[i]);
        code = moot_sql_run(&sql, err);
    }
    return code;
}

static moot_code put_life(moot_store *store, int64_t no, int64_t replicate, int32_t side, int32_t n, const moot_whatif_life *life,
                          moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_LIFE);
    moot_sql_int(&sql, no);
    moot_sql_int(&sql, replicate);
    moot_sql_int(&sql, side);
    moot_sql_int(&sql, n);
    moot_sql_int(&sql, life->breaches);
    moot_sql_int(&sql, life->nights);
    moot_sql_index(&sql, life->days_home);
    moot_sql_int(&sql, life->group);
    moot_sql_int(&sql, life->went);
    moot_sql_int(&sql, life->queue);
    moot_sql_index(&sql, life->spot);
    moot_sql_int(&sql, life->had);
    return moot_sql_run(&sql, err);
}

static moot_code put_came(moot_store *store, int64_t no, const moot_whatif_shape *shape, const moot_whatif_replicate *r, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < r->came_count && !code; i++) {
        const moot_arrival *x = &r->came[i];
        moot_sql sql = moot_store__sql(store, SQL_PUT_WHATIF_CAME);
        moot_sql_int(&sql, no);
        moot_sql_int(&sql, r->number);
        moot_sql_int(&sql, shape->case_count + i);
        moot_sql_text(&sql, x->id);
        moot_sql_index(&sql, x->like);
        moot_sql_int(&sql, x->at);
        code = moot_sql_run(&sql, err);
    }
    return code;
}

static moot_code put_lives(moot_store *store, int64_t no, const moot_whatif_shape *shape, const moot_whatif_replicate *r, moot_err *err)
{
    int32_t count = shape->case_count + r->came_count;
    moot_code code = put_came(store, no, shape, r, err);
    for (int32_t b = 0; b < shape->branch_count; b++) {
        for (int32_t i = 0; i < count && !code; i++) {
            const moot_whatif_life *life = &r->lives[(size_t)b * (size_t)count + (size_t)i];
            if (b == 0 || life->went != MOOT_WENT_SAME || life->had != MOOT_HAD_NEITHER) {
                code = put_life(store, no, r->number, b, i, life, err);
            }
        }
    }
    return code;
}

static moot_code set_done(moot_store *store, int64_t no, int more, int finished, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_WHATIF_DONE);
    moot_sql_int(&sql, more);
    moot_sql_int(&sql, finished);
    moot_sql_int(&sql, no);
    return moot_sql_run(&sql, err);
}

/* It stands where this run left it: nobody else goes on with it at the same time. */
static moot_code check_alone(moot_store *store, int64_t no, int64_t done, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_WHATIF_STANDS);
    moot_sql_int(&sql, no);
    moot_sql_int(&sql, done);
    int stands = moot_sql_next(&sql) && moot_sql_get(&sql, 0) == 1;
    moot_code code = moot_sql_end(&sql, err);
    return code || stands ? code
                          : moot_fail(err, MOOT_ESTORE, "another moot whatif goes on with what-if %lld of %s: this one stops, and leaves "
                                      "it to the other", (long long)no, store->path);
}

moot_code moot_store_whatif_put(moot_store *store, int64_t no, const moot_whatif *whatif, const moot_whatif_replicate *replicate,
                                moot_err *err)
{
    moot_whatif_shape shape = moot_whatif_shape_of(whatif);
    moot_code code = moot_store__begin(store, err);
    if (code) {
        return code;
    }
    code = check_alone(store, no, moot_whatif_replicates(whatif) - 1, err);
    code = code ? code : put_spots(store, no, whatif, err);
    code = code ? code : put_values(store, no, &shape, replicate, err);
    code = code ? code : put_lives(store, no, &shape, replicate, err);
    code = code ? code : set_done(store, no, 1, 0, err);
    return close_chunk(store, code, err);
}

/* ---- what it comes to ---- */

static double rounded(double value)
{
    return isnan(value) ? value : moot_stats_round(value, 6);
}

static moot_code put_result(moot_store *store, int64_t no, const moot_whatif *whatif, int32_t side, int32_t figure, int32_t group,
                            moot_err *err)
{
    moot_figure effect = moot_whatif_effect(whatif, side, figure, group);
    moot_sql sql = moot_store__sql(store, SQL_PUT_WHATIF_RESULT);
    moot_sql_int(&sql, no);
    moot_sql_int(&sql, side);
    moot_sql_int(&sql, figure);
    moot_sql_int(&sql, group);
    moot_sql_real(&sql, rounded(moot_whatif_value(whatif, 0, figure, group).value));
    moot_sql_real(&sql, rounded(moot_whatif_value(whatif, side, figure, group).value));
    moot_sql_real(&sql, rounded(effect.value));
    moot_sql_real(&sql, rounded(effect.low));
    moot_sql_real(&sql, rounded(effect.high));
    moot_sql_int(&sql, effect.of);
    return moot_sql_run(&sql, err);
}

moot_code moot_store_whatif_end(moot_store *store, int64_t no, const moot_whatif *whatif, moot_err *err)
{
    moot_whatif_shape shape = moot_whatif_shape_of(whatif);
    moot_code code = moot_store__begin(store, err);
    if (code) {
        return code;
    }
    code = check_alone(store, no, moot_whatif_replicates(whatif), err);
    for (int32_t b = 1; b < shape.branch_count; b++) {
        for (int32_t i = 0; i < shape.figure_count; i++) {
            for (int32_t g = 0; g < shape.group_count && !code; g++) {
                code = put_result(store, no, whatif, b, i, g, err);
            }
        }
    }
    code = code ? code : set_done(store, no, 0, 1, err);
    return close_chunk(store, code, err);
}
