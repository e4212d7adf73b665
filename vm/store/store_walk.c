/* Walks: a tree of steps and the moves of its forks, both append-only. */
#include "vm/store/store_walk.h"

#include <string.h>

#include "vm/base/names.h"
#include "vm/store/store_internal.h"

/* ---- writing ---- */

static moot_code put_walk(moot_store *store, const moot_run_info *info, const char *id, int64_t *out_walk, moot_err *err)
{
    int64_t protocol_no = 0;
    moot_code code = moot_store__put_protocol(store, info, &protocol_no, err);
    if (code) {
        return code;
    }
    moot_sql sql = moot_store__sql(store, SQL_PUT_WALK);
    moot_sql_int(&sql, protocol_no);
    moot_sql_text(&sql, id);
    moot_sql_int_or_null(&sql, info->law_as_at, info->law_as_at == MOOT_DAY_MIN);
    while (moot_sql_next(&sql)) {
        *out_walk = moot_sql_get(&sql, 0);
    }
    return moot_sql_end(&sql, err);
}

moot_code moot_store_walk_begin(moot_store *store, const moot_run_info *info, const char *id, int64_t *out_walk,
                                moot_err *err)
{
    int64_t walk = 0;
    moot_code code = moot_store__commit(store, err);
    code = code ? code : moot_store__begin(store, err);
    code = code ? code : put_walk(store, info, id, &walk, err);
    code = code ? code : moot_store__commit(store, err);
    if (code) {
        moot_store__rollback(store);
        return code;
    }
    *out_walk = walk;
    return MOOT_OK;
}

static moot_code put_step(moot_store *store, int64_t walk, const moot_walk_step *step, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_WALK_STEP);
    moot_sql_int(&sql, walk);
    moot_sql_int(&sql, step->n);
    moot_sql_int(&sql, step->parent);
    moot_sql_int(&sql, step->kind);
    moot_sql_int_or_null(&sql, step->at, step->at == MOOT_NEVER);
    moot_sql_text(&sql, step->text);
    moot_sql_text(&sql, step->said);
    return moot_sql_run(&sql, err);
}

static moot_code put_move(moot_store *store, int64_t walk, const moot_walk_move *move, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_WALK_MOVE);
    moot_sql_int(&sql, walk);
    moot_sql_int(&sql, move->n);
    moot_sql_text(&sql, move->fork);
    moot_sql_int(&sql, move->step);
    return moot_sql_run(&sql, err);
}

/* Whether the numbers are the next ones. */
static moot_code is_next(moot_store *store, int64_t walk, const moot_walk_step *step, const moot_walk_move *move,
                         int *out_next, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_WALK_ENDS);
    moot_sql_int(&sql, walk);
    *out_next = 0;
    while (moot_sql_next(&sql)) {
        *out_next = (!step || moot_sql_get(&sql, 0) == step->n - 1) && moot_sql_get(&sql, 1) == move->n - 1;
    }
    return moot_sql_end(&sql, err);
}

/* Steps, each with the move to it; or a move alone (steps NULL, count 1). */
static moot_code put_rows(moot_store *store, int64_t walk, const moot_walk_step *steps, const moot_walk_move *moves,
                          int32_t count, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < count && !code; i++) {
        code = steps ? put_step(store, walk, &steps[i], err) : MOOT_OK;
        code = code ? code : put_move(store, walk, &moves[i], err);
    }
    return code ? code : moot_store__commit(store, err);
}

moot_code moot_store_walk_put(moot_store *store, int64_t walk, const moot_walk_step *steps, const moot_walk_move *moves,
                              int32_t count, int *out_behind, moot_err *err)
{
    int next = 0;
    *out_behind = 0;
    if (count == 0) {
        return MOOT_OK;
    }
    moot_code code = moot_store__commit(store, err);
    code = code ? code : moot_store__begin(store, err);
    code = code ? code : is_next(store, walk, steps, moves, &next, err);
    code = code || !next ? code : put_rows(store, walk, steps, moves, count, err);
    if (code || !next) {
        moot_store__rollback(store);
    }
    *out_behind = !code && !next;
    return code;
}

/* ---- reading ---- */

static int remember_id(void *user, const char *id, const char *protocol, int64_t steps)
{
    (void)protocol;
    (void)steps;
    return moot_names_add(user, id) < 0;
}

