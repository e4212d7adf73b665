/* Memory that ends at any moment: the n-th allocation fails, and each one after it, for n = 1, 2, 3 … up to as many as the
 * work makes. What is asked of each n:
 *
 *   the answer is MOOT_ENOMEM, or the work is done and its result is the one that it always has;
 *   no mistake of the user's is made up: whatever is told besides says that memory ended;
 *   nothing is leaked, and nothing is read that is not there (`make asan`, `make valgrind`);
 *   what the failure left can be used again: the same work then comes out the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lua/assume/assume.h"
#include "lua/compile/compile.h"
#include "lua/load/load.h"
#include "vm/run/batch.h"
#include "vm/check/check.h"
#include "vm/run/compare.h"
#include "vm/check/diff.h"
#include "vm/engine/result_json.h"
#include "vm/store/store.h"
#include "vm/engine/why.h"

/* One by one up to here, then in strides: thousands of allocations come from few places. */
#define EACH_UP_TO 300
#define LONGEST_CASE "S12"
#define STORE_FILE "moot-test-alloc.db" /* in the test's own folder */

typedef struct trial {
    char script[512], cases[512];
    moot_protocol *p;      /* under which cases are run */
    moot_protocol *loaded; /* by the work */
    moot_input input;
    moot_case c;
    moot_engine *engine;
    moot_oracle *oracle;
    moot_store *store;
    moot_arena arena;
    moot_buf text; /* that the work made */
    moot_buf want, got;
    moot_errs errs, warnings;
    moot_err err;
} trial;

typedef struct work {
    const char *name;
    moot_code (*run)(trial *t);
    void (*tell)(trial *t); /* the result of what succeeded, to t->got */
    void (*drop)(trial *t); /* whatever happened; may be NULL */
    unsigned long stride, slow_stride;
} work;

static void must(const trial *t, moot_code code)
{
    if (code != MOOT_OK) {
        fail_msg("%s: %s", moot_code_name(code), t->errs.count ? t->errs.list[0].msg : t->err.msg);
    }
}

/* ---- failing ---- */

static moot_code attempt(trial *t, const work *w, unsigned long n, unsigned long *out_count)
{
    moot_err_init(&t->err);
    moot_errs_done(&t->errs);
    moot_errs_done(&t->warnings);
    moot_buf_done(&t->text);
    moot_buf_clear(&t->got);
    moot_alloc_fail_at(n);
    moot_code code = w->run(t);
    *out_count = moot_alloc_count();
    moot_alloc_fail_at(0);
    if (code == MOOT_OK) {
        w->tell(t);
    }
    if (w->drop) {
        w->drop(t);
    }
    return code;
}

static void same_result(const trial *t, const work *w, unsigned long n)
{
    if (strcmp(moot_buf_text(&t->got), moot_buf_text(&t->want)) != 0) {
        fail_msg("%s: allocation %lu failed and the result is another: %s", w->name, n, moot_buf_text(&t->got));
    }
}

static void try_one(trial *t, const work *w, unsigned long n)
{
    unsigned long count;
    moot_code code = attempt(t, w, n, &count);
    if (code == MOOT_OK) {
        same_result(t, w, n);
    } else if (code != MOOT_ENOMEM) {
        fail_msg("%s: allocation %lu failed: %s: %s", w->name, n, moot_code_name(code), t->err.msg);
    }
    for (size_t i = 0; i < t->errs.count; i++) {
        if (t->errs.list[i].code != MOOT_ENOMEM) {
            fail_msg("%s: allocation %lu failed and it was told: %s", w->name, n, t->errs.list[i].msg);
        }
    }
}

/* The number after n; under a tool that takes thirty times as long (SLOW) in the longer strides from the start. */
static unsigned long after(const work *w, unsigned long n)
{
    const char *slow = getenv("SLOW");
    if (slow && slow[0]) {
        return n + w->slow_stride;
    }
    return n + (n < EACH_UP_TO ? 1 : w->stride);
}

static void fail_each(trial *t, const work *w)
{
    unsigned long needed, count;
    must(t, attempt(t, w, 0, &needed));
    moot_buf_clear(&t->want);
    moot_buf_str(&t->want, moot_buf_text(&t->got));
    for (unsigned long n = 1; n <= needed; n = after(w, n)) {
        try_one(t, w, n);
    }
    must(t, attempt(t, w, 0, &count));
    same_result(t, w, needed);
}

