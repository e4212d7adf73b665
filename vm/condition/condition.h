/* condition: compiled conditions and the facts that they read. Three-valued: a missing fact makes an answer unknown.
 *
 * A condition is a subtree of nodes in preorder inside one moot_conditions table; `next` is the index after the
 * subtree, so evaluation is a loop with a small stack (depth <= MOOT_COND_DEPTH, refused by the compiler beyond).
 * A protocol owns one table; conditions are named by the index of their root, MOOT_NO_COND holds always.
 *
 * moot_facts is everything that a condition may read about one case. The case (case.h) fills it. */
#ifndef MOOT_CONDITION_H
#define MOOT_CONDITION_H

#include "vm/calendar/calendar.h"
#include "vm/condition/value.h"

#define MOOT_NO_COND (-1)
#define MOOT_COND_DEPTH 24
/* The first day of what is not commenced, no date being known: it is in force on no day. */
#define MOOT_NOT_COMMENCED MOOT_DAY_MAX

/* ---- operands: what stands on the right of a test, and wherever a figure may stand ---- */

typedef enum moot_operand_kind {
    MOOT_OPERAND_CONST,   /* value                                                     */
    MOOT_OPERAND_FACT,    /* ref: fact; its value                                      */
    MOOT_OPERAND_PARAM,   /* ref: param; the figure in force at the case's law day      */
    MOOT_OPERAND_TRIGGER, /* ref: trigger; its latest firing, or its known future date  */
    MOOT_OPERAND_AGE, MOOT_OPERAND_NOW, MOOT_OPERAND_TODAY /* built-in facts            */
} moot_operand_kind;

typedef struct moot_operand {
    uint8_t kind;     /* moot_operand_kind */
    int32_t ref;
    int32_t reading;  /* the reading that chose it, -1 if none */
    moot_value value;
} moot_operand;

/* A dated figure: the value of the last step whose day is on or before the law day; before the first step: the first. */
typedef struct moot_param_step {
    moot_day from;
    moot_value value;
    uint8_t of_law; /* it is stdlib's own: no council can hold it off */
} moot_param_step;

/* ---- nodes ---- */

typedef enum moot_node_kind {
    MOOT_COND_ALL, MOOT_COND_ANY, MOOT_COND_NONE, /* groups */
    MOOT_COND_SOME_CHILD, MOOT_COND_EVERY_CHILD,  /* quantifiers over the case's children */
    MOOT_COND_TEST
} moot_node_kind;

typedef enum moot_subject {
    MOOT_SUBJECT_FACT,     /* ref: fact                                            */
    MOOT_SUBJECT_AGE, MOOT_SUBJECT_NOW, MOOT_SUBJECT_TODAY, MOOT_SUBJECT_TONIGHT,
    MOOT_SUBJECT_LEAD, MOOT_SUBJECT_HANDOVERS,
    MOOT_SUBJECT_TIMES,    /* ref: trigger; how often it has fired                  */
    MOOT_SUBJECT_LAW       /* the day as at which the law is read                   */
} moot_subject;

#define MOOT_TESTS(X)                                                            \
    X(IS, "is") X(BETWEEN, "between") X(UNDER, "under") X(OVER, "over")          \
    X(AT_LEAST, "at least") X(AT_MOST, "at most") X(ONE_OF, "one of")            \
    X(EARLIER_THAN, "earlier than") X(LATER_THAN, "later than")                  \
    X(KNOWN, "known") X(UNKNOWN, "unknown") X(INSIDE, "inside") X(OUTSIDE, "outside")

typedef enum moot_test {
#define X(name, text) MOOT_TEST_##name,
    MOOT_TESTS(X)
#undef X
} moot_test;

/* How a spells fact becomes a number before the test. Spells of a kind that share a moment, or a day where they are known
 * to the day, are one period. A total counts whole days, both ends in; so do longest and running, unless they are
 * compared with hours (which elapse) or with months (from a day to the same day of a later month). */
typedef enum moot_spell_fn {
    MOOT_SPELL_NONE, MOOT_SPELL_TOTAL, MOOT_SPELL_LONGEST,
    MOOT_SPELL_ANY_AT,  /* a spell runs at the moment `from`: holds by itself              */
    MOOT_SPELL_RUNNING  /* how long the spell that runs now, or at `from`, has lasted; 0 if none does */
} moot_spell_fn;

/* Which periods count: those that last so long as a whole, begin inside the window, or begin as a spell of another kind
 * ends; and those of one more kind, as if they were of the fact's own. */
enum { MOOT_SPELL_LASTING = 1, MOOT_SPELL_INSIDE = 2, MOOT_SPELL_FOLLOWS = 4, MOOT_SPELL_TOGETHER = 8 };
typedef struct moot_spell_filter {
    uint8_t which;   /* of these; 0: all count. INSIDE: one that straddles the window's start is left out, not clipped */
    uint8_t longer;  /* more than `lasting`, not just that */
    int32_t lasting; /* operand, a duration */
    int32_t follows; /* spells fact */
    int32_t together; /* spells fact */
} moot_spell_filter;

typedef struct moot_cond_node {
    uint8_t kind;    /* moot_node_kind */
    uint8_t subject; /* moot_subject, TEST only */
    uint8_t test;    /* moot_test */
    uint8_t spell;   /* moot_spell_fn */
    int32_t ref;     /* fact or trigger of the subject; for NOW inside/outside: see `calendar` */
    int32_t next;    /* index after this subtree */
    int32_t first;   /* first operand; BETWEEN has two (both ends in), ONE_OF has `count` */
    int32_t count;
    int32_t calendar;        /* index of the desk calendar for INSIDE/OUTSIDE, else -1 */
    int32_t from, to;        /* triggers that clip a total or longest, or the one of any_at, running (from); -1 none */
    moot_spell_filter spells; /* where `spell` is set */
    int32_t line;            /* in the script */
} moot_cond_node;

