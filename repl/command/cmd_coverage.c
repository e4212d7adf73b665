/* moot coverage: each clause of a document beside the rules that say it, and what ran, read from
 * the logs of a caseload that is run here, or of a store. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lua/compile/clauses.h"
#include "lua/helper/helper.h"
#include "repl/cli/cmd.h"
#include "repl/cli/protocols.h"
#include "repl/cli/table.h"
#include "repl/cli/term.h"
#include "repl/page/coverage_page.h"
#include "vm/run/batch.h"
#include "vm/store/store_answers.h"
#include "vm/store/store_report.h"

typedef struct covered {
    moot_app *app;
    moot_cmd_script script; /* the protocol's, or of the file whose variant it is */
    moot_protocol *protocol;
    moot_clauses *clauses; /* NULL: the protocol names no table and none was given */
    moot_coverage *coverage;
    const char *ran;   /* name of the caseload that was run, or that of the store's newest run; NULL: nothing was */
    char ran_sha[65];
    int64_t generated; /* cases that say that they were made up */
    int64_t run;       /* of the store: the protocol's newest; 0: none is its own */
    moot_arena arena;
} covered;

/* ---- the clause table ---- */

static moot_code read_clauses(covered *v, moot_err *err)
{
    const char *given = moot_cli_text(&v->app->cli, "clauses");
    const char *script = v->script.protocol;
    if (given) {
        return moot_clauses_read(given, &v->clauses, err);
    }
    if (!v->protocol->clause_file) {
        return moot_fail(err, MOOT_EDATA,
                         "%s names no clause table; --clauses FILE.tsv gives one", script);
    }
    return moot_clauses_beside(script, v->protocol->clause_file, &v->clauses, err);
}

static void add_case(covered *v, const moot_case *c)
{
    moot_coverage_add(v->coverage, c);
    v->generated += c->input->generated != NULL;
}

/* ---- logs: a caseload that is run here ---- */

typedef struct log_sink {
    moot_sink sink; /* first: the batch knows it by this */
    covered *v;
} log_sink;

static moot_code add_log(moot_sink *sink, const moot_case *c, moot_err *err)
{
    (void)err;
    add_case(((log_sink *)(void *)sink)->v, c);
    return MOOT_OK;
}

static moot_code add_caseload(covered *v, const char *path, moot_err *err)
{
    moot_caseload *caseload = NULL;
    moot_batch_options options = moot_batch_options_default();
    moot_load_options load = { .stdlib_dir = moot_cli_text(&v->app->cli, "stdlib"), .variant = v->script.variant };
    moot_helper_script helpers;
    moot_batch_counts counts;
    moot_errs errs;
    log_sink logs = { { .put = add_log }, v };
    moot_sink *sinks[] = { &logs.sink };
    memset(&counts, 0, sizeof counts);
    moot_errs_init(&errs, 0);
    options.stop = moot_stop_flag();
    moot_helper_script_init(&helpers, v->script.path, &load);
    options.engine.helpers = &helpers.host;
    v->ran = moot_cmd_caseload_name(path);
    moot_code code = moot_cmd_caseload_sha(path, v->ran_sha, err);
    code = code ? code : moot_cmd_caseload(path, v->protocol, NULL, &caseload, err);
    if (!code) {
        code = moot_batch_run(v->protocol, caseload, &options, sinks, MOOT_COUNT(sinks), &errs,
                              &counts, err);
    }
    for (size_t i = 0; i < errs.count; i++) {
        moot_say_error(&v->app->say, &errs.list[i]);
    }
    moot_say_raise(&v->app->say, moot_code_status(counts.caseload.worst));
    moot_errs_done(&errs);
    moot_helper_script_done(&helpers);
    moot_caseload_close(caseload);
    return code;
}

/* ---- logs: those of a store ---- */

typedef struct stored {
    covered *v;
    moot_store *store;
    moot_err *err;
} stored;

