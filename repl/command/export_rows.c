#include "repl/command/export_rows.h"

#include <stdlib.h>
#include <string.h>

#include "vm/base/rarity.h"
#include "vm/base/text.h"

#define BAND 5 /* years of birth told as one */

/* ---- what is known of a person, and how coarse it can be told ---- */

/* "2009-02": the year; five years. */
static void born_coarser(const char *known, int level, moot_buf *out)
{
    if (level == 1) {
        moot_buf_add(out, known, strnlen(known, 4));
        return;
    }
    long year = strtol(known, NULL, 10), first = year - year % BAND;
    moot_buf_printf(out, "%ld to %ld", first, first + BAND - 1);
}

static const char *const born_told[] = { "as a year", "as five years" };

/* As the first columns of MOOT_REPORT_PEOPLE stand; `born` is told to the month at most. */
static const moot_rarity_column columns[] = {
    { "born", 4, born_coarser, born_told }, { "sex", 2, NULL, NULL }, { "ethnic_group", 2, NULL, NULL }, { "disabled", 2, NULL, NULL },
    { "uasc", 2, NULL, NULL }, { "care_status", 2, NULL, NULL }, { "council", 2, NULL, NULL },
};
static const char *const results[] = { "status", "outcome", "breaches" };

#define COLUMNS MOOT_COUNT(columns)
#define ALL (COLUMNS + MOOT_COUNT(results))

typedef struct people {
    moot_report_rows rows;
    moot_rarity rarity;
    int levels[COLUMNS];
    moot_rarity_found found;
} people;

/* What is known of nobody is not told. */
static void leave_out_unknown(people *p)
{
    for (size_t c = 0; c < COLUMNS; c++) {
        int known = 0;
        for (size_t i = 0; i < p->rows.count; i++) {
            known |= *p->rarity.known[i * COLUMNS + c] != '\0';
        }
        p->levels[c] = known ? 0 : columns[c].levels - 1;
    }
}

static moot_code read_people(moot_store *store, int64_t run, moot_arena *arena, people *p, moot_err *err)
{
    memset(p, 0, sizeof *p);
    if (moot_store_report(store, MOOT_REPORT_PEOPLE, run, NULL, arena, &p->rows, err)) {
        return err->code;
    }
    const char **known = moot_arena_array(arena, p->rows.count * COLUMNS + 1, sizeof *known);
    if (!known) {
        return moot_fail_memory(err);
    }
    for (size_t i = 0; i < p->rows.count; i++) {
        for (size_t c = 0; c < COLUMNS; c++) {
            const char *text = p->rows.cells[i * p->rows.columns + c].text;
            known[i * COLUMNS + c] = text ? text : "";
        }
    }
    p->rarity = (moot_rarity){ .columns = columns, .column_count = COLUMNS, .rows = p->rows.count, .known = known };
    leave_out_unknown(p);
    return MOOT_OK;
}

static int is_told(const people *p, size_t column)
{
    return p->levels[column] + 1 < columns[column].levels;
}

static size_t count_told(const people *p)
{
    size_t told = 0;
    for (size_t c = 0; c < COLUMNS; c++) {
        told += is_told(p, c) ? 1 : 0;
    }
    return told;
}

/* "born, sex and council": what is told. */
static void put_names(const people *p, moot_buf *out)
{
    size_t told = count_told(p), n = 0;
    for (size_t c = 0; c < COLUMNS; c++) {
        if (is_told(p, c)) {
            moot_buf_printf(out, "%s%s", n == 0 ? "" : n + 1 == told ? " and " : ", ", columns[c].name);
            n++;
        }
    }
    moot_buf_str(out, told ? "" : "what is known of them");
}

/* "7 of 12 cases are like fewer than 5 others in born and sex (2 like nobody)". */
static void put_small(const people *p, size_t below, moot_buf *out)
{
    moot_buf_printf(out, "%zu of %zu cases %s like fewer than %zu others in ", p->found.small_rows, p->rows.count, p->found.small_rows == 1 ? "is" : "are",
                    below - 1);
    put_names(p, out);
    if (p->found.unique > 0) {
        moot_buf_printf(out, " (%zu like nobody)", p->found.unique);
    }
}

