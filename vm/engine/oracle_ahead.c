/* What the modelled oracle reads of a case ahead of time: what the file itself will say, what an amount comes to in a life that
 * began then, and when time alone lets a stage end. */
#include "vm/engine/oracle_internal.h"

#define TIMES_MOST 100 /* birthdays, and what else time changes, that one who waits looks ahead to */

int moot_oracle__told_later(const moot_case *c, int32_t fact, int32_t child, moot_value *out)
{
    for (int32_t i = 0; i < c->input->record_count; i++) {
        const moot_record *r = &c->input->records[i];
        if (r->kind == MOOT_RECORD_FACT && r->ref == fact && (r->child < 0 || r->child == child)) {
            *out = r->value;
            return moot_known(r->value);
        }
        for (int32_t k = 0; k < r->extra_count; k++) {
            if (r->extras[k].fact == fact && (r->child < 0 || r->child == child)) {
                *out = r->extras[k].value;
                return moot_known(*out);
            }
        }
    }
    return 0;
}

moot_value moot_oracle__drawn_amount(const moot_assume *a, const moot_case *c, const moot_assumed *row, const moot_draw_key *key)
{
    const moot_protocol *p = a->protocol;
    uint8_t type = p->facts[row->ref].type;
    int64_t n = moot_spread_draw(a, row->takes, moot_draw(key));
    if (row->side == 0) {
        return moot_value_of((moot_type)type, n, 0);
    }
    n = n > MOOT_MODEL_DAYS_MOST && a->spreads[row->takes].unit != MOOT_SPREAD_MINUTES ? MOOT_MODEL_DAYS_MOST : n;
    moot_instant first = c->input->record_count > 0 ? c->input->records[0].at.lo : 0;
    moot_day day = moot_day_at(p->zone, first);
    if (a->spreads[row->takes].unit == MOOT_SPREAD_MINUTES) {
        first += 60 * row->side * (n > MOOT_MODEL_MINUTES_MOST ? MOOT_MODEL_MINUTES_MOST : n);
        day = moot_day_at(p->zone, first);
    } else if (a->spreads[row->takes].unit == MOOT_SPREAD_WORKING_DAYS) {
        day = moot_calendar_add_working(p->calendars[0], day, (int)(row->side * n));
        (void)moot_instant_of(p->zone, day, moot_second_of_day(p->zone, first), &first, NULL);
    } else {
        day += (moot_day)(row->side * n);
        (void)moot_instant_of(p->zone, day, moot_second_of_day(p->zone, first), &first, NULL);
    }
    return type == MOOT_T_INSTANT ? moot_value_of(MOOT_T_INSTANT, first, first) : moot_value_of(MOOT_T_DATE, day, day);
}

/* The first moment after `facts->now` at which time alone may change a guard of a row's outcomes; MOOT_NEVER: none. */
static moot_instant next_change(const moot_assume *a, const moot_facts *facts, const moot_assumed *row, int32_t child)
{
    const moot_protocol *p = a->protocol;
    moot_instant first = MOOT_NEVER;
    for (int32_t i = 0; i < row->chances.count; i++) {
        const moot_chance *chance = &a->chances[row->chances.first + i];
        int32_t when = p->outcomes[chance->ref].when;
        moot_instant at = chance->weight > 0 && when >= 0 ? moot_cond_next_change(&p->rules, facts, when, child) : MOOT_NEVER;
        first = at < first ? at : first;
    }
    return first;
}

moot_instant moot_oracle__time_lets(const moot_assume *a, const moot_facts *facts, const moot_assumed *row, int32_t child,
                                    uint8_t *out_barred)
{
    const moot_protocol *p = a->protocol;
    moot_facts then = *facts;
    for (int tries = 0; tries < TIMES_MOST; tries++) {
        moot_instant at = next_change(a, &then, row, child);
        int some = 0;
        if (at == MOOT_NEVER) {
            return MOOT_NEVER;
        }
        then.now = moot_when_at(at);
        then.law_day = then.law_is_fixed ? then.law_day : moot_day_at(p->zone, at);
        for (int32_t i = 0; i < row->chances.count; i++) {
            const moot_chance *chance = &a->chances[row->chances.first + i];
            out_barred[i] = moot_cond_eval(&p->rules, &then, p->outcomes[chance->ref].when, child) == MOOT_FALSE;
            some |= !out_barred[i] && chance->weight > 0;
        }
        if (some) {
            return at;
        }
    }
    return MOOT_NEVER;
}
