/* Deadlines: a duration counted from a day or an instant, and how far past one something was
 * done. */
#include "vm/calendar/calendar_internal.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "vm/time/period.h"

/* ---- conventions ---- */

static const char *const counting_texts[] = {
#define X(name, text) text,
    MOOT_COUNTINGS(X)
#undef X
};

const char *moot_counting_text(moot_counting counting)
{
    return counting_texts[counting];
}

int moot_counting_find(const char *text)
{
    for (size_t i = 0; i < MOOT_COUNT(counting_texts); i++) {
        if (strcmp(counting_texts[i], text) == 0) {
            return (int)i;
        }
    }
    return -1;
}

/* "10 clear working days" of "10 working days". */
static void clear_text(const char *length, char *buf, size_t size)
{
    const char *unit = strchr(length, ' ');
    unit = unit ? unit : "";
    snprintf(buf, size, "%.*s clear%s", (int)(strlen(length) - strlen(unit)), length, unit);
}

char *moot_counting_words(moot_duration length, moot_counting counting, char *buf, size_t size)
{
    char text[32], clear[48];
    int back = length.count < 0;
    length.count = back ? -length.count : length.count;
    moot_duration_text(length, text, sizeof text);
    if (moot_period_of_unit(length.unit) >= 0) {
        snprintf(buf, size, "once in each %s", text);
    } else if (!moot_unit_counted((moot_unit)length.unit)) {
        snprintf(buf, size, "%s", text);
    } else if (counting == MOOT_COUNT_CLEAR) {
        clear_text(text, clear, sizeof clear);
        snprintf(buf, size, "at least %s %s", clear, back ? "before" : "after");
    } else if (counting == MOOT_COUNT_BEGINNING) {
        snprintf(buf, size, "%s %s with the day", text, back ? "ending" : "beginning");
    } else if (back) {
        snprintf(buf, size, "not later than %s before", text);
    } else {
        snprintf(buf, size, "within %s", text);
    }
    return buf;
}

/* ---- counting ---- */

/* Law: "beginning with D" makes D the first of the N (Trow v Ind Coope 1967); of clear days neither
 * end is one. Forwards and backwards alike; nothing to count leaves D. */
static int64_t by_convention(int64_t n, moot_counting counting)
{
    int64_t more = counting == MOOT_COUNT_BEGINNING ? -1 : (counting == MOOT_COUNT_CLEAR ? 1 : 0);
    return n > 0 ? n + more : (n < 0 ? n - more : 0);
}

/* Law: the corresponding date, clamped to the month's end (Dodds v Walker 1981). A month
 * beginning with D ends the day before that date; if there is no such date, with the month's
 * last day, which is already the day before it would be. */
static moot_day shift_months(moot_day day, int months, moot_counting counting)
{
    moot_day moved = moot_add_months(day, months);
    if (counting == MOOT_COUNT_OF || months == 0) {
        return moved;
    }
    if (counting == MOOT_COUNT_CLEAR) {
        return moot_day_clamp((int64_t)moved + (months > 0 ? 1 : -1));
    }
    int year, month, mday, moved_mday;
    moot_day_split(day, &year, &month, &mday);
    moot_day_split(moved, &year, &month, &moved_mday);
    if (months < 0) {
        return moot_day_clamp((int64_t)moved + 1);
    }
    return moved_mday == mday ? moot_day_clamp((int64_t)moved - 1) : moved;
}

static int within_int(int64_t n)
{
    return (int)(n > INT_MAX ? INT_MAX : (n < INT_MIN ? INT_MIN : n));
}

static moot_day shift_working(const moot_calendar *calendar, moot_day day, int n,
                              moot_counting counting)
{
    if (counting == MOOT_COUNT_CLEAR) {
        return moot_calendar_add_working(calendar, day, within_int(by_convention(n, counting)));
    }
    if (counting == MOOT_COUNT_OF || n == 0) {
        return moot_calendar_add_working(calendar, day, n);
    }
    /* From the day before (or after), so that D itself is counted if it is a working day. */
    return moot_calendar_add_working(calendar, n > 0 ? day - 1 : day + 1, n);
}

static int saturate(int64_t months)
{
    const int64_t most = MOOT_MONTHS_MOST;
    return (int)(months > most ? most : (months < -most ? -most : months));
}

