/* calendar: working days, bank holidays of England and Wales, a council's closure days and desk
 * hours, and the one arithmetic of deadlines.
 *
 * A calendar is immutable once built and shared by threads. Order of calls: moot_calendar_new,
 * then any number of _close_days, _open_hours, _known_on, then _freeze; after that only the
 * functions that take a const calendar.
 *
 * Bank holidays: by rule (1 January; Good Friday; Easter Monday; first and last Monday of May;
 * last Monday of August; 25 and 26 December; substitute days) plus the one-off and moved days as
 * data with the date on which each was announced (1973, 1977, 1981, 1995, 1999, 2002, 2011, 2012,
 * 2020, 2022 twice, 2023; that of 1999 is an estimate, to be checked: holidays.c has the sources).
 * Source: the GOV.UK list for England and Wales, last published year MOOT_PUBLISHED_UNTIL. Working
 * days that are counted past that year, or before MOOT_HOLIDAYS_SURE_SINCE (holidays.h), are marked
 * provisional, and every answer says which of the two it is. Never key on a holiday's title: the
 * published titles of substitute days disagree with each other, the dates do not.
 *
 * What nobody had announced yet can be forgotten: moot_calendar_known_on builds the calendar as it
 * was known on a day.
 *
 * Counting. Three conventions (moot_counting), each forwards and backwards, of which the text of a
 * clause chooses one:
 *
 *     convention      forwards from D (N > 0)                 backwards from E (N < 0)
 *     of              "within N days of D": D is day 0,       "not later than N days before E":
 *                     last day D+N                            E is day 0, last day E-N
 *     beginning with  "N days beginning with D": D is         "N days ending with E": E is day 1,
 *                     day 1, last day D+N-1 (Trow v Ind       last day E-N+1
 *                     Coope 1967)
 *     clear           "at least N clear days after D":        "at least N clear days before E":
 *                     both ends out, first day D+N+1          both ends out, last day E-N-1
 *
 * Days, weeks (seven days), months, years and working days all follow them; minutes and hours are
 * elapsed, run from the instant, and know no convention. Done at the last second is done in time.
 * Only working days ever slide off weekends and holidays: N working days after D is the N-th working
 * day strictly after D; "beginning with" D counts D if it is a working day; N clear working days
 * lie wholly between, so the day is itself the next working day. Statutory working days are the same but for the
 * council's closure days, which are days like others to them: its calendar moves no limit of the law.
 *
 * Months go by the corresponding date (Dodds v Walker 1981): "of" D it is the last day, "beginning
 * with" D the day before it is. Where the month has no such date its last day stands for the one and
 * for the other, because the day before a date that is not there is that last day: 1 month of 31
 * January 2026 and 1 month beginning with it both end on 28 February 2026; beginning with 28 January
 * it ends on 27 February, 2 months beginning with 31 January on 30 March. Backwards a month "ending
 * with" E begins the day after the corresponding date: ending with 31 March, on 1 March. Of several
 * lengths in a row each is clamped before the next is counted (moment.h). */
#ifndef MOOT_CALENDAR_H
#define MOOT_CALENDAR_H

#include "vm/time/time.h"

#define MOOT_PUBLISHED_UNTIL 2028

typedef struct moot_calendar moot_calendar;

/* ---- building ---- */

/* `zone` is borrowed and must outlive the calendar. Name "" is the plain England and Wales
 * calendar. */
moot_code moot_calendar_new(const moot_zone *zone, const char *name, moot_calendar **out_calendar,
                            moot_err *err) MOOT_MUST_CHECK;
void moot_calendar_free(moot_calendar *calendar);
/* A calendar with the same zone, name, closures, hours and knowledge, not frozen yet: to be built otherwise. */
moot_code moot_calendar_copy(const moot_calendar *calendar, moot_calendar **out_copy,
                             moot_err *err) MOOT_MUST_CHECK;
/* The council's own closure days, to which statutory working days pay no heed; first to last, both in. Error: MOOT_EDATA if they end before they
 * begin. */
moot_code moot_calendar_close_days(moot_calendar *calendar, moot_day first, moot_day last,
                                   moot_err *err) MOOT_MUST_CHECK;
