/* What a coverage came to: how many clauses have a rule, what ran, what was found, clause by clause. */
#include <string.h>

#include "repl/page/report_read.h"

enum { C_CLAUSE, C_OPERATIONAL, C_STATE, C_RULES, C_OPEN, C_RAN, C_RAN_IN, C_RULE, C_NAME };

typedef struct covered {
    moot_report_reader *rd;
    moot_report *report;
    const moot_report_cell *row; /* MOOT_COVERAGE_ALL */
    const char *name;
    moot_report_rows clauses, findings;
} covered;

static const moot_report_cell *cell(const moot_report_rows *rows, size_t row, size_t column)
{
    return &rows->cells[row * rows->columns + column];
}

static int is_counted(const covered *c)
{
    return c->row[MOOT_COVERAGE_CASES].number > 0;
}

static int is_of_table(const moot_report_cell *clause)
{
    return strcmp(clause[C_OPERATIONAL].text, "law") != 0 && strcmp(clause[C_OPERATIONAL].text, "not in table") != 0;
}

/* Clauses of the document in a state. */
static size_t count_state(const covered *c, const char *state)
{
    size_t n = 0;
    for (size_t i = 0; i < c->clauses.count; i++) {
        n += is_of_table(cell(&c->clauses, i, 0)) && strcmp(cell(&c->clauses, i, C_STATE)->text, state) == 0;
    }
    return n;
}

static size_t count_rules(const covered *c)
{
    return count_state(c, "declared") + count_state(c, "ran") + count_state(c, "never ran");
}

/* ---- what it was ---- */

static moot_code compared(covered *c, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "what", .head = "What" }, { .key = "value", .head = "It was" } };
    moot_report *r = c->report;
    const moot_report_cell *row = c->row;
    moot_finding *f;
    moot_finding like = { .id = "compared", .of = c->name, .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.headline = moot_report_text(r, "%s beside its document", c->name);
    like.subtitle = moot_report_text(r, "What was held against each other: %s", c->name);
    const struct {
        const char *what, *value;
    } rows[] = {
        { "protocol's hash", row[MOOT_COVERAGE_HASH].text },
        { "table of clauses", row[MOOT_COVERAGE_TABLE].text },
        { "the table's SHA-256", row[MOOT_COVERAGE_TABLE_SHA].text },
        { "caseload", is_counted(c) && row[MOOT_COVERAGE_CASELOAD].text ? row[MOOT_COVERAGE_CASELOAD].text : "none: nothing was run" },
        { "caseload's SHA-256", is_counted(c) && row[MOOT_COVERAGE_SHA].text && *row[MOOT_COVERAGE_SHA].text ? row[MOOT_COVERAGE_SHA].text : "none" },
        { "cases", moot_report_text(r, "%.0f", row[MOOT_COVERAGE_CASES].number) },
        { "moot", row[MOOT_COVERAGE_MOOT].text },
    };
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        const moot_finding_cell cells[] = { moot_cell_text(rows[i].what), moot_cell_text(rows[i].value) };
        if (!rows[i].value || moot_report_row(f, cells, err)) {
            return err->code ? err->code : moot_fail_memory(err);
        }
    }
    return MOOT_OK;
}

/* ---- what it comes to ---- */

