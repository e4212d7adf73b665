/* Lua's own messages in the words of somebody who writes a protocol. Lua says "'}' expected (to close '{' at line 3)
 * near 'owner'"; what happened is that a comma is missing. Each message of Lua's that a protocol commonly meets has a
 * function here; the others are shown as they are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/load/loader.h"

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

static void say_still_open(const mistake *m, int32_t token)
{
    char before[48];
    const moot_token *open = token_of(m, m->open);
    say(m, "} is missing before %s: the { of line %d, column %d is still open",
        moot_token_text(m->scan, token, before, sizeof before), (int)open->line, (int)open->col);
    say_at(m, token);
}

/* Whether a token begins a line no further in than the line that opened the table, and so was meant to stand behind it. */
static int is_behind(const mistake *m, int32_t token)
{
    const moot_token *t = token_of(m, token), *open = token_of(m, m->open);
    int first = token == 0 || token_of(m, token - 1)->line < t->line;
    return first && t->line > open->line && t->col <= indent_of(m, m->open);
}

static void say_never_closed(const mistake *m)
{
    char open[16];
    for (int32_t i = m->open + 1; i < m->scan->token_count - 1 && is_sign(m, m->open, "{"); i++) {
        if (is_behind(m, i) && kind_at(m, i) == MOOT_TOKEN_NAME) {
            say_still_open(m, i);
            return;
        }
    }
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

/* Words that people write in two: `working days`, `one of`, `next working day`. */
static int say_joined(const mistake *m)
{
    char joined[160] = "", part[48];
    size_t used = 0;
    int32_t first = m->token - 1;
    while (first > 0 && kind_at(m, first - 1) == MOOT_TOKEN_NAME && m->token - first < 2) {
        first--;
    }
    for (; first < m->token; first++) {
        used = 0;
        for (int32_t i = first; kind_at(m, i) == MOOT_TOKEN_NAME && i < first + 3 && used < sizeof joined; i++) {
            moot_token_text(m->scan, i, part, sizeof part);
            used += (size_t)snprintf(joined + used, sizeof joined - used, "%s%s", used ? "_" : "", part);
            if (i >= m->token && used < sizeof joined && (moot_word_find(joined) || moot_word_with_field(joined))) {
                say(m, "this is one word: %s", joined);
                say_at(m, first);
                return 1;
            }
        }
    }
    return 0;
}

/* The unit at a token, `days` or the two names `working days`; NULL. */
static const char *unit_at(const mistake *m, int32_t unit)
{
    char name[100], second[48];
    size_t used = strlen(moot_token_text(m->scan, unit, name, 48));
    if (kind_at(m, unit + 1) == MOOT_TOKEN_NAME) {
        snprintf(name + used, sizeof name - used, " %s", moot_token_text(m->scan, unit + 1, second, sizeof second));
        if (moot_unit_word(name)) {
            return moot_unit_word(name);
        }
        name[used] = '\0';
    }
    return moot_unit_word(name);
}

/* `48 hours`, `10 working days` and `hours 48`. */
static int say_unit(const mistake *m)
{
    int32_t number = kind_at(m, m->token) == MOOT_TOKEN_NUMBER ? m->token : m->token - 1;
    int32_t unit = number == m->token ? m->token - 1 : m->token;
    char count[24];
    if (kind_at(m, number) != MOOT_TOKEN_NUMBER || kind_at(m, unit) != MOOT_TOKEN_NAME) {
        return 0;
    }
    moot_token_text(m->scan, number, count, sizeof count);
    const char *word = unit_at(m, unit);
    if (!word) {
        return 0;
    }
    say(m, "a duration is written with its number in brackets: %s(%s)", word, count);
    say_at(m, number < unit ? number : unit);
    return 1;
}

/* "the "best" one": the text ended sooner than was meant. */
static int say_inner_quote(const mistake *m)
{
    if (kind_at(m, m->token - 1) != MOOT_TOKEN_STRING) {
        return 0;
    }
    const moot_token *text = token_of(m, m->token - 1), *next = token_of(m, m->token);
    if (text->start + text->len != next->start || next->kind == MOOT_TOKEN_SIGN) {
        return 0;
    }
    say(m, "the text ends before %s; a quotation mark inside a text is written \\%c", m->text,
        m->scan->source[text->start]);
    return 1;
}

/* A text that could be written without quotes. */
static int is_plain_name(const mistake *m, int32_t token)
{
    char text[64];
    size_t len = strlen(moot_token_text(m->scan, token, text, sizeof text));
    return len > 2 && strspn(text + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") == len - 2 &&
           !(text[1] >= '0' && text[1] <= '9');
}

/* `go stage "x"` and `notify worker`: a word that takes a name, or fields, and is given neither. */
static int say_bare_verb(const mistake *m)
{
    char verb[48], what[100];
    const moot_word *word = kind_at(m, m->token - 1) == MOOT_TOKEN_NAME
                                ? moot_word_find(moot_token_text(m->scan, m->token - 1, verb, sizeof verb)) : NULL;
    if (!word || kind_at(m, m->token) != MOOT_TOKEN_NAME || is_sign(m, m->token + 1, "=") ||
        !(word->is & MOOT_CLASS(VERB))) {
        return 0;
    }
    if (!(word->shape & (MOOT_NAMED | MOOT_NAMED_BODY))) {
        say(m, "%s is written with braces: %s { %s, … }", verb, verb, m->text);
    } else if (kind_at(m, m->token + 1) == MOOT_TOKEN_STRING) {
        say(m, "%s takes the name alone: %s %s", verb, verb, moot_token_text(m->scan, m->token + 1, what, sizeof what));
    } else {
        say(m, "a name stands in quotes: %s \"%s\"", verb, m->text);
    }
    say_at(m, m->token - 1);
    return 1;
}

/* `on = presents homeless` and `on = moves in`: a name of several words, and no quotes. */
static int say_unquoted(const mistake *m)
{
    char first[48];
    int follows = kind_at(m, m->token) == MOOT_TOKEN_NAME || kind_at(m, m->token) == MOOT_TOKEN_KEYWORD;
    if (!follows || kind_at(m, m->token - 1) != MOOT_TOKEN_NAME || !is_sign(m, m->token - 2, "=") || is_sign(m, m->token + 1, "=") ||
        token_of(m, m->token)->line != token_of(m, m->token - 1)->line || moot_word_find(m->text) ||
        moot_word_find(moot_token_text(m->scan, m->token - 1, first, sizeof first))) {
        return 0;
    }
    say(m, "a name of several words stands in quotes: \"%s %s\"; if there is only one here, a comma is missing behind it", first, m->text);
    say_at(m, m->token - 1);
    return 1;
}

/* Something follows where a table should go on or end. */
static void say_in_table(const mistake *m)
{
    const moot_token *open = token_of(m, m->open);
    if (say_joined(m) || say_unit(m) || say_inner_quote(m) || say_bare_verb(m) || say_unquoted(m)) {
        return;
    }
    char name[48];
    if (is_sign(m, m->token, "=") && kind_at(m, m->token - 1) == MOOT_TOKEN_STRING && !is_plain_name(m, m->token - 1)) {
        say(m, "a date or a name of several words before = stands in quotes and brackets: [%s] = …",
            moot_token_text(m->scan, m->token - 1, name, sizeof name));
        say_at(m, m->token - 1);
    } else if (is_sign(m, m->token, "=") || is_sign(m, m->token, "==")) {
        say(m, "a field is written name = value, its name without quotes and with no name before it");
    } else if (is_behind(m, m->token)) {
        say_still_open(m, m->token);
    } else if (starts_value(m)) {
        say(m, "a comma is missing before %s", m->text);
    } else {
        say(m, "a comma or } is missing before %s: the { of line %d, column %d is still open", m->text, (int)open->line,
            (int)open->col);
    }
}

/* stage "x" ( clause = … ) */
static int is_wrong_body(const mistake *m)
{
    return (is_sign(m, m->open, "(") || is_sign(m, m->open, "[")) && m->token == m->open + 2 &&
           is_sign(m, m->token, "=") && kind_at(m, m->open + 1) == MOOT_TOKEN_NAME;
}

static void say_expected_close(const mistake *m)
{
    char open[16];
    if (kind_at(m, m->token) == MOOT_TOKEN_END) {
        say_never_closed(m);
    } else if (is_wrong_body(m)) {
        say(m, "fields stand between { and }, not between %s and %s",
            moot_token_text(m->scan, m->open, open, sizeof open), closing(m));
        say_at(m, m->open);
    } else if (is_sign(m, m->open, "{")) {
        say_in_table(m);
    } else if (is_sign(m, m->token, "=")) {
        say(m, "= gives a value; to compare, write ==");
    } else if (is_sign(m, m->open, "(") && starts_value(m)) {
        say(m, "a comma or ) is missing before %s", m->text);
    } else {
        say(m, "%s is missing before %s: the %s of line %d is still open", closing(m), m->text,
            moot_token_text(m->scan, m->open, open, sizeof open), (int)token_of(m, m->open)->line);
    }
}

/* ---- other messages of the parser ---- */

static void say_compare(const mistake *m)
{
    if (is_sign(m, m->token, "=")) {
        say(m, "= gives a value; to compare, write ==");
    } else {
        say(m, "%s is missing before %s", strstr(m->message, "'then'") ? "then" : "do", m->text);
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

/* `owner => "x"` and `age = >18` */
static void say_after_equals(const mistake *m)
{
    const moot_token *equals = token_of(m, m->token - 1);
    if (equals->start + equals->len == token_of(m, m->token)->start) {
        say(m, "a field is written name = value, with = and not with =>");
    } else {
        say(m, "a test is written with a word, not with >: age = over(17)");
    }
}

/* `stage "x" clause = …, owner = …`: the field whose { is missing; -1. */
static int32_t field_without_brace(const mistake *m)
{
    for (int32_t i = m->token - 1; i > 1 && m->open < 0; i--) {
        if (kind_at(m, i) == MOOT_TOKEN_NAME && is_sign(m, i + 1, "=") && kind_at(m, i - 1) == MOOT_TOKEN_STRING &&
            kind_at(m, i - 2) == MOOT_TOKEN_NAME) {
            return i;
        }
    }
    return -1;
}

static void say_no_value(const mistake *m)
{
    char name[48];
    int32_t brace = is_sign(m, m->token, "=") ? field_without_brace(m) : -1;
    if (brace >= 0) {
        say(m, "{ is missing before %s", moot_token_text(m->scan, brace, name, sizeof name));
        say_at(m, brace);
    } else if (is_sign(m, m->token - 1, "=") && kind_at(m, m->token - 2) == MOOT_TOKEN_NAME) {
        say(m, "%s is given no value", moot_token_text(m->scan, m->token - 2, name, sizeof name));
    } else if (is_sign(m, m->token, ",") || is_sign(m, m->token, ";")) {
        say(m, "this comma stands alone: a value is missing before it");
    } else {
        say(m, "a value is missing before %s", m->text);
    }
}

static void say_unexpected(const mistake *m)
{
    if (is_closing(m) && token_of(m, m->token)->match < 0) {
        say_closes_nothing(m);
    } else if (kind_at(m, m->token) == MOOT_TOKEN_KEYWORD && is_sign(m, m->token + 1, "=")) {
        say(m, "\"%s\" is a word of Lua itself and cannot name a field%s", m->text,
            is_sign(m, m->token, "until") || is_sign(m, m->token, "end") ? "; did you mean \"ends\"?" : "");
    } else if (is_sign(m, m->token, "if") && is_sign(m, m->open, "{") && !is_behind(m, m->token)) {
        say(m, "if cannot stand here; what happens only in some cases has a guard, such as when = { in_need = true }");
    } else if (is_sign(m, m->token, "goto") && is_sign(m, m->open, "{")) {
        say(m, "goto cannot stand here; a stage is entered with go \"…\"");
    } else if (is_sign(m, m->token, ">") && is_sign(m, m->token - 1, "=")) {
        say_after_equals(m);
    } else if (is_sign(m, m->token, "<") || is_sign(m, m->token, "<=") || is_sign(m, m->token, ">=")) {
        say(m, "a test is written with a word, not with %s: age = under(18)", m->text);
    } else if (is_sign(m, m->token, "//") || is_sign(m, m->token, "/")) {
        say(m, "a remark begins with --, not with %s", m->text);
    } else if (is_sign(m, m->token, "#")) {
        say(m, "a remark begins with --, not with #");
    } else if (kind_at(m, m->token) == MOOT_TOKEN_KEYWORD && is_sign(m, m->open, "{") && is_behind(m, m->token)) {
        say_still_open(m, m->token);
    } else if (kind_at(m, m->token) == MOOT_TOKEN_END && m->open >= 0) {
        say_never_closed(m);
    } else if (kind_at(m, m->token) == MOOT_TOKEN_END) {
        say(m, "the script ends in the middle of a declaration");
        say_at(m, m->token > 0 ? m->token - 1 : 0);
    } else if (is_closing(m) || is_sign(m, m->token, "=") || is_sign(m, m->token, ",") || is_sign(m, m->token, ";")) {
        say_no_value(m);
    } else {
        say(m, "%s cannot stand here", m->text);
    }
}

/* The names that stand side by side from the token on, as one name of several words. Returns buf. */
static char *names_from(const mistake *m, char *buf, size_t size)
{
    char part[48];
    size_t used = 0;
    int32_t line = token_of(m, m->token)->line;
    for (int32_t i = m->token; kind_at(m, i) == MOOT_TOKEN_NAME && token_of(m, i)->line == line && used < size; i++) {
        used += (size_t)snprintf(buf + used, size - used, "%s%s", used ? " " : "",
                                 moot_token_text(m->scan, i, part, sizeof part));
    }
    return buf;
}

static void say_lone(const mistake *m)
{
    char before[48], name[160];
    int32_t last = m->token - 1;
    if (kind_at(m, m->token) == MOOT_TOKEN_NAME && kind_at(m, last) == MOOT_TOKEN_NAME) {
        moot_token_text(m->scan, last, before, sizeof before);
        if (!moot_word_find(before) && !moot_word_nearest(before)) {
            say(m, "a declaration is written word \"name\" { … }; a remark begins with --");
            say_at(m, last);
            return;
        }
        say(m, "a name stands in quotes: %s \"%s\"", before, names_from(m, name, sizeof name));
    } else if (kind_at(m, last) == MOOT_TOKEN_NAME && kind_at(m, last - 1) == MOOT_TOKEN_STRING &&
               kind_at(m, last - 2) == MOOT_TOKEN_NAME) {
        moot_token_text(m->scan, last, before, sizeof before);
        say(m, "{ is missing before %s", before);
        say_at(m, last);
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

static void say_assignment(const mistake *m)
{
    if (is_sign(m, m->token, ":")) {
        say_name(m);
    } else {
        say(m, "this cannot stand alone; a declaration is written word \"name\" { … }");
    }
}

static void say_for(const mistake *m)
{
    say(m, "a loop is written for _, name in ipairs { \"A\", \"B\" } do … end");
}

static void say_for_number(const mistake *m)
{
    say(m, "a loop that counts goes from one whole number to another: for i = 1, 10 do … end");
}

static void say_goto(const mistake *m)
{
    say(m, "a script runs straight through; stages are entered with go");
    for (int32_t i = m->token; i >= 0; i--) {
        if (is_sign(m, i, "goto") || is_sign(m, i, "::")) {
            say_at(m, i);
            return;
        }
    }
}

static void say_constant(const mistake *m)
{
    say(m, "this name was declared <const>, so it keeps its first value");
}

static void say_dots(const mistake *m)
{
    say(m, "... stands only where a function takes any number of values");
}

static void say_no_loop(const mistake *m)
{
    say(m, "there is no loop here to break out of");
    say_at(m, m->open >= 0 ? m->open : m->token);
}

/* 48hours: Lua's number ends with the first letter that cannot be one. */
static const char *unit_behind(const mistake *m, long *out_count, char *buf, size_t size)
{
    const moot_token *t = token_of(m, m->token);
    const char *text = m->scan->source + t->start;
    char *behind;
    *out_count = strtol(text, &behind, 10);
    size_t len = strspn(behind, "abcdefghijklmnopqrstuvwxyz_");
    snprintf(buf, size, "%.*s", (int)len, behind);
    return len < size ? moot_unit_word(buf) : NULL;
}

static void say_number(const mistake *m)
{
    char unit[24];
    long count;
    const char *word = unit_behind(m, &count, unit, sizeof unit);
    if (word) {
        say(m, "a duration is written with its number in brackets: %s(%ld)", word, count);
        return;
    }
    say(m, "%s is no number; a clause id or a date stands in \"quotes\"", m->text);
}

static void say_escape(const mistake *m)
{
    say(m, "a \\ in a text is written twice: \\\\");
}

static void say_too_deep(const mistake *m)
{
    say(m, "brackets and blocks stand too deep inside one another here; write the inner ones first, under names of their "
           "own");
}

static void say_too_long(const mistake *m)
{
    say(m, "this expression is too long; give its parts names of their own");
}

static void say_locals(const mistake *m)
{
    say(m, "a script has at most 200 local names; refer to the others by word and name, as in role \"MASH\"");
    say_at(m, kind_at(m, m->token - 1) == MOOT_TOKEN_NAME ? m->token - 1 : m->token);
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

/* Whether the name in quotes is that of a word. */
static int is_word_in_quotes(const char *quoted)
{
    char name[64];
    size_t len = strlen(quoted);
    snprintf(name, sizeof name, "%.*s", len > 2 ? (int)len - 2 : 0, quoted + (len > 2));
    return moot_word_find(name) != NULL;
}

static void say_not_callable(const mistake *m)
{
    char name[64];
    quoted_name(m->message, name, sizeof name);
    if (strstr(m->message, "for iterator")) {
        say_for(m);
        return;
    }
    if (strstr(m->message, "(local '") && is_word_in_quotes(name)) {
        say(m, "%s is a word of moot, and \"local\" has given it another meaning; choose another name there", name);
        return;
    }
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
    if (is_sign(m, m->token, "ipairs")) {
        say(m, "ipairs walks a list { … }, not %s", kind_in(m->message));
        return;
    }
    say(m, "%s is %s and has no parts to read with a dot", name, kind_in(m->message));
    for (int32_t i = m->token; i >= 0 && i >= m->token - 3; i--) { /* Lua has read on past the part's name */
        if (is_sign(m, i, ".") || is_sign(m, i, ":")) {
            say_at(m, i + 1);
            return;
        }
    }
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
    if (strstr(m->message, "a declaration value") && (is_sign(m, m->token, "*") || is_sign(m, m->token, "/"))) {
        say(m, "a length of time or a sum is written as what it comes to, such as days(10); nothing is multiplied or divided here");
        return;
    }
    if (strstr(m->message, "a declaration value")) {
        say(m, "a trigger is shifted with + and - by a duration, such as turns(18) - months(6); nothing else can be counted "
               "with it");
        return;
    }
    say(m, "%s is %s and cannot be counted with", name, kind_in(m->message));
}

static void say_not_compared(const mistake *m)
{
    say(m, "< and > cannot compare these; a condition says { age = under(18) } or { age = at_least(18) }");
    for (int32_t i = m->token; i >= 0 && i >= m->token - 1; i--) {
        if (is_sign(m, i, "<") || is_sign(m, i, ">") || is_sign(m, i, "<=") || is_sign(m, i, ">=")) {
            say_at(m, i);
            return;
        }
    }
}

static void say_no_key(const mistake *m)
{
    say(m, "what stands in these [ ] is %s; a field's name is a text", strstr(m->message, "NaN") ? "no number" : "nothing");
}

static void say_division(const mistake *m)
{
    say(m, "a number is divided by 0 here");
}

/* What a function of Lua's wants and what it got, in "bad argument #1 to 'sub' (number expected, got nil)". */
static void say_argument(const mistake *m)
{
    static const char *const kinds[][2] = {
        { "table", "a table { … }" }, { "string", "a text" },    { "number", "a number" },
        { "nil", "nothing" },         { "no value", "nothing" }, { "boolean", "true or false" },
        { "function", "a function" }, { "userdata", "a declaration" }, { "declaration", "a declaration" },
    };
    const char *open = strchr(m->message, '('), *got = strstr(m->message, "got ");
    const char *wanted = NULL, *given = NULL;
    char name[64];
    quoted_name(m->message, name, sizeof name);
    for (size_t i = 0; i < MOOT_COUNT(kinds) && open && got; i++) {
        size_t len = strlen(kinds[i][0]);
        wanted = strncmp(open + 1, kinds[i][0], len) == 0 ? kinds[i][1] : wanted;
        given = strncmp(got + strlen("got "), kinds[i][0], len) == 0 ? kinds[i][1] : given;
    }
    if (wanted && given) {
        say(m, "%s takes %s here, not %s", name, wanted, given);
    } else if (strstr(m->message, "no integer representation")) {
        say(m, "%s takes a whole number here", name);
    }
}

/* ---- public ---- */

static const struct {
    const char *part; /* of Lua's message */
    void (*explain)(const mistake *m);
} sayings[] = {
    { "malformed number", say_number },
    { "invalid escape sequence", say_escape },
    { "too many local variables", say_locals },
    { "C stack overflow", say_too_deep },
    { "nesting levels", say_too_deep },
    { "needs too many registers", say_too_long },
    { "control structure too long", say_too_long },
    { "no visible label", say_goto },
    { "label '", say_goto },
    { "const variable", say_constant },
    { "cannot use '...'", say_dots },
    { "'=' or 'in' expected", say_for },
    { "'in' expected", say_for },
    { "'=' expected", say_assignment },
    { "bad 'for' ", say_for_number },
    { "'for' initial value", say_for_number },
    { "'for' limit", say_for_number },
    { "'for' step", say_for_number },
    { "table index is n", say_no_key },
    { "table index is N", say_no_key },
    { "divide by zero", say_division },
    { "'n//0'", say_division },
    { "'n%%0'", say_division },
    { "bad argument #", say_argument },
    { "break outside", say_no_loop },
    { "<eof> expected", say_closes_nothing },
    { "(to close '", say_expected_close },
    { "'then' expected", say_compare },
    { "'do' expected", say_compare },
    { "'}' expected", say_expected_close },
    { "')' expected", say_expected_close },
    { "']' expected", say_expected_close },
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
