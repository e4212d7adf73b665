#include "vm/protocol/model.h"

#include <string.h>

#include "vm/base/hash.h"

uint64_t moot_model_key(const char *kind, const char *name)
{
    return moot_mix64(moot_hash64(kind, strlen(kind), 0), moot_hash64(name, strlen(name), 1));
}

static uint64_t key_of(const char *kind, const moot_decl *decl)
{
    return moot_model_key(kind, *decl->name ? decl->name : decl->clause);
}

/* ---- who waits for an event ---- */

/* Where something waits for the event of an atom: *out is filled, or 0. */
static int waits_for(const moot_protocol *p, int32_t atom, moot_waits *out)
{
    const moot_trigger *root = &p->triggers[atom];
    while (root->parent >= 0) {
        root = &p->triggers[root->parent];
    }
    *out = (moot_waits){ -1, -1, p->triggers[atom].ref };
    switch ((moot_use)root->use) {
    case MOOT_USE_OUTCOME: out->stage = p->outcomes[root->use_id].stage; return 1;
    case MOOT_USE_BY:
    case MOOT_USE_NOT_BEFORE:
    case MOOT_USE_MET_BY:
    case MOOT_USE_ENDS: out->clock = root->use_id; return 1;
    default: return 0;
    }
}

static int find_waits(moot_model *m)
{
    const moot_protocol *p = m->assume->protocol;
    m->waits = moot_arena_array(&m->arena, (size_t)p->triggers_count + 1, sizeof *m->waits);
    for (int32_t i = 0; m->waits && i < p->triggers_count; i++) {
        const moot_trigger *t = &p->triggers[i];
        if (t->kind == MOOT_ON_EVENT && m->assume->of_event[t->ref] >= 0) {
            m->waits_count += waits_for(p, i, &m->waits[m->waits_count]);
        }
    }
    return m->waits != NULL;
}

/* ---- facts that are not read by a guard first ---- */

static int names_date(const moot_protocol *p, int32_t fact)
{
    for (int32_t i = 0; i < p->triggers_count; i++) {
        const moot_trigger *t = &p->triggers[i];
        if ((t->kind == MOOT_ON_DATE && t->ref == fact) || (t->kind == MOOT_ON_TURNS && fact == p->dob_fact)) {
            return 1;
        }
    }
    return 0;
}

/* Dates that a trigger hangs on, and what is presumed: a reader of the presumption would ask for nothing. */
static int find_facts(moot_model *m)
{
    const moot_protocol *p = m->assume->protocol;
    m->at_start = moot_arena_array(&m->arena, (size_t)p->facts_count + 1, sizeof *m->at_start);
    m->consents = moot_arena_array(&m->arena, (size_t)p->facts_count + 1, sizeof *m->consents);
    if (!m->at_start || !m->consents) {
        return 0;
    }
    for (int32_t i = 0; i < p->facts_count; i++) {
        const moot_fact *f = &p->facts[i];
        if (m->assume->of_fact[i] < 0 || f->source != MOOT_FACT_GIVEN) {
            continue;
        }
        if (f->type == MOOT_T_CONSENT) {
            m->consents[m->consents_count++] = i;
        } else if (moot_known(f->presumed) || names_date(p, i)) {
            m->at_start[m->at_start_count++] = i;
        }
    }
    return 1;
}

/* ---- keys ---- */

static int make_keys(moot_model *m)
{
    const moot_protocol *p = m->assume->protocol;
    m->stage_keys = moot_arena_array(&m->arena, (size_t)p->stages_count + 1, sizeof *m->stage_keys);
    m->clock_keys = moot_arena_array(&m->arena, (size_t)p->clocks_count + 1, sizeof *m->clock_keys);
    m->event_keys = moot_arena_array(&m->arena, (size_t)p->events_count + 1, sizeof *m->event_keys);
    m->fact_keys = moot_arena_array(&m->arena, (size_t)p->facts_count + 1, sizeof *m->fact_keys);
    if (!m->stage_keys || !m->clock_keys || !m->event_keys || !m->fact_keys) {
        return 0;
    }
    for (int32_t i = 0; i < p->stages_count; i++) {
        m->stage_keys[i] = key_of("stage", &p->stages[i].decl);
    }
    for (int32_t i = 0; i < p->clocks_count; i++) { /* acts and deadlines share one name space (rule 18) */
        m->clock_keys[i] = key_of("deadline", &p->clocks[i].decl);
    }
    for (int32_t i = 0; i < p->events_count; i++) {
        m->event_keys[i] = key_of("event", &p->events[i].decl);
    }
    for (int32_t i = 0; i < p->facts_count; i++) {
        m->fact_keys[i] = key_of("fact", &p->facts[i].decl);
    }
    return 1;
}

