/* Lua's own messages in the words of somebody who writes a protocol. Lua says "'}' expected (to close '{' at line 3)
 * near 'owner'"; what happened is that a comma is missing. Each message of Lua's that a protocol commonly meets has a
 * function here; the others are shown as they are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/loader.h"

typedef struct mistake {
    const moot_scan *scan;
    const char *message;
    int32_t token; /* where Lua stood */
    int32_t open;  /* what it wanted to close; -1 */
    char text[48]; /* of the token, for messages */
    moot_err *err;
} mistake;

static const moot_token *token_of(const mistake *m, int32_t token)
{
    return &m->scan->tokens[token];
}

static int is_sign(const mistake *m, int32_t token, const char *sign)
{
    return token >= 0 && token_of(m, token)->kind != MOOT_TOKEN_STRING && moot_token_is(m->scan, token, sign);
}

static int kind_at(const mistake *m, int32_t token)
{
    return token >= 0 && token < m->scan->token_count ? token_of(m, token)->kind : MOOT_TOKEN_END;
}

/* Column at which the line of a token begins: its first token's. */
static int32_t indent_of(const mistake *m, int32_t token)
{
    while (token > 0 && token_of(m, token - 1)->line == token_of(m, token)->line) {
        token--;
    }
    return token_of(m, token)->col;
}

static void say_at(const mistake *m, int32_t token)
{
    moot_token_blame(m->scan, token, m->err);
}

#define say(m, ...) moot_fail((m)->err, MOOT_EDATA, __VA_ARGS__)

/* ---- brackets ---- */

static const char *closing(const mistake *m)
{
    static const char *const pairs[][2] = { { "{", "}" }, { "(", ")" }, { "[", "]" }, { "repeat", "until" } };
    for (size_t i = 0; i < MOOT_COUNT(pairs); i++) {
        if (is_sign(m, m->open, pairs[i][0])) {
            return pairs[i][1];
        }
    }
    return "end";
}

static void say_never_closed(const mistake *m)
{
    char open[16];
    say(m, "this %s is never closed: %s is missing", moot_token_text(m->scan, m->open, open, sizeof open), closing(m));
    say_at(m, m->open);
}

static int starts_value(const mistake *m)
{
    int kind = kind_at(m, m->token);
    return kind == MOOT_TOKEN_NAME || kind == MOOT_TOKEN_STRING || kind == MOOT_TOKEN_NUMBER ||
           is_sign(m, m->token, "{") || is_sign(m, m->token, "[") || is_sign(m, m->token, "true") ||
           is_sign(m, m->token, "false") || is_sign(m, m->token, "nil");
}

/* Something follows where a table should go on or end. What begins a line no further in than the line that opened the
 * table was meant to stand behind it. */
static void say_in_table(const mistake *m)
{
    const moot_token *token = token_of(m, m->token), *open = token_of(m, m->open);
    int behind = token->line > open->line && token->col <= indent_of(m, m->open);
    if (is_sign(m, m->token, "=") || is_sign(m, m->token, "==")) {
        say(m, "a field is written name = value, its name without quotes and with no name before it");
    } else if (behind) {
        say(m, "} is missing before %s: the { of line %d, column %d is still open", m->text, (int)open->line,
            (int)open->col);
    } else if (starts_value(m)) {
        say(m, "a comma is missing before %s", m->text);
    } else {
        say(m, "a comma or } is missing before %s: the { of line %d, column %d is still open", m->text, (int)open->line,
            (int)open->col);
    }
}

static void say_expected_close(const mistake *m)
{
    if (kind_at(m, m->token) == MOOT_TOKEN_END) {
        say_never_closed(m);
    } else if (is_sign(m, m->open, "{")) {
        say_in_table(m);
    } else if (is_sign(m, m->token, "=")) {
        say(m, "= gives a value; to compare, write ==");
    } else if (is_sign(m, m->open, "(") && starts_value(m)) {
        say(m, "a comma or ) is missing before %s", m->text);
    } else {
        char open[16];
        say(m, "%s is missing before %s: the %s of line %d is still open", closing(m), m->text,
            moot_token_text(m->scan, m->open, open, sizeof open), (int)token_of(m, m->open)->line);
    }
}

/* ---- other messages of the parser ---- */

static void say_compare(const mistake *m)
{
    if (is_sign(m, m->token, "=")) {
        say(m, "= gives a value; to compare, write ==");
    }
}

static void say_closes_nothing(const mistake *m)
{
    say(m, "this %s closes nothing: one too many, or one that opens is missing", m->text);
}

