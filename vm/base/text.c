/* Unicode by libutf8proc, which decodes strictly and allocates only where told to. */
#include "vm/base/text.h"

#include <string.h>
#include <utf8proc.h>

#define REPLACEMENT 0xFFFD

/* ---- decoding ---- */

/* How many leading bytes are ASCII: eight at a time, since nearly all of a caseload is. */
static size_t ascii_run(const char *bytes, size_t len)
{
    size_t i = 0;
    for (; len - i >= 8; i += 8) {
        uint64_t word;
        memcpy(&word, bytes + i, 8);
        if (word & 0x8080808080808080u) {
            break;
        }
    }
    while (i < len && (unsigned char)bytes[i] < 0x80) {
        i++;
    }
    return i;
}

/* Bytes of the character at `text`, 0 if it is broken. */
static size_t decode(const char *text, size_t len, int32_t *out_code_point)
{
    utf8proc_ssize_t limit = len < 4 ? (utf8proc_ssize_t)len : 4;
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text, limit, out_code_point);
    return used > 0 ? (size_t)used : 0;
}

int moot_utf8_check(const char *bytes, size_t len, size_t *out_bad)
{
    size_t pos = 0;
    for (;;) {
        pos += ascii_run(bytes + pos, len - pos);
        if (pos == len) {
            return 1;
        }
        int32_t ignored;
        size_t used = decode(bytes + pos, len - pos, &ignored);
        if (!used) {
            *out_bad = pos;
            return 0;
        }
        pos += used;
    }
}

int32_t moot_utf8_next(const char *text, size_t len, size_t *pos)
{
    int32_t code_point = REPLACEMENT;
    size_t used = decode(text + *pos, len - *pos, &code_point);
    if (!used) {
        code_point = REPLACEMENT;
        used = 1;
    }
    *pos += used;
    return code_point;
}

void moot_utf8_add(moot_buf *buf, int32_t code_point)
{
    utf8proc_uint8_t bytes[4];
    if (!utf8proc_codepoint_valid(code_point)) {
        code_point = REPLACEMENT;
    }
    utf8proc_ssize_t used = utf8proc_encode_char(code_point, bytes);
    moot_buf_add(buf, (const char *)bytes, (size_t)used);
}

size_t moot_utf8_cut(const char *text, size_t len)
{
    size_t start = len;
    while (start > 0 && len - start < 3 && ((unsigned char)text[start - 1] & 0xC0) == 0x80) {
        start--; /* over continuation bytes to what leads them */
    }
    if (start == 0 || (unsigned char)text[start - 1] < 0xC0) {
        return len; /* ASCII at the end, or broken anyway */
    }
    int32_t ignored;
    return decode(text + start - 1, len - start + 1, &ignored) ? len : start - 1;
}

char *moot_text_clip(const char *text, char *buf, size_t size)
{
    size_t len = strlen(text);
    if (len < size) {
        memcpy(buf, text, len + 1);
        return buf;
    }
    memcpy(buf, text, size - 4);
    memcpy(buf + moot_utf8_cut(buf, size - 4), "...", 4);
    return buf;
}

/* ---- the door ---- */

static moot_code refuse_at(const char *bytes, size_t bad, const char *what, moot_err *err)
{
    int line = 1;
    size_t start = 0;
    for (size_t i = 0; i < bad; i++) {
        if (bytes[i] == '\n') {
            line++;
            start = i + 1;
        }
    }
    if (bytes[bad] == '\0') {
        moot_fail(err, MOOT_EDATA, "%s holds a NUL byte (at byte %zu), which no text may hold",
                  what, bad + 1);
    } else {
        moot_fail(err, MOOT_EDATA,
                  "%s is not UTF-8: byte %zu is 0x%02X; save the file as UTF-8 (it may be "
                  "Windows-1252 or "
                  "UTF-16)",
                  what, bad + 1, (unsigned)(unsigned char)bytes[bad]);
    }
    if (err) {
        moot_err_at(err, NULL, line, (int)moot_text_count(bytes + start, bad - start) + 1);
    }
    return MOOT_EDATA;
}

