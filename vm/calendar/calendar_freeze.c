/* Freezing makes three tables over every day from 1900 to 2199: why a day is shut, how many working
 * days there were up to it, and the working days in order. About 0.9 MB and a millisecond. */
#include "vm/calendar/calendar_internal.h"

#include "vm/base/hash.h"

void moot_calendar__drop_tables(moot_calendar *calendar)
{
    moot_free(calendar->why);
    moot_free(calendar->rank);
    moot_free(calendar->working);
    calendar->why = NULL;
    calendar->rank = NULL;
    calendar->working = NULL;
}

static void mark_weekends(moot_calendar *calendar)
{
    int weekday = moot_weekday(MOOT_DAY_MIN);
    for (size_t i = 0; i < MOOT_CALENDAR_DAYS; i++) {
        calendar->why[i] = weekday == 5   ? MOOT_SHUT_SATURDAY
                           : weekday == 6 ? MOOT_SHUT_SUNDAY
                                          : MOOT_SHUT_NOT;
        weekday = weekday == 6 ? 0 : weekday + 1;
    }
}

static void mark(moot_calendar *calendar, moot_day day, int why)
{
    uint8_t *cell = &calendar->why[day - MOOT_DAY_MIN];
    if ((*cell & MOOT_SHUT_WHY) == MOOT_SHUT_NOT) {
        *cell = (uint8_t)why;
    }
    *cell |= MOOT_SHUT_EVEN_WITH_HOURS;
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
            mark(calendar, holidays[i].day, MOOT_SHUT_HOLIDAY + holidays[i].name);
        }
    }
}

static void mark_closures(moot_calendar *calendar)
{
    for (size_t i = 0; i < calendar->closure_count; i++) {
        for (moot_day day = calendar->closures[i].first; day <= calendar->closures[i].last; day++) {
            mark(calendar, day, MOOT_SHUT_CLOSED);
        }
    }
}

static int32_t rank_days(moot_calendar *calendar)
{
    int32_t rank = 0;
    for (size_t i = 0; i < MOOT_CALENDAR_DAYS; i++) {
        rank += calendar->why[i] == MOOT_SHUT_NOT;
        calendar->rank[i] = rank;
    }
    return rank;
}

static void list_working(moot_calendar *calendar)
{
    size_t n = 0;
    for (size_t i = 0; i < MOOT_CALENDAR_DAYS; i++) {
        if (calendar->why[i] == MOOT_SHUT_NOT) {
            calendar->working[n++] = MOOT_DAY_MIN + (moot_day)i;
        }
    }
}

/* What is shut, not why: closing a council on a bank holiday changes no date. The usual reading of
 * 29 February adds nothing. */
static uint64_t digest_of(const moot_calendar *calendar)
{
    uint64_t digest = moot_mix64(MOOT_PUBLISHED_UNTIL, (uint64_t)calendar->working_count);
    if (calendar->leap != MOOT_LEAP_1_MARCH) {
        digest = moot_mix64(digest, (uint64_t)calendar->leap);
    }
    for (int weekday = 0; weekday < 7; weekday++) {
        const moot_hours *h = &calendar->hours[weekday];
        digest = moot_mix64(digest, ((uint64_t)(uint32_t)h->from << 32) | (uint32_t)h->until);
    }
    for (size_t i = 0; i < MOOT_CALENDAR_DAYS; i += 64) {
        uint64_t shut = 0, always = 0;
        for (size_t j = 0; j < 64 && i + j < MOOT_CALENDAR_DAYS; j++) {
            uint8_t why = calendar->why[i + j];
            shut |= (uint64_t)(why != MOOT_SHUT_NOT) << j;
            always |= (uint64_t)((why & MOOT_SHUT_EVEN_WITH_HOURS) != 0) << j;
        }
        digest = moot_mix64(moot_mix64(digest, shut), always);
    }
    return digest;
}

static int make_tables(moot_calendar *calendar)
{
    calendar->why = moot_reallocarray(NULL, MOOT_CALENDAR_DAYS, sizeof *calendar->why);
    calendar->rank = moot_reallocarray(NULL, MOOT_CALENDAR_DAYS, sizeof *calendar->rank);
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

/* Nesting ends there: the plain one has no closure days. */
static moot_code make_plain(moot_calendar *calendar, moot_err *err)
{
    moot_calendar *plain;
    moot_code code = moot_calendar_new(calendar->zone, calendar->name, &plain, err);
    if (code) {
        return code;
    }
    plain->known_on = calendar->known_on;
    plain->leap = calendar->leap;
    code = moot_calendar_freeze(plain, err);
    if (code) {
        moot_calendar_free(plain);
        return code;
    }
    calendar->plain = plain;
    return MOOT_OK;
}

moot_code moot_calendar_freeze(moot_calendar *calendar, moot_err *err)
{
    moot_calendar__must_be_frozen(calendar, 0);
    if (calendar->closure_count > 0 && !calendar->plain && make_plain(calendar, err) != MOOT_OK) {
        return err->code;
    }
    if (!make_tables(calendar)) {
        moot_calendar__drop_tables(calendar);
        return moot_fail_memory(err);
    }
    calendar->digest = digest_of(calendar);
    calendar->frozen = 1;
    return MOOT_OK;
}
