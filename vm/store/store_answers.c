/* Comparisons and coverages into the store: each in one transaction, so that a killed one leaves nothing. */
#include "vm/store/store_answers.h"

#include <stdio.h>

#include "vm/protocol/law.h"
#include "vm/store/store_internal.h"

/* ---- what both share ---- */

static moot_code put_protocol(moot_store *store, const moot_store_side *side, int64_t *out_protocol_no, moot_err *err)
{
    const moot_run_info info = { .protocol = side->protocol, .sources = side->sources, .source_count = side->source_count };
    return moot_store__put_protocol(store, &info, out_protocol_no, err);
}

/* Commits, or takes all of it back. */
static moot_code end(moot_store *store, moot_code code, moot_err *err)
{
    code = code ? code : moot_store__commit(store, err);
    if (code) {
        moot_store__rollback(store);
    }
    return code;
}

static moot_code begin(moot_store *store, moot_err *err)
{
    moot_code code = moot_store__commit(store, err);
    return code ? code : moot_store__begin(store, err);
}

/* ---- comparisons ---- */

static moot_code put_compared(moot_store *store, const moot_store_compare *c, int64_t *out_no, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_COMPARE);
    moot_sql_text(&sql, c->caseload);
    moot_sql_text(&sql, c->caseload_sha);
    moot_sql_int_or_null(&sql, c->as_of, c->as_of == MOOT_NEVER);
    moot_sql_int_or_null(&sql, c->law_as_at, c->law_as_at == MOOT_DAY_MIN);
    moot_sql_int(&sql, c->sum->cases);
    moot_sql_int(&sql, c->set_aside);
    moot_sql_int(&sql, c->generated);
    moot_sql_text(&sql, c->moot);
    moot_sql_text(&sql, c->options);
    moot_code code = moot_sql_run(&sql, err);
    *out_no = moot_store__last_id(store);
    return code;
}

static moot_code put_side(moot_store *store, int64_t no, const moot_store_compare *c, int32_t side, moot_err *err)
{
    const moot_compare_protocol *p = &c->sum->protocols[side];
    int64_t protocol_no = 0;
    if (put_protocol(store, &c->sides[side], &protocol_no, err)) {
        return err->code;
    }
    const int64_t numbers[] = { p->by_status[MOOT_CASE_CLOSED], p->by_status[MOOT_CASE_OPEN], p->by_status[MOOT_CASE_UNDECIDED],
                                p->by_status[MOOT_CASE_FAILED], p->due, p->undated, p->cannot_tell, p->owed, p->needed,
                                p->breaches, p->no_bed, p->set_aside };
    moot_sql sql = moot_store__sql(store, SQL_PUT_COMPARE_SIDE);
    moot_sql_int(&sql, no);
    moot_sql_int(&sql, side);
    moot_sql_int(&sql, protocol_no);
    for (size_t i = 0; i < MOOT_COUNT(numbers); i++) {
        moot_sql_int(&sql, numbers[i]);
    }
    return moot_sql_run(&sql, err);
}

static moot_code put_aspect(moot_store *store, int64_t no, const moot_compare_sum *sum, int aspect, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_PUT_COMPARE_ASPECT);
    moot_sql_int(&sql, no);
    moot_sql_int(&sql, aspect);
    moot_sql_text(&sql, moot_aspect_text((moot_aspect)aspect));
    moot_sql_int(&sql, sum->aspects[aspect].differ);
    moot_code code = moot_sql_run(&sql, err);
    for (int32_t side = 1; side < sum->count && !code; side++) {
        sql = moot_store__sql(store, SQL_PUT_COMPARE_UNLIKE);
        moot_sql_int(&sql, no);
        moot_sql_int(&sql, aspect);
        moot_sql_int(&sql, side);
        moot_sql_int(&sql, sum->aspects[aspect].unlike[side]);
        code = moot_sql_run(&sql, err);
    }
    return code;
}

moot_code moot_store_put_compare(moot_store *store, const moot_store_compare *compare, moot_err *err)
{
    int64_t no = 0;
    moot_code code = begin(store, err);
    code = code ? code : put_compared(store, compare, &no, err);
    for (int32_t side = 0; side < compare->sum->count && !code; side++) {
        code = put_side(store, no, compare, side, err);
    }
    for (int aspect = 0; aspect < MOOT_ASPECT_COUNT && !code; aspect++) {
        code = put_aspect(store, no, compare->sum, aspect, err);
    }
    return end(store, code, err);
}

