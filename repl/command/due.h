/* due: what `moot due` reads and counts.
 *
 * A rule is what a person would write of a time limit: a length of time with its convention, from a moment; or an age;
 * and either with more lengths behind it: "2 working days then 1 month", "18 + 3 months".
 * due_rule.c reads it, due_count.c counts it, cmd_due.c has the options and tells the answer. */
#ifndef MOOT_DUE_H
#define MOOT_DUE_H

#include "vm/base/buf.h"
#include "vm/calendar/readings.h"

#define DUE_LONGEST_RULE 120
#define DUE_MORE_COUNTS (MOOT_CHAIN_STEPS - 2) /* behind the months of an age and a length before it */

typedef enum due_anchor {
    DUE_FROM, /* --from */
    DUE_DATE, /* a date in the rule: "10 working days before 2026-12-25" */
    DUE_AGE,  /* an age, with --dob: "18", "6 months before 18", "15y9m" */
    DUE_AGES  /* a window of ages: "15y9m to 16y3m" */
} due_anchor;

typedef struct due_age {
    int years, months;
} due_age;

typedef struct due_rule {
    char text[DUE_LONGEST_RULE]; /* as it was written */
    int has_length;
    moot_duration length;   /* negative: counted back */
    moot_counting counting;
    int says_counting;      /* the rule's own words say how to count */
    due_anchor anchor;
    char date[DUE_LONGEST_RULE]; /* DUE_DATE: as it was written */
    due_age age, until;     /* DUE_AGE, DUE_AGES */
    moot_chain_step more[DUE_MORE_COUNTS]; /* counted on from there, one after the other */
    int more_count;
} due_rule;

/* `with_dob`: a date of birth is given, so "18 years" is an age. Error: MOOT_EUSAGE, one sentence that shows how to write
 * it. */
moot_code due_rule_read(const char *text, int with_dob, due_rule *out, moot_err *err) MOOT_MUST_CHECK;
/* Whether any of its counts is of working days; its last count, which the date is reached by. */
int due_counts_working_days(const due_rule *rule);
moot_chain_step due_last_count(const due_rule *rule);
/* "18", "15 years 9 months"; `size` >= 40. */
char *due_age_text(due_age age, char *buf, size_t size);

/* One count: of the earliest start, or of the latest. */
typedef struct due_count {
    char from[64];        /* what it is counted from */
    moot_buf lines;
    int lines_count;
    moot_buf readings;    /* the same words read otherwise, the safest first; empty: nothing hangs on it */
    int readings_count;
} due_count;

typedef struct due_answer {
    int by_day;           /* whole days, first to last possible; else instants, `at` */
    moot_day first, last;
    moot_when at;
    const char *edge;     /* "by the end of the day" */
    int provisional;
    int json;             /* the lines of a count are elements of JSON lists, else lines of text */
    due_count counts[2];  /* the latest start has one of its own where it is counted otherwise: `count` is 2 */
    int count;
    moot_day begins[2], ends[2]; /* DUE_AGES: the first and the last day of each */
    moot_buf notes;       /* for --explain: what was known when */
} due_answer;

void due_answer_init(due_answer *answer, int json);
void due_answer_done(due_answer *answer);
/* From a moment, or a window. */
void due_count_from(const moot_calendar *calendar, const due_rule *rule, moot_when from, due_answer *out);
/* From a date of birth known to [first, last]. Error: MOOT_EUSAGE for hours from a birthday, which is a day. */
moot_code due_count_born(const moot_calendar *calendar, const due_rule *rule, moot_day first, moot_day last,
                         due_answer *out, moot_err *err) MOOT_MUST_CHECK;
/* Whether something was done in time: "met", "late", "cannot tell" (rule 2), and how late in the rule's own unit. */
const char *due_judge(const moot_calendar *calendar, const due_rule *rule, const due_answer *answer, moot_when done,
                      char *late_by, size_t size);

#endif