moot_code moot_export_rows_note(moot_store *store, int64_t run, size_t below, moot_buf *out, moot_err *err)
{
    moot_arena arena;
    people p;
    moot_arena_init(&arena);
    moot_code code = read_people(store, run, &arena, &p, err);
    code = code ? code : moot_rarity_count(&p.rarity, p.levels, below, &p.found, err);
    if (!code && p.found.small_rows > 0) {
        moot_buf_str(out, "; ");
        put_small(&p, below, out);
    }
    moot_arena_done(&arena);
    return code;
}

/* ---- which may be told ---- */

static moot_code refuse(const people *p, const moot_export_rows *x, moot_err *err)
{
    moot_buf small;
    moot_rarity_found then;
    size_t helps;
    if (moot_rarity_helps(&p->rarity, p->levels, x->below, &helps, &then, err)) {
        return err->code;
    }
    moot_buf_init(&small);
    put_small(p, x->below, &small);
    if (!moot_buf_ok(&small)) {
        (void)moot_fail_memory(err);
    } else if (helps == MOOT_RARITY_NONE || x->generalise) {
        (void)moot_fail(err, MOOT_EDATA, "there are %zu cases, too few to be told one by one: each would have to be like %zu others", p->rows.count, x->below - 1);
    } else {
        (void)moot_fail(err, MOOT_EDATA, "%s: --generalise tells it more coarsely (%s helps most); --internal is for use in the house only", moot_buf_text(&small),
                        columns[helps].name);
    }
    moot_buf_done(&small);
    return err->code;
}

static moot_code make_safe(people *p, const moot_export_rows *x, moot_err *err)
{
    if (x->is_made_up) {
        return MOOT_OK;
    }
    if (x->generalise ? moot_rarity_climb(&p->rarity, p->levels, x->below, &p->found, err)
                      : moot_rarity_count(&p->rarity, p->levels, x->below, &p->found, err)) {
        return err->code;
    }
    return p->found.small_rows > 0 ? refuse(p, x, err) : MOOT_OK;
}

/* ---- as a file ---- */

/* "born as a year, council left out": against what is known. */
static void put_steps(const people *p, const int *known, moot_buf *out)
{
    size_t n = 0;
    for (size_t c = 0; c < COLUMNS; c++) {
        if (p->levels[c] > known[c]) {
            const char *how = is_told(p, c) ? columns[c].told[p->levels[c] - 1] : "left out";
            moot_buf_printf(out, "%s%s %s", n++ ? ", " : "; told more coarsely: ", columns[c].name, how);
        }
    }
}

static void put_header(const people *p, const int *known, const moot_export_rows *x, moot_buf *out)
{
    moot_buf_str(out, "each case by itself (--rows), without its name and its dates; ");
    if (x->is_made_up) {
        moot_buf_str(out, "the cases were made up and are about nobody");
        return;
    }
    if (count_told(p) == 0) {
        moot_buf_str(out, "of the people nothing is told");
    } else if (x->below <= 1) {
        moot_buf_str(out, "how many are alike was not looked at (--suppress-below): not for publication");
    } else {
        moot_buf_printf(out, "each is like at least %zu others in ", x->below - 1);
        put_names(p, out);
    }
    put_steps(p, known, out);
    moot_buf_str(out, "; what came of all who are alike can still be the same");
}

/* The k-th cell of a row as it is told. */
static void told(const people *p, size_t row, size_t k, moot_buf *out)
{
    moot_buf_clear(out);
    if (k < COLUMNS) {
        moot_rarity_told(&columns[k], p->rarity.known[row * COLUMNS + k], p->levels[k], out);
    } else {
        const char *text = p->rows.cells[row * p->rows.columns + k].text;
        moot_buf_str(out, text ? text : "");
    }
}

