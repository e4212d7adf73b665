/* Errors are filled in place, so that running out of memory can be reported too. */
#include "vm/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "vm/base/text.h"

#define KEPT_ERRORS 100 /* default limit of a moot_errs */
#define WIDEST_LINE 120 /* code points of a source line that are shown */
#define LEAD_IN 60      /* of these before the place, if the line is longer */

static const struct {
    const char *name;
    int status;
    const char *meaning;
} codes[] = {
#define X(name, status, meaning) { #name, status, meaning },
    MOOT_CODES(X)
#undef X
};

void moot_err_init(moot_err *err)
{
    memset(err, 0, sizeof *err);
}

/* ---- setting ---- */

/* A message is one line of text: what it quotes from a file must not break it, nor drive a
 * terminal. */
static void make_one_line(char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '\n' || c == '\t' || c == '\r') {
            *text = ' ';
        } else if (c < 0x20 || c == 0x7f) {
            *text = '?';
        }
    }
}

static void end_with_dots(char *text, size_t size)
{
    size_t len = moot_utf8_cut(text, size - 4);
    memcpy(text + len, "...", 4);
}

moot_code moot_fail_from(moot_err *err, moot_code code, const char *c_file, int c_line,
                         const char *fmt, ...)
{
    if (code == MOOT_OK || (size_t)code >= MOOT_COUNT(codes)) {
        moot_bug(c_file, c_line, "moot_fail was given the code %d", (int)code);
    }
    if (!err) {
        return code;
    }
    if (err->code != MOOT_OK) {
        return err->code;
    }
    va_list args;
    va_start(args, fmt);
    int len = vsnprintf(err->msg, sizeof err->msg, fmt, args);
    va_end(args);
    if (len < 0) {
        err->msg[0] = '\0';
    } else if ((size_t)len >= sizeof err->msg) {
        end_with_dots(err->msg, sizeof err->msg);
    }
    make_one_line(err->msg);
    err->code = code;
    err->c_file = c_file;
    err->c_line = c_line;
    return code;
}

moot_code moot_fail_memory(moot_err *err)
{
    return moot_fail(err, MOOT_ENOMEM,
                     "out of memory; close other programs, or work through fewer cases at once");
}

static void fill(char *field, size_t size, const char *text)
{
    if (field[0] || !text) {
        return;
    }
    size_t len = strlen(text);
    memcpy(field, text, len < size ? len + 1 : size - 1);
    if (len >= size) {
        end_with_dots(field, size);
    }
    make_one_line(field);
}

/* The end of a path says more than its start. */
static void fill_path(char *field, size_t size, const char *path)
{
    size_t len = path ? strlen(path) : 0;
    if (len < size) {
        fill(field, size, path);
    } else if (!field[0]) {
        const char *tail = path + len - (size - 4);
        while (((unsigned char)*tail & 0xC0) == 0x80) {
            tail++;
        }
        snprintf(field, size, "...%s", tail);
        make_one_line(field);
    }
}

moot_code moot_err_at(moot_err *err, const char *file, int line, int col)
{
    fill_path(err->file, sizeof err->file, file);
    if (err->line == 0) {
        err->line = line;
        err->col = col;
    }
    return err->code;
}

moot_code moot_err_in(moot_err *err, const char *decl, const char *clause)
{
    fill(err->decl, sizeof err->decl, decl);
    fill(err->clause, sizeof err->clause, clause);
    return err->code;
}

int moot_code_status(moot_code code)
{
    return (size_t)code < MOOT_COUNT(codes) ? codes[code].status : codes[MOOT_ESYSTEM].status;
}

const char *moot_code_name(moot_code code)
{
    return (size_t)code < MOOT_COUNT(codes) ? codes[code].name : "unknown";
}

/* ---- showing ---- */

static const char *find_line(const char *source, size_t len, int line, size_t *out_len)
{
    const char *end = source + len;
    source += len >= 3 && memcmp(source, "\xef\xbb\xbf", 3) == 0 ? 3 : 0; /* a byte order mark */
    for (; line > 1; line--) {
        const char *newline = memchr(source, '\n', (size_t)(end - source));
        if (!newline) {
            return NULL;
        }
        source = newline + 1;
    }
    const char *newline = memchr(source, '\n', (size_t)(end - source));
    *out_len = (size_t)((newline ? newline : end) - source);
    if (*out_len && source[*out_len - 1] == '\r') {
        --*out_len;
    }
    return source;
}

