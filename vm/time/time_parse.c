/* Reads dates and times as people write them. The reader is strict, because "3/4/2026" means two
 * days to two people, and each refusal shows how to write what was meant. */
#include "vm/time/time.h"

#include <stdio.h>
#include <string.h>

#include "vm/base/text.h"

#define DAY_SECONDS 86400
#define FARTHEST_ZONE (14 * 3600) /* no place on earth is further from UTC */

static const char *const month_names[] = { "January",   "February", "March",    "April",
                                           "May",       "June",     "July",     "August",
                                           "September", "October",  "November", "December" };

/* ---- the text in pieces ---- */

typedef struct reader {
    const char *text; /* the whole, for messages */
    const char *p, *end;
    moot_err *err;
} reader;

typedef struct parts {
    int year, month, mday; /* month, mday: 0 when not given */
    int has_time, second;  /* second of the day */
    int has_zone, offset;  /* seconds east */
    const char *time_text; /* "01:30", as written */
    int time_len;
} parts;

static moot_code refuse(const reader *r, const char *why)
{
    char shown[48];
    return moot_fail(r->err, MOOT_EDATA, "\"%s\" is not a date that moot reads: %s",
                     moot_text_clip(r->text, shown, sizeof shown), why);
}

static void open_reader(reader *r, const char *text, moot_err *err)
{
    r->text = r->p = text;
    r->end = text + strlen(text);
    r->err = err;
    while (*r->p == ' ') {
        r->p++;
    }
    while (r->end > r->p && r->end[-1] == ' ') {
        r->end--;
    }
}

static int digits_at(const reader *r)
{
    int n = 0;
    while (r->p + n < r->end && r->p[n] >= '0' && r->p[n] <= '9') {
        n++;
    }
    return n;
}

static int take_char(reader *r, char c)
{
    if (r->p < r->end && *r->p == c) {
        r->p++;
        return 1;
    }
    return 0;
}

/* Exactly `count` digits, no more. */
static int take_number(reader *r, int count, int *out_value)
{
    if (digits_at(r) != count) {
        return 0;
    }
    *out_value = 0;
    while (count--) {
        *out_value = *out_value * 10 + (*r->p++ - '0');
    }
    return 1;
}

/* ---- the date ---- */

/* "21/5/2026", "21.05.26": the usual mistakes, answered with the date written as moot wants it. */
static moot_code refuse_day_first(const reader *r)
{
    int day = 0, month = 0, year = 0;
    char a = 0, b = 0;
    if (sscanf(r->p, "%2d%c%2d%c%4d", &day, &a, &month, &b, &year) == 5 && a == b &&
        strchr("/.-", a)) {
        if (moot_date_valid(year, month, day)) {
            char why[96];
            snprintf(why, sizeof why, "write the year first, then month and day: %04d-%02d-%02d",
                     year, month, day);
            return refuse(r, why);
        }
        if (year < 100) {
            return refuse(r, "write the year first and with four digits, as in 2026-05-21");
        }
    }
    return refuse(
        r, "write year, month and day, as in 2026-05-21, or 2026-05 or 2026 if no more is known");
}

static moot_code check_date(const reader *r, const parts *d)
{
    if (!moot_date_valid(d->year, 1, 1)) {
        char why[64];
        snprintf(why, sizeof why, "moot knows the years 1900 to 2199, not %d", d->year);
        return refuse(r, why);
    }
    if (d->month == 0) {
        return MOOT_OK;
    }
    if (d->month > 12) {
        char why[80];
        snprintf(why, sizeof why, "there is no month %d; write year, month, day, as in 2026-05-21",
                 d->month);
        return refuse(r, why);
    }
    int last = moot_month_days(d->year, d->month);
    if (d->mday > last) {
        const char *name = month_names[d->month - 1];
        if (d->month == 2 && d->mday == 29) {
            return moot_fail(r->err, MOOT_EDATA,
                             "29 February %d does not exist: %d is not a leap year", d->year,
                             d->year);
        }
        return moot_fail(r->err, MOOT_EDATA, "%d %s %d does not exist: %s has %d days", d->mday,
                         name, d->year, name, last);
    }
    return MOOT_OK;
}

