/* What a what-if in a store came to: how each variant moves lives, which figures surely change, through which clauses, and all variants
 * side by side. Figures are means of a replicate; a change is that of a figure replicate by replicate, with its interval. */
#include <stdlib.h>
#include <string.h>

#include "repl/page/report_asked.h"
#include "repl/page/report_read.h"
#include "repl/page/report_reasons.h"
#include "vm/base/disclose.h"
#include "vm/base/hash.h"
#include "vm/store/store_whatif.h"

#define SURE_LEAST 5 /* replicates in which a figure came about on both sides */
#define REASONS_MOST 12
#define PENCE 100.0
#define TURNS_APART 2 /* so many readings are told one by one in the answer, too */

typedef struct asked {
    moot_report_reader *rd;
    moot_report *report;
    moot_whatif_told told;
    moot_whatif *whatif;
    const moot_whatif_figure *figures;
    int32_t figure_count, cases;
    moot_report_rows turns; /* MOOT_WHATIF_TURNS */
} asked;

/* A figure under a variant, as it may be shown. */
typedef struct effect {
    double baseline, value;
    moot_finding_cell change;
    int sure;
} effect;

static const char *figure_name(const asked *a, int32_t figure)
{
    const moot_whatif_figure *f = &a->figures[figure];
    return *f->name ? moot_report_text(a->report, "%s \"%s\"", moot_whatif_text(f->kind), f->name) : moot_whatif_text(f->kind);
}

static int is_of(const moot_whatif_figure *f, const char *unit)
{
    return strcmp(moot_whatif_unit(f->kind), unit) == 0;
}

/* Variants are over the same people, so between two of them too a small difference is a small count: the later one is hidden. */
static int tells_variants_apart(const asked *a, int32_t branch, int32_t figure, double value)
{
    for (int32_t before = 1; before < branch; before++) {
        double apart = fabs(moot_whatif_value(a->whatif, before, figure, 0).value - value);
        if (apart > MOOT_REPORT_ALIKE && apart < (double)a->report->below) {
            return 1;
        }
    }
    return 0;
}

/* Counts of people are hidden with their difference, for of three any two tell the third. A mean is hidden unless it is known of how many:
 * of the days to a home it is. */
static int is_hidden(const asked *a, int32_t branch, int32_t figure, double baseline, double value)
{
    moot_whatif_kind kind = a->figures[figure].kind;
    if (!a->report->hides) {
        return 0;
    }
    if (is_of(&a->figures[figure], "days") || is_of(&a->figures[figure], "percent") || kind == MOOT_WHATIF_QUEUE) {
        for (int32_t i = 0; kind == MOOT_WHATIF_DAYS_HOME && i < a->figure_count; i++) {
            if (a->figures[i].kind == MOOT_WHATIF_HOMES) {
                return moot_whatif_value(a->whatif, 0, i, 0).value < MOOT_SUPPRESS_BASE ||
                       moot_whatif_value(a->whatif, branch, i, 0).value < MOOT_SUPPRESS_BASE;
            }
        }
        return 1;
    }
    return moot_report__shown(a->rd, baseline) < 0 || moot_report__shown(a->rd, value) < 0 || moot_report__shown(a->rd, value - baseline) < value - baseline ||
           tells_variants_apart(a, branch, figure, value);
}

static effect effect_of(const asked *a, int32_t branch, int32_t figure)
{
    moot_figure change = moot_whatif_effect(a->whatif, branch, figure, 0);
    double per = is_of(&a->figures[figure], "pence") ? PENCE : 1;
    effect e = { .baseline = moot_whatif_value(a->whatif, 0, figure, 0).value, .value = moot_whatif_value(a->whatif, branch, figure, 0).value };
    e.sure = change.of >= SURE_LEAST && 2 * change.of >= moot_whatif_replicates(a->whatif) && !isnan(change.low) && (change.low > 0 || change.high < 0);
    if (is_hidden(a, branch, figure, e.baseline, e.value)) {
        e.baseline = e.value = MOOT_PLOT_HIDDEN;
        e.change = moot_cell_number(MOOT_PLOT_HIDDEN);
    } else {
        e.baseline /= per;
        e.value /= per;
        e.change = (moot_finding_cell){ .number = change.value / per, .low = change.low / per, .high = change.high / per };
    }
    return e;
}

static const char *for_them(const asked *a, int32_t figure, const effect *e)
{
    int better = moot_whatif_better(a->figures[figure].kind);
    if (better == 0 || isnan(e->change.number) || e->change.number == 0) {
        return "neither";
    }
    return e->change.number < MOOT_PLOT_HIDDEN / 2 ? "not shown" : (e->change.number > 0) == (better > 0) ? "better" : "worse";
}