/* The shown part of the line, and under it blanks (tabs kept) and carets. */
static void show_line(const moot_err *err, const char *text, size_t len, moot_buf *out)
{
    moot_buf carets;
    moot_buf_init(&carets);
    int last = err->col + (err->width > 1 ? err->width : 1) - 1;
    int first = err->col > WIDEST_LINE - 10 ? err->col - LEAD_IN : 1;
    const char *lead = first > 1 ? "  ..." : "  ";
    const char *lead_blank = first > 1 ? "     " : "  ";
    moot_buf_str(out, lead);
    moot_buf_str(&carets, lead_blank);
    int col = 1;
    for (size_t pos = 0; pos < len && col < first + WIDEST_LINE; col++) {
        int32_t c = moot_utf8_next(text, len, &pos);
        if (col < first) {
            continue;
        }
        int shown = c == '\t' || (c >= 0x20 && (c < 0x7f || c >= 0xa0));
        moot_utf8_add(out, shown ? c : '?');
        int cells = shown && c != '\t' ? moot_char_width(c) : 1;
        cells += cells == 0 && col == err->col; /* what cannot be seen is pointed at all the same */
        char mark =
            col >= err->col && col <= last ? '^' : (c == '\t' && col < err->col ? '\t' : ' ');
        for (int i = 0; i < cells && (col <= last); i++) {
            moot_buf_char(&carets, mark);
        }
    }
    if (col <= err->col) {
        moot_buf_char(&carets, '^'); /* the place is behind the end of the line */
    }
    moot_buf_char(out, '\n');
    moot_buf_str(out, moot_buf_text(&carets));
    moot_buf_char(out, '\n');
    out->failed |= carets.failed;
    moot_buf_done(&carets);
}

static void show_context(const moot_err *err, moot_buf *out)
{
    if (!err->decl[0] && !err->clause[0]) {
        return;
    }
    moot_buf_str(out, "  in ");
    moot_buf_str(out, err->decl);
    moot_buf_str(out, err->decl[0] && err->clause[0] ? ", " : "");
    if (err->clause[0]) {
        moot_buf_str(out, "clause ");
        moot_buf_str(out, err->clause);
    }
    moot_buf_char(out, '\n');
}

void moot_err_format(const moot_err *err, const char *source, size_t source_len, moot_buf *out)
{
    if (err->file[0]) {
        moot_buf_str(out, err->file);
    }
    if (err->line > 0) {
        moot_buf_printf(out, err->file[0] ? ":%d" : "line %d", err->line);
        if (err->col > 0) {
            moot_buf_printf(out, err->file[0] ? ":%d" : ", column %d", err->col);
        }
    }
    moot_buf_str(out, err->file[0] || err->line > 0 ? ": " : "");
    moot_buf_str(out, err->msg[0] || err->code >= MOOT_COUNT(codes) ? err->msg
                                                                    : codes[err->code].meaning);
    moot_buf_char(out, '\n');
    size_t len = 0;
    const char *line =
        source && err->line > 0 ? find_line(source, source_len, err->line, &len) : NULL;
    if (line && err->col > 0) {
        show_line(err, line, len, out);
    }
    show_context(err, out);
}

/* ---- lists ---- */

void moot_errs_init(moot_errs *errs, size_t limit)
{
    memset(errs, 0, sizeof *errs);
    errs->limit = limit ? limit : KEPT_ERRORS;
}

void moot_errs_done(moot_errs *errs)
{
    if (!errs) {
        return;
    }
    moot_free(errs->list);
    errs->list = NULL;
    errs->count = errs->cap = 0;
}

void moot_errs_take(moot_errs *errs, moot_err *err)
{
    if (err->code == MOOT_OK) {
        return;
    }
    if (errs->count < errs->limit &&
        moot_grow((void **)&errs->list, &errs->cap, errs->count + 1, sizeof *errs->list)) {
        errs->list[errs->count++] = *err;
    } else {
        errs->dropped++;
    }
    moot_err_init(err);
}

static int stands_before(const moot_err *a, const moot_err *b)
{
    int file = strcmp(a->file, b->file);
    return file < 0 || (file == 0 && (a->line < b->line || (a->line == b->line && a->col < b->col)));
}

void moot_errs_sort(moot_errs *errs, size_t first)
{
    for (size_t i = first + 1; i < errs->count; i++) {
        moot_err one = errs->list[i];
        size_t j = i;
        for (; j > first && stands_before(&one, &errs->list[j - 1]); j--) {
            errs->list[j] = errs->list[j - 1];
        }
        errs->list[j] = one;
    }
}
