/* What a comparison came to: in how many cases the protocols do not say the same, aspect by aspect, and what each comes to. The runs
 * beside it are told as any others are. */
#include <string.h>

#include "repl/page/report_read.h"
#include "vm/base/hash.h"

typedef struct comparison {
    moot_report_reader *rd;
    moot_report *report;
    const moot_report_cell *row; /* MOOT_COMPARE_ALL */
    moot_report_rows sides, aspects, unlike;
    const char *most;            /* the aspect on which they differ most often; NULL: on none */
    double differ;
} comparison;

static const moot_report_cell *cell(const moot_report_rows *rows, size_t row, size_t column)
{
    return &rows->cells[row * rows->columns + column];
}

/* ---- what it was ---- */

static moot_code compared(comparison *c, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "what", .head = "What" }, { .key = "value", .head = "It was" } };
    moot_report *r = c->report;
    const moot_report_cell *row = c->row;
    moot_finding *f;
    moot_finding like = { .id = "compared", .of = "the comparison", .headline = "The comparison", .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.subtitle = "What was held against each other";
    const struct {
        const char *what, *value;
    } rows[] = {
        { "protocols", row[MOOT_COMPARE_PROTOCOLS].text },
        { "caseload", row[MOOT_COMPARE_CASELOAD].text },
        { "caseload's SHA-256", *row[MOOT_COMPARE_SHA].text ? row[MOOT_COMPARE_SHA].text : "none: it came by standard input" },
        { "cases", moot_report_text(r, "%.0f", row[MOOT_COMPARE_CASES].number) },
        { "set aside", moot_report_text(r, "%.0f, which one of the protocols could not read", row[MOOT_COMPARE_SET_ASIDE].number) },
        { "the cases' now", row[MOOT_COMPARE_AS_OF].text ? row[MOOT_COMPARE_AS_OF].text : "the end of each record" },
        { "law as at", row[MOOT_COMPARE_LAW].text ? row[MOOT_COMPARE_LAW].text : "each case's own dates" },
        { "other options", *row[MOOT_COMPARE_OPTIONS].text ? row[MOOT_COMPARE_OPTIONS].text : "none" },
        { "moot", row[MOOT_COMPARE_MOOT].text },
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

/* ---- aspect by aspect ---- */

static double all_cases(const comparison *c)
{
    return c->row[MOOT_COMPARE_CASES].number;
}

static void find_most(comparison *c)
{
    for (size_t i = 0; i < c->aspects.count; i++) {
        double differ = cell(&c->aspects, i, 1)->number;
        if (differ > c->differ) {
            c->differ = differ;
            c->most = cell(&c->aspects, i, 0)->text;
        }
    }
    c->differ = moot_report__part(c->rd, c->differ, all_cases(c));
}

/* "in 48 of 56 cases"; "in some cases", where that may not be told: then on what they differ most is not told either. */
static const char *in_cases(const comparison *c, double count)
{
    return count < 0 ? "in some cases" : moot_report_text(c->report, "in %.0f of %.0f case%s", count, all_cases(c), all_cases(c) == 1 ? "" : "s");
}

static moot_code differences(comparison *c, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "aspect", .head = "What is asked" }, { .key = "same", .head = "All say the same" },
                                                   { .key = "differ", .head = "They differ" } };
    moot_report *r = c->report;
    moot_finding *f;
    moot_plot_point *points = moot_arena_array(&r->arena, c->aspects.count + 1, sizeof *points);
    const char *where = in_cases(c, c->differ);
    moot_finding like = { .id = "differences", .of = "", .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.headline = !c->most ? "The protocols say the same of every case"
                    : c->differ < 0 ? "The protocols differ in some cases"
                    : where ? moot_report_text(r, "The protocols differ most often on %s, %s", c->most, where) : NULL;
    like.subtitle = moot_report_text(r, "Cases of %s in which the protocols do not all say the same; clauses do not count", c->row[MOOT_COMPARE_CASELOAD].text);
    if (!points) {
        return moot_fail_memory(err);
    }
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < c->aspects.count; i++) {
        double count = cell(&c->aspects, i, 1)->number, differ = moot_report__part(c->rd, count, all_cases(c));
        const moot_finding_cell cells[] = { moot_cell_text(cell(&c->aspects, i, 0)->text), moot_cell_number(differ < 0 ? MOOT_PLOT_HIDDEN : all_cases(c) - count),
                                            moot_cell_number(differ) };
        points[i] = (moot_plot_point){ .label = cells[0].text, .y = differ, .low = NAN, .high = NAN };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    moot_plot plot = { .kind = MOOT_PLOT_BARS, .finding = f->headline, .subtitle = f->subtitle, .x_name = columns[0].head, .y_name = "Cases in which they differ",
                       .unit = "", .count = 1 };
    return moot_report_draw(r, f, &plot, points, c->aspects.count, err);
}

/* What is left of the differences when one protocol's are taken away is a count of cases too. Two protocols differ from each other: the
 * table above says it. */
static moot_code unlike(comparison *c, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "aspect", .head = "What is asked" }, { .key = "protocol", .head = "Protocol" },
                                                   { .key = "cases", .head = "Cases" } };
    moot_report *r = c->report;
    moot_finding *f;
    if (c->sides.count < 3) {
        return MOOT_OK;
    }
    moot_finding like = { .id = "unlike the first", .of = "", .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.headline = moot_report_text(r, "How often each does not say what %s says", cell(&c->sides, 0, MOOT_SIDE_PROTOCOL)->text);
    like.subtitle = moot_report_text(r, "Cases in which a protocol does not say what %s says", cell(&c->sides, 0, MOOT_SIDE_PROTOCOL)->text);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < c->unlike.count; i++) {
        size_t aspect = (size_t)cell(&c->unlike, i, 0)->number, side = (size_t)cell(&c->unlike, i, 1)->number;
        if (aspect >= c->aspects.count || side >= c->sides.count) {
            return moot_fail(err, MOOT_ESTORE, "the comparison in this store is not whole: a difference is of no protocol");
        }
        double cases = cell(&c->unlike, i, 2)->number, differ = cell(&c->aspects, aspect, 1)->number;
        double told = moot_report__part(c->rd, cases, differ) < 0 ? MOOT_PLOT_HIDDEN : moot_report__part(c->rd, cases, all_cases(c));
        const moot_finding_cell cells[] = { moot_cell_text(cell(&c->aspects, aspect, 0)->text), moot_cell_text(cell(&c->sides, side, MOOT_SIDE_PROTOCOL)->text),
                                            moot_cell_number(told) };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* ---- protocol by protocol ---- */

enum { STATES = MOOT_SIDE_NUMBERS - MOOT_SIDE_CLOSED, NUMBERS = 8, NO_BED = 6, SET_ASIDE = 7 };

static moot_code protocol_row(const comparison *c, const moot_report_cell *side, moot_finding *f, moot_err *err)
{
    moot_finding_cell cells[1 + STATES + NUMBERS] = { moot_cell_text(side[MOOT_SIDE_PROTOCOL].text) };
    double states[STATES], sum = all_cases(c);
    uint64_t figures[STATES]; /* those of the runs beside it */
    for (size_t i = 0; i < STATES; i++) {
        states[i] = side[MOOT_SIDE_CLOSED + i].number;
        figures[i] = moot_mix64(moot_report__figure("cases", "", ""), i);
    }
    if (moot_report__hide_beside_sum(c->rd, figures, NULL, states, STATES, &sum, err) || moot_report__tell_all(c->rd, figures, states, STATES, err)) {
        return err->code;
    }
    for (size_t i = 0; i < STATES; i++) {
        cells[1 + i] = moot_cell_number(states[i]);
    }
    for (size_t i = 0; i < NUMBERS; i++) {
        double count = side[MOOT_SIDE_NUMBERS + i].number, open = states[MOOT_SIDE_OPEN - MOOT_SIDE_CLOSED];
        cells[1 + STATES + i] = moot_cell_number(i == SET_ASIDE ? count : i == NO_BED ? (open < 0 ? MOOT_PLOT_HIDDEN : moot_report__part(c->rd, count, open))
                                                                : moot_report__shown(c->rd, count));
        if (i != SET_ASIDE && moot_report__tell(c->rd, moot_mix64(moot_report__figure("each protocol", "", ""), i), &cells[1 + STATES + i].number, err)) {
            return err->code;
        }
    }
    return moot_report_row(f, cells, err);
}

static moot_code protocols(comparison *c, moot_err *err)
{
    static const moot_finding_column columns[] = {
        { .key = "protocol", .head = "Protocol" }, { .key = "closed", .head = "Closed" }, { .key = "open", .head = "Open" },
        { .key = "undecided", .head = "Undecided" }, { .key = "failed", .head = "Failed" }, { .key = "due", .head = "Due" },
        { .key = "undated", .head = "No date" }, { .key = "cannot_tell", .head = "Cannot tell" }, { .key = "owed", .head = "Owed" },
        { .key = "needed", .head = "Needed" }, { .key = "breaches", .head = "Breaches" }, { .key = "no_bed", .head = "No bed known" },
        { .key = "set_aside", .head = "Set aside" },
    };
    moot_report *r = c->report;
    moot_finding *f;
    moot_finding like = { .id = "each protocol", .of = "", .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.headline = "What the same cases come to under each protocol";
    like.subtitle = "Cases by how they stand; deadlines and acts that run; duties owed; facts that are missing; breaches; what only another protocol knows, set aside";
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < c->sides.count; i++) {
        if (protocol_row(c, cell(&c->sides, i, 0), f, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* ---- in words ---- */

static moot_code words(comparison *c, moot_err *err)
{
    moot_report *r = c->report;
    const moot_report_cell *row = c->row;
    const char *where = in_cases(c, c->differ), *as_of = row[MOOT_COMPARE_AS_OF].text ? moot_report_text(r, " --as-of \"%s\"", row[MOOT_COMPARE_AS_OF].text) : "";
    moot_buf names;
    moot_buf_init(&names);
    for (size_t i = 0; i < c->sides.count; i++) {
        moot_buf_printf(&names, " \"%s\"", cell(&c->sides, i, MOOT_SIDE_PROTOCOL)->text);
    }
    const char *named = moot_buf_ok(&names) ? moot_report_text(r, "%s", moot_buf_text(&names)) : NULL;
    moot_buf_done(&names);
    if (!where || !as_of || !named) {
        return moot_fail_memory(err);
    }
    const char *said = c->most && c->differ < 0
                           ? moot_report_text(r, "Held against each other (%s), the protocols differ in some cases; so few do, or do not, that no count is shown.",
                                              row[MOOT_COMPARE_PROTOCOLS].text)
                       : c->most ? moot_report_text(r, "Held against each other (%s), the protocols differ most often on %s: %s.", row[MOOT_COMPARE_PROTOCOLS].text,
                                                  c->most, where)
                               : moot_report_text(r, "Held against each other (%s), the protocols say the same of every case.", row[MOOT_COMPARE_PROTOCOLS].text);
    if (moot_report_say(r, &r->answer, said, err) ||
        moot_report_say(r, &r->assumes, "Two answers are the same if they say the same; clauses, which no two documents share, do not count. What only one protocol "
                                        "knows is set aside under the others.", err)) {
        return err->code;
    }
    return moot_report_say(r, &r->again,
                           moot_report_text(r, "moot compare%s --cases %s%s%s%s --store %s   (a variant as FILE:NAME)", named, row[MOOT_COMPARE_CASELOAD].text, as_of,
                                            *row[MOOT_COMPARE_OPTIONS].text ? " " : "", row[MOOT_COMPARE_OPTIONS].text, c->rd->options->store), err);
}

moot_code moot_report__compare(moot_report_reader *rd, int *out_found, moot_err *err)
{
    comparison c = { .rd = rd, .report = rd->report };
    moot_arena *arena = &rd->report->arena;
    moot_report_rows all;
    if (moot_store_report(rd->store, MOOT_COMPARE_ALL, 0, NULL, arena, &all, err) || all.count == 0) {
        return err->code;
    }
    c.row = cell(&all, all.count - 1, 0);
    int64_t no = (int64_t)c.row[MOOT_COMPARE_NO].number;
    if (moot_store_report(rd->store, MOOT_COMPARE_SIDES, no, NULL, arena, &c.sides, err) ||
        moot_store_report(rd->store, MOOT_COMPARE_ASPECTS, no, NULL, arena, &c.aspects, err) ||
        moot_store_report(rd->store, MOOT_COMPARE_UNLIKE, no, NULL, arena, &c.unlike, err)) {
        return err->code;
    }
    rd->report->hides |= c.row[MOOT_COMPARE_GENERATED].number < all_cases(&c) && rd->options->below > 1;
    *out_found = 1;
    find_most(&c);
    return compared(&c, err) || differences(&c, err) || unlike(&c, err) || protocols(&c, err) || words(&c, err) ? err->code : MOOT_OK;
}