static moot_code no_such_walk(moot_store *store, const char *id, moot_err *err)
{
    moot_names ids;
    moot_names_init(&ids);
    moot_code code = moot_store_each_walk(store, remember_id, &ids, err);
    const char *near = code ? NULL : moot_names_nearest(&ids, id);
    if (!code && near) {
        code = moot_fail(err, MOOT_ESTORE, "%s has no case \"%s\"; did you mean \"%s\"?", store->path, id, near);
    } else if (!code) {
        code = moot_fail(err, MOOT_ESTORE, "%s has no case \"%s\"", store->path, id);
    }
    moot_names_done(&ids);
    return code;
}

static moot_code find_walk(moot_store *store, const char *id, int64_t *out_protocol, moot_walk_kept *out, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_FIND_WALK);
    moot_sql_text(&sql, id);
    while (moot_sql_next(&sql)) {
        out->walk = moot_sql_get(&sql, 0);
        *out_protocol = moot_sql_get(&sql, 1);
        out->law_as_at = moot_sql_is_null(&sql, 2) ? MOOT_DAY_MIN : (moot_day)moot_sql_get(&sql, 2);
    }
    moot_code code = moot_sql_end(&sql, err);
    return code || out->walk ? code : no_such_walk(store, id, err);
}

/* How many rows there are: statements do not nest, so it is counted first. */
static moot_code count_rows(moot_store *store, int64_t walk, int32_t *out_steps, int32_t *out_moves, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_WALK_ENDS);
    moot_sql_int(&sql, walk);
    while (moot_sql_next(&sql)) {
        *out_steps = (int32_t)moot_sql_get(&sql, 0);
        *out_moves = (int32_t)moot_sql_get(&sql, 1);
    }
    return moot_sql_end(&sql, err);
}

static moot_code get_steps(moot_store *store, moot_arena *arena, moot_walk_step *steps, int32_t most,
                           moot_walk_kept *out, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_GET_WALK_STEPS);
    moot_sql_int(&sql, out->walk);
    while (moot_sql_next(&sql) && out->step_count < most) {
        moot_walk_step *step = &steps[out->step_count++];
        step->n = moot_sql_get_index(&sql, 0);
        step->parent = moot_sql_get_index(&sql, 1);
        step->kind = moot_sql_get_index(&sql, 2);
        step->at = moot_sql_is_null(&sql, 3) ? MOOT_NEVER : moot_sql_get(&sql, 3);
        step->text = moot_sql_get_text(&sql, 4, arena);
        step->said = moot_sql_get_text(&sql, 5, arena);
    }
    out->steps = steps;
    return moot_sql_end(&sql, err);
}

static moot_code get_moves(moot_store *store, moot_arena *arena, moot_walk_move *moves, int32_t most,
                           moot_walk_kept *out, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_GET_WALK_MOVES);
    moot_sql_int(&sql, out->walk);
    while (moot_sql_next(&sql) && out->move_count < most) {
        moot_walk_move *move = &moves[out->move_count++];
        move->n = moot_sql_get_index(&sql, 0);
        move->fork = moot_sql_get_text(&sql, 1, arena);
        move->step = moot_sql_get_index(&sql, 2);
    }
    out->moves = moves;
    return moot_sql_end(&sql, err);
}

/* A number that a disk has spoilt must end in a sentence. */
static moot_code check_numbers(const moot_store *store, const char *id, const moot_walk_kept *kept, moot_err *err)
{
    int sound = 1;
    for (int32_t i = 0; i < kept->step_count; i++) {
        const moot_walk_step *step = &kept->steps[i];
        sound &= step->n == i + 1 && step->parent >= 0 && step->parent <= i;
    }
    for (int32_t i = 0; i < kept->move_count; i++) {
        const moot_walk_move *move = &kept->moves[i];
        sound &= move->n == i + 1 && move->step >= 0 && move->step <= kept->step_count;
    }
    return sound ? MOOT_OK
                 : moot_fail(err, MOOT_ESTORE, "the steps of case \"%s\" in %s do not hang together", id, store->path);
}

