#include "vm/protocol/panel.h"

static moot_instant at_clock(const moot_protocol *p, moot_day day, int32_t second)
{
    moot_instant at = MOOT_NEVER;
    (void)moot_instant_of(p->zone, day, second, &at, NULL);
    return at;
}

/* The day of session n before any closure moves it: counted from the first, so that moves do not add up. */
static moot_day planned_day(const moot_protocol *p, const moot_panel *panel, int32_t n)
{
    moot_duration step = panel->every;
    step.count *= n;
    return n == 0 ? panel->first : moot_calendar_shift(p->calendars[0], panel->first, step, MOOT_COUNT_OF);
}

static moot_day session_day(const moot_protocol *p, const moot_panel *panel, int32_t n)
{
    moot_day day = planned_day(p, panel, n);
    return moot_calendar_working(p->calendars[0], day) ? day : moot_calendar_add_working(p->calendars[0], day, 1);
}

static int dated(const moot_panel *panel)
{
    return panel->first != MOOT_DAY_MIN && (panel->every.count > 0 && moot_unit_by_day((moot_unit)panel->every.unit));
}

moot_instant moot_panel_session(const moot_protocol *protocol, const moot_panel *x, int32_t n)
{
    return dated(x) && n >= 0 ? at_clock(protocol, session_day(protocol, x, n), x->at_second) : MOOT_NEVER;
}

moot_instant moot_panel_cut_off(const moot_protocol *protocol, const moot_panel *x, int32_t n)
{
    moot_instant session = moot_panel_session(protocol, x, n);
    moot_duration back = x->cut_off;
    if (session == MOOT_NEVER || back.count == 0) {
        return session;
    }
    if (!moot_unit_by_day((moot_unit)back.unit)) {
        return session - (moot_instant)back.count * (back.unit == MOOT_HOURS ? 3600 : 60);
    }
    back.count = -back.count;
    return moot_day_end(protocol->zone,
                        moot_calendar_shift(protocol->calendars[0], session_day(protocol, x, n), back, MOOT_COUNT_OF));
}

/* Roughly how many sessions have passed by a day, from below: the search then walks the last few. */
static int32_t sessions_before(const moot_panel *x, moot_day day)
{
    static const int32_t longest[] = { [MOOT_DAYS] = 1, [MOOT_WEEKS] = 7, [MOOT_MONTHS] = 31, [MOOT_YEARS] = 366,
                                       [MOOT_WORKING_DAYS] = 3 };
    int32_t length = x->every.unit <= MOOT_WORKING_DAYS ? longest[x->every.unit] * x->every.count : 0;
    int32_t n = day > x->first && length > 0 ? (day - x->first) / length : 0;
    return n > 2 ? n - 2 : 0;
}

int32_t moot_panel_next(const moot_protocol *protocol, const moot_panel *x, moot_instant ready, moot_instant after)
{
    if (!dated(x)) {
        return -1;
    }
    moot_instant from = ready > after ? ready : after;
    for (int32_t n = sessions_before(x, moot_day_at(protocol->zone, from));; n++) {
        moot_instant session = moot_panel_session(protocol, x, n);
        if (session == MOOT_NEVER || planned_day(protocol, x, n) >= MOOT_DAY_MAX) {
            return -1;
        }
        if (session > after && moot_panel_cut_off(protocol, x, n) >= ready) {
            return n;
        }
    }
}
