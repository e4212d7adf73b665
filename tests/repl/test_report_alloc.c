/* Memory that ends while a report is made: the n-th allocation fails, and each one after it, for n = 1, 2, 3 … up to as many as the
 * report makes. Each time the answer is that memory ended, or the report that it always is; never half of one, which could show what
 * the whole hides. Nothing is leaked (`make asan`). Figures are of the example cases under Stockport 2018, small counts hidden. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lua/compile/compile.h"
#include "lua/load/load.h"
#include "repl/page/report.h"
#include "vm/base/disclose.h"
#include "vm/run/batch.h"

#define STORE_FILE "moot-test-report-alloc.db" /* in the test's own folder */
#define EACH_UP_TO 100 /* one by one; then in strides: thousands of allocations come from few places */
#define STRIDE 37
#define SLOW_STRIDE 997

typedef moot_code writer(const moot_report *report, moot_buf *out, moot_err *err);

/* ---- a store to report on ---- */

typedef struct store_sink {
    moot_sink sink; /* first: a sink is cast to this */
    moot_store *store;
    int64_t run;
} store_sink;

static moot_code put(moot_sink *sink, const moot_case *c, moot_err *err)
{
    store_sink *s = (store_sink *)(void *)sink;
    return moot_store_put_case(s->store, s->run, c, err);
}

static moot_code chunk_end(moot_sink *sink, int64_t done, moot_err *err)
{
    store_sink *s = (store_sink *)(void *)sink;
    return moot_store_chunk_end(s->store, s->run, done, err);
}

static moot_code run_cases(moot_protocol *p, const char *cases, moot_errs *errs, moot_err *err)
{
    static const moot_source source = { "stockport-2018.lua", "-- any text" };
    const moot_run_info info = { .protocol = p, .sources = &source, .source_count = 1, .caseload = "cases.jsonl", .caseload_sha = "", .as_of = MOOT_NEVER,
                                 .law_as_at = MOOT_DAY_MIN, .oracle = "recorded", .moot = "0", .options = "" };
    store_sink s = { .sink = { .put = put, .chunk_end = chunk_end } };
    moot_sink *const sinks[] = { &s.sink };
    moot_batch_options options = moot_batch_options_default();
    moot_batch_counts counts = { 0 };
    moot_caseload *load = NULL;
    moot_code code = moot_store_open(STORE_FILE, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &s.store, err);
    code = code ? code : moot_store_run_begin(s.store, &info, &s.run, err);
    code = code ? code : moot_caseload_open(cases, p, NULL, &load, err);
    code = code ? code : moot_batch_run(p, load, &options, sinks, 1, errs, &counts, err);
    code = code ? code : moot_store_run_end(s.store, s.run, counts.done, err);
    moot_caseload_close(load);
    moot_store_close(s.store);
    return code;
}

static int make_store(void **state)
{
    const char *root = getenv("MOOT_ROOT") ? getenv("MOOT_ROOT") : ".";
    char script[512], cases[512];
    moot_protocol *p = NULL;
    moot_errs errs = { 0 }, warnings = { 0 };
    moot_err err;
    (void)state;
    moot_err_init(&err);
    snprintf(script, sizeof script, "%s/protocols/stockport-2018.lua", root);
    snprintf(cases, sizeof cases, "%s/examples/stockport-2018/cases.jsonl", root);
    unlink(STORE_FILE);
    moot_code code = moot_protocol_load(script, NULL, &p, &errs, &warnings);
    code = code ? code : run_cases(p, cases, &errs, &err);
    moot_protocol_free(p);
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return code ? -1 : 0;
}

static int drop_store(void **state)
{
    (void)state;
    return unlink(STORE_FILE);
}

/* ---- reports ---- */

static moot_code write_page(const moot_report *report, moot_buf *out, moot_err *err)
{
    return moot_report_page(report, MOOT_PAGE_HTML, "moot report", out, err);
}

static moot_code attempt(unsigned long n, writer *write, const char *case_id, moot_buf *out, unsigned long *out_count)
{
    const moot_report_options options = { .below = MOOT_SUPPRESS_BELOW, .store = STORE_FILE, .case_id = case_id };
    moot_store *store = NULL;
    moot_report report;
    moot_err err;
    moot_err_init(&err);
    moot_report_init(&report);
    moot_buf_init(out);
    moot_alloc_fail_at(n);
    moot_code code = moot_store_open(STORE_FILE, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &err);
    code = code ? code : moot_report_read(&report, store, &options, &err);
    code = code ? code : write(&report, out, &err);
    moot_store_close(store);
    moot_report_done(&report);
    *out_count = moot_alloc_count();
    moot_alloc_fail_at(0);
    if (code != MOOT_OK && code != MOOT_ENOMEM) {
        fail_msg("allocation %lu failed: %s: %s", n, moot_code_name(code), err.msg);
    }
    return code;
}

static void fail_each(writer *write, const char *case_id)
{
    const char *slow = getenv("SLOW");
    moot_buf want, got;
    unsigned long needed, count;
    int refused = 0;
    assert_int_equal(attempt(0, write, case_id, &want, &needed), MOOT_OK);
    assert_true(needed > EACH_UP_TO);
    for (unsigned long n = 1; n <= needed; n += slow && slow[0] ? SLOW_STRIDE : n < EACH_UP_TO ? 1 : STRIDE) {
        moot_code code = attempt(n, write, case_id, &got, &count);
        if (code == MOOT_OK) {
            assert_string_equal(moot_buf_text(&got), moot_buf_text(&want));
        }
        refused += code == MOOT_ENOMEM;
        moot_buf_done(&got);
    }
    assert_true(refused > 0);
    moot_buf_done(&want);
}

static void a_page_is_whole_or_none(void **state)
{
    (void)state;
    fail_each(write_page, NULL);
}

static void a_sheet_is_whole_or_none(void **state)
{
    (void)state;
    fail_each(moot_report_csv, NULL);
}

static void json_is_whole_or_none(void **state)
{
    (void)state;
    fail_each(moot_report_json, NULL);
}

static void one_case_is_whole_or_none(void **state)
{
    (void)state;
    fail_each(write_page, "S12");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_whole_or_none),
        cmocka_unit_test(a_sheet_is_whole_or_none),
        cmocka_unit_test(json_is_whole_or_none),
        cmocka_unit_test(one_case_is_whole_or_none),
    };
    return cmocka_run_group_tests(tests, make_store, drop_store);
}
