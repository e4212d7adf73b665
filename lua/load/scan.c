/* The tokens are exactly Lua 5.4's (llex.c): what is one token there is one here, also where it is a mistake, such as
 * the number 3.1.2, so that a new line between any two of them changes nothing. */
#include "lua/load/scan.h"

#include <stdio.h>
#include <string.h>

#include "vm/base/text.h"

#define FOREIGN_KINDS 24 /* at least the foreign signs, and two more */
#define FOREIGN_SHOWN 3

typedef struct reader {
    moot_scan *scan;
    moot_errs *errs;
    moot_code code;
    size_t pos;
    int32_t line, col; /* of pos */
    int32_t last_line; /* lines that the tokens so far take up in the text for Lua */
    int32_t broken_line; /* of the last text that was not closed; 0 */
    int foreign[FOREIGN_KINDS]; /* how many of each kind were met */
    size_t foreign_at[FOREIGN_KINDS]; /* the error of the last that is shown */
} reader;

static const char *const keywords[] = {
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if",
    "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
};

/* Longer signs first: the first that fits is the token. */
static const char *const signs[] = {
    "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>", "+", "-", "*", "/", "%", "^", "#",
    "&",   "~",  "|",  "<",  ">",  "=",  "(",  ")",  "{",  "}",  "[", "]", ";", ":", ",", ".",
};

/* What people type in place of Lua's own signs. */
static const struct {
    const char *sign, *hint;
} foreign_signs[] = {
    { "\xe2\x80\x9c", "is a curly quotation mark; write the straight one: \"" },
    { "\xe2\x80\x9d", "is a curly quotation mark; write the straight one: \"" },
    { "\xe2\x80\x98", "is a curly quotation mark; write the straight one: \"" },
    { "\xe2\x80\x99", "is a curly quotation mark; write the straight one: \"" },
    { "\xe2\x80\x9e", "is a curly quotation mark; write the straight one: \"" },
    { "\xe2\x80\x9a", "is a curly quotation mark; write the straight one: \"" },
    { "\xc2\xab", "is not a quotation mark here; write the straight one: \"" },
    { "\xc2\xbb", "is not a quotation mark here; write the straight one: \"" },
    { "\xe2\x80\x93", "is a long dash; write -" },
    { "\xe2\x80\x94", "is a long dash; write -" },
    { "\xe2\x88\x92", "is a long dash; write -" },
    { "\xe2\x80\xa6", "stands for what is left out; write it" },
    { "\xc2\xa3", "has no meaning here; write money(3000)" },
    { "!", "has no meaning here; in a condition, \"is not\" is written none { in_need = true }" },
};

/* ---- characters ---- */

static int is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int is_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static int is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* The source ends with a NUL, which no rule takes, so one character may always be read. */
static char at(const reader *r, size_t offset)
{
    size_t pos = r->pos + offset;
    return pos < r->scan->source_len ? r->scan->source[pos] : '\0';
}

static int at_end(const reader *r)
{
    return r->pos >= r->scan->source_len;
}

/* Lua takes "\r\n" and "\n\r" for one end of a line. */
static size_t newline_at(const char *text, size_t len)
{
    if (len == 0 || (text[0] != '\n' && text[0] != '\r')) {
        return 0;
    }
    return len > 1 && (text[1] == '\n' || text[1] == '\r') && text[1] != text[0] ? 2 : 1;
}

static void step(reader *r)
{
    size_t newline = newline_at(r->scan->source + r->pos, r->scan->source_len - r->pos);
    if (newline) {
        r->pos += newline;
        r->line++;
        r->col = 1;
        return;
    }
    r->col += ((unsigned char)at(r, 0) & 0xC0) != 0x80; /* bytes within a character do not count */
    r->pos++;
}

static void steps(reader *r, size_t count)
{
    for (size_t end = r->pos + count; r->pos < end && !at_end(r);) {
        step(r);
    }
}

/* ---- reporting ---- */

static void report(reader *r, int32_t line, int32_t col, int width, moot_err *err)
{
    moot_err_at(err, r->scan->path, line, col);
    err->width = width;
    r->code = err->code;
    moot_errs_take(r->errs, err);
}

static void refuse_memory(reader *r)
{
    moot_err err;
    moot_err_init(&err);
    moot_fail_memory(&err);
    r->code = err.code;
    moot_errs_take(r->errs, &err);
}

