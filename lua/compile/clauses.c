#include "lua/compile/clauses.h"

#include <stdio.h>
#include <string.h>

#include "vm/base/hash.h"
#include "vm/base/text.h"

#define LARGEST_TABLE ((size_t)4 * 1024 * 1024)

typedef struct columns {
    int clause, operational; /* -1: not there */
} columns;

/* The n-th field of a line, ended in place. NULL when the line has fewer. */
static const char *field(char *line, int n)
{
    char *end;
    while (n > 0) {
        line = strchr(line, '\t');
        if (line == NULL) {
            return NULL;
        }
        line++;
        n--;
    }
    end = strchr(line, '\t');
    if (end != NULL) {
        *end = '\0';
    }
    return line;
}

/* Which column of the first line bears a name; -1. Leaves the line as it is. */
static int column(const char *line, const char *name)
{
    int n = 0;
    size_t len = strlen(name);
    for (;;) {
        if (strncmp(line, name, len) == 0 && (line[len] == '\t' || line[len] == '\0')) {
            return n;
        }
        line = strchr(line, '\t');
        if (line == NULL) {
            return -1;
        }
        line++;
        n++;
    }
}

/* Ends the line at *at and moves *at behind it; NULL at the end of the text. */
static char *next_line(char **at)
{
    char *line = *at, *end;
    if (*line == '\0') {
        return NULL;
    }
    end = strchr(line, '\n');
    *at = end != NULL ? end + 1 : line + strlen(line);
    if (end != NULL) {
        *end = '\0';
    }
    end = line + strlen(line);
    if (end > line && end[-1] == '\r') {
        end[-1] = '\0';
    }
    return line;
}

static size_t count_lines(const char *text)
{
    size_t n = 1;
    for (; *text != '\0'; text++) {
        n += *text == '\n';
    }
    return n;
}

/* "partly: only the date" stands for "partly". */
static const char *first_word(moot_arena *arena, const char *text)
{
    return moot_arena_strn(arena, text != NULL ? text : "", strcspn(text != NULL ? text : "", " :;,"));
}

static moot_code read_line(moot_clauses *t, char *line, columns cols, moot_names *seen, const char **ids,
                           const char **operational, moot_err *err)
{
    /* The later column first: reading a field ends it in place. */
    char *copy = moot_arena_str(&t->arena, line);
    const char *id = field(line, cols.clause);
    int32_t n = t->view.count;
    if (copy == NULL) {
        return moot_fail_memory(err);
    }
    if (id == NULL || *id == '\0') {
        return moot_fail(err, MOOT_EDATA, "this line of the clause table names no clause in its column `clause`");
    }
    if (moot_names_find(seen, id) >= 0) {
        return moot_fail(err, MOOT_EDATA, "the clause table has clause \"%s\" twice", id);
    }
    ids[n] = moot_arena_str(&t->arena, id);
    operational[n] = first_word(&t->arena, cols.operational >= 0 ? field(copy, cols.operational) : NULL);
    if (ids[n] == NULL || operational[n] == NULL || moot_names_add(seen, id) < 0) {
        return moot_fail_memory(err);
    }
    t->view.count++;
    return MOOT_OK;
}

static moot_code read_lines(moot_clauses *t, char *text, const char *file, moot_names *seen, moot_err *err)
{
    size_t most = count_lines(text);
    const char **ids = moot_arena_array(&t->arena, most, sizeof *ids);
    const char **operational = moot_arena_array(&t->arena, most, sizeof *operational);
    char *line = next_line(&text);
    columns cols = { -1, -1 };
    int number = 1;
    if (ids == NULL || operational == NULL) {
        return moot_fail_memory(err);
    }
    t->view.ids = ids;
    t->view.operational = operational;
    if (line != NULL) {
        cols.clause = column(line, "clause");
        cols.operational = column(line, "operational");
    }
    if (cols.clause < 0) {
        (void)moot_fail(err, MOOT_EDATA, "the first line of a clause table names its columns; none is called `clause`");
        return moot_err_at(err, file, 1, 1);
    }
    while ((line = next_line(&text)) != NULL) {
        number++;
        if (*line != '\0' && read_line(t, line, cols, seen, ids, operational, err) != MOOT_OK) {
            return moot_err_at(err, file, number, 1);
        }
    }
    return MOOT_OK;
}

