/* Prints the bank holidays of England and Wales that moot knows, 1995 to 2045, a date a line. */
#include <stdio.h>
#include <string.h>

#include "vm/calendar/calendar.h"

int main(void)
{
    moot_zone *zone;
    moot_calendar *calendar;
    if (moot_zone_load("Europe/London", &zone, NULL) || moot_calendar_new(zone, "", &calendar, NULL) ||
        moot_calendar_freeze(calendar, NULL)) {
        return 1;
    }
    for (moot_day day = moot_day_of(1995, 1, 1); day < moot_day_of(2046, 1, 1); day++) {
        const char *why = moot_calendar_shut(calendar, day);
        char date[16];
        if (why && strncmp(why, "bank holiday", 12) == 0) {
            printf("%s\n", moot_day_text(day, date, sizeof date));
        }
    }
    moot_calendar_free(calendar);
    moot_zone_free(zone);
    return 0;
}
