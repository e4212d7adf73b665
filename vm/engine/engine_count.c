#include "vm/engine/engine_internal.h"

/* What is counted: grants against quotas (rule 13), and firings for measures (rule 16). A case that
 * runs alone sees each quota whole: only its own grants count; in a world those to others do too. */

/* Whether another grant fits hangs on the period that is read. */
static void read_periods(moot_engine *e, int32_t outcome)
{
    moot_span block = e->p->outcomes[outcome].block;
    for (int32_t i = block.first; i < block.first + block.count; i++) {
        const moot_effect *f = &e->p->effects[i];
        int32_t quota = f->verb == MOOT_GRANT && f->entitlement >= 0 ? e->p->entitlements[f->entitlement].quota : -1;
        if (quota >= 0 && e->p->quotas[quota].per_reading >= 0) {
            e->c->reading_used[e->p->quotas[quota].per_reading] = 1;
        }
    }
}

int32_t quota_bars(moot_engine *e, int32_t outcome, int32_t child)
{
    if (e->p->quotas_count == 0) {
        return -1;
    }
    read_periods(e, outcome);
    int32_t quota = moot_case_quota_bars(e->c, outcome, child);
    if (quota >= 0 && e->p->operands[e->p->quotas[quota].limit].reading >= 0) {
        e->c->reading_used[e->p->operands[e->p->quotas[quota].limit].reading] = 1;
    }
    return quota;
}

moot_instant quota_renews(const moot_engine *e, int32_t quota)
{
    moot_period per = (moot_period)e->p->quotas[quota].per;
    return moot_day_start(e->p->zone, moot_period_next(per, moot_day_at(e->p->zone, e->now.lo)));
}

const char *quota_text(moot_engine *e, int32_t quota)
{
    char period[32];
    const moot_quota *q = &e->p->quotas[quota];
    moot_day day = moot_day_at(e->p->zone, e->now.lo);
    const char *last = NULL;
    if (e->commons) {
        (void)moot_commons_quota_others(e->commons, quota, e->member, e->now.lo, &last);
    }
    return engine_text(e, "quota \"%s\" was used up: %d of %d in the %s %s%s%s", q->decl.name,
                       (int)moot_case_quota_used(e->c, quota, e->now.lo),
                       (int)moot_case_quota_limit(e->c, quota),
                       moot_period_text((moot_period)q->per),
                       moot_period_label((moot_period)q->per, day, period, sizeof period),
                       last ? ", the last by case " : "", last ? last : "");
}

static int32_t granted_to_others(const void *engine, int32_t quota, moot_instant at)
{
    const moot_engine *e = engine;
    return moot_commons_quota_others(e->commons, quota, e->member, at, NULL);
}

void quota_shared(moot_engine *e)
{
    e->c->quota_others = e->commons ? granted_to_others : NULL;
    e->c->quota_world = e;
}

void quota_note(moot_engine *e, int32_t quota, int32_t visit)
{
    moot_entry note = engine_entry(e, MOOT_LOG_NOTE, &e->p->quotas[quota].decl);
    note.visit = visit;
    note.child = e->c->visits[visit].child;
    note.flags = MOOT_ENTRY_COMPETES;
    note.text = quota_text(e, quota);
    (void)engine_log(e, &note);
}

void quota_departure(moot_engine *e, const moot_record *r, int32_t outcome, int32_t child)
{
    int32_t quota = quota_bars(e, outcome, child);
    if (quota >= 0) {
        const moot_outcome *o = &e->p->outcomes[outcome];
        engine_departure(e, r, &e->p->quotas[quota].decl,
                         engine_text(e, "outcome \"%s\" of stage \"%s\" was taken although %s",
                                     o->decl.name, e->p->stages[o->stage].decl.name,
                                     quota_text(e, quota)));
    }
}

void measure_fired(moot_engine *e, int32_t measure, moot_when when)
{
    const moot_measure *m = &e->p->measures[measure];
    if (!engine_in_force(e, &m->decl)) {
        return;
    }
    moot_entry entry = engine_entry(e, MOOT_LOG_COUNTED, &m->decl);
    entry.ref = measure;
    entry.mark = when;
    if (m->split >= 0) {
        entry.value = moot_fact_value(&e->p->rules, &e->c->facts, m->split, -1, NULL);
    }
    (void)engine_log(e, &entry);
}
