/* time: days, instants, windows and durations. The layer below holidays (calendar.h).
 *
 * - A *day* is an int32 count of days since 1970-01-01 in the proleptic Gregorian calendar.
 * - An *instant* is an int64 count of seconds since the epoch, UTC. People read and write it as
 *   Europe/London.
 * - A *window* (moot_when) is what a record knows: from its earliest to its latest second, both
 *   in. An exact time has lo == hi. "2026-05-21" is the whole local day, "2026-05" the month,
 *   "2026" the year.
 * - A *duration* keeps its unit, because 48 hours and 2 days differ when a clock changes.
 *
 * Conversions need a zone. A zone is loaded once from the machine's tzdata (an error if absent,
 * never UTC by accident) into an immutable table of its offset changes, 1900 to 2199, which
 * threads share: every conversion after that is a look-up there and asks the C library nothing.
 * An instant outside the table counts as its nearest end. The program's own TZ, locale and clock
 * never matter.
 *
 * Law: an age is attained at the start of the birthday (Family Law Reform Act 1969 s.9). No statute
 * says when someone born on 29 February attains one in a common year: the usual reading in England
 * and Wales is 1 March, date libraries say 28 February, so the reading is a parameter (moot_leap)
 * and 1 March its default. A month is a calendar month (Interpretation Act 1978 Sch 1) by the
 * corresponding-date rule, clamped to the month's end (Dodds v Walker 1981); so rules of age and of
 * months treat 29 February differently, on purpose. */
#ifndef MOOT_TIME_H
#define MOOT_TIME_H

#include "vm/base/err.h"

typedef int32_t moot_day;
typedef int64_t moot_instant;

#define MOOT_DAY_MIN ((moot_day)-25567) /* 1900-01-01 */
#define MOOT_DAY_MAX ((moot_day)84005)  /* 2199-12-31 */
#define MOOT_NEVER INT64_MAX            /* no instant: undated, still running */
#define MOOT_ALWAYS INT64_MIN           /* before any instant */

typedef struct moot_when {
    moot_instant lo, hi;
} moot_when;

static inline moot_when moot_when_at(moot_instant at)
{
    moot_when w = { at, at };
    return w;
}
static inline int moot_when_exact(moot_when w)
{
    return w.lo == w.hi;
}

/* ---- days ---- */

/* Day of a date; the caller has checked it with moot_date_valid. month 1-12, day 1-31. */
moot_day moot_day_of(int year, int month, int mday);
void moot_day_split(moot_day day, int *out_year, int *out_month, int *out_mday);
int moot_date_valid(int year, int month, int mday); /* 1900 to 2199 */
int moot_weekday(moot_day day);                     /* 0 Monday to 6 Sunday */
int moot_month_days(int year, int month);
/* The day itself, or the nearest end of 1900 to 2199: so end all sums of days here and in
 * calendar.h. */
static inline moot_day moot_day_clamp(int64_t day)
{
    return day < MOOT_DAY_MIN ? MOOT_DAY_MIN : (day > MOOT_DAY_MAX ? MOOT_DAY_MAX : (moot_day)day);
}
/* Adds calendar months (negative too), clamped to the month's end: 31 January + 1 month is 28 or
 * 29 February. */
moot_day moot_add_months(moot_day day, int months);
/* When someone born on 29 February has a birthday in a common year. */
#define MOOT_LEAPS(X) X(1_MARCH, "1 March") X(28_FEBRUARY, "28 February")
typedef enum moot_leap {
#define X(name, text) MOOT_LEAP_##name,
    MOOT_LEAPS(X)
#undef X
} moot_leap;
const char *moot_leap_text(moot_leap leap); /* "1 March" */
int moot_leap_find(const char *text);       /* -1: neither */
/* The birthday on which `age` is attained, as it begins. */
moot_day moot_birthday(moot_day born, int age, moot_leap leap);
/* Completed years; negative before birth. */
int moot_age_on(moot_day born, moot_day day, moot_leap leap);
/* Easter Sunday of a year (Gregorian computus). */
moot_day moot_easter(int year);

/* ---- zone ---- */

typedef struct moot_zone moot_zone;
/* Loads e.g. "Europe/London" or "UTC" (which needs no tzdata). Changes TZ while it runs and puts
 * it back: call it before threads start. Takes a few milliseconds; a summer time shorter than a
 * fortnight could be missed (no zone of Europe has had one). Errors: MOOT_ESYSTEM when tzdata
 * does not know the zone; MOOT_ENOMEM. Caller frees. */
moot_code moot_zone_load(const char *name, moot_zone **out_zone, moot_err *err) MOOT_MUST_CHECK;
void moot_zone_free(moot_zone *zone);
const char *moot_zone_name(const moot_zone *zone);
/* A 64-bit digest of the table of changes, for a protocol's hash. */
uint64_t moot_zone_digest(const moot_zone *zone);
/* Seconds east of UTC at an instant. */
int moot_zone_offset(const moot_zone *zone, moot_instant at);
moot_day moot_day_at(const moot_zone *zone, moot_instant at); /* local day of an instant */
/* The wall clock at an instant, in seconds: 0 to 86399. */
int moot_second_of_day(const moot_zone *zone, moot_instant at);
int moot_wall_at(const moot_zone *zone, moot_instant at, moot_day *out_day); /* the same, and the day */
moot_instant moot_day_start(const moot_zone *zone, moot_day day); /* 00:00 local */
moot_instant moot_day_end(const moot_zone *zone, moot_day day);   /* 23:59:59 local, its last second */
typedef enum moot_wall { MOOT_WALL_ONE, MOOT_WALL_SKIPPED, MOOT_WALL_REPEATED } moot_wall;
/* Instant of a wall-clock time. REPEATED (October): *out_at is the first, *out_second the
 * second; SKIPPED (March): *out_at is the instant of the change. out_second may be NULL. */