static int add_stored(void *user, int64_t run, const char *id, const char *status)
{
    stored *s = user;
    moot_store_found found;
    moot_loaded loaded;
    moot_arena arena;
    moot_case c;
    (void)status;
    moot_arena_init(&arena);
    moot_loaded_init(&loaded);
    moot_case_init(&c);
    if (!moot_store_find_case(s->store, run, id, &arena, &found, s->err) &&
        !moot_store_load_case(s->store, &found, s->v->protocol, &loaded, s->err) &&
        !moot_loaded_replay(&loaded, s->v->protocol, &c, s->err)) {
        add_case(s->v, &c);
    }
    moot_case_done(&c);
    moot_loaded_done(&loaded);
    moot_arena_done(&arena);
    return s->err->code != MOOT_OK;
}

/* The newest run of the protocol, and what it was of. */
static moot_code name_run(covered *v, moot_store *store, moot_err *err)
{
    moot_report_rows runs;
    if (moot_store_report(store, MOOT_REPORT_RUNS, 0, NULL, &v->arena, &runs, err)) {
        return err->code;
    }
    for (size_t i = 0; i < runs.count; i++) {
        const moot_report_cell *run = &runs.cells[i * runs.columns];
        if (strcmp(run[MOOT_RUN_HASH].text, v->protocol->hash) == 0) {
            v->run = (int64_t)run[MOOT_RUN_NO].number;
            v->ran = run[MOOT_RUN_CASELOAD].text;
            snprintf(v->ran_sha, sizeof v->ran_sha, "%s", run[MOOT_RUN_SHA].text);
        }
    }
    return MOOT_OK;
}

static moot_code add_store(covered *v, const char *path, moot_err *err)
{
    stored s = { v, NULL, err };
    if (!moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &s.store, err) && !name_run(v, s.store, err)) {
        moot_err listing;
        moot_err_init(&listing);
        if (moot_store_each_case(s.store, v->run, add_stored, &s, &listing) && !err->code) {
            *err = listing;
        }
    }
    moot_store_close(s.store);
    return err->code;
}

/* ---- telling ---- */

