#include "vm/calendar/readings.h"

#include <stdio.h>
#include <string.h>

#include "vm/calendar/calendar_internal.h"

static const char *const weekdays[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };

/* ---- where a chain leads ---- */

static moot_moment start_of(const moot_calendar *calendar, const moot_chain *chain)
{
    moot_day day = moot_day_at(moot_calendar_zone(calendar), chain->from);
    return chain->by_day ? moot_moment_of_days(day, day) : moot_moment_of(moot_when_at(chain->from));
}

static moot_chain_reading read_moment(const moot_calendar *calendar, const moot_chain *chain, const moot_moment *m,
                                      moot_reading_kind how)
{
    moot_when at = chain->begins ? moot_moment_begins(calendar, m) : moot_moment_due(calendar, m);
    moot_chain_reading r = { at.lo, m->provisional, how, -1, MOOT_COUNT_OF };
    return r;
}

static moot_chain_reading walk(const moot_calendar *calendar, const moot_chain *chain, moot_reading_kind how)
{
    moot_moment m = start_of(calendar, chain);
    for (int32_t i = 0; i < chain->count; i++) {
        moot_moment_shift(calendar, &m, chain->steps[i].length, chain->steps[i].counting);
    }
    return read_moment(calendar, chain, &m, how);
}

moot_chain_reading moot_chain_date(const moot_calendar *calendar, const moot_chain *chain)
{
    return walk(calendar, chain, MOOT_READ_AS_CHOSEN);
}

/* ---- each reading ---- */

static int has_convention(const moot_chain_step *s)
{
    return !s->fixed && moot_calendar__has_conventions(s->length);
}

static int by_months(const moot_chain_step *s)
{
    return s->length.unit == MOOT_MONTHS || s->length.unit == MOOT_YEARS;
}

static int64_t months_of(const moot_chain_step *s)
{
    return (int64_t)s->length.count * (s->length.unit == MOOT_YEARS ? 12 : 1);
}

static moot_chain_reading with_convention(const moot_calendar *calendar, const moot_chain *chain, int32_t step)
{
    moot_chain other = *chain;
    other.steps[step].counting = moot_calendar__other_counting(chain->steps[step].length, chain->steps[step].counting);
    moot_chain_reading r = walk(calendar, &other, MOOT_READ_CONVENTION);
    r.step = step;
    r.counting = other.steps[step].counting;
    return r;
}

static moot_chain reversed(const moot_chain *chain)
{
    moot_chain other = *chain;
    for (int32_t i = 0; i < chain->count; i++) {
        other.steps[i] = chain->steps[chain->count - 1 - i];
    }
    return other;
}

/* Its counts may be taken in another order, or added up, only if each is a count of its own. */
static int may_turn_round(const moot_chain *chain)
{
    int fixed = 0;
    for (int32_t i = 0; i < chain->count; i++) {
        fixed |= chain->steps[i].fixed;
    }
    return chain->count > 1 && !fixed;
}

/* Whether all are months and years by the plain convention, and how many. */
static int all_months(const moot_chain *chain, int64_t *out_months)
{
    *out_months = 0;
    for (int32_t i = 0; i < chain->count; i++) {
        if (!by_months(&chain->steps[i]) || chain->steps[i].counting != MOOT_COUNT_OF) {
            return 0;
        }
        *out_months += months_of(&chain->steps[i]);
    }
    return chain->count > 0 && *out_months > -MOOT_MONTHS_MOST && *out_months < MOOT_MONTHS_MOST;
}

static moot_chain together(const moot_chain *chain, int64_t months)
{
    moot_chain other = *chain;
    other.steps[0] = (moot_chain_step){ { (int32_t)months, MOOT_MONTHS }, MOOT_COUNT_OF, 0 };
    other.count = 1;
    return other;
}

/* Somebody born on 29 February who has no such day in the year of that birthday. */
static int is_leap_birth(const moot_chain *chain)
{
    return chain->from_birth && moot_birthday(chain->born, chain->age, MOOT_LEAP_1_MARCH) !=
                                    moot_birthday(chain->born, chain->age, MOOT_LEAP_28_FEBRUARY);
}

