/* lines: physical lines of a file or of stdin, one at a time, with memory that one endless line cannot exhaust.
 *
 * A line ends with LF; a CR before it is kept (CSV wants it), and so is the LF. A UTF-8 byte order mark at the start of the
 * file is dropped. Of a line longer than MOOT_LINE_MOST bytes the beginning is given and `too_long` is set. */
#ifndef MOOT_LINES_H
#define MOOT_LINES_H

#include <stdio.h>

#include "vm/base/err.h"

#define MOOT_LINE_MOST ((size_t)16 * 1024 * 1024)

typedef struct moot_lines {
    FILE *file;         /* owned unless it is stdin */
    char *path;         /* owned; as people know it: "stdin" for "-" */
    char *block;        /* owned */
    size_t block_at, block_end;
    moot_buf line;
    int32_t number;     /* of the line last given, from 1 */
    int too_long;
    int at_end;
} moot_lines;

/* "-" is stdin. Errors: MOOT_EDATA when there is no such file, when it is a folder or UTF-16; MOOT_ESYSTEM, MOOT_ENOMEM. */
moot_code moot_lines_open(moot_lines *lines, const char *path, moot_err *err) MOOT_MUST_CHECK;
void moot_lines_close(moot_lines *lines); /* also of a zeroed or half-opened one */
/* *out_text is NULL at the end of the file; borrowed until the next call. Errors: MOOT_ESYSTEM, MOOT_ENOMEM. */
moot_code moot_lines_next(moot_lines *lines, const char **out_text, size_t *out_len, moot_err *err) MOOT_MUST_CHECK;

#endif