/* ---- what a trial stands on ---- */

static const char *root(void)
{
    const char *path = getenv("MOOT_ROOT");
    return path ? path : ".";
}

static int make(void **state)
{
    static trial t;
    memset(&t, 0, sizeof t);
    snprintf(t.script, sizeof t.script, "%s/protocols/stockport-2018.lua", root());
    snprintf(t.cases, sizeof t.cases, "%s/examples/stockport-2018/cases.jsonl", root());
    moot_err_init(&t.err);
    moot_input_init(&t.input);
    moot_case_init(&t.c);
    must(&t, moot_protocol_load(t.script, NULL, &t.p, &t.errs, &t.warnings));
    *state = &t;
    return 0;
}

static int unmake(void **state)
{
    trial *t = *state;
    moot_protocol_free(t->p);
    moot_input_done(&t->input);
    moot_case_done(&t->c);
    moot_arena_done(&t->arena);
    moot_buf_done(&t->text);
    moot_buf_done(&t->want);
    moot_buf_done(&t->got);
    moot_errs_done(&t->errs);
    moot_errs_done(&t->warnings);
    return 0;
}

/* Calls the body for each case of the examples. */
static void each_case(trial *t, void (*body)(trial *t))
{
    moot_caseload *load = NULL;
    int found = 1;
    must(t, moot_caseload_open(t->cases, t->p, NULL, &load, &t->err));
    while (found) {
        moot_input_clear(&t->input);
        must(t, moot_caseload_next(load, &t->input, &t->errs, &found, &t->err));
        if (found) {
            body(t);
        }
    }
    moot_caseload_close(load);
}

/* ---- a script is loaded and compiled ---- */

static moot_code load_run(trial *t)
{
    return moot_protocol_load(t->script, NULL, &t->loaded, &t->errs, &t->warnings);
}

static void load_tell(trial *t)
{
    moot_buf_str(&t->got, t->loaded->hash);
}

static void load_drop(trial *t)
{
    moot_protocol_free(t->loaded);
    t->loaded = NULL;
}

static void a_protocol_is_loaded(void **state)
{
    static const work load = { "loading a protocol", load_run, load_tell, load_drop, 7, 211 };
    fail_each(*state, &load);
}

/* ---- one that extends another, with every kind of patch ---- */

static const char base_text[] =
    "protocol \"base\" { council = \"B\", effective = \"2020-01-01\", clauses = \"base\" }\n"
    "param \"time\" { clause = \"1\", [\"2020-01-01\"] = days(3) }\n"
    "stage \"s\" { clause = \"1\", duty = \"d\", on = event \"presents homeless\", notify { applicant, as = \"tell\" },\n"
    "  deadline \"answer\" { clause = \"2\", within = param \"time\", late { notify { applicant } } },\n"
    "  outcome \"housed\" { close \"housed\" }, outcome \"left\" { close \"left\" } }\n"
    "stage \"gone\" { clause = \"3\", on = event \"evicted\", outcome \"out\" {} }\n"
    "not_run { \"4\", because = \"principle\" }\n";
static const char extending_text[] =
    "protocol \"more\" { extends = \"base\", clauses = \"more\" }\n"
    "param \"time\" { patch = true, [\"2024-01-01\"] = days(2) }\n"
    "stage \"s\" { patch = true, without { \"duty\", outcome \"left\" }, refer { applicant, as = \"send\" },\n"
    "  deadline \"answer\" { when = { age = under(18) } }, deadline \"plan\" { clause = \"1\", within = days(1) },\n"
    "  outcome \"moved\" { close \"moved\" } }\n"
    "without { stage \"gone\" }\n";

static moot_code extend_run(trial *t)
{
    static const moot_script_text base = { .file = "base.lua", .text = base_text, .len = sizeof base_text - 1 };
    const moot_load_options options = { .source = extending_text, .source_len = sizeof extending_text - 1,
                                        .others = &base, .other_count = 1 };
    moot_script *script = NULL;
    moot_code code = moot_script_load("more.lua", &options, &script, &t->errs);
    code = code ? code : moot_compile_script(script, 0, &t->loaded, &t->errs, NULL);
    moot_script_free(script);
    return code;
}

static void a_protocol_extends_another(void **state)
{
    static const work load = { "extending a protocol", extend_run, load_tell, load_drop, 7, 97 };
    fail_each(*state, &load);
}

