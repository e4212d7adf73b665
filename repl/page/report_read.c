/* Which runs a report is of, how replicates become one, what they were, what the answer is in words. */
#include "repl/page/report_read.h"

#include <inttypes.h>
#include <string.h>

#include "vm/base/hash.h"

static const moot_report_cell *cell(const moot_report_rows *rows, size_t row, size_t column)
{
    return &rows->cells[row * rows->columns + column];
}

static int same_text(const moot_report_cell *a, const moot_report_cell *b)
{
    return strcmp(a->text ? a->text : "", b->text ? b->text : "") == 0;
}

/* ---- which runs ---- */

static int same_column(const moot_report_cell *a, const moot_report_cell *b, size_t column)
{
    return same_text(&a[column], &b[column]) && (a[column].number == b[column].number || isnan(a[column].number));
}

static int same_columns(const moot_report_cell *a, const moot_report_cell *b, const uint8_t *columns, size_t count)
{
    int same = 1;
    for (size_t i = 0; i < count; i++) {
        same &= same_column(a, b, columns[i]);
    }
    return same;
}

static moot_code add_run(moot_report_group *g, double run, moot_err *err)
{
    if (!moot_grow((void **)&g->runs, &g->cap, g->count + 1, sizeof *g->runs)) {
        return moot_fail_memory(err);
    }
    g->runs[g->count++] = (int64_t)run;
    return MOOT_OK;
}

/* A run that was run again stands once: the later one, since both say the same. */
static int runs_again(const moot_report_rows *rows, size_t row)
{
    static const uint8_t identity[] = { MOOT_RUN_HASH, MOOT_RUN_PROTOCOL, MOOT_RUN_CASELOAD, MOOT_RUN_SHA, MOOT_RUN_AS_OF, MOOT_RUN_LAW, MOOT_RUN_MODELLED, MOOT_RUN_SEED, MOOT_RUN_OPTIONS,
                                        MOOT_RUN_REPLICATE };
    for (size_t later = row + 1; later < rows->count; later++) {
        if (same_columns(cell(rows, row, 0), cell(rows, later, 0), identity, MOOT_COUNT(identity))) {
            return 1;
        }
    }
    return 0;
}

static moot_code put_run(moot_report_reader *rd, const moot_report_cell *run, moot_err *err)
{
    static const uint8_t alike[] = { MOOT_RUN_HASH, MOOT_RUN_PROTOCOL, MOOT_RUN_MODELLED, MOOT_RUN_SEED, MOOT_RUN_OPTIONS };
    int name_taken = 0;
    for (size_t g = 0; g < rd->count; g++) {
        if (same_columns(rd->groups[g].run, run, alike, MOOT_COUNT(alike))) {
            return add_run(&rd->groups[g], run[MOOT_RUN_NO].number, err);
        }
        name_taken |= same_text(&rd->groups[g].run[MOOT_RUN_PROTOCOL], &run[MOOT_RUN_PROTOCOL]);
    }
    if (rd->count == MOOT_REPORT_GROUPS) {
        rd->left_out++;
        return MOOT_OK;
    }
    moot_report_group *g = &rd->groups[rd->count++];
    g->run = run;
    g->half_days = NAN;
    g->name = name_taken ? moot_report_text(rd->report, "%s (run %.0f)", run[MOOT_RUN_PROTOCOL].text, run[MOOT_RUN_NO].number) : run[MOOT_RUN_PROTOCOL].text;
    return g->name ? add_run(g, run[MOOT_RUN_NO].number, err) : moot_fail_memory(err);
}

/* `may_be_none`: there is something else to tell. */
static moot_code choose_runs(moot_report_reader *rd, int may_be_none, moot_err *err)
{
    static const uint8_t base[] = { MOOT_RUN_CASELOAD, MOOT_RUN_SHA, MOOT_RUN_AS_OF, MOOT_RUN_LAW, MOOT_RUN_MODELLED };
    moot_report_rows rows;
    if (moot_store_report(rd->store, MOOT_REPORT_RUNS, 0, NULL, &rd->report->arena, &rows, err)) {
        return err->code;
    }
    size_t newest = rows.count;
    while (newest > 0 && cell(&rows, newest - 1, MOOT_RUN_CASES)->number < 1) {
        newest--;
    }
    if (newest == 0 && may_be_none) {
        return MOOT_OK;
    }
    if (newest == 0) {
        return moot_fail(err, MOOT_EDATA, "nothing was run into this store: moot run, compare, whatif or coverage with --store STORE comes first");
    }
    for (size_t i = 0; i < rows.count; i++) {
        int taken = same_columns(cell(&rows, i, 0), cell(&rows, newest - 1, 0), base, MOOT_COUNT(base)) && cell(&rows, i, MOOT_RUN_CASES)->number > 0 &&
                    (cell(&rows, i, MOOT_RUN_FINISHED)->number > 0 || i == newest - 1);
        if (!taken) {
            rd->left_out++;
        } else if (!runs_again(&rows, i) && put_run(rd, cell(&rows, i, 0), err)) {
            return err->code;
        }
        rd->report->hides |= taken && cell(&rows, i, MOOT_RUN_GENERATED)->number < cell(&rows, i, MOOT_RUN_CASES)->number;
    }
    rd->report->hides &= rd->options->below > 1 && !rd->report->one_case;
    return MOOT_OK;
}