static moot_code hash_text(moot_clauses *t, const char *text, size_t len, moot_err *err)
{
    moot_sha *sha = moot_sha_new();
    if (sha == NULL) {
        return moot_fail_memory(err);
    }
    moot_sha_add(sha, text, len);
    moot_sha_take(sha, t->sha);
    return MOOT_OK;
}

moot_code moot_clauses_parse(const char *text, size_t len, const char *file, moot_clauses **out_clauses, moot_err *err)
{
    moot_clauses *t;
    moot_names seen;
    char *copy;
    moot_code code = moot_text_check(text, len, "the clause table", err);
    if (code != MOOT_OK) {
        (void)moot_err_at(err, file, 0, 0);
        return code;
    }
    t = moot_calloc(1, sizeof *t);
    if (t == NULL) {
        return moot_fail_memory(err);
    }
    moot_arena_init(&t->arena);
    moot_names_init(&seen);
    copy = moot_arena_strn(&t->arena, text, len);
    code = copy != NULL ? hash_text(t, text, len, err) : moot_fail_memory(err);
    code = code != MOOT_OK ? code : read_lines(t, copy, file, &seen, err);
    moot_names_done(&seen);
    if (code != MOOT_OK) {
        moot_clauses_free(t);
        return code;
    }
    *out_clauses = t;
    return MOOT_OK;
}

/* The whole of a file, ended by NUL. */
static moot_code slurp(FILE *in, const char *path, char **out_text, size_t *out_len, moot_err *err)
{
    char *text = moot_malloc(LARGEST_TABLE + 1);
    size_t len;
    if (text == NULL) {
        return moot_fail_memory(err);
    }
    len = fread(text, 1, LARGEST_TABLE + 1, in);
    if (ferror(in) || len > LARGEST_TABLE) {
        moot_code code = ferror(in) ? MOOT_ESYSTEM : MOOT_ELIMIT;
        moot_free(text);
        return code == MOOT_ESYSTEM ? moot_fail(err, code, "the clause table %s cannot be read", path)
                                    : moot_fail(err, code, "the clause table %s is larger than 4 MB", path);
    }
    *out_text = text;
    *out_len = len;
    return MOOT_OK;
}

moot_code moot_clauses_read(const char *path, moot_clauses **out_clauses, moot_err *err)
{
    char *text = NULL;
    size_t len = 0;
    moot_code code;
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        return moot_fail(err, MOOT_ESYSTEM, "the clause table %s cannot be read, so clause ids are not checked", path);
    }
    code = slurp(in, path, &text, &len, err);
    (void)fclose(in);
    if (code == MOOT_OK) {
        code = moot_clauses_parse(text, len, path, out_clauses, err);
        moot_free(text);
    }
    return code;
}

moot_code moot_clauses_beside(const char *script_path, const char *name, moot_clauses **out_clauses, moot_err *err)
{
    const char *slash = strrchr(script_path, '/');
    moot_buf path;
    moot_code code;
    if (strchr(name, '/') != NULL) {
        return moot_fail(err, MOOT_EDATA, "`clauses` takes the name of a table in the folder clauses, not a path: \"%s\"",
                         name);
    }
    moot_buf_init(&path);
    moot_buf_add(&path, script_path, slash != NULL ? (size_t)(slash - script_path) + 1 : 0);
    moot_buf_printf(&path, "clauses/%s.tsv", name);
    code = moot_buf_ok(&path) ? moot_clauses_read(moot_buf_text(&path), out_clauses, err) : moot_fail_memory(err);
    moot_buf_done(&path);
    return code;
}

void moot_clauses_free(moot_clauses *clauses)
{
    if (clauses != NULL) {
        moot_arena_done(&clauses->arena);
        moot_free(clauses);
    }
}
