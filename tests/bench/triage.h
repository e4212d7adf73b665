/* triage: one look at each case of a caseload, the second workload of `make bench`: made-up people, thirteen facts each, through
 * 26 rules to a status, a duty and its owner, and five dates (triage.lua). One row a case.
 *
 * A caseload is text, comma-separated with a heading, and so are the rows; both sides read the one and write the other:
 *
 *     id,area,seed,referral,dob,looked_days,looked16,looked_now,legal,education,homeless_on,connection,child,risk,immigration_ok,
 *     intentional
 *     id,age,age_days,status,state,owner,duty,contact_by,joint_by,meeting_by,letter_by,plan_by
 *
 * Days are moot_day; a minute counts from the midnight at which 2026-01-01 begins, by one clock that is never changed. */
#ifndef MOOT_TRIAGE_H
#define MOOT_TRIAGE_H

#include "vm/base/buf.h"
#include "vm/calendar/calendar.h"

#define TRIAGE_FIRST_DAY 20454 /* 2026-01-01 */

typedef enum triage_legal { TRIAGE_LEGAL_NONE, TRIAGE_S20, TRIAGE_S31, TRIAGE_SGO } triage_legal;
typedef enum triage_connection { TRIAGE_SAME, TRIAGE_OTHER, TRIAGE_NOWHERE } triage_connection;

typedef struct triage_case {
    int32_t id;
    int32_t minute;   /* of the referral */
    moot_day dob;
    int32_t looked_days;
    moot_day homeless_on; /* MOOT_DAY_MIN: there is a home */
    uint8_t looked16, looked_now, legal, education, connection, child, risk, immigration_ok, intentional;
} triage_case;

typedef struct triage_row {
    int32_t id, age, age_days;
    const char *status, *state, *owner, *duty;  /* borrowed */
    int32_t contact, joint;                     /* minutes */
    moot_day meeting, letter, plan;             /* plan MOOT_DAY_MIN: none */
} triage_row;

/* The caseload of so many cases: always the same. Appends. */
void triage_generate(int32_t count, moot_buf *out);
/* Reads the line at *at and moves behind it; 0 at the end. No check: it is our own text. */
int triage_read(const char **at, triage_case *out);

/* By hand: the yardstick. */
typedef struct triage_loop triage_loop;
triage_loop *triage_loop_new(const moot_calendar *calendar); /* days are copied out of it */
void triage_loop_free(triage_loop *loop);
void triage_loop_row(const triage_loop *loop, const triage_case *c, triage_row *out);

#endif
