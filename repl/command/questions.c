#include "repl/command/questions.h"

#include <stdio.h>
#include <string.h>

#include "repl/cli/table.h"
#include "repl/cli/term.h"
#include "vm/base/text.h"
#include "vm/check/coverage.h"
#include "vm/check/outline.h"
#include "vm/protocol/law.h"

#define FILE_LIMIT ((size_t)1 << 20)
#define TOLD_A_CLAUSE 3 /* of what a script says under one clause */
#define MOST_COLUMNS 64

typedef struct asked {
    moot_app *app;
    const moot_protocols *protocols;
    const char *path;
    moot_arena arena;
    moot_outline outlines[MOOT_PROTOCOLS_MOST];
    moot_coverage *coverage[MOOT_PROTOCOLS_MOST]; /* owned */
    int column_of[MOOT_PROTOCOLS_MOST]; /* of each protocol in the table */
    moot_table *table;                  /* NULL with --json */
    int question_shown;                 /* the one at hand */
    moot_buf text, json;
    moot_errs *errs;
} asked;

/* ---- the table ---- */

static int split(char *line, char *cells[MOST_COLUMNS])
{
    int count = 0;
    for (char *at = line; at && count < MOST_COLUMNS;) {
        char *tab = strchr(at, '\t');
        cells[count++] = at;
        at = tab ? tab + 1 : NULL;
        if (tab) {
            *tab = '\0';
        }
    }
    return count;
}

static moot_code find_columns(asked *q, char *line, int *out_count, moot_err *err)
{
    char *cells[MOST_COLUMNS];
    int count = split(line, cells);
    if (strcmp(cells[0], "question") != 0) {
        return moot_fail(err, MOOT_EDATA, "a table of questions begins with \"question\" and the names of protocols, parted by tabs");
    }
    for (int32_t i = 0; i < q->protocols->count; i++) {
        q->column_of[i] = 0;
        for (int k = 1; k < count; k++) {
            if (strcmp(cells[k], q->protocols->list[i]->id) == 0) {
                q->column_of[i] = k;
            }
        }
        if (!q->column_of[i]) {
            return moot_fail(err, MOOT_EDATA, "the table has no column \"%s\"", q->protocols->list[i]->id);
        }
    }
    *out_count = count;
    return MOOT_OK;
}

/* ---- what a script says under a clause ---- */

/* What tells most stands first; who and what is only named, last. */
static int weight(const moot_outline_row *row)
{
    static const uint8_t first[] = { MOOT_OUTLINE_DEADLINE, MOOT_OUTLINE_PANEL,  MOOT_OUTLINE_ENTITLEMENT, MOOT_OUTLINE_QUOTA,
                                     MOOT_OUTLINE_LADDER,   MOOT_OUTLINE_MEASURE, MOOT_OUTLINE_ACT,         MOOT_OUTLINE_INVARIANT,
                                     MOOT_OUTLINE_STAGE,    MOOT_OUTLINE_OUTCOME, MOOT_OUTLINE_NOTICE,      MOOT_OUTLINE_READING,
                                     MOOT_OUTLINE_DECISION, MOOT_OUTLINE_PARAM,   MOOT_OUTLINE_NOT_RUN };
    for (size_t i = 0; i < MOOT_COUNT(first); i++) {
        if (first[i] == row->kind) {
            return (int)i;
        }
    }
    return MOOT_COUNT(first);
}

/* Of the rows under a clause the next after one of a weight and place, in the order of weight, then of the script. */
static const moot_outline_row *next_row(const moot_outline *outline, const char *clause, const moot_outline_row *after)
{
    const moot_outline_row *best = NULL;
    for (int32_t i = 0; i < outline->count; i++) {
        const moot_outline_row *row = &outline->rows[i];
        int later = !after || weight(row) > weight(after) || (weight(row) == weight(after) && row > after);
        if (strcmp(row->clause, clause) == 0 && later && (!best || weight(row) < weight(best))) {
            best = row;
        }
    }
    return best;
}

/* What else cites a clause: a level of a ladder, a row, a verb, a common fact that the script gives a clause. Its name and place. */
static const moot_decl *cited(const moot_coverage *coverage, const char *clause)
{
    int32_t count;
    const moot_coverage_row *rows = moot_coverage_rows(coverage, &count);
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(rows[i].clause, clause) == 0) {
            return rows[i].first;
        }
    }
    return NULL;
}

static void put_cited(const moot_decl *decl, moot_buf *out)
{
    moot_buf_clear(out);
    if (decl->name[0]) {
        moot_buf_printf(out, "\"%s\", ", decl->name);
    }
    moot_buf_printf(out, "at %s:%d", decl->file ? decl->file : "", (int)decl->line);
}

static void tell_unknown(const asked *q, const moot_protocol *p, const char *clause, int32_t line)
{
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA, "%s has nothing under clause \"%.40s\": neither a rule nor a reason why it is not run", p->id, clause);
    moot_err_at(&err, q->path, line, 0);
    moot_errs_take(q->errs, &err);
}

/* ---- answers ---- */

static void put_answer(asked *q, const char *question, int32_t protocol, int first, const char *says, const char *clause)
{
    const moot_protocol *p = q->protocols->list[protocol];
    if (!q->table) {
        moot_buf_str(&q->json, "{\"question\":");
        moot_buf_json(&q->json, question);
        moot_buf_str(&q->json, ",\"protocol\":");
        moot_buf_json(&q->json, p->id);
        moot_buf_str(&q->json, ",\"says\":");
        if (clause) {
            moot_buf_json(&q->json, says);
            moot_buf_str(&q->json, ",\"clause\":");
            moot_buf_json(&q->json, clause);
        } else {
            moot_buf_str(&q->json, "null,\"clause\":null");
        }
        moot_buf_str(&q->json, "}\n");
        return;
    }
    moot_table_row(q->table);
    moot_table_cell(q->table, 0, q->question_shown ? "" : question);
    q->question_shown = 1;
    moot_table_cell(q->table, 1, first ? p->id : "");
    moot_buf_clear(&q->text);
    moot_buf_str(&q->text, says);
    if (clause) {
        moot_buf_printf(&q->text, " [%s%s]", clause, moot_clause_key(p, clause));
    }
    moot_table_cell(q->table, 2, moot_buf_text(&q->text));
}

