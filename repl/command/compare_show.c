#include "repl/command/compare_show.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "repl/cli/table.h"
#include "repl/cli/term.h"
#include "vm/base/text.h"
#include "vm/protocol/law.h"

#define LEAST_ACROSS 28 /* cells that a protocol needs to stand in a column of its own */
#define ASPECT_WIDTH 16
#define MOST_ACROSS 6

/* ---- one case, as a table ---- */

/* "joint assessment by 2026-05-23 11:30, Social worker [3.7/1]" */
static void answer_text(const moot_protocol *p, const moot_compared *thing, moot_buf *out)
{
    moot_buf_clear(out);
    moot_compared_text(thing, out);
    if (thing->clause[0]) {
        moot_buf_printf(out, " [%s%s]", thing->clause, moot_clause_key(p, thing->clause));
    }
}

static int32_t tallest(const moot_comparison *comparison, int aspect)
{
    int32_t most = 1;
    for (int32_t i = 0; i < comparison->count; i++) {
        int32_t count = comparison->cells[aspect][i].count;
        most = count > most ? count : most;
    }
    return most;
}

/* Aspects down, protocols across. */
static void fill_across(const moot_protocols *protocols, const moot_comparison *comparison, moot_table *table, moot_buf *text)
{
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        for (int32_t row = 0; row < tallest(comparison, a); row++) {
            moot_table_row(table);
            moot_table_cell(table, 0, row == 0 ? moot_aspect_text((moot_aspect)a) : "");
            for (int32_t i = 0; i < comparison->count; i++) {
                const moot_compare_cell *cell = &comparison->cells[a][i];
                if (row < cell->count) {
                    answer_text(protocols->list[i], &cell->list[row], text);
                    moot_table_cell(table, (size_t)i + 1, moot_buf_text(text));
                } else if (row == 0) {
                    moot_table_cell(table, (size_t)i + 1, moot_aspect_none((moot_aspect)a));
                }
            }
        }
    }
}

static void fill_down_cell(const moot_protocol *p, int aspect, const moot_compare_cell *cell, int first, moot_table *table,
                           moot_buf *text)
{
    for (int32_t row = 0; row < cell->count || row == 0; row++) {
        moot_table_row(table);
        moot_table_cell(table, 0, first && row == 0 ? moot_aspect_text((moot_aspect)aspect) : "");
        moot_table_cell(table, 1, row == 0 ? p->id : "");
        if (row < cell->count) {
            answer_text(p, &cell->list[row], text);
            moot_table_cell(table, 2, moot_buf_text(text));
        } else {
            moot_table_cell(table, 2, moot_aspect_none((moot_aspect)aspect));
        }
    }
}

/* A row for each answer: what a narrow screen and many protocols leave room for. */
static void fill_down(const moot_protocols *protocols, const moot_comparison *comparison, moot_table *table, moot_buf *text)
{
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        for (int32_t i = 0; i < comparison->count; i++) {
            fill_down_cell(protocols->list[i], a, &comparison->cells[a][i], i == 0, table, text);
        }
    }
}

static moot_code print_matrix(const moot_protocols *protocols, const moot_comparison *comparison, moot_err *err)
{
    static const moot_table_column down[] = { { "ASPECT", 0, 0 }, { "PROTOCOL", 0, 0 }, { "ANSWER", 0, 1 } };
    moot_table_column columns[MOST_ACROSS + 1] = { { "ASPECT", 0, 0 } };
    int width = moot_term_width(stdout), count = (int)protocols->count;
    int across = count <= MOST_ACROSS && (width - ASPECT_WIDTH) / count >= LEAST_ACROSS;
    moot_table *table;
    moot_buf text;
    for (int i = 0; across && i < count; i++) {
        columns[i + 1] = (moot_table_column){ protocols->list[i]->id, 0, 1 };
    }
    if (moot_table_new(across ? columns : down, across ? (size_t)count + 1 : MOOT_COUNT(down), width, &table, err)) {
        return err->code;
    }
    moot_buf_init(&text);
    (across ? fill_across : fill_down)(protocols, comparison, table, &text);
    moot_code code = moot_buf_ok(&text) ? moot_table_print(table, err) : moot_fail_memory(err);
    moot_buf_done(&text);
    moot_table_free(table);
    return code;
}

static void print_alike(const moot_comparison *comparison)
{
    int told = 0;
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        if (!comparison->differs[a]) {
            printf("%s%s", told++ ? ", " : "\nThe same under each: ", moot_aspect_text((moot_aspect)a));
        }
    }
    fputs(told ? "\n" : "", stdout);
}

