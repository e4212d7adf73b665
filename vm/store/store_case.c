/* One case into the store: its row, what was given, its log with the facts read, then its result
 * (store_rows.c). */
#include "vm/case/input_json.h"
#include "vm/engine/result_build.h"
#include "vm/store/store_internal.h"

/* ---- the log ---- */

static void bind_value(moot_sql *sql, moot_value value)
{
    int unknown = !moot_known(value);
    moot_sql_int_or_null(sql, value.type, unknown);
    moot_sql_int_or_null(sql, value.a, unknown);
    moot_sql_int_or_null(sql, value.b, unknown);
    moot_sql_text(sql, unknown ? NULL : value.text);
}

static moot_code put_entry(moot_store *store, int64_t case_no, const moot_entry *e, moot_err *err)
{
    int any_time = e->not_before.lo == MOOT_ALWAYS;
    moot_sql sql = moot_store__sql(store, SQL_PUT_ENTRY);
    moot_sql_int(&sql, case_no);
    moot_sql_int(&sql, e->n);
    moot_sql_int(&sql, e->what);
    moot_sql_int(&sql, e->flags);
    moot_sql_int(&sql, e->at.lo);
    moot_sql_int(&sql, e->at.hi);
    moot_sql_int(&sql, e->known);
    moot_sql_int_or_null(&sql, e->ref, e->ref == -1);
    moot_sql_int_or_null(&sql, e->ref2, e->ref2 == -1);
    moot_sql_index(&sql, e->visit);
    moot_sql_index(&sql, e->clock);
    moot_sql_index(&sql, e->child);
    moot_sql_index(&sql, e->who);
    moot_sql_int_or_null(&sql, e->cause, e->cause == 0);
    moot_sql_int_or_null(&sql, e->line, e->line == 0);
    moot_sql_decl(&sql, e->decl);
    moot_sql_text(&sql, e->clause);
    bind_value(&sql, e->value);
    moot_sql_when(&sql, e->due);
    moot_sql_when(&sql, e->mark);
    moot_sql_int_or_null(&sql, e->not_before.lo, any_time);
    moot_sql_int_or_null(&sql, e->not_before.hi, any_time);
    moot_sql_text(&sql, e->text);
    moot_sql_text(&sql, e->provider);
    moot_sql_index(&sql, e->paid_by);
    return moot_sql_run(&sql, err);
}

static moot_code put_read(moot_store *store, int64_t case_no, const moot_entry *e, int32_t n,
                          const moot_read *read, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_READ);
    moot_sql_int(&sql, case_no);
    moot_sql_int(&sql, e->n);
    moot_sql_int(&sql, n);
    moot_sql_index(&sql, read->node);
    moot_sql_text(&sql, read->node >= 0 ? moot_result__read_word(
                                              store->protocol, &store->protocol->nodes[read->node])
                                        : NULL);
    moot_sql_index(&sql, read->child);
    moot_sql_int(&sql, read->verdict);
    moot_sql_int(&sql, read->presumed);
    bind_value(&sql, read->seen);
    return moot_sql_run(&sql, err);
}

static moot_code put_log(moot_store *store, int64_t case_no, const moot_case *c, int32_t after,
                         moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = after; i < c->log_count && !code; i++) {
        const moot_entry *e = &c->log[i];
        code = put_entry(store, case_no, e, err);
        for (int32_t k = 0; k < e->read_count && !code; k++) {
            code = put_read(store, case_no, e, k + 1, &c->reads[e->read_first + k], err);
        }
    }
    return code;
}

/* ---- the case ---- */

static void bind_standing(moot_sql *sql, const moot_case *c, const moot_result *result)
{
    moot_sql_text(sql, result->status);
    moot_sql_text(sql, result->outcome);
    moot_sql_when(sql, result->closed_at);
    moot_sql_int_or_null(sql, result->as_of,
                         result->as_of == MOOT_NEVER || result->as_of == MOOT_ALWAYS);
    moot_sql_text(sql, result->fault);
    moot_sql_int(sql, c->log_count);
}

