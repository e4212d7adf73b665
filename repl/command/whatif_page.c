#include "repl/command/whatif_page.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "repl/cli/cmd.h"
#include "repl/cli/table.h"
#include "repl/cli/term.h"
#include "repl/command/whatif_counts.h"
#include "repl/command/whatif_equality.h"

#define REASONS_TOLD 8
#define TURNS_APART 2 /* so many other readings are told one by one, too */
#define ONLY_TOLD 8 /* of each of the two */

/* ---- figures ---- */

#define SURE_LEAST 5 /* replicates in which a figure came about on both sides */

int moot_whatif_is_sure(const moot_whatif_page *page, const moot_figure *effect)
{
    return effect->of >= SURE_LEAST && 2 * effect->of >= page->replicates && !isnan(effect->low)
           && (effect->low > 0 || effect->high < 0);
}

static void put_number(double value, char *buf, size_t size)
{
    if (isnan(value)) {
        snprintf(buf, size, "-");
    } else {
        snprintf(buf, size, "%.2f", moot_stats_round(value, 2));
    }
}

const char *moot_whatif_figure_name(const moot_whatif_figure *figure, char *buf, size_t size)
{
    const char *text = moot_whatif_text(figure->kind);
    if (*figure->name) {
        snprintf(buf, size, "%s \"%s\"", text, figure->name);
    } else {
        snprintf(buf, size, "%s", text);
    }
    return buf;
}

static int has(const moot_whatif_page *page, int32_t branch, int32_t figure)
{
    return moot_whatif_clause(page->whatif, branch, figure) != NULL;
}

/* The clause on both sides: "3.7/1", or "3.7/1; 4.2" where they differ. */
static const char *clauses_of(const moot_whatif_page *page, int32_t branch, int32_t figure, char *buf, size_t size)
{
    const char *before = moot_whatif_clause(page->whatif, 0, figure), *after = moot_whatif_clause(page->whatif, branch, figure);
    int both = before && after && *before && *after && strcmp(before, after) != 0;
    snprintf(buf, size, "%s%s%s", before ? before : "", both ? "; " : "", both || !before ? (after ? after : "") : "");
    return buf;
}

/* "better", "worse" for the young people; "" where a figure is neither. */
static const char *for_them(const moot_whatif_figure *figure, double change)
{
    int better = moot_whatif_better(figure->kind);
    return better == 0 || change == 0 ? "" : (change > 0) == (better > 0) ? "better" : "worse";
}

/* ---- in words ---- */

/* Mean of a replicate. */
static double came(const moot_whatif_page *page)
{
    return page->replicates > 0 ? (double)moot_whatif_came(page->whatif) / (double)page->replicates : 0;
}

const char *moot_whatif_cases_text(const moot_whatif_page *page, char *buf, size_t size)
{
    if (page->come) {
        snprintf(buf, size, "%" PRId32 " cases and %.1f that come", page->case_count, moot_stats_round(came(page), 1));
    } else {
        snprintf(buf, size, "%" PRId32 " cases", page->case_count);
    }
    return buf;
}

int moot_whatif_is_main(moot_whatif_kind kind)
{
    switch (kind) {
    case MOOT_WHATIF_BREACHES: case MOOT_WHATIF_DAYS_HOME: case MOOT_WHATIF_HOMES: case MOOT_WHATIF_NOWHERE:
    case MOOT_WHATIF_NOT_RECORDED: case MOOT_WHATIF_WAITED: return 1;
    default: return 0;
    }
}

static int tell_main(const moot_whatif_page *page, int32_t branch)
{
    const moot_whatif_figure *figures;
    int32_t count = moot_whatif_figures(page->whatif, &figures), told = 0;
    for (int32_t i = 0; i < count; i++) {
        moot_figure effect = moot_whatif_effect(page->whatif, branch, i, 0);
        char name[160], change[40], low[40], high[40], before[40];
        if (!moot_whatif_is_main(figures[i].kind) || !moot_whatif_is_sure(page, &effect)) {
            continue;
        }
        put_number(fabs(effect.value), change, sizeof change);
        put_number(effect.value < 0 ? -effect.high : effect.low, low, sizeof low);
        put_number(effect.value < 0 ? -effect.low : effect.high, high, sizeof high);
        put_number(moot_whatif_value(page->whatif, 0, i, 0).value, before, sizeof before);
        moot_whatif_figure_name(&figures[i], name, sizeof name);
        printf("%s: %s by %s (95%%: %s to %s), from %s.\n", name, effect.value < 0 ? "down" : "up", change, low, high, before);
        told++;
    }
    return told;
}

