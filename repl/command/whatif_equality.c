#include "repl/command/whatif_equality.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "repl/cli/table.h"
#include "repl/cli/term.h"
#include "vm/base/disclose.h"

#define GROUPS_MOST 16 /* of one characteristic */

static const char unrecorded[] = "not recorded";

static const struct {
    const char *name, *fact; /* NULL: cases have no word for it */
} traits[] = {
    { "age", "dob" }, { "disability", "disabled" }, { "gender reassignment", NULL }, { "marriage and civil partnership", NULL },
    { "pregnancy and maternity", "pregnant" }, { "race", "ethnic_group" }, { "religion or belief", NULL }, { "sex", "sex" },
    { "sexual orientation", NULL },
};

static const char *band_of(int age)
{
    return age < 18 ? "under 18" : age < 21 ? "18 to 20" : age < 25 ? "21 to 24" : "25 and over";
}

/* As the first record found them. A date of birth that could be either is none. */
static const char *group_of(const moot_protocol *p, int32_t fact, const moot_input *input)
{
    moot_value v = fact >= 0 ? input->values[fact] : moot_unknown();
    if (!moot_known(v)) {
        return unrecorded;
    }
    if (v.type == MOOT_T_YESNO) {
        return v.a ? "yes" : "no";
    }
    if (v.type == MOOT_T_DATE && input->record_count > 0) {
        moot_day day = moot_day_at(p->zone, input->records[0].at.lo);
        const char *oldest = band_of(moot_age_on((moot_day)v.a, day, MOOT_LEAP_1_MARCH));
        return strcmp(oldest, band_of(moot_age_on((moot_day)v.b, day, MOOT_LEAP_1_MARCH))) == 0 ? oldest : unrecorded;
    }
    return v.type == MOOT_T_ONE_OF ? moot_symbol(p, v.a) : unrecorded;
}

/* Of those who come some are like no case, so that nothing is recorded of them. */
static int some_like_none(const moot_whatif_page *page)
{
    const moot_arrivals *arrivals = moot_whatif_arrivals(page->whatif);
    const moot_arrivals_row *rows;
    int32_t count = arrivals ? moot_arrivals_rows(arrivals, &rows) : 0;
    for (int32_t i = 0; i < count; i++) {
        if (rows[i].like_count == 0) {
            return 1;
        }
    }
    return 0;
}

/* The groups of a characteristic that have cases, by name, those that are not recorded last. */
static int groups_of(const moot_whatif_page *page, int32_t fact, const char **out)
{
    const moot_whatif_branch *base = &page->branches[0];
    const moot_protocol *p = base->model->assume->protocol;
    int count = 0;
    for (int32_t i = 0; i < page->case_count; i++) {
        const char *name = group_of(p, fact, &base->inputs[i]);
        int at = 0;
        while (at < count && strcmp(out[at], name) != 0) {
            at++;
        }
        if (at < count || count == GROUPS_MOST) {
            continue;
        }
        for (at = count++; at > 0 && name != unrecorded && (out[at - 1] == unrecorded || strcmp(out[at - 1], name) > 0); at--) {
            out[at] = out[at - 1];
        }
        out[at] = name;
    }
    int is_there = count > 0 && out[count - 1] == unrecorded;
    if (some_like_none(page) && !is_there && count < GROUPS_MOST) {
        out[count++] = unrecorded;
    }
    return count;
}

typedef struct group_sum {
    const char *group;
    int32_t cases, of; /* of the caseload; that the net is a mean of */
    double came;       /* beside them, mean of a replicate */
    double gain, lose; /* cases, mean of a replicate */
    moot_figure net;   /* gains less losses, of 100 */
    uint8_t no_cases, no_gain, no_lose, no_net; /* hidden: small counts of cases that may be about people */
} group_sum;

static int32_t fact_of(const moot_whatif_page *page, size_t trait)
{
    return traits[trait].fact ? moot_find_fact(page->branches[0].model->assume->protocol, traits[trait].fact) : -1;
}

/* A share of a group is none beyond all of it, however few there are to tell by. */
static double within_100(double value)
{
    return isnan(value) ? value : fmax(-100, fmin(100, value));
}

static int32_t lives_of(moot_whatif_case c)
{
    return c.gains + c.losses + c.both + c.others + c.same;
}

/* A case, with all who came and are like it: they are one in the interval, since they are alike. */
static void add_case(const moot_whatif_page *page, moot_whatif_case own, moot_whatif_case like, double *list, group_sum *out)
{
    double n = (double)page->replicates;
    int32_t lives = lives_of(own) + lives_of(like);
    out->gain += (own.gains + like.gains) / n;
    out->lose += (own.losses + like.losses) / n;
    out->came += lives_of(like) / n;
    if (lives > 0) {
        list[out->of++] = 100.0 * (own.gains + like.gains - own.losses - like.losses) / lives;
    }
}

