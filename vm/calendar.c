/* A calendar, once frozen, is three tables over every day from 1900 to 2199: why a day is shut, how
 * many working days there were up to it, and the working days in order. About 0.9 MB and a
 * millisecond; each question after that is one or two look-ups. */
#include "vm/calendar.h"

#include <string.h>

#include "vm/hash.h"
#include "vm/holidays.h"

#define DAYS ((size_t)(MOOT_DAY_MAX - MOOT_DAY_MIN + 1))
#define DAY_SECONDS 86400

/* Why a day is shut, in the order of what is said first. HOLIDAY + n is the n-th bank holiday. */
enum { OPEN, SATURDAY, SUNDAY, CLOSED, HOLIDAY };
#define WHY 0x7f
#define SHUT_EVEN_WITH_HOURS 0x80 /* a holiday or closure day, also when a weekend is named first */

typedef struct span {
    moot_day first, last;
} span;

typedef struct hours {
    int from, until; /* seconds of the local day, both in; from -1: none */
} hours;

struct moot_calendar {
    const moot_zone *zone; /* borrowed */
    char *name;            /* owned */
    span *closures;        /* owned */
    size_t closure_count, closure_cap;
    hours hours[7];
    int has_hours, frozen;
    moot_day known_on;
    uint64_t digest;
    uint8_t *why;      /* owned: by day, from MOOT_DAY_MIN */
    int32_t *rank;     /* owned: working days up to and with that day */
    moot_day *working; /* owned: the working days, in order */
    int32_t working_count;
};

/* ---- building ---- */

moot_code moot_calendar_new(const moot_zone *zone, const char *name, moot_calendar **out_calendar,
                            moot_err *err)
{
    moot_calendar *calendar = moot_calloc(1, sizeof *calendar);
    if (!calendar) {
        return moot_fail_memory(err);
    }
    calendar->zone = zone;
    calendar->known_on = MOOT_DAY_MAX;
    for (int weekday = 0; weekday < 7; weekday++) {
        calendar->hours[weekday].from = -1;
    }
    calendar->name = moot_strdup(name);
    if (!calendar->name) {
        moot_calendar_free(calendar);
        return moot_fail_memory(err);
    }
    *out_calendar = calendar;
    return MOOT_OK;
}

static void drop_tables(moot_calendar *calendar)
{
    moot_free(calendar->why);
    moot_free(calendar->rank);
    moot_free(calendar->working);
    calendar->why = NULL;
    calendar->rank = NULL;
    calendar->working = NULL;
}

void moot_calendar_free(moot_calendar *calendar)
{
    if (!calendar) {
        return;
    }
    moot_free(calendar->name);
    moot_free(calendar->closures);
    drop_tables(calendar);
    moot_free(calendar);
}

static void must_be_frozen(const moot_calendar *calendar, int frozen)
{
    if (calendar->frozen != frozen) {
        MOOT_BUG("the calendar \"%s\" is %s frozen", calendar->name,
                 frozen ? "not yet" : "already");
    }
}

moot_code moot_calendar_close_days(moot_calendar *calendar, moot_day first, moot_day last,
                                   moot_err *err)
{
    char from[16], until[16];
    must_be_frozen(calendar, 0);
    if (last < first) {
        return moot_fail(
            err, MOOT_EDATA,
            "these closure days end (%s) before they begin (%s); write the first day first",
            moot_day_text(last, until, sizeof until), moot_day_text(first, from, sizeof from));
    }
    if (!moot_grow((void **)&calendar->closures, &calendar->closure_cap,
                   calendar->closure_count + 1, sizeof *calendar->closures)) {
        return moot_fail_memory(err);
    }
    calendar->closures[calendar->closure_count].first = moot_day_clamp(first);
    calendar->closures[calendar->closure_count++].last = moot_day_clamp(last);
    return MOOT_OK;
}