/* ---- a Markdown document ---- */

static moot_code document_run(trial *t)
{
    static const char text[] = "# Demo\n\n- a list\n\n  ```moot\n  protocol \"d\" { council = \"D\", effective = \"2020-01-01\" }\n  ```\n";
    const moot_load_options options = { .source = text, .source_len = sizeof text - 1 };
    moot_script *script = NULL;
    moot_code code = moot_script_load("d.md", &options, &script, &t->errs);
    code = code ? code : moot_compile_script(script, 0, &t->loaded, &t->errs, NULL);
    moot_script_free(script);
    return code;
}

static void a_document_is_loaded(void **state)
{
    static const work load = { "loading a document", document_run, load_tell, load_drop, 7, 97 };
    fail_each(*state, &load);
}

/* ---- a file of variants ---- */

static const char variants_text[] =
    "baseline \"base\"\n"
    "variant \"quick\" { stage \"s\" { deadline \"answer\" { when = { age = under(18) } } } }\n"
    "variant \"more\" { without { stage \"gone\" }, stage \"s\" { outcome \"moved\" { close \"moved\" } } }\n"
    "sweep \"time\" { param \"time\" { [\"2020-01-01\"] = over { days(3), days(4) } } }\n";

static moot_code variants_run(trial *t)
{
    static const moot_script_text base = { .file = "base.lua", .text = base_text, .len = sizeof base_text - 1 };
    const moot_load_options options = { .source = variants_text, .source_len = sizeof variants_text - 1, .others = &base,
                                        .other_count = 1 };
    moot_script *script = NULL;
    moot_variants all = { NULL, NULL, 0, NULL };
    moot_code code = moot_script_load("variants.lua", &options, &script, &t->errs);
    code = code ? code : moot_variants_compile(script, 0, &all, &t->errs, NULL);
    for (int32_t i = 0; i < all.count && code == MOOT_OK; i++) {
        moot_buf_str(&t->text, all.list[i]->hash);
    }
    if (code == MOOT_OK && !moot_buf_ok(&t->text)) {
        code = MOOT_ENOMEM;
    }
    moot_variants_done(&all);
    moot_script_free(script);
    return code;
}

static void variants_tell(trial *t)
{
    moot_buf_str(&t->got, moot_buf_text(&t->text));
}

static void variants_are_made(void **state)
{
    static const work load = { "making variants", variants_run, variants_tell, NULL, 7, 97 };
    fail_each(*state, &load);
}

/* ---- assumptions: the file is read and bound, and what it misses is told ---- */

static const char assumptions_text[] =
    "assume { stage = \"mediation\", when = { age = under(17) }, source = \"x\", takes = gamma { mean = days(5), shape = 2 },\n"
    "  outcomes = { [\"prevented\"] = { weight = 0.35, takes = between(days(1), days(7)) }, [\"still homeless\"] = 0.4,\n"
    "  [\"threat remains\"] = 0.25, [\"concern remains\"] = 0 } }\n"
    "assume { stage = \"mediation\", source = \"x\", takes = lognormal { half_within = days(3), nine_in_ten_within = days(9) },\n"
    "  outcomes = { [\"prevented\"] = 1, [\"still homeless\"] = 1, [\"threat remains\"] = 0, [\"concern remains\"] = 0 } }\n"
    "assume { fact = \"welfare_concern\", yes = 0.4, source = \"case files\" }\n"
    "assume { act = \"ask for joint assessment\", takes = empirical { hours(2), { days(1), 5 } }, omitted = 0.05, source = \"x\" }\n"
    "assume { arrivals = \"presents homeless\", per_year = 40, facts = { in_need = true }, source = \"x\" }\n";

static moot_code assume_run(trial *t)
{
    const moot_load_options options = { .source = assumptions_text, .source_len = sizeof assumptions_text - 1 };
    moot_script *script = NULL;
    moot_assume *assume = NULL;
    moot_assume_gaps gaps = { .list = NULL };
    moot_code code = moot_script_load("a.lua", &options, &script, &t->errs);
    code = code ? code : moot_assume_bind(script, t->p, NULL, &assume, &t->errs);
    moot_script_free(script);
    code = code ? code : moot_assume_missing(assume, &gaps, &t->err);
    if (code == MOOT_OK) {
        moot_buf_str(&t->text, assume->hash);
        for (int32_t i = 0; i < gaps.count; i++) {
            moot_buf_str(&t->text, gaps.list[i].line);
        }
        code = moot_buf_ok(&t->text) ? MOOT_OK : MOOT_ENOMEM;
    }
    moot_assume_gaps_done(&gaps);
    moot_assume_free(assume);
    return code;
}