moot_code moot_store_walk_load(moot_store *store, const char *id, moot_arena *arena, moot_walk_kept *out_kept,
                               moot_err *err)
{
    moot_walk_kept kept;
    moot_store_found found;
    int64_t protocol_no = 0;
    int32_t steps = 0, moves = 0;
    memset(&kept, 0, sizeof kept);
    memset(&found, 0, sizeof found);
    moot_code code = find_walk(store, id, &protocol_no, &kept, err);
    code = code ? code : moot_store__get_protocol(store, protocol_no, arena, &found, err);
    code = code ? code : count_rows(store, kept.walk, &steps, &moves, err);
    moot_walk_step *step_rows = moot_arena_array(arena, (size_t)steps + 1, sizeof *step_rows);
    moot_walk_move *move_rows = moot_arena_array(arena, (size_t)moves + 1, sizeof *move_rows);
    if (!code && (!step_rows || !move_rows)) {
        code = moot_fail_memory(err);
    }
    code = code ? code : get_steps(store, arena, step_rows, steps, &kept, err);
    code = code ? code : get_moves(store, arena, move_rows, moves, &kept, err);
    code = code ? code : check_numbers(store, id, &kept, err);
    if (!code) {
        kept.protocol = found.protocol;
        kept.hash = found.hash;
        kept.sources = found.sources;
        kept.source_count = found.source_count;
        *out_kept = kept;
    }
    return code;
}

moot_code moot_store_each_walk(moot_store *store, moot_store_walk_told *told, void *user, moot_err *err)
{
    moot_arena texts;
    moot_arena_init(&texts);
    moot_sql sql = moot_store__sql(store, SQL_EACH_WALK);
    while (moot_sql_next(&sql)) {
        moot_arena_clear(&texts);
        const char *id = moot_sql_get_text(&sql, 0, &texts), *protocol = moot_sql_get_text(&sql, 1, &texts);
        if (!id || !protocol || told(user, id, protocol, moot_sql_get(&sql, 2))) {
            break;
        }
    }
    moot_code code = moot_sql_end(&sql, err);
    moot_arena_done(&texts);
    return code;
}

/* ---- marks ---- */

static moot_code put_mark(moot_store *store, int64_t walk, const char *what, const char *about, int64_t value, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_WALK_MARK);
    moot_sql_int(&sql, walk);
    moot_sql_text(&sql, what);
    moot_sql_text(&sql, about);
    moot_sql_int(&sql, value);
    return moot_sql_run(&sql, err);
}

moot_code moot_store_walk_mark(moot_store *store, int64_t walk, const char *what, const char *about, int64_t value,
                               moot_err *err)
{
    moot_code code = moot_store__commit(store, err);
    code = code ? code : moot_store__begin(store, err);
    code = code ? code : put_mark(store, walk, what, about, value, err);
    code = code ? code : moot_store__commit(store, err);
    if (code) {
        moot_store__rollback(store);
    }
    return code;
}

moot_code moot_store_walk_marks(moot_store *store, int64_t walk, moot_store_mark_told *told, void *user, moot_err *err)
{
    moot_arena texts;
    moot_arena_init(&texts);
    moot_sql sql = moot_store__sql(store, SQL_GET_WALK_MARKS);
    moot_sql_int(&sql, walk);
    while (moot_sql_next(&sql)) {
        moot_arena_clear(&texts);
        const char *what = moot_sql_get_text(&sql, 0, &texts), *about = moot_sql_get_text(&sql, 1, &texts);
        if (!what || !about || told(user, what, about, moot_sql_get(&sql, 2))) {
            break;
        }
    }
    moot_code code = moot_sql_end(&sql, err);
    moot_arena_done(&texts);
    return code;
}

moot_code moot_store_quiz_scores(moot_store *store, const char *protocol, moot_store_score_told *told, void *user,
                                 moot_err *err)
{
    moot_arena texts;
    moot_arena_init(&texts);
    moot_sql sql = moot_store__sql(store, SQL_QUIZ_SCORES);
    moot_sql_text(&sql, protocol);
    while (moot_sql_next(&sql)) {
        moot_arena_clear(&texts);
        const char *clause = moot_sql_get_text(&sql, 0, &texts);
        if (!clause || told(user, clause, moot_sql_get(&sql, 1), moot_sql_get(&sql, 2))) {
            break;
        }
    }
    moot_code code = moot_sql_end(&sql, err);
    moot_arena_done(&texts);
    return code;
}
