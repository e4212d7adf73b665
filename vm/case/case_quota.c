#include "vm/case/case.h"

enum { STATE_REFUSED = 3, STATE_WITHDRAWN = 4 }; /* the first symbols of every protocol are those of consent */

/* The first day of the quota's period that holds an instant. */
static moot_day period_of(const moot_protocol *p, const moot_quota *quota, moot_instant at)
{
    return moot_period_first((moot_period)quota->per, moot_day_at(p->zone, at));
}

static int32_t quota_of(const moot_protocol *p, const moot_effect *f)
{
    return f->verb == MOOT_GRANT && f->entitlement >= 0 && p->quotas_count > 0
               ? p->entitlements[f->entitlement].quota
               : -1;
}

int64_t moot_case_quota_limit(const moot_case *c, int32_t quota)
{
    const moot_protocol *p = c->protocol;
    moot_value limit = moot_operand_value(&p->rules, &c->facts, p->quotas[quota].limit, -1);
    return limit.type == MOOT_T_INTEGER ? limit.a : INT64_MAX;
}

/* What was granted in the period of an instant, by when the outcome was taken; given back what was
 * withheld. A case has few acts; others of its world are counted there. */
int32_t moot_case_quota_used(const moot_case *c, int32_t quota, moot_instant at)
{
    const moot_protocol *p = c->protocol;
    const moot_quota *q = &p->quotas[quota];
    moot_day period = period_of(p, q, at);
    int32_t used = c->quota_others ? c->quota_others(c->quota_world, quota, at) : 0;
    for (int32_t i = 0; i < c->acts_count; i++) {
        const moot_act *a = &c->acts[i];
        used += a->state != MOOT_ACT_WITHHELD && quota_of(p, &p->effects[a->effect]) == quota &&
                period_of(p, q, a->called.lo) == period;
    }
    return used;
}

static int withheld(const moot_case *c, int32_t consent)
{
    const moot_protocol *p = c->protocol;
    if (consent < 0) {
        return 0;
    }
    moot_value v = moot_fact_value(&p->rules, &c->facts, consent, -1, NULL);
    int32_t overridden = p->facts[consent].overridden_by;
    return moot_known(v) && (v.a == STATE_REFUSED || v.a == STATE_WITHDRAWN) &&
           (overridden == MOOT_NO_COND ||
            moot_cond_eval(&p->rules, &c->facts, overridden, -1) != MOOT_TRUE);
}

static int in_force(const moot_case *c, const moot_decl *decl)
{
    return moot_decl_in_force(decl, &c->facts);
}

/* Whether an effect would grant, and so count, if its outcome were taken now. */
static int grants(const moot_case *c, const moot_effect *f, int32_t child)
{
    return in_force(c, &f->decl) && !withheld(c, f->consent) &&
           moot_cond_eval(&c->protocol->rules, &c->facts, f->when, child) == MOOT_TRUE;
}

int32_t moot_case_quota_bars(const moot_case *c, int32_t outcome, int32_t child)
{
    const moot_protocol *p = c->protocol;
    moot_span block = p->outcomes[outcome].block;
    for (int32_t i = block.first; i < block.first + block.count; i++) {
        int32_t quota = quota_of(p, &p->effects[i]);
        if (quota < 0 || !in_force(c, &p->quotas[quota].decl)) {
            continue;
        }
        int32_t wanted = 0; /* an outcome may grant several things of one quota */
        for (int32_t k = block.first; k <= i; k++) {
            wanted += quota_of(p, &p->effects[k]) == quota && grants(c, &p->effects[k], child);
        }
        if (wanted > 0 && moot_case_quota_used(c, quota, c->facts.now.lo) + wanted >
                              moot_case_quota_limit(c, quota)) {
            return quota;
        }
    }
    return -1;
}