static moot_code tell_answer(const moot_whatif_page *page, int32_t branch, moot_err *err)
{
    moot_whatif_moved m = moot_whatif_moves(page->whatif, branch);
    const moot_say *say = page->say;
    moot_whatif_counts counts;
    char texts[MOOT_WAYS][24], queue[24], cases[64];
    moot_code code = moot_whatif_counts_of(page, branch, &counts, err);
    printf("%s%s%s\n", moot_term_bold(say->colour), page->branches[branch].name, moot_term_plain(say->colour));
    if (code || counts.turned.number <= 0) {
        printf("%s", code ? "" : "Nothing changes: every life is the same, to the last entry.\n");
        return code;
    }
    if (tell_main(page, branch) == 0) {
        printf("Neither breaches, nor nights without a bed, nor the time to a home surely change.\n");
    }
    for (int i = 0; i < MOOT_WAYS; i++) {
        moot_whatif_count_text(counts.ways[i], 1, texts[i], sizeof texts[i]);
    }
    printf("Of %s %s gain, %s lose, %s do both, %s go another way, no better and no worse;\n"
           "%s stay the same.\n", moot_whatif_cases_text(page, cases, sizeof cases), texts[MOOT_WAY_GAIN], texts[MOOT_WAY_LOSE], texts[MOOT_WAY_BOTH],
           texts[MOOT_WAY_OTHER], texts[MOOT_WAY_SAME]);
    if (m.queue > 0) {
        printf("%s of those that change are touched through a queue alone: another case has, or leaves,\n"
               "what they would have had.\n", moot_whatif_count_text(counts.queue, 1, queue, sizeof queue));
        printf("Of the change in breaches %+.2f is direct and %+.2f through queues; of that in nights\n"
               "without a bed that is known, %+.2f and %+.2f.\n", moot_stats_round(m.breaches[0], 2), moot_stats_round(m.breaches[1], 2),
               moot_stats_round(m.nights[0], 2), moot_stats_round(m.nights[1], 2));
    }
    return MOOT_OK;
}

static void put_text(moot_buf *out, const char *key, const char *text)
{
    moot_buf_printf(out, ",\"%s\":", key);
    moot_buf_json(out, text);
}

/* The panels of a variant that meet otherwise, which no day of change holds off, in the words of people or as JSON. */
static moot_code undated_panels(const moot_whatif_page *page, int32_t branch, int json, moot_buf *out, moot_err *err)
{
    const moot_protocol *was = page->branches[0].model->assume->protocol, *is = page->branches[branch].model->assume->protocol;
    if (!page->dated || moot_protocol_unfold(was, err)) {
        return err->code;
    }
    moot_code code = moot_protocol_unfold(is, err);
    for (int32_t i = code ? -1 : moot_whatif_panel_changed(was, is, -1); i >= 0; i = moot_whatif_panel_changed(was, is, i)) {
        const moot_decl *panel = &is->panels[i].decl;
        if (json) {
            moot_buf_str(out, "{\"variant\":");
            moot_buf_json(out, page->branches[branch].name);
            put_text(out, "from_the_first_day", panel->name);
            put_text(out, "clause", panel->clause);
            moot_buf_str(out, "}\n");
        } else {
            moot_buf_printf(out, "%s [%s] meets as in this variant from the first day, for every case: no text can\n"
                                 "date a panel's sessions and places.\n", panel->name, panel->clause);
        }
    }
    if (!code) {
        moot_protocol_fold(is);
    }
    moot_protocol_fold(was);
    return code;
}

static moot_code tell_undated(const moot_whatif_page *page, int32_t branch, moot_err *err)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_code code = undated_panels(page, branch, 0, &out, err);
    code = code || moot_buf_ok(&out) ? code : moot_fail_memory(err);
    moot_say_buf(&out);
    moot_buf_done(&out);
    return code;
}

/* ---- tables ---- */

