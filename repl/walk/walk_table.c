/* The modes csv and markdown: what a word lists comes as a table, a row a thing, dates as they sort. What is no list (why,
 * help, a sentence) stays text in these modes too. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "repl/walk/tell.h"
#include "repl/walk/walk_internal.h"
#include "vm/base/text.h"
#include "vm/protocol/law.h"
#include "vm/protocol/protocol_show.h"

#define COLUMNS 9

/* ---- rows ---- */

void rows_begin(rows *r, moot_walk *walk, const char *const *columns, int32_t count, moot_buf *out)
{
    *r = (rows){ walk, out, walk->mode == MOOT_WALK_MARKDOWN, 0, count };
    for (int32_t i = 0; i < count; i++) {
        rows_cell(r, columns[i]);
    }
    for (int32_t i = 0; r->markdown && i < count; i++) {
        moot_buf_str(out, i + 1 < count ? "| --- " : "| --- |\n");
    }
}

static void markdown_cell(const char *text, moot_buf *out)
{
    moot_buf_str(out, *text ? "| " : "|");
    for (; *text; text++) {
        moot_buf_str(out, *text == '|' ? "\\" : "");
        moot_buf_char(out, *text == '\n' ? ' ' : *text);
    }
    moot_buf_char(out, ' ');
}

void rows_cell(rows *r, const char *text)
{
    moot_buf cell;
    moot_buf_init(&cell);
    moot_buf_str(&cell, text ? text : "");
    walk_mask(r->walk, &cell);
    int last = ++r->at == r->count;
    if (r->markdown) {
        markdown_cell(moot_buf_text(&cell), r->out);
        moot_buf_str(r->out, last ? "|\n" : "");
    } else {
        moot_text_csv(moot_buf_text(&cell), r->out);
        moot_buf_str(r->out, last ? "\r\n" : ",");
    }
    r->at = last ? 0 : r->at;
    r->out->failed |= !moot_buf_ok(&cell);
    moot_buf_done(&cell);
}

void rows_int(rows *r, int32_t number)
{
    char text[16];
    snprintf(text, sizeof text, "%" PRId32, number);
    rows_cell(r, text);
}

void rows_clause(rows *r, const char *clause)
{
    rows_cell(r, clause);
    rows_cell(r, moot_clause_key_alone(r->walk->protocol, clause));
}

static void cell_when(rows *r, moot_when when)
{
    char text[160];
    rows_cell(r, when.lo == MOOT_NEVER ? "" : moot_when_text(r->walk->protocol->zone, when, text, sizeof text));
}

static void cell_names(rows *r, moot_result_names names)
{
    moot_buf text;
    moot_buf_init(&text);
    moot_tell_names(names, &text);
    rows_cell(r, moot_buf_text(&text));
    r->out->failed |= !moot_buf_ok(&text);
    moot_buf_done(&text);
}

/* ---- the words ---- */

static void list_due(rows *r, moot_result *result)
{
    walk_urgent(r->walk, result);
    for (int32_t i = 0; i < result->deadlines_count; i++) {
        const moot_result_deadline *d = &result->deadlines[i];
        if (walk_is_waiting(r->walk, d)) {
            rows_cell(r, d->deadline);
            rows_cell(r, d->child);
            cell_when(r, d->since);
            cell_when(r, d->due);
            rows_cell(r, d->status);
            cell_names(r, d->owner);
            rows_clause(r, d->clause);
        }
    }
}

static void who_row(rows *r, moot_result_names who, const char *does, const char *what, moot_when due, const char *clause)
{
    cell_names(r, who);
    rows_cell(r, does);
    rows_cell(r, what);
    cell_when(r, due);
    rows_clause(r, clause);
}

static void list_who(rows *r, moot_result *result)
{
    walk_urgent(r->walk, result);
    for (int32_t i = 0; i < result->stages_count; i++) {
        const moot_result_stage *s = &result->stages[i];
        if (s->left.lo == MOOT_NEVER) {
            who_row(r, s->owner, "decides", s->stage, moot_when_at(MOOT_NEVER), s->clause);
        }
    }
    for (int32_t i = 0; i < result->deadlines_count; i++) {
        const moot_result_deadline *d = &result->deadlines[i];
        if (walk_is_waiting(r->walk, d)) {
            who_row(r, d->owner, "does", d->deadline, d->due, d->clause);
        }
    }
}

static void list_needs(rows *r, moot_result *result)
{
    for (int32_t i = 0; i < result->needs_count; i++) {
        const moot_result_need *need = &result->needs[i];
        rows_cell(r, need->fact);
        rows_cell(r, need->ask);
        rows_cell(r, need->kind);
        rows_cell(r, need->name);
        rows_clause(r, need->clause);
    }
}