moot_code moot_calendar_open_hours(moot_calendar *calendar, int weekday, int from_second,
                                   int until_second, moot_err *err)
{
    static const char *const names[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                         "Friday", "Saturday", "Sunday" };
    must_be_frozen(calendar, 0);
    if (weekday < 0 || weekday > 6) {
        return moot_fail(err, MOOT_EDATA, "weekdays run from 0 (Monday) to 6 (Sunday), not %d",
                         weekday);
    }
    if (from_second < 0 || until_second > DAY_SECONDS || until_second <= from_second) {
        return moot_fail(
            err, MOOT_EDATA,
            "the opening hours of %s must begin before they end, within one day, as in "
            "09:00 to 16:30",
            names[weekday]);
    }
    if (calendar->hours[weekday].from >= 0) {
        return moot_fail(err, MOOT_EDATA,
                         "%s has opening hours already; a weekday has one pair of times",
                         names[weekday]);
    }
    calendar->hours[weekday].from = from_second;
    calendar->hours[weekday].until = until_second;
    calendar->has_hours = 1;
    return MOOT_OK;
}

moot_code moot_calendar_known_on(moot_calendar *calendar, moot_day day, moot_err *err)
{
    must_be_frozen(calendar, 0);
    if (day < MOOT_DAY_MIN || day > MOOT_DAY_MAX) {
        return moot_fail(err, MOOT_EDATA, "moot knows the days from 1900-01-01 to 2199-12-31 only");
    }
    calendar->known_on = day;
    return MOOT_OK;
}

/* ---- freezing ---- */

static void mark_weekends(moot_calendar *calendar)
{
    int weekday = moot_weekday(MOOT_DAY_MIN);
    for (size_t i = 0; i < DAYS; i++) {
        calendar->why[i] = weekday == 5 ? SATURDAY : (weekday == 6 ? SUNDAY : OPEN);
        weekday = weekday == 6 ? 0 : weekday + 1;
    }
}

static void mark(moot_calendar *calendar, moot_day day, int why)
{
    uint8_t *cell = &calendar->why[day - MOOT_DAY_MIN];
    if ((*cell & WHY) == OPEN) {
        *cell = (uint8_t)why;
    }
    *cell |= SHUT_EVEN_WITH_HOURS;
}

static void mark_holidays(moot_calendar *calendar)
{
    int first, last, month, mday;
    moot_day_split(MOOT_DAY_MIN, &first, &month, &mday);
    moot_day_split(MOOT_DAY_MAX, &last, &month, &mday);
    for (int year = first; year <= last; year++) {
        moot_holiday holidays[MOOT_HOLIDAYS_MOST];
        size_t count = moot_holidays_in(year, calendar->known_on, holidays);
        for (size_t i = 0; i < count; i++) {
            mark(calendar, holidays[i].day, HOLIDAY + holidays[i].name);
        }
    }
}

static void mark_closures(moot_calendar *calendar)
{
    for (size_t i = 0; i < calendar->closure_count; i++) {
        for (moot_day day = calendar->closures[i].first; day <= calendar->closures[i].last; day++) {
            mark(calendar, day, CLOSED);
        }
    }
}

static int32_t rank_days(moot_calendar *calendar)
{
    int32_t rank = 0;
    for (size_t i = 0; i < DAYS; i++) {
        rank += calendar->why[i] == OPEN;
        calendar->rank[i] = rank;
    }
    return rank;
}

static void list_working(moot_calendar *calendar)
{
    size_t n = 0;
    for (size_t i = 0; i < DAYS; i++) {
        if (calendar->why[i] == OPEN) {
            calendar->working[n++] = MOOT_DAY_MIN + (moot_day)i;
        }
    }
}

/* What is shut, not why: closing a council on a bank holiday changes no date. */
static uint64_t digest_of(const moot_calendar *calendar)
{
    uint64_t digest = moot_mix64(MOOT_PUBLISHED_UNTIL, (uint64_t)calendar->working_count);
    for (int weekday = 0; weekday < 7; weekday++) {
        const hours *h = &calendar->hours[weekday];
        digest = moot_mix64(digest, ((uint64_t)(uint32_t)h->from << 32) | (uint32_t)h->until);
    }
    for (size_t i = 0; i < DAYS; i += 64) {
        uint64_t shut = 0, always = 0;
        for (size_t j = 0; j < 64 && i + j < DAYS; j++) {
            uint8_t why = calendar->why[i + j];
            shut |= (uint64_t)(why != OPEN) << j;
            always |= (uint64_t)((why & SHUT_EVEN_WITH_HOURS) != 0) << j;
        }
        digest = moot_mix64(moot_mix64(digest, shut), always);
    }
    return digest;
}