/* One line a row: what is told in order, so that the place of a case in the caseload does not show. */
static const char *line(const people *p, size_t row, int as_csv, moot_arena *arena, moot_buf *cell, moot_buf *text)
{
    int n = 0;
    moot_buf_clear(text);
    for (size_t k = 0; k < ALL; k++) {
        const char *key = k < COLUMNS ? columns[k].name : results[k - COLUMNS];
        if (k < COLUMNS && !is_told(p, k)) {
            continue;
        }
        told(p, row, k, cell);
        text->failed |= !moot_buf_ok(cell);
        moot_buf_printf(text, as_csv ? "%s" : "%s\"%s\":", n ? "," : as_csv ? "" : "{", key);
        if (as_csv) {
            moot_text_csv(moot_buf_text(cell), text);
        } else if (cell->len == 0 || k + 1 == ALL) {
            moot_buf_str(text, cell->len == 0 ? "null" : moot_buf_text(cell)); /* the last is a number */
        } else {
            moot_buf_json(text, moot_buf_text(cell));
        }
        n++;
    }
    moot_buf_str(text, as_csv ? "\n" : "}\n");
    return moot_buf_ok(text) ? moot_arena_strn(arena, moot_buf_text(text), text->len) : NULL;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static moot_code put_lines(const people *p, int as_csv, moot_arena *arena, moot_buf *out, moot_err *err)
{
    moot_buf cell, text;
    const char **lines = moot_arena_array(arena, p->rows.count + 1, sizeof *lines);
    int ok = lines != NULL;
    moot_buf_init(&cell);
    moot_buf_init(&text);
    for (size_t i = 0; ok && i < p->rows.count; i++) {
        lines[i] = line(p, i, as_csv, arena, &cell, &text);
        ok = lines[i] != NULL;
    }
    if (ok) {
        qsort(lines, p->rows.count, sizeof *lines, by_text);
    }
    for (size_t i = 0; ok && i < p->rows.count; i++) {
        moot_buf_str(out, lines[i]);
    }
    moot_buf_done(&cell);
    moot_buf_done(&text);
    return ok && moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

static void put_heads(const people *p, const moot_export_rows *x, const char *header, moot_buf *out)
{
    int n = 0;
    if (!x->as_csv) {
        moot_buf_str(out, "{\"disclosure\":");
        moot_buf_json(out, header);
        moot_buf_str(out, ",\"protocol\":");
        moot_buf_json(out, x->run[MOOT_RUN_PROTOCOL].text);
        moot_buf_str(out, "}\n");
        return;
    }
    moot_buf_printf(out, "# %s; protocol %s\n", header, x->run[MOOT_RUN_PROTOCOL].text);
    for (size_t k = 0; k < ALL; k++) {
        if (k >= COLUMNS || is_told(p, k)) {
            moot_buf_printf(out, "%s%s", n++ ? "," : "", k < COLUMNS ? columns[k].name : results[k - COLUMNS]);
        }
    }
    moot_buf_char(out, '\n');
}

moot_code moot_export_rows_put(moot_store *store, const moot_export_rows *x, moot_buf *out, moot_err *err)
{
    moot_arena arena;
    moot_buf header;
    people p;
    int known[COLUMNS];
    moot_arena_init(&arena);
    moot_buf_init(&header);
    moot_code code = read_people(store, (int64_t)x->run[MOOT_RUN_NO].number, &arena, &p, err);
    memcpy(known, p.levels, sizeof known);
    code = code ? code : make_safe(&p, x, err);
    if (!code) {
        put_header(&p, known, x, &header);
        put_heads(&p, x, moot_buf_text(&header), out);
        out->failed |= !moot_buf_ok(&header);
        code = put_lines(&p, x->as_csv, &arena, out, err);
    }
    moot_buf_done(&header);
    moot_arena_done(&arena);
    return code;
}