/* ---- what is drawn ---- */

static void weigh(moot_model *m, int32_t row)
{
    moot_span chances = m->assume->rows[row].chances;
    int32_t some = 0;
    m->weights[row] = 0;
    m->sure[row] = -1;
    for (int32_t i = chances.first; i < chances.first + chances.count; i++) {
        uint32_t weight = m->assume->chances[i].weight;
        m->weights[row] += weight;
        m->sure[row] = weight > 0 ? i : m->sure[row];
        some += weight > 0;
    }
    m->sure[row] = some == 1 ? m->sure[row] : -1;
}

static int weigh_rows(moot_model *m)
{
    const moot_protocol *p = m->assume->protocol;
    size_t rows = (size_t)m->assume->rows_count + 1;
    m->is_drawn = moot_arena_array(&m->arena, (size_t)p->stages_count + 1, sizeof *m->is_drawn);
    m->weights = moot_arena_array(&m->arena, rows, sizeof *m->weights);
    m->sure = moot_arena_array(&m->arena, rows, sizeof *m->sure);
    if (!m->is_drawn || !m->weights || !m->sure) {
        return 0;
    }
    for (int32_t i = 0; i < p->stages_count; i++) {
        m->is_drawn[i] = moot_stage_is_drawn(p, i) ? 1 : 0;
    }
    for (int32_t i = 0; i < m->assume->rows_count; i++) {
        weigh(m, i);
    }
    return 1;
}

moot_code moot_model_new(const moot_assume *assume, moot_model **out_model, moot_err *err)
{
    if (!assume->frozen) {
        MOOT_BUG("assumptions are not frozen");
    }
    moot_model *m = moot_calloc(1, sizeof *m);
    if (!m) {
        return moot_fail_memory(err);
    }
    m->assume = assume;
    moot_arena_init(&m->arena);
    if (!make_keys(m) || !find_waits(m) || !find_facts(m) || !weigh_rows(m)) {
        moot_model_free(m);
        return moot_fail_memory(err);
    }
    *out_model = m;
    return MOOT_OK;
}

void moot_model_free(moot_model *m)
{
    if (m) {
        moot_arena_done(&m->arena);
        moot_free(m);
    }
}

/* ---- lengths of time ---- */

/* The same time of day on a later day: so many days, or so many working days, on. */
static moot_instant on_day(const moot_protocol *p, moot_instant from, int days, int working)
{
    moot_day today;
    moot_instant at = from;
    int second = moot_wall_at(p->zone, from, &today);
    moot_day day = working ? moot_calendar_add_working(p->calendars[0], today, days) : today + days;
    (void)moot_instant_of(p->zone, day, second, &at, NULL);
    return at < from ? from : at;
}

moot_instant moot_model_later(const moot_model *model, int32_t spread, moot_instant from, uint64_t draw)
{
    const moot_protocol *p = model->assume->protocol;
    int64_t n = moot_spread_draw(model->assume, spread, draw);
    int days = (int)(n > MOOT_MODEL_DAYS_MOST ? MOOT_MODEL_DAYS_MOST : n);
    switch ((moot_spread_unit)model->assume->spreads[spread].unit) {
    case MOOT_SPREAD_DAYS: return on_day(p, from, days, 0);
    case MOOT_SPREAD_WORKING_DAYS: return days > 0 ? on_day(p, from, days, 1) : from;
    case MOOT_SPREAD_MINUTES:
    case MOOT_SPREAD_NUMBER: break;
    }
    return from + 60 * (moot_instant)(n > MOOT_MODEL_MINUTES_MOST ? MOOT_MODEL_MINUTES_MOST : n);
}