static void refuse_unclosed(reader *r, int32_t line, int32_t col, const char *what, const char *close, int or_earlier)
{
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA, "this %s is not closed: %s is missing%s", what, close,
              or_earlier ? ", here or earlier on this line" : "");
    report(r, line, col, 1, &err);
}

/* ---- one token ---- */

/* Level of a long bracket that opens here: [[ is 0, [=[ is 1; -1 if there is none. */
static int long_level(const reader *r)
{
    int level = 0;
    while (at(r, (size_t)level + 1) == '=') {
        level++;
    }
    return at(r, 0) == '[' && at(r, (size_t)level + 1) == '[' ? level : -1;
}

static int long_closes(const reader *r, int level)
{
    int equals = 0;
    while (at(r, (size_t)equals + 1) == '=') {
        equals++;
    }
    return at(r, 0) == ']' && equals == level && at(r, (size_t)level + 1) == ']';
}

static void skip_long(reader *r, int level, const char *what)
{
    int32_t line = r->line, col = r->col;
    steps(r, (size_t)level + 2);
    while (!at_end(r) && !long_closes(r, level)) {
        step(r);
    }
    if (at_end(r)) {
        refuse_unclosed(r, line, col, what, "]]", 0);
    }
    steps(r, (size_t)level + 2);
}

static void skip_comment(reader *r)
{
    steps(r, 2);
    int level = long_level(r);
    if (level >= 0) {
        skip_long(r, level, "comment");
        return;
    }
    while (!at_end(r) && at(r, 0) != '\n' && at(r, 0) != '\r') {
        step(r);
    }
}

static void skip_blanks(reader *r)
{
    for (;;) {
        if (!at_end(r) && is_space(at(r, 0))) {
            step(r);
        } else if (at(r, 0) == '-' && at(r, 1) == '-') {
            skip_comment(r);
        } else {
            return;
        }
    }
}

/* Behind a backslash: `\z` takes all blanks with it, any other takes the next character, also a line's end. */
static void skip_escape(reader *r)
{
    step(r);
    int blanks = at(r, 0) == 'z';
    if (!at_end(r)) {
        step(r);
    }
    while (blanks && !at_end(r) && is_space(at(r, 0))) {
        step(r);
    }
}

/* Whether a text stands on this line already: then its quotes may be the ones that are one too few. */
static int text_before(const reader *r, int32_t line)
{
    const moot_scan *scan = r->scan;
    for (int32_t i = scan->token_count - 1; i >= 0 && scan->tokens[i].line == line; i--) {
        if (scan->tokens[i].kind == MOOT_TOKEN_STRING) {
            return 1;
        }
    }
    return 0;
}

static void read_string(reader *r)
{
    char quote = at(r, 0);
    char close[2] = { quote, '\0' };
    int32_t line = r->line, col = r->col;
    for (step(r); !at_end(r) && at(r, 0) != quote && at(r, 0) != '\n' && at(r, 0) != '\r';) {
        if (at(r, 0) == '\\') {
            skip_escape(r);
        } else {
            step(r);
        }
    }
    if (at(r, 0) != quote) {
        if (!r->broken_line || line > r->broken_line + 1) { /* the other end of a text over two lines is no mistake more */
            refuse_unclosed(r, line, col, "text", close, text_before(r, line));
        }
        r->broken_line = line;
        return;
    }
    step(r);
}

/* Takes what llex.c's read_numeral takes, well formed or not. */
static void read_number(reader *r)
{
    int hex = at(r, 0) == '0' && (at(r, 1) == 'x' || at(r, 1) == 'X');
    steps(r, hex ? 2 : 1);
    for (;;) {
        char c = at(r, 0);
        if (hex ? c == 'p' || c == 'P' : c == 'e' || c == 'E') {
            step(r);
            steps(r, at(r, 0) == '+' || at(r, 0) == '-');
        } else if (is_hex(c) || c == '.') {
            step(r);
        } else {
            break;
        }
    }
    if (is_letter(at(r, 0))) {
        step(r);
    }
}

