/* A text buffer that grows by half. Once an append has failed every later one is dropped too, so
 * that a text is either whole or known to be broken. */
#include "vm/base/buf.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void moot_buf_init(moot_buf *buf)
{
    memset(buf, 0, sizeof *buf);
}

void moot_buf_done(moot_buf *buf)
{
    if (!buf) {
        return;
    }
    moot_free(buf->text);
    moot_buf_init(buf);
}

void moot_buf_clear(moot_buf *buf)
{
    buf->len = 0;
    buf->failed = 0;
    if (buf->text) {
        buf->text[0] = '\0';
    }
}

/* Room for `len` more bytes and the NUL. */
static int make_room(moot_buf *buf, size_t len)
{
    if (buf->failed) {
        return 0;
    }
    if (len >= SIZE_MAX - buf->len ||
        !moot_grow((void **)&buf->text, &buf->cap, buf->len + len + 1, 1)) {
        buf->failed = 1;
        return 0;
    }
    return 1;
}

void moot_buf_add(moot_buf *buf, const char *text, size_t len)
{
    if (!make_room(buf, len)) {
        return;
    }
    if (len) {
        memcpy(buf->text + buf->len, text, len);
    }
    buf->len += len;
    buf->text[buf->len] = '\0';
}

void moot_buf_str(moot_buf *buf, const char *text)
{
    moot_buf_add(buf, text, strlen(text));
}

void moot_buf_char(moot_buf *buf, char c)
{
    moot_buf_add(buf, &c, 1);
}

void moot_buf_int(moot_buf *buf, int64_t value)
{
    char digits[24];
    char *p = digits + sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do {
        *--p = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (value < 0) {
        *--p = '-';
    }
    moot_buf_add(buf, p, (size_t)(digits + sizeof digits - p));
}

void moot_buf_printf(moot_buf *buf, const char *fmt, ...)
{
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    if (len < 0) {
        buf->failed = 1;
    } else if (make_room(buf, (size_t)len)) {
        vsnprintf(buf->text + buf->len, (size_t)len + 1, fmt, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}

static void add_escape(moot_buf *buf, unsigned char c)
{
    static const char names[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    const char *known = strchr(names, c);
    if (c && known) {
        char pair[2] = { '\\', letters[known - names] };
        moot_buf_add(buf, pair, 2);
    } else {
        moot_buf_printf(buf, "\\u%04x", c);
    }
}

void moot_buf_json(moot_buf *buf, const char *text)
{
    moot_buf_char(buf, '"');
    const char *start = text;
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < 0x20 || c == '"' || c == '\\' || c == 0x7f) {
            moot_buf_add(buf, start, (size_t)(text - start));
            add_escape(buf, c);
            start = text + 1;
        }
    }
    moot_buf_add(buf, start, (size_t)(text - start));
    moot_buf_char(buf, '"');
}

const char *moot_buf_text(const moot_buf *buf)
{
    return buf->text ? buf->text : "";
}
