/* What the same words would give under the other conventions that can be defended, so that a reader
 * sees at once whether a date hangs on how the clause is read, and which reading is safe. */
#include <stdio.h>

#include "vm/calendar/calendar_internal.h"

static const char *const weekdays[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };

int moot_calendar__has_conventions(moot_duration within)
{
    moot_unit unit = (moot_unit)within.unit;
    return moot_unit_by_day(unit) && moot_unit_counted(unit) && within.count != 0;
}

/* "Within N days of D" is confused with "beginning with D"; "not later than N days before" with
 * clear days, and clear days with plain ones. */
moot_counting moot_calendar__other_counting(moot_duration within, moot_counting counting)
{
    if (counting != MOOT_COUNT_OF) {
        return MOOT_COUNT_OF;
    }
    return within.count > 0 ? MOOT_COUNT_BEGINNING : MOOT_COUNT_CLEAR;
}

/* Working days counted one by one, as the holidays were known on a day: the trigger's own. */
static moot_day count_as_known(const moot_calendar *calendar, moot_day day, int n,
                               moot_counting counting, moot_day known_on)
{
    int step = n < 0 ? -1 : 1;
    int left = n * step + (counting == MOOT_COUNT_CLEAR);
    if (counting == MOOT_COUNT_BEGINNING) {
        day -= step;
    }
    while (left > 0 && day > MOOT_DAY_MIN && day < MOOT_DAY_MAX) {
        day += step;
        left -= moot_calendar_shut_as_known(calendar, day, known_on) == NULL;
    }
    return day;
}

/* The chosen stands first. Two others that give one date are both told: each is a reason of its own. */
static void add(moot_due_reading *out, size_t *count, moot_due_reading reading)
{
    if (out[0].due.at != reading.due.at) {
        out[(*count)++] = reading;
    }
}

int moot_calendar__working_as_known(const moot_calendar *calendar, moot_day day, moot_duration length,
                                    moot_counting counting, moot_day known_on, moot_day *out_day)
{
    if (length.unit == MOOT_NEXT_WORKING_DAY) {
        length.count = 1;
        counting = MOOT_COUNT_OF;
    } else if (!moot_unit_working((moot_unit)length.unit) || length.count == 0) {
        return 0;
    }
    *out_day = count_as_known(moot_calendar_for(calendar, (moot_unit)length.unit), day, length.count, counting, known_on);
    return 1;
}

static void add_as_known(const moot_calendar *calendar, moot_instant from, moot_duration within,
                         moot_counting counting, moot_due_reading *out, size_t *count)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_day trigger = moot_day_at(zone, from), day;
    if (moot_calendar__working_as_known(calendar, trigger, within, counting, trigger, &day)) {
        counting = within.unit == MOOT_NEXT_WORKING_DAY ? MOOT_COUNT_OF : counting;
        moot_due_reading then = { { moot_day_end(zone, day), 0 }, counting, 1, 0 };
        add(out, count, then);
    }
}

static void sort(moot_due_reading *rows, size_t count, int latest_first)
{
    for (size_t i = 1; i < count; i++) {
        for (size_t k = i; k > 0; k--) {
            int earlier = rows[k].due.at < rows[k - 1].due.at;
            if (earlier == latest_first) {
                break;
            }
            moot_due_reading row = rows[k];
            rows[k] = rows[k - 1];
            rows[k - 1] = row;
        }
    }
}

size_t moot_calendar_readings(const moot_calendar *calendar, moot_instant from,
                              moot_duration within, moot_counting counting,
                              moot_due_reading out[MOOT_DUE_READINGS])
{
    size_t count = 0;
    moot_due_reading chosen = { moot_calendar_due(calendar, from, within, counting), counting, 0,
                                1 };
    out[count++] = chosen;
    if (from == MOOT_NEVER || from == MOOT_ALWAYS) {
        return count;
    }
    if (moot_calendar__has_conventions(within)) {
        moot_counting other = moot_calendar__other_counting(within, counting);
        moot_due_reading row = { moot_calendar_due(calendar, from, within, other), other, 0, 0 };
        add(out, &count, row);
    }
    add_as_known(calendar, from, within, counting, out, &count);
    sort(out, count, counting == MOOT_COUNT_CLEAR && within.count > 0);
    return count;
}

char *moot_due_reading_text(const moot_calendar *calendar, const moot_due_reading *reading,
                            moot_duration within, char *buf, size_t size)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_day day = moot_day_at(zone, reading->due.at);
    char date[64], words[80];
    snprintf(buf, size, "%s (%s): %s%s%s%s",
             moot_instant_text(zone, reading->due.at, date, sizeof date),
             weekdays[moot_weekday(day)],
             moot_counting_words(within, reading->counting, words, sizeof words),
             reading->as_then ? ", with the bank holidays known on the day it was set" : "",
             reading->due.provisional ? ", provisional" : "",
             reading->chosen ? " (as counted here)" : "");
    return buf;
}
