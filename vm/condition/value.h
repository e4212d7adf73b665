/* value: one typed value of a case, and three-valued truth.
 *
 * A value that is not known is MOOT_T_UNKNOWN whatever its fact's type; nothing ever turns unknown into false.
 * Dates and instants are windows: they may be known only to the month or the year. */
#ifndef MOOT_VALUE_H
#define MOOT_VALUE_H

#include "vm/time/time.h"

typedef enum moot_tri { MOOT_FALSE, MOOT_TRUE, MOOT_UNKNOWN } moot_tri;

static inline moot_tri moot_tri_not(moot_tri t)
{
    return t == MOOT_UNKNOWN ? MOOT_UNKNOWN : (t == MOOT_TRUE ? MOOT_FALSE : MOOT_TRUE);
}

#define MOOT_TYPES(X)                \
    X(UNKNOWN, "unknown")            \
    X(YESNO, "yes or no")            \
    X(INTEGER, "a whole number")     \
    X(MONEY, "money")                \
    X(DATE, "a date")                \
    X(INSTANT, "a time")             \
    X(ONE_OF, "one of a list")       \
    X(TEXT, "text")                  \
    X(PARTY, "a role")               \
    X(SET, "some of a list")         \
    X(DURATION, "a length of time")  \
    X(SPELLS, "spells")              \
    X(CONSENT, "a consent")

typedef enum moot_type {
#define X(name, text) MOOT_T_##name,
    MOOT_TYPES(X)
#undef X
} moot_type;

/* type      a                                   b                     text
 * YESNO     0 or 1
 * INTEGER   the number
 * MONEY     pence
 * DATE      first possible moot_day             last possible day
 * INSTANT   earliest second                     latest second
 * ONE_OF    symbol of the protocol (also CONSENT's states)
 * SET       bit i set: option i of the fact     the fact               (what a `collect` decision gives)
 * PARTY     party index
 * DURATION  count                               moot_unit
 * TEXT                                                                borrowed from the case or the protocol */
typedef struct moot_value {
    uint8_t type; /* moot_type */
    int64_t a, b;
    const char *text;
} moot_value;

static inline moot_value moot_unknown(void)
{
    moot_value v = { MOOT_T_UNKNOWN, 0, 0, NULL };
    return v;
}
moot_value moot_value_yesno(int yes);
moot_value moot_value_of(moot_type type, int64_t a, int64_t b);
moot_value moot_value_text_of(const char *borrowed_text);
static inline int moot_known(moot_value v)
{
    return v.type != MOOT_T_UNKNOWN;
}
/* Same type and same value; two unknowns are the same. */
int moot_value_same_as(moot_value x, moot_value y); /* of one type that is known */
static inline int moot_value_same(moot_value x, moot_value y)
{
    return x.type == y.type && (x.type == MOOT_T_UNKNOWN || moot_value_same_as(x, y));
}
/* Three-valued order of two values of one type (windows may overlap: unknown). */
moot_tri moot_value_equal(moot_value x, moot_value y);
moot_tri moot_value_less(moot_value x, moot_value y);       /* x <  y */
moot_tri moot_value_less_equal(moot_value x, moot_value y); /* x <= y */
const char *moot_type_text(moot_type type);                 /* "yes or no" */

#endif
