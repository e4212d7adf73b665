/* Eight holidays by rule; then, as data, each one that was moved or added, with the day it was
 * announced, so that a run can forget what nobody knew yet. */
#include "vm/calendar/holidays.h"

#define NAMES(X)                                                                                   \
    X(NEW_YEAR, "New Year's Day")                                                                  \
    X(GOOD_FRIDAY, "Good Friday")                                                                  \
    X(EASTER_MONDAY, "Easter Monday")                                                              \
    X(EARLY_MAY, "early May")                                                                      \
    X(SPRING, "spring")                                                                            \
    X(SUMMER, "summer")                                                                            \
    X(CHRISTMAS, "Christmas Day")                                                                  \
    X(BOXING, "Boxing Day")                                                                        \
    X(NEW_YEAR_INSTEAD, "New Year's Day, substitute day")                                          \
    X(CHRISTMAS_INSTEAD, "Christmas Day, substitute day")                                          \
    X(BOXING_INSTEAD, "Boxing Day, substitute day")                                                \
    X(VE_DAY, "early May, moved to VE Day")                                                        \
    X(MILLENNIUM, "millennium")                                                                    \
    X(SPRING_MOVED, "spring, moved for the jubilee")                                               \
    X(GOLDEN_JUBILEE, "Golden Jubilee")                                                            \
    X(WEDDING, "royal wedding")                                                                    \
    X(DIAMOND_JUBILEE, "Diamond Jubilee")                                                          \
    X(PLATINUM_JUBILEE, "Platinum Jubilee")                                                        \
    X(FUNERAL, "State Funeral of Queen Elizabeth II")                                              \
    X(CORONATION, "Coronation of King Charles III")                                                \
    X(WEDDING_1973, "wedding of Princess Anne")                                                    \
    X(SILVER_JUBILEE, "Silver Jubilee")                                                            \
    X(WEDDING_1981, "wedding of the Prince of Wales")

enum {
#define X(name, text) name,
    NAMES(X)
#undef X
        NAMES_COUNT
};

_Static_assert(NAMES_COUNT <= MOOT_HOLIDAY_NAMES, "make MOOT_HOLIDAY_NAMES larger");

static const char *const texts[] = {
#define X(name, text) "bank holiday (" text ")",
    NAMES(X)
#undef X
};

#define ADDED (-1) /* in place of the rule: a day more, nothing moved */

/* The days: GOV.UK's list (from 2012), and the sources below. The day of the announcement is the one
 * on which the source reports that the government had said so; `sure` is 0 where no report with a date
 * was found: the day is an estimate, TO BE CHECKED, or not even that (year 0), and every answer that names
 * it says so.
 *   1973  Wednesday 14 November. A bank holiday, as the Prime Minister's office said on 27 November 2017
 *         (The Sun of that day). No source says when it was announced
 *   1977  House of Commons, written answer of the Prime Minister, 19 January 1977 (HC Deb vol 924 cc191-3):
 *         the spring holiday moved to Monday 6 June, Tuesday 7 June added
 *   1981  Wednesday 29 July. A bank holiday: Hansard of 14 July 1981 has the wedding, the Huffington Post of
 *         27 November 2017 and Wikipedia's "Wedding of Prince Charles and Lady Diana Spencer" the holiday.
 *         No source says when it was announced. (There was none for the weddings of 1986 and 1999: the Prime
 *         Minister's office, 27 November 2017)
 *   1995  House of Lords, written answer, 16 December 1993
 *   1999  to be checked: The Times of 17 April 1998 has a plan that the cabinet was to approve that
 *         month; The Herald reports the Culture Secretary's announcement of the day before, but the
 *         date of that issue was not found. The end of April 1998 is an estimate
 *   2002  House of Commons, written answer, 24 November 2000
 *   2011  Downing Street after cabinet, 23 November 2010 (The Guardian of that day)
 *   2012  Lord Mandelson in the House of Lords, 5 January 2010 (The Independent of that day)
 *   2020  Business Secretary, 7 June 2019 (Press Association of that day)
 *   2022  Culture Secretary, 12 November 2020 (The i of that day)
 *   2022  Accession Council, 10 September 2022: the day of the funeral, whose date was given on the
 *         same day
 *   2023  Downing Street, 6 November 2022 (The Independent of that day) */
static const struct one_off {
    int year, month, mday;
    int rule; /* the holiday by rule that it replaces, or ADDED */
    int name;
    int announced_year, announced_month, announced_mday;
    int sure;
} one_offs[] = {
    { 1973, 11, 14, ADDED, WEDDING_1973, 0, 0, 0, 0 },
    { 1977, 6, 6, SPRING, SPRING_MOVED, 1977, 1, 19, 1 },
    { 1977, 6, 7, ADDED, SILVER_JUBILEE, 1977, 1, 19, 1 },
    { 1981, 7, 29, ADDED, WEDDING_1981, 0, 0, 0, 0 },
    { 1995, 5, 8, EARLY_MAY, VE_DAY, 1993, 12, 16, 1 },
    { 1999, 12, 31, ADDED, MILLENNIUM, 1998, 4, 30, 0 },
    { 2002, 6, 4, SPRING, SPRING_MOVED, 2000, 11, 24, 1 },
    { 2002, 6, 3, ADDED, GOLDEN_JUBILEE, 2000, 11, 24, 1 },
    { 2011, 4, 29, ADDED, WEDDING, 2010, 11, 23, 1 },
    { 2012, 6, 4, SPRING, SPRING_MOVED, 2010, 1, 5, 1 },
    { 2012, 6, 5, ADDED, DIAMOND_JUBILEE, 2010, 1, 5, 1 },
    { 2020, 5, 8, EARLY_MAY, VE_DAY, 2019, 6, 7, 1 },
    { 2022, 6, 2, SPRING, SPRING_MOVED, 2020, 11, 12, 1 },
    { 2022, 6, 3, ADDED, PLATINUM_JUBILEE, 2020, 11, 12, 1 },
    { 2022, 9, 19, ADDED, FUNERAL, 2022, 9, 10, 1 },
    { 2023, 5, 8, ADDED, CORONATION, 2022, 11, 6, 1 },
};