/* ---- replicates become one ---- */

static size_t find_row(const moot_report_rows *rows, const moot_report_cell *like, size_t keys)
{
    for (size_t i = 0; i < rows->count; i++) {
        int same = 1;
        for (size_t k = 0; k < keys; k++) {
            same &= same_text(cell(rows, i, k), &like[k]);
        }
        if (same) {
            return i;
        }
    }
    return rows->count;
}

static void add_row(moot_report_rows *all, const moot_report_cell *row, size_t keys, double weight)
{
    size_t at = keys > 0 ? find_row(all, row, keys) : all->count;
    moot_report_cell *to = &all->cells[at * all->columns];
    int is_new = at == all->count;
    for (size_t k = 0; k < all->columns; k++) {
        if (is_new) {
            to[k] = row[k];
            to[k].number *= weight;
        } else if (!isnan(row[k].number)) {
            to[k].number = (isnan(to[k].number) ? 0 : to[k].number) + row[k].number * weight;
        }
    }
    all->count += is_new ? 1 : 0;
}

/* All runs of a group, one after the other. The rows grow outside the arena: an arena keeps what it once gave. */
static moot_code add_runs(moot_report_reader *rd, const moot_report_group *group, moot_report_ask ask, size_t keys, moot_report_rows *all, moot_err *err)
{
    moot_report_rows one;
    size_t cap = 0;
    for (size_t i = 0; i < group->count; i++) {
        if (moot_store_report(rd->store, ask, group->runs[i], NULL, &rd->report->arena, &one, err)) {
            return err->code;
        }
        if (!moot_grow((void **)&all->cells, &cap, (all->count + one.count) * one.columns + 1, sizeof *all->cells)) {
            return moot_fail_memory(err);
        }
        all->columns = one.columns;
        for (size_t row = 0; row < one.count; row++) {
            add_row(all, cell(&one, row, 0), keys, keys > 0 ? 1.0 / (double)group->count : 1);
        }
    }
    return MOOT_OK;
}

moot_code moot_report__gather(moot_report_reader *rd, const moot_report_group *group, moot_report_ask ask, size_t keys, moot_report_rows *out,
                              moot_err *err)
{
    moot_arena *arena = &rd->report->arena;
    moot_report_rows all = { 0 };
    if (group->count == 1) {
        return moot_store_report(rd->store, ask, group->runs[0], NULL, arena, out, err);
    }
    moot_code code = add_runs(rd, group, ask, keys, &all, err);
    if (!code) {
        *out = all;
        out->cells = moot_arena_array(arena, all.count * all.columns + 1, sizeof *out->cells);
        code = out->cells ? MOOT_OK : moot_fail_memory(err);
    }
    if (!code && all.count > 0) {
        memcpy(out->cells, all.cells, all.count * all.columns * sizeof *out->cells);
    }
    moot_free(all.cells);
    return code;
}

/* ---- what was compared ---- */

