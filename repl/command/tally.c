#include "repl/command/tally.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl/cli/table.h"
#include "repl/cli/term.h"

/* One measure in one period of one split value. */
typedef struct sum {
    int32_t measure;
    const char *period, *split; /* in the tally's arena; NULL as in a result */
    int64_t counted, met, total, live, without, cannot_tell; /* without: void */
} sum;

struct moot_tally {
    const moot_protocol *protocol;
    sum *sums; /* owned, as all below */
    size_t cap;
    int32_t count;
    moot_arena texts;
    moot_arena scratch; /* of one case */
};

moot_code moot_tally_new(const moot_protocol *protocol, moot_tally **out_tally, moot_err *err)
{
    moot_tally *t = moot_calloc(1, sizeof *t);
    if (!t) {
        return moot_fail_memory(err);
    }
    t->protocol = protocol;
    moot_arena_init(&t->texts);
    moot_arena_init(&t->scratch);
    *out_tally = t;
    return MOOT_OK;
}

void moot_tally_free(moot_tally *tally)
{
    if (!tally) {
        return;
    }
    moot_free(tally->sums);
    moot_arena_done(&tally->texts);
    moot_arena_done(&tally->scratch);
    moot_free(tally);
}

/* ---- adding ---- */

/* No period, or no split, comes last. */
static int by_text(const char *x, const char *y)
{
    if (!x || !y) {
        return (x == NULL) - (y == NULL);
    }
    return strcmp(x, y);
}

static int by_place(const sum *x, const sum *y)
{
    if (x->measure != y->measure) {
        return x->measure < y->measure ? -1 : 1;
    }
    int order = by_text(x->period, y->period);
    return order ? order : by_text(x->split, y->split);
}

static int by_place_sort(const void *x, const void *y)
{
    return by_place(x, y);
}

static const char *keep(moot_tally *t, const char *text, int *failed)
{
    const char *kept = text ? moot_arena_str(&t->texts, text) : NULL;
    *failed |= text && !kept;
    return kept;
}

/* A run has tens of these: a walk finds one soon enough. NULL when memory ends. */
static sum *sum_of(moot_tally *t, const moot_result_measure *row)
{
    sum key = { .measure = row->index, .period = row->period, .split = row->split };
    int failed = 0;
    for (int32_t i = 0; i < t->count; i++) {
        if (by_place(&t->sums[i], &key) == 0) {
            return &t->sums[i];
        }
    }
    key.period = keep(t, row->period, &failed);
    key.split = keep(t, row->split, &failed);
    if (failed ||
        !moot_grow((void **)&t->sums, &t->cap, (size_t)t->count + 1, sizeof *t->sums)) {
        return NULL;
    }
    t->sums[t->count] = key;
    return &t->sums[t->count++];
}

static int is(const char *status, moot_clock_status what)
{
    return strcmp(status, moot_clock_status_text(what)) == 0;
}

static void add_row(sum *s, const char *status)
{
    int met = is(status, MOOT_CLOCK_MET);
    s->counted += strcmp(status, "counted") == 0;
    s->met += met;
    s->total += met || is(status, MOOT_CLOCK_LATE) || is(status, MOOT_CLOCK_EARLY);
    s->live += is(status, MOOT_CLOCK_LIVE) || is(status, MOOT_CLOCK_UNDATED);
    s->without += is(status, MOOT_CLOCK_VOID);
    s->cannot_tell += is(status, MOOT_CLOCK_CANNOT_TELL);
}

moot_code moot_tally_add(moot_tally *tally, const moot_case *c, moot_err *err)
{
    const moot_result_measure *rows = NULL;
    int32_t count = 0;
    if (tally->protocol->measures_count == 0) {
        return MOOT_OK;
    }
    moot_arena_clear(&tally->scratch);
    moot_code code = moot_result_measures(c, &tally->scratch, &rows, &count, err);
    for (int32_t i = 0; i < count && !code; i++) {
        sum *s = sum_of(tally, &rows[i]);
        if (!s) {
            return moot_fail_memory(err);
        }
        add_row(s, rows[i].status);
    }
    return code;
}