/* The figures of which sentences are made, and that stand side by side. */
static int is_main(moot_whatif_kind kind)
{
    static const moot_whatif_kind mains[] = { MOOT_WHATIF_BREACHES, MOOT_WHATIF_DAYS_HOME, MOOT_WHATIF_HOMES, MOOT_WHATIF_NOWHERE, MOOT_WHATIF_WAITED };
    int found = 0;
    for (size_t i = 0; i < MOOT_COUNT(mains); i++) {
        found |= mains[i] == kind;
    }
    return found;
}

/* ---- what was asked ---- */

static moot_code put_pair(moot_finding *f, const char *what, const char *value, moot_err *err)
{
    const moot_finding_cell cells[] = { moot_cell_text(what), moot_cell_text(value) };
    return value ? moot_report_row(f, cells, err) : moot_fail_memory(err);
}

/* Of those who came beside the caseload, on average of a replicate; "" where nobody did. */
static const char *came_text(const asked *a)
{
    int64_t came = moot_whatif_came(a->whatif);
    const char *text = came > 0 ? moot_report_text(a->report, ", and %.1f that came", (double)came / (double)moot_whatif_replicates(a->whatif)) : NULL;
    return text ? text : "";
}

/* How many cases a replicate has. */
static const char *all_text(const asked *a)
{
    int came = moot_whatif_came(a->whatif) > 0;
    const char *text = moot_report_text(a->report, "%.*f", came, (double)moot_whatif_lives(a->whatif) / (double)moot_whatif_replicates(a->whatif));
    return text ? text : "";
}

static moot_code asked_table(asked *a, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "what", .head = "What" }, { .key = "value", .head = "It was" } };
    moot_report *r = a->report;
    const moot_whatif_told *t = &a->told;
    char day[16];
    moot_finding *f;
    moot_finding like = { .id = "compared", .of = "", .headline = "A baseline beside its variants, with the same luck", .columns = columns,
                          .column_count = MOOT_COUNT(columns), .subtitle = "What was asked" };
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    const struct {
        const char *what, *value;
    } rows[] = {
        { "caseload", t->caseload },
        { "caseload's SHA-256", *t->caseload_sha ? t->caseload_sha : "none" },
        { "cases", moot_report_text(r, "%d%s%s", (int)a->cases, t->generated ? ", made up" : "", came_text(a)) },
        { "replicates", moot_report_text(r, "%lld of %lld", (long long)t->done, (long long)t->replicates) },
        { "seed", moot_report_text(r, "%llu", (unsigned long long)t->seed) },
        { "law as at", t->law_as_at == MOOT_DAY_MIN ? "each case's own dates" : moot_report_text(r, "%s", moot_day_text(t->law_as_at, day, sizeof day)) },
        { "each case is followed", t->until == MOOT_NEVER ? "for two years" : "to the day that was given" },
        { "other options", moot_report__asked_options(r, t) },
        { "moot", t->moot },
    };
    for (size_t i = 0; i < MOOT_COUNT(rows); i++) {
        if (put_pair(f, rows[i].what, rows[i].value, err)) {
            return err->code;
        }
    }
    for (int32_t i = 0; i < t->side_count; i++) {
        const moot_whatif_told_side *s = &t->sides[i];
        if (put_pair(f, s->name, moot_report_text(r, "%s, protocol %s, assumptions %s", s->protocol, s->hash, s->assumptions), err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* ---- how lives move ---- */

enum { GAIN, LOSE, BOTH, OTHER, SAME, WAYS };

/* As they may be shown. How many are turned is all cases less those that stay the same: the two are shown together, or neither is. */
static moot_code count_ways(const asked *a, int32_t branch, double counts[WAYS], double *turned, moot_err *err)
{
    moot_whatif_moved m = moot_whatif_moves(a->whatif, branch);
    double sum = 0, all = m.gains + m.losses + m.both + m.others;
    uint64_t figures[WAYS];
    const double ways[WAYS] = { m.gains, m.losses, m.both, m.others, m.same };
    memcpy(counts, ways, sizeof ways);
    *turned = all;
    if (all <= 0) { /* that all stay the same tells of nobody */
        return MOOT_OK;
    }
    for (size_t i = 0; i < WAYS; i++) {
        figures[i] = moot_mix64(moot_report__figure("moved", "", ""), i);
    }
    if (moot_report__hide_beside_sum(a->rd, figures, NULL, counts, WAYS, &sum, err)) {
        return err->code;
    }
    if (counts[SAME] < 0 || moot_report__shown(a->rd, all) < 0) {
        counts[SAME] = *turned = MOOT_PLOT_HIDDEN;
    }
    return moot_report__tell_all(a->rd, figures, counts, WAYS, err);
}

static moot_code moved(asked *a, const char *name, const double counts[WAYS], moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "way", .head = "Beside the same life under the baseline" },
                                                   { .key = "cases", .head = "Cases of a replicate, on average", .places = 1 } };
    static const char *const ways[] = { "better", "worse", "better in one thing, worse in another", "another way, no better and no worse", "the same" };
    moot_report *r = a->report;
    moot_finding *f;
    moot_plot_point *points = moot_arena_array(&r->arena, WAYS, sizeof *points);
    if (!points) {
        return moot_fail_memory(err);
    }
    moot_finding like = { .id = "moved", .of = name, .columns = columns, .column_count = 2 };
    like.headline = counts[GAIN] >= 0 && counts[LOSE] >= 0 ? moot_report_text(r, "%s: %.1f cases gain and %.1f lose", name, counts[GAIN], counts[LOSE])
                                                     : moot_report_text(r, "%s: how lives move", name);
    like.subtitle = moot_report_text(r, "Cases under \"%s\" by how they go beside the baseline", name);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < WAYS; i++) {
        const moot_finding_cell cells[] = { moot_cell_text(ways[i]), moot_cell_number(counts[i]) };
        points[i] = (moot_plot_point){ .label = ways[i], .y = counts[i], .low = NAN, .high = NAN };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    moot_plot plot = { .kind = MOOT_PLOT_BARS, .finding = f->headline, .subtitle = f->subtitle, .x_name = "How", .y_name = "Cases", .places = 1, .count = 1 };
    return moot_report_draw(r, f, &plot, points, WAYS, err);
}

/* ---- what surely changes: a picture and a table a unit ---- */

static const struct {
    const char *unit, *id, *head, *told;
} units[] = {
    { "", "numbers", "number", "in number" },
    { "days", "days", "days", "in days" },
    { "nights", "nights", "nights", "in nights" },
    { "percent", "percent", "percent", "in percent" },
    { "pence", "pounds", "pounds", "in pounds" },
};

static moot_code change_rows(asked *a, int32_t branch, const char *unit, moot_finding *f, moot_err *err)
{
    moot_plot_point *points = moot_arena_array(&a->report->arena, (size_t)a->figure_count + 1, sizeof *points);
    size_t n = 0;
    if (!points) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < a->figure_count; i++) {
        effect e = effect_of(a, branch, i);
        const char *name = is_of(&a->figures[i], unit) && e.sure ? figure_name(a, i) : "";
        /* The report outlives the what-if, whose text this is. */
        const char *clause = moot_report_text(a->report, "%s", *a->figures[i].clause ? a->figures[i].clause : "none");
        if (!name || !clause) {
            return moot_fail_memory(err);
        }
        const moot_finding_cell cells[] = { moot_cell_text(name), moot_cell_text(clause),
                                            moot_cell_number(e.baseline), moot_cell_number(e.value), e.change, moot_cell_text(for_them(a, i, &e)) };
        if (*name && moot_report_row(f, cells, err)) {
            return err->code;
        }
        if (*name) {
            points[n++] = (moot_plot_point){ .label = name, .y = e.change.number, .low = e.change.low, .high = e.change.high };
        }
    }
    moot_plot plot = { .kind = MOOT_PLOT_BARS, .finding = f->headline, .subtitle = f->subtitle, .x_name = "Figure", .y_name = "Change", .places = 2, .count = 1 };
    return moot_report_draw(a->report, f, &plot, points, n, err);
}