static void print_set_aside(const moot_protocols *protocols, const moot_compare_view *view)
{
    int told = 0;
    for (int32_t i = 0; i < protocols->count; i++) {
        if (view->set_aside[i]) {
            printf("%s%" PRId32 " under %s", told++ ? ", " : "Set aside, as only another protocol knows it: ", view->set_aside[i],
                   protocols->list[i]->id);
        }
    }
    fputs(told ? "\n" : "", stdout);
}

moot_code moot_compare_table(const moot_protocols *protocols, const moot_compare_view *view, moot_err *err)
{
    printf("%s%s%s\n\n", view->id, view->as_of[0] ? ", as of " : "", view->as_of);
    moot_code code = print_matrix(protocols, view->comparison, err);
    if (!code) {
        print_alike(view->comparison);
        print_set_aside(protocols, view);
    }
    return code;
}

/* ---- one case, as JSON ---- */

static void put_text(moot_buf *out, const char *key, const char *text)
{
    moot_buf_printf(out, "\"%s\":", key);
    if (text) {
        moot_buf_json(out, text);
    } else {
        moot_buf_str(out, "null");
    }
}

static void put_things(const moot_compare_cell *cell, moot_buf *out)
{
    moot_buf_char(out, '[');
    for (int32_t i = 0; i < cell->count; i++) {
        const moot_compared *thing = &cell->list[i];
        moot_buf_str(out, i ? ",{" : "{");
        put_text(out, "what", thing->what);
        moot_buf_char(out, ',');
        put_text(out, "when", thing->when && strcmp(thing->when, "no date") == 0 ? NULL : thing->when);
        moot_buf_char(out, ',');
        put_text(out, "who", thing->who);
        moot_buf_char(out, ',');
        put_text(out, "how", thing->how);
        moot_buf_char(out, ',');
        put_text(out, "note", thing->note);
        moot_buf_char(out, ',');
        put_text(out, "clause", thing->clause);
        moot_buf_char(out, '}');
    }
    moot_buf_char(out, ']');
}

static void put_aspect(const moot_protocols *protocols, const moot_comparison *comparison, int a, moot_buf *out)
{
    moot_buf_printf(out, "\"%s\":{\"differs\":%s,\"answers\":[", moot_aspect_key((moot_aspect)a),
                    comparison->differs[a] ? "true" : "false");
    for (int32_t i = 0; i < comparison->count; i++) {
        moot_buf_str(out, i ? ",{" : "{");
        put_text(out, "protocol", protocols->list[i]->id);
        moot_buf_char(out, ',');
        put_text(out, "same_as", comparison->cells[a][i].like < i ? protocols->list[comparison->cells[a][i].like]->id : NULL);
        moot_buf_str(out, ",\"things\":");
        put_things(&comparison->cells[a][i], out);
        moot_buf_char(out, '}');
    }
    moot_buf_str(out, "]}");
}

void moot_compare_json(const moot_protocols *protocols, const moot_compare_view *view, moot_buf *out)
{
    moot_buf_char(out, '{');
    put_text(out, "id", view->id);
    moot_buf_char(out, ',');
    put_text(out, "as_of", view->as_of[0] ? view->as_of : NULL);
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        moot_buf_char(out, ',');
        put_aspect(protocols, view->comparison, a, out);
    }
    moot_buf_str(out, ",\"set_aside\":{");
    for (int32_t i = 0; i < protocols->count; i++) {
        moot_buf_str(out, i ? "," : "");
        moot_buf_json(out, protocols->list[i]->id);
        moot_buf_printf(out, ":%" PRId32, view->set_aside[i]);
    }
    moot_buf_str(out, "}}\n");
}

/* ---- one case, as CSV (RFC 4180) ---- */

static void put_cell(moot_buf *out, const char *text, char end)
{
    moot_text_csv(text ? text : "", out);
    moot_buf_str(out, end == ',' ? "," : "\r\n");
}

void moot_compare_csv_head(moot_buf *out)
{
    moot_buf_str(out, "id,aspect,protocol,what,when,who,how,note,clause,differs,mark\r\n");
}