/* ---- the facts of one case, as conditions see them ---- */

typedef struct moot_spell {
    int32_t fact;                    /* its kind */
    int32_t child;                   /* -1: the applicant */
    moot_instant from_lo, from_hi;   /* when it began */
    moot_instant to_lo, to_hi;       /* when it ended; MOOT_NEVER while it runs */
} moot_spell;

typedef enum moot_night { MOOT_NOT_RECORDED, MOOT_NOWHERE, MOOT_SOMEWHERE } moot_night;

/* An age that has been worked out: of whoever was born then, at that moment. */
typedef struct moot_aged {
    moot_instant at;
    moot_day born;
    int age;
} moot_aged;

typedef struct moot_facts {
    int32_t fact_count, child_count;
    /* (1 + child_count) rows of fact_count: row 0 the applicant, row 1 + i child i. Presumed values are not stored
     * here: moot_fact_value supplies them. */
    moot_value *values;
    const moot_spell *spells;
    int32_t spell_count;
    int32_t dob_fact;         /* fact whose value is the date of birth, -1 if the vocabulary has none */
    moot_when now;            /* the moment at which it is read */
    moot_aged aged;           /* the applicant's age, kept by moot_facts_age: what is read at one moment works it out once */
    moot_day law_day;         /* which figures are in force */
    moot_day held;            /* the case keeps the rules of the day before: what begins on this day is not for it, what ends then
                                 goes on; the law's own dates stay. MOOT_DAY_MAX: none is held */
    uint8_t law_is_fixed;     /* they are those of law_day for all of the case, not those of each moment */
    moot_night night;         /* tonight */
    const char *night_place;  /* "interim accommodation" when SOMEWHERE */
    int32_t lead;             /* party that holds the case, -1 unknown */
    int32_t handovers;
    const uint32_t *trigger_count; /* per trigger: firings so far */
    const moot_when *trigger_last; /* per trigger: latest firing, or the known future date of a birthday or date */
} moot_facts;

/* The static side: what the protocol knows. */
typedef struct moot_fact_rule {
    uint8_t type;         /* moot_type */
    uint8_t per_child;
    moot_value presumed;  /* answers while unknown; MOOT_T_UNKNOWN: nothing presumed */
} moot_fact_rule;

typedef struct moot_conditions {
    const moot_cond_node *nodes;
    const moot_operand *operands;
    const moot_fact_rule *facts;           /* per fact */
    const moot_param_step *steps;          /* all params' steps */
    const int32_t *param_first;            /* per param: first step; param_count + 1 entries */
    const moot_calendar *const *calendars; /* [0] is the protocol's own */
    const struct moot_plain *plain;        /* the same conditions as chains (plain.h); NULL: only the trees are read */
} moot_conditions;

/* ---- reading ---- */

/* The value of a fact for a child (-1: applicant; a per-child fact needs a child, another fact is the applicant's).
 * *out_presumed is set when the answer is a presumption; it may be NULL. */
moot_value moot_fact_value(const moot_conditions *rules, const moot_facts *facts, int32_t fact, int32_t child,
                           int *out_presumed);
/* Age in completed years at facts->now as first and last possible age; 0 when the date of birth is unknown. */
int moot_age(const moot_conditions *rules, const moot_facts *facts, int32_t child, int *out_lo, int *out_hi);
/* Works out the applicant's age at facts->now for the conditions that are read there next, if it is known to the day. */
void moot_facts_age(const moot_conditions *rules, moot_facts *facts);
moot_value moot_operand_value(const moot_conditions *rules, const moot_facts *facts, int32_t operand, int32_t child);
moot_value moot_param_value(const moot_conditions *rules, const moot_facts *facts, int32_t param);
/* The age that a dated figure comes to: a whole number, or years. */
int moot_param_age(const moot_conditions *rules, const moot_facts *facts, int32_t param);
/* The first day on which somebody born on `born` has reached the age that a dated figure gives on that day: a birthday, or the
 * day on which a lower figure comes into force. */
moot_day moot_param_birthday(const moot_conditions *rules, const moot_facts *facts, int32_t param, moot_day born);

/* Evaluates a condition (MOOT_NO_COND is true) for a child or the applicant (-1). */
moot_tri moot_cond_eval(const moot_conditions *rules, const moot_facts *facts, int32_t cond, int32_t child);

/* The same, telling each test that was read: node index, the value seen and its verdict. The verdict of the whole is
 * returned. For `because`, `why not` and `needs`. */
typedef void moot_cond_read(void *user, int32_t node, int32_t child, moot_value seen, int presumed, moot_tri verdict);
moot_tri moot_cond_explain(const moot_conditions *rules, const moot_facts *facts, int32_t cond, int32_t child,
                           moot_cond_read *read, void *user);

/* The next instant after facts->now at which a condition that reads ages or totals of running spells may change by the
 * passing of time alone; MOOT_NEVER if none. One timer each: nothing polls. */
moot_instant moot_cond_next_change(const moot_conditions *rules, const moot_facts *facts, int32_t cond, int32_t child);
/* The next birthday after facts->now of the applicant or of a child: all that time alone does to conditions that read ages and
 * neither spells nor commencements. */
moot_instant moot_next_birthday(const moot_conditions *rules, const moot_facts *facts);


#endif