/* ---- printing ---- */

static void put_percent(moot_table *table, size_t column, int64_t met, int64_t total)
{
    char text[32];
    if (total > 0) { /* tenths of a percent, half up; no floating point in counts */
        int64_t tenths = (2000 * met + total) / (2 * total);
        snprintf(text, sizeof text, "%" PRId64 ".%" PRId64 "%%", tenths / 10, tenths % 10);
        moot_table_cell(table, column, text);
    }
}

static void begin_row(const moot_tally *t, const sum *s, moot_table *table)
{
    const moot_decl *decl = &t->protocol->measures[s->measure].decl;
    moot_table_row(table);
    moot_table_cell(table, 0, decl->name);
    moot_table_cell(table, 1, decl->clause);
    moot_table_cell(table, 2, s->period ? s->period : "no date");
    moot_table_cell(table, 3, s->split);
}

static moot_code print_counts(const moot_tally *t, moot_err *err)
{
    static const moot_table_column columns[] = {
        { "COUNTED", 0, 1 }, { "CLAUSE", 0, 0 }, { "PERIOD", 0, 0 },
        { "SPLIT", 0, 1 },   { "COUNT", 1, 0 },  { "CANNOT TELL", 1, 0 },
    };
    moot_table *table;
    if (moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    for (int32_t i = 0; i < t->count; i++) {
        const sum *s = &t->sums[i];
        if (t->protocol->measures[s->measure].share < 0) {
            begin_row(t, s, table);
            moot_table_int(table, 4, s->counted);
            moot_table_int(table, 5, s->cannot_tell);
        }
    }
    fputs(moot_table_rows(table) ? "\n" : "", stdout);
    moot_code code = moot_table_print(table, err);
    moot_table_free(table);
    return code;
}

static moot_code print_shares(const moot_tally *t, moot_err *err)
{
    static const moot_table_column columns[] = {
        { "MET IN TIME", 0, 1 }, { "CLAUSE", 0, 0 }, { "PERIOD", 0, 0 }, { "SPLIT", 0, 1 },
        { "MET", 1, 0 },         { "OF", 1, 0 },     { "SHARE", 1, 0 },  { "TARGET", 1, 0 },
        { "LIVE", 1, 0 },        { "VOID", 1, 0 },   { "CANNOT TELL", 1, 0 },
    };
    char target[16];
    moot_table *table;
    if (moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    for (int32_t i = 0; i < t->count; i++) {
        const sum *s = &t->sums[i];
        const moot_measure *m = &t->protocol->measures[s->measure];
        if (m->share < 0) {
            continue;
        }
        begin_row(t, s, table);
        moot_table_int(table, 4, s->met);
        moot_table_int(table, 5, s->total);
        put_percent(table, 6, s->met, s->total);
        snprintf(target, sizeof target, "%d%%", (int)m->target);
        moot_table_cell(table, 7, m->target >= 0 ? target : "");
        moot_table_int(table, 8, s->live);
        moot_table_int(table, 9, s->without);
        moot_table_int(table, 10, s->cannot_tell);
    }
    fputs(moot_table_rows(table) ? "\n" : "", stdout);
    moot_code code = moot_table_print(table, err);
    moot_table_free(table);
    return code;
}

moot_code moot_tally_print(moot_tally *tally, moot_err *err)
{
    if (tally->protocol->measures_count == 0) {
        return MOOT_OK;
    }
    if (tally->count == 0) {
        printf("\nMeasures: nothing to count\n");
        return MOOT_OK;
    }
    qsort(tally->sums, (size_t)tally->count, sizeof *tally->sums, by_place_sort);
    printf("\nMeasures\n");
    return print_counts(tally, err) ? err->code : print_shares(tally, err);
}
