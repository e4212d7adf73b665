/* A calendar is told what is shut, frozen into tables (calendar_freeze.c), and then asked: each
 * question is one or two look-ups. */
#include "vm/calendar/calendar.h"

#include "vm/calendar/calendar_internal.h"

#define DAY_SECONDS 86400

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

void moot_calendar_free(moot_calendar *calendar)
{
    if (!calendar) {
        return;
    }
    moot_free(calendar->name);
    moot_free(calendar->closures);
    moot_calendar__drop_tables(calendar);
    moot_calendar_free(calendar->plain);
    moot_free(calendar);
}

moot_code moot_calendar_copy(const moot_calendar *calendar, moot_calendar **out_copy, moot_err *err)
{
    moot_calendar *copy;
    moot_code code = moot_calendar_new(calendar->zone, calendar->name, &copy, err);
    for (size_t i = 0; !code && i < calendar->closure_count; i++) {
        const moot_closure *c = &calendar->closures[i];
        code = moot_calendar_close_days(copy, c->first, c->last, err);
        if (code) {
            moot_calendar_free(copy);
        }
    }
    if (code) {
        return code;
    }
    for (int weekday = 0; weekday < 7; weekday++) {
        copy->hours[weekday] = calendar->hours[weekday];
    }
    copy->has_hours = calendar->has_hours;
    copy->known_on = calendar->known_on;
    copy->leap = calendar->leap;
    *out_copy = copy;
    return MOOT_OK;
}

void moot_calendar__must_be_frozen(const moot_calendar *calendar, int frozen)
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
    moot_calendar__must_be_frozen(calendar, 0);
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

static const char *const weekdays[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };

moot_code moot_calendar_open_hours(moot_calendar *calendar, int weekday, int from_second,
                                   int until_second, moot_err *err)
{
    moot_calendar__must_be_frozen(calendar, 0);
    if (weekday < 0 || weekday > 6) {
        return moot_fail(err, MOOT_EDATA, "weekdays run from 0 (Monday) to 6 (Sunday), not %d",
                         weekday);
    }
    if (from_second < 0 || until_second > DAY_SECONDS || until_second <= from_second) {
        return moot_fail(
            err, MOOT_EDATA,
            "the opening hours of %s must begin before they end, within one day, as in "
            "09:00 to 16:30",
            weekdays[weekday]);
    }
    if (calendar->hours[weekday].from >= 0) {
        return moot_fail(err, MOOT_EDATA,
                         "%s has opening hours already; a weekday has one pair of times",
                         weekdays[weekday]);
    }
    calendar->hours[weekday].from = from_second;
    calendar->hours[weekday].until = until_second;
    calendar->has_hours = 1;
    return MOOT_OK;
}

moot_code moot_calendar_known_on(moot_calendar *calendar, moot_day day, moot_err *err)
{
    moot_calendar__must_be_frozen(calendar, 0);
    if (day < MOOT_DAY_MIN || day > MOOT_DAY_MAX) {
        return moot_fail(err, MOOT_EDATA, "moot knows the days from 1900-01-01 to 2199-12-31 only");
    }
    calendar->known_on = day;
    return MOOT_OK;
}

void moot_calendar_leap_birthday(moot_calendar *calendar, moot_leap leap)
{
    moot_calendar__must_be_frozen(calendar, 0);
    calendar->leap = leap;
}

/* ---- asking ---- */

const moot_calendar *moot_calendar_for(const moot_calendar *calendar, moot_unit unit)
{
    return unit == MOOT_STATUTORY_DAYS && calendar->plain ? calendar->plain : calendar;
}

const moot_zone *moot_calendar_zone(const moot_calendar *calendar)
{
    return calendar->zone;
}

const char *moot_calendar_name(const moot_calendar *calendar)
{
    return calendar->name;
}

moot_day moot_calendar_known(const moot_calendar *calendar)
{
    return calendar->known_on;
}

void moot_calendar_show(const moot_calendar *calendar, moot_buf *out)
{
    char first[64], last[64];
    const char *join = "";
    for (int day = 0; day < 7; day++) {
        int from = calendar->hours[day].from / 60, until = calendar->hours[day].until / 60;
        if (calendar->hours[day].from >= 0) {
            moot_buf_printf(out, "%s%s %02d:%02d to %02d:%02d", join, weekdays[day], from / 60, from % 60, until / 60,
                            until % 60);
            join = ", ";
        }
    }
    for (size_t i = 0; i < calendar->closure_count; i++) {
        const moot_closure *closed = &calendar->closures[i];
        moot_buf_printf(out, "%sclosed %s", join, moot_day_text(closed->first, first, sizeof first));
        if (closed->last != closed->first) {
            moot_buf_printf(out, " to %s", moot_day_text(closed->last, last, sizeof last));
        }
        join = ", ";
    }
    if (calendar->known_on != MOOT_DAY_MAX) {
        moot_buf_printf(out, "%sbank holidays as known on %s", join, moot_day_text(calendar->known_on, first, sizeof first));
    }
}