static void assumptions_are_bound(void **state)
{
    static const work load = { "binding assumptions", assume_run, variants_tell, NULL, 3, 97 };
    fail_each(*state, &load);
}

/* ---- a case is run, with nothing warm, and again with what a failure left ---- */

static moot_code engine_run(trial *t)
{
    moot_options options = moot_options_default();
    moot_code code = t->engine ? MOOT_OK : moot_engine_new(&options, &t->engine, &t->err);
    code = code || t->oracle ? code : moot_oracle_recorded(&t->oracle, &t->err);
    return code ? code : moot_engine_case(t->engine, &t->c, t->p, &t->input, t->oracle, &t->err);
}

static void engine_tell(trial *t)
{
    moot_arena arena;
    moot_result result;
    moot_arena_init(&arena);
    must(t, moot_result_of(&t->c, &arena, &result, &t->err));
    must(t, moot_result_json(&t->c, &result, 1, &arena, &t->got, &t->err));
    moot_arena_done(&arena);
}

static void engine_drop(trial *t)
{
    moot_engine_free(t->engine);
    moot_oracle_free(t->oracle);
    moot_case_done(&t->c);
    moot_case_init(&t->c);
    t->engine = NULL;
    t->oracle = NULL;
}

static void run_cold(trial *t)
{
    static const work cold = { "running a case", engine_run, engine_tell, engine_drop, 1, 13 };
    fail_each(t, &cold);
}

/* After each failure the engine, the oracle and the case are used as they were left. */
static void run_with_what_is_left(trial *t)
{
    static const work left = { "running a case again", engine_run, engine_tell, NULL, 1, 13 };
    unsigned long needed, count;
    must(t, attempt(t, &left, 0, &needed));
    moot_buf_clear(&t->want);
    moot_buf_str(&t->want, moot_buf_text(&t->got));
    engine_drop(t);
    for (unsigned long n = 1; n <= needed; n = after(&left, n)) {
        try_one(t, &left, n);
        must(t, attempt(t, &left, 0, &count));
        same_result(t, &left, n);
        engine_drop(t);
    }
}

/* ---- a protocol is checked ---- */

static moot_code check_run(trial *t)
{
    moot_check *check = NULL;
    int32_t count = 0;
    moot_code code = moot_check_new(t->p, NULL, &check, &t->err);
    const moot_finding *list = code ? NULL : moot_check_findings(check, &count);
    for (int32_t i = 0; i < count; i++) {
        moot_buf_printf(&t->text, "%s %s\n", list[i].text, list[i].witness ? list[i].witness : "");
    }
    moot_check_free(check);
    return code || moot_buf_ok(&t->text) ? code : moot_fail_memory(&t->err);
}

static void check_tell(trial *t)
{
    moot_buf_str(&t->got, moot_buf_text(&t->text));
}

static void a_protocol_is_checked(void **state)
{
    static const work check = { "checking a protocol", check_run, check_tell, NULL, 97, 499 };
    fail_each(*state, &check);
}

static void cases_are_run(void **state)
{
    each_case(*state, run_cold);
}

static void an_engine_is_used_again(void **state)
{
    each_case(*state, run_with_what_is_left);
}

/* ---- a result as JSON, the chain of reasons ---- */

static moot_code result_run(trial *t)
{
    moot_result result;
    moot_arena_init(&t->arena);
    moot_code code = moot_result_of(&t->c, &t->arena, &result, &t->err);
    code = code ? code : moot_result_json(&t->c, &result, 1, &t->arena, &t->text, &t->err);
    return code ? code : moot_why_case(&t->c, &t->text, &t->err);
}

static void result_tell(trial *t)
{
    moot_buf_str(&t->got, moot_buf_text(&t->text));
}

static void result_drop(trial *t)
{
    moot_arena_done(&t->arena);
}

static void tell_result(trial *t)
{
    static const work result = { "writing a result", result_run, result_tell, result_drop, 1, 23 };
    must(t, engine_run(t));
    fail_each(t, &result);
    engine_drop(t);
}

static void results_are_written(void **state)
{
    each_case(*state, tell_result);
}

