/* arrivals: the further cases that come to a council in a time, as its assumptions say: `assume { arrivals = "presents homeless",
 * per_year = 42 }` is a stream of them. They stand beside the caseload in a world, and compete in it like all others.
 *
 *     moot_arrivals_new                 once: the streams, and which cases of the caseload each may be like
 *     for each replicate: moot_arrived_draw, then for each protocol moot_crowd_join
 *     moot_arrivals_free
 *
 * A stream is a Poisson process: gaps are exponential, drawn by inversion, each from a key of its own (seed, replicate, row, how
 * many came before), and each moment is cut to its minute. All hours of all days are alike. So who comes, when, and like whom is the
 * same whatever protocol, variant, thread or shard asks.
 *
 * Who comes is like a case of the caseload that begins with the same event, drawn anew for each (or like one without any record,
 * which never begins itself and is there only for this), whose facts do not gainsay the row's: it has that case's facts as that
 * began, its children and spells, all days as much later as it comes later (so that it is as old, to the birthday), and what the row
 * says. It comes with one record, the
 * event; all else is drawn. Where no case is so, it has what the row says and no more. Its id is "+EVENT-R-N": the N-th of the R-th
 * row of the event. */
#ifndef MOOT_ARRIVALS_H
#define MOOT_ARRIVALS_H

#include "vm/case/record.h"
#include "vm/protocol/model.h"

/* Of one world, beside the caseload. */
#define MOOT_ARRIVALS_MOST 1000000

typedef struct moot_arrivals moot_arrivals; /* immutable, shared by threads */

typedef struct moot_arrivals_row {
    const char *event;
    int32_t nth;        /* of the rows of this event, from 1 */
    const int32_t *like; /* cases of the caseload that those who come may be like */
    int32_t like_count;
    int64_t per_year;   /* thousandths */
} moot_arrivals_row;

/* Reads the rows of a model, whose protocol is not folded, and the caseload as that protocol has it; keeps nothing of either. From
 * the first day to the last, both in. Errors: MOOT_EDATA (nothing is assumed of arrivals: the line to add; a case of the caseload is
 * called as those are who come), MOOT_ENOMEM. */
moot_code moot_arrivals_new(const moot_model *model, const moot_input *inputs, int32_t count, moot_day first, moot_day last,
                            moot_arrivals **out_arrivals, moot_err *err) MOOT_MUST_CHECK;
void moot_arrivals_free(moot_arrivals *arrivals); /* takes NULL */
int32_t moot_arrivals_rows(const moot_arrivals *arrivals, const moot_arrivals_row **out_list);

typedef struct moot_arrival {
    const char *id;
    int32_t row, like; /* like: the case of the caseload, -1: none */
    moot_instant at;
} moot_arrival;

/* Who comes in one replicate: row by row, in the order of time. Kept from replicate to replicate for its memory. */
typedef struct moot_arrived {
    moot_arrival *list;
    size_t cap;
    int32_t count;
    moot_arena arena;
} moot_arrived;
void moot_arrived_init(moot_arrived *arrived);
void moot_arrived_done(moot_arrived *arrived);
/* Errors: MOOT_ELIMIT (more than MOOT_ARRIVALS_MOST), MOOT_ENOMEM. */
moot_code moot_arrived_draw(const moot_arrivals *arrivals, uint64_t seed, uint64_t replicate, moot_arrived *out, moot_err *err)
    MOOT_MUST_CHECK;

/* The caseload with those who came, as one protocol has them; kept likewise. */
typedef struct moot_crowd {
    moot_input *list; /* first the caseload, which lends all it has; good until the next join */
    size_t cap;
    int32_t count;
    moot_arena arena;
} moot_crowd;
void moot_crowd_init(moot_crowd *crowd);
void moot_crowd_done(moot_crowd *crowd);
/* `inputs`: the same cases as moot_arrivals_new had, as `protocol`, which is not folded, has them. Events, facts and options are found
 * by their names: who comes with an event that it does not know never begins. Errors: MOOT_ENOMEM. */
moot_code moot_crowd_join(const moot_arrivals *arrivals, const moot_arrived *arrived, const moot_protocol *protocol,
                          const moot_input *inputs, moot_crowd *out, moot_err *err) MOOT_MUST_CHECK;

#endif