static void add_row(moot_table *table, const moot_whatif_page *page, int32_t branch, int32_t figure, int32_t group,
                    const moot_figure *effect)
{
    const moot_whatif_figure *figures;
    const char *const *groups;
    char text[160];
    size_t k = 0;
    (void)moot_whatif_figures(page->whatif, &figures);
    (void)moot_whatif_groups(page->whatif, &groups);
    moot_table_row(table);
    moot_table_cell(table, k++, moot_whatif_figure_name(&figures[figure], text, sizeof text));
    moot_table_cell(table, k++, clauses_of(page, branch, figure, text, sizeof text));
    if (page->by) {
        moot_table_cell(table, k++, group ? groups[group] : "all");
    }
    const double numbers[] = { moot_whatif_value(page->whatif, 0, figure, group).value,
                               moot_whatif_value(page->whatif, branch, figure, group).value, effect->value, effect->low, effect->high };
    for (size_t i = 0; i < MOOT_COUNT(numbers); i++) {
        put_number(numbers[i], text, sizeof text);
        moot_table_cell(table, k++, text);
    }
    moot_table_cell(table, k, for_them(&figures[figure], effect->value));
}

static moot_code tell_table(const moot_whatif_page *page, int32_t branch, moot_err *err)
{
    static const moot_table_column by_group[] = { { "FIGURE", 0, 1 }, { "CLAUSE", 0, 0 }, { "GROUP", 0, 0 }, { "BASELINE", 1, 0 },
                                                  { "WITH", 1, 0 }, { "CHANGE", 1, 0 }, { "FROM", 1, 0 }, { "TO", 1, 0 },
                                                  { "FOR THEM", 0, 0 } };
    static const moot_table_column plain[] = { { "FIGURE", 0, 1 }, { "CLAUSE", 0, 0 }, { "BASELINE", 1, 0 }, { "WITH", 1, 0 },
                                               { "CHANGE", 1, 0 }, { "FROM", 1, 0 }, { "TO", 1, 0 }, { "FOR THEM", 0, 0 } };
    const moot_whatif_figure *figures;
    const char *const *groups;
    moot_table *table = NULL;
    int32_t count = moot_whatif_figures(page->whatif, &figures), of = moot_whatif_groups(page->whatif, &groups), still = 0;
    moot_code code = page->by ? moot_table_new(by_group, MOOT_COUNT(by_group), moot_term_width(stdout), &table, err)
                              : moot_table_new(plain, MOOT_COUNT(plain), moot_term_width(stdout), &table, err);
    for (int32_t i = 0; i < count && !code; i++) {
        for (int32_t g = 0; g < of; g++) {
            moot_figure effect = moot_whatif_effect(page->whatif, branch, i, g);
            if (moot_whatif_is_sure(page, &effect)) {
                add_row(table, page, branch, i, g, &effect);
            } else {
                still += g == 0 && !isnan(effect.value) && effect.value != 0;
            }
        }
    }
    if (!code && moot_table_rows(table) > 0) {
        printf("\n");
        code = moot_table_print(table, err);
    }
    if (!code && still > 0) {
        printf("%" PRId32 " other figure%s change%s too little to be sure of; --json has all.\n", still, still == 1 ? "" : "s",
               still == 1 ? "s" : "");
    }
    moot_table_free(table);
    return code;
}

/* What is called so under one of the two alone: there is no change to tell of it. What came to nothing is only counted. */
static moot_code tell_only(const moot_whatif_page *page, int32_t branch, moot_err *err)
{
    static const moot_table_column columns[] = { { "ONLY ONE HAS", 0, 1 }, { "CLAUSE", 0, 0 }, { "WHICH", 0, 0 }, { "VALUE", 1, 0 } };
    const char *baseline = page->branches[0].model->assume->protocol->id;
    const moot_whatif_figure *figures;
    moot_table *table = NULL;
    int32_t count = moot_whatif_figures(page->whatif, &figures), more = 0, told[2] = { 0, 0 };
    moot_code code = moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err);
    for (int32_t i = 0; i < count && !code; i++) {
        int32_t whose = has(page, 0, i) ? 0 : branch;
        double value = moot_whatif_value(page->whatif, whose, i, 0).value;
        char text[160];
        if (has(page, 0, i) == has(page, branch, i)) {
            continue;
        }
        if (isnan(value) || value == 0 || told[whose > 0]++ >= ONLY_TOLD) {
            more++;
            continue;
        }
        moot_table_row(table);
        moot_table_cell(table, 0, moot_whatif_figure_name(&figures[i], text, sizeof text));
        moot_table_cell(table, 1, moot_whatif_clause(page->whatif, whose, i));
        moot_table_cell(table, 2, whose == 0 ? baseline : page->branches[branch].name);
        put_number(value, text, sizeof text);
        moot_table_cell(table, 3, text);
    }
    if (!code && moot_table_rows(table) > 0) {
        printf("\n");
        code = moot_table_print(table, err);
        if (!code && more > 0) {
            printf("and %" PRId32 " more that only one has; --json has all.\n", more);
        }
    }
    moot_table_free(table);
    return code;
}

