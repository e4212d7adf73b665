/* Slips of the pen that Lua would take for something else, and in silence: `age = 16 or 17` is 16 to Lua, `18 > 16` is
 * true, 2018-01-01 is the number 2016 and 3.5/1 is 3.5. They are looked for in the tokens, inside { and } but not inside
 * functions, whose insides are plain Lua. */
#include <stdio.h>
#include <string.h>

#include "lua/load/scan.h"
#include "lua/load/schema.h"

typedef struct slips {
    const moot_scan *scan;
    moot_errs *errs;
    int32_t open[MOOT_SCAN_DEPTH]; /* tokens of what is open here */
    int depth;
    int functions, tables; /* how many of them */
    int told;              /* depth at which this entry's slip was told, so that the rest of it is passed over; 0 */
    int found;
} slips;

static int kind_of(const slips *s, int32_t i)
{
    return i >= 0 && i < s->scan->token_count ? s->scan->tokens[i].kind : MOOT_TOKEN_END;
}

static int is_sign(const slips *s, int32_t i, const char *sign)
{
    return kind_of(s, i) == MOOT_TOKEN_SIGN && moot_token_is(s->scan, i, sign);
}

static int is_number(const slips *s, int32_t i)
{
    return kind_of(s, i) == MOOT_TOKEN_NUMBER;
}

/* Whether nothing stands between this token and the next. */
static int touches_next(const slips *s, int32_t i)
{
    const moot_token *t = &s->scan->tokens[i];
    return t->start + t->len == s->scan->tokens[i + 1].start;
}

static void take(slips *s, int32_t token, moot_err *err)
{
    moot_token_blame(s->scan, token, err);
    moot_errs_take(s->errs, err);
    s->told = s->depth;
    s->found++;
}

/* ---- comparisons and connectives ---- */

/* How Lua compares, and the test that says it: of numbers, of dates. */
static const struct {
    const char *sign, *number_test, *text_test;
} comparisons[] = {
    { "<", "under", "earlier_than" }, { ">", "over", "later_than" },
    { "<=", "at_most", NULL },        { ">=", "at_least", NULL },
};

/* Writes `age = under(18)`, from the names beside the sign where they are plain. */
static void write_test(const slips *s, int32_t i, const char *number_test, const char *text_test, char *buf, size_t size)
{
    char fact[48] = "age", value[48] = "18";
    int text = kind_of(s, i + 1) == MOOT_TOKEN_STRING;
    if (kind_of(s, i - 1) == MOOT_TOKEN_NAME) {
        moot_token_text(s->scan, i - 1, fact, sizeof fact);
    }
    if (text || is_number(s, i + 1)) {
        moot_token_text(s->scan, i + 1, value, sizeof value);
    }
    snprintf(buf, size, "%s = %s(%s)", fact, text && text_test ? text_test : number_test, value);
}

static void find_comparison(slips *s, int32_t i)
{
    char test[160], sign[8], name[48] = "in_need";
    moot_err err;
    moot_err_init(&err);
    moot_token_text(s->scan, i, sign, sizeof sign);
    if (is_sign(s, i, ">") && is_sign(s, i - 1, "=") && touches_next(s, i - 1)) {
        moot_fail(&err, MOOT_EDATA, "a field is written name = value, with = and not with =>");
    }
    if (kind_of(s, i - 1) == MOOT_TOKEN_NAME) {
        moot_token_text(s->scan, i - 1, name, sizeof name);
    }
    for (size_t k = 0; k < MOOT_COUNT(comparisons); k++) {
        if (is_sign(s, i, comparisons[k].sign)) {
            write_test(s, i, comparisons[k].number_test, comparisons[k].text_test, test, sizeof test);
            moot_fail(&err, MOOT_EDATA, "a test is written with a word, not with %s: %s", sign, test);
        }
    }
    if (is_sign(s, i, "==")) {
        moot_fail(&err, MOOT_EDATA, "between { and } one = is enough: %s = …", name);
    } else if (is_sign(s, i, "~=")) {
        moot_fail(&err, MOOT_EDATA, "\"is not\" is written with none, such as none { household = \"family\" }");
    }
    if (err.code) {
        take(s, i, &err);
    }
}

static void find_connective(slips *s, int32_t i)
{
    char joined[48] = "not_";
    moot_err err;
    moot_err_init(&err);
    int joins = moot_token_is(s->scan, i, "not") && kind_of(s, i + 1) == MOOT_TOKEN_NAME;
    if (joins) {
        moot_token_text(s->scan, i + 1, joined + strlen(joined), sizeof joined - strlen(joined));
    }
    if (joins && (moot_word_find(joined) || moot_word_with_field(joined))) {
        moot_fail(&err, MOOT_EDATA, "this is one word: %s", joined);
    } else if (moot_token_is(s->scan, i, "or")) {
        moot_fail(&err, MOOT_EDATA, "\"or\" does not join these; for one of several values write one_of { 16, 17 }, for "
                                    "tests, triggers or owners any { …, … }");
    } else if (moot_token_is(s->scan, i, "and")) {
        moot_fail(&err, MOOT_EDATA, "\"and\" does not join these; tests that must all hold, and owners who decide jointly, "
                                    "stand in one { … }, with commas between them, triggers in all { …, … }");
    } else if (moot_token_is(s->scan, i, "not")) {
        moot_fail(&err, MOOT_EDATA, "\"not\" does not turn a test round; write in_need = false, or none { … }");
    }
    if (err.code) {
        take(s, i, &err);
    }
}

