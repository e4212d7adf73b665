/* libcsv pushes cells as it is fed; they are packed into a queue of rows, from which _next takes one at a time. One line
 * gives at most one row, unless the file ends its lines with CR alone, as old spreadsheets did.
 *
 * A quote that is never closed would swallow the rows behind it. So the lines of the row at hand are kept until it ends; if it
 * turns out to be broken, its first line is blamed and the others are fed again as rows of their own. */
#include "vm/case/sheet.h"

#include <csv.h>
#include <string.h>

#include "vm/base/lines.h"
#include "vm/base/text.h"
#include "vm/case/read_case.h"

/* libcsv's own step is 128 bytes: a field of ten megabytes would be copied eighty thousand times. */
#define CELL_STEP ((size_t)64 * 1024)

typedef struct queued {
    size_t start, len; /* in the text */
    int32_t count, line, row;
    int error; /* 1: `error` of the sheet is about this row */
} queued;

struct moot_sheet {
    moot_lines lines;
    struct csv_parser parser;
    int parser_ready;
    moot_buf window;    /* the lines of the row at hand, then lines to be fed again */
    size_t window_at;   /* next line to be fed */
    size_t second_line; /* of the row at hand; 0: it has only one so far */
    int32_t line_at;    /* number of the line last fed */
    moot_buf text;      /* cells of queued rows and of the row at hand */
    queued *queue;
    size_t queue_count, queue_cap, queue_at;
    queued now;         /* the row at hand */
    int32_t rows;       /* begun so far */
    moot_err error;     /* of the row at hand, or of the last queued one */
    int no_memory;
    int ended;
};

static void *resize(void *old, size_t size)
{
    return moot_reallocarray(old, 1, size ? size : 1);
}

static moot_code start_parser(moot_sheet *sheet, moot_err *err)
{
    if (csv_init(&sheet->parser, CSV_STRICT | CSV_STRICT_FINI)) {
        return moot_fail_memory(err);
    }
    csv_set_realloc_func(&sheet->parser, resize);
    csv_set_free_func(&sheet->parser, moot_free);
    csv_set_blk_size(&sheet->parser, CELL_STEP);
    sheet->parser_ready = 1;
    return MOOT_OK;
}

/* ---- what is wrong with a row: the first thing counts ---- */

static void blame(moot_sheet *sheet, moot_code code, const char *text)
{
    if (!sheet->now.error) {
        moot_err_init(&sheet->error);
        moot_fail(&sheet->error, code, "%s", text);
        sheet->now.error = 1;
    }
}

/* ---- libcsv's callbacks ---- */