static size_t count_sure(const asked *a, int32_t branch, const char *unit)
{
    size_t n = 0;
    for (int32_t i = 0; i < a->figure_count; i++) {
        n += is_of(&a->figures[i], unit) && effect_of(a, branch, i).sure ? 1 : 0;
    }
    return n;
}

static moot_code changes(asked *a, int32_t branch, const char *name, size_t *out_sure, moot_err *err)
{
    static const moot_finding_column columns[] = {
        { .key = "figure", .head = "Figure" }, { .key = "clause", .head = "Clause" }, { .key = "baseline", .head = "Baseline", .places = 2 },
        { .key = "value", .head = "With it", .places = 2 }, { .key = "change", .head = "Change (95% interval)", .places = 2 },
        { .key = "for_them", .head = "For the young people" },
    };
    moot_report *r = a->report;
    for (size_t u = 0; u < MOOT_COUNT(units); u++) {
        size_t sure = count_sure(a, branch, units[u].unit);
        moot_finding *f;
        if (sure == 0) {
            continue;
        }
        *out_sure += sure;
        moot_finding like = { .id = moot_report_text(r, "changes in %s", units[u].id), .of = name, .columns = columns, .column_count = MOOT_COUNT(columns) };
        like.headline = moot_report_text(r, "%s: %zu figure%s surely change%s %s", name, sure, sure == 1 ? "" : "s", sure == 1 ? "s" : "", units[u].told);
        like.subtitle = moot_report_text(r, "Change under \"%s\" against the baseline, in %s a replicate", name, units[u].head);
        if (!like.id || moot_report_finding(r, &like, &f, err) || change_rows(a, branch, units[u].unit, f, err)) {
            return err->code ? err->code : moot_fail_memory(err);
        }
    }
    return MOOT_OK;
}

