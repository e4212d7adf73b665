/* libcmark says where the fences are; what stands in them is copied line by line to where it stood. */
#include "lua/load/markdown.h"

#include <cmark.h>
#include <string.h>

typedef struct lines {
    const char *text;
    const char **start; /* of each line, and of one behind the last */
    int count;
} lines;

int moot_is_markdown(const char *path)
{
    size_t len = strlen(path);
    return len > 3 && strcmp(path + len - 3, ".md") == 0;
}

/* ---- lines: ended by LF, CR or both, as CommonMark has them ---- */

static const char *next_line(const char *at, const char *end)
{
    while (at < end && *at != '\n' && *at != '\r') {
        at++;
    }
    at += at < end && *at == '\r' && at + 1 < end && at[1] == '\n';
    return at < end ? at + 1 : end;
}

static int find_lines(const char *text, size_t len, lines *out)
{
    const char *end = text + len;
    size_t count = 1;
    for (const char *at = text; at < end; at = next_line(at, end)) {
        count++;
    }
    out->text = text;
    out->start = moot_calloc(count + 1, sizeof *out->start);
    if (!out->start) {
        return 0;
    }
    for (const char *at = text; at < end; at = next_line(at, end)) {
        out->start[out->count++] = at;
    }
    out->start[out->count] = end;
    return 1;
}

/* Without its end; line from 1. */
static size_t line_len(const lines *l, int line)
{
    const char *start = l->start[line - 1], *end = l->start[line];
    while (end > start && (end[-1] == '\n' || end[-1] == '\r')) {
        end--;
    }
    return (size_t)(end - start);
}

/* ---- one fence ---- */

static int is_ours(cmark_node *node)
{
    const char *info = cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK ? cmark_node_get_fence_info(node) : NULL;
    return info && strncmp(info, "moot", 4) == 0 && (info[4] == '\0' || info[4] == ' ' || info[4] == '\t');
}

static size_t run_of(const char *at, size_t len, char mark)
{
    size_t run = 0;
    while (run < len && at[run] == mark) {
        run++;
    }
    return run;
}

/* The marks that open it: the first three or more of a kind in its line. */
static size_t opening(const lines *l, int line, char *out_mark)
{
    const char *at = l->start[line - 1];
    size_t len = line_len(l, line);
    for (size_t i = 0; i < len; i++) {
        size_t run = at[i] == '`' || at[i] == '~' ? run_of(at + i, len - i, at[i]) : 0;
        if (run >= 3) {
            *out_mark = at[i];
            return run;
        }
    }
    return 0;
}

/* Whether a line closes it: as many marks, and nothing else but what a list or a quotation puts before. */
static int closes(const lines *l, int line, char mark, size_t marks)
{
    const char *at = l->start[line - 1];
    size_t len = line_len(l, line), skip = 0;
    while (skip < len && (at[skip] == ' ' || at[skip] == '\t' || at[skip] == '>')) {
        skip++;
    }
    size_t run = run_of(at + skip, len - skip, mark);
    for (size_t i = skip + run; i < len; i++) {
        if (at[i] != ' ' && at[i] != '\t') {
            return 0;
        }
    }
    return run >= marks;
}

/* A line of the code, which is the end of a line of the document: what stands before becomes blanks. */
static char *copy_line(const lines *l, int line, const char *code, size_t len, char *out)
{
    size_t whole = line_len(l, line);
    size_t before = whole >= len && memcmp(l->start[line - 1] + whole - len, code, len) == 0 ? whole - len : 0;
    if (before + len > whole) {
        len = whole; /* a tab was spread out: the code is longer than what was written */
    }
    memset(out, ' ', before);
    memcpy(out + before, code, len);
    return out + before + len;
}

typedef struct writer {
    const lines *l;
    char *out;
    int line; /* the next to be written, from 1 */
} writer;

static void end_line(writer *w)
{
    const char *start = w->l->start[w->line - 1];
    size_t len = line_len(w->l, w->line), whole = (size_t)(w->l->start[w->line] - start);
    memcpy(w->out, start + len, whole - len);
    w->out += whole - len;
    w->line++;
}

static moot_code copy_fence(writer *w, cmark_node *node, moot_err *err)
{
    int first = cmark_node_get_start_line(node), last = cmark_node_get_end_line(node);
    const char *code = cmark_node_get_literal(node);
    char mark = '`';
    size_t marks = opening(w->l, first, &mark);
    if (last <= first || last > w->l->count || !closes(w->l, last, mark, marks)) {
        moot_fail(err, MOOT_EDATA, "this fence is never closed: a line of %.*s is missing", (int)(marks > 8 ? 8 : marks),
                  mark == '`' ? "````````" : "~~~~~~~~");
        err->line = first;
        err->col = 1;
        return err->code;
    }
    while (w->line <= first) {
        end_line(w);
    }
    while (*code && w->line < last) {
        size_t len = strcspn(code, "\r\n");
        w->out = copy_line(w->l, w->line, code, len, w->out);
        end_line(w);
        code += len + (code[len] != '\0');
    }
    return MOOT_OK;
}

/* ---- the document ---- */

static moot_code copy_all(writer *w, cmark_node *document, moot_err *err)
{
    cmark_iter *iter = cmark_iter_new(document);
    cmark_event_type event;
    int found = 0;
    while (err->code == MOOT_OK && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER && is_ours(cmark_iter_get_node(iter))) {
            found = 1;
            (void)copy_fence(w, cmark_iter_get_node(iter), err);
        }
    }
    cmark_iter_free(iter);
    while (err->code == MOOT_OK && w->line <= w->l->count) {
        end_line(w);
    }
    *w->out = '\0';
    if (err->code == MOOT_OK && !found) {
        moot_fail(err, MOOT_EDATA, "this Markdown file declares nothing: a script stands between ```moot and ```");
    }
    return err->code;
}

moot_code moot_markdown_script(const char *text, size_t len, char *out, moot_err *err)
{
    lines l = { NULL, NULL, 0 };
    if (!find_lines(text, len, &l)) {
        return moot_fail_memory(err);
    }
    writer w = { &l, out, 1 };
    cmark_node *document = cmark_parse_document(text, len, CMARK_OPT_DEFAULT);
    if (document) {
        (void)copy_all(&w, document, err);
        cmark_node_free(document);
    } else {
        moot_fail_memory(err);
    }
    moot_free(l.start);
    return err->code;
}