static int make_tables(moot_calendar *calendar)
{
    calendar->why = moot_reallocarray(NULL, DAYS, sizeof *calendar->why);
    calendar->rank = moot_reallocarray(NULL, DAYS, sizeof *calendar->rank);
    if (!calendar->why || !calendar->rank) {
        return 0;
    }
    mark_weekends(calendar);
    mark_holidays(calendar);
    mark_closures(calendar);
    calendar->working_count = rank_days(calendar);
    calendar->working =
        moot_reallocarray(NULL, (size_t)calendar->working_count, sizeof *calendar->working);
    if (!calendar->working) {
        return 0;
    }
    list_working(calendar);
    return 1;
}

moot_code moot_calendar_freeze(moot_calendar *calendar, moot_err *err)
{
    must_be_frozen(calendar, 0);
    if (!make_tables(calendar)) {
        drop_tables(calendar);
        return moot_fail_memory(err);
    }
    calendar->digest = digest_of(calendar);
    calendar->frozen = 1;
    return MOOT_OK;
}

/* ---- asking ---- */

const moot_zone *moot_calendar_zone(const moot_calendar *calendar)
{
    return calendar->zone;
}

const char *moot_calendar_name(const moot_calendar *calendar)
{
    return calendar->name;
}

uint64_t moot_calendar_digest(const moot_calendar *calendar)
{
    must_be_frozen(calendar, 1);
    return calendar->digest;
}

static int why_of(const moot_calendar *calendar, moot_day day)
{
    must_be_frozen(calendar, 1);
    return calendar->why[moot_day_clamp(day) - MOOT_DAY_MIN];
}

const char *moot_calendar_shut(const moot_calendar *calendar, moot_day day)
{
    int why = why_of(calendar, day) & WHY;
    switch (why) {
    case OPEN:
        return NULL;
    case SATURDAY:
        return "Saturday";
    case SUNDAY:
        return "Sunday";
    case CLOSED:
        return "closure day";
    default:
        return moot_holiday_text(why - HOLIDAY);
    }
}

int moot_calendar_working(const moot_calendar *calendar, moot_day day)
{
    return why_of(calendar, day) == OPEN;
}

/* Working days from the table's start up to and with `day`. */
static int32_t rank_of(const moot_calendar *calendar, moot_day day)
{
    if (day < MOOT_DAY_MIN) {
        return 0;
    }
    return calendar->rank[moot_day_clamp(day) - MOOT_DAY_MIN];
}

moot_day moot_calendar_add_working(const moot_calendar *calendar, moot_day day, int n)
{
    must_be_frozen(calendar, 1);
    day = moot_day_clamp(day);
    if (n == 0) {
        return day;
    }
    int64_t place =
        n > 0 ? (int64_t)rank_of(calendar, day) + n - 1 : (int64_t)rank_of(calendar, day - 1) + n;
    if (place < 0) {
        return MOOT_DAY_MIN;
    }
    return place < calendar->working_count ? calendar->working[place] : MOOT_DAY_MAX;
}

int moot_calendar_count_working(const moot_calendar *calendar, moot_day first, moot_day last)
{
    must_be_frozen(calendar, 1);
    return rank_of(calendar, last) - rank_of(calendar, first);
}

/* The opening hours of a day, in seconds of it; 0 when it is shut. */
static int hours_of(const moot_calendar *calendar, moot_day day, hours *out)
{
    int why = why_of(calendar, day);
    if (!calendar->has_hours) {
        *out = (hours){ 0, 86399 };
        return why == OPEN;
    }
    *out = calendar->hours[moot_weekday(day)];
    return !(why & SHUT_EVEN_WITH_HOURS) && out->from >= 0;
}

int moot_calendar_inside(const moot_calendar *calendar, moot_instant at)
{
    hours h;
    int second = moot_second_of_day(calendar->zone, at);
    return hours_of(calendar, moot_day_at(calendar->zone, at), &h) && second >= h.from && second <= h.until;
}

int moot_calendar_opens_within(const moot_calendar *calendar, moot_when window)
{
    moot_day first = moot_day_at(calendar->zone, window.lo), last = moot_day_at(calendar->zone, window.hi);
    for (moot_day day = first; day <= last; day++) { /* a desk that is shut for weeks on end is rare: this is short */
        int begin = day == first ? moot_second_of_day(calendar->zone, window.lo) : 0;
        int end = day == last ? moot_second_of_day(calendar->zone, window.hi) : 86399;
        hours h;
        if (hours_of(calendar, day, &h) && begin <= h.until && end >= h.from) {
            return 1;
        }
    }
    return 0;
}