static moot_code new_case(moot_store *store, int64_t run, const moot_case *c,
                          const moot_result *result, int64_t *out_case_no, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_CASE);
    moot_sql_int(&sql, run);
    moot_sql_text(&sql, result->id);
    bind_standing(&sql, c, result);
    moot_code code = moot_sql_run(&sql, err);
    *out_case_no = moot_store__last_id(store);
    return code;
}

static moot_code put_input(moot_store *store, int64_t case_no, const moot_case *c, moot_err *err)
{
    moot_buf_clear(&store->buf);
    moot_input_json(c->protocol, c->input, &store->buf);
    if (!moot_buf_ok(&store->buf)) {
        return moot_fail_memory(err);
    }
    moot_sql sql = moot_store__sql(store, SQL_PUT_INPUT);
    moot_sql_int(&sql, case_no);
    moot_sql_text(&sql, moot_buf_text(&store->buf));
    return moot_sql_run(&sql, err);
}

/* The REPL puts a case again after each command: its entries so far are there already. */
static moot_code find_again(moot_store *store, int64_t run, const char *id, int64_t *out_case_no,
                            int32_t *out_entries, moot_err *err)
{
    *out_case_no = 0;
    *out_entries = 0;
    if (store->durability != MOOT_STORE_REPL) {
        return MOOT_OK;
    }
    moot_sql sql = moot_store__sql(store, SQL_FIND_IN_RUN);
    moot_sql_int(&sql, run);
    moot_sql_text(&sql, id);
    if (moot_sql_next(&sql)) {
        *out_case_no = moot_sql_get(&sql, 0);
        *out_entries = moot_sql_get_index(&sql, 1);
    }
    return moot_sql_end(&sql, err);
}

static moot_code renew_case(moot_store *store, int64_t case_no, const moot_case *c,
                            const moot_result *result, int32_t entries, moot_err *err)
{
    if (c->log_count < entries) {
        return moot_fail(err, MOOT_ESTORE,
                         "case %s has %d entries in %s and %d now: what was logged is never taken "
                         "back; fork the case",
                         result->id, (int)entries, store->path, (int)c->log_count);
    }
    moot_sql sql = moot_store__sql(store, SQL_SET_CASE);
    bind_standing(&sql, c, result);
    moot_sql_int(&sql, case_no);
    moot_code code = moot_sql_run(&sql, err);
    return code ? code : moot_store__clear_rows(store, case_no, err);
}

static moot_code put_all(moot_store *store, int64_t run, const moot_case *c, moot_err *err)
{
    moot_result result;
    int64_t case_no = 0;
    int32_t entries = 0;
    moot_code code = moot_result_of(c, &store->arena, &result, err);
    code = code ? code : find_again(store, run, result.id, &case_no, &entries, err);
    if (code) {
        return code;
    }
    code = case_no ? renew_case(store, case_no, c, &result, entries, err)
                   : new_case(store, run, c, &result, &case_no, err);
    code = code ? code : put_input(store, case_no, c, err);
    code = code ? code : put_log(store, case_no, c, entries, err);
    return code ? code : moot_store__put_rows(store, case_no, &result, err);
}

moot_code moot_store_put_case(moot_store *store, int64_t run, const moot_case *c, moot_err *err)
{
    if (run != store->run || !store->protocol) {
        MOOT_BUG("a case was put into run %lld, which was neither begun nor resumed",
                 (long long)run);
    }
    moot_code code = moot_store__begin(store, err);
    if (code) {
        return code;
    }
    store->protocol = c->protocol;
    moot_arena_clear(&store->arena);
    code = put_all(store, run, c, err);
    if (code) {
        moot_store__rollback(store);
        store->broken = 1;
    }
    return code;
}