static int is_closing(const mistake *m)
{
    return is_sign(m, m->token, "}") || is_sign(m, m->token, ")") || is_sign(m, m->token, "]");
}

static void say_unexpected(const mistake *m)
{
    if (is_closing(m) && token_of(m, m->token)->match < 0) {
        say_closes_nothing(m);
    } else if (kind_at(m, m->token) == MOOT_TOKEN_KEYWORD && is_sign(m, m->token + 1, "=")) {
        say(m, "\"%s\" is a word of Lua itself and cannot name a field", m->text);
    } else if (is_sign(m, m->token, "//") || is_sign(m, m->token, "/")) {
        say(m, "a remark begins with --, not with %s", m->text);
    } else if (is_sign(m, m->token, "#")) {
        say(m, "a remark begins with --, not with #");
    } else if (is_sign(m, m->token, ",") || is_sign(m, m->token, ";")) {
        say(m, "this comma stands alone: a value is missing before it");
    } else if (kind_at(m, m->token) == MOOT_TOKEN_END && m->open >= 0) {
        say_never_closed(m);
    } else if (kind_at(m, m->token) == MOOT_TOKEN_END) {
        say(m, "the script ends in the middle of a declaration");
        say_at(m, m->token > 0 ? m->token - 1 : 0);
    } else if (is_closing(m) || is_sign(m, m->token, "=")) {
        say(m, "a value is missing before %s", m->text);
    } else {
        say(m, "%s cannot stand here", m->text);
    }
}

static void say_lone(const mistake *m)
{
    char before[48];
    int32_t last = m->token - 1;
    if (kind_at(m, m->token) == MOOT_TOKEN_NAME && kind_at(m, last) == MOOT_TOKEN_NAME) {
        moot_token_text(m->scan, last, before, sizeof before);
        say(m, "a name stands in quotes: %s \"%s\"", before, m->text);
    } else if (last >= 0) {
        moot_token_text(m->scan, last, before, sizeof before);
        say(m, "%s does nothing by itself; a declaration is written word \"name\" { … }", before);
        say_at(m, last);
    }
}

static void say_name(const mistake *m)
{
    if (is_sign(m, m->token - 1, ":")) {
        say(m, "a field is written name = value, with = and not with :");
        say_at(m, m->token - 1);
    } else {
        say(m, "a name is missing before %s", m->text);
    }
}

static void say_no_loop(const mistake *m)
{
    say(m, "there is no loop here to break out of");
    say_at(m, m->open >= 0 ? m->open : m->token);
}

static void say_number(const mistake *m)
{
    say(m, "%s is no number; a clause id or a date stands in \"quotes\"", m->text);
}

static void say_escape(const mistake *m)
{
    say(m, "a \\ in a text is written twice: \\\\");
}

static void say_locals(const mistake *m)
{
    say(m, "a script has at most 200 local names; refer to the others by word and name, as in role \"MASH\"");
}

/* ---- messages of a running script ---- */

/* The name in "attempt to call a nil value (local 'x')". */
static void quoted_name(const char *message, char *buf, size_t size)
{
    const char *open = strchr(message, '\''), *close = open ? strchr(open + 1, '\'') : NULL;
    int len = close ? (int)(close - open - 1) : 0;
    snprintf(buf, size, close ? "\"%.*s\"" : "this", len < 40 ? len : 40, open ? open + 1 : "");
}

/* The kind in "attempt to call a nil value". */
static const char *kind_in(const char *message)
{
    static const char *const kinds[][2] = {
        { "a nil value", "nothing" },     { "a string value", "a text" },         { "a number value", "a number" },
        { "a table value", "a table" },   { "a boolean value", "true or false" }, { "a function value", "a function" },
        { "a declaration value", "a declaration" },
    };
    for (size_t i = 0; i < MOOT_COUNT(kinds); i++) {
        if (strstr(message, kinds[i][0])) {
            return kinds[i][1];
        }
    }
    return "something else";
}

static void say_not_callable(const mistake *m)
{
    char name[64];
    quoted_name(m->message, name, sizeof name);
    if (strstr(m->message, "a nil value (field") || strstr(m->message, "a nil value (method")) {
        say(m, "there is no %s here to call", name);
        return;
    }
    say(m, "%s is %s, so nothing in brackets or quotes can follow it; is a comma missing?", name, kind_in(m->message));
}

static void say_no_parts(const mistake *m)
{
    char name[64];
    quoted_name(m->message, name, sizeof name);
    say(m, "%s is %s and has no parts to read with a dot", name, kind_in(m->message));
}