/* ---- through what ---- */

static moot_code reasons(asked *a, int32_t branch, const char *name, const double ways[WAYS], moot_err *err)
{
    static const moot_finding_column columns[] = {
        { .key = "first_difference", .head = "Lives part first at" }, { .key = "clause", .head = "Clause" }, { .key = "through", .head = "Through" },
        { .key = "gains", .head = "Gain", .places = 1 }, { .key = "losses", .head = "Lose", .places = 1 }, { .key = "others", .head = "Other", .places = 1 },
    };
    moot_report *r = a->report;
    const moot_whatif_reason *list;
    moot_finding *f = NULL;
    double *shown[MOOT_REPORT_REASON_COLUMNS], n = (double)moot_whatif_replicates(a->whatif);
    const double sums[MOOT_REPORT_REASON_COLUMNS] = { ways[GAIN], ways[LOSE], fmin(ways[BOTH], ways[OTHER]) };
    int32_t count = moot_report__reasons_of(a->whatif, branch, &list);
    for (size_t k = 0; k < MOOT_REPORT_REASON_COLUMNS; k++) {
        shown[k] = moot_arena_array(&r->arena, (size_t)count + 1, sizeof *shown[k]);
        if (!shown[k] || moot_report__reasons_column(a->rd, list, (size_t)count, k, n, sums[k], shown[k], err)) {
            return err->code ? err->code : moot_fail_memory(err);
        }
    }
    for (int32_t i = 0; i < count && i < REASONS_MOST; i++) {
        if (!f) {
            moot_finding like = { .id = "reasons", .of = name, .columns = columns, .column_count = MOOT_COUNT(columns) };
            like.headline = moot_report_text(r, "%s: lives part most often at \"%s\"%s%s", name, list[i].name, *list[i].clause ? ", clause " : "", list[i].clause);
            like.subtitle = moot_report_text(r, "Where cases under \"%s\" first part from the baseline, in cases of a replicate; through a queue: another case "
                                                "has, or leaves, what they would have had", name);
            if (moot_report_finding(r, &like, &f, err)) {
                return err->code;
            }
        }
        const char *spot = moot_report_text(r, "%s", *list[i].name ? list[i].name : "a rule without a name");
        const char *clause = moot_report_text(r, "%s", *list[i].clause ? list[i].clause : "none");
        const moot_finding_cell cells[] = { moot_cell_text(spot), moot_cell_text(clause), moot_cell_text(list[i].queue ? "a queue" : "the change"),
                                            moot_cell_number(shown[0][i]), moot_cell_number(shown[1][i]), moot_cell_number(shown[2][i]) };
        if (!spot || !clause || moot_report_row(f, cells, err)) {
            return err->code ? err->code : moot_fail_memory(err);
        }
    }
    return MOOT_OK;
}

/* "breaches down by 2.92 (3.61 to 2.23), from 20.17; …" of the main figures that surely change; "" of none. */
static const char *main_changes(const asked *a, int32_t branch)
{
    const char *text = "";
    for (int32_t i = 0; i < a->figure_count && text; i++) {
        effect e = effect_of(a, branch, i);
        double change = e.change.number, low = change < 0 ? -e.change.high : e.change.low, high = change < 0 ? -e.change.low : e.change.high;
        const char *name = is_main(a->figures[i].kind) && e.sure && change > MOOT_PLOT_HIDDEN / 2 ? figure_name(a, i) : "";
        if (!name) {
            return NULL;
        }
        if (*name) {
            text = moot_report_text(a->report, "%s%s%s %s by %.2f (%.2f to %.2f), from %.2f", text, *text ? "; " : " Surely changed: ", name,
                                    change < 0 ? "down" : "up", fabs(change), low, high, e.baseline);
        }
    }
    return text && *text ? moot_report_text(a->report, "%s.", text) : text;
}

/* Of many readings the table of all says it, and one sentence. */
static int is_told_in_sum(const asked *a, int32_t branch)
{
    int found = 0;
    for (size_t i = 0; a->turns.count > TURNS_APART && i < a->turns.count; i++) {
        found |= (int32_t)a->turns.cells[i * a->turns.columns + MOOT_TURN_SIDE].number == branch;
    }
    return found;
}

