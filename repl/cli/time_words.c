#include "repl/cli/time_words.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MINUTE 60
#define HOUR 3600
#define MOST_WORDS 8 /* "Thursday the 21st of May 2026 at 11.30" */

const char *const time_words[] = {
    "today",    "tomorrow", "Monday",   "Tuesday",  "Wednesday", "Thursday", "Friday",
    "Saturday", "Sunday",   "January",  "February", "March",     "April",    "May",
    "June",     "July",     "August",   "September", "October",  "November", "December",
    "noon",     "midday",   "midnight", "next",     "in",        "birthday", "deadline",
    "panel",    "working",  "day",
};
const size_t time_words_count = MOOT_COUNT(time_words);
#define FIRST_WEEKDAY 2

/* ---- words ---- */

int time_month_of(const char *word)
{
    size_t len = strlen(word);
    for (int i = 0; len >= 3 && i < 12; i++) {
        const char *name = time_words[TIME_FIRST_MONTH + i];
        if (strcasecmp(word, name) == 0 || (len == 3 && strncasecmp(word, name, 3) == 0)) {
            return i + 1;
        }
    }
    return 0;
}

int time_weekday_of(const char *word)
{
    size_t len = strlen(word);
    for (int i = 0; len >= 3 && i < 7; i++) {
        const char *name = time_words[FIRST_WEEKDAY + i];
        if (strcasecmp(word, name) == 0 || (len == 3 && strncasecmp(word, name, 3) == 0)) {
            return i;
        }
    }
    return -1;
}

int time_day_number(const char *word)
{
    char *end;
    long n = isdigit((unsigned char)word[0]) ? strtol(word, &end, 10) : 0;
    if (n < 1 || n > 31) {
        return 0;
    }
    int suffix = strcasecmp(end, "st") == 0 || strcasecmp(end, "nd") == 0 ||
                 strcasecmp(end, "rd") == 0 || strcasecmp(end, "th") == 0;
    return *end == '\0' || suffix ? (int)n : 0;
}

int time_year_number(const char *word)
{
    return strlen(word) == 4 && strspn(word, "0123456789") == 4 ? (int)strtol(word, NULL, 10) : 0;
}

int time_hour_of(const char *word)
{
    int hour = 0, minute = 0, used = 0;
    if (strcasecmp(word, "noon") == 0 || strcasecmp(word, "midday") == 0) {
        return 12 * HOUR;
    }
    if (strcasecmp(word, "midnight") == 0) {
        return 0;
    }
    int digits = (int)strspn(word, "0123456789");
    if (digits < 1 || digits > 2) {
        return -1;
    }
    for (; used < digits; used++) {
        hour = hour * 10 + (word[used] - '0');
    }
    int has_minutes = word[used] == ':' || word[used] == '.';
    if (has_minutes) {
        if (strspn(word + used + 1, "0123456789") != 2) {
            return -1;
        }
        minute = (word[used + 1] - '0') * 10 + (word[used + 2] - '0');
        used += 3;
    }
    int am = strcasecmp(word + used, "am") == 0, pm = strcasecmp(word + used, "pm") == 0;
    if (minute > 59 || (am || pm ? hour < 1 || hour > 12 : word[used] != '\0' || !has_minutes || hour > 23)) {
        return -1;
    }
    hour = am || pm ? hour % 12 + (pm ? 12 : 0) : hour;
    return hour * HOUR + minute * MINUTE;
}

/* ---- a whole date ---- */

typedef struct spelled {
    char text[TIME_WRITTEN];
    const char *word[MOST_WORDS];
    int count, at;
} spelled;

/* 0 when there are too many words to be a date. */
static int split(const char *text, spelled *s)
{
    snprintf(s->text, sizeof s->text, "%s", text);
    for (char *p = s->text; *p;) {
        size_t gap = strspn(p, " ,\t");
        memset(p, 0, gap);
        p += gap;
        if (*p && s->count == MOST_WORDS) {
            return 0;
        }
        if (*p) {
            s->word[s->count++] = p;
        }
        p += strcspn(p, " ,\t");
    }
    return s->count > 1;
}

static const char *here(const spelled *s)
{
    return s->at < s->count ? s->word[s->at] : "";
}

static void skip(spelled *s, const char *word)
{
    s->at += strcasecmp(here(s), word) == 0;
}

/* "at 3pm" behind a date, or nothing; -2: something else. */
static int take_hour(spelled *s)
{
    if (s->at == s->count) {
        return -1;
    }
    skip(s, "at");
    int second = time_hour_of(here(s));
    return second >= 0 && s->at + 1 == s->count ? second : -2;
}

int time_take_said(const char *const *word, int count, time_said *out)
{
    int at = 0;
    *out = (time_said){ .weekday = count > 0 ? time_weekday_of(word[0]) : -1 };
    at += out->weekday >= 0;
    at += at < count && strcasecmp(word[at], "the") == 0;
    out->mday = at < count ? time_day_number(word[at]) : 0;
    at += out->mday > 0;
    at += at < count && strcasecmp(word[at], "of") == 0;
    out->month = at < count ? time_month_of(word[at]) : 0;
    at += out->month > 0;
    out->year = at < count ? time_year_number(word[at]) : 0;
    at += out->year > 0;
    return out->month ? at : 0;
}

moot_code time_check_weekday(const time_said *said, moot_day day, const char *text, moot_err *err)
{
    int year, month, mday;
    if (said->weekday < 0 || said->weekday == moot_weekday(day)) {
        return MOOT_OK;
    }
    moot_day_split(day, &year, &month, &mday);
    return moot_fail(err, MOOT_EDATA, "\"%s\": %d %s %d is a %s", text, mday, time_words[TIME_FIRST_MONTH + month - 1],
                     year, time_words[FIRST_WEEKDAY + moot_weekday(day)]);
}

const char *time_written(const char *text, char *out, moot_err *err)
{
    spelled s = { .count = 0 };
    time_said said;
    if (strlen(text) >= TIME_WRITTEN || !split(text, &s)) {
        return text;
    }
    s.at = time_take_said(s.word, s.count, &said);
    int second = said.year ? take_hour(&s) : -2;
    if (second == -2 || (!said.mday && (said.weekday >= 0 || second >= 0))) {
        return text;
    }
    if (!said.mday) {
        snprintf(out, TIME_WRITTEN, "%04d-%02d", said.year, said.month);
        return out;
    }
    if (moot_date_valid(said.year, said.month, said.mday) &&
        time_check_weekday(&said, moot_day_of(said.year, said.month, said.mday), text, err)) {
        return NULL;
    }
    int len = snprintf(out, TIME_WRITTEN, "%04d-%02d-%02d", said.year, said.month, said.mday);
    if (second >= 0) {
        snprintf(out + len, (size_t)(TIME_WRITTEN - len), " %02d:%02d", second / HOUR, second % HOUR / MINUTE);
    }
    return out;
}
