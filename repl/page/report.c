/* A report's parts, and how they are written: as a page, as CSV, as JSON Lines. */
#include "repl/page/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "vm/base/disclose.h"
#include "vm/base/stats.h"
#include "vm/base/text.h"

void moot_report_init(moot_report *report)
{
    memset(report, 0, sizeof *report);
    moot_arena_init(&report->arena);
}

void moot_report_done(moot_report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        moot_free(report->findings[i].cells);
    }
    moot_free(report->findings);
    moot_free(report->answer.list);
    moot_free(report->assumes.list);
    moot_free(report->unknown.list);
    moot_free(report->again.list);
    moot_arena_done(&report->arena);
}

/* ---- filling ---- */

const char *moot_report_text(moot_report *report, const char *fmt, ...)
{
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, fmt, args);
    char *text = len < 0 ? NULL : moot_arena_alloc(&report->arena, (size_t)len + 1);
    if (text) {
        (void)vsnprintf(text, (size_t)len + 1, fmt, again);
    }
    va_end(again);
    va_end(args);
    return text;
}

moot_code moot_report_say(moot_report *report, moot_report_texts *texts, const char *text, moot_err *err)
{
    (void)report;
    if (!text || !moot_grow((void **)&texts->list, &texts->cap, texts->count + 1, sizeof *texts->list)) {
        return moot_fail_memory(err);
    }
    texts->list[texts->count++] = text;
    return MOOT_OK;
}

moot_code moot_report_finding(moot_report *report, const moot_finding *like, moot_finding **out, moot_err *err)
{
    if (!like->headline || !like->subtitle || !like->of ||
        !moot_grow((void **)&report->findings, &report->cap, report->count + 1, sizeof *report->findings)) {
        return moot_fail_memory(err);
    }
    report->findings[report->count] = *like;
    *out = &report->findings[report->count++];
    return MOOT_OK;
}

moot_code moot_report_row(moot_finding *finding, const moot_finding_cell *cells, moot_err *err)
{
    size_t columns = finding->column_count;
    if (!moot_grow((void **)&finding->cells, &finding->cap, (finding->rows + 1) * columns, sizeof *cells)) {
        return moot_fail_memory(err);
    }
    memcpy(&finding->cells[finding->rows * columns], cells, columns * sizeof *cells);
    finding->rows++;
    return MOOT_OK;
}

moot_code moot_report_draw(moot_report *report, moot_finding *finding, const moot_plot *like, const moot_plot_point *points, size_t count,
                           moot_err *err)
{
    moot_plot_series *series = moot_arena_alloc(&report->arena, sizeof *series);
    const char *id = moot_report_text(report, "plot-%zu", report->count);
    if (!series || !id) {
        return moot_fail_memory(err);
    }
    *series = (moot_plot_series){ NULL, points, count };
    finding->plot = *like;
    finding->plot.id = id;
    finding->plot.series = series;
    return MOOT_OK;
}

/* ---- as a page ---- */

static int is_percent(const moot_finding_column *column)
{
    return column->unit && strcmp(column->unit, "%") == 0;
}

/* Figures as the picture beside them tells them: the same words from the same function. */
static void cell_told(const moot_finding_column *column, const moot_finding_cell *cell, moot_buf *out)
{
    const char *unit = is_percent(column) ? "%" : "";
    if (cell->text) {
        moot_buf_str(out, cell->text);
        return;
    }
    moot_plot_figure(cell->number, column->places, out);
    if (isnan(cell->number) || cell->number < MOOT_PLOT_HIDDEN / 2) {
        return;
    }
    moot_buf_str(out, unit);
    if (!isnan(cell->low) && !isnan(cell->high)) {
        moot_buf_str(out, " (");
        moot_plot_figure(cell->low, column->places, out);
        moot_buf_printf(out, "%s to ", unit);
        moot_plot_figure(cell->high, column->places, out);
        moot_buf_printf(out, "%s)", unit);
    }
}

static moot_code page_table(const moot_finding *f, moot_page *page, moot_err *err)
{
    const char *heads[16];
    if (f->column_count > MOOT_COUNT(heads)) {
        MOOT_BUG("a finding has %zu columns", f->column_count);
    }
    for (size_t i = 0; i < f->column_count; i++) {
        heads[i] = f->columns[i].head;
    }
    if (f->plot.series && f->plot.series[0].count > 0 && moot_plot_picture(&f->plot, page, err)) {
        return err->code;
    }
    moot_page_table_begin(page, f->subtitle, heads, (int32_t)f->column_count);
    for (size_t i = 0; i < f->rows * f->column_count; i++) {
        cell_told(&f->columns[i % f->column_count], &f->cells[i], moot_page_fresh(page));
        moot_page_cell(page, moot_buf_text(&page->text));
    }
    moot_page_table_end(page);
    return MOOT_OK;
}