static moot_code variant(asked *a, int32_t branch, moot_err *err)
{
    moot_report *r = a->report;
    double counts[WAYS], turned;
    const char *name = a->told.sides[branch].name;
    size_t sure = 0;
    if (count_ways(a, branch, counts, &turned, err)) {
        return err->code;
    }
    if (turned == 0) {
        return is_told_in_sum(a, branch) ? MOOT_OK : moot_report_say(r, &r->answer, moot_report_text(r, "With \"%s\" nothing changes: every life is the same, to the last entry.", name), err);
    }
    if (moved(a, name, counts, err) || changes(a, branch, name, &sure, err) || reasons(a, branch, name, counts, err)) {
        return err->code;
    }
    if (is_told_in_sum(a, branch)) {
        return MOOT_OK;
    }
    const char *who = counts[GAIN] >= 0 && counts[LOSE] >= 0
                          ? moot_report_text(r, "on average %.1f of %s cases gain and %.1f lose", counts[GAIN], all_text(a), counts[LOSE])
                          : "some cases move; how many is not shown";
    const char *main_ones = main_changes(a, branch);
    return moot_report_say(r, &r->answer,
                           who && main_ones ? moot_report_text(r, "With \"%s\" %s; %zu figure%s surely change%s.%s", name, who, sure, sure == 1 ? "" : "s",
                                                               sure == 1 ? "s" : "", main_ones)
                                            : NULL,
                           err);
}

/* ---- what a reading turns: all readings in one table ---- */

/* The figure that surely moves most, measured by the larger of what it was and what it is; one of the main figures, if any moves. -1: none
 * does, or none that may be shown, of which *out_hidden tells. */
static int32_t moves_most(const asked *a, int32_t branch, effect *out, int *out_hidden)
{
    int32_t most = -1;
    double share = 0;
    for (int mains = 1; mains >= 0 && most < 0; mains--) {
        for (int32_t i = 0; i < a->figure_count; i++) {
            effect e = effect_of(a, branch, i);
            int hidden = e.change.number < MOOT_PLOT_HIDDEN / 2;
            double of = fmax(fabs(e.baseline), fabs(e.value));
            if (!e.sure || is_main(a->figures[i].kind) != mains || hidden || !(of > 0) || fabs(e.change.number) / of <= share) {
                *out_hidden |= e.sure && hidden;
                continue;
            }
            most = i;
            share = fabs(e.change.number) / of;
            *out = e;
        }
    }
    return most;
}

static moot_code turn_row(const asked *a, const moot_report_cell *turn, moot_finding *f, moot_plot_point *point, moot_err *err)
{
    int32_t branch = (int32_t)turn[MOOT_TURN_SIDE].number;
    double counts[WAYS], turned;
    int hidden = 0;
    effect e = { .change = moot_cell_number(NAN) };
    if (branch < 1 || branch >= a->told.side_count) {
        return moot_fail(err, MOOT_ESTORE, "the what-if in this store is not whole: a reading is of no variant");
    }
    if (count_ways(a, branch, counts, &turned, err)) {
        return err->code;
    }
    int32_t most = moves_most(a, branch, &e, &hidden);
    const char *figure = most >= 0 ? figure_name(a, most) : hidden ? "not shown" : "none surely";
    const char *kept = figure ? moot_report_text(a->report, "%s", figure) : NULL; /* the report outlives the what-if */
    if (!kept) {
        return moot_fail_memory(err);
    }
    const moot_finding_cell cells[] = { moot_cell_text(a->told.sides[branch].name), moot_cell_text(turn[MOOT_TURN_CLAUSE].text),
                                        moot_cell_text(turn[MOOT_TURN_CHOSEN].text), moot_cell_number(turned), moot_cell_number(counts[GAIN]),
                                        moot_cell_number(counts[LOSE]), moot_cell_text(kept), e.change };
    *point = (moot_plot_point){ .label = cells[0].text, .y = turned, .low = NAN, .high = NAN };
    return moot_report_row(f, cells, err);
}

/* Which turns most is not said where any count is hidden: that, too, would tell of it. */
static const char *turns_headline(const asked *a, const moot_plot_point *points)
{
    size_t most = 0, moving = 0, hidden = 0, count = a->turns.count;
    for (size_t i = 0; i < count; i++) {
        hidden += points[i].y < 0;
        moving += points[i].y != 0;
        most = points[i].y > points[most].y ? i : most;
    }
    if (moving == 0) {
        return moot_report_text(a->report, "What a reading turns: no case goes another way, however one reading alone is read (%zu way%s)", count,
                                count == 1 ? "" : "s");
    }
    if (hidden > 0) {
        return moot_report_text(a->report, "What a reading turns: %zu of %zu ways to read one reading otherwise turn cases", moving, count);
    }
    return moot_report_text(a->report, "What a reading turns: %zu of %zu ways to read one reading otherwise turn%s cases; most are turned by \"%s\", %.1f of %s",
                            moving, count, moving == 1 ? "s" : "", points[most].label, points[most].y, all_text(a));
}