/* Bytes of white space at a place: ASCII or the no-break space that spreadsheets put in. */
static size_t space_at(const char *text, size_t len)
{
    if (len && (unsigned char)text[0] <= ' ') {
        return 1;
    }
    return len >= 2 && memcmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static void add_trimmed(moot_buf *out, const char *text, size_t len)
{
    size_t space;
    while ((space = space_at(text, len)) > 0) {
        text += space;
        len -= space;
    }
    while (len && (space_at(text + len - 1, 1) || (len >= 2 && space_at(text + len - 2, 2) == 2))) {
        len -= space_at(text + len - 1, 1) ? 1 : 2;
    }
    moot_buf_add(out, text, len);
    moot_buf_add(out, "", 1);
}

static void on_cell(void *text, size_t len, void *user)
{
    moot_sheet *sheet = user;
    sheet->now.count++;
    if (len > MOOT_FIELD_MOST) {
        blame(sheet, MOOT_ELIMIT, "a field of this row is longer than 1 MB, the most that a field may have");
        len = 0;
    }
    add_trimmed(&sheet->text, len ? text : "", len);
}

static void end_row(moot_sheet *sheet)
{
    sheet->now.len = sheet->text.len - sheet->now.start;
    if (moot_grow((void **)&sheet->queue, &sheet->queue_cap, sheet->queue_count + 1, sizeof *sheet->queue)) {
        sheet->queue[sheet->queue_count++] = sheet->now;
    } else {
        sheet->no_memory = 1;
    }
    memset(&sheet->now, 0, sizeof sheet->now);
    sheet->now.start = sheet->text.len;
}

static int is_blank(const moot_sheet *sheet)
{
    for (size_t i = sheet->now.start; i < sheet->text.len; i++) {
        if (sheet->text.text[i]) {
            return 0;
        }
    }
    return 1;
}

static void on_row(int end, void *user)
{
    moot_sheet *sheet = user;
    (void)end;
    if (sheet->now.error || !is_blank(sheet)) {
        int32_t line = sheet->now.line;
        end_row(sheet);
        sheet->now.line = line; /* of another row on the same line, if lines end with CR alone */
    } else {
        sheet->text.len = sheet->now.start;
        sheet->now.count = 0;
    }
    sheet->now.row = ++sheet->rows + 1;
}

/* ---- feeding ---- */

/* Drops what libcsv holds of a row that cannot be read, queues what was read of it, and goes back to its second line. */
static moot_code give_up_row(moot_sheet *sheet, moot_err *err)
{
    csv_free(&sheet->parser);
    sheet->parser_ready = 0;
    int32_t first = sheet->now.line;
    on_row(0, sheet);
    if (sheet->second_line) {
        sheet->window_at = sheet->second_line;
        sheet->line_at = first;
    }
    return start_parser(sheet, err);
}

static moot_code check_parser(moot_sheet *sheet, moot_err *err)
{
    int code = csv_error(&sheet->parser);
    if (code == CSV_ENOMEM || code == CSV_ETOOBIG) {
        return moot_fail_memory(err);
    }
    blame(sheet, MOOT_EDATA,
          sheet->second_line ? "a quote that opens in this row is not closed where its cell ends"
                             : "a quote stands where none may: put the whole cell in quotes and double those inside (\"\")");
    return give_up_row(sheet, err);
}

/* Bytes that are no text make the row bad; they are fed as question marks, so that the row still ends where it does. */
static moot_code clean(moot_sheet *sheet, const char *text, size_t len, moot_buf *out, moot_err *err)
{
    moot_err why;
    moot_err_init(&why);
    if (moot_text_check(text, len, "this line", &why) == MOOT_OK) {
        return MOOT_OK;
    }
    blame(sheet, MOOT_EDATA, why.msg);
    moot_buf_add(out, text, len);
    for (size_t i = 0; i < out->len; i++) {
        if (!out->text[i] || (unsigned char)out->text[i] >= 0x80) {
            out->text[i] = '?';
        }
    }
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

static moot_code feed(moot_sheet *sheet, const char *text, size_t len, moot_err *err)
{
    moot_buf cleaned;
    moot_buf_init(&cleaned);
    moot_code code = clean(sheet, text, len, &cleaned, err);
    if (code == MOOT_OK) {
        size_t used = csv_parse(&sheet->parser, cleaned.len ? cleaned.text : text, len, on_cell, on_row, sheet);
        code = used < len ? check_parser(sheet, err) : MOOT_OK;
    }
    moot_buf_done(&cleaned);
    if (code == MOOT_OK && sheet->parser.entry_pos > MOOT_FIELD_MOST) {
        blame(sheet, MOOT_ELIMIT, "a field that begins in this row is longer than 1 MB; is its closing quote missing?");
        code = give_up_row(sheet, err);
    }
    return code;
}

static moot_code finish(moot_sheet *sheet, moot_err *err)
{
    if (csv_fini(&sheet->parser, on_cell, on_row, sheet) == 0) {
        sheet->ended = 1;
        return MOOT_OK;
    }
    if (csv_error(&sheet->parser) != CSV_EPARSE) {
        return moot_fail_memory(err);
    }
    blame(sheet, MOOT_EDATA, "a quote that opens in this row is not closed anywhere in the file");
    sheet->ended = !sheet->second_line;
    return give_up_row(sheet, err);
}

/* Lines of rows that have ended are dropped from the window. */
static void forget_lines(moot_sheet *sheet)
{
    size_t left = sheet->window.len - sheet->window_at;
    if (left == 0 || sheet->window_at > MOOT_FIELD_MOST) {
        if (left) {
            memmove(sheet->window.text, sheet->window.text + sheet->window_at, left);
        }
        sheet->window.len = left;
        sheet->window_at = 0;
    }
}

/* The next line in the window, which is filled from the file. *out_len is 0 at the end of the file. */
static moot_code take_line(moot_sheet *sheet, size_t *out_len, moot_err *err)
{
    const char *text;
    size_t len;
    if (sheet->window_at == sheet->window.len) {
        moot_code code = moot_lines_next(&sheet->lines, &text, &len, err);
        if (code) {
            return code;
        }
        moot_buf_add(&sheet->window, text ? text : "", text ? len : 0);
        if (!moot_buf_ok(&sheet->window)) {
            return moot_fail_memory(err);
        }
    }
    const char *start = moot_buf_text(&sheet->window) + sheet->window_at;
    size_t left = sheet->window.len - sheet->window_at;
    const char *newline = left ? memchr(start, '\n', left) : NULL;
    *out_len = newline ? (size_t)(newline - start) + 1 : left;
    sheet->line_at += *out_len > 0;
    return MOOT_OK;
}

/* A row begins on the line on which the parser is between rows. */
static moot_code read_line(moot_sheet *sheet, moot_err *err)
{
    size_t len = 0;
    int between = sheet->parser.pstate == 0 && sheet->now.count == 0;
    if (between) {
        forget_lines(sheet);
    }
    moot_code code = take_line(sheet, &len, err);
    if (code) {
        return code;
    }
    if (!len) {
        return finish(sheet, err);
    }
    size_t start = sheet->window_at;
    sheet->window_at += len;
    if (between) {
        sheet->now.line = sheet->line_at;
        sheet->now.row = sheet->rows + 1;
        sheet->second_line = 0;
    } else if (!sheet->second_line) {
        sheet->second_line = start;
    }
    if (sheet->lines.too_long && sheet->window_at == sheet->window.len) {
        blame(sheet, MOOT_ELIMIT, "this line is longer than 16 MB, the most that a line may have");
        sheet->second_line = 0;
        return give_up_row(sheet, err);
    }
    return feed(sheet, moot_buf_text(&sheet->window) + start, len, err);
}

/* ---- public ---- */

moot_code moot_sheet_open(const char *path, moot_sheet **out_sheet, moot_err *err)
{
    moot_sheet *sheet = moot_calloc(1, sizeof *sheet);
    if (!sheet) {
        return moot_fail_memory(err);
    }
    moot_buf_init(&sheet->text);
    moot_buf_init(&sheet->window);
    moot_code code = moot_lines_open(&sheet->lines, path, err);
    if (code == MOOT_OK) {
        code = start_parser(sheet, err);
    }
    if (code) {
        moot_sheet_close(sheet);
        return code;
    }
    *out_sheet = sheet;
    return MOOT_OK;
}

void moot_sheet_close(moot_sheet *sheet)
{
    if (!sheet) {
        return;
    }
    if (sheet->parser_ready) {
        csv_free(&sheet->parser);
    }
    moot_lines_close(&sheet->lines);
    moot_buf_done(&sheet->text);
    moot_buf_done(&sheet->window);
    moot_free(sheet->queue);
    moot_free(sheet);
}

/* Before the next rows come, the text of those that were taken is dropped and the row at hand moves to its start. */
static void drop_taken(moot_sheet *sheet)
{
    size_t kept = sheet->text.len - sheet->now.start;
    if (kept && sheet->now.start) {
        memmove(sheet->text.text, sheet->text.text + sheet->now.start, kept);
    }
    sheet->text.len = kept;
    sheet->now.start = 0;
    sheet->queue_count = sheet->queue_at = 0;
}

moot_code moot_sheet_next(moot_sheet *sheet, moot_sheet_row *out_row, int *out_found, moot_err *err)
{
    if (sheet->queue_at == sheet->queue_count) {
        drop_taken(sheet);
    }
    while (sheet->queue_at == sheet->queue_count && !sheet->ended) {
        moot_code code = read_line(sheet, err);
        if (code) {
            return code;
        }
    }
    if (sheet->no_memory || !moot_buf_ok(&sheet->text)) {
        return moot_fail_memory(err);
    }
    *out_found = sheet->queue_at < sheet->queue_count;
    if (*out_found) {
        const queued *q = &sheet->queue[sheet->queue_at++];
        moot_sheet_row row = { moot_buf_text(&sheet->text) + q->start, q->len, q->count, q->line, q->row,
                               q->error ? &sheet->error : NULL };
        *out_row = row;
    }
    return MOOT_OK;
}