static moot_code compared(moot_report_reader *rd, const moot_report_group *g, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "what", .head = "What" }, { .key = "value", .head = "It was" } };
    moot_report *r = rd->report;
    const moot_report_cell *run = g->run;
    moot_finding *f;
    moot_finding like = { .id = "compared", .of = g->name, .headline = g->name, .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.subtitle = moot_report_text(r, "What was run: %s", g->name);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    int modelled = run[MOOT_RUN_MODELLED].number > 0;
    const struct {
        const char *what, *value;
    } rows[] = {
        { "council", run[MOOT_RUN_COUNCIL].text ? run[MOOT_RUN_COUNCIL].text : "none is named" },
        { "protocol's hash", run[MOOT_RUN_HASH].text },
        { "caseload", run[MOOT_RUN_CASELOAD].text },
        { "caseload's SHA-256", *run[MOOT_RUN_SHA].text ? run[MOOT_RUN_SHA].text : "none: it was typed in" },
        { "cases", moot_report_text(r, "%.0f", run[MOOT_RUN_CASES].number) },
        { "what people did", modelled ? "drawn from assumptions: no row is a record of anybody" : "as recorded" },
        { "seed and replicates", modelled ? moot_report_text(r, "%.0f, %zu", run[MOOT_RUN_SEED].number, g->count) : "none: nothing was drawn" },
        { "the cases' now", run[MOOT_RUN_AS_OF].text ? run[MOOT_RUN_AS_OF].text : "the end of each record" },
        { "law as at", run[MOOT_RUN_LAW].text ? run[MOOT_RUN_LAW].text : "each case's own dates" },
        { "other options", *run[MOOT_RUN_OPTIONS].text ? run[MOOT_RUN_OPTIONS].text : "none" },
        { "moot", run[MOOT_RUN_MOOT].text },
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        if (!rows[i].value) {
            return moot_fail_memory(err);
        }
        const moot_finding_cell cells[] = { moot_cell_text(rows[i].what), moot_cell_text(rows[i].value) };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* ---- the answer ---- */

/* " 12 came to an end."; nothing of what may not be told. */
static const char *standing(const moot_report_reader *rd, const moot_report_group *g, double count, const char *what)
{
    const char *told = count >= 0 ? moot_report__count(rd, g, count) : NULL;
    return count < 0 ? "" : told ? moot_report_text(rd->report, " %s %s.", told, what) : NULL;
}

static moot_code answer(moot_report_reader *rd, const moot_report_group *g, moot_err *err)
{
    moot_report *r = rd->report;
    const char *missed = "No deadline is known to have been missed.", *half = "";
    if (g->cases[CASES_ALL] < MOOT_PLOT_HIDDEN / 2) { /* a sentence of counts that are not shown would tell nothing */
        return moot_report_say(r, &r->answer, moot_report_text(r, "Under %s there are so few cases that no count is shown.", g->name), err);
    }
    if (!g->worst && g->late_hides) {
        missed = "Deadlines were missed; how often is not shown.";
    }
    if (g->worst) {
        int open = g->worst_late >= 0 && g->worst_judged >= 0;
        const char *late = moot_report__count(rd, g, g->worst_late), *of = open ? moot_report__count(rd, g, g->worst_judged) : "those";
        missed = late && of ? moot_report_text(r, "Missed most often%s was \"%s\"%s%s: late in %s of %s that can be judged.",
                                               g->late_hides ? ", where the number is shown," : "", g->worst,
                                               *g->worst_clause ? ", clause " : "", g->worst_clause, late, of)
                            : NULL;
    }
    if (g->homes) {
        half = isnan(g->half_days) ? " Fewer than half came to the place where they then stayed, as far as is known."
                                   : moot_report_text(r, " Half came to the place where they then stayed within %.0f day%s.", g->half_days,
                                                      g->half_days == 1 ? "" : "s");
    }
    const char *breached = moot_report__count(rd, g, g->cases[CASES_BREACHED]), *all = moot_report__count(rd, g, g->cases[CASES_ALL]);
    const char *closed = standing(rd, g, g->cases[CASES_CLOSED], "came to an end");
    const char *undecided = standing(rd, g, g->cases[CASES_UNDECIDED], "cannot be decided");
    const char *means = g->count > 1 ? moot_report_text(r, " These are means of %zu replicates.", g->count) : "";
    if (!missed || !half || !breached || !all || !closed || !undecided || !means) {
        return moot_fail_memory(err);
    }
    return moot_report_say(r, &r->answer,
                           moot_report_text(r, "Under %s, in %s of %s cases a duty was not done in time or a rule did not hold.%s%s%s %s%s", g->name,
                                            breached, all, closed, undecided, means, missed, half),
                           err);
}

/* ---- what it rests on, what it does not tell ---- */

static moot_code say_law(moot_report_reader *rd, const moot_report_group *g, moot_err *err)
{
    moot_report_rows rows;
    moot_report *r = rd->report;
    if (moot_store_report(rd->store, MOOT_REPORT_LAW_NOTE, g->runs[0], NULL, &r->arena, &rows, err)) {
        return err->code;
    }
    for (size_t i = 0; i < rows.count; i++) {
        if (moot_report_say(r, &r->assumes, moot_report_text(r, "%s: %s", g->name, cell(&rows, i, 0)->text), err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

static moot_code rests_on(moot_report_reader *rd, const moot_report_group *g, moot_err *err)
{
    moot_report *r = rd->report;
    const char *assumed = moot_report__count(rd, g, g->assumed), *what;
    if (g->run[MOOT_RUN_MODELLED].number > 0) {
        what = moot_report_text(r, "%s: what people do and how long it takes is drawn from the assumptions in the options above, with seed %.0f; "
                                   "another seed gives other lives.", g->name, g->run[MOOT_RUN_SEED].number);
    } else {
        what = assumed ? moot_report_text(r, "%s: an act on which the records are silent counts as done when it was called for. So it was for %s of "
                                             "what is listed.", g->name, assumed)
                       : NULL;
    }
    if (moot_report_say(r, &r->assumes, what, err) || say_law(rd, g, err)) {
        return err->code;
    }
    return MOOT_OK;
}

static moot_code say_if(moot_report_reader *rd, const moot_report_group *g, double count, const char *what, moot_err *err)
{
    if (count <= 0 && count > MOOT_PLOT_HIDDEN / 2) {
        return MOOT_OK;
    }
    const char *told = moot_report__count(rd, g, count);
    return moot_report_say(rd->report, &rd->report->unknown, told ? moot_report_text(rd->report, "%s: %s %s", g->name, told, what) : NULL, err);
}

static moot_code not_told(moot_report_reader *rd, const moot_report_group *g, moot_err *err)
{
    if (say_if(rd, g, g->cases[CASES_UNDECIDED], "cases cannot be decided, because a fact is missing that a rule asks for.", err) ||
        say_if(rd, g, g->cases[CASES_NEED], "cases miss a fact that something waits for; the table of missing facts says which.", err) ||
        say_if(rd, g, g->cases[CASES_FAILED], "cases could not be run: on their facts the protocol goes wrong.", err) ||
        say_if(rd, g, g->untold, "deadlines may have been met or missed: the records are not exact enough.", err) ||
        say_if(rd, g, g->undated, "deadlines have no date, because the text sets none or what starts them is missing.", err) ||
        say_if(rd, g, g->provisional, "dates are provisional: they lie past the last bank holidays that were published.", err)) {
        return err->code;
    }
    if (g->run[MOOT_RUN_FINISHED].number < 1) {
        return moot_report_say(rd->report, &rd->report->unknown,
                               moot_report_text(rd->report, "%s: the run was stopped before its end; the cases that are missing may differ.", g->name), err);
    }
    return MOOT_OK;
}

/* ---- again ---- */

static moot_code again(moot_report_reader *rd, moot_err *err)
{
    moot_report *r = rd->report;
    for (size_t i = 0; i < rd->count; i++) {
        const moot_report_cell *run = rd->groups[i].run;
        const char *drawn = run[MOOT_RUN_MODELLED].number > 0 ? moot_report_text(r, " --seed %.0f --replicates %zu", run[MOOT_RUN_SEED].number, rd->groups[i].count) : "";
        const char *as_of = run[MOOT_RUN_AS_OF].text ? moot_report_text(r, " --as-of \"%s\"", run[MOOT_RUN_AS_OF].text) : "";
        const char *options = run[MOOT_RUN_OPTIONS].text;
        if (strncmp(options, MOOT_COMPARED_WITH, strlen(MOOT_COMPARED_WITH)) == 0) {
            continue; /* what was compared is compared again */
        }
        if (!drawn || !as_of || moot_report_say(r, &r->again,
                                                moot_report_text(r, "moot run %s --cases %s%s%s%s%s --store %s   (--assume is told by its hash; moot store "
                                                                    "info and the hashes above say whether it is the same)",
                                                                 run[MOOT_RUN_PROTOCOL].text, run[MOOT_RUN_CASELOAD].text, drawn, as_of,
                                                                 *options ? " " : "", options, rd->options->store),
                                                err)) {
            return err->code ? err->code : moot_fail_memory(err);
        }
    }
    return moot_report_say(r, &r->again, moot_report_text(r, "moot report %s -o FILE.html", rd->options->store), err);
}

/* ---- all of it ---- */

/* Failing is told when it is read. */
static int is_any_coverage(const moot_report_reader *rd)
{
    moot_report_rows rows = { 0 };
    moot_err err;
    moot_err_init(&err);
    return !rd->options->case_id && !moot_store_report(rd->store, MOOT_COVERAGE_ALL, 0, NULL, &rd->report->arena, &rows, &err) && rows.count > 0;
}

static moot_code read_group(moot_report_reader *rd, moot_report_group *g, moot_err *err)
{
    moot_report_rows rows;
    uint64_t figures[CASES_COLUMNS - CASES_CLOSED];
    for (size_t i = 0; i < MOOT_COUNT(figures); i++) {
        figures[i] = moot_mix64(moot_report__figure("cases", "", ""), i);
    }
    if (moot_report__gather(rd, g, MOOT_REPORT_CASES, 0, &rows, err)) {
        return err->code;
    }
    for (size_t row = 0; row < rows.count; row++) {
        for (size_t i = 0; i < CASES_COLUMNS; i++) {
            g->cases[i] += cell(&rows, row, i)->number / (double)rows.count;
        }
    }
    if (moot_report__hide_beside_sum(rd, figures, NULL, &g->cases[CASES_CLOSED], CASES_FAILED + 1 - CASES_CLOSED, &g->cases[CASES_ALL], err)) {
        return err->code;
    }
    for (size_t i = CASES_BREACHED; i < CASES_COLUMNS; i++) {
        g->cases[i] = moot_report__part(rd, g->cases[i], g->cases[CASES_ALL]);
    }
    if (moot_report__tell_all(rd, figures, &g->cases[CASES_CLOSED], MOOT_COUNT(figures), err) || moot_report__hide_ways(rd, g, err)) {
        return err->code;
    }
    return moot_report__of_group(rd, g, err);
}

static moot_code read_all(moot_report_reader *rd, moot_err *err)
{
    moot_report *r = rd->report;
    moot_code code = MOOT_OK;
    for (size_t i = 0; i < rd->count && !code; i++) {
        code = compared(rd, &rd->groups[i], err);
    }
    if (rd->options->case_id) {
        return code ? code : moot_report__one_case(rd, err);
    }
    code = code ? code : moot_report__homes(rd, err);
    for (size_t i = 0; i < rd->count && !code; i++) {
        code = read_group(rd, &rd->groups[i], err);
    }
    for (size_t i = 0; i < rd->count && !code; i++) {
        code = answer(rd, &rd->groups[i], err);
        code = code ? code : rests_on(rd, &rd->groups[i], err);
        code = code ? code : not_told(rd, &rd->groups[i], err);
    }
    if (!code && rd->left_out > 0) {
        code = moot_report_say(r, &r->unknown,
                               moot_report_text(r, "%zu other run%s of this store, on another caseload, stopped before the end or past eight protocols, %s not in this report.",
                                                rd->left_out, rd->left_out == 1 ? "" : "s", rd->left_out == 1 ? "is" : "are"), err);
    }
    return code;
}

moot_code moot_report_read(moot_report *report, moot_store *store, const moot_report_options *options, moot_err *err)
{
    moot_report_told told = { 0 };
    moot_report_reader rd = { .report = report, .store = store, .options = options, .told = &told };
    report->below = options->below;
    report->contact = options->contact;
    report->one_case = options->case_id != NULL;
    int found = 0, is_compared = 0;
    const char *covered = NULL;
    moot_code code = options->case_id ? MOOT_OK : moot_report__whatif(&rd, &found, err);
    code = code || options->case_id ? code : moot_report__compare(&rd, &is_compared, err);
    code = code ? code : choose_runs(&rd, found || is_compared || is_any_coverage(&rd), err);
    if (!code && rd.count > 0) {
        const char *caseload = rd.groups[0].run[MOOT_RUN_CASELOAD].text;
        report->title = found            ? report->title
                        : options->case_id ? moot_report_text(report, "Case %s of %s, under %s", options->case_id, caseload, rd.groups[0].name)
                        : rd.count > 1   ? moot_report_text(report, "What came of %s, under %zu protocols", caseload, rd.count)
                                         : moot_report_text(report, "What came of %s, under %s", caseload, rd.groups[0].name);
        code = report->title ? read_all(&rd, err) : moot_fail_memory(err);
    }
    code = code || options->case_id ? code : moot_report__coverage(&rd, &covered, err);
    if (!code && !report->title) {
        report->title = covered ? moot_report_text(report, "%s beside the clauses of its document", covered)
                                : "What a comparison came to";
        code = report->title ? code : moot_fail_memory(err);
    }
    code = code ? code : again(&rd, err);
    for (size_t i = 0; i < rd.count; i++) {
        moot_free(rd.groups[i].runs);
    }
    moot_free(told.list);
    return code;
}
