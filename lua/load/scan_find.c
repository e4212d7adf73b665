/* Questions to a scan that was read: which token a line of Lua's means, where a call's arguments begin, which field was
 * given twice. */
#include <stdlib.h>
#include <string.h>

#include "lua/load/scan.h"
#include "vm/base/text.h"

/* ---- tokens ---- */

int moot_token_is(const moot_scan *scan, int32_t token, const char *text)
{
    if (token < 0 || token >= scan->token_count) {
        return 0;
    }
    const moot_token *t = &scan->tokens[token];
    int quotes = t->kind == MOOT_TOKEN_STRING ? 1 : 0;
    if (t->len <= quotes || scan->source[t->start + quotes] != text[0]) {
        return t->len == 2 * quotes && text[0] == '\0'; /* most are told apart by their first letter */
    }
    size_t len = strlen(text);
    return (size_t)t->len == len + 2 * (size_t)quotes && memcmp(scan->source + t->start + quotes, text, len) == 0;
}

char *moot_token_text(const moot_scan *scan, int32_t token, char *buf, size_t size)
{
    const moot_token *t = &scan->tokens[token];
    size_t len = (size_t)t->len < size - 1 ? (size_t)t->len : moot_utf8_cut(scan->source + t->start, size - 1);
    memcpy(buf, scan->source + t->start, len);
    buf[len] = '\0';
    return buf;
}

void moot_token_blame(const moot_scan *scan, int32_t token, moot_err *err)
{
    const moot_token *t = &scan->tokens[token];
    moot_err_at(err, scan->path, t->line, t->col);
    err->width = t->width;
}

/* ---- the text for Lua ---- */

void moot_scan_relined(const moot_scan *scan, moot_buf *out)
{
    for (int32_t i = 0; i < scan->token_count; i++) {
        moot_buf_add(out, scan->source + scan->tokens[i].start, (size_t)scan->tokens[i].len);
        moot_buf_char(out, '\n');
    }
}

int32_t moot_scan_at_line(const moot_scan *scan, int line)
{
    int32_t low = 0, high = scan->token_count - 1; /* the first token that ends on that line or later */
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (scan->tokens[middle].last_line < line) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

int32_t moot_scan_name_before(const moot_scan *scan, int32_t token, const char *name)
{
    for (; token >= 0; token--) {
        if (scan->tokens[token].kind == MOOT_TOKEN_NAME && moot_token_is(scan, token, name)) {
            return token;
        }
    }
    return -1;
}

/* ---- calls ---- */

static int is_sign(const moot_scan *scan, int32_t token, const char *text)
{
    return token >= 0 && token < scan->token_count && scan->tokens[token].kind == MOOT_TOKEN_SIGN &&
           moot_token_is(scan, token, text);
}

/* The token behind what starts at `token`: behind the closing bracket, if it opens one. */
static int32_t behind(const moot_scan *scan, int32_t token)
{
    int32_t match = scan->tokens[token].match;
    return match > token ? match + 1 : token + 1;
}

int32_t moot_scan_call(const moot_scan *scan, int32_t token, int n)
{
    int32_t i = token + 1;
    while (i > 0 && i < scan->token_count - 1) {
        int argument = scan->tokens[i].kind == MOOT_TOKEN_STRING || is_sign(scan, i, "{") || is_sign(scan, i, "(");
        if (argument && --n == 0) {
            return i;
        }
        if (argument || is_sign(scan, i, "[")) {
            i = behind(scan, i);
        } else if (is_sign(scan, i, ".") || is_sign(scan, i, ":")) {
            i += 2;
        } else {
            break;
        }
    }
    return -1;
}

int32_t moot_scan_argument(const moot_scan *scan, int32_t open, int n)
{
    int32_t close = open >= 0 ? scan->tokens[open].match : -1;
    for (int32_t i = open + 1; i < close; i = behind(scan, i)) {
        if (n == 1) {
            return i;
        }
        n -= is_sign(scan, i, ",");
    }
    return -1;
}

int32_t moot_scan_table_at(const moot_scan *scan, int32_t token)
{
    if (token < 0 || scan->tokens[token].table < 0 || scan->tokens[token].match < 0) {
        return -1;
    }
    return scan->tokens[token].table;
}

/* ---- fields given twice ---- */

typedef struct named {
    const moot_scan *scan;
    int32_t token, entry;
} named;

/* Text of a key without quotes. */
static const char *key_text(const named *key, size_t *out_len)
{
    const moot_token *t = &key->scan->tokens[key->token];
    size_t quotes = t->kind == MOOT_TOKEN_STRING ? 1 : 0;
    *out_len = (size_t)t->len - 2 * quotes;
    return key->scan->source + t->start + quotes;
}

static int by_text(const void *left, const void *right)
{
    const named *a = left, *b = right;
    size_t a_len, b_len;
    const char *a_text = key_text(a, &a_len), *b_text = key_text(b, &b_len);
    int order = memcmp(a_text, b_text, a_len < b_len ? a_len : b_len);
    if (order == 0 && a_len != b_len) {
        order = a_len < b_len ? -1 : 1;
    }
    return order ? order : (a->token > b->token) - (a->token < b->token);
}

static int same_text(const named *a, const named *b)
{
    size_t a_len, b_len;
    const char *a_text = key_text(a, &a_len), *b_text = key_text(b, &b_len);
    return a_len == b_len && memcmp(a_text, b_text, a_len) == 0;
}

static void report_doubled(const named *first, const named *second, moot_errs *errs)
{
    const moot_token *place = &first->scan->tokens[first->token];
    size_t len;
    const char *text = key_text(first, &len);
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA, "\"%.*s\" is given twice here, first at line %d, column %d; keep one",
              (int)(len < 80 ? len : moot_utf8_cut(text, 80)), text, (int)place->line, (int)place->col);
    moot_token_blame(second->scan, second->token, &err);
    moot_errs_take(errs, &err);
}