/* Opening hours of a weekday (0 Monday); seconds of the local day; inside is from <= clock <=
 * until ("on the minute is inside"). A weekday without hours is shut if any weekday has hours;
 * if none has, the desk is open on working days all day. A Saturday with hours is open, though no
 * working day; bank holidays and closure days are shut whatever the hours. Errors: MOOT_EDATA for
 * hours that end before they begin, or a second pair for one weekday. */
moot_code moot_calendar_open_hours(moot_calendar *calendar, int weekday, int from_second,
                                   int until_second, moot_err *err) MOOT_MUST_CHECK;
/* Forget what was announced after this day (the holiday of 19 September 2022 was proclaimed nine
 * days before). */
moot_code moot_calendar_known_on(moot_calendar *calendar, moot_day day, moot_err *err)
    MOOT_MUST_CHECK;
/* When someone born on 29 February has a birthday; MOOT_LEAP_1_MARCH unless set. */
void moot_calendar_leap_birthday(moot_calendar *calendar, moot_leap leap);
/* Builds the tables; needed before anything below is asked (a MOOT_BUG otherwise). Error:
 * MOOT_ENOMEM, after which it may be tried again. */
moot_code moot_calendar_freeze(moot_calendar *calendar, moot_err *err) MOOT_MUST_CHECK;

/* ---- asking ----
 *
 * The tables hold the years 1900 to 2199; before and after, every answer is that of the nearest
 * end: a count that would run past 2199-12-31 stops there. */

const moot_zone *moot_calendar_zone(const moot_calendar *calendar);
const char *moot_calendar_name(const moot_calendar *calendar);
/* The last day of which announcements are known; MOOT_DAY_MAX: all that moot knows. */
moot_day moot_calendar_known(const moot_calendar *calendar);
moot_leap moot_calendar_leap(const moot_calendar *calendar);
/* "Monday 09:00 to 16:30, closed 2026-12-24 to 2026-12-31": what makes it other than the plain
 * calendar; nothing if nothing does. */
void moot_calendar_show(const moot_calendar *calendar, moot_buf *out);
/* moot_birthday and moot_age_on by the calendar's reading of 29 February. */
moot_day moot_calendar_birthday(const moot_calendar *calendar, moot_day born, int age);
int moot_calendar_age(const moot_calendar *calendar, moot_day born, moot_day day);
/* Digest of holidays, closures, hours and the reading of 29 February, for a protocol's hash. */
uint64_t moot_calendar_digest(const moot_calendar *calendar);
/* Why a day is not a working day; NULL when it is one. Static or calendar-owned text:
 * "Saturday", "Sunday", "bank holiday (Good Friday)", "closure day". */
const char *moot_calendar_shut(const moot_calendar *calendar, moot_day day);
int moot_calendar_working(const moot_calendar *calendar, moot_day day);
/* The same as it was known on a day. A few hundred steps: for telling, not for counting. */
const char *moot_calendar_shut_as_known(const moot_calendar *calendar, moot_day day,
                                        moot_day known_on);
/* By which a unit is counted: of statutory working days the same without its closure days, else the calendar itself. */
const moot_calendar *moot_calendar_for(const moot_calendar *calendar, moot_unit unit);
/* The n-th working day strictly after `day` (n >= 1), strictly before it (n <= -1); n == 0:
 * `day` itself. Constant time. */
moot_day moot_calendar_add_working(const moot_calendar *calendar, moot_day day, int n);
/* Working days in (first, last]; negative if last < first. Constant time. */
int moot_calendar_count_working(const moot_calendar *calendar, moot_day first, moot_day last);
int moot_calendar_inside(const moot_calendar *calendar, moot_instant at); /* within opening hours */
/* Whether any moment of a window is within opening hours. Days of the window until the first that
 * opens. */
int moot_calendar_opens_within(const moot_calendar *calendar, moot_when window);

/* ---- deadlines ---- */

#define MOOT_COUNTINGS(X) X(OF, "of") X(BEGINNING, "beginning with") X(CLEAR, "clear")

typedef enum moot_counting {
#define X(name, text) MOOT_COUNT_##name,
    MOOT_COUNTINGS(X)
#undef X
} moot_counting;