static moot_chain from_day(const moot_calendar *calendar, const moot_chain *chain, moot_day day)
{
    moot_chain other = *chain;
    other.from = moot_day_start(moot_calendar_zone(calendar), day);
    return other;
}

static moot_leap other_leap(const moot_calendar *calendar)
{
    return moot_calendar_leap(calendar) == MOOT_LEAP_1_MARCH ? MOOT_LEAP_28_FEBRUARY : MOOT_LEAP_1_MARCH;
}

static moot_chain_reading from_birth(const moot_calendar *calendar, const moot_chain *chain, int64_t months)
{
    moot_day day = moot_add_months(chain->born, (int)(12 * (int64_t)chain->age + months));
    moot_moment m = moot_moment_of_days(day, day);
    return read_moment(calendar, chain, &m, MOOT_READ_FROM_BIRTH);
}

static int counts_working(const moot_chain *chain)
{
    int working = 0;
    for (int32_t i = 0; i < chain->count; i++) {
        working |= moot_unit_working((moot_unit)chain->steps[i].length.unit);
    }
    return working;
}

/* Its working days are counted one by one, as the bank holidays were known on the day it starts from. */
static moot_chain_reading as_then(const moot_calendar *calendar, const moot_chain *chain)
{
    moot_day known_on = moot_day_at(moot_calendar_zone(calendar), chain->from);
    moot_moment m = start_of(calendar, chain);
    for (int32_t i = 0; i < chain->count; i++) {
        const moot_chain_step *s = &chain->steps[i];
        moot_day before = m.by_day ? m.first : moot_day_at(moot_calendar_zone(calendar), m.at.lo), then;
        moot_moment_shift(calendar, &m, s->length, s->counting);
        if (moot_calendar__working_as_known(calendar, before, s->length, s->counting, known_on, &then)) {
            m.first = m.last = then;
        }
    }
    return read_moment(calendar, chain, &m, MOOT_READ_AS_THEN);
}

/* ---- all of them ---- */

/* The chosen stands first; one that gives its date is left out. */
static void add(moot_chain_reading *out, size_t *count, moot_chain_reading r)
{
    if (r.at != out[0].at) {
        out[(*count)++] = r;
    }
}

static void add_of_birth(const moot_calendar *calendar, const moot_chain *chain, moot_chain_reading *out, size_t *count)
{
    int64_t months;
    moot_chain other = from_day(calendar, chain, moot_birthday(chain->born, chain->age, other_leap(calendar)));
    add(out, count, walk(calendar, &other, MOOT_READ_LEAP));
    if (all_months(chain, &months) && months % 12 != 0) {
        add(out, count, from_birth(calendar, chain, months));
    }
}

static void sort(moot_chain_reading *rows, size_t count, int latest_first)
{
    for (size_t i = 1; i < count; i++) {
        for (size_t k = i; k > 0; k--) {
            int earlier = rows[k].at < rows[k - 1].at;
            if (rows[k].at == rows[k - 1].at || earlier == latest_first) {
                break;
            }
            moot_chain_reading row = rows[k];
            rows[k] = rows[k - 1];
            rows[k - 1] = row;
        }
    }
}

size_t moot_chain_readings(const moot_calendar *calendar, const moot_chain *chain,
                           moot_chain_reading out[MOOT_CHAIN_READINGS])
{
    size_t count = 0;
    int64_t months;
    out[count++] = moot_chain_date(calendar, chain);
    for (int32_t i = 0; i < chain->count; i++) {
        if (has_convention(&chain->steps[i])) {
            add(out, &count, with_convention(calendar, chain, i));
        }
    }
    if (may_turn_round(chain)) {
        moot_chain other = reversed(chain);
        add(out, &count, walk(calendar, &other, MOOT_READ_ORDER));
    }
    if (chain->count > 1 && all_months(chain, &months)) {
        moot_chain other = together(chain, months);
        add(out, &count, walk(calendar, &other, MOOT_READ_TOGETHER));
    }
    if (is_leap_birth(chain)) {
        add_of_birth(calendar, chain, out, &count);
    }
    if (counts_working(chain)) {
        add(out, &count, as_then(calendar, chain));
    }
    const moot_chain_step *last = &chain->steps[chain->count > 0 ? chain->count - 1 : 0];
    int clear = chain->count > 0 && last->counting == MOOT_COUNT_CLEAR && last->length.count > 0;
    sort(out, count, chain->begins || clear);
    return count;
}

