/* small_case: a protocol from a text, and a case of a few records made by hand, for tests that ask the engine itself. */
#ifndef MOOT_TESTS_SMALL_CASE_H
#define MOOT_TESTS_SMALL_CASE_H

#include "vm/engine/engine.h"

enum { SMALL_RECORDS = 40 };

typedef struct small_case {
    moot_protocol *p;
    moot_input input;
    moot_record records[SMALL_RECORDS];
    moot_case c;
    moot_err err;
} small_case;

/* Fails the test that runs if the text does not compile. */
moot_protocol *small_protocol(const char *source);
/* What people do there, from the text of an assumptions file; `baseline` as moot_assume_bind. The caller frees both, the model
 * first. */
moot_assume *small_assume(const moot_protocol *p, const moot_protocol *baseline, const char *source);
moot_model *small_model(const moot_assume *assume);
void small_begin(small_case *s, const char *source);
void small_end(small_case *s);
/* A record of nothing yet, at a time, put behind the others. */
moot_record *small_record(small_case *s, const char *at, moot_record_kind kind);
moot_record *small_event(small_case *s, const char *at, const char *event);
moot_record *small_outcome(small_case *s, const char *at, const char *stage, const char *outcome);
moot_record *small_fact(small_case *s, const char *at, const char *fact, moot_value value);

#endif