moot_day moot_calendar_shift(const moot_calendar *calendar, moot_day day, moot_duration by,
                             moot_counting counting)
{
    int64_t n = by.count;
    switch ((moot_unit)by.unit) {
    case MOOT_DAYS:
        return moot_day_clamp(day + by_convention(n, counting));
    case MOOT_WEEKS:
        return moot_day_clamp(day + by_convention(7 * n, counting));
    case MOOT_MONTHS:
        return shift_months(day, saturate(n), counting);
    case MOOT_YEARS:
        return shift_months(day, saturate(12 * n), counting);
    case MOOT_WORKING_DAYS:
    case MOOT_STATUTORY_DAYS:
        return shift_working(moot_calendar_for(calendar, (moot_unit)by.unit), day, by.count, counting);
    case MOOT_SAME_DAY:
        return day;
    case MOOT_NEXT_WORKING_DAY:
        return moot_calendar_add_working(calendar, day, 1);
    case MOOT_EACH_MONTH:
    case MOOT_EACH_QUARTER:
    case MOOT_EACH_YEAR:
    case MOOT_EACH_FINANCIAL_YEAR: /* to the last day of the one that holds the day */
        return moot_period_next((moot_period)moot_period_of_unit(by.unit), day) - 1;
    case MOOT_MINUTES:
    case MOOT_HOURS:
        break;
    }
    MOOT_BUG("a day cannot be moved by the unit %d", (int)by.unit);
}

/* Only working days depend on bank holidays, so only they can be upset by a later announcement, or by
 * an older custom. */
int moot_calendar_provisional(moot_unit unit, moot_day from, moot_day until)
{
    if (!moot_unit_working(unit)) {
        return MOOT_SURE;
    }
    moot_day published = moot_day_of(MOOT_PUBLISHED_UNTIL, 12, 31);
    moot_day sure = moot_day_of(MOOT_HOLIDAYS_SURE_SINCE, 1, 1);
    int ahead = from > published || until > published, old = from < sure || until < sure;
    return (ahead ? MOOT_UNPUBLISHED : 0) | (old ? MOOT_TOO_OLD : 0);
}

#define TEXT_OF(year) #year
#define PUBLISHED(year) "bank holidays are published to " TEXT_OF(year)
#define SURE(year) "bank holidays before " TEXT_OF(year) " are not known for certain"

const char *moot_provisional_text(int provisional)
{
    return provisional & MOOT_TOO_OLD ? SURE(MOOT_HOLIDAYS_SURE_SINCE) : PUBLISHED(MOOT_PUBLISHED_UNTIL);
}

moot_due moot_calendar_due(const moot_calendar *calendar, moot_instant from, moot_duration within,
                           moot_counting counting)
{
    moot_due due = { from, 0 };
    if (from == MOOT_NEVER || from == MOOT_ALWAYS) {
        return due;
    }
    if (!moot_unit_by_day((moot_unit)within.unit)) {
        due.at = from + (int64_t)within.count * (within.unit == MOOT_HOURS ? 3600 : 60);
        return due;
    }
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_day trigger = moot_day_at(zone, from);
    moot_day last = moot_calendar_shift(calendar, trigger, within, counting);
    due.at = moot_day_end(zone, last);
    due.provisional = moot_calendar_provisional((moot_unit)within.unit, trigger, last);
    return due;
}

/* ---- lateness ---- */

#define HOURS_SAID 48 /* more hours are said as days and hours */

/* Adds "3 hours" to what text has; nothing of nought. */
static void add_units(int64_t count, const char *unit, char *text, size_t size)
{
    size_t len = strlen(text);
    if (count) {
        snprintf(text + len, size - len, "%s%lld %s%s", len ? " " : "", (long long)count, unit, count == 1 ? "" : "s");
    }
}

static int64_t minutes_late(moot_instant due, moot_instant done, char *text, size_t size)
{
    int64_t minutes = (done - due) / 60, hours = minutes / 60;
    if (minutes == 0) {
        snprintf(text, size, "less than 1 minute");
        return 1; /* late all the same */
    }
    if (minutes > HOURS_SAID * 60) {
        add_units(hours / 24, "day", text, size);
        hours %= 24;
    }
    add_units(hours, "hour", text, size);
    add_units(minutes % 60, "minute", text, size);
    return minutes;
}

static int64_t days_late(int64_t days, int working, char *text, size_t size)
{
    const char *unit = working ? "working day" : "day";
    if (days < 1) {
        snprintf(text, size, "less than 1 %s", unit);
        return 1;
    }
    snprintf(text, size, "%lld %s%s", (long long)days, unit, days == 1 ? "" : "s");
    return days;
}

/* An instant no further off than the zone's table, so that differences cannot overflow. */
static moot_instant near(const moot_zone *zone, moot_instant at)
{
    moot_instant first = moot_day_start(zone, MOOT_DAY_MIN),
                 last = moot_day_end(zone, MOOT_DAY_MAX);
    return at < first ? first : (at > last ? last : at);
}

int64_t moot_calendar_late_by(const moot_calendar *calendar, moot_instant due, moot_instant done,
                              moot_duration rule, char *text, size_t size)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    text[0] = '\0';
    due = near(zone, due);
    done = near(zone, done);
    if (done <= due) {
        return 0;
    }
    moot_unit unit = (moot_unit)rule.unit;
    if (!moot_unit_by_day(unit)) {
        return minutes_late(due, done, text, size);
    }
    moot_day last = moot_day_at(zone, due), day = moot_day_at(zone, done);
    int working = moot_unit_working(unit);
    return days_late(working ? moot_calendar_count_working(moot_calendar_for(calendar, unit), last, day) : day - last,
                     working, text, size);
}