static void page_list(const char *heading, const moot_report_texts *texts, moot_page *page)
{
    if (texts->count == 0) {
        return;
    }
    moot_page_heading(page, 2, heading);
    moot_page_list_begin(page);
    for (size_t i = 0; i < texts->count; i++) {
        moot_page_item(page, texts->list[i]);
    }
    moot_page_list_end(page);
}

static moot_code page_findings(const moot_report *report, int compared, moot_page *page, moot_err *err)
{
    for (size_t i = 0; i < report->count; i++) {
        const moot_finding *f = &report->findings[i];
        if ((strcmp(f->id, "compared") == 0) != compared || f->rows == 0) {
            continue;
        }
        moot_page_heading(page, 3, f->headline);
        if (page_table(f, page, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

static void page_notes(const moot_report *report, moot_page *page)
{
    moot_page_heading(page, 2, "Small numbers");
    if (report->one_case) {
        moot_page_para(page, "This page tells of one case, row by row. It is not for publication, and nothing in it is suppressed.");
    } else if (report->hides) {
        moot_buf_printf(moot_page_fresh(page),
                        "The cases may be about people. Counts from 1 to %d are shown as c, and so are shares on fewer than %d cases and "
                        "other figures from which a hidden count could be worked out: also one of which the same figure under another protocol is "
                        "shown, where the two differ by so few. Nothing that is c is nought. Beside a page of nearly the same cases, such as those "
                        "of a week later, this one would tell of the few that are not in both: publish one of the two.",
                        (int)report->below - 1, MOOT_SUPPRESS_BASE);
        moot_page_para(page, moot_buf_text(&page->text));
    } else {
        moot_page_para(page, report->below > 1 ? "The cases were made up: they are about nobody, so small numbers are shown."
                                               : "Nothing is suppressed: whoever made this page asked for that (--suppress-below).");
    }
    moot_page_heading(page, 2, "Reading this page");
    moot_buf_printf(moot_page_fresh(page),
                    "It needs no script, no font and nothing from elsewhere; each picture is described in words, and the table beside it has "
                    "its figures. It prints to A4. If you cannot read part of it, ask %s for it in another form.",
                    report->contact ? report->contact : "whoever sent it to you");
    moot_page_para(page, moot_buf_text(&page->text));
}

moot_code moot_report_page(const moot_report *report, moot_page_form form, const char *made_by, moot_buf *out, moot_err *err)
{
    moot_page page;
    moot_page_init(&page, form, report->title);
    moot_page_contents(&page);
    if (report->one_case) {
        moot_page_para(&page, "One case, row by row. Not for publication: whoever knows the person could know them by it.");
    }
    for (size_t i = 0; i < report->answer.count; i++) {
        moot_page_para(&page, report->answer.list[i]);
    }
    moot_page_heading(&page, 2, "What was compared");
    moot_code code = page_findings(report, 1, &page, err);
    if (!code) {
        moot_page_heading(&page, 2, "What came out");
        code = page_findings(report, 0, &page, err);
    }
    if (!code) {
        page_list("What this rests on", &report->assumes, &page);
        page_list("What cannot be told", &report->unknown, &page);
        page_notes(report, &page);
        page_list("How to run it again", &report->again, &page);
        code = moot_page_end(&page, made_by, out, err);
    }
    moot_page_done(&page);
    return code;
}

/* ---- for programs ---- */

/* "12", "12.5"; "c"; `none` for nothing. */
static void plain(double number, int places, const char *none, const char *hidden, moot_buf *out)
{
    if (isnan(number)) {
        moot_buf_str(out, none);
    } else if (number < MOOT_PLOT_HIDDEN / 2) {
        moot_buf_str(out, hidden);
    } else {
        moot_buf_printf(out, "%.*f", places, moot_stats_round(number, places));
    }
}

static void csv_figure(const moot_finding *f, size_t row, size_t column, moot_buf *out)
{
    const moot_finding_cell *cell = &f->cells[row * f->column_count + column], *first = &f->cells[row * f->column_count];
    moot_text_csv(f->id, out);
    moot_buf_char(out, ',');
    moot_text_csv(f->of, out);
    moot_buf_char(out, ',');
    if (first->text) {
        moot_text_csv(first->text, out);
    } else {
        plain(first->number, f->columns[0].places, "", MOOT_SUPPRESSED, out);
    }
    moot_buf_char(out, ',');
    moot_text_csv(f->columns[column].key, out);
    moot_buf_char(out, ',');
    if (cell->text) {
        moot_text_csv(cell->text, out);
    } else {
        plain(cell->number, f->columns[column].places, "", MOOT_SUPPRESSED, out);
    }
    moot_buf_char(out, ',');
    plain(cell->text ? NAN : cell->low, f->columns[column].places, "", MOOT_SUPPRESSED, out);
    moot_buf_char(out, ',');
    plain(cell->text ? NAN : cell->high, f->columns[column].places, "", MOOT_SUPPRESSED, out);
    moot_buf_char(out, '\n');
}

static void csv_say(const char *what, const moot_report_texts *texts, moot_buf *out)
{
    for (size_t i = 0; i < texts->count; i++) {
        moot_buf_printf(out, "%s,,%zu,says,", what, i + 1);
        moot_text_csv(texts->list[i], out);
        moot_buf_str(out, ",,\n");
    }
}

/* What stands first says what may not be read out of it. */
static const char *header(const moot_report *report)
{
    return report->one_case ? "one case, row by row: not for publication"
           : report->hides  ? "sums; small counts are c"
                            : "sums; nothing is suppressed";
}

moot_code moot_report_csv(const moot_report *report, moot_buf *out, moot_err *err)
{
    moot_buf_str(out, "finding,of,row,figure,value,low,high\ndisclosure,,1,says,");
    moot_text_csv(header(report), out);
    moot_buf_str(out, ",,\n");
    csv_say("answer", &report->answer, out);
    for (size_t i = 0; i < report->count; i++) {
        const moot_finding *f = &report->findings[i];
        for (size_t k = 0; k < f->rows * f->column_count; k++) {
            if (k % f->column_count > 0) {
                csv_figure(f, k / f->column_count, k % f->column_count, out);
            }
        }
    }
    csv_say("rests on", &report->assumes, out);
    csv_say("cannot be told", &report->unknown, out);
    csv_say("again", &report->again, out);
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

/* ,"late_low": — a column may be named by a protocol or a panel, which may be called anything. */
static void json_key(const char *key, const char *suffix, moot_buf *out)
{
    moot_buf name;
    moot_buf_init(&name);
    moot_buf_printf(&name, "%s%s", key, suffix);
    moot_buf_char(out, ',');
    moot_buf_json(out, moot_buf_text(&name));
    moot_buf_char(out, ':');
    out->failed |= !moot_buf_ok(&name);
    moot_buf_done(&name);
}

static void json_row(const moot_finding *f, size_t row, moot_buf *out)
{
    moot_buf_str(out, "{\"finding\":");
    moot_buf_json(out, f->id);
    moot_buf_str(out, ",\"of\":");
    moot_buf_json(out, f->of);
    for (size_t i = 0; i < f->column_count; i++) {
        const moot_finding_cell *cell = &f->cells[row * f->column_count + i];
        json_key(f->columns[i].key, "", out);
        if (cell->text) {
            moot_buf_json(out, cell->text);
            continue;
        }
        plain(cell->number, f->columns[i].places, "null", "\"" MOOT_SUPPRESSED "\"", out);
        if (!isnan(cell->low) && !isnan(cell->high)) {
            json_key(f->columns[i].key, "_low", out);
            plain(cell->low, f->columns[i].places, "null", "null", out);
            json_key(f->columns[i].key, "_high", out);
            plain(cell->high, f->columns[i].places, "null", "null", out);
        }
    }
    moot_buf_str(out, "}\n");
}

static void json_say(const char *what, const moot_report_texts *texts, moot_buf *out)
{
    for (size_t i = 0; i < texts->count; i++) {
        moot_buf_printf(out, "{\"finding\":\"%s\",\"says\":", what);
        moot_buf_json(out, texts->list[i]);
        moot_buf_str(out, "}\n");
    }
}

moot_code moot_report_json(const moot_report *report, moot_buf *out, moot_err *err)
{
    moot_buf_str(out, "{\"finding\":\"disclosure\",\"says\":");
    moot_buf_json(out, header(report));
    moot_buf_str(out, "}\n");
    json_say("answer", &report->answer, out);
    for (size_t i = 0; i < report->count; i++) {
        for (size_t row = 0; row < report->findings[i].rows; row++) {
            json_row(&report->findings[i], row, out);
        }
    }
    json_say("rests on", &report->assumes, out);
    json_say("cannot be told", &report->unknown, out);
    json_say("again", &report->again, out);
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}