void moot_compare_csv_law(const moot_protocols *protocols, moot_buf *out)
{
    for (int32_t i = 0; i < protocols->count; i++) {
        moot_buf note;
        moot_buf_init(&note);
        moot_law_note(protocols->list[i], &note);
        if (note.len > 0) { /* of no case, and of all */
            moot_buf_str(out, ",law,");
            put_cell(out, protocols->list[i]->id, ',');
            moot_buf_str(out, ",,,,");
            put_cell(out, moot_buf_text(&note), ',');
            moot_buf_str(out, ",,\r\n");
        }
        out->failed |= !moot_buf_ok(&note);
        moot_buf_done(&note);
    }
}

void moot_compare_csv(const moot_protocols *protocols, const moot_compare_view *view, moot_buf *out)
{
    static const moot_compared nothing = { .clause = "" };
    const moot_comparison *comparison = view->comparison;
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        for (int32_t i = 0; i < comparison->count; i++) {
            const moot_compare_cell *cell = &comparison->cells[a][i];
            for (int32_t k = 0; k < cell->count || k == 0; k++) {
                const moot_compared *thing = cell->count ? &cell->list[k] : &nothing;
                put_cell(out, view->id, ',');
                put_cell(out, moot_aspect_key((moot_aspect)a), ',');
                put_cell(out, protocols->list[i]->id, ',');
                put_cell(out, thing->what, ',');
                put_cell(out, thing->when && strcmp(thing->when, "no date") == 0 ? NULL : thing->when, ',');
                put_cell(out, thing->who, ',');
                put_cell(out, thing->how, ',');
                put_cell(out, thing->note, ',');
                put_cell(out, thing->clause, ',');
                put_cell(out, comparison->differs[a] ? "yes" : "no", ',');
                put_cell(out, moot_clause_key_alone(protocols->list[i], thing->clause), '\n');
            }
        }
    }
}

/* ---- many cases ---- */

static void examples_text(const moot_compare_count *count, moot_buf *out)
{
    moot_buf_clear(out);
    for (int32_t i = 0; i < count->example_count; i++) {
        moot_buf_printf(out, "%s%s", i ? ", " : "", count->examples[i]);
    }
    moot_buf_str(out, count->differ > count->example_count ? " ..." : "");
}

static moot_code print_differences(const moot_compare_sum *sum, moot_err *err)
{
    static const moot_table_column columns[] = { { "ASPECT", 0, 0 }, { "SAME", 1, 0 }, { "DIFFER", 1, 0 }, { "SUCH AS", 0, 1 } };
    moot_table *table;
    moot_buf text;
    if (moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    moot_buf_init(&text);
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        moot_table_row(table);
        moot_table_cell(table, 0, moot_aspect_text((moot_aspect)a));
        moot_table_int(table, 1, sum->cases - sum->aspects[a].differ);
        moot_table_int(table, 2, sum->aspects[a].differ);
        examples_text(&sum->aspects[a], &text);
        moot_table_cell(table, 3, moot_buf_text(&text));
    }
    puts("\nDifferences: cases in which all say the same, or not");
    moot_code code = moot_buf_ok(&text) ? moot_table_print(table, err) : moot_fail_memory(err);
    moot_buf_done(&text);
    moot_table_free(table);
    return code;
}

/* What each protocol comes to over all cases. */
static const struct number {
    const char *text, *key;
    size_t offset;
} numbers[] = {
    { "OPEN", "open", offsetof(moot_compare_protocol, by_status) + MOOT_CASE_OPEN * sizeof(int64_t) },
    { "CLOSED", "closed", offsetof(moot_compare_protocol, by_status) + MOOT_CASE_CLOSED * sizeof(int64_t) },
    { "UNDECIDED", "undecided", offsetof(moot_compare_protocol, by_status) + MOOT_CASE_UNDECIDED * sizeof(int64_t) },
    { "FAILED", "failed", offsetof(moot_compare_protocol, by_status) + MOOT_CASE_FAILED * sizeof(int64_t) },
    { "NO BED KNOWN", "no_bed", offsetof(moot_compare_protocol, no_bed) },
    { "SET ASIDE", "set_aside", offsetof(moot_compare_protocol, set_aside) },
    { "DUE", "due", offsetof(moot_compare_protocol, due) },
    { "NO DATE", "undated", offsetof(moot_compare_protocol, undated) },
    { "CANNOT TELL", "cannot_tell", offsetof(moot_compare_protocol, cannot_tell) },
    { "OWED", "owed", offsetof(moot_compare_protocol, owed) },
    { "NEEDED", "needed", offsetof(moot_compare_protocol, needed) },
    { "BREACHES", "breaches", offsetof(moot_compare_protocol, breaches) },
};
#define OF_CASES 6 /* the first so many count cases or records, the others what is in them */