static moot_code turns(asked *a, moot_err *err)
{
    static const moot_finding_column columns[] = {
        { .key = "variant", .head = "Reading: read as" }, { .key = "clause", .head = "Clause" }, { .key = "chosen", .head = "Stands as" },
        { .key = "turns", .head = "Cases turned", .places = 1 }, { .key = "gain", .head = "Gain", .places = 1 }, { .key = "lose", .head = "Lose", .places = 1 },
        { .key = "figure", .head = "Moves most" }, { .key = "change", .head = "By (95% interval)", .places = 2 },
    };
    moot_report *r = a->report;
    moot_finding *f;
    if (moot_store_report(a->rd->store, MOOT_WHATIF_TURNS, a->told.no, NULL, &r->arena, &a->turns, err) || a->turns.count == 0) {
        return err->code;
    }
    moot_plot_point *points = moot_arena_array(&r->arena, a->turns.count, sizeof *points);
    moot_finding like = { .id = "what a reading turns", .of = "", .headline = "", .columns = columns, .column_count = MOOT_COUNT(columns) };
    like.subtitle = moot_report_text(r, "Cases of %s that go another way if one reading alone is read otherwise, on average of a replicate", all_text(a));
    if (!points || moot_report_finding(r, &like, &f, err)) {
        return err->code ? err->code : moot_fail_memory(err);
    }
    for (size_t i = 0; i < a->turns.count; i++) {
        if (turn_row(a, &a->turns.cells[i * a->turns.columns], f, &points[i], err)) {
            return err->code;
        }
    }
    f->headline = turns_headline(a, points);
    if (!f->headline || moot_report_say(r, &r->answer, moot_report_text(r, "%s.", f->headline), err)) {
        return err->code ? err->code : moot_fail_memory(err);
    }
    moot_plot plot = { .kind = MOOT_PLOT_BARS, .finding = f->headline, .subtitle = f->subtitle, .x_name = columns[0].head, .y_name = "Cases turned", .places = 1,
                       .count = 1 };
    return moot_report_draw(r, f, &plot, points, a->turns.count, err);
}

/* ---- side by side: a sweep reads down its rows ---- */