static moot_code tell_reasons(const moot_whatif_page *page, int32_t branch, moot_err *err)
{
    static const moot_table_column columns[] = { { "CASES PART FIRST AT", 0, 1 }, { "CLAUSE", 0, 0 }, { "THROUGH", 0, 0 }, { "GAIN", 1, 0 },
                                                 { "LOSE", 1, 0 }, { "OTHER", 1, 0 } };
    moot_whatif_why *list = NULL;
    moot_table *table = NULL;
    int32_t told = 0;
    moot_code code = moot_whatif_why_of(page, branch, &list, &told, err);
    code = code ? code : moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err);
    for (int32_t i = 0; i < told && i < REASONS_TOLD && !code; i++) {
        const moot_whatif_count counts[] = { list[i].gain, list[i].lose, list[i].other };
        moot_table_row(table);
        moot_table_cell(table, 0, list[i].reason->name);
        moot_table_cell(table, 1, list[i].reason->clause);
        moot_table_cell(table, 2, list[i].reason->queue ? "a queue" : "the change");
        for (size_t k = 0; k < MOOT_COUNT(counts); k++) {
            char text[40];
            moot_table_cell(table, 3 + k, moot_whatif_count_text(counts[k], 2, text, sizeof text));
        }
    }
    if (!code && told > 0) {
        printf("\n");
        code = moot_table_print(table, err);
    }
    if (!code && told > REASONS_TOLD) {
        printf("and %" PRId32 " more\n", told - REASONS_TOLD);
    }
    moot_free(list);
    moot_table_free(table);
    return code;
}

moot_code moot_whatif_tell(const moot_whatif_page *page, moot_err *err)
{
    const moot_protocol *p = page->branches[0].model->assume->protocol;
    moot_code code = MOOT_OK;
    int whole = 0; /* protocols of their own are beside it */
    printf("Against %s: %" PRId32 " cases, %ld replicate%s, the same luck on both sides (seed %ld).\n"
           "What people do is drawn from %s. A change is the mean of the differences,\n"
           "replicate by replicate, with its 95%% interval; counts of cases are means of a replicate.\n",
           p->id, page->case_count, page->replicates, page->replicates == 1 ? "" : "s", page->seed, page->assumes[0]);
    if (page->come) {
        printf("Beside the caseload %.1f cases come (%s), as it says; each is like one that begins so.\n",
               moot_stats_round(came(page), 1), page->come);
    }
    for (int32_t i = 1; i < page->branch_count; i++) {
        if (page->assumes[i]) {
            printf("Under %s it is drawn from %s.\n", page->branches[i].name, page->assumes[i]);
            whole = 1;
        }
    }
    if (whole) {
        printf("Figures are held against each other by their names. Of what a text is silent about nothing comes\n"
               "about under it: a place that it never gives is no home.\n");
    }
    if (page->readings) {
        code = moot_whatif_turns_tell(page, err);
    }
    for (int32_t i = 1; i < page->branch_count && !code; i++) {
        if (page->readings && moot_whatif_turns(page) > TURNS_APART && page->turns[i].reading) {
            continue; /* the table says it */
        }
        printf("\n");
        code = tell_answer(page, i, err);
        code = code ? code : tell_undated(page, i, err);
        code = code ? code : tell_table(page, i, err);
        code = code ? code : tell_only(page, i, err);
        code = code ? code : tell_reasons(page, i, err);
        code = code || !page->equality ? code : moot_whatif_equality_tell(page, i, err);
    }
    if (!code && page->hides) {
        printf("\nSmall counts of cases, which may be about people, are shown as c, with what would give them away.\n");
    }
    return code;
}

/* ---- JSON Lines ---- */

const char *moot_whatif_disclosure(const moot_whatif_page *page)
{
    return page->hides ? "sums; small counts are c" : page->by_case ? "case by case: not for publication" : "nothing is suppressed";
}