static moot_token_kind read_name(reader *r)
{
    size_t start = r->pos;
    while (is_letter(at(r, 0)) || is_digit(at(r, 0))) {
        step(r);
    }
    size_t len = r->pos - start;
    for (size_t i = 0; i < MOOT_COUNT(keywords); i++) {
        if (keywords[i][0] == r->scan->source[start] && strlen(keywords[i]) == len && memcmp(keywords[i], r->scan->source + start, len) == 0) {
            return MOOT_TOKEN_KEYWORD;
        }
    }
    return MOOT_TOKEN_NAME;
}

/* Blanks of other kinds, and what has no width at all. */
static int is_hidden(int32_t c)
{
    return c == 0xa0 || c == 0xad || (c >= 0x2000 && c <= 0x200f) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
           c == 0x205f || c == 0x2060 || c == 0x3000 || c == 0xfeff;
}

/* A kind of character that stands all over a pasted script is shown three times and then only counted. */
static void report_foreign(reader *r, int kind, int32_t line, int32_t col, moot_err *err)
{
    int seen = ++r->foreign[kind];
    if (seen == FOREIGN_SHOWN) {
        r->foreign_at[kind] = r->errs->count;
    }
    if (seen <= FOREIGN_SHOWN) {
        report(r, line, col, 1, err);
    }
}

/* Adds to the third of its kind how many more there are. */
static void count_foreign(reader *r)
{
    for (size_t i = 0; i < FOREIGN_KINDS; i++) {
        int more = r->foreign[i] - FOREIGN_SHOWN;
        if (more > 0 && r->foreign_at[i] < r->errs->count) {
            char *msg = r->errs->list[r->foreign_at[i]].msg;
            size_t len = strlen(msg), size = sizeof r->errs->list[0].msg;
            snprintf(msg + len, size - len, " (and %d more like it)", more);
        }
    }
}

/* Signs with the same advice are one kind: “ and ” are one mistake. */
static int foreign_kind(size_t sign)
{
    for (size_t i = 0; i < sign; i++) {
        if (strcmp(foreign_signs[i].hint, foreign_signs[sign].hint) == 0) {
            return (int)i;
        }
    }
    return (int)sign;
}

static void refuse_character(reader *r)
{
    int32_t line = r->line, col = r->col;
    int kind = FOREIGN_KINDS - 1;
    const char *text = r->scan->source + r->pos;
    size_t end = r->pos;
    int32_t c = moot_utf8_next(r->scan->source, r->scan->source_len, &end);
    int len = (int)(end - r->pos);
    moot_err err;
    moot_err_init(&err);
    if (is_hidden(c)) {
        kind = FOREIGN_KINDS - 2;
        moot_fail(&err, MOOT_EDATA, "this looks like a blank, but is another character; write a plain blank");
    }
    for (size_t i = 0; i < MOOT_COUNT(foreign_signs); i++) {
        if (strncmp(text, foreign_signs[i].sign, strlen(foreign_signs[i].sign)) == 0) {
            kind = foreign_kind(i);
            r->broken_line = strstr(foreign_signs[i].hint, "quotation mark") ? line : r->broken_line;
            moot_fail(&err, MOOT_EDATA, "%.*s %s", len, text, foreign_signs[i].hint);
        }
    }
    moot_fail(&err, MOOT_EDATA, "%.*s has no meaning here; text stands in \"quotes\"", len, text);
    steps(r, (size_t)len);
    report_foreign(r, kind, line, col, &err);
}

static moot_token_kind read_sign(reader *r)
{
    for (size_t i = 0; i < MOOT_COUNT(signs); i++) {
        if (signs[i][0] != at(r, 0)) {
            continue;
        }
        size_t len = strlen(signs[i]);
        if (r->pos + len <= r->scan->source_len && memcmp(r->scan->source + r->pos, signs[i], len) == 0) {
            steps(r, len);
            return MOOT_TOKEN_SIGN;
        }
    }
    refuse_character(r);
    return MOOT_TOKEN_SIGN;
}

static moot_token_kind read_token(reader *r)
{
    char c = at(r, 0);
    if (at_end(r)) {
        return MOOT_TOKEN_END;
    }
    if (is_letter(c)) {
        return read_name(r);
    }
    if (is_digit(c) || (c == '.' && is_digit(at(r, 1)))) {
        read_number(r);
        return MOOT_TOKEN_NUMBER;
    }
    if (c == '"' || c == '\'') {
        read_string(r);
        return MOOT_TOKEN_STRING;
    }
    int level = long_level(r);
    if (level >= 0) {
        skip_long(r, level, "text");
        return MOOT_TOKEN_STRING;
    }
    return read_sign(r);
}