static moot_code across(asked *a, int32_t figure, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "variant", .head = "Variant" }, { .key = "value", .head = "With it", .places = 2 },
                                                   { .key = "change", .head = "Change (95% interval)", .places = 2 } };
    moot_report *r = a->report;
    const char *name = figure_name(a, figure);
    moot_plot_point *points = moot_arena_array(&r->arena, (size_t)a->told.side_count, sizeof *points);
    moot_finding *f;
    int moves = 0;
    if (!name || !points) {
        return moot_fail_memory(err);
    }
    for (int32_t b = 1; b < a->told.side_count; b++) {
        moves |= effect_of(a, b, figure).sure;
    }
    moot_finding like = { .id = "side by side", .of = name, .columns = columns, .column_count = 3,
                          .headline = moot_report_text(r, "All variants side by side: %s", name),
                          .subtitle = moot_report_text(r, "%s under each variant, and its change against the baseline", name) };
    if (!moves || moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (int32_t b = 1; b < a->told.side_count; b++) {
        effect e = effect_of(a, b, figure);
        const moot_finding_cell cells[] = { moot_cell_text(a->told.sides[b].name), moot_cell_number(e.value), e.change };
        points[b - 1] = (moot_plot_point){ .label = a->told.sides[b].name, .y = e.change.number, .low = e.change.low, .high = e.change.high };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    moot_plot plot = { .kind = MOOT_PLOT_BARS, .finding = f->headline, .subtitle = f->subtitle, .x_name = "Variant", .y_name = "Change", .places = 2, .count = 1 };
    return moot_report_draw(r, f, &plot, points, (size_t)a->told.side_count - 1, err);
}

/* ---- sweeps ---- */

/* Points of one sweep: sides called "panel cadence = 1 week". */
typedef struct sweep {
    const char *name; /* with the blank behind it */
    size_t name_len;
    const char *unit; /* "weeks": of the last point; NULL: its values are no numbers of one unit */
    int32_t *sides;   /* by value, or as they stand; in the arena */
    double *values;
    size_t count;
} sweep;

/* "1 week" and "4 weeks" are of one unit. */
static int same_unit(const char *a, const char *b)
{
    size_t len_a = strlen(a), len_b = strlen(b);
    len_a -= len_a > 0 && a[len_a - 1] == 's';
    len_b -= len_b > 0 && b[len_b - 1] == 's';
    return len_a == len_b && strncmp(a, b, len_a) == 0;
}

static int begins_sweep(const asked *a, int32_t side, sweep *out)
{
    const char *name = a->told.sides[side].name, *at = strstr(name, " = ");
    if (!at) {
        return 0;
    }
    *out = (sweep){ .name = name, .name_len = (size_t)(at - name) };
    for (int32_t i = 1; i < side; i++) { /* it began before */
        if (strncmp(a->told.sides[i].name, name, out->name_len + 3) == 0) {
            return 0;
        }
    }
    return 1;
}

static void put_point(sweep *s, int32_t side, double value)
{
    size_t at = s->count++;
    for (; s->unit && at > 0 && s->values[at - 1] > value; at--) {
        s->sides[at] = s->sides[at - 1];
        s->values[at] = s->values[at - 1];
    }
    s->sides[at] = side;
    s->values[at] = value;
}

static moot_code read_sweep(asked *a, int32_t first, sweep *s, moot_err *err)
{
    size_t room = (size_t)a->told.side_count;
    const char *unit = NULL;
    int is_one = 1;
    s->sides = moot_arena_array(&a->report->arena, room, sizeof *s->sides);
    s->values = moot_arena_array(&a->report->arena, room, sizeof *s->values);
    if (!s->sides || !s->values) {
        return moot_fail_memory(err);
    }
    for (int pass = 0; pass < 2; pass++) { /* are they numbers of one unit? then in their order */
        for (int32_t i = first; i < a->told.side_count; i++) {
            const char *value = a->told.sides[i].name + s->name_len + 3;
            char *end = NULL;
            if (strncmp(a->told.sides[i].name, s->name, s->name_len + 3) != 0) {
                continue;
            }
            double number = strtod(value, &end);
            end += *end == ' ';
            is_one &= end != value && (!unit || same_unit(unit, end));
            unit = end;
            if (pass == 1) {
                put_point(s, i, number);
            }
        }
        s->unit = is_one ? unit : NULL;
    }
    return MOOT_OK;
}

/* A curve where its values are numbers, bars where they are names, such as the ways to read a text. */
static moot_code sweep_figure(asked *a, const sweep *s, int32_t figure, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "value", .head = "Value" }, { .key = "figure", .head = "With it (95% interval)", .places = 2 },
                                                   { .key = "change", .head = "Change (95% interval)", .places = 2 } };
    moot_report *r = a->report;
    const char *name = figure_name(a, figure), *of = moot_report_text(r, "%.*s", (int)s->name_len, s->name);
    moot_plot_point *points = moot_arena_array(&r->arena, s->count, sizeof *points);
    double per = is_of(&a->figures[figure], "pence") ? PENCE : 1;
    moot_finding *f;
    int moves = 0;
    for (size_t i = 0; i < s->count; i++) {
        moves |= effect_of(a, s->sides[i], figure).sure;
    }
    if (!moves || !name || !of || !points) {
        return name && of && points ? MOOT_OK : moot_fail_memory(err);
    }
    moot_finding like = { .id = "sweep", .of = of, .columns = columns, .column_count = 3 };
    like.headline = moot_report_text(r, "What \"%s\" turns: %s", of, name);
    like.subtitle = moot_report_text(r, "%s for each value of \"%s\", in means of a replicate", name, of);
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (size_t i = 0; i < s->count; i++) {
        effect e = effect_of(a, s->sides[i], figure);
        moot_figure value = moot_whatif_value(a->whatif, s->sides[i], figure, 0);
        int hidden = e.value < MOOT_PLOT_HIDDEN / 2;
        moot_finding_cell cells[] = { moot_cell_text(a->told.sides[s->sides[i]].name + s->name_len + 3), moot_cell_number(e.value), e.change };
        cells[1].low = hidden ? NAN : value.low / per;
        cells[1].high = hidden ? NAN : value.high / per;
        points[i] = (moot_plot_point){ .label = cells[0].text, .x = s->values[i], .y = e.value, .low = cells[1].low, .high = cells[1].high };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    const char *x_name = s->unit && *s->unit ? moot_report_text(r, "%s, %s", of, s->unit) : of;
    moot_plot plot = { .kind = s->unit && s->count > 1 ? MOOT_PLOT_LINES : MOOT_PLOT_BARS, .finding = f->headline, .subtitle = f->subtitle, .x_name = x_name, .y_name = name,
                       .unit = "", .places = 2, .count = 1 };
    return x_name ? moot_report_draw(r, f, &plot, points, s->count, err) : moot_fail_memory(err);
}

static moot_code sweeps(asked *a, moot_err *err)
{
    sweep s;
    for (int32_t b = 1; b < a->told.side_count; b++) {
        if (!begins_sweep(a, b, &s)) {
            continue;
        }
        if (read_sweep(a, b, &s, err)) {
            return err->code;
        }
        for (int32_t i = 0; s.count > 1 && i < a->figure_count; i++) {
            if (is_main(a->figures[i].kind) && sweep_figure(a, &s, i, err)) {
                return err->code;
            }
        }
    }
    return MOOT_OK;
}

/* ---- what it rests on ---- */

