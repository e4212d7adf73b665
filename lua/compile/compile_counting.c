/* How days are counted: `counting` of deadlines, acts and outcomes, `per` of quotas and `leap_birthday` of the header. Each is one of a
 * few texts, or a reading whose options are: a clause that leaves it open says so once and can be read the other way. */
#include <string.h>

#include "lua/compile/compile_internal.h"

typedef struct choice {
    int (*find)(const char *text); /* -1: no such text */
    const char *field, *wanted;
    int found;
    int32_t reading; /* that chose it, -1 */
} choice;

static int take_text(moot_compiler *c, const moot_node *node, void *user)
{
    choice *ch = user;
    int found = node->type == MOOT_NODE_STRING ? ch->find(node->name) : -1;
    if (found < 0) {
        moot_compile__fail(c, node, "`%s` takes %s, not %s", ch->field, ch->wanted, moot_compile__found(c, node));
        return 0;
    }
    ch->found = found;
    ch->reading = c->reading;
    return 1;
}

static void choose(moot_compiler *c, const moot_node *node, choice *ch)
{
    if (moot_compile__is_reading(node)) {
        (void)moot_compile__reading(c, node, take_text, ch);
    } else {
        (void)take_text(c, node, ch);
    }
}

static int find_leap(const char *text)
{
    return moot_leap_find(text);
}

moot_leap moot_compile__leap(moot_compiler *c, int32_t *out_reading)
{
    const moot_node *node = moot_node_field(c->header, "leap_birthday");
    choice ch = { find_leap, "leap_birthday", "\"1 March\" or \"28 February\"", MOOT_LEAP_1_MARCH, -1 };
    if (node != NULL) {
        choose(c, node, &ch);
    }
    *out_reading = ch.reading;
    return (moot_leap)ch.found;
}

uint8_t moot_compile__quota_period(moot_compiler *c, const moot_node *node, int32_t *out_reading)
{
    const moot_node *field = moot_node_field(node, "per");
    choice ch = { moot_period_find, "per", "\"month\", \"quarter\", \"year\" or \"financial year\"", MOOT_PERIOD_YEAR, -1 };
    if (field != NULL) {
        choose(c, field, &ch);
    }
    *out_reading = ch.reading;
    return (uint8_t)ch.found;
}

moot_counted moot_compile__counting(moot_compiler *c, const moot_node *node)
{
    const moot_node *field = moot_node_field(node, "counting");
    choice ch = { moot_counting_find, "counting", "\"of\", \"beginning with\" or \"clear\"", MOOT_COUNT_OF, -1 };
    if (field != NULL) {
        choose(c, field, &ch);
    }
    return (moot_counted){ (uint8_t)ch.found, ch.reading };
}

/* Clear days say what must lie between two things, so they belong to what comes after them or before them. */
moot_counted moot_compile__counting_of(moot_compiler *c, const moot_node *node, const char *of)
{
    const moot_node *field = moot_node_field(node, "counting");
    moot_counted counted = moot_compile__counting(c, node);
    if (field != NULL && moot_node_field(node, of) == NULL) {
        moot_compile__fail(c, field, "`counting` says how days are counted, and there is no `%s` that counts any", of);
    } else if (counted.counting == MOOT_COUNT_CLEAR) {
        moot_compile__fail(c, field,
                           "clear days say how much must lie between: write by = … - days(3) or not_before = … + days(3), "
                           "not `%s`", of);
    }
    return counted;
}

/* Sets it on the shifts of a trigger and of those that it groups; how many there are. The groups were read, so they are no
 * deeper than MOOT_COND_DEPTH. */
static int count_shifts(moot_compiler *c, int32_t trigger, moot_counted counted)
{
    const moot_trigger *t = &c->protocol->triggers[trigger];
    int32_t i, found = t->shifts.count;
    for (i = 0; i < t->shifts.count; i++) {
        moot_shift *shift = &c->protocol->shifts[t->shifts.first + i];
        shift->counting = counted.counting;
        shift->counting_reading = counted.reading;
    }
    for (i = 0; i < t->children.count; i++) {
        found += count_shifts(c, moot_span_at(c->protocol, t->children, i), counted);
    }
    return found;
}

void moot_compile__clock_counting(moot_compiler *c, const moot_node *node, moot_clock_rule *rule)
{
    const moot_node *field = moot_node_field(node, "counting");
    moot_counted counted;
    int shifts = 0;
    if (field == NULL) {
        return;
    }
    if (rule->within >= 0) {
        counted = moot_compile__counting_of(c, node, "within");
        rule->counting = counted.counting;
        rule->counting_reading = counted.reading;
        return;
    }
    counted = moot_compile__counting(c, node);
    shifts += rule->by >= 0 ? count_shifts(c, rule->by, counted) : 0;
    shifts += rule->not_before >= 0 ? count_shifts(c, rule->not_before, counted) : 0;
    if (shifts == 0) {
        moot_compile__fail(c, field,
                           "`counting` says how days are counted, and here none are: no `within`, and nothing added or "
                           "taken away in `by` or `not_before`");
    }
}