const char *moot_text_foreign(const char *bytes, size_t len)
{
    static const char document[] =
        "this is a document of a word processor or a spreadsheet, not a script; save it as plain text";
    static const char page[] = "this is a web page, not a script; save it as plain text";
    static const char wide[] = "this is UTF-16, as Windows writes \"Unicode\"; save the file as UTF-8";
    static const struct {
        const char *start;
        size_t len;
        const char *sentence;
    } kinds[] = {
        { "PK\x03\x04", 4, document }, { "\xd0\xcf\x11\xe0", 4, document }, { "{\\rtf", 5, document },
        { "%PDF-", 5, document },      { "\xff\xfe", 2, wide },               { "\xfe\xff", 2, wide },
        { "<!DOCTYPE", 9, page },      { "<!doctype", 9, page },              { "<html", 5, page },
    };
    for (size_t i = 0; i < MOOT_COUNT(kinds); i++) {
        if (len >= kinds[i].len && memcmp(bytes, kinds[i].start, kinds[i].len) == 0) {
            return kinds[i].sentence;
        }
    }
    return NULL;
}

moot_code moot_text_check(const char *bytes, size_t len, const char *what, moot_err *err)
{
    size_t bad = len;
    int good = moot_utf8_check(bytes, len, &bad);
    const char *nul =
        good ? (len ? memchr(bytes, 0, len) : NULL) : (bad ? memchr(bytes, 0, bad) : NULL);
    if (nul) {
        return refuse_at(bytes, (size_t)(nul - bytes), what, err);
    }
    return good ? MOOT_OK : refuse_at(bytes, bad, what, err);
}

/* ---- measuring ---- */

size_t moot_text_count(const char *text, size_t len)
{
    size_t count = 0;
    for (size_t pos = 0; pos < len; count++) {
        if ((unsigned char)text[pos] < 0x80) {
            pos++;
        } else {
            moot_utf8_next(text, len, &pos);
        }
    }
    return count;
}

int moot_char_width(int32_t code_point)
{
    if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) {
        return 0;
    }
    return code_point < 0x300 ? 1 : utf8proc_charwidth(code_point);
}

size_t moot_text_width(const char *text, size_t len)
{
    size_t cells = 0;
    for (size_t pos = 0; pos < len;) {
        cells += (size_t)moot_char_width(moot_utf8_next(text, len, &pos));
    }
    return cells;
}

size_t moot_text_fit(const char *text, size_t len, size_t cells)
{
    size_t used = 0;
    for (size_t pos = 0; pos < len;) {
        size_t start = pos;
        used += (size_t)moot_char_width(moot_utf8_next(text, len, &pos));
        if (used > cells) {
            return start;
        }
    }
    return len;
}

int moot_text_ascii(const char *text, size_t len)
{
    return ascii_run(text, len) == len;
}

/* ---- normal form ---- */

void moot_text_nfc(const char *text, size_t len, moot_buf *out)
{
    if (moot_text_ascii(text, len)) {
        moot_buf_add(out, text, len);
        return;
    }
    const utf8proc_option_t options = (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t need = utf8proc_decompose(bytes, (utf8proc_ssize_t)len, NULL, 0, options);
    /* One more than needed: the encoder writes a NUL behind the text. */
    int32_t *points = need < 0 ? NULL : moot_reallocarray(NULL, (size_t)need + 1, sizeof *points);
    if (!points) {
        out->failed = 1;
        return;
    }
    utf8proc_decompose(bytes, (utf8proc_ssize_t)len, points, need, options);
    utf8proc_ssize_t used = utf8proc_reencode(points, need, options);
    if (used < 0) {
        out->failed = 1;
    } else {
        moot_buf_add(out, (const char *)points, (size_t)used);
    }
    moot_free(points);
}

/* ---- as others read it ---- */

void moot_text_quoted(const char *text, moot_buf *out)
{
    moot_buf_char(out, '"');
    for (; *text; text++) {
        moot_buf_str(out, *text == '"' || *text == '\\' ? "\\" : "");
        moot_buf_char(out, *text == '\n' ? ' ' : *text);
    }
    moot_buf_char(out, '"');
}

void moot_text_csv(const char *text, moot_buf *out)
{
    if (!strpbrk(text, ",\"\r\n")) {
        moot_buf_str(out, text);
        return;
    }
    moot_buf_char(out, '"');
    for (; *text; text++) {
        moot_buf_str(out, *text == '"' ? "\"" : "");
        moot_buf_char(out, *text);
    }
    moot_buf_char(out, '"');
}