/* Up to TOLD_A_CLAUSE answers; how many. */
static int answer_clause(asked *q, const char *question, int32_t protocol, int first, const char *clause, int32_t line)
{
    const moot_outline *outline = &q->outlines[protocol];
    moot_buf says;
    int told = 0;
    moot_buf_init(&says);
    for (const moot_outline_row *row = next_row(outline, clause, NULL); row && told < TOLD_A_CLAUSE;
         row = next_row(outline, clause, row)) {
        if (told && weight(row) > weight(next_row(outline, clause, NULL)) + 2) {
            break; /* it only names what the first already told */
        }
        moot_buf_clear(&says);
        moot_outline_brief(row, &says);
        put_answer(q, question, protocol, first && !told, moot_buf_text(&says), clause);
        told++;
    }
    const moot_decl *decl = told ? NULL : cited(q->coverage[protocol], clause);
    if (decl) {
        put_cited(decl, &says);
        put_answer(q, question, protocol, first, moot_buf_text(&says), clause);
        told++;
    }
    if (!told) {
        tell_unknown(q, outline->protocol, clause, line);
    }
    q->json.failed |= !moot_buf_ok(&says);
    moot_buf_done(&says);
    return told;
}

static void answer_cell(asked *q, const char *question, int32_t protocol, char *cell, int32_t line)
{
    int told = 0, empty = cell[strspn(cell, " ")] == '\0';
    for (char *at = cell + strspn(cell, " "); *at;) {
        size_t len = strcspn(at, " ");
        char *next = at + len + strspn(at + len, " ");
        at[len] = '\0';
        told += answer_clause(q, question, protocol, told == 0, at, line);
        at = next;
    }
    if (empty) {
        put_answer(q, question, protocol, 1, "silent", NULL);
    }
}

static moot_code answer_lines(asked *q, char *text, moot_err *err)
{
    int count = 0;
    int32_t line = 0;
    for (char *at = text; *at;) {
        size_t len = strcspn(at, "\n");
        char *next = at + len + (at[len] == '\n');
        char *cells[MOST_COLUMNS];
        at[len] = '\0';
        line++;
        if (line == 1) {
            if (find_columns(q, at, &count, err)) {
                return moot_err_at(err, q->path, line, 0);
            }
        } else if (*at && split(at, cells) != count) {
            moot_fail(err, MOOT_EDATA, "this line has not as many cells as the first: %d", count);
            return moot_err_at(err, q->path, line, 0);
        } else if (*at) {
            q->question_shown = 0;
            for (int32_t i = 0; i < q->protocols->count; i++) {
                answer_cell(q, cells[0], i, cells[q->column_of[i]], line);
            }
        }
        at = next;
    }
    if (line == 0) {
        moot_fail(err, MOOT_EDATA, "the table of questions is empty");
        return moot_err_at(err, q->path, 0, 0);
    }
    return MOOT_OK;
}

static moot_code tell(asked *q, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (size_t i = 0; i < q->errs->count; i++) {
        moot_say_error(&q->app->say, &q->errs->list[i]);
    }
    if (!moot_buf_ok(&q->json) || !moot_buf_ok(&q->text)) {
        return moot_fail_memory(err);
    }
    if (q->table) {
        code = moot_table_print(q->table, err);
        moot_protocols_notes(q->protocols);
    } else {
        moot_say_buf(&q->json);
    }
    return code;
}

moot_code moot_questions(moot_app *app, const moot_protocols *protocols, const char *path, moot_err *err)
{
    static const moot_table_column columns[] = { { "QUESTION", 0, 1 }, { "PROTOCOL", 0, 0 }, { "ANSWER", 0, 1 } };
    asked q = { .app = app, .protocols = protocols, .path = path };
    moot_buf file;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_buf_init(&file);
    moot_buf_init(&q.text);
    moot_buf_init(&q.json);
    moot_arena_init(&q.arena);
    q.errs = &errs;
    moot_code code = moot_file_read(path, FILE_LIMIT, &file, err);
    if (!code && moot_text_check(moot_buf_text(&file), file.len, "the table", err)) {
        code = moot_err_at(err, path, err->line, 0);
    }
    for (int32_t i = 0; !code && i < protocols->count; i++) {
        code = moot_outline_of(protocols->list[i], &q.arena, &q.outlines[i], err);
        code = code ? code : moot_coverage_new(protocols->list[i], NULL, NULL, 0, &q.coverage[i], err);
    }
    if (!code && !app->say.json) {
        code = moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &q.table, err);
    }
    char *text = !code ? moot_arena_str(&q.arena, moot_buf_text(&file)) : NULL;
    code = code ? code : text ? answer_lines(&q, text, err) : moot_fail_memory(err);
    code = code ? code : tell(&q, err);
    for (int32_t i = 0; i < protocols->count; i++) {
        moot_coverage_free(q.coverage[i]);
    }
    moot_table_free(q.table);
    moot_arena_done(&q.arena);
    moot_buf_done(&q.json);
    moot_buf_done(&q.text);
    moot_buf_done(&file);
    moot_errs_done(&errs);
    return code;
}
