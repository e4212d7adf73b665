/* Reads blocks and cuts them at LF. getline would take a line of any length into memory. */
#include "vm/base/lines.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define BLOCK ((size_t)64 * 1024)

static moot_code refuse_open(const char *path, moot_err *err)
{
    if (errno == ENOENT || errno == ENOTDIR) {
        return moot_fail(err, MOOT_EDATA, "there is no file \"%s\"", path);
    }
    return moot_fail(err, MOOT_ESYSTEM, "\"%s\" cannot be read: %s", path, strerror(errno));
}

static moot_code open_file(moot_lines *lines, const char *path, moot_err *err)
{
    struct stat about;
    if (strcmp(path, "-") == 0) {
        lines->file = stdin;
        return MOOT_OK;
    }
    lines->file = fopen(path, "rb");
    if (!lines->file) {
        return refuse_open(path, err);
    }
    if (fstat(fileno(lines->file), &about) == 0 && S_ISDIR(about.st_mode)) {
        return moot_fail(err, MOOT_EDATA, "\"%s\" is a folder, not a file", path);
    }
    return MOOT_OK;
}

static moot_code fill_block(moot_lines *lines, moot_err *err)
{
    lines->block_at = 0;
    lines->block_end = fread(lines->block, 1, BLOCK, lines->file);
    if (lines->block_end == 0) {
        lines->at_end = 1;
        if (ferror(lines->file) && errno == EINTR) {
            return moot_fail(err, MOOT_EINTR, "stopped while \"%s\" was read", lines->path);
        }
        if (ferror(lines->file)) {
            return moot_fail(err, MOOT_ESYSTEM, "\"%s\" cannot be read to its end: %s", lines->path,
                             strerror(errno));
        }
    }
    return MOOT_OK;
}

/* What programs put before the text to say how it is written. */
static moot_code look_at_start(moot_lines *lines, moot_err *err)
{
    moot_code code = fill_block(lines, err);
    if (code) {
        return code;
    }
    const unsigned char *start = (const unsigned char *)lines->block;
    if (lines->block_end >= 2 && ((start[0] == 0xFF && start[1] == 0xFE) || (start[0] == 0xFE && start[1] == 0xFF))) {
        return moot_fail(err, MOOT_EDATA, "the file is UTF-16, from its first byte on; save it as UTF-8");
    }
    if (lines->block_end >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0) {
        lines->block_at = 3;
    }
    return MOOT_OK;
}

moot_code moot_lines_open(moot_lines *lines, const char *path, moot_err *err)
{
    memset(lines, 0, sizeof *lines);
    moot_buf_init(&lines->line);
    lines->path = moot_strdup(strcmp(path, "-") == 0 ? "stdin" : path);
    lines->block = moot_malloc(BLOCK);
    if (!lines->path || !lines->block) {
        moot_lines_close(lines);
        return moot_fail_memory(err);
    }
    moot_code code = open_file(lines, path, err);
    if (code == MOOT_OK) {
        code = look_at_start(lines, err);
    }
    if (code) {
        if (err) {
            moot_err_at(err, lines->path, 0, 0);
        }
        moot_lines_close(lines);
    }
    return code;
}

void moot_lines_close(moot_lines *lines)
{
    if (lines->file && lines->file != stdin) {
        fclose(lines->file);
    }
    moot_free(lines->path);
    moot_free(lines->block);
    moot_buf_done(&lines->line);
    memset(lines, 0, sizeof *lines);
}

/* Adds what fits under the limit and forgets the rest. */
static void keep(moot_lines *lines, const char *piece, size_t len)
{
    size_t room = MOOT_LINE_MOST - lines->line.len;
    if (len > room) {
        lines->too_long = 1;
        len = room;
    }
    moot_buf_add(&lines->line, piece, len);
}

moot_code moot_lines_next(moot_lines *lines, const char **out_text, size_t *out_len, moot_err *err)
{
    int ended = 0;
    moot_buf_clear(&lines->line);
    lines->too_long = 0;
    while (!ended && !lines->at_end) {
        const char *start = lines->block + lines->block_at;
        size_t left = lines->block_end - lines->block_at;
        const char *newline = left ? memchr(start, '\n', left) : NULL;
        size_t len = newline ? (size_t)(newline - start) + 1 : left;
        ended = newline != NULL;
        if (len) {
            keep(lines, start, len);
            lines->block_at += len;
        }
        moot_code code = ended ? MOOT_OK : fill_block(lines, err);
        if (code) {
            return code;
        }
    }
    if (!moot_buf_ok(&lines->line)) {
        return moot_fail_memory(err);
    }
    *out_text = ended || lines->line.len ? moot_buf_text(&lines->line) : NULL;
    *out_len = lines->line.len;
    lines->number += *out_text != NULL;
    return MOOT_OK;
}