static int64_t number_of(const moot_compare_sum *sum, int32_t protocol, size_t row)
{
    int64_t value;
    memcpy(&value, (const char *)&sum->protocols[protocol] + numbers[row].offset, sizeof value);
    return value;
}

static moot_code print_numbers(const moot_protocols *protocols, const moot_compare_sum *sum, const char *title, size_t from,
                               size_t to, moot_err *err)
{
    moot_table_column columns[MOOT_COUNT(numbers) + 1] = { { "PROTOCOL", 0, 1 } };
    moot_table *table;
    for (size_t i = from; i < to; i++) {
        columns[i - from + 1] = (moot_table_column){ numbers[i].text, 1, 0 };
    }
    if (moot_table_new(columns, to - from + 1, moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    for (int32_t i = 0; i < sum->count; i++) {
        moot_table_row(table);
        moot_table_cell(table, 0, protocols->list[i]->id);
        for (size_t k = from; k < to; k++) {
            moot_table_int(table, k - from + 1, number_of(sum, i, k));
        }
    }
    printf("\n%s\n", title);
    moot_code code = moot_table_print(table, err);
    moot_table_free(table);
    return code;
}

/* Aspects down, protocols but the first down again: in how many cases each answers otherwise than the first. */
static moot_code print_unlike(const moot_protocols *protocols, const moot_compare_sum *sum, moot_err *err)
{
    moot_table_column columns[MOOT_ASPECT_COUNT + 1] = { { "PROTOCOL", 0, 1 } };
    static const char *const heads[] = { "LEAD", "DUE", "BED", "OWED", "NEEDED", "STAGES", "OUTCOME", "BREACHES" };
    moot_table *table;
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        columns[a + 1] = (moot_table_column){ heads[a], 1, 0 };
    }
    if (moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    for (int32_t i = 1; i < sum->count; i++) {
        moot_table_row(table);
        moot_table_cell(table, 0, protocols->list[i]->id);
        for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
            moot_table_int(table, (size_t)a + 1, sum->aspects[a].unlike[i]);
        }
    }
    printf("\nCases in which a protocol answers otherwise than %s\n", protocols->list[0]->id);
    moot_code code = moot_table_print(table, err);
    moot_table_free(table);
    return code;
}

moot_code moot_compare_sum_table(const moot_protocols *protocols, const moot_compare_sum *sum, moot_err *err)
{
    if (print_differences(sum, err) || (sum->count > 2 && print_unlike(protocols, sum, err)) ||
        print_numbers(protocols, sum, "Cases, and what only another protocol knows", 0, OF_CASES, err) ||
        print_numbers(protocols, sum, "Deadlines and acts that run, duties owed, facts that are missing, breaches", OF_CASES,
                      MOOT_COUNT(numbers), err)) {
        return err->code;
    }
    return MOOT_OK;
}

void moot_compare_sum_json(const moot_protocols *protocols, const moot_compare_sum *sum, moot_buf *out)
{
    moot_buf_printf(out, "{\"cases\":%" PRId64 ",\"differences\":{", sum->cases);
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        const moot_compare_count *count = &sum->aspects[a];
        moot_buf_printf(out, "%s\"%s\":{\"differ\":%" PRId64 ",\"unlike_the_first\":{", a ? "," : "",
                        moot_aspect_key((moot_aspect)a), count->differ);
        for (int32_t i = 1; i < sum->count; i++) {
            moot_buf_str(out, i > 1 ? "," : "");
            moot_buf_json(out, protocols->list[i]->id);
            moot_buf_printf(out, ":%" PRId64, count->unlike[i]);
        }
        moot_buf_str(out, "},\"examples\":[");
        for (int32_t i = 0; i < count->example_count; i++) {
            moot_buf_str(out, i ? "," : "");
            moot_buf_json(out, count->examples[i]);
        }
        moot_buf_str(out, "]}");
    }
    moot_buf_str(out, "},\"protocols\":[");
    for (int32_t i = 0; i < sum->count; i++) {
        moot_buf_str(out, i ? ",{" : "{");
        put_text(out, "protocol", protocols->list[i]->id);
        for (size_t k = 0; k < MOOT_COUNT(numbers); k++) {
            moot_buf_printf(out, ",\"%s\":%" PRId64, numbers[k].key, number_of(sum, i, k));
        }
        moot_buf_char(out, '}');
    }
    moot_buf_str(out, "]}\n");
}