/* ---- all tokens ---- */

static int32_t newlines_in(const char *text, size_t len)
{
    int32_t count = 0;
    for (size_t i = 0; i < len;) {
        size_t newline = newline_at(text + i, len - i);
        count += newline > 0;
        i += newline ? newline : 1;
    }
    return count;
}

static void add_token(reader *r, moot_token token)
{
    moot_scan *scan = r->scan;
    const char *text = scan->source + token.start;
    token.len = (int32_t)r->pos - token.start;
    size_t shown = (size_t)token.len; /* bytes up to the end of its first line */
    r->last_line++;
    if (token.kind == MOOT_TOKEN_STRING) {
        for (shown = 0; shown < (size_t)token.len && !newline_at(text + shown, 1);) {
            shown++;
        }
        r->last_line += newlines_in(text + shown, (size_t)token.len - shown);
    }
    token.width = (int32_t)moot_text_count(text, shown);
    token.last_line = r->last_line;
    token.match = token.table = -1;
    if (!moot_grow((void **)&scan->tokens, &scan->token_cap, (size_t)scan->token_count + 1, sizeof token)) {
        refuse_memory(r);
        return;
    }
    scan->tokens[scan->token_count++] = token;
}

static void refuse_size(reader *r, const moot_token *token)
{
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, MOOT_ELIMIT, "the script has more than %d words and signs; divide it", MOOT_SCAN_TOKENS);
    report(r, token->line, token->col, 1, &err);
}

static void read_all(reader *r)
{
    int ended = 0;
    while (!ended && r->code != MOOT_ENOMEM && r->code != MOOT_ELIMIT) {
        skip_blanks(r);
        moot_token token = { .start = (int32_t)r->pos, .line = r->line, .col = r->col };
        token.kind = (uint8_t)read_token(r);
        ended = token.kind == MOOT_TOKEN_END;
        if (r->scan->token_count >= MOOT_SCAN_TOKENS && !ended) {
            refuse_size(r, &token);
        } else {
            add_token(r, token);
        }
    }
}

/* ---- brackets and tables ---- */

typedef struct frame {
    int32_t token;
    int32_t table; /* of a "{"; -1 */
    int expecting; /* an entry may begin at the next token */
} frame;

typedef struct matcher {
    reader *reader;
    moot_scan *scan;
    frame stack[MOOT_SCAN_DEPTH];
    int depth;
} matcher;

static int one_of(const moot_scan *scan, int32_t token, const char *const *texts)
{
    for (; *texts; texts++) {
        if (moot_token_is(scan, token, *texts)) {
            return 1;
        }
    }
    return 0;
}

static int opens(const moot_scan *scan, int32_t i)
{
    static const char *const brackets[] = { "{", "(", "[", NULL };
    static const char *const blocks[] = { "function", "if", "do", "repeat", NULL };
    uint8_t kind = scan->tokens[i].kind;
    return (kind == MOOT_TOKEN_SIGN && one_of(scan, i, brackets)) ||
           (kind == MOOT_TOKEN_KEYWORD && one_of(scan, i, blocks));
}

static int closes(const moot_scan *scan, int32_t open, int32_t i)
{
    static const char *const pairs[][2] = { { "{", "}" }, { "(", ")" }, { "[", "]" }, { "repeat", "until" } };
    for (size_t p = 0; p < MOOT_COUNT(pairs); p++) {
        if (moot_token_is(scan, open, pairs[p][0])) {
            return moot_token_is(scan, i, pairs[p][1]);
        }
    }
    return moot_token_is(scan, i, "end");
}

static int32_t add_table(matcher *m, int32_t open)
{
    moot_scan *scan = m->scan;
    if (!moot_grow((void **)&scan->tables, &scan->table_cap, (size_t)scan->table_count + 1, sizeof *scan->tables)) {
        refuse_memory(m->reader);
        return -1;
    }
    scan->tables[scan->table_count] = (moot_scan_table){ .open = open, .first = -1, .last = -1 };
    scan->tokens[open].table = scan->table_count;
    return scan->table_count++;
}