static void sum_up(const moot_whatif_page *page, int32_t branch, int32_t fact, const char *group, double *list, group_sum *out)
{
    const moot_whatif_branch *base = &page->branches[0];
    const moot_whatif_case nobody = { 0 };
    memset(out, 0, sizeof *out);
    out->group = group;
    for (int32_t i = 0; i < page->case_count; i++) {
        if (strcmp(group_of(base->model->assume->protocol, fact, &base->inputs[i]), group) == 0) {
            add_case(page, moot_whatif_of_case(page->whatif, branch, i), moot_whatif_of_like(page->whatif, branch, i), list, out);
            out->cases++;
        }
    }
    if (group == unrecorded) { /* who is like no case */
        add_case(page, nobody, moot_whatif_of_like(page->whatif, branch, page->case_count), list, out);
    }
    out->net = moot_mean_of(list, (size_t)out->of, MOOT_STATS_LEVEL);
    out->net.low = within_100(out->net.low);
    out->net.high = within_100(out->net.high);
}

/* The groups add up to all cases, which the page tells: a small one that was hidden alone could be worked out. */
static moot_code hide(const moot_whatif_page *page, group_sum *sums, int count, moot_err *err)
{
    int64_t cells[GROUPS_MOST + 1] = { 0 };
    uint8_t hidden[GROUPS_MOST + 1] = { 0 };
    moot_count_table table = { cells, hidden, (size_t)count + 1, 1, 0, 1, NULL };
    for (int i = 0; i < count; i++) {
        cells[i] = sums[i].cases;
        cells[count] += sums[i].cases;
    }
    moot_code code = !page->hides ? MOOT_OK : moot_disclose(&table, MOOT_SUPPRESS_BELOW, err);
    for (int i = 0; i < count && page->hides; i++) {
        group_sum *g = &sums[i];
        g->no_cases = hidden[i] != MOOT_CELL_SHOWN;
        g->no_gain = g->no_cases || moot_count_is_small((int64_t)ceil(g->gain), MOOT_SUPPRESS_BELOW);
        g->no_lose = g->no_cases || moot_count_is_small((int64_t)ceil(g->lose), MOOT_SUPPRESS_BELOW);
        g->no_net = g->no_gain || g->no_lose || moot_base_is_small(g->cases, MOOT_SUPPRESS_BELOW);
    }
    return code;
}

/* Of each group that has cases; how many groups in *out_count. */
static moot_code sums_of(const moot_whatif_page *page, int32_t branch, size_t trait, double *list, group_sum *out, int *out_count,
                         moot_err *err)
{
    const char *groups[GROUPS_MOST];
    int32_t fact = fact_of(page, trait);
    *out_count = groups_of(page, fact, groups);
    for (int i = 0; i < *out_count; i++) {
        sum_up(page, branch, fact, groups[i], list, &out[i]);
    }
    return hide(page, out, *out_count, err);
}

/* ---- for people ---- */

static void cell(moot_table *table, size_t column, double value, int hidden)
{
    char text[40] = "-";
    if (!isnan(value)) {
        snprintf(text, sizeof text, "%.1f", moot_stats_round(value, 1));
    }
    moot_table_cell(table, column, hidden ? MOOT_SUPPRESSED : text);
}

static moot_code add_groups(const moot_whatif_page *page, int32_t branch, size_t trait, double *list, moot_table *table, int *out_hidden,
                            moot_err *err)
{
    group_sum sums[GROUPS_MOST];
    int count;
    moot_code code = sums_of(page, branch, trait, list, sums, &count, err);
    for (int i = 0; i < count && !code; i++) {
        const group_sum *g = &sums[i];
        char cases[40];
        int len = snprintf(cases, sizeof cases, "%" PRId32, g->cases);
        if (page->come) {
            snprintf(cases + len, sizeof cases - (size_t)len, " + %.1f", moot_stats_round(g->came, 1));
        }
        moot_table_row(table);
        moot_table_cell(table, 0, traits[trait].name);
        moot_table_cell(table, 1, g->group);
        moot_table_cell(table, 2, g->no_cases ? MOOT_SUPPRESSED : cases);
        cell(table, 3, g->gain, g->no_gain);
        cell(table, 4, g->lose, g->no_lose);
        cell(table, 5, g->net.value, g->no_net);
        cell(table, 6, g->net.low, g->no_net);
        cell(table, 7, g->net.high, g->no_net);
        *out_hidden |= g->no_net;
    }
    return code;
}

/* Recorded of no case: nothing can be told by it. */
static int is_unrecorded(const moot_whatif_page *page, size_t trait)
{
    const char *groups[GROUPS_MOST];
    int count = groups_of(page, fact_of(page, trait), groups);
    return count == 0 || (count == 1 && groups[0] == unrecorded);
}