/* A two-digit piece of a date, at least 1. */
static moot_code read_piece(reader *r, const char *what, int *out_value)
{
    char why[96];
    if (!take_number(r, 2, out_value)) {
        snprintf(why, sizeof why, "write the %s with two digits, as in 2026-05-21", what);
        return refuse(r, why);
    }
    if (*out_value == 0) {
        snprintf(why, sizeof why,
                 "there is no %s 00; leave it away if it is not known, as in 2026-05 or 2026",
                 what);
        return refuse(r, why);
    }
    return MOOT_OK;
}

static moot_code read_date(reader *r, parts *d)
{
    if (r->p == r->end) {
        return moot_fail(r->err, MOOT_EDATA,
                         "a date is wanted, but there is no text: write it as in 2026-05-21");
    }
    int digits = digits_at(r);
    if (digits == 8 && r->p + 8 == r->end) {
        return refuse(r, "put hyphens between year, month and day, as in 2026-05-21");
    }
    if (!take_number(r, 4, &d->year)) {
        return refuse_day_first(r);
    }
    if (r->p < r->end && *r->p != '-') {
        return refuse(r, "put hyphens between year, month and day, as in 2026-05-21");
    }
    moot_code code = MOOT_OK;
    if (take_char(r, '-')) {
        code = read_piece(r, "month", &d->month);
        if (!code && take_char(r, '-')) {
            code = read_piece(r, "day", &d->mday);
        }
    }
    return code ? code : check_date(r, d);
}

/* ---- the time ---- */

static moot_code refuse_midnight(const reader *r, const parts *d)
{
    char next[16], why[96];
    moot_day_text(moot_day_of(d->year, d->month, d->mday) + 1, next, sizeof next);
    snprintf(why, sizeof why, "24:00 is the next day's 00:00; write %s 00:00", next);
    return refuse(r, why);
}

static moot_code read_clock(reader *r, parts *d)
{
    int hour, minute, second = 0;
    d->time_text = r->p;
    if (!take_number(r, 2, &hour) || !take_char(r, ':') || !take_number(r, 2, &minute)) {
        return refuse(
            r, "write the time with two digits each for hour and minute, as in 2026-05-21 09:15");
    }
    if (take_char(r, ':') && !take_number(r, 2, &second)) {
        return refuse(r, "write the seconds with two digits, as in 2026-05-21 09:15:00");
    }
    d->time_len = (int)(r->p - d->time_text);
    if (r->p < r->end && (*r->p == '.' || *r->p == ',')) {
        return refuse(r, "moot counts whole seconds, as in 2026-05-21 09:15:00");
    }
    if (hour == 24 && minute == 0 && second == 0) {
        return refuse_midnight(r, d);
    }
    if (hour > 23 || minute > 59 || second > 59) {
        return refuse(r, "a time is from 00:00 to 23:59, as in 2026-05-21 09:15");
    }
    d->has_time = 1;
    d->second = hour * 3600 + minute * 60 + second;
    return MOOT_OK;
}

static moot_code read_zone(reader *r, parts *d)
{
    if (r->p == r->end) {
        return MOOT_OK;
    }
    d->has_zone = 1;
    if (take_char(r, 'Z') || take_char(r, 'z')) {
        return MOOT_OK;
    }
    int hours, minutes, sign = take_char(r, '+') ? 1 : (take_char(r, '-') ? -1 : 0);
    if (sign == 0) {
        return refuse(r, "nothing but a zone (+01:00, +00:00 or Z) may follow the time");
    }
    if (!take_number(r, 2, &hours) || !take_char(r, ':') || !take_number(r, 2, &minutes) ||
        minutes > 59 || hours * 3600 + minutes * 60 > FARTHEST_ZONE) {
        return refuse(r, "write the zone as +01:00 (summer time), +00:00 or Z");
    }
    d->offset = sign * (hours * 3600 + minutes * 60);
    return MOOT_OK;
}

static moot_code read_end(reader *r)
{
    return r->p == r->end ? MOOT_OK
                          : refuse(r, "nothing may follow; write it as in 2026-05-21 09:15");
}

static moot_code read_time(reader *r, parts *d)
{
    if (r->p == r->end) {
        return MOOT_OK;
    }
    if (d->mday == 0 || !(take_char(r, ' ') || take_char(r, 'T'))) {
        return read_end(r);
    }
    moot_code code = read_clock(r, d);
    if (!code) {
        code = read_zone(r, d);
    }
    return code ? code : read_end(r);
}