static moot_code assumed(asked *a, moot_err *err)
{
    static const moot_finding_column columns[] = { { .key = "what", .head = "What" }, { .key = "name", .head = "Of" }, { .key = "source", .head = "Source" },
                                                   { .key = "because", .head = "Why" } };
    moot_report *r = a->report;
    int32_t guesses = 0;
    moot_finding *f;
    for (int32_t i = 0; i < a->told.assumed_count; i++) {
        guesses += strcmp(a->told.assumed[i].source, "assumed") == 0;
    }
    moot_finding like = { .id = "assumed", .of = "", .columns = columns, .column_count = MOOT_COUNT(columns),
                          .headline = moot_report_text(r, "What people do is assumed in %d place%s; %d of them %s without a source",
                                                       (int)a->told.assumed_count, a->told.assumed_count == 1 ? "" : "s", (int)guesses,
                                                       guesses == 1 ? "is a guess" : "are guesses"),
                          .subtitle = "What is assumed of how people behave, and whence" };
    if (moot_report_finding(r, &like, &f, err)) {
        return err->code;
    }
    for (int32_t i = 0; i < a->told.assumed_count; i++) {
        const moot_whatif_told_assumed *one = &a->told.assumed[i];
        const moot_finding_cell cells[] = { moot_cell_text(one->kind), moot_cell_text(*one->name ? one->name : "all"), moot_cell_text(one->source),
                                            moot_cell_text(one->because ? one->because : "none is given") };
        if (moot_report_row(f, cells, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

static moot_code notes(asked *a, moot_err *err)
{
    moot_report *r = a->report;
    const moot_whatif_told *t = &a->told;
    if (moot_report_say(r, &r->assumes, "Both sides of each comparison have the same luck: the same young person meets the same chances, so what differs is the "
                                        "variant's and not chance's.", err) ||
        moot_report_say(r, &r->assumes, "A figure surely changes where the 95% interval of its change leaves nought out, and it came about in half of the "
                                        "replicates and in five at least. Of twenty figures that do not change, one may still look so.", err)) {
        return err->code;
    }
    if (moot_report__asked_against(t) &&
        moot_report_say(r, &r->assumes, "Whole protocols are held against each other by the names of their figures. Of what a text is silent about nothing "
                                        "comes about under it: a place that it never gives is no home.", err)) {
        return err->code;
    }
    for (int32_t i = 0; i < t->side_count; i++) {
        if (t->sides[i].law && (i == 0 || strcmp(t->sides[i].law, t->sides[0].law ? t->sides[0].law : "") != 0) &&
            moot_report_say(r, &r->assumes, moot_report_text(r, "%s: %s", t->sides[i].name, t->sides[i].law), err)) {
            return err->code;
        }
    }
    if (t->done < t->replicates &&
        moot_report_say(r, &r->unknown, moot_report_text(r, "%lld of %lld replicates are in this store; with the others intervals grow narrower.",
                                                         (long long)t->done, (long long)t->replicates), err)) {
        return err->code;
    }
    if (r->hides && moot_report_say(r, &r->unknown, "Of cases that may be about people, means and shares of whose number of cases nothing is known are not shown.",
                                    err)) {
        return err->code;
    }
    return moot_report_say(r, &r->again,
                           moot_report_text(r, "moot whatif %s --cases %s --assume FILE --seed %llu --replicates %lld --store %s",
                                            moot_report__asked_against(t) ? "BASELINE.lua --against PROTOCOL.lua" : "VARIANTS.lua", t->caseload,
                                            (unsigned long long)t->seed, (long long)t->replicates, a->rd->options->store), err);
}

static moot_code read_asked(asked *a, moot_err *err)
{
    a->figure_count = moot_whatif_figures(a->whatif, &a->figures);
    a->cases = moot_whatif_shape_of(a->whatif).case_count;
    a->report->hides |= !a->told.generated && a->rd->options->below > 1;
    if (asked_table(a, err) || turns(a, err)) {
        return err->code;
    }
    for (int32_t b = 1; b < a->told.side_count; b++) {
        if (variant(a, b, err)) {
            return err->code;
        }
    }
    for (int32_t i = 0; a->told.side_count > 2 && i < a->figure_count; i++) {
        if (is_main(a->figures[i].kind) && across(a, i, err)) {
            return err->code;
        }
    }
    return sweeps(a, err) || assumed(a, err) || notes(a, err) ? err->code : MOOT_OK;
}

moot_code moot_report__whatif(moot_report_reader *rd, int *out_found, moot_err *err)
{
    asked a = { .rd = rd, .report = rd->report };
    int64_t count = 0;
    if (moot_store_whatif_count(rd->store, &count, err) || count == 0) {
        return err->code;
    }
    moot_code code = moot_store_whatif_load(rd->store, 0, &rd->report->arena, &a.told, &a.whatif, err);
    if (!code) {
        code = read_asked(&a, err);
        *out_found = 1;
        const char *others = moot_report__asked_others(rd->report, &a.told, a.turns.count);
        rd->report->title = others ? moot_report_text(rd->report, "What would change: %s %s, on %s", a.told.sides[0].protocol, others, a.told.caseload) : NULL;
    }
    moot_whatif_free(a.whatif);
    return code || rd->report->title ? code : moot_fail_memory(err);
}