moot_code moot_whatif_equality_tell(const moot_whatif_page *page, int32_t branch, moot_err *err)
{
    static const moot_table_column columns[] = { { "CHARACTERISTIC", 0, 1 }, { "GROUP", 0, 0 }, { "CASES", 1, 0 }, { "GAIN", 1, 0 },
                                                 { "LOSE", 1, 0 }, { "NET OF 100", 1, 0 }, { "FROM", 1, 0 }, { "TO", 1, 0 } };
    moot_table *table = NULL;
    double *list = moot_calloc((size_t)page->case_count + 2, sizeof *list);
    moot_code code = list ? moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err) : moot_fail_memory(err);
    int untold = 0, hidden = 0;
    for (size_t t = 0; t < MOOT_COUNT(traits) && !code; t++) {
        if (!is_unrecorded(page, t)) {
            code = add_groups(page, branch, t, list, table, &hidden, err);
        }
    }
    if (!code && moot_table_rows(table) > 0) {
        printf("\n");
        code = moot_table_print(table, err);
        printf("Net: those who gain less those who lose, of 100 of the group, with its 95%% interval.\n");
        printf("%s", hidden ? "c: hidden, since small counts of cases that may be about people could be worked out from it.\n" : "");
    }
    for (size_t t = 0; t < MOOT_COUNT(traits) && !code; t++) {
        if (is_unrecorded(page, t)) {
            printf("%s%s", untold++ ? ", " : "Recorded of no case, so that nothing can be told by it:\n", traits[t].name);
        }
    }
    printf("%s", untold ? ".\n" : "");
    moot_table_free(table);
    moot_free(list);
    return code;
}

/* ---- JSON Lines ---- */

static void put(moot_buf *out, const char *key, double value, int hidden)
{
    if (hidden) {
        moot_buf_printf(out, ",\"%s\":\"" MOOT_SUPPRESSED "\"", key);
    } else if (isnan(value)) {
        moot_buf_printf(out, ",\"%s\":null", key);
    } else {
        moot_buf_printf(out, ",\"%s\":%.10g", key, moot_stats_round(value, 4));
    }
}

static void put_group(const moot_whatif_page *page, int32_t branch, size_t trait, const group_sum *g, moot_buf *out)
{
    moot_buf_str(out, "{\"variant\":");
    moot_buf_json(out, page->branches[branch].name);
    moot_buf_str(out, ",\"characteristic\":");
    moot_buf_json(out, traits[trait].name);
    moot_buf_str(out, ",\"group\":");
    moot_buf_json(out, g->group);
    put(out, "of_cases", g->cases, g->no_cases);
    if (page->come) {
        put(out, "came", g->came, g->no_cases);
    }
    put(out, "gain_cases", g->gain, g->no_gain);
    put(out, "lose_cases", g->lose, g->no_lose);
    put(out, "net_of_100", g->net.value, g->no_net);
    put(out, "low", g->net.low, g->no_net);
    put(out, "high", g->net.high, g->no_net);
    moot_buf_str(out, "}\n");
}

moot_code moot_whatif_equality_json(const moot_whatif_page *page, int32_t branch, moot_buf *out, moot_err *err)
{
    double *list = moot_calloc((size_t)page->case_count + 2, sizeof *list);
    moot_code code = list ? MOOT_OK : moot_fail_memory(err);
    for (size_t t = 0; t < MOOT_COUNT(traits) && !code; t++) {
        group_sum sums[GROUPS_MOST];
        int count;
        code = sums_of(page, branch, t, list, sums, &count, err);
        for (int i = 0; i < count && !code; i++) {
            put_group(page, branch, t, &sums[i], out);
        }
    }
    moot_free(list);
    return code;
}

/* ---- CSV ---- */

moot_code moot_whatif_equality_csv(const moot_whatif_page *page, int32_t branch, moot_buf *out, moot_err *err)
{
    double *list = moot_calloc((size_t)page->case_count + 2, sizeof *list);
    const char *of = page->branches[branch].name;
    moot_code code = list ? MOOT_OK : moot_fail_memory(err);
    for (size_t t = 0; t < MOOT_COUNT(traits) && !code; t++) {
        group_sum sums[GROUPS_MOST];
        int count;
        code = sums_of(page, branch, t, list, sums, &count, err);
        for (int i = 0; i < count && !code; i++) {
            const group_sum *g = &sums[i];
            char row[160];
            snprintf(row, sizeof row, "%s: %s", traits[t].name, g->group);
            moot_whatif_csv_cell(out, "equality", of, row, "cases", g->cases, g->no_cases);
            if (page->come) {
                moot_whatif_csv_cell(out, "equality", of, row, "came", g->came, g->no_cases);
            }
            moot_whatif_csv_cell(out, "equality", of, row, "gain", g->gain, g->no_gain);
            moot_whatif_csv_cell(out, "equality", of, row, "lose", g->lose, g->no_lose);
            moot_whatif_csv_cell(out, "equality", of, row, "net of 100", g->net.value, g->no_net);
        }
    }
    moot_free(list);
    return code;
}