static void list_duties(rows *r, moot_result *result)
{
    for (int32_t i = 0; i < result->duties_count; i++) {
        const moot_result_duty *d = &result->duties[i];
        rows_cell(r, d->duty);
        rows_cell(r, d->owed_by);
        cell_when(r, d->since);
        cell_when(r, d->ended);
        rows_clause(r, d->clause);
    }
}

static void list_log(rows *r, moot_result *result)
{
    moot_buf text;
    (void)result;
    for (int32_t i = 0; i < r->walk->c.log_count; i++) {
        const moot_entry *entry = &r->walk->c.log[i];
        moot_buf_init(&text);
        moot_tell_sentence(&r->walk->c, entry, &text);
        rows_int(r, entry->n);
        cell_when(r, entry->at);
        rows_cell(r, moot_buf_text(&text));
        rows_clause(r, moot_entry_clause(entry));
        r->out->failed |= !moot_buf_ok(&text);
        moot_buf_done(&text);
    }
}

static void time_row(rows *r, const char *kind, const char *name, moot_when from, moot_when to, const char *became,
                     const char *clause)
{
    rows_cell(r, kind);
    rows_cell(r, name);
    cell_when(r, from);
    cell_when(r, to);
    rows_cell(r, became);
    rows_clause(r, clause);
}

static void list_timeline(rows *r, moot_result *result)
{
    for (int32_t i = 0; i < result->stages_count; i++) {
        const moot_result_stage *s = &result->stages[i];
        time_row(r, "stage", s->stage, s->entered, s->left,
                 s->left.lo == MOOT_NEVER ? "open" : s->outcome ? s->outcome : "ended", s->clause);
    }
    for (int32_t i = 0; i < result->deadlines_count; i++) {
        const moot_result_deadline *d = &result->deadlines[i];
        time_row(r, "deadline", d->deadline, d->since, d->due, d->status, d->clause);
    }
}

static void list_readings(rows *r, moot_result *result)
{
    const moot_protocol *p = r->walk->protocol;
    moot_buf others;
    (void)result;
    for (int32_t i = 0; i < p->readings_count; i++) {
        const moot_reading *reading = &p->readings[i];
        int used = r->walk->now != MOOT_NEVER && r->walk->c.reading_used[i];
        moot_buf_init(&others);
        moot_reading_others_show(p, reading, ", ", &others);
        rows_cell(r, reading->decl.name);
        rows_cell(r, moot_symbol(p, reading->chosen));
        rows_cell(r, moot_buf_text(&others));
        rows_cell(r, used ? "yes" : "no");
        rows_clause(r, reading->decl.clause);
        r->out->failed |= !moot_buf_ok(&others);
        moot_buf_done(&others);
    }
}

static void list_steps(rows *r, moot_result *result)
{
    (void)result;
    for (int32_t i = 0; i < r->walk->path_count; i++) {
        rows_int(r, i + 1);
        rows_cell(r, r->walk->steps[r->walk->path[i]].said);
    }
}

static const struct listing {
    const char *word;
    void (*list)(rows *r, moot_result *result);
    int before; /* there is something to list before anything has happened */
    const char *columns[COLUMNS];
} listings[] = {
    { "due", list_due, 0, { "deadline", "child", "since", "due", "status", "owner", "clause", "mark" } },
    { "duties", list_duties, 0, { "duty", "owed_by", "since", "ended", "clause", "mark" } },
    { "log", list_log, 0, { "n", "at", "what", "clause", "mark" } },
    { "needs", list_needs, 0, { "fact", "ask", "for", "name", "clause", "mark" } },
    { "readings", list_readings, 1, { "reading", "chosen", "could_be", "rests_on_it", "clause", "mark" } },
    { "steps", list_steps, 1, { "n", "step" } },
    { "timeline", list_timeline, 0, { "kind", "name", "from", "to", "became", "clause", "mark" } },
    { "who", list_who, 0, { "who", "does", "what", "due", "clause", "mark" } },
};

int walk_lists(const char *line)
{
    for (size_t i = 0; i < MOOT_COUNT(listings); i++) {
        if (strcmp(line, listings[i].word) == 0) {
            return 1;
        }
    }
    return 0;
}

int walk_table(call *c)
{
    moot_result result;
    rows r;
    const struct listing *found = NULL;
    for (size_t i = 0; i < MOOT_COUNT(listings) && walk_is_table(c->walk) && c->w.count == 1; i++) {
        found = words_is(&c->w, 0, listings[i].word) ? &listings[i] : found;
    }
    if (!found) {
        return 0;
    }
    memset(&result, 0, sizeof result);
    if (!found->before && !walk_result(c->walk, &result, c->out)) {
        return 1;
    }
    int32_t count = 0;
    while (count < COLUMNS && found->columns[count]) {
        count++;
    }
    rows_begin(&r, c->walk, found->columns, count, c->out);
    found->list(&r, &result);
    c->masked = 1;
    return 1;
}
