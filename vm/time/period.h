/* period: the stretches of a calendar in which quotas and measures count (rules 13, 16): months,
 * quarters of three months that begin in January, April, July and October, years, and financial
 * years, which begin on 1 April. They are of local days: the caller asks the zone which day an
 * instant is on. */
#ifndef MOOT_PERIOD_H
#define MOOT_PERIOD_H

#include "vm/time/time.h"

#define MOOT_PERIODS(X)                                                                            \
    X(MONTH, "month") X(QUARTER, "quarter") X(YEAR, "year") X(FINANCIAL_YEAR, "financial year")

typedef enum moot_period {
#define X(name, text) MOOT_PERIOD_##name,
    MOOT_PERIODS(X)
#undef X
    MOOT_PERIOD_COUNT
} moot_period;

const char *moot_period_text(moot_period period); /* "financial year" */
int moot_period_find(const char *text);           /* -1: no such period */
/* The period that a unit of time is once in each of; -1: it is a length. */
static inline int moot_period_of_unit(int unit)
{
    return unit >= MOOT_EACH_MONTH && unit <= MOOT_EACH_FINANCIAL_YEAR ? MOOT_PERIOD_MONTH + unit - MOOT_EACH_MONTH : -1;
}
/* The first day of the period that holds a day, and that of the one after it. */
moot_day moot_period_first(moot_period period, moot_day day);
moot_day moot_period_next(moot_period period, moot_day day);
/* The period that holds a day, in letters that sort in the order of time: "2026-05", "2026-04 to
 * 2026-06", "2026", "2026-27" (a financial year). `size` >= 24. Returns buf. */
char *moot_period_label(moot_period period, moot_day day, char *buf, size_t size);

#endif