static void put_json(moot_buf *out, const char *key, double value)
{
    if (isnan(value)) {
        moot_buf_printf(out, ",\"%s\":null", key);
    } else {
        moot_buf_printf(out, ",\"%s\":%.4f", key, moot_stats_round(value, 4));
    }
}

/* That of the baseline, else the variant's; what the variant's is where it is another; which of the two alone has it. */
static void put_clauses(const moot_whatif_page *page, int32_t branch, int32_t figure, moot_buf *out)
{
    const char *before = moot_whatif_clause(page->whatif, 0, figure), *after = moot_whatif_clause(page->whatif, branch, figure);
    put_text(out, "clause", before ? before : after ? after : "");
    if (before && after && strcmp(before, after) != 0) {
        put_text(out, "clause_with", after);
    }
    if (!before != !after) {
        put_text(out, "only", before ? "baseline" : "variant");
    }
}

static void figure_json(const moot_whatif_page *page, int32_t branch, int32_t figure, int32_t group, moot_buf *out)
{
    const moot_whatif_figure *figures;
    const char *const *groups;
    (void)moot_whatif_figures(page->whatif, &figures);
    (void)moot_whatif_groups(page->whatif, &groups);
    moot_figure effect = moot_whatif_effect(page->whatif, branch, figure, group);
    moot_buf_str(out, "{\"variant\":");
    moot_buf_json(out, page->branches[branch].name);
    put_text(out, "figure", moot_whatif_text(figures[figure].kind));
    put_text(out, "name", figures[figure].name);
    put_clauses(page, branch, figure, out);
    if (page->by) {
        put_text(out, "group", group ? groups[group] : "all");
    }
    put_json(out, "baseline", moot_whatif_value(page->whatif, 0, figure, group).value);
    put_json(out, "value", moot_whatif_value(page->whatif, branch, figure, group).value);
    put_json(out, "change", effect.value);
    put_json(out, "low", effect.low);
    put_json(out, "high", effect.high);
    moot_buf_printf(out, ",\"replicates\":%" PRId64, effect.of);
    put_text(out, "for_them", for_them(&figures[figure], isnan(effect.value) ? 0 : effect.value));
    moot_buf_str(out, "}\n");
}

static moot_code moved_json(const moot_whatif_page *page, int32_t branch, moot_buf *out, moot_err *err)
{
    static const char *const keys[MOOT_WAYS] = { "gain", "lose", "both", "other", "same" };
    moot_whatif_moved m = moot_whatif_moves(page->whatif, branch);
    moot_whatif_counts counts;
    moot_code code = moot_whatif_counts_of(page, branch, &counts, err);
    if (code) {
        return code;
    }
    moot_buf_str(out, "{\"variant\":");
    moot_buf_json(out, page->branches[branch].name);
    moot_buf_printf(out, ",\"cases\":%" PRId32, page->case_count);
    if (page->come) {
        put_json(out, "came", came(page));
    }
    for (int i = 0; i < MOOT_WAYS; i++) {
        moot_whatif_count_json(out, keys[i], counts.ways[i]);
    }
    moot_whatif_count_json(out, "through_queue", counts.queue);
    put_json(out, "breaches_direct", m.breaches[0]);
    put_json(out, "breaches_queue", m.breaches[1]);
    put_json(out, "nights_direct", m.nights[0]);
    put_json(out, "nights_queue", m.nights[1]);
    put_json(out, "days_home_direct", m.days_home[0]);
    put_json(out, "days_home_queue", m.days_home[1]);
    moot_buf_str(out, "}\n");
    if (page->turns[branch].reading) {
        moot_whatif_turn_json(page, branch, &counts, out);
    }
    return MOOT_OK;
}

/* Over all replicates, as whole numbers. */
static void sum_json(const moot_whatif_page *page, const char *key, moot_whatif_count count, moot_buf *out)
{
    if (count.hidden) {
        moot_whatif_count_json(out, key, count);
    } else {
        moot_buf_printf(out, ",\"%s\":%" PRId64, key, (int64_t)llround(count.number * (double)page->replicates));
    }
}

