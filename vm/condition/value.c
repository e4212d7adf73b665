#include "vm/condition/value.h"

#include <string.h>

moot_value moot_value_yesno(int yes)
{
    return moot_value_of(MOOT_T_YESNO, yes != 0, 0);
}

moot_value moot_value_of(moot_type type, int64_t a, int64_t b)
{
    moot_value v = { (uint8_t)type, a, b, NULL };
    return v;
}

moot_value moot_value_text_of(const char *borrowed_text)
{
    moot_value v = { MOOT_T_TEXT, 0, 0, borrowed_text };
    return v;
}

const char *moot_type_text(moot_type type)
{
    static const char *const texts[] = {
#define X(name, text) text,
        MOOT_TYPES(X)
#undef X
    };
    return (size_t)type < MOOT_COUNT(texts) ? texts[type] : texts[MOOT_T_UNKNOWN];
}

static int same_text(const char *x, const char *y)
{
    return strcmp(x != NULL ? x : "", y != NULL ? y : "") == 0;
}

int moot_value_same_as(moot_value x, moot_value y)
{
    switch ((moot_type)x.type) {
    case MOOT_T_TEXT:
        return same_text(x.text, y.text);
    case MOOT_T_DATE:
    case MOOT_T_INSTANT:
    case MOOT_T_DURATION:
        return x.a == y.a && x.b == y.b;
    default:
        return x.a == y.a;
    }
}

/* A number of the smallest unit of its family. Families cannot be compared with each other: how many days a month has
 * depends on where it stands. */
typedef enum length_family { ELAPSED, BY_DAY, BY_MONTH, BY_WORKING_DAY } length_family;

static length_family length_of(moot_value v, int64_t *out_count)
{
    *out_count = v.a;
    switch ((moot_unit)v.b) {
    case MOOT_MINUTES:
        return ELAPSED;
    case MOOT_HOURS:
        *out_count = v.a * 60;
        return ELAPSED;
    case MOOT_WEEKS:
        *out_count = v.a * 7;
        return BY_DAY;
    case MOOT_YEARS:
        *out_count = v.a * 12;
        return BY_MONTH;
    case MOOT_MONTHS:
        return BY_MONTH;
    case MOOT_WORKING_DAYS:
    case MOOT_STATUTORY_DAYS:
        return BY_WORKING_DAY;
    case MOOT_NEXT_WORKING_DAY:
        *out_count = 1;
        return BY_WORKING_DAY;
    case MOOT_SAME_DAY:
        *out_count = 0;
        return BY_DAY;
    case MOOT_DAYS:
    case MOOT_EACH_MONTH:
    case MOOT_EACH_QUARTER:
    case MOOT_EACH_YEAR:
    case MOOT_EACH_FINANCIAL_YEAR:
        break;
    }
    return BY_DAY;
}

/* Turns two values into two windows of one scale; 0 when they have none in common. */
static int windows(moot_value x, moot_value y, moot_when *out_x, moot_when *out_y)
{
    if (x.type != y.type) {
        return 0;
    }
    switch ((moot_type)x.type) {
    case MOOT_T_DATE:
    case MOOT_T_INSTANT:
        *out_x = (moot_when){ x.a, x.b };
        *out_y = (moot_when){ y.a, y.b };
        return 1;
    case MOOT_T_DURATION: {
        int64_t a, b;
        if (length_of(x, &a) != length_of(y, &b)) {
            return 0;
        }
        *out_x = moot_when_at(a);
        *out_y = moot_when_at(b);
        return 1;
    }
    case MOOT_T_YESNO:
    case MOOT_T_INTEGER:
    case MOOT_T_MONEY:
        *out_x = moot_when_at(x.a);
        *out_y = moot_when_at(y.a);
        return 1;
    default:
        return 0; /* a list, a text, a role have no order */
    }
}

static int is_choice(moot_value v)
{
    return v.type == MOOT_T_ONE_OF || v.type == MOOT_T_CONSENT;
}

moot_tri moot_value_equal(moot_value x, moot_value y)
{
    moot_when a, b;
    if (!moot_known(x) || !moot_known(y)) {
        return MOOT_UNKNOWN;
    }
    if (windows(x, y, &a, &b)) {
        if (moot_when_exact(a) && moot_when_exact(b)) {
            return a.lo == b.lo ? MOOT_TRUE : MOOT_FALSE;
        }
        return a.hi < b.lo || b.hi < a.lo ? MOOT_FALSE : MOOT_UNKNOWN;
    }
    if (is_choice(x) && is_choice(y)) {
        return x.a == y.a ? MOOT_TRUE : MOOT_FALSE;
    }
    if (x.type != y.type || x.type == MOOT_T_DURATION) {
        return MOOT_UNKNOWN;
    }
    return moot_value_same(x, y) ? MOOT_TRUE : MOOT_FALSE;
}

moot_tri moot_value_less(moot_value x, moot_value y)
{
    moot_when a, b;
    if (!moot_known(x) || !moot_known(y) || !windows(x, y, &a, &b)) {
        return MOOT_UNKNOWN;
    }
    if (a.hi < b.lo) {
        return MOOT_TRUE;
    }
    return a.lo >= b.hi ? MOOT_FALSE : MOOT_UNKNOWN;
}

moot_tri moot_value_less_equal(moot_value x, moot_value y)
{
    return moot_tri_not(moot_value_less(y, x));
}
