/* Only for showing: the compiler has its own reader of these tables, which checks them. */
#include "repl/cli/clause.h"

#include <stdio.h>
#include <string.h>

#include "repl/cli/say.h"

#define TABLE_LIMIT (4 * 1024 * 1024)
#define LONGEST_PATH 4096

typedef struct cell {
    const char *text;
    size_t len;
} cell;

/* The n-th cell of a line; empty past the last. */
static cell cell_at(const char *line, size_t len, int n)
{
    const char *end = line + len;
    for (; n > 0 && line < end; n--) {
        const char *tab = memchr(line, '\t', (size_t)(end - line));
        line = tab ? tab + 1 : end;
    }
    const char *tab = memchr(line, '\t', (size_t)(end - line));
    cell found = { line, (size_t)((tab ? tab : end) - line) };
    return found;
}

static int is(cell c, const char *text)
{
    return c.len == strlen(text) && memcmp(c.text, text, c.len) == 0;
}

static int column_of(const char *heads, size_t len, const char *name)
{
    for (int i = 0; i < 32; i++) {
        if (is(cell_at(heads, len, i), name)) {
            return i;
        }
    }
    return -1;
}

static void tell(const char *heads, size_t heads_len, const char *line, size_t len, moot_buf *out)
{
    static const char *const columns[] = { "actor", "rule", "deadline", "ambiguity" };
    for (size_t i = 0; i < MOOT_COUNT(columns); i++) {
        int column = column_of(heads, heads_len, columns[i]);
        cell c = cell_at(line, len, column < 0 ? 32 : column);
        if (column >= 0 && c.len) {
            moot_buf_printf(out, "  %s: %.*s\n", columns[i], (int)c.len, c.text);
        }
    }
}

static int find(const char *text, const char *clause, moot_buf *out)
{
    size_t heads_len = strcspn(text, "\n");
    int column = column_of(text, heads_len, "clause");
    for (const char *line = text + heads_len; column >= 0 && *line;) {
        line += *line == '\n';
        size_t len = strcspn(line, "\r\n");
        if (is(cell_at(line, len, column), clause)) {
            tell(text, heads_len, line, len, out);
            return 1;
        }
        line += strcspn(line, "\n");
    }
    return 0;
}

static int find_in(const char *script, const char *table, size_t table_len, const char *clause, moot_buf *out)
{
    char path[LONGEST_PATH];
    const char *slash = strrchr(script, '/');
    int folder = slash ? (int)(slash + 1 - script) : 0;
    int len = snprintf(path, sizeof path, "%.*sclauses/%.*s.tsv", folder, script, (int)table_len, table);
    if (len < 0 || (size_t)len >= sizeof path) {
        return 0;
    }
    moot_buf text;
    moot_err err;
    moot_buf_init(&text);
    moot_err_init(&err);
    int found =
        !moot_file_read(path, TABLE_LIMIT, &text, &err) && find(moot_buf_text(&text), clause, out);
    moot_buf_done(&text);
    return found;
}

int moot_clause_text(const char *script, const char *table, const char *clause, moot_buf *out)
{
    const char *blank = strchr(clause, ' ');
    if (table && find_in(script, table, strlen(table), clause, out)) {
        return 1;
    }
    return blank && find_in(script, clause, (size_t)(blank - clause), blank + 1, out);
}

void moot_clause_rule(const char *script, const char *table, const char *clause, moot_buf *out)
{
    static const char label[] = "  rule: ";
    moot_buf said;
    moot_buf_init(&said);
    (void)moot_clause_text(script, table, clause, &said);
    for (const char *line = moot_buf_text(&said); *line; line += strcspn(line, "\n"), line += *line == '\n') {
        if (strncmp(line, label, strlen(label)) == 0) {
            moot_buf_add(out, line + strlen(label), strcspn(line, "\n") - strlen(label));
            break;
        }
    }
    out->failed |= !moot_buf_ok(&said);
    moot_buf_done(&said);
}
