#include "vm/time/period.h"

#include <stdio.h>
#include <string.h>

static const char *const texts[] = {
#define X(name, text) text,
    MOOT_PERIODS(X)
#undef X
};

const char *moot_period_text(moot_period period)
{
    return texts[period];
}

int moot_period_find(const char *text)
{
    for (int i = 0; i < MOOT_PERIOD_COUNT; i++) {
        if (strcmp(texts[i], text) == 0) {
            return i;
        }
    }
    return -1;
}

moot_day moot_period_first(moot_period period, moot_day day)
{
    int year, month, mday;
    moot_day_split(day, &year, &month, &mday);
    switch (period) {
    case MOOT_PERIOD_MONTH:
        return moot_day_of(year, month, 1);
    case MOOT_PERIOD_QUARTER:
        return moot_day_of(year, month - (month - 1) % 3, 1);
    case MOOT_PERIOD_FINANCIAL_YEAR:
        return moot_day_of(month < 4 ? year - 1 : year, 4, 1);
    default:
        return moot_day_of(year, 1, 1);
    }
}

moot_day moot_period_next(moot_period period, moot_day day)
{
    static const int months[] = { 1, 3, 12, 12 };
    return moot_add_months(moot_period_first(period, day), months[period]);
}

char *moot_period_label(moot_period period, moot_day day, char *buf, size_t size)
{
    int year, month, mday;
    moot_day_split(moot_period_first(period, day), &year, &month, &mday);
    switch (period) {
    case MOOT_PERIOD_MONTH:
        snprintf(buf, size, "%04d-%02d", year, month);
        break;
    case MOOT_PERIOD_QUARTER:
        snprintf(buf, size, "%04d-%02d to %04d-%02d", year, month, year, month + 2);
        break;
    case MOOT_PERIOD_FINANCIAL_YEAR:
        snprintf(buf, size, "%04d-%02d", year, (year + 1) % 100);
        break;
    default:
        snprintf(buf, size, "%04d", year);
        break;
    }
    return buf;
}