static moot_day announced_on(const struct one_off *o)
{
    return o->announced_year ? moot_day_of(o->announced_year, o->announced_month, o->announced_mday) : MOOT_DAY_MIN;
}

static moot_day first_monday(int year, int month)
{
    moot_day first = moot_day_of(year, month, 1);
    return first + (7 - moot_weekday(first)) % 7;
}

static moot_day last_monday(int year, int month)
{
    moot_day last = moot_day_of(year, month, moot_month_days(year, month));
    return last - moot_weekday(last);
}

static moot_holiday on(moot_day day, int name)
{
    moot_holiday holiday = { day, (uint8_t)name };
    return holiday;
}

/* A fixed date that falls on a weekend gives the substitute day instead, and only that: the weekend
 * is no working day anyway. Christmas on a Saturday pushes its substitute to the Monday and Boxing
 * Day's to the Tuesday; on a Sunday, Boxing Day keeps the Monday and Christmas gets the Tuesday. */
static void add_fixed(int year, moot_holiday *out)
{
    moot_day new_year = moot_day_of(year, 1, 1);
    int weekday = moot_weekday(new_year);
    out[NEW_YEAR] =
        weekday < 5 ? on(new_year, NEW_YEAR) : on(new_year + 7 - weekday, NEW_YEAR_INSTEAD);
    moot_day christmas = moot_day_of(year, 12, 25);
    weekday = moot_weekday(christmas);
    out[CHRISTMAS] = weekday < 5 ? on(christmas, CHRISTMAS) : on(christmas + 2, CHRISTMAS_INSTEAD);
    weekday = moot_weekday(christmas + 1);
    out[BOXING] = weekday < 5 ? on(christmas + 1, BOXING) : on(christmas + 3, BOXING_INSTEAD);
}

/* Those by rule that began later than 1900. Sources: House of Commons Library, briefing SN06170, Bank and
 * public holidays; for 1974 also Ian Visits, 1 January 2014 (a proclamation of October 1973); for 1978 House of
 * Lords, 9 May 1978. The proclamations for Christmas 1976 and New Year 1977 (House of Commons, written answer, 27
 * October 1976) are what add_fixed gives. */
static const struct later {
    int rule, since;
} laters[] = { { NEW_YEAR, 1974 }, { EARLY_MAY, 1978 } };

/* Takes out what was no holiday yet; the last comes into its place. */
static size_t drop_later(int year, moot_holiday *out, size_t count)
{
    for (size_t i = MOOT_COUNT(laters); i-- > 0;) { /* the higher place first, so that none is moved before its turn */
        if (year < laters[i].since) {
            out[laters[i].rule] = out[--count];
        }
    }
    return count;
}

size_t moot_holidays_in(int year, moot_day known_on, moot_holiday out[MOOT_HOLIDAYS_MOST])
{
    moot_day easter = moot_easter(year);
    add_fixed(year, out);
    out[GOOD_FRIDAY] = on(easter - 2, GOOD_FRIDAY);
    out[EASTER_MONDAY] = on(easter + 1, EASTER_MONDAY);
    out[EARLY_MAY] = on(first_monday(year, 5), EARLY_MAY);
    out[SPRING] = on(last_monday(year, 5), SPRING);
    out[SUMMER] = on(last_monday(year, 8), SUMMER);
    size_t count = BOXING + 1;
    for (size_t i = 0; i < MOOT_COUNT(one_offs); i++) {
        const struct one_off *o = &one_offs[i];
        if (o->year != year || announced_on(o) > known_on) {
            continue;
        }
        size_t place = o->rule == ADDED ? count++ : (size_t)o->rule;
        out[place] = on(moot_day_of(year, o->month, o->mday), o->name);
    }
    return drop_later(year, out, count);
}

int moot_holiday_announced(moot_day day, moot_day *out_announced, int *out_sure)
{
    for (size_t i = 0; i < MOOT_COUNT(one_offs); i++) {
        const struct one_off *o = &one_offs[i];
        if (moot_day_of(o->year, o->month, o->mday) == day) {
            *out_announced = announced_on(o);
            *out_sure = o->sure;
            return 1;
        }
    }
    return 0;
}

const char *moot_holiday_text(int name)
{
    if (name < 0 || name >= NAMES_COUNT) {
        MOOT_BUG("there is no bank holiday number %d", name);
    }
    return texts[name];
}