static moot_code tell_table(const covered *v, moot_err *err)
{
    static const moot_table_column columns[] = {
        { "CLAUSE", 0, 0 }, { "OPERATIONAL", 0, 0 }, { "RULES", 1, 0 }, { "OPEN", 1, 0 },
        { "RAN", 1, 0 },    { "STATE", 0, 0 },       { "FIRST RULE", 0, 1 },
    };
    moot_table *table = NULL;
    char place[256];
    int32_t count;
    const moot_coverage_row *rows = moot_coverage_rows(v->coverage, &count);
    int counted = moot_coverage_cases(v->coverage) > 0;
    if (moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    for (int32_t i = 0; i < count; i++) {
        moot_table_row(table);
        moot_table_cell(table, 0, rows[i].clause);
        moot_table_cell(table, 1, rows[i].operational ? rows[i].operational
                              : moot_coverage_is_law(v->protocol, &rows[i]) ? "law" : "not in table");
        moot_table_int(table, 2, rows[i].declared);
        moot_table_int(table, 3, rows[i].open);
        if (counted) {
            moot_table_int(table, 4, rows[i].ran);
        }
        moot_table_cell(table, 5, moot_coverage_state(&rows[i], counted));
        if (rows[i].first) {
            snprintf(place, sizeof place, "%s:%d %s", rows[i].first->file,
                     (int)rows[i].first->line, rows[i].first->name);
            moot_table_cell(table, 6, place);
        }
    }
    moot_code code = moot_table_print(table, err);
    moot_table_free(table);
    return code;
}

static void tell_summary(const covered *v, int32_t findings)
{
    int32_t n[MOOT_COVERAGE_COUNTS];
    moot_coverage_count(v->coverage, n);
    printf("\n%s: %d clauses, %d with a rule, %d not run by nature, %d with neither", v->protocol->id,
           (int)n[MOOT_COVERAGE_OF_TABLE], (int)n[MOOT_COVERAGE_WITH_RULE], (int)n[MOOT_COVERAGE_NOT_RUN], (int)n[MOOT_COVERAGE_NEITHER]);
    if (moot_coverage_cases(v->coverage)) {
        printf("; %d ran in %" PRId64 " case%s", (int)n[MOOT_COVERAGE_RAN], moot_coverage_cases(v->coverage),
               moot_coverage_cases(v->coverage) == 1 ? "" : "s");
    }
    printf("\n%d finding%s\n", (int)findings, findings == 1 ? "" : "s");
}

static void tell_finding(const moot_coverage_finding *f)
{
    if (f->decl) {
        printf("%s:%d: ", f->decl->file, (int)f->decl->line);
    }
    printf("clause %s %s\n", *f->clause ? f->clause : "(none)", f->what);
}

static void tell_text(const covered *v, const moot_coverage_finding *findings, int32_t count,
                      moot_err *err)
{
    if (tell_table(v, err)) {
        return;
    }
    if (count) {
        printf("\nFindings\n");
    }
    for (int32_t i = 0; i < count; i++) {
        tell_finding(&findings[i]);
    }
    tell_summary(v, count);
}

static void row_json(const covered *v, const moot_coverage_row *row, moot_buf *out)
{
    int counted = moot_coverage_cases(v->coverage) > 0;
    moot_buf_str(out, "{\"clause\":");
    moot_buf_json(out, row->clause);
    moot_buf_str(out, ",\"operational\":");
    if (row->operational) {
        moot_buf_json(out, row->operational);
    } else {
        moot_buf_str(out, "null");
    }
    moot_buf_printf(out, ",\"rules\":%d,\"not_run\":%s,\"open\":%d,\"ran\":", (int)row->declared,
                    row->not_run ? "true" : "false", (int)row->open);
    if (counted) {
        moot_buf_int(out, row->ran);
    } else {
        moot_buf_str(out, "null");
    }
    moot_buf_str(out, ",\"state\":");
    moot_buf_json(out, moot_coverage_state(row, counted));
    moot_buf_str(out, "}\n");
}

static void finding_json(const moot_coverage_finding *f, moot_buf *out)
{
    moot_buf_str(out, "{\"finding\":");
    moot_buf_json(out, f->what);
    moot_buf_str(out, ",\"clause\":");
    moot_buf_json(out, f->clause);
    moot_buf_str(out, ",\"rule\":");
    if (f->decl) {
        char place[192];
        snprintf(place, sizeof place, "%s:%d", f->decl->file, (int)f->decl->line);
        moot_buf_json(out, place);
    } else {
        moot_buf_str(out, "null");
    }
    moot_buf_str(out, "}\n");
}

/* An object for what was looked at, one for each clause, one for each finding. */
static void tell_json(const covered *v, const moot_coverage_finding *findings, int32_t count,
                      moot_err *err)
{
    moot_buf out;
    int32_t rows_count;
    const moot_coverage_row *rows = moot_coverage_rows(v->coverage, &rows_count);
    moot_buf_init(&out);
    moot_buf_str(&out, "{\"protocol\":");
    moot_buf_json(&out, v->protocol->id);
    moot_buf_printf(&out,
                    ",\"hash\":\"%s\",\"cases\":%" PRId64 ",\"clauses\":%d,\"findings\":%d",
                    v->protocol->hash, moot_coverage_cases(v->coverage), (int)rows_count,
                    (int)count);
    moot_cmd_law_json(v->protocol, &out);
    moot_buf_str(&out, "}\n");
    for (int32_t i = 0; i < rows_count; i++) {
        row_json(v, &rows[i], &out);
    }
    for (int32_t i = 0; i < count; i++) {
        finding_json(&findings[i], &out);
    }
    if (moot_buf_ok(&out)) {
        moot_say_buf(&out);
    } else {
        moot_fail_memory(err);
    }
    moot_buf_done(&out);
}

static void tell_page(const covered *v, const moot_coverage_finding *findings, int32_t count,
                      moot_err *err)
{
    moot_coverage_view view = { v->protocol, v->coverage, v->script.protocol, moot_cli_text(&v->app->cli, "protocol"), findings,
                                count };
    moot_buf out;
    moot_buf_init(&out);
    if (!moot_coverage_page(&view, &out, err)) {
        moot_say_buf(&out);
    }
    moot_buf_done(&out);
}

static void tell(covered *v, moot_err *err)
{
    int page = moot_cli_flag(&v->app->cli, "html");
    const moot_coverage_finding *findings;
    int32_t count;
    if (moot_coverage_findings(v->coverage, &findings, &count, err)) {
        return;
    }
    (page ? tell_page : v->app->say.json ? tell_json : tell_text)(v, findings, count, err);
    if (!v->app->say.json && !page) {
        moot_cmd_law_note(v->protocol);
    }
    if (count) {
        moot_say_raise(&v->app->say, moot_code_status(MOOT_ENO));
    }
}

/* ---- keeping ---- */

static moot_code put(const covered *v, moot_store *store, moot_err *err)
{
    moot_cmd_texts texts;
    const char *given = moot_cli_text(&v->app->cli, "clauses");
    moot_code code = moot_cmd_texts_read(v->script.path, v->protocol, &texts, err);
    const moot_store_coverage coverage = {
        .side = { v->protocol, texts.list, texts.count }, .coverage = v->coverage,
        .clauses = given ? moot_cmd_caseload_name(given) : v->protocol->clause_file, .clauses_sha = v->clauses->sha,
        .caseload = v->ran, .caseload_sha = v->ran ? v->ran_sha : NULL, .generated = v->generated, .moot = moot_about_number(),
    };
    code = code ? code : moot_store_put_coverage(store, &coverage, err);
    moot_cmd_texts_done(&texts);
    return code;
}

/* A store that may only be read, and whose logs were read, is told of and no failure. */
static moot_code keep(const covered *v, const char *path, int is_read, moot_err *err)
{
    moot_store *store = NULL;
    moot_code code = moot_store_open(path, is_read ? MOOT_STORE_WRITE : MOOT_STORE_CREATE, MOOT_STORE_BATCH, &store, err);
    if (code == MOOT_ESTORE && is_read) {
        moot_say_note(&v->app->say, "what was found is not kept: %s", err->msg);
        moot_err_init(err);
        return MOOT_OK;
    }
    code = code ? code : put(v, store, err);
    moot_store_close(store);
    return code;
}

static moot_code cover(covered *v, moot_err *err)
{
    const char *cases = moot_cli_text(&v->app->cli, "cases");
    const char *store = moot_cli_text(&v->app->cli, "store");
    int is_read = store && !cases && access(store, F_OK) == 0; /* its logs are */
    if (store && moot_cmd_check_store(store, cases ? cases : "", "coverage.db", err)) {
        return err->code;
    }
    if (read_clauses(v, err) ||
        moot_coverage_new(v->protocol, v->clauses->view.ids, v->clauses->view.operational,
                          v->clauses->view.count, &v->coverage, err) ||
        (cases && add_caseload(v, cases, err)) || (is_read && add_store(v, store, err))) {
        return err->code;
    }
    tell(v, err);
    return err->code || !store ? err->code : keep(v, store, is_read, err);
}

/* ---- several protocols ---- */

/* What the tables of all come to, protocol by protocol and together. */
typedef struct sum {
    moot_table *table; /* NULL with --json */
    int32_t n[MOOT_COVERAGE_COUNTS], findings;
    moot_buf told; /* the findings, shown below the table */
} sum;

static void sum_row(moot_table *table, const char *name, const int32_t *n, int32_t findings)
{
    moot_table_row(table);
    moot_table_cell(table, 0, name);
    moot_table_int(table, 1, n[MOOT_COVERAGE_OF_TABLE]);
    moot_table_int(table, 2, n[MOOT_COVERAGE_WITH_RULE]);
    moot_table_int(table, 3, n[MOOT_COVERAGE_NOT_RUN]);
    moot_table_int(table, 4, n[MOOT_COVERAGE_NEITHER]);
    moot_table_int(table, 5, findings);
}

static moot_code add_to_sum(covered *v, sum *s, moot_err *err)
{
    const moot_coverage_finding *findings;
    int32_t count, n[MOOT_COVERAGE_COUNTS];
    if (read_clauses(v, err) ||
        moot_coverage_new(v->protocol, v->clauses->view.ids, v->clauses->view.operational, v->clauses->view.count,
                          &v->coverage, err) ||
        moot_coverage_findings(v->coverage, &findings, &count, err)) {
        return err->code;
    }
    moot_coverage_count(v->coverage, n);
    for (int i = 0; i < MOOT_COVERAGE_COUNTS; i++) {
        s->n[i] += n[i];
    }
    s->findings += count;
    if (!s->table) {
        tell_json(v, findings, count, err);
        return err->code;
    }
    sum_row(s->table, v->protocol->id, n, count);
    for (int32_t i = 0; i < count; i++) {
        moot_buf_printf(&s->told, "%s: clause %s %s\n", v->protocol->id, *findings[i].clause ? findings[i].clause : "(none)",
                        findings[i].what);
    }
    return MOOT_OK;
}

static moot_code tell_sum(const moot_protocols *protocols, sum *s, moot_err *err)
{
    if (!s->table) {
        printf("{\"protocols\":%d,\"clauses\":%d,\"with_rule\":%d,\"not_run\":%d,\"neither\":%d,\"findings\":%d}\n",
               (int)protocols->count, (int)s->n[MOOT_COVERAGE_OF_TABLE], (int)s->n[MOOT_COVERAGE_WITH_RULE],
               (int)s->n[MOOT_COVERAGE_NOT_RUN], (int)s->n[MOOT_COVERAGE_NEITHER], (int)s->findings);
        return MOOT_OK;
    }
    sum_row(s->table, "together", s->n, s->findings);
    moot_code code = moot_table_print(s->table, err);
    if (!code && s->told.len) {
        fputs("\nFindings\n", stdout);
        moot_say_buf(&s->told);
    }
    moot_protocols_notes(protocols);
    return code ? code : moot_buf_ok(&s->told) ? MOOT_OK : moot_fail_memory(err);
}

static moot_code cover_all(moot_app *app, const moot_protocols *protocols, moot_err *err)
{
    static const moot_table_column columns[] = {
        { "PROTOCOL", 0, 1 }, { "CLAUSES", 1, 0 }, { "WITH A RULE", 1, 0 },
        { "NOT RUN", 1, 0 },  { "NEITHER", 1, 0 }, { "FINDINGS", 1, 0 },
    };
    sum s = { .table = NULL };
    moot_code code = MOOT_OK;
    if (!app->say.json && moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &s.table, err)) {
        return err->code;
    }
    moot_buf_init(&s.told);
    for (int32_t i = 0; !code && i < protocols->count; i++) {
        covered v = { .app = app, .script = protocols->scripts[i], .protocol = protocols->list[i] };
        code = add_to_sum(&v, &s, err);
        moot_coverage_free(v.coverage);
        moot_clauses_free(v.clauses);
    }
    code = code ? code : tell_sum(protocols, &s, err);
    if (s.findings) {
        moot_say_raise(&app->say, moot_code_status(MOOT_ENO));
    }
    moot_table_free(s.table);
    moot_buf_done(&s.told);
    return code;
}

