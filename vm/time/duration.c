/* Durations as people write them: a whole number and a unit. */
#include "vm/time/time.h"

#include <stdio.h>
#include <string.h>

#include "vm/base/names.h"
#include "vm/base/text.h"

#define LARGEST_COUNT                                                                              \
    1000000 /* a million minutes is two years, a million days older than any record */
#define LONGEST_TEXT 32

static const struct {
    const char *text;
    int by_day;
} units[] = {
#define X(name, text, by_day) { text, by_day },
    MOOT_UNITS(X)
#undef X
};

/* Every word that is understood; the first of each unit is its plural, which is offered when a
 * word is not known. */
static const struct {
    const char *word;
    moot_unit unit;
} words[] = {
    { "minutes", MOOT_MINUTES },
    { "hours", MOOT_HOURS },
    { "days", MOOT_DAYS },
    { "weeks", MOOT_WEEKS },
    { "months", MOOT_MONTHS },
    { "years", MOOT_YEARS },
    { "working days", MOOT_WORKING_DAYS },
    { "same day", MOOT_SAME_DAY },
    { "next working day", MOOT_NEXT_WORKING_DAY },
    { "minute", MOOT_MINUTES },
    { "mins", MOOT_MINUTES },
    { "min", MOOT_MINUTES },
    { "hour", MOOT_HOURS },
    { "hrs", MOOT_HOURS },
    { "hr", MOOT_HOURS },
    { "h", MOOT_HOURS },
    { "day", MOOT_DAYS },
    { "d", MOOT_DAYS },
    { "week", MOOT_WEEKS },
    { "wk", MOOT_WEEKS },
    { "w", MOOT_WEEKS },
    { "month", MOOT_MONTHS },
    { "year", MOOT_YEARS },
    { "yr", MOOT_YEARS },
    { "y", MOOT_YEARS },
    { "working day", MOOT_WORKING_DAYS },
    { "wd", MOOT_WORKING_DAYS },
    { "statutory working days", MOOT_STATUTORY_DAYS },
    { "statutory working day", MOOT_STATUTORY_DAYS },
};

#define LIST_OF_UNITS "minutes, hours, days, weeks, months, years, working days"

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int moot_unit_counted(moot_unit unit)
{
    return unit <= MOOT_WORKING_DAYS || unit == MOOT_STATUTORY_DAYS;
}

int moot_unit_working(moot_unit unit)
{
    return unit == MOOT_WORKING_DAYS || unit == MOOT_STATUTORY_DAYS || unit == MOOT_NEXT_WORKING_DAY;
}

/* Lower case, one blank between words, none around them; '_' is a blank, as in scripts. False if
 * too long. */
static int tidy(const char *text, char out[LONGEST_TEXT])
{
    size_t len = 0;
    int gap = 0;
    for (; *text; text++) {
        char c = *text == '_' || *text == '\t' ? ' ' : *text;
        if (c == ' ') {
            gap = len > 0;
            continue;
        }
        if (len + 2 >= LONGEST_TEXT) {
            return 0;
        }
        if (gap) {
            out[len++] = ' ';
            gap = 0;
        }
        out[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    out[len] = '\0';
    return 1;
}

/* The digits at *p as a number, *p moved behind them; more than LARGEST_COUNT comes out as
 * LARGEST_COUNT + 1. */
static int read_count(const char **p)
{
    int count = 0;
    for (; is_digit(**p); ++*p) {
        count = count > LARGEST_COUNT ? count : count * 10 + (**p - '0');
    }
    return count > LARGEST_COUNT ? LARGEST_COUNT + 1 : count;
}

static int find_unit(const char *word, moot_unit *out_unit)
{
    for (size_t i = 0; i < MOOT_COUNT(words); i++) {
        if (strcmp(words[i].word, word) == 0) {
            *out_unit = words[i].unit;
            return 1;
        }
    }
    return 0;
}

static moot_code refuse_unit(const char *shown, const char *word, moot_err *err)
{
    const char *names[MOOT_COUNT(words)];
    for (size_t i = 0; i < MOOT_COUNT(words); i++) {
        /* The shortest words are near to everything. */
        names[i] = strlen(words[i].word) > 2 ? words[i].word : NULL;
    }
    const char *near = moot_nearest(word, names, MOOT_COUNT(names));
    if (near) {
        return moot_fail(err, MOOT_EDATA,
                         "\"%s\": there is no unit \"%s\"; did you mean \"%s\"? (" LIST_OF_UNITS
                         ")",
                         shown, word, near);
    }
    return moot_fail(
        err, MOOT_EDATA,
        "\"%s\" is not a length of time that moot reads: write a number and one of " LIST_OF_UNITS
        ", or \"same day\" or \"next working day\"",
        shown);
}

static moot_code read_duration(const char *shown, const char *p, moot_duration *out, moot_err *err)
{
    int negative = *p == '-';
    p += negative;
    int counted = is_digit(*p);
    int count = read_count(&p);
    if (counted && (*p == '.' || *p == ',')) {
        return moot_fail(err, MOOT_EDATA,
                         "\"%s\" is not a whole number: write a smaller unit, as in \"90 minutes\"",
                         shown);
    }
    while (*p == ' ') {
        p++;
    }
    moot_unit unit;
    if (counted && *p == '\0') {
        return moot_fail(err, MOOT_EDATA,
                         "\"%s\" has no unit: write one of " LIST_OF_UNITS " behind it", shown);
    }
    if (!find_unit(p, &unit)) {
        return refuse_unit(shown, p, err);
    }
    if (moot_unit_counted(unit) && !counted) {
        return moot_fail(err, MOOT_EDATA, "\"%s\" says not how many: write, say, \"5 %s\"", shown,
                         units[unit].text);
    }
    if (!moot_unit_counted(unit) && (counted || negative)) {
        return moot_fail(err, MOOT_EDATA, "\"%s\" takes no number: write \"%s\"", shown,
                         units[unit].text);
    }
    if (count > LARGEST_COUNT) {
        return moot_fail(err, MOOT_EDATA, "\"%s\" is more than moot counts (up to %d)", shown,
                         LARGEST_COUNT);
    }
    out->count = negative ? -count : count;
    out->unit = (uint8_t)unit;
    return MOOT_OK;
}

moot_code moot_duration_parse(const char *text, moot_duration *out_duration, moot_err *err)
{
    char shown[48], tidied[LONGEST_TEXT];
    moot_text_clip(text, shown, sizeof shown);
    if (!tidy(text, tidied)) {
        return refuse_unit(shown, "", err);
    }
    if (tidied[0] == '\0') {
        return moot_fail(
            err, MOOT_EDATA,
            "a length of time is wanted, but there is no text: write, say, \"10 working days\"");
    }
    return read_duration(shown, tidied, out_duration, err);
}

char *moot_duration_text(moot_duration duration, char *buf, size_t size)
{
    const char *unit = units[duration.unit].text;
    if (!moot_unit_counted((moot_unit)duration.unit)) {
        snprintf(buf, size, "%s", unit);
        return buf;
    }
    int len = (int)strlen(unit);
    int one = duration.count == 1 || duration.count == -1;
    snprintf(buf, size, "%d %.*s", (int)duration.count, one ? len - 1 : len, unit);
    return buf;
}