static moot_code states(covered *c, moot_err *err)
{
    static const struct {
        const char *state, *says;
    } each[] = {
        { "ran", "a rule, which ran" }, { "never ran", "a rule, which never ran" }, { "declared", "a rule" },
        { "not run", "not run by nature, with its reason" }, { "no rule", "neither a rule nor a reason" },
    };
    static const moot_finding_column columns[] = { { .key = "state", .head = "What there is of it" }, { .key = "clauses", .head = "Clauses" } };
    moot_report *r = c->report;
    moot_plot_point *points = moot_arena_array(&r->arena, MOOT_COUNT(each), sizeof *points);
    size_t rules = count_rules(c), n = 0;
    moot_finding *f;
    moot_finding like = { .id = "coverage", .of = c->name, .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.headline = moot_report_text(r, "%s: %zu clause%s of the document %s carried out by a rule", c->name, rules, rules == 1 ? "" : "s", rules == 1 ? "is" : "are");
    like.subtitle = moot_report_text(r, "Clauses of the document of %s by what the protocol has of them", c->name);
    if (!points) {
        return moot_fail_memory(err);
    }
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < MOOT_COUNT(each); i++) {
        size_t count = count_state(c, each[i].state);
        const moot_finding_cell cells[] = { moot_cell_text(each[i].says), moot_cell_number((double)count) };
        if (count == 0 && strcmp(each[i].state, "no rule") != 0) {
            continue;
        }
        points[n++] = (moot_plot_point){ .label = each[i].says, .y = (double)count, .low = NAN, .high = NAN };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    moot_plot plot = { .kind = MOOT_PLOT_BARS, .finding = f->headline, .subtitle = f->subtitle, .x_name = columns[0].head, .y_name = "Clauses", .unit = "", .count = 1 };
    return moot_report_draw(r, f, &plot, points, n, err);
}

static moot_code findings(covered *c, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "clause", .head = "Clause" }, { .key = "what", .head = "What was found" }, { .key = "rule", .head = "Rule" } };
    moot_report *r = c->report;
    size_t count = c->findings.count;
    moot_finding *f;
    if (count == 0) {
        return MOOT_OK;
    }
    moot_finding like = { .id = "coverage findings", .of = c->name, .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.headline = moot_report_text(r, "%s: %zu thing%s to look at", c->name, count, count == 1 ? "" : "s");
    like.subtitle = "Clauses without a rule, rules without a clause, rules that never ran";
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < count; i++) {
        const moot_report_cell *row = cell(&c->findings, i, 0);
        const moot_finding_cell cells[] = { moot_cell_text(*row[0].text ? row[0].text : "none"), moot_cell_text(row[1].text), moot_cell_text(row[2].text ? row[2].text : "none") };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

static moot_code clauses(covered *c, moot_err *err)
{
    static const moot_finding_column columns[] = {
        { .key = "clause", .head = "Clause" }, { .key = "operational", .head = "Can it run?" }, { .key = "state", .head = "State" }, { .key = "rules", .head = "Rules" },
        { .key = "open", .head = "Left open" }, { .key = "ran_in", .head = "Cases it ran in" },
        { .key = "ran", .head = "Times" }, { .key = "rule", .head = "First rule" },
    };
    moot_report *r = c->report;
    moot_finding *f;
    moot_finding like = { .id = "clauses", .of = c->name, .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.headline = moot_report_text(r, "%s: clause by clause", c->name);
    like.subtitle = moot_report_text(r, "Clauses of the document of %s in its order, then those that only the protocol names, and law", c->name);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < c->clauses.count; i++) {
        const moot_report_cell *row = cell(&c->clauses, i, 0);
        const char *rule = !row[C_RULE].text ? "none" : row[C_NAME].text && *row[C_NAME].text ? moot_report_text(r, "%s (%s)", row[C_NAME].text, row[C_RULE].text) : row[C_RULE].text;
        double cases = isnan(row[C_RAN_IN].number) ? NAN : moot_report__part(c->rd, row[C_RAN_IN].number, c->row[MOOT_COVERAGE_CASES].number);
        const moot_finding_cell cells[] = { moot_cell_text(row[C_CLAUSE].text), moot_cell_text(row[C_OPERATIONAL].text), moot_cell_text(row[C_STATE].text),
                                            moot_cell_number(row[C_RULES].number), moot_cell_number(row[C_OPEN].number), moot_cell_number(cases),
                                            moot_cell_number(cases < 0 ? MOOT_PLOT_HIDDEN : row[C_RAN].number), moot_cell_text(rule) };
        if (!rule || moot_report_row(f, cells, err)) {
            return err->code ? err->code : moot_fail_memory(err);
        }
    }
    return MOOT_OK;
}

/* ---- in words ---- */

static moot_code words(covered *c, moot_err *err)
{
    moot_report *r = c->report;
    const moot_report_cell *row = c->row;
    size_t rules = count_rules(c), not_run = count_state(c, "not run"), neither = count_state(c, "no rule"), found = c->findings.count;
    double cases = row[MOOT_COVERAGE_CASES].number;
    const char *ran = !is_counted(c) ? "" : moot_report_text(r, "; %zu ran in %.0f case%s", count_state(c, "ran"), cases, cases == 1 ? "" : "s");
    const char *with = !is_counted(c) || !row[MOOT_COVERAGE_CASELOAD].text ? "" : moot_report_text(r, " --cases %s", row[MOOT_COVERAGE_CASELOAD].text);
    if (!ran || !with) {
        return moot_fail_memory(err);
    }
    if (moot_report_say(r, &r->answer,
                        moot_report_text(r, "Of the %zu clauses of the document of %s, %zu %s carried out by a rule, %zu %s not run by nature and %zu %s neither%s. %zu thing%s to look at.",
                                         rules + not_run + neither, c->name, rules, rules == 1 ? "is" : "are", not_run, not_run == 1 ? "is" : "are", neither,
                                         neither == 1 ? "has" : "have", ran, found, found == 1 ? "" : "s"), err) ||
        (row[MOOT_COVERAGE_NOTE].text && moot_report_say(r, &r->assumes, moot_report_text(r, "%s: %s", c->name, row[MOOT_COVERAGE_NOTE].text), err)) ||
        (!is_counted(c) && moot_report_say(r, &r->unknown, moot_report_text(r, "%s: no case was run, so which rules ever run is not known.", c->name), err))) {
        return err->code;
    }
    return moot_report_say(r, &r->again, moot_report_text(r, "moot coverage %s%s --store %s", c->name, with, c->rd->options->store), err);
}

moot_code moot_report__coverage(moot_report_reader *rd, const char **out_name, moot_err *err)
{
    moot_arena *arena = &rd->report->arena;
    moot_report_rows all;
    if (moot_store_report(rd->store, MOOT_COVERAGE_ALL, 0, NULL, arena, &all, err)) {
        return err->code;
    }
    for (size_t i = 0; i < all.count; i++) {
        covered c = { .rd = rd, .report = rd->report, .row = cell(&all, i, 0), .name = cell(&all, i, MOOT_COVERAGE_PROTOCOL)->text };
        int64_t no = (int64_t)c.row[MOOT_COVERAGE_NO].number;
        if (moot_store_report(rd->store, MOOT_COVERAGE_CLAUSES, no, NULL, arena, &c.clauses, err) ||
            moot_store_report(rd->store, MOOT_COVERAGE_FINDINGS, no, NULL, arena, &c.findings, err)) {
            return err->code;
        }
        rd->report->hides |= c.row[MOOT_COVERAGE_GENERATED].number < c.row[MOOT_COVERAGE_CASES].number && rd->options->below > 1;
        *out_name = c.name;
        if (compared(&c, err) || states(&c, err) || findings(&c, err) || clauses(&c, err) || words(&c, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}
