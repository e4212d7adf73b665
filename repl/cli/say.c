/* A message that cannot be built for lack of memory is still said, shortly. */
#include "repl/cli/say.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/sandbox/embedded.h"
#include "repl/cli/term.h"

#define SCRIPT_LIMIT (1024 * 1024) /* sandbox.md: the longest script that is loaded */

void moot_say_init(moot_say *say)
{
    memset(say, 0, sizeof *say);
}

void moot_say_raise(moot_say *say, int status)
{
    say->status = status > say->status ? status : say->status;
}

static void put(FILE *stream, const moot_buf *buf)
{
    if (moot_buf_ok(buf)) {
        fwrite(moot_buf_text(buf), 1, buf->len, stream);
    } else {
        fputs("out of memory\n", stream);
    }
}

/* ---- JSON ---- */

static void json_field(moot_buf *out, const char *key, const char *text)
{
    moot_buf_printf(out, ",\"%s\":", key);
    if (text[0]) {
        moot_buf_json(out, text);
    } else {
        moot_buf_str(out, "null");
    }
}

static void json_number(moot_buf *out, const char *key, int number)
{
    if (number > 0) {
        moot_buf_printf(out, ",\"%s\":%d", key, number);
    } else {
        moot_buf_printf(out, ",\"%s\":null", key);
    }
}

static void format_json(const moot_err *err, const char *kind, moot_buf *out)
{
    moot_buf_printf(out, "{\"%s\":{\"code\":\"%s\",\"message\":", kind, moot_code_name(err->code));
    moot_buf_json(out, err->msg);
    json_field(out, "file", err->file);
    json_number(out, "line", err->line);
    json_number(out, "col", err->col);
    json_field(out, "declaration", err->decl);
    json_field(out, "clause", err->clause);
    moot_buf_str(out, "}}\n");
}

/* ---- errors and warnings ---- */

/* The sentence stands out; the source line and the rest below it do not. */
static void put_message(const moot_say *say, moot_buf *out)
{
    FILE *stream = say->answers ? stdout : stderr;
    size_t first = strcspn(moot_buf_text(out), "\n");
    if (!say->colour || say->json || !moot_buf_ok(out)) {
        put(stream, out);
        return;
    }
    fprintf(stream, "%s%.*s%s%s", moot_term_bold(1), (int)first, moot_buf_text(out),
            moot_term_plain(1), moot_buf_text(out) + first);
}

static void show(const moot_say *say, const moot_err *err, const char *kind, const char *source,
                 size_t len)
{
    moot_buf out;
    moot_buf_init(&out);
    if (say->json) {
        format_json(err, kind, &out);
    } else {
        moot_err_format(err, source, len, &out);
    }
    fflush(stdout); /* so that talk and data stand in the order in which they were said */
    put_message(say, &out);
    moot_buf_done(&out);
    const char *debug = getenv("MOOT_DEBUG");
    if (debug && debug[0] && err->c_file) {
        fprintf(stderr, "  (%s at %s:%d)\n", moot_code_name(err->code), err->c_file, err->c_line);
    }
}

moot_code moot_say_error_in(moot_say *say, const moot_err *err, const char *source,
                            size_t source_len)
{
    show(say, err, "error", source, source_len);
    moot_say_raise(say, moot_code_status(err->code));
    return err->code;
}

moot_code moot_say_error(moot_say *say, const moot_err *err)
{
    return moot_say_error_in(say, err, NULL, 0);
}

void moot_say_warning_in(moot_say *say, const moot_err *err, const char *source, size_t source_len)
{
    show(say, err, "warning", source, source_len);
}

void moot_say_warning(moot_say *say, const moot_err *err)
{
    moot_say_warning_in(say, err, NULL, 0);
}

void moot_say_note(const moot_say *say, const char *fmt, ...)
{
    if (say->quiet || say->json) {
        return;
    }
    fflush(stdout);
    va_list args;
    va_start(args, fmt);
    vfprintf(stderr, fmt, args);
    va_end(args);
    fputc('\n', stderr);
}

/* ---- a script's findings ---- */

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Text of stdlib/NAME.lua inside the program; NULL for another file. */
static const char *embedded_source(const char *file, size_t *out_len)
{
    if (strncmp(file, "stdlib/", 7) != 0) {
        return NULL;
    }
    for (size_t i = 0; i < moot_stdlib_count; i++) {
        size_t len = strlen(moot_stdlib_files[i].name);
        if (strncmp(file + 7, moot_stdlib_files[i].name, len) == 0 &&
            strcmp(file + 7 + len, ".lua") == 0) {
            *out_len = moot_stdlib_files[i].len;
            return moot_stdlib_files[i].text;
        }
    }
    return NULL;
}