/* ---- coverages ---- */

static moot_code put_covered(moot_store *store, const moot_store_coverage *c, int64_t *out_no, moot_err *err)
{
    int64_t protocol_no = 0;
    if (put_protocol(store, &c->side, &protocol_no, err)) {
        return err->code;
    }
    moot_sql sql = moot_store__sql(store, SQL_PUT_COVERAGE);
    moot_sql_int(&sql, protocol_no);
    moot_sql_text(&sql, c->clauses);
    moot_sql_text(&sql, c->clauses_sha);
    moot_sql_text(&sql, c->caseload);
    moot_sql_text(&sql, c->caseload_sha);
    moot_sql_int(&sql, moot_coverage_cases(c->coverage));
    moot_sql_int(&sql, c->generated);
    moot_sql_text(&sql, c->moot);
    moot_code code = moot_sql_run(&sql, err);
    *out_no = moot_store__last_id(store);
    return code;
}

/* "luton.lua:42"; NULL: nowhere. */
static const char *place(const moot_decl *decl, char *buf, size_t size)
{
    if (!decl) {
        return NULL;
    }
    snprintf(buf, size, "%.150s:%d", decl->file, (int)decl->line);
    return buf;
}

static const char *operational(const moot_protocol *protocol, const moot_coverage_row *row)
{
    return row->operational ? row->operational : moot_find_law(protocol, row->clause) >= 0 ? "law" : "not in table";
}

static moot_code put_clauses(moot_store *store, int64_t no, const moot_store_coverage *c, moot_err *err)
{
    char buf[192];
    int32_t count;
    int counted = moot_coverage_cases(c->coverage) > 0;
    moot_code code = MOOT_OK;
    const moot_coverage_row *rows = moot_coverage_rows(c->coverage, &count);
    for (int32_t i = 0; i < count && !code; i++) {
        moot_sql sql = moot_store__sql(store, SQL_PUT_COVERAGE_CLAUSE);
        moot_sql_int(&sql, no);
        moot_sql_int(&sql, i + 1);
        moot_sql_text(&sql, rows[i].clause);
        moot_sql_text(&sql, operational(c->side.protocol, &rows[i]));
        moot_sql_int(&sql, rows[i].declared);
        moot_sql_int(&sql, rows[i].not_run);
        moot_sql_int(&sql, rows[i].open);
        moot_sql_int_or_null(&sql, rows[i].ran, !counted);
        moot_sql_int_or_null(&sql, rows[i].ran_in, !counted);
        moot_sql_text(&sql, place(rows[i].first, buf, sizeof buf));
        moot_sql_text(&sql, rows[i].first ? rows[i].first->name : NULL);
        code = moot_sql_run(&sql, err);
    }
    return code;
}

static moot_code put_findings(moot_store *store, int64_t no, moot_coverage *coverage, moot_err *err)
{
    const moot_coverage_finding *list;
    char buf[192];
    int32_t count = 0;
    moot_code code = moot_coverage_findings(coverage, &list, &count, err);
    for (int32_t i = 0; i < count && !code; i++) {
        moot_sql sql = moot_store__sql(store, SQL_PUT_COVERAGE_FINDING);
        moot_sql_int(&sql, no);
        moot_sql_int(&sql, i + 1);
        moot_sql_text(&sql, list[i].clause);
        moot_sql_text(&sql, list[i].what);
        moot_sql_text(&sql, place(list[i].decl, buf, sizeof buf));
        code = moot_sql_run(&sql, err);
    }
    return code;
}

moot_code moot_store_put_coverage(moot_store *store, const moot_store_coverage *coverage, moot_err *err)
{
    int64_t no = 0;
    moot_code code = begin(store, err);
    code = code ? code : put_covered(store, coverage, &no, err);
    code = code ? code : put_clauses(store, no, coverage, err);
    code = code ? code : put_findings(store, no, coverage->coverage, err);
    return end(store, code, err);
}