const char *moot_counting_text(moot_counting counting); /* "beginning with" */
int moot_counting_find(const char *text);               /* -1: no such convention */
/* A length of time with its convention, as a clause would say it of "the day": "within 10 working
 * days", "10 working days beginning with the day", "not later than 5 days before", "at least 3
 * clear days before". `size` >= 80. Returns buf. */
char *moot_counting_words(moot_duration length, moot_counting counting, char *buf, size_t size);

typedef struct moot_due {
    moot_instant at;  /* last second in time; for units that count days the last second of a day */
    int provisional;  /* moot_provisional: 0, or which bank holidays of the count are not sure */
} moot_due;

/* Flags: of the bank holidays that a count runs over, some are not published yet; some are so old
 * that they are not known for certain. */
typedef enum moot_provisional { MOOT_SURE = 0, MOOT_UNPUBLISHED = 1, MOOT_TOO_OLD = 2 } moot_provisional;

/* Whether a count between two days depends on such bank holidays. Only working days do. */
int moot_calendar_provisional(moot_unit unit, moot_day from, moot_day until);
/* "bank holidays are published to 2028", "bank holidays before 1978 are not known for certain";
 * static. */
const char *moot_provisional_text(int provisional);

/* The date by which something is due: `from` + duration. Elapsed units give an instant, day
 * units the last second of the day that is reached. From MOOT_NEVER it is MOOT_NEVER. A month
 * beginning with D ends the day before the corresponding date. Constant time. */
moot_due moot_calendar_due(const moot_calendar *calendar, moot_instant from, moot_duration within,
                           moot_counting counting);
/* The day that `day` is moved to by a shift of day units (negative allowed). Elapsed units are a
 * MOOT_BUG. */
moot_day moot_calendar_shift(const moot_calendar *calendar, moot_day day, moot_duration by,
                             moot_counting counting);

/* A count trace: the due date above, told day by day. One line a call, in order, as plain text
 * without newline: "Thu 2026-05-21 day 0 (trigger)", "Sat 2026-05-23 skipped: Saturday", ... For
 * long counts (over 60 days) runs of counted days are told as one line. `day` is the day spoken
 * of (the last of a run), `number` the count after it, or -1 for a day skipped or a clock change.
 * The last line is always that of the due day. */
typedef void moot_count_line(void *user, moot_day day, int number, const char *text);
moot_due moot_calendar_explain(const moot_calendar *calendar, moot_instant from,
                               moot_duration within, moot_counting counting, moot_count_line *line,
                               void *user);

/* The same count by the other defensible conventions, the safest first: the earliest due date, or
 * the latest where days must have passed before (clear, forwards). Among them the chosen one; a
 * reading that gives the same date as the chosen is left out, so 1 row means that nothing hangs on
 * it. `as_then`: with the bank holidays that were known on the trigger's day, where one proclaimed
 * later moves the date. For counts of days; anything else has one row. calendar_readings.c. */
#define MOOT_DUE_READINGS 4
typedef struct moot_due_reading {
    moot_due due;
    moot_counting counting;
    int as_then, chosen;
} moot_due_reading;
size_t moot_calendar_readings(const moot_calendar *calendar, moot_instant from,
                              moot_duration within, moot_counting counting,
                              moot_due_reading out[MOOT_DUE_READINGS]);
/* One as people read it: "2026-06-04 (Thursday): 10 working days beginning with the day";
 * `size` >= 200. Returns buf. */
char *moot_due_reading_text(const moot_calendar *calendar, const moot_due_reading *reading,
                            moot_duration within, char *buf, size_t size);

/* How late, in the rule's own unit: whole elapsed minutes for minutes and hours; days, or
 * working days, after the last day in time. `text` gets "3 hours 15 minutes", "2 working days",
 * "1 day"; of more than 48 hours, days of 24 elapsed hours: "3 days 10 hours"; `size` >= 48. Returns 0, and "", when not late. What is late by less than one unit
 * (half a minute; a Saturday, in working days) returns 1 and says "less than 1 working day". */
int64_t moot_calendar_late_by(const moot_calendar *calendar, moot_instant due, moot_instant done,
                              moot_duration rule, char *text, size_t size);

#endif
