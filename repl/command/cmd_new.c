/* moot new: writes the beginning of a script (lua/reference/skeleton.h). Where it stands follows from where its table of clauses
 * lies, for a script finds its table in the folder `clauses` beside it. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lua/load/load.h"
#include "lua/reference/skeleton.h"
#include "repl/cli/cmd.h"

#define TABLE_LIMIT ((size_t)4 * 1024 * 1024)

/* "protocols/clauses/luton.tsv" has the folder "protocols/" and the table "luton"; any other path has neither. */
typedef struct origin {
    const char *path;
    size_t folder; /* length of the folder that holds `clauses` */
    int beside;    /* the table lies in a folder called clauses */
    char table[128];
} origin;

static int ends_with(const char *text, size_t len, const char *end)
{
    size_t end_len = strlen(end);
    return len >= end_len && memcmp(text + len - end_len, end, end_len) == 0;
}

static origin origin_of(const char *path)
{
    origin from = { path, 0, 0, "" };
    const char *slash = strrchr(path, '/');
    size_t len = slash ? (size_t)(slash + 1 - path) : 0;
    from.beside = ends_with(path, len, "clauses/") && (len == 8 || path[len - 9] == '/');
    if (from.beside) {
        const char *name = path + len;
        from.folder = len - 8;
        snprintf(from.table, sizeof from.table, "%.*s", (int)(strlen(name) - 4), name);
    }
    return from;
}

/* ---- writing ---- */

static moot_code write_new(const char *path, const moot_buf *text, moot_err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0 && errno == EEXIST) {
        return moot_fail(err, MOOT_EDATA, "%s is there already; moot new writes over nothing", path);
    }
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
    int good = file && fwrite(moot_buf_text(text), 1, text->len, file) == text->len;
    good = file && fclose(file) == 0 && good;
    return good ? MOOT_OK : moot_fail(err, MOOT_ESYSTEM, "%s cannot be written: %s", path, strerror(errno));
}

static moot_code from_table(const char *name, const origin *from, moot_buf *out, moot_err *err)
{
    moot_buf table;
    const char *slash = strrchr(from->path, '/');
    moot_buf_init(&table);
    if (!moot_file_read(from->path, TABLE_LIMIT, &table, err)) {
        moot_code code = moot_skeleton_clauses(name, from->beside ? from->table : NULL, moot_buf_text(&table), table.len,
                                               slash ? slash + 1 : from->path, out, err);
        (void)code; /* it is in err */
    }
    moot_err_at(err, from->path, 0, 0);
    moot_buf_done(&table);
    return err->code;
}

static int is_script(const char *path)
{
    size_t len = strlen(path);
    return ends_with(path, len, ".lua") || ends_with(path, len, ".md");
}

/* A script that extends the one at `path`, beside it. What is wrong with that one is told as moot check tells it. */
static moot_code from_script(moot_app *app, const char *name, const char *path, moot_buf *out_path, moot_buf *out,
                             moot_err *err)
{
    const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path;
    size_t base_len = (size_t)(strrchr(file, '.') - file);
    char base[128];
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    snprintf(base, sizeof base, "%.*s", (int)base_len, file);
    moot_buf_printf(out_path, "%.*s%s.lua", (int)(file - path), path, name);
    moot_code code = moot_script_load(path, NULL, &script, &errs);
    if (code) {
        moot_say_findings(&app->say, &errs, path, 0);
        moot_fail(err, code, "%s was not read, so nothing can extend it", path);
    } else {
        moot_skeleton_extends(name, base, script, out);
        code = moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
    }
    moot_script_free(script);
    moot_errs_done(&errs);
    return code;
}

static moot_code make(moot_app *app, const char *name, const char *path, moot_buf *out_path, moot_buf *out, moot_err *err)
{
    origin from = path ? origin_of(path) : (origin){ NULL, 0, 0, "" };
    if (path && is_script(path)) {
        return from_script(app, name, path, out_path, out, err);
    }
    if (path && !ends_with(path, strlen(path), ".tsv")) {
        return moot_fail(err, MOOT_EUSAGE, "--from takes a table of clauses, NAME.tsv, or a protocol; it was given \"%s\"",
                         path);
    }
    moot_buf_printf(out_path, "%.*s%s.lua", (int)from.folder, path ? path : "", name);
    if (path) {
        return from_table(name, &from, out, err);
    }
    moot_skeleton_empty(name, out);
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

void moot_cmd_new(moot_app *app)
{
    const char *name = moot_cli_text(&app->cli, "name"), *from = moot_cli_text(&app->cli, "from");
    moot_buf path, text;
    moot_err err;
    moot_buf_init(&path);
    moot_buf_init(&text);
    moot_err_init(&err);
    if (!moot_skeleton_name_ok(name)) {
        moot_fail(&err, MOOT_EUSAGE, "NAME is a council and a year in small letters, such as luton-2019; it was given \"%.80s\"",
                  name);
    } else if (!from || moot_cmd_exists(app, from)) {
        if (!make(app, name, from, &path, &text, &err) && !write_new(moot_buf_text(&path), &text, &err)) {
            printf("%s\n", moot_buf_text(&path));
            moot_say_note(&app->say, "It loads at once: moot check %s", moot_buf_text(&path));
        }
    }
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_buf_done(&path);
    moot_buf_done(&text);
}
