#include "london_calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

moot_zone *london;
moot_calendar *plain;

int london_calendar_make(void **state)
{
    (void)state;
    if (moot_zone_load("Europe/London", &london, NULL) || moot_calendar_new(london, "", &plain, NULL)) {
        return -1;
    }
    return (int)moot_calendar_freeze(plain, NULL);
}

int london_calendar_unmake(void **state)
{
    (void)state;
    moot_calendar_free(plain);
    moot_zone_free(london);
    return 0;
}

moot_day day(const char *text)
{
    moot_day lo, hi;
    assert_int_equal(moot_days_parse(text, &lo, &hi, NULL), MOOT_OK);
    assert_int_equal(lo, hi);
    return lo;
}

moot_instant at(const char *text)
{
    moot_when when;
    assert_int_equal(moot_when_parse(london, text, &when, NULL), MOOT_OK);
    return when.lo;
}

moot_duration length(const char *text)
{
    moot_duration d;
    assert_int_equal(moot_duration_parse(text, &d, NULL), MOOT_OK);
    return d;
}

const char *due(const char *from, const char *within, moot_counting counting)
{
    static MOOT_THREAD_LOCAL char buf[64];
    moot_due d = moot_calendar_due(plain, at(from), length(within), counting);
    return moot_instant_text(london, d.at, buf, sizeof buf);
}
