/* Writes dates and times, in the shortest form that reads back as the same. */
#include "vm/time/time.h"

#include <string.h>

/* Results hold millions of dates, so digits are put by hand. */
static char *put2(char *p, int n)
{
    *p++ = (char)('0' + n / 10 % 10);
    *p++ = (char)('0' + n % 10);
    return p;
}

static char *put_date(char *p, moot_day day, int pieces)
{
    int year, month, mday;
    moot_day_split(moot_day_clamp(day), &year, &month, &mday);
    p = put2(put2(p, year / 100), year % 100);
    if (pieces > 1) {
        *p++ = '-';
        p = put2(p, month);
    }
    if (pieces > 2) {
        *p++ = '-';
        p = put2(p, mday);
    }
    return p;
}

static char *put_offset(char *p, int offset)
{
    int size = offset < 0 ? -offset : offset;
    *p++ = offset < 0 ? '-' : '+';
    p = put2(p, size / 3600);
    *p++ = ':';
    return put2(p, size / 60 % 60);
}

static char *put_instant(char *p, const moot_zone *zone, moot_instant at)
{
    moot_day day = moot_day_at(zone, at);
    int second = moot_second_of_day(zone, at);
    p = put_date(p, day, 3);
    *p++ = ' ';
    p = put2(p, second / 3600);
    *p++ = ':';
    p = put2(p, second / 60 % 60);
    if (second % 60) {
        *p++ = ':';
        p = put2(p, second % 60);
    }
    moot_instant first, again;
    if (moot_instant_of(zone, day, second, &first, &again) == MOOT_WALL_REPEATED) {
        p = put_offset(p, moot_zone_offset(zone, at));
    }
    return p;
}

static int is_day_end(const moot_zone *zone, moot_instant at)
{
    return moot_day_end(zone, moot_day_at(zone, at)) == at;
}

/* An instant that something ends with: the last second of a day is the day. */
static char *put_end(char *p, const moot_zone *zone, moot_instant at)
{
    return is_day_end(zone, at) ? put_date(p, moot_day_at(zone, at), 3) : put_instant(p, zone, at);
}

static char *put_text(char *p, const char *text)
{
    size_t len = strlen(text);
    memcpy(p, text, len);
    return p + len;
}

static char *put_days(char *p, moot_day lo, moot_day hi)
{
    int y1, m1, d1, y2, m2, d2;
    moot_day_split(lo, &y1, &m1, &d1);
    moot_day_split(hi, &y2, &m2, &d2);
    if (lo == hi) {
        return put_date(p, lo, 3);
    }
    if (y1 == y2 && d1 == 1 && d2 == moot_month_days(y2, m2)) {
        if (m1 == m2) {
            return put_date(p, lo, 2);
        }
        if (m1 == 1 && m2 == 12) {
            return put_date(p, lo, 1);
        }
    }
    return put_date(put_text(put_date(p, lo, 3), " to "), hi, 3);
}

static void check_size(size_t size, size_t need)
{
    if (size < need) {
        MOOT_BUG("a date was to be written into %zu bytes, but needs %zu", size, need);
    }
}

char *moot_when_text(const moot_zone *zone, moot_when when, char *buf, size_t size)
{
    check_size(size, 64);
    char *p = buf;
    int no_start = when.lo == MOOT_ALWAYS || when.lo == MOOT_NEVER, no_end = when.hi == MOOT_NEVER;
    if (no_start || no_end) {
        if (!no_start) {
            p = put_instant(put_text(p, "from "), zone, when.lo);
        } else if (!no_end && when.hi != MOOT_ALWAYS) {
            p = put_end(put_text(p, "until "), zone, when.hi);
        }
    } else if (moot_when_exact(when)) {
        p = put_end(p, zone, when.lo);
    } else {
        moot_day lo = moot_day_at(zone, when.lo), hi = moot_day_at(zone, when.hi);
        if (moot_day_start(zone, lo) == when.lo && is_day_end(zone, when.hi)) {
            p = put_days(p, lo, hi);
        } else {
            p = put_end(put_text(put_instant(p, zone, when.lo), " to "), zone, when.hi);
        }
    }
    *p = '\0';
    return buf;
}

char *moot_instant_text(const moot_zone *zone, moot_instant at, char *buf, size_t size)
{
    return moot_when_text(zone, moot_when_at(at), buf, size);
}

char *moot_day_text(moot_day day, char *buf, size_t size)
{
    check_size(size, 11);
    *put_date(buf, day, 3) = '\0';
    return buf;
}

char *moot_days_text(moot_day lo, moot_day hi, char *buf, size_t size)
{
    check_size(size, 25);
    *put_days(buf, lo, hi) = '\0';
    return buf;
}

char *moot_offset_text(int offset, char *buf, size_t size)
{
    check_size(size, 7);
    *put_offset(buf, offset) = '\0';
    return buf;
}