/* ---- a case under several protocols, aspect by aspect: the cells, a copy of them, the sum ---- */

static void compared_text(trial *t, const moot_comparison *comparison)
{
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        for (int32_t i = 0; i < comparison->count; i++) {
            const moot_compare_cell *cell = &comparison->cells[a][i];
            for (int32_t k = 0; k < cell->count; k++) {
                moot_compared_text(&cell->list[k], &t->text);
                moot_buf_printf(&t->text, " [%s]\n", cell->list[k].clause);
            }
        }
    }
}

static moot_code compare_run(trial *t)
{
    const moot_case *const cases[] = { &t->c, &t->c };
    moot_compare_sum *sum = NULL;
    moot_comparison comparison, kept;
    moot_arena_init(&t->arena);
    moot_code code = moot_compare(cases, 2, &t->arena, &comparison, &t->err);
    code = code ? code : moot_compare_keep(&comparison, &t->arena, &kept, &t->err);
    code = code ? code : moot_compare_sum_new(2, &sum, &t->err);
    code = code ? code : moot_compare_sum_add(sum, cases, &kept, &t->err);
    if (code == MOOT_OK) {
        compared_text(t, &kept);
        moot_buf_printf(&t->text, "%d owed, %d breaches", (int)sum->protocols[1].owed, (int)sum->protocols[1].breaches);
        code = moot_buf_ok(&t->text) ? MOOT_OK : moot_fail_memory(&t->err);
    }
    moot_compare_sum_free(sum);
    return code;
}

static void compare_case(trial *t)
{
    static const work compare = { "comparing a case", compare_run, result_tell, result_drop, 1, 23 };
    must(t, engine_run(t));
    fail_each(t, &compare);
    engine_drop(t);
}

static void cases_are_compared(void **state)
{
    each_case(*state, compare_case);
}

/* ---- two protocols held against each other ---- */

static moot_code diff_run(trial *t)
{
    moot_outline a, b;
    moot_diff diff;
    moot_arena_init(&t->arena);
    moot_code code = moot_outline_of(t->p, &t->arena, &a, &t->err);
    code = code ? code : moot_outline_of(t->loaded, &t->arena, &b, &t->err);
    code = code ? code : moot_diff_of(&a, &b, &t->arena, &diff, &t->err);
    for (int32_t i = 0; code == MOOT_OK && i < diff.count; i++) {
        const moot_diff_row *row = &diff.rows[i];
        moot_buf_printf(&t->text, "%d %s", row->how, (row->a ? row->a : row->b)->name);
        for (int32_t k = 0; k < row->field_count; k++) {
            moot_buf_printf(&t->text, ", %s: %s, %s", row->fields[k].name, row->fields[k].from ? row->fields[k].from : "-",
                            row->fields[k].to ? row->fields[k].to : "-");
        }
        moot_buf_char(&t->text, '\n');
    }
    return code || moot_buf_ok(&t->text) ? code : moot_fail_memory(&t->err);
}

static void protocols_are_held_against_each_other(void **state)
{
    static const work diff = { "a diff", diff_run, result_tell, result_drop, 7, 211 };
    trial *t = *state;
    snprintf(t->script, sizeof t->script, "%s/protocols/luton.lua", root());
    must(t, load_run(t));
    fail_each(t, &diff);
    load_drop(t);
}

/* ---- a caseload, from its file to text ---- */

static moot_code render(void *user, const moot_case *c, moot_buf *out, moot_err *err)
{
    moot_arena arena;
    moot_result result;
    (void)user;
    moot_arena_init(&arena);
    moot_code code = moot_result_of(c, &arena, &result, err);
    code = code ? code : moot_result_json(c, &result, 0, &arena, out, err);
    moot_arena_done(&arena);
    return code;
}

static moot_code write_text(void *user, const char *text, size_t len, moot_err *err)
{
    trial *t = user;
    moot_buf_add(&t->text, text, len);
    return moot_buf_ok(&t->text) ? MOOT_OK : moot_fail_memory(err);
}

static moot_code batch_run(trial *t)
{
    moot_caseload *load = NULL;
    moot_batch_options options = moot_batch_options_default();
    moot_batch_counts counts;
    options.render = render;
    options.write = write_text;
    options.write_user = t;
    moot_code code = moot_caseload_open(t->cases, t->p, NULL, &load, &t->err);
    code = code ? code : moot_batch_run(t->p, load, &options, NULL, 0, &t->errs, &counts, &t->err);
    moot_caseload_close(load);
    return code;
}