moot_wall moot_instant_of(const moot_zone *zone, moot_day day, int second_of_day,
                          moot_instant *out_at, moot_instant *out_second);
/* The first change of the clock after an instant, and by how many seconds it goes forward
 * (negative: back). False when there is none before 2200. */
int moot_zone_next_change(const moot_zone *zone, moot_instant after, moot_instant *out_at,
                          int *out_shift);

/* ---- text ---- */

/* Reads "YYYY-MM-DD HH:MM", also with 'T' for the space, seconds, a zone (+01:00, +00:00, Z), or
 * as little as is known ("2026-05-21", "2026-05", "2026"). Without a zone a time in October's
 * repeated hour or March's skipped hour is refused, and so are 31 June, 24:00, two-digit years.
 * Errors: MOOT_EDATA, one sentence that shows how to write it. */
moot_code moot_when_parse(const moot_zone *zone, const char *text, moot_when *out_when,
                          moot_err *err) MOOT_MUST_CHECK;
/* Reads "YYYY-MM-DD", "YYYY-MM" or "YYYY" as first and last possible day. */
moot_code moot_days_parse(const char *text, moot_day *out_lo, moot_day *out_hi, moot_err *err)
    MOOT_MUST_CHECK;
/* Shortest text that reads back as the same window where there is one: "2026-05-21 09:15",
 * "2026-05-21", "2026-05", "2026"; an instant in the repeated hour carries its offset
 * ("2026-10-25 01:30+00:00"); the last second of a day (exact) is shown as the day
 * ("2026-05-21"), because that is what a count of days ends at; a window with no such text is
 * "LO to HI". MOOT_NEVER is "", a window without an end "from LO", without a start "until HI".
 * `size` >= 64, of a day 11, of days 25. Returns buf. moot_instant_text is moot_when_text of an
 * exact time. */
char *moot_when_text(const moot_zone *zone, moot_when when, char *buf, size_t size);
char *moot_instant_text(const moot_zone *zone, moot_instant at, char *buf, size_t size);
char *moot_day_text(moot_day day, char *buf, size_t size); /* "2026-05-21" */
/* First and last day as text, shortest form as above. */
char *moot_days_text(moot_day lo, moot_day hi, char *buf, size_t size);
/* "+01:00" of seconds east of UTC; `size` >= 7. */
char *moot_offset_text(int offset, char *buf, size_t size);

/* ---- durations ---- */

#define MOOT_UNITS(X)                          \
    X(MINUTES, "minutes", 0)                   \
    X(HOURS, "hours", 0)                       \
    X(DAYS, "days", 1)                         \
    X(WEEKS, "weeks", 1)                       \
    X(MONTHS, "months", 1)                     \
    X(YEARS, "years", 1)                       \
    X(WORKING_DAYS, "working days", 1)         \
    X(SAME_DAY, "same day", 1)                 \
    X(NEXT_WORKING_DAY, "next working day", 1) \
    X(EACH_MONTH, "month", 1)                  \
    X(EACH_QUARTER, "quarter", 1)              \
    X(EACH_YEAR, "year", 1)                    \
    X(EACH_FINANCIAL_YEAR, "financial year", 1) /* these four, in the order of vm/time/period.h: once in each */ \
    X(STATUTORY_DAYS, "statutory working days", 1) /* working days to which a council's closure days are days like others */

typedef enum moot_unit {
#define X(name, text, by_day) MOOT_##name,
    MOOT_UNITS(X)
#undef X
} moot_unit;

typedef struct moot_duration {
    int32_t count; /* may be negative in a shift; 0 for same day, next working day and what is once in each period */
    uint8_t unit;  /* moot_unit */
} moot_duration;

/* A unit that takes a number: all but same day, next working day and once in each period. */
int moot_unit_counted(moot_unit unit);
/* Working days, statutory ones and the next. */
int moot_unit_working(moot_unit unit);
/* True for the units that count days (and end at midnight), false for minutes and hours
 * (elapsed). */
static inline int moot_unit_by_day(moot_unit unit)
{
    static const uint8_t by_day[] = {
#define X(name, text, by_day) by_day,
        MOOT_UNITS(X)
#undef X
    };
    return by_day[unit];
}
/* Reads "48 hours", "10 working days", "1 month", "same day", "next working day", "48h", "2
 * days"; a minus sign makes it count back. Errors: MOOT_EDATA, a sentence that lists the units
 * and offers the nearest. */
moot_code moot_duration_parse(const char *text, moot_duration *out_duration, moot_err *err)
    MOOT_MUST_CHECK;
/* "1 working day", "48 hours"; `size` >= 32. */
char *moot_duration_text(moot_duration duration, char *buf, size_t size);

#endif