static void several(moot_app *app, moot_err *err)
{
    static const char *const alone[] = { "variant", "clauses", "cases", "store", "html" };
    moot_protocols protocols;
    for (size_t i = 0; i < MOOT_COUNT(alone); i++) {
        if (moot_cli_flag(&app->cli, alone[i])) {
            moot_fail(err, MOOT_EUSAGE, "--%s goes with one protocol: ask for each by itself", alone[i]);
            return;
        }
    }
    if (!moot_protocols_load(app, 2, MOOT_PROTOCOLS_MOST, &protocols) && !moot_protocols_differ(app, &protocols)) {
        (void)cover_all(app, &protocols, err);
    }
    moot_protocols_done(&protocols);
}

void moot_cmd_coverage(moot_app *app)
{
    covered v = { .app = app };
    moot_err err;
    moot_arena_init(&v.arena);
    moot_err_init(&err);
    if (app->say.json && moot_cli_flag(&app->cli, "html")) {
        moot_fail(&err, MOOT_EUSAGE, "coverage writes a page (--html) or lines of JSON (--json), not both");
        moot_say_error(&app->say, &err);
        return;
    }
    if (moot_cli_nth(&app->cli, "protocol", 1)) {
        several(app, &err);
    } else if (!moot_cmd_script_load(app, moot_cli_text(&app->cli, "protocol"), &v.script, &v.protocol)) {
        (void)cover(&v, &err);
    }
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_coverage_free(v.coverage);
    moot_clauses_free(v.clauses);
    moot_protocol_free(v.protocol);
    moot_arena_done(&v.arena);
}