/* ---- words ---- */

/* "within 2 working days"; of what must have passed first, "2 working days after". */
static const char *step_words(const moot_chain *chain, const moot_chain_step *s, char *buf, size_t size)
{
    char length[32];
    moot_duration d = s->length;
    if (!chain->begins || s->counting != MOOT_COUNT_OF || !has_convention(s)) {
        return moot_counting_words(d, s->counting, buf, size);
    }
    d.count = d.count < 0 ? -d.count : d.count;
    snprintf(buf, size, "%s %s", moot_duration_text(d, length, sizeof length), s->length.count < 0 ? "before" : "after");
    return buf;
}

/* "within 2 working days, then within 1 month", of the steps that are not part of an age. */
static void put_steps(const moot_chain *chain, char *buf, size_t size)
{
    char words[80];
    size_t len = 0;
    buf[0] = '\0';
    for (int32_t i = 0; i < chain->count && len < size; i++) {
        if (!chain->steps[i].fixed) {
            len += (size_t)snprintf(buf + len, size - len, "%s%s", len ? ", then " : "",
                                    step_words(chain, &chain->steps[i], words, sizeof words));
        }
    }
}

static void put_words(const moot_calendar *calendar, const moot_chain *chain, const moot_chain_reading *r, char *buf,
                      size_t size)
{
    moot_chain told = r->how == MOOT_READ_ORDER ? reversed(chain) : *chain;
    int64_t months = 0;
    char length[32];
    switch (r->how) {
    case MOOT_READ_CONVENTION:
        told.steps[r->step].counting = r->counting;
        break;
    case MOOT_READ_TOGETHER:
        (void)all_months(chain, &months);
        snprintf(buf, size, "%s at once",
                 moot_duration_text((moot_duration){ (int32_t)months, MOOT_MONTHS }, length, sizeof length));
        return;
    case MOOT_READ_FROM_BIRTH:
        snprintf(buf, size, "the months counted from the date of birth itself");
        return;
    default:
        break;
    }
    put_steps(&told, buf, size);
    size_t len = strlen(buf);
    if (len == 0 && !is_leap_birth(chain)) {
        snprintf(buf, size, "turning %d", chain->age);
    }
    if (is_leap_birth(chain) && (r->how == MOOT_READ_LEAP || r->how == MOOT_READ_AS_CHOSEN)) {
        snprintf(buf + len, size - len, "%sborn on 29 February, the birthday is %s in other years", len ? "; " : "",
                 moot_leap_text(r->how == MOOT_READ_LEAP ? other_leap(calendar) : moot_calendar_leap(calendar)));
    } else if (r->how == MOOT_READ_AS_THEN) {
        snprintf(buf + len, size - len, ", with the bank holidays known on the day it starts from");
    }
}

char *moot_chain_reading_text(const moot_calendar *calendar, const moot_chain *chain, const moot_chain_reading *reading,
                              char *buf, size_t size)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    char date[64], words[900];
    put_words(calendar, chain, reading, words, sizeof words);
    snprintf(buf, size, "%s (%s): %s%s%s", moot_instant_text(zone, reading->at, date, sizeof date),
             weekdays[moot_weekday(moot_day_at(zone, reading->at))], words, reading->provisional ? ", provisional" : "",
             reading->how == MOOT_READ_AS_CHOSEN ? " (as counted here)" : "");
    return buf;
}