static int doubled_in(moot_scan *scan, const moot_scan_table *table, named *keys, moot_errs *errs)
{
    size_t count = 0;
    for (int32_t i = table->first; i >= 0; i = scan->entries[i].next) {
        if (scan->entries[i].key >= 0) {
            keys[count++] = (named){ .scan = scan, .token = scan->entries[i].key, .entry = i };
        }
    }
    if (count < 2) {
        return 0;
    }
    qsort(keys, count, sizeof *keys, by_text);
    int found = 0;
    for (size_t i = 1; i < count; i++) {
        if (same_text(&keys[i - 1], &keys[i])) {
            report_doubled(&keys[i - 1], &keys[i], errs);
            scan->entries[keys[i - 1].entry].key = -1; /* Lua keeps the last */
            scan->entries[keys[i - 1].entry].dropped = 1;
            scan->dropped_count++;
            found++;
        }
    }
    return found;
}

int moot_scan_doubled(moot_scan *scan, moot_errs *errs)
{
    named *keys = moot_reallocarray(NULL, (size_t)scan->entry_count, sizeof *keys);
    if (!keys) {
        moot_err err;
        moot_err_init(&err);
        moot_fail_memory(&err);
        moot_errs_take(errs, &err);
        return 1;
    }
    int found = 0;
    for (int32_t i = 0; i < scan->table_count; i++) {
        found += doubled_in(scan, &scan->tables[i], keys, errs);
    }
    moot_free(keys);
    return found;
}

int moot_scan_is_dropped(const moot_scan *scan, int32_t token)
{
    for (int32_t i = 0; i < scan->entry_count && scan->dropped_count; i++) {
        const moot_scan_entry *entry = &scan->entries[i];
        if (entry->dropped && token >= entry->value) { /* a later one has its name, so there is a next */
            const moot_scan_entry *next = &scan->entries[entry->next];
            if (token < (next->key >= 0 ? next->key : next->value)) {
                return 1;
            }
        }
    }
    return 0;
}
