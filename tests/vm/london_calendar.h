/* What the tests of the calendar share: London, its plain calendar (England and Wales, nothing of a council's own), and
 * dates and durations read from texts. */
#ifndef TESTS_VM_LONDON_CALENDAR_H
#define TESTS_VM_LONDON_CALENDAR_H

#include "vm/calendar/calendar.h"

extern moot_zone *london;
extern moot_calendar *plain;

int london_calendar_make(void **state);
int london_calendar_unmake(void **state);

/* Each fails the test where the text cannot be read. */
moot_day day(const char *text);
moot_instant at(const char *text);
moot_duration length(const char *text);

/* What is due by the plain calendar, as text; it stays until the next call. */
const char *due(const char *from, const char *within, moot_counting counting);

#endif