static void a_caseload_is_run(void **state)
{
    static const work batch = { "running a caseload", batch_run, result_tell, NULL, 7, 211 };
    fail_each(*state, &batch);
}

static void a_folder_of_csv_is_run(void **state)
{
    static const work batch = { "running a folder", batch_run, result_tell, NULL, 7, 211 };
    trial *t = *state;
    snprintf(t->cases, sizeof t->cases, "%s/examples/stockport-2018/csv", root());
    fail_each(t, &batch);
}

/* ---- a store ---- */

static moot_code store_run(trial *t)
{
    static const moot_source source = { "stockport-2018.lua", "-- any text" };
    moot_run_info info = { .protocol = t->p, .sources = &source, .source_count = 1, .caseload = "cases.jsonl",
                           .caseload_sha = "", .as_of = MOOT_NEVER, .law_as_at = MOOT_DAY_MIN, .oracle = "recorded",
                           .moot = "0", .options = "" };
    int64_t run = 0;
    moot_code code = moot_store_open(STORE_FILE, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &t->store, &t->err);
    code = code ? code : moot_store_run_begin(t->store, &info, &run, &t->err);
    code = code ? code : moot_store_put_case(t->store, run, &t->c, &t->err);
    code = code ? code : moot_store_chunk_end(t->store, run, 1, &t->err);
    return code ? code : moot_store_run_end(t->store, run, 1, &t->err);
}

static void store_drop(trial *t)
{
    moot_store_close(t->store);
    t->store = NULL;
}

/* What another finds in the file afterwards, which goes then. */
static void store_tell(trial *t)
{
    moot_store_summary sum;
    store_drop(t);
    must(t, moot_store_open(STORE_FILE, MOOT_STORE_READ, MOOT_STORE_BATCH, &t->store, &t->err));
    must(t, moot_store_check(t->store, &t->err));
    must(t, moot_store_info(t->store, &sum, &t->err));
    store_drop(t);
    moot_buf_printf(&t->got, "%d finished, %d cases, %d entries", (int)(sum.runs - sum.unfinished_runs), (int)sum.cases,
                    (int)sum.entries);
    unlink(STORE_FILE);
}

static moot_code store_back(trial *t)
{
    moot_store_found found;
    moot_loaded loaded;
    moot_arena_init(&t->arena);
    moot_loaded_init(&loaded);
    moot_code code = moot_store_open(STORE_FILE, MOOT_STORE_READ, MOOT_STORE_BATCH, &t->store, &t->err);
    code = code ? code : moot_store_find_case(t->store, 0, t->input.id, &t->arena, &found, &t->err);
    code = code ? code : moot_store_load_case(t->store, &found, t->p, &loaded, &t->err);
    code = code ? code : moot_loaded_replay(&loaded, t->p, &t->c, &t->err);
    code = code ? code : moot_why_case(&t->c, &t->text, &t->err);
    moot_case_done(&t->c);
    moot_case_init(&t->c);
    moot_loaded_done(&loaded);
    moot_arena_done(&t->arena);
    return code;
}

/* One case is enough, the longest: each attempt makes a file. */
static void store_and_read_back(trial *t)
{
    static const work put = { "storing a case", store_run, store_tell, store_drop, 1, 11 };
    static const work back = { "reading a case back", store_back, result_tell, store_drop, 1, 11 };
    if (strcmp(t->input.id, LONGEST_CASE) != 0) {
        return;
    }
    must(t, engine_run(t));
    fail_each(t, &put);
    must(t, store_run(t));
    store_drop(t);
    engine_drop(t);
    fail_each(t, &back);
    unlink(STORE_FILE);
}

static void cases_are_stored(void **state)
{
    each_case(*state, store_and_read_back);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, unmake)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_protocol_is_loaded),    TEST(a_protocol_extends_another), TEST(a_protocol_is_checked), TEST(variants_are_made), TEST(a_document_is_loaded),
        TEST(assumptions_are_bound),
        TEST(cases_are_run),           TEST(an_engine_is_used_again),
        TEST(results_are_written),     TEST(a_caseload_is_run), TEST(a_folder_of_csv_is_run),
        TEST(cases_are_stored),        TEST(cases_are_compared), TEST(protocols_are_held_against_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
