/* moot diff: what differs between two protocols, declaration by declaration (vm/check/diff.h), like a diff of two texts: - what only
 * the first has, + what only the second has, ~ what both have and say otherwise. */
#include <stdio.h>
#include <string.h>

#include "repl/cli/protocols.h"
#include "repl/cli/table.h"
#include "repl/cli/term.h"
#include "vm/check/diff.h"
#include "vm/protocol/law.h"

typedef struct compared {
    moot_app *app;
    moot_protocols protocols;
    const char *names[2]; /* their ids; as they were given, if they share one */
    moot_diff diff;
    int all; /* stdlib's declarations too */
} compared;

/* ---- for people ---- */

static moot_code print_counts(const int32_t (*counts)[4], moot_err *err)
{
    static const moot_table_column columns[] = {
        { "WHAT", 0, 0 }, { "SAME", 1, 0 }, { "CHANGED", 1, 0 }, { "REMOVED", 1, 0 }, { "ADDED", 1, 0 },
    };
    moot_table *table;
    if (moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    for (int kind = 0; kind < MOOT_OUTLINE_KIND_COUNT; kind++) {
        const int32_t *n = counts[kind];
        if (n[0] + n[1] + n[2] + n[3] == 0) {
            continue;
        }
        moot_table_row(table);
        moot_table_cell(table, 0, moot_outline_many((moot_outline_kind)kind));
        for (size_t i = 0; i < 4; i++) {
            moot_table_int(table, i + 1, n[i]);
        }
    }
    moot_code code = moot_table_print(table, err);
    moot_table_free(table);
    return code;
}

/* " [3.7/1]", also where both cite it; of both sides " [3.7/1 | 5.4/1]", with "-" for a side that cites none; nothing if none is cited. */
static void put_clauses(const compared *v, const moot_diff_row *row, moot_buf *out)
{
    const moot_outline_row *sides[2] = { row->a, row->b };
    int told = 0;
    if ((!row->a || !row->a->clause[0]) && (!row->b || !row->b->clause[0])) {
        return;
    }
    if (row->a && row->b && strcmp(row->a->clause, row->b->clause) == 0) {
        sides[0] = NULL;
    }
    for (int i = 0; i < 2; i++) {
        if (sides[i]) {
            const char *clause = sides[i]->clause;
            moot_buf_printf(out, "%s%s%s", told++ ? " | " : " [", clause[0] ? clause : "-",
                            moot_clause_key(v->protocols.list[i], clause));
        }
    }
    moot_buf_char(out, ']');
}

static void put_renamed(const moot_diff_row *row, moot_buf *out)
{
    if (row->renamed) {
        moot_buf_printf(out, row->a ? "; renamed \"%s\"?" : "; called \"%s\" before?", row->renamed->name);
    }
}

/* The outcomes of a stage that only one side has go without saying: how many such, for its line. */
static int32_t outcomes_with(const compared *v, const moot_diff_row *stage)
{
    const moot_outline_row *side = stage->b ? stage->b : stage->a;
    int32_t count = 0;
    for (int32_t i = 0; i < v->diff.count; i++) {
        const moot_diff_row *row = &v->diff.rows[i];
        const moot_outline_row *own = row->b ? row->b : row->a;
        count += row->how == stage->how && own->kind == MOOT_OUTLINE_OUTCOME && strcmp(own->within, side->name) == 0;
    }
    return count;
}

static void put_row(const compared *v, const moot_diff_row *row, moot_buf *out)
{
    static const char signs[] = { ' ', '~', '-', '+' };
    const moot_outline_row *shown = row->b ? row->b : row->a;
    moot_buf_printf(out, "%c ", signs[row->how]);
    if (row->how == MOOT_DIFF_CHANGED) {
        moot_buf_printf(out, "%s \"%s\"", moot_outline_one((moot_outline_kind)shown->kind), shown->name);
    } else {
        moot_outline_brief(shown, out);
    }
    if (shown->within) {
        moot_buf_printf(out, ", in stage \"%s\"", shown->within);
    }
    if (shown->kind == MOOT_OUTLINE_STAGE && row->how != MOOT_DIFF_CHANGED && outcomes_with(v, row)) {
        moot_buf_printf(out, ", with %d outcome%s", (int)outcomes_with(v, row), outcomes_with(v, row) == 1 ? "" : "s");
    }
    put_clauses(v, row, out);
    put_renamed(row, out);
    moot_buf_char(out, '\n');
    for (int32_t i = 0; i < row->field_count; i++) {
        const moot_diff_field *f = &row->fields[i];
        moot_buf_printf(out, "      %s: %s\n", f->name, f->from ? f->from : "(nothing)");
        moot_buf_printf(out, "      %*s -> %s\n", (int)strlen(f->name) - 2 > 0 ? (int)strlen(f->name) - 2 : 0, "",
                        f->to ? f->to : "(nothing)");
    }
}

static int goes_without_saying(const compared *v, const moot_diff_row *row)
{
    const moot_outline_row *side = row->b ? row->b : row->a;
    if (side->kind != MOOT_OUTLINE_OUTCOME || row->how == MOOT_DIFF_CHANGED) {
        return 0;
    }
    for (int32_t i = 0; i < v->diff.count; i++) {
        const moot_diff_row *other = &v->diff.rows[i];
        const moot_outline_row *stage = other->b ? other->b : other->a;
        if (stage->kind == MOOT_OUTLINE_STAGE && other->how == row->how && strcmp(stage->name, side->within) == 0) {
            return 1;
        }
    }
    return 0;
}

static int is_shown(const compared *v, const moot_diff_row *row)
{
    const moot_outline_row *side = row->b ? row->b : row->a;
    return row->how != MOOT_DIFF_SAME && (v->all || !moot_outline_from_stdlib(side)) && !goes_without_saying(v, row);
}

static void put_rows(const compared *v, moot_buf *out)
{
    int kind = -1;
    for (int32_t i = 0; i < v->diff.count; i++) {
        const moot_diff_row *row = &v->diff.rows[i];
        int own = row->a ? row->a->kind : row->b->kind;
        if (!is_shown(v, row)) {
            continue;
        }
        if (own != kind) {
            kind = own;
            moot_buf_printf(out, "\n%s\n", moot_outline_many((moot_outline_kind)kind));
        }
        put_row(v, row, out);
    }
}

/* What is counted and shown; the rest, which only stdlib declares, is counted into *out_rest. */
static void count(const compared *v, int32_t counts[][4], int32_t *out_rest)
{
    *out_rest = 0;
    memset(counts, 0, MOOT_OUTLINE_KIND_COUNT * sizeof *counts);
    for (int32_t i = 0; i < v->diff.count; i++) {
        const moot_diff_row *row = &v->diff.rows[i];
        const moot_outline_row *side = row->b ? row->b : row->a;
        if (v->all || !moot_outline_from_stdlib(side)) {
            counts[side->kind][row->how]++;
        } else {
            *out_rest += row->how != MOOT_DIFF_SAME;
        }
    }
}

static moot_code tell_text(const compared *v, moot_err *err)
{
    int32_t counts[MOOT_OUTLINE_KIND_COUNT][4], rest;
    moot_buf out;
    printf("From %s to %s: %s\n\n", v->names[0], v->names[1], v->diff.differ ? "they differ" : "they say the same");
    count(v, counts, &rest);
    if (print_counts((const int32_t (*)[4])counts, err)) {
        return err->code;
    }
    moot_buf_init(&out);
    if (!moot_cli_flag(&v->app->cli, "brief")) {
        put_rows(v, &out);
    }
    if (rest) {
        moot_buf_printf(&out, "\nand %d more difference%s in what they take from stdlib: --all shows %s\n", (int)rest,
                        rest == 1 ? "" : "s", rest == 1 ? "it" : "them");
    }
    moot_code code = moot_buf_ok(&out) ? MOOT_OK : moot_fail_memory(err);
    moot_say_buf(&out);
    moot_buf_done(&out);
    moot_protocols_notes(&v->protocols);
    return code;
}

/* ---- as JSON Lines: a header with the counts, then each difference ---- */

static void put_text(moot_buf *out, const char *key, const char *text)
{
    moot_buf_printf(out, "\"%s\":", key);
    if (text) {
        moot_buf_json(out, text);
    } else {
        moot_buf_str(out, "null");
    }
}

static void put_head(const compared *v, moot_buf *out)
{
    static const char *const hows[] = { "same", "changed", "removed", "added" };
    moot_buf_printf(out, "{\"moot\":\"%s\",\"schema\":\"diff/1\",\"differ\":%s,\"protocols\":[", moot_about_number(),
                    v->diff.differ ? "true" : "false");
    for (int i = 0; i < 2; i++) {
        const moot_protocol *p = v->protocols.list[i];
        moot_buf note;
        moot_buf_init(&note);
        moot_law_note(p, &note);
        moot_buf_str(out, i ? ",{" : "{");
        put_text(out, "protocol", p->id);
        moot_buf_printf(out, ",\"hash\":\"%s\",", p->hash);
        put_text(out, "note", note.len ? moot_buf_text(&note) : NULL);
        moot_buf_char(out, '}');
        moot_buf_done(&note);
    }
    moot_buf_str(out, "],\"counts\":{");
    for (int kind = 0; kind < MOOT_OUTLINE_KIND_COUNT; kind++) {
        moot_buf_printf(out, "%s\"%s\":{", kind ? "," : "", moot_outline_one((moot_outline_kind)kind));
        for (int i = 0; i < 4; i++) {
            moot_buf_printf(out, "%s\"%s\":%d", i ? "," : "", hows[i], (int)v->diff.counts[kind][i]);
        }
        moot_buf_char(out, '}');
    }
    moot_buf_str(out, "}}\n");
}

/* One side of a difference: where it stands, and all that it says. */
static void put_side(moot_buf *out, const char *key, const moot_outline_row *row)
{
    char rule[192];
    moot_buf_printf(out, ",\"%s\":", key);
    if (!row) {
        moot_buf_str(out, "null");
        return;
    }
    snprintf(rule, sizeof rule, "%s:%d", row->decl->file ? row->decl->file : "", (int)row->decl->line);
    moot_buf_char(out, '{');
    put_text(out, "name", row->name);
    moot_buf_char(out, ',');
    put_text(out, "stage", row->within);
    moot_buf_char(out, ',');
    put_text(out, "clause", row->clause);
    moot_buf_char(out, ',');
    put_text(out, "rule", row->decl->file ? rule : NULL);
    moot_buf_str(out, ",\"fields\":{");
    for (int32_t i = 0; i < row->field_count; i++) {
        moot_buf_str(out, i ? "," : "");
        put_text(out, row->fields[i].name, row->fields[i].text);
    }
    moot_buf_str(out, "}}");
}

static void put_difference(const moot_diff_row *row, moot_buf *out)
{
    static const char *const hows[] = { "same", "changed", "removed", "added" };
    const moot_outline_row *side = row->b ? row->b : row->a;
    moot_buf_printf(out, "{\"%s\":", hows[row->how]);
    moot_buf_json(out, moot_outline_one((moot_outline_kind)side->kind));
    moot_buf_char(out, ',');
    put_text(out, "name", side->name);
    moot_buf_printf(out, ",\"from_stdlib\":%s,", moot_outline_from_stdlib(side) ? "true" : "false");
    put_text(out, "perhaps", row->renamed ? row->renamed->name : NULL);
    moot_buf_str(out, ",\"changes\":[");
    for (int32_t i = 0; i < row->field_count; i++) {
        moot_buf_str(out, i ? ",{" : "{");
        put_text(out, "field", row->fields[i].name);
        moot_buf_char(out, ',');
        put_text(out, "from", row->fields[i].from);
        moot_buf_char(out, ',');
        put_text(out, "to", row->fields[i].to);
        moot_buf_char(out, '}');
    }
    moot_buf_char(out, ']');
    put_side(out, "a", row->a);
    put_side(out, "b", row->b);
    moot_buf_str(out, "}\n");
}

static moot_code tell_json(const compared *v, moot_err *err)
{
    moot_buf out;
    moot_buf_init(&out);
    put_head(v, &out);
    for (int32_t i = 0; i < v->diff.count && !moot_cli_flag(&v->app->cli, "brief"); i++) {
        if (v->diff.rows[i].how != MOOT_DIFF_SAME) {
            put_difference(&v->diff.rows[i], &out);
        }
    }
    moot_code code = moot_buf_ok(&out) ? MOOT_OK : moot_fail_memory(err);
    moot_say_buf(&out);
    moot_buf_done(&out);
    return code;
}

static moot_code differ(compared *v, moot_arena *arena, moot_err *err)
{
    moot_outline a, b;
    int twins = strcmp(v->protocols.list[0]->id, v->protocols.list[1]->id) == 0;
    for (int i = 0; i < 2; i++) {
        v->names[i] = twins ? moot_cli_nth(&v->app->cli, "protocol", (size_t)i) : v->protocols.list[i]->id;
    }
    v->all = moot_cli_flag(&v->app->cli, "all");
    if (moot_outline_of(v->protocols.list[0], arena, &a, err) || moot_outline_of(v->protocols.list[1], arena, &b, err) ||
        moot_diff_of(&a, &b, arena, &v->diff, err) || (v->app->say.json ? tell_json : tell_text)(v, err)) {
        return err->code;
    }
    if (v->diff.differ) {
        moot_say_raise(&v->app->say, moot_code_status(MOOT_ENO));
    }
    return MOOT_OK;
}

void moot_cmd_diff(moot_app *app)
{
    compared v = { .app = app };
    moot_arena arena;
    moot_err err;
    moot_err_init(&err);
    moot_arena_init(&arena);
    if (!moot_protocols_load(app, 2, 2, &v.protocols) && differ(&v, &arena, &err)) {
        moot_say_error(&app->say, &err);
    }
    moot_protocols_done(&v.protocols);
    moot_arena_done(&arena);
}