moot_leap moot_calendar_leap(const moot_calendar *calendar)
{
    return calendar->leap;
}

moot_day moot_calendar_birthday(const moot_calendar *calendar, moot_day born, int age)
{
    return moot_birthday(born, age, calendar->leap);
}

int moot_calendar_age(const moot_calendar *calendar, moot_day born, moot_day day)
{
    return moot_age_on(born, day, calendar->leap);
}

uint64_t moot_calendar_digest(const moot_calendar *calendar)
{
    moot_calendar__must_be_frozen(calendar, 1);
    return calendar->digest;
}

static int why_of(const moot_calendar *calendar, moot_day day)
{
    moot_calendar__must_be_frozen(calendar, 1);
    return calendar->why[moot_day_clamp(day) - MOOT_DAY_MIN];
}

static const char *shut_text(int why)
{
    switch (why & MOOT_SHUT_WHY) {
    case MOOT_SHUT_NOT:
        return NULL;
    case MOOT_SHUT_SATURDAY:
        return "Saturday";
    case MOOT_SHUT_SUNDAY:
        return "Sunday";
    case MOOT_SHUT_CLOSED:
        return "closure day";
    default:
        return moot_holiday_text((why & MOOT_SHUT_WHY) - MOOT_SHUT_HOLIDAY);
    }
}

const char *moot_calendar_shut(const moot_calendar *calendar, moot_day day)
{
    return shut_text(why_of(calendar, day));
}

const char *moot_calendar_shut_as_known(const moot_calendar *calendar, moot_day day,
                                        moot_day known_on)
{
    int why = why_of(calendar, day) & MOOT_SHUT_WHY;
    if (known_on >= calendar->known_on || (why != MOOT_SHUT_NOT && why < MOOT_SHUT_HOLIDAY)) {
        return shut_text(why);
    }
    int year, month, mday;
    moot_holiday holidays[MOOT_HOLIDAYS_MOST];
    moot_day_split(moot_day_clamp(day), &year, &month, &mday);
    size_t count = moot_holidays_in(year, known_on, holidays);
    for (size_t i = 0; i < count; i++) {
        if (holidays[i].day == day) {
            return moot_holiday_text(holidays[i].name);
        }
    }
    /* Not a holiday yet; it may have been a closure day all the same, which the holiday hides. */
    for (size_t i = 0; i < calendar->closure_count; i++) {
        if (day >= calendar->closures[i].first && day <= calendar->closures[i].last) {
            return shut_text(MOOT_SHUT_CLOSED);
        }
    }
    return NULL;
}

int moot_calendar_working(const moot_calendar *calendar, moot_day day)
{
    return why_of(calendar, day) == MOOT_SHUT_NOT;
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
    moot_calendar__must_be_frozen(calendar, 1);
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
    moot_calendar__must_be_frozen(calendar, 1);
    return rank_of(calendar, last) - rank_of(calendar, first);
}

/* The opening hours of a day, in seconds of it; 0 when it is shut. */
static int hours_of(const moot_calendar *calendar, moot_day day, moot_hours *out)
{
    int why = why_of(calendar, day);
    if (!calendar->has_hours) {
        *out = (moot_hours){ 0, 86399 };
        return why == MOOT_SHUT_NOT;
    }
    *out = calendar->hours[moot_weekday(day)];
    return !(why & MOOT_SHUT_EVEN_WITH_HOURS) && out->from >= 0;
}

int moot_calendar_inside(const moot_calendar *calendar, moot_instant at)
{
    moot_hours h;
    int second = moot_second_of_day(calendar->zone, at);
    return hours_of(calendar, moot_day_at(calendar->zone, at), &h) && second >= h.from &&
           second <= h.until;
}

int moot_calendar_opens_within(const moot_calendar *calendar, moot_when window)
{
    moot_day first = moot_day_at(calendar->zone, window.lo);
    moot_day last = moot_day_at(calendar->zone, window.hi);
    /* A desk that is shut for weeks on end is rare: this is short. */
    for (moot_day day = first; day <= last; day++) {
        int begin = day == first ? moot_second_of_day(calendar->zone, window.lo) : 0;
        int end = day == last ? moot_second_of_day(calendar->zone, window.hi) : 86399;
        moot_hours h;
        if (hours_of(calendar, day, &h) && begin <= h.until && end >= h.from) {
            return 1;
        }
    }
    return 0;
}
