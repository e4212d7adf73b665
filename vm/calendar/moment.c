#include "vm/calendar/moment.h"

moot_moment moot_moment_of_days(moot_day first, moot_day last)
{
    moot_moment m = { { 0, 0 }, first, last, 1, 0, 0 };
    return m;
}

static void shift_days(const moot_calendar *calendar, moot_moment *m, moot_duration by, moot_counting counting)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_day first = m->by_day ? m->first : moot_day_at(zone, m->at.lo);
    moot_day last = m->by_day ? m->last : (moot_when_exact(m->at) ? first : moot_day_at(zone, m->at.hi));
    m->first = moot_calendar_shift(calendar, first, by, counting);
    m->last = last == first ? m->first : moot_calendar_shift(calendar, last, by, counting);
    m->by_day = 1;
    /* A clear count forward ends with the day after, which may begin at once. */
    m->forward = (by.count > 0 || by.unit == MOOT_SAME_DAY || by.unit == MOOT_NEXT_WORKING_DAY)
                 && counting != MOOT_COUNT_CLEAR;
    m->provisional |= moot_calendar_provisional((moot_unit)by.unit, first, m->first);
    if (last != first) {
        m->provisional |= moot_calendar_provisional((moot_unit)by.unit, last, m->last);
    }
}

void moot_moment_shift(const moot_calendar *calendar, moot_moment *m, moot_duration by, moot_counting counting)
{
    if (moot_unit_by_day((moot_unit)by.unit)) {
        shift_days(calendar, m, by, counting);
        return;
    }
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_instant seconds = (moot_instant)by.count * (by.unit == MOOT_HOURS ? 3600 : 60);
    if (m->by_day) {
        m->at.lo = moot_day_start(zone, m->first);
        m->at.hi = moot_day_start(zone, m->last);
        m->by_day = 0;
    }
    m->at.lo += seconds;
    m->at.hi += seconds;
}

moot_when moot_moment_due(const moot_calendar *calendar, const moot_moment *m)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    if (!m->by_day) {
        return m->at;
    }
    moot_when days = moot_when_at(moot_day_end(zone, m->first));
    days.hi = m->last == m->first ? days.lo : moot_day_end(zone, m->last);
    return days;
}

moot_when moot_moment_begins(const moot_calendar *calendar, const moot_moment *m)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    int after = m->forward ? 1 : 0;
    if (!m->by_day) {
        return m->at;
    }
    moot_when days = moot_when_at(moot_day_start(zone, m->first + after));
    days.hi = m->last == m->first ? days.lo : moot_day_start(zone, m->last + after);
    return days;
}