/* ---- numbers that are none ---- */

/* Number, sign, number, sign, number. */
static int is_triple(const slips *s, int32_t i, const char *sign)
{
    return is_number(s, i) && is_sign(s, i + 1, sign) && is_number(s, i + 2) && is_sign(s, i + 3, sign) &&
           is_number(s, i + 4);
}

static int is_key(const slips *s, int32_t i, const char *name)
{
    return is_sign(s, i - 1, "=") && kind_of(s, i - 2) == MOOT_TOKEN_NAME && moot_token_is(s->scan, i - 2, name);
}

/* amount = 3,000 and money(3,000): up to three digits, a comma and three digits, with no blank between. */
static int is_thousands(const slips *s, int32_t i)
{
    int alone = is_sign(s, i - 1, "=") || (is_sign(s, i - 1, "(") && moot_token_is(s->scan, i - 2, "money"));
    return alone && is_sign(s, i + 1, ",") && is_number(s, i + 2) && s->scan->tokens[i].len <= 3 &&
           s->scan->tokens[i + 2].len == 3 && touches_next(s, i) && touches_next(s, i + 1);
}

static void find_number(slips *s, int32_t i)
{
    char from[24], to[24];
    moot_err err;
    moot_err_init(&err);
    moot_token_text(s->scan, i, from, sizeof from);
    if (is_triple(s, i, "-") || is_triple(s, i, "/")) {
        moot_fail(&err, MOOT_EDATA, "a date stands in quotes, the year first: \"2018-01-31\"");
    } else if (is_number(s, i + 2) && is_sign(s, i + 1, "/") && is_key(s, i, "clause")) {
        moot_fail(&err, MOOT_EDATA, "a clause id stands in quotes: \"%s/%s\"", from,
                  moot_token_text(s->scan, i + 2, to, sizeof to));
    } else if (is_number(s, i + 2) && is_sign(s, i + 1, ":")) {
        moot_fail(&err, MOOT_EDATA, "a time of day stands in quotes: \"%s:%s\"", from,
                  moot_token_text(s->scan, i + 2, to, sizeof to));
    } else if (is_thousands(s, i)) {
        moot_fail(&err, MOOT_EDATA, "a number is written without a comma: %s%s", from,
                  moot_token_text(s->scan, i + 2, to, sizeof to));
    } else if (is_sign(s, i + 1, "%") && (is_sign(s, i + 2, "}") || is_sign(s, i + 2, ","))) {
        moot_fail(&err, MOOT_EDATA, "a percentage is written without its sign: %s", from);
    }
    if (err.code) {
        take(s, i, &err);
    }
}

/* ---- words ---- */

/* working-days and yes/no */
static void find_name(slips *s, int32_t i)
{
    char joined[96], part[40];
    moot_err err;
    moot_err_init(&err);
    if (kind_of(s, i + 2) != MOOT_TOKEN_NAME) {
        return;
    }
    size_t used = strlen(moot_token_text(s->scan, i, joined, 40));
    snprintf(joined + used, sizeof joined - used, "_%s", moot_token_text(s->scan, i + 2, part, sizeof part));
    if (is_sign(s, i + 1, "-") && (moot_word_find(joined) || moot_word_with_field(joined))) {
        moot_fail(&err, MOOT_EDATA, "this is one word: %s", joined);
    } else if (is_sign(s, i + 1, "/") && moot_token_is(s->scan, i, "yes") && moot_token_is(s->scan, i + 2, "no")) {
        moot_fail(&err, MOOT_EDATA, "this is one word: yesno");
    }
    if (err.code) {
        take(s, i, &err);
    }
}

/* ---- all of them ---- */

static void count(slips *s, int32_t open, int by)
{
    s->functions += moot_token_is(s->scan, open, "function") ? by : 0;
    s->tables += is_sign(s, open, "{") ? by : 0;
}

/* Follows the brackets and blocks that were closed in the text; an open one has no inside. */
static void follow(slips *s, int32_t i)
{
    int32_t match = s->scan->tokens[i].match;
    if (match > i && s->depth < MOOT_SCAN_DEPTH) {
        s->open[s->depth++] = i;
        count(s, i, 1);
    } else if (match >= 0 && match < i && s->depth > 0) {
        count(s, s->open[--s->depth], -1);
        s->told = s->told > s->depth ? 0 : s->told;
    }
    int ends_entry = is_sign(s, i, ",") || is_sign(s, i, ";");
    s->told = ends_entry && s->depth <= s->told ? 0 : s->told;
}

int moot_scan_slips(const moot_scan *scan, moot_errs *errs)
{
    slips s = { .scan = scan, .errs = errs };
    for (int32_t i = 0; i < scan->token_count; i++) {
        follow(&s, i);
        if (s.told || s.functions || !s.tables) {
            continue;
        }
        switch (scan->tokens[i].kind) {
        case MOOT_TOKEN_SIGN: find_comparison(&s, i); break;
        case MOOT_TOKEN_KEYWORD: find_connective(&s, i); break;
        case MOOT_TOKEN_NAME: find_name(&s, i); break;
        case MOOT_TOKEN_NUMBER: find_number(&s, i); break;
        default: break;
        }
    }
    return s.found;
}
