/* modelled: what the commands that draw share (`run --assume`, `whatif`): an assumptions file bound to a protocol, with nothing
 * missing, and a caseload read whole, because the cases of a world compete. */
#ifndef MOOT_MODELLED_H
#define MOOT_MODELLED_H

#include "lua/load/node.h"
#include "repl/cli/cmd.h"
#include "vm/run/arrivals.h"
#include "vm/run/world.h"

/* Runs an assumptions file, once for all protocols that it is bound to. What is wrong is told. NULL: it failed. */
moot_script *moot_modelled_script(moot_app *app, const char *path);

typedef struct moot_modelled {
    moot_assume *assume;
    moot_model *model;
} moot_modelled;
/* Binds it. What is wrong is told, and so is what a run would miss, each with the line to add: MOOT_EDATA. `baseline`: as
 * moot_assume_bind. Done in any case. */
moot_code moot_modelled_bind(moot_app *app, const moot_script *script, const char *path, const moot_protocol *protocol,
                             const moot_protocol *baseline, moot_modelled *out) MOOT_MUST_CHECK;
void moot_modelled_done(moot_modelled *modelled);

/* --arrivals DAYS, a day, month, year, or two of them as FIRST..LAST: the first day and the last on which further cases come
 * (vm/run/arrivals.h). Without it *out_first is MOOT_DAY_MIN. MOOT_EUSAGE. */
#define MOOT_MODELLED_ARRIVALS "--arrivals"
moot_code moot_modelled_arrivals(const moot_app *app, moot_day *out_first, moot_day *out_last, moot_err *err) MOOT_MUST_CHECK;
/* The same of the text alone. MOOT_EDATA. */
moot_code moot_modelled_days(const char *text, moot_day *out_first, moot_day *out_last, moot_err *err) MOOT_MUST_CHECK;
/* As a store keeps it among the options that change an answer: "--arrivals 2026-01-01..2026-12-31 "; "" of MOOT_DAY_MIN. */
#define MOOT_MODELLED_ARRIVALS_TEXT 48
const char *moot_modelled_arrivals_text(moot_day first, moot_day last, char *buf, size_t size);
/* Says which of those who come are like no case of the caseload. */
void moot_modelled_tell_arrivals(const moot_app *app, const moot_arrivals *arrivals, const char *cases);

typedef struct moot_cases {
    moot_input *list;
    int32_t count;
    size_t cap;
} moot_cases;
/* All good cases, in the order of the file, at most `limit` (0: all). Bad ones are told to `errs`. A case without a record
 * never begins; it is kept all the same. Done in any case. */
moot_code moot_cases_read(moot_caseload *caseload, long limit, moot_cases *out, moot_errs *errs, moot_err *err) MOOT_MUST_CHECK;
void moot_cases_done(moot_cases *cases);

#endif
