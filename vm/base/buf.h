/* buf: a growing text buffer, always NUL-terminated. An append that cannot get memory sets
 * `failed` and drops the text, so callers check once at the end (moot_buf_ok). */
#ifndef MOOT_BUF_H
#define MOOT_BUF_H

#include "vm/base/base.h"

typedef struct moot_buf {
    char *text; /* owned; NULL until the first append: read it through moot_buf_text */
    size_t len, cap;
    int failed;
} moot_buf;

void moot_buf_init(moot_buf *buf);
void moot_buf_done(moot_buf *buf);
void moot_buf_clear(moot_buf *buf); /* empties, keeps the memory, forgets a failure */
void moot_buf_add(moot_buf *buf, const char *text, size_t len);
void moot_buf_str(moot_buf *buf, const char *text);
void moot_buf_char(moot_buf *buf, char c);
void moot_buf_int(moot_buf *buf, int64_t value);
void moot_buf_printf(moot_buf *buf, const char *fmt, ...) MOOT_PRINTF(2, 3);
/* A JSON string with quotes: control characters, quote and backslash escaped, UTF-8 as it is. */
void moot_buf_json(moot_buf *buf, const char *text);
const char *moot_buf_text(const moot_buf *buf); /* "" when empty; borrowed until the next change */
static inline int moot_buf_ok(const moot_buf *buf)
{
    return !buf->failed;
}

#endif
