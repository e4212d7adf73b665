/* generate: a synthetic caseload: cases that are about nobody, drawn from the figures of population.h, one line of JSON each
 * (interface.md, "A case, JSON Lines"), in the words of the shared vocabulary alone, so that every protocol can run them.
 *
 * What a case says is how it stands when it comes: who it is, how long in care, where it lives, and the events of one year with
 * which it comes to a service (presents as homeless, is told to leave, comes into care, leaves it, has its plan reviewed). What
 * people do then is left to a model, or to whoever walks the case.
 *
 * Each case says of itself that it was made up ("generated"), and its id begins with "g-". A draw is a pure function of the
 * seed, the number of the case and what is drawn: case k is the same whatever else is made, on any machine, in any order. */
#ifndef MOOT_GENERATE_H
#define MOOT_GENERATE_H

#include "vm/base/buf.h"
#include "vm/base/err.h"
#include "vm/base/population.h"
#include "vm/time/time.h"

#define MOOT_GENERATE_MOST 9999999 /* cases: what the digits of an id hold */
#define MOOT_GENERATE_DAYS 365     /* of the year in which they come */

typedef struct moot_generator {
    uint64_t seed;
    int national;   /* councils of England, large and small; 0: one council */
    moot_day first; /* of the year */
    uint64_t names[MOOT_POPULATION_GROUP_COUNT]; /* of the groups, for keys of draws */
    uint8_t works[MOOT_GENERATE_DAYS + 31];      /* whether a day is a working day in England; by days from the first */
} moot_generator;

/* `first` leaves room for a life before it and a year behind it: 1960 to 2190, which the caller has checked. */
void moot_generator_init(moot_generator *generator, uint64_t seed, int national, moot_day first);
/* How many cases come in a year: of England, or of a council of mean size. */
int64_t moot_generate_count(int national);
/* Appends case `number` (1 to MOOT_GENERATE_MOST) and a newline. Memory: a failure shows in moot_buf_ok. */
void moot_generate_case(const moot_generator *generator, int64_t number, moot_buf *out);

/* Makes cases 1 to count on so many threads and hands their lines on in order, some at a time; `write` may refuse.
 * Memory does not grow with count. Errors: what `write` gave, MOOT_ENOMEM, MOOT_ESYSTEM. */
typedef moot_code moot_generate_write(void *user, const char *text, size_t len, int64_t done, moot_err *err);
moot_code moot_generate_many(const moot_generator *generator, int64_t count, int jobs, moot_generate_write *write, void *user,
                             moot_err *err) MOOT_MUST_CHECK;

#endif