static moot_code reasons_json(const moot_whatif_page *page, int32_t branch, moot_buf *out, moot_err *err)
{
    moot_whatif_why *list = NULL;
    int32_t count = 0;
    moot_code code = moot_whatif_why_of(page, branch, &list, &count, err);
    for (int32_t i = 0; i < count && !code; i++) {
        moot_buf_str(out, "{\"variant\":");
        moot_buf_json(out, page->branches[branch].name);
        put_text(out, "first_difference", list[i].reason->name);
        put_text(out, "clause", list[i].reason->clause);
        put_text(out, "through", list[i].reason->queue ? "queue" : "change");
        sum_json(page, "gains", list[i].gain, out);
        sum_json(page, "losses", list[i].lose, out);
        sum_json(page, "others", list[i].other, out);
        moot_buf_str(out, "}\n");
    }
    moot_free(list);
    return code;
}

/* Of cases that may be about people only where that was asked for: they add up to what is hidden. */
static void cases_json(const moot_whatif_page *page, int32_t branch, moot_buf *out)
{
    for (int32_t i = 0; i < page->case_count; i++) {
        moot_whatif_case c = moot_whatif_of_case(page->whatif, branch, i);
        moot_buf_str(out, "{\"variant\":");
        moot_buf_json(out, page->branches[branch].name);
        put_text(out, "case", page->branches[0].inputs[i].id);
        moot_buf_printf(out, ",\"gains\":%" PRId32 ",\"losses\":%" PRId32 ",\"both\":%" PRId32 ",\"others\":%" PRId32 ",\"same\":%" PRId32
                        , c.gains, c.losses, c.both, c.others, c.same);
        if (c.kept + c.switched > 0) { /* open at a change */
            moot_buf_printf(out, ",\"kept\":%" PRId32 ",\"switched\":%" PRId32, c.kept, c.switched);
        }
        moot_buf_str(out, "}\n");
    }
}

/* The sides that are protocols of their own. */
static void put_protocols(const moot_whatif_page *page, moot_buf *out)
{
    int told = 0;
    for (int32_t b = 1; b < page->branch_count; b++) {
        const moot_assume *assume = page->branches[b].model->assume;
        if (page->assumes[b]) {
            moot_buf_str(out, told++ ? ",{\"protocol\":" : ",\"against\":[{\"protocol\":");
            moot_buf_json(out, assume->protocol->id);
            put_text(out, "hash", assume->protocol->hash);
            put_text(out, "assumptions", assume->hash);
            moot_cmd_law_json(assume->protocol, out);
            moot_buf_char(out, '}');
        }
    }
    moot_buf_str(out, told ? "]" : "");
}

moot_code moot_whatif_json(const moot_whatif_page *page, moot_err *err)
{
    const moot_whatif_figure *figures;
    const char *const *groups;
    const moot_assume *assume = page->branches[0].model->assume;
    moot_buf out;
    moot_code code = MOOT_OK;
    int32_t count = moot_whatif_figures(page->whatif, &figures), of = moot_whatif_groups(page->whatif, &groups);
    moot_buf_init(&out);
    moot_buf_str(&out, "{\"baseline\":");
    moot_buf_json(&out, assume->protocol->id);
    put_text(&out, "hash", assume->protocol->hash);
    put_text(&out, "assumptions", assume->hash);
    put_protocols(page, &out);
    moot_cmd_law_json(assume->protocol, &out);
    put_text(&out, "disclosure", moot_whatif_disclosure(page));
    moot_buf_printf(&out, ",\"seed\":%ld,\"replicates\":%ld,\"cases\":%" PRId32, page->seed, page->replicates, page->case_count);
    if (page->come) {
        put_text(&out, "arrivals", page->come);
        put_json(&out, "came", came(page));
    }
    moot_buf_printf(&out, ",\"variants\":%" PRId32 "}\n", page->branch_count - 1);
    for (int32_t b = 1; b < page->branch_count; b++) {
        for (int32_t i = 0; i < count; i++) {
            for (int32_t g = 0; g < of; g++) {
                figure_json(page, b, i, g, &out);
            }
        }
        code = code ? code : moved_json(page, b, &out, err);
        code = code ? code : reasons_json(page, b, &out, err);
        code = code ? code : undated_panels(page, b, 1, &out, err);
        if (!page->hides) {
            cases_json(page, b, &out);
        }
        code = code || !page->equality ? code : moot_whatif_equality_json(page, b, &out, err);
    }
    code = code || moot_buf_ok(&out) ? code : moot_fail_memory(err);
    moot_say_buf(&out);
    moot_buf_done(&out);
    return code;
}