static int is_script(const char *file)
{
    const char *dot = strrchr(file, '.');
    return dot && (strcmp(dot, ".lua") == 0 || strcmp(dot, ".md") == 0);
}

/* Another file that a script consists of, such as what it extends: named as seen from the script's folder, or by its
 * path. The error then names it by its path. */
static const char *other_source(moot_err *err, const char *path, moot_buf *text, size_t *out_len)
{
    char beside[4096];
    moot_err unread;
    int folder = (int)(base_name(path) - path);
    int len = snprintf(beside, sizeof beside, "%.*s%s", folder, path, err->file);
    moot_err_init(&unread);
    if (len > 0 && (size_t)len < sizeof beside && !moot_file_read(beside, SCRIPT_LIMIT, text, &unread)) {
        err->file[0] = '\0';
        moot_err_at(err, beside, err->line, err->col);
    } else {
        moot_err_init(&unread);
        moot_buf_clear(text);
        if (moot_file_read(err->file, SCRIPT_LIMIT, text, &unread)) {
            return NULL;
        }
    }
    *out_len = text->len;
    return moot_buf_text(text);
}

static void say_finding(moot_say *say, const moot_err *found, const char *path,
                        const moot_buf *script, int warning)
{
    moot_err err = *found;
    moot_buf other;
    size_t len = 0;
    const char *source = embedded_source(err.file, &len);
    moot_buf_init(&other);
    if (!source && (!err.file[0] || strcmp(base_name(err.file), base_name(path)) == 0)) {
        source = script->len ? moot_buf_text(script) : NULL;
        len = script->len;
        err.file[0] = '\0';
        moot_err_at(&err, path, err.line, err.col);
    } else if (!source && is_script(err.file)) {
        source = other_source(&err, path, &other, &len);
    }
    if (warning) {
        moot_say_warning_in(say, &err, source, len);
    } else {
        moot_say_error_in(say, &err, source, len);
    }
    moot_buf_done(&other);
}

size_t moot_say_findings(moot_say *say, const moot_errs *errs, const char *path, int warnings)
{
    moot_buf script;
    moot_err unread;
    moot_buf_init(&script);
    moot_err_init(&unread);
    if (moot_file_read(path, SCRIPT_LIMIT, &script, &unread)) {
        moot_buf_clear(&script); /* the finding itself says so; it is shown without its line */
    }
    for (size_t i = 0; i < errs->count; i++) {
        say_finding(say, &errs->list[i], path, &script, warnings);
    }
    if (errs->dropped) {
        moot_say_note(say, "%s: and %zu more like these", path, errs->dropped);
    }
    moot_buf_done(&script);
    return errs->count + errs->dropped;
}

/* ---- output ---- */

void moot_say_out(const char *text, size_t len)
{
    fwrite(text, 1, len, stdout);
}

void moot_say_buf(const moot_buf *buf)
{
    put(stdout, buf);
}

int moot_say_end(moot_say *say)
{
    int failed = ferror(stdout);
    errno = 0;
    int told = say->status >= moot_code_status(MOOT_ESYSTEM);
    if ((fflush(stdout) != 0 || failed) && !told) {
        moot_err err;
        moot_err_init(&err);
        moot_fail(&err, MOOT_ESYSTEM, "the output could not be written: %s",
                  errno ? strerror(errno) : "the disk may be full");
        moot_say_error(say, &err);
    }
    return say->status;
}

static moot_code fail_open(const char *path, moot_err *err)
{
    if (errno == ENOENT || errno == ENOTDIR || errno == EISDIR) {
        moot_fail(err, MOOT_EDATA, "there is no file of this name");
    } else {
        moot_fail(err, MOOT_ESYSTEM, "the file could not be read: %s", strerror(errno));
    }
    return moot_err_at(err, path, 0, 0);
}

moot_code moot_file_read(const char *path, size_t limit, moot_buf *out, moot_err *err)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        return fail_open(path, err);
    }
    char chunk[4096];
    size_t got = 0;
    while (out->len <= limit && (got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        moot_buf_add(out, chunk, got);
    }
    moot_code code = MOOT_OK;
    if (ferror(file)) {
        code = fail_open(path, err);
    } else if (out->len > limit) {
        moot_fail(err, MOOT_ELIMIT, "the file is larger than %zu bytes, the most that is read",
                  limit);
        code = moot_err_at(err, path, 0, 0);
    } else if (!moot_buf_ok(out)) {
        code = moot_fail_memory(err);
    }
    fclose(file);
    return code;
}