static void say_not_joined(const mistake *m)
{
    char name[64];
    quoted_name(m->message, name, sizeof name);
    say(m, ".. joins texts and numbers; %s is %s", name, kind_in(m->message));
}

static void say_not_counted(const mistake *m)
{
    char name[64];
    quoted_name(m->message, name, sizeof name);
    say(m, "%s is %s and cannot be counted with", name, kind_in(m->message));
}

static void say_not_compared(const mistake *m)
{
    say(m, "< and > cannot compare these; a condition says { age = under(18) } or { age = at_least(18) }");
}

/* ---- public ---- */

static const struct {
    const char *part; /* of Lua's message */
    void (*explain)(const mistake *m);
} sayings[] = {
    { "malformed number", say_number },
    { "invalid escape sequence", say_escape },
    { "too many local variables", say_locals },
    { "break outside", say_no_loop },
    { "'<eof>' expected", say_closes_nothing },
    { "(to close '", say_expected_close },
    { "'then' expected", say_compare },
    { "'do' expected", say_compare },
    { "'}' expected", say_expected_close },
    { "')' expected", say_expected_close },
    { "unexpected symbol", say_unexpected },
    { "<name> expected", say_name },
    { "syntax error", say_lone },
    { "attempt to call ", say_not_callable },
    { "attempt to index ", say_no_parts },
    { "attempt to concatenate ", say_not_joined },
    { "attempt to perform arithmetic ", say_not_counted },
    { "attempt to get length ", say_not_counted },
    { "attempt to compare ", say_not_compared },
};

#define NEAR 16 /* tokens between where Lua says something opened and where it did */

/* The bracket or word that Lua wants closed stands at that line or near it: for a call's ( Lua gives the line of the
 * name before it, for a function's body that of the ( behind it. */
static int32_t opener_near(const moot_scan *scan, int32_t token, const char *message)
{
    char text[16];
    const char *start = strstr(message, "(to close '");
    size_t len = start ? strcspn(start + strlen("(to close '"), "'") : sizeof text;
    if (len >= sizeof text) {
        return token;
    }
    memcpy(text, start + strlen("(to close '"), len);
    text[len] = '\0';
    for (int32_t away = 0; away <= NEAR; away++) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            int32_t i = token + sign * away;
            if (i >= 0 && i < scan->token_count && scan->tokens[i].kind != MOOT_TOKEN_STRING &&
                moot_token_is(scan, i, text)) {
                return i;
            }
        }
    }
    return token;
}

/* What Lua names by line, or else the last bracket that is open before the token. */
static int32_t find_open(const mistake *m)
{
    const char *line = strstr(m->message, " at line ");
    if (line) {
        int32_t named = moot_scan_at_line(m->scan, (int)strtol(line + strlen(" at line "), NULL, 10));
        return opener_near(m->scan, named, m->message);
    }
    for (int32_t i = m->token - 1; i >= 0; i--) {
        int opens = is_sign(m, i, "{") || is_sign(m, i, "(") || is_sign(m, i, "[");
        if (opens && (token_of(m, i)->match < 0 || token_of(m, i)->match >= m->token)) {
            return i;
        }
    }
    return -1;
}

/* Lua has sometimes read one token ahead: the message's "near" says which it means. */
static int32_t near_token(const moot_scan *scan, int32_t token, const char *message)
{
    const char *near = strstr(message, " near ");
    if (!near || token == 0) {
        return token;
    }
    near += strlen(" near ");
    near += *near == '\'';
    for (int32_t i = token; i >= token - 1; i--) {
        const moot_token *t = &scan->tokens[i];
        if (t->len > 0 && strncmp(near, scan->source + t->start, (size_t)t->len) == 0) {
            return i;
        }
    }
    return token;
}

void moot_explain(const moot_scan *scan, int32_t token, const char *message, moot_err *err)
{
    mistake m = { .scan = scan, .message = message, .err = err, .token = near_token(scan, token, message) };
    m.open = find_open(&m);
    moot_token_text(scan, m.token, m.text, sizeof m.text);
    for (size_t i = 0; i < MOOT_COUNT(sayings) && err->code == MOOT_OK; i++) {
        int closes = sayings[i].explain == say_expected_close;
        if (strstr(message, sayings[i].part) && (!closes || m.open >= 0)) {
            sayings[i].explain(&m);
        }
    }
    if (err->line == 0) {
        say_at(&m, m.token);
    }
}