static void push(matcher *m, int32_t i)
{
    if (m->depth == MOOT_SCAN_DEPTH) {
        moot_err err;
        moot_err_init(&err);
        moot_fail(&err, MOOT_ELIMIT, "brackets and blocks stand more than %d deep inside one another",
                  MOOT_SCAN_DEPTH);
        moot_token_blame(m->scan, i, &err);
        m->reader->code = err.code;
        moot_errs_take(m->reader->errs, &err);
        return;
    }
    int is_table = moot_token_is(m->scan, i, "{");
    int32_t table = is_table ? add_table(m, i) : -1;
    m->stack[m->depth++] = (frame){ .token = i, .table = table, .expecting = table >= 0 };
}

/* A key in square brackets: its place is known if it is a plain text. */
static void read_worked_out_key(const moot_scan *scan, int32_t i, moot_scan_entry *entry)
{
    int plain = i + 2 < scan->token_count && moot_token_is(scan, i + 2, "]") &&
                scan->tokens[i + 1].kind == MOOT_TOKEN_STRING;
    entry->key = plain ? i + 1 : -1;
    entry->positional = 0;
    entry->value = plain ? i + 4 : i;
}

static void add_entry(matcher *m, int32_t table, int32_t i)
{
    moot_scan *scan = m->scan;
    moot_scan_entry entry = { .key = -1, .value = i, .next = -1, .positional = 1 };
    if (scan->tokens[i].kind == MOOT_TOKEN_NAME && moot_token_is(scan, i + 1, "=")) {
        entry.key = i;
        entry.value = i + 2;
        entry.positional = 0;
    } else if (moot_token_is(scan, i, "[")) {
        read_worked_out_key(scan, i, &entry);
    }
    if (!moot_grow((void **)&scan->entries, &scan->entry_cap, (size_t)scan->entry_count + 1, sizeof entry)) {
        refuse_memory(m->reader);
        return;
    }
    scan->entries[scan->entry_count] = entry;
    moot_scan_table *t = &scan->tables[table];
    if (t->last >= 0) {
        scan->entries[t->last].next = scan->entry_count;
    } else {
        t->first = scan->entry_count;
    }
    t->last = scan->entry_count++;
    t->positional += entry.positional;
}

static void match_token(matcher *m, int32_t i)
{
    moot_scan *scan = m->scan;
    frame *top = m->depth ? &m->stack[m->depth - 1] : NULL;
    if (top && scan->tokens[i].kind != MOOT_TOKEN_STRING && closes(scan, top->token, i)) {
        scan->tokens[top->token].match = i;
        scan->tokens[i].match = top->token;
        m->depth--;
        return;
    }
    if (top && top->table >= 0) {
        if (moot_token_is(scan, i, ",") || moot_token_is(scan, i, ";")) {
            top->expecting = scan->tokens[i].kind == MOOT_TOKEN_SIGN || top->expecting;
        } else if (top->expecting) {
            top->expecting = 0;
            add_entry(m, top->table, i);
        }
    }
    if (opens(scan, i)) {
        push(m, i);
    }
}

static void match_all(reader *r)
{
    matcher m = { .reader = r, .scan = r->scan };
    for (int32_t i = 0; i < r->scan->token_count - 1 && r->code == MOOT_OK; i++) {
        match_token(&m, i);
    }
}

/* ---- public ---- */

void moot_scan_init(moot_scan *scan, const char *source, size_t len, const char *path)
{
    memset(scan, 0, sizeof *scan);
    scan->source = source;
    scan->source_len = len;
    scan->path = path;
}

void moot_scan_done(moot_scan *scan)
{
    moot_free(scan->tokens);
    moot_free(scan->entries);
    moot_free(scan->tables);
    memset(scan, 0, sizeof *scan);
}

moot_code moot_scan_read(moot_scan *scan, moot_errs *errs)
{
    reader r = { .scan = scan, .errs = errs, .line = 1, .col = 1 };
    if (scan->source_len >= 3 && memcmp(scan->source, "\xef\xbb\xbf", 3) == 0) {
        r.pos = 3; /* the mark that some editors put before UTF-8 */
    }
    read_all(&r);
    count_foreign(&r);
    if (r.code == MOOT_OK) {
        match_all(&r);
    }
    return r.code;
}