/* ---- what it means ---- */

static void days_of(const parts *d, moot_day *out_lo, moot_day *out_hi)
{
    int last_month = d->month ? d->month : 12;
    *out_lo = moot_day_of(d->year, d->month ? d->month : 1, d->mday ? d->mday : 1);
    *out_hi =
        d->mday ? *out_lo : moot_day_of(d->year, last_month, moot_month_days(d->year, last_month));
}

/* "01:00" of the wall clock at an instant, `shift` seconds on. */
static void clock_text(const moot_zone *zone, moot_instant at, int shift, char buf[8])
{
    int second = (moot_second_of_day(zone, at) + shift + DAY_SECONDS) % DAY_SECONDS;
    snprintf(buf, 8, "%02d:%02d", second / 3600 % 24, second / 60 % 60);
}

static moot_code refuse_skipped(const moot_zone *zone, const reader *r, const parts *d,
                                moot_day day, moot_instant change)
{
    char date[16], from[8], to[8];
    int shift = moot_zone_offset(zone, change) - moot_zone_offset(zone, change - 1);
    clock_text(zone, change, -shift, from);
    clock_text(zone, change, 0, to);
    return moot_fail(r->err, MOOT_EDATA,
                     "%s %.*s does not exist: the clocks went forward at %s, straight to %s",
                     moot_day_text(day, date, sizeof date), d->time_len, d->time_text, from, to);
}

static moot_code refuse_repeated(const moot_zone *zone, const reader *r, const parts *d,
                                 moot_day day, moot_instant first, moot_instant second)
{
    char date[16], one[8], two[8];
    moot_offset_text(moot_zone_offset(zone, first), one, sizeof one);
    moot_offset_text(moot_zone_offset(zone, second), two, sizeof two);
    moot_day_text(day, date, sizeof date);
    return moot_fail(
        r->err, MOOT_EDATA,
        "%s %.*s came twice, because the clocks went back: add %s for the first time or %s for the "
        "second, as in %s %.*s%s",
        date, d->time_len, d->time_text, one, two, date, d->time_len, d->time_text, one);
}

static moot_code find_instant(const moot_zone *zone, const reader *r, const parts *d,
                              moot_when *out_when)
{
    moot_day day = moot_day_of(d->year, d->month, d->mday);
    if (d->has_zone) {
        *out_when = moot_when_at((moot_instant)day * DAY_SECONDS + d->second - d->offset);
        return MOOT_OK;
    }
    moot_instant at, again = 0;
    switch (moot_instant_of(zone, day, d->second, &at, &again)) {
    case MOOT_WALL_SKIPPED:
        return refuse_skipped(zone, r, d, day, at);
    case MOOT_WALL_REPEATED:
        return refuse_repeated(zone, r, d, day, at, again);
    case MOOT_WALL_ONE:
        break;
    }
    *out_when = moot_when_at(at);
    return MOOT_OK;
}

moot_code moot_when_parse(const moot_zone *zone, const char *text, moot_when *out_when,
                          moot_err *err)
{
    reader r;
    parts d = { 0 };
    open_reader(&r, text, err);
    moot_code code = read_date(&r, &d);
    if (!code) {
        code = read_time(&r, &d);
    }
    if (code) {
        return code;
    }
    if (d.has_time) {
        return find_instant(zone, &r, &d, out_when);
    }
    moot_day lo, hi;
    days_of(&d, &lo, &hi);
    out_when->lo = moot_day_start(zone, lo);
    out_when->hi = moot_day_end(zone, hi);
    return MOOT_OK;
}

moot_code moot_days_parse(const char *text, moot_day *out_lo, moot_day *out_hi, moot_err *err)
{
    reader r;
    parts d = { 0 };
    open_reader(&r, text, err);
    moot_code code = read_date(&r, &d);
    if (!code && r.p < r.end) {
        code = refuse(&r, *r.p == ' ' || *r.p == 'T'
                              ? "a date without a time is wanted here, as in 2026-05-21"
                              : "nothing may follow; write it as in 2026-05-21");
    }
    if (!code) {
        days_of(&d, out_lo, out_hi);
    }
    return code;
}
