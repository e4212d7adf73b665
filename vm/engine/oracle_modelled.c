/* The modelled oracle (rule 15): what is left open is drawn from assumptions, by inversion, each draw keyed by seed, replicate,
 * case, child, kind and name, purpose, visit and attempt. `visit` is the how-manieth of its own stage, clock, event: what else
 * there is in a protocol changes no draw.
 *
 * What it draws comes as records, from a queue: how a stage ends, that a deadline or act is done, that an event happens, how a
 * consent is answered. Each knows what it is of, and is dropped once that is over. */
#include <string.h>

#include "vm/engine/oracle_drawn.h"

#define ATTEMPTS_MAX 20
#define MODELLED_DAYS 730

/* ---- facts ---- */

static int mod_fact(moot_oracle *base, const moot_case *c, int32_t fact, int32_t child, moot_value *out_value)
{
    return moot_oracle__draw_fact((modelled *)base, c, fact, child, 0, out_value);
}

static int32_t mod_first_fact(const moot_oracle *base, int32_t i)
{
    const moot_model *m = ((const modelled *)base)->model;
    return i < m->at_start_count ? m->at_start[i] : -1;
}

/* ---- the queue ---- */

/* How often this was drawn for this child before; from now on once more. `index`: of a stage, or beyond them of a clock rule, or
 * beyond these of an event. */
static uint32_t count_draw(modelled *o, int32_t child, int32_t index)
{
    return o->times[(size_t)(child + 1) * o->columns + (size_t)index]++;
}

static uint32_t count_clock(modelled *o, int32_t child, int32_t rule)
{
    return count_draw(o, child, protocol_of(o)->stages_count + rule);
}

static uint32_t count_event(modelled *o, int32_t event)
{
    const moot_protocol *p = protocol_of(o);
    return count_draw(o, -1, p->stages_count + p->clocks_count + event);
}

static int is_omitted(const modelled *o, const moot_assumed *row, uint64_t name, int32_t child, uint32_t visit)
{
    moot_draw_key key = key_of(o, name, child, PURPOSE_OMITTED, visit, 0);
    return row->omitted > 0 && moot_draw_below(&key, MOOT_ASSUME_ONE) < row->omitted;
}

static inline moot_code put(modelled *o, drawn d, moot_err *err)
{
    if (!moot_grow((void **)&o->queue, &o->queue_cap, (size_t)o->queue_count + 1, sizeof *o->queue)) {
        return moot_fail_memory(err);
    }
    int32_t i = o->queue_count++;
    while (i > 0 && o->queue[i - 1].at <= d.at) {
        o->queue[i] = o->queue[i - 1];
        i--;
    }
    o->queue[i] = d;
    return MOOT_OK;
}

static int stands(const moot_record *r)
{
    return r->kind == MOOT_RECORD_EVENT || r->kind == MOOT_RECORD_FACT || r->kind == MOOT_RECORD_CONSENT
           || r->kind == MOOT_RECORD_NOTE;
}

moot_instant moot_oracle_modelled_first(const moot_input *input)
{
    moot_instant first = MOOT_NEVER;
    for (int32_t i = 0; i < input->record_count; i++) {
        const moot_record *r = &input->records[i];
        first = stands(r) && r->at.lo < first ? r->at.lo : first;
    }
    return first;
}

static int make_room(modelled *o, const moot_case *c)
{
    const moot_protocol *p = protocol_of(o);
    o->columns = (size_t)(p->stages_count + p->clocks_count + p->events_count);
    size_t times = o->columns * (1 + (size_t)c->input->child_count);
    size_t events = (size_t)p->events_count, facts = (size_t)p->facts_count;
    if (!moot_grow((void **)&o->times, &o->times_cap, times + 1, sizeof *o->times)
        || !moot_grow((void **)&o->event_at, &o->event_cap, events + 1, sizeof *o->event_at)
        || !moot_grow((void **)&o->asked, &o->asked_cap, facts + 1, 1)) {
        return 0;
    }
    memset(o->times, 0, times * sizeof *o->times);
    memset(o->asked, 0, facts);
    for (size_t i = 0; o->model->waits_count > 0 && i < events; i++) {
        o->event_at[i] = MOOT_NEVER;
    }
    return 1;
}

static moot_code mod_rewind(moot_oracle *base, const moot_case *c, moot_err *err)
{
    modelled *o = (modelled *)base;
    o->queue_count = o->visits_count = o->held_count = 0;
    o->subject = moot_hash64(c->input->id, strlen(c->input->id), 2);
    o->applicant = moot_mix64(o->subject, 0);
    if (!make_room(o, c)) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < c->input->record_count; i++) {
        const moot_record *r = &c->input->records[i];
        drawn d = { r->at.lo, r, r->kind, r->ref, -1, r->child, 0 };
        moot_code code = stands(r) ? put(o, d, err) : MOOT_OK;
        if (code != MOOT_OK) {
            return code;
        }
        if (r->kind == MOOT_RECORD_CONSENT) {
            o->asked[r->ref] = 1;
        }
    }
    return MOOT_OK;
}

static moot_code mod_begin(moot_oracle *base, const moot_case *c, moot_instant as_of, moot_err *err)
{
    (void)as_of;
    return mod_rewind(base, c, err);
}

static moot_code mod_correct(moot_oracle *base, const moot_case *c, int32_t number, const moot_record *to, moot_err *err)
{
    (void)base;
    (void)c;
    (void)number;
    (void)to;
    (void)err;
    return MOOT_OK; /* modelled cases are not corrected: nothing recorded them */
}

/* ---- how stages end ---- */

static inline visit_draws *draws_of(modelled *o, const moot_case *c, int32_t visit)
{
    if (visit < o->visits_count) {
        return &o->visits[visit];
    }
    if (!moot_grow((void **)&o->visits, &o->visits_cap, (size_t)visit + 1, sizeof *o->visits)) {
        return NULL;
    }
    for (; o->visits_count <= visit; o->visits_count++) {
        const moot_visit *v = &c->visits[o->visits_count];
        o->visits[o->visits_count] = (visit_draws){ count_draw(o, v->child, v->stage), 0 };
    }
    return &o->visits[visit];
}

/* Marks in `barred` which of a row's outcomes may not be taken now; 0 when memory ends. *out_quota: one that only a quota bars,
 * -1. */
MOOT_APART static int find_barred(modelled *o, const moot_case *c, const moot_assumed *row, int32_t child, int32_t *out_quota)
{
    const moot_protocol *p = c->protocol;
    *out_quota = -1;
    if (!moot_grow((void **)&o->barred, &o->barred_cap, (size_t)row->chances.count + 1, 1)) {
        return 0;
    }
    for (int32_t i = 0; i < row->chances.count; i++) {
        const moot_chance *chance = &o->model->assume->chances[row->chances.first + i];
        /* One that cannot be told yet may hold: its facts are drawn as it is read. */
        int holds = moot_cond_eval(&p->rules, &c->facts, p->outcomes[chance->ref].when, child) != MOOT_FALSE;
        int over = holds && moot_case_quota_bars(c, chance->ref, child) >= 0;
        o->barred[i] = !holds || over;
        if (over && chance->weight > 0 && *out_quota < 0) {
            *out_quota = chance->ref;
        }
    }
    return 1;
}

/* A stage at a panel that has one outcome needs no assumption: it ends so. */
MOOT_APART static int32_t only_outcome(const moot_protocol *p, const moot_stage *s)
{
    int32_t found = -1;
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        if (moot_outcome_is_chosen(&p->outcomes[s->outcomes.first + i])) {
            if (found >= 0) {
                return -1;
            }
            found = s->outcomes.first + i;
        }
    }
    return found;
}

MOOT_APART static moot_code hold(modelled *o, int32_t visit, moot_err *err)
{
    for (int32_t i = 0; i < o->held_count; i++) {
        if (o->held[i] == visit) {
            return MOOT_OK;
        }
    }
    if (!moot_grow((void **)&o->held, &o->held_cap, (size_t)o->held_count + 1, sizeof *o->held)) {
        return moot_fail_memory(err);
    }
    o->held[o->held_count++] = visit;
    return MOOT_OK;
}

/* A quota alone stands in the way: it is looked at again when its next period begins. */
MOOT_APART static moot_code wait_for_quota(modelled *o, const moot_case *c, int32_t visit, int32_t outcome, moot_err *err)
{
    const moot_protocol *p = c->protocol;
    int32_t quota = moot_case_quota_bars(c, outcome, c->visits[visit].child);
    moot_period per = (moot_period)p->quotas[quota].per;
    moot_day next = moot_period_next(per, moot_day_at(p->zone, c->facts.now.lo));
    drawn d = { moot_day_start(p->zone, next), NULL, MOOT_RECORD_OUTCOME, c->visits[visit].stage, outcome,
                c->visits[visit].child, visit + 1 };
    return put(o, d, err);
}

static int has_end_coming(const modelled *o, int32_t visit)
{
    for (int32_t i = 0; i < o->queue_count; i++) {
        if (o->queue[i].kind == MOOT_RECORD_OUTCOME && o->queue[i].of == visit + 1) {
            return 1;
        }
    }
    return 0;
}

/* A visit that is held, though a birthday to come, or days that add up, will let it end: drawn among what they let in. Should
 * anything change before, it is drawn anew. */
MOOT_APART static moot_code wait_for_time(modelled *o, const moot_case *c, int32_t visit, moot_err *err)
{
    const moot_visit *v = &c->visits[visit];
    int32_t index = find_row(o, c, o->model->assume->of_stage[v->stage], v->child, 0), chance = -1;
    visit_draws *draws = draws_of(o, c, visit);
    if (!draws) {
        return moot_fail_memory(err);
    }
    if (index < 0 || draws->attempts > ATTEMPTS_MAX || has_end_coming(o, visit)) {
        return MOOT_OK;
    }
    const moot_assumed *row = row_at(o, index);
    if (!moot_grow((void **)&o->barred, &o->barred_cap, (size_t)row->chances.count + 1, 1)) {
        return moot_fail_memory(err);
    }
    moot_draw_key key = key_of(o, o->model->stage_keys[v->stage], v->child, PURPOSE_OUTCOME, draws->nth, draws->attempts);
    moot_instant at = moot_oracle__time_lets(o->model->assume, &c->facts, row, v->child, o->barred);
    chance = at != MOOT_NEVER ? pick(o, index, o->barred, &key) : -1;
    if (chance < 0) {
        return MOOT_OK;
    }
    draws->attempts++;
    drawn d = { at, NULL, MOOT_RECORD_OUTCOME, v->stage, o->model->assume->chances[chance].ref, v->child, visit + 1 };
    return put(o, d, err);
}

static moot_code put_end(modelled *o, const moot_case *c, int32_t visit, moot_instant at, int32_t outcome, moot_err *err)
{
    const moot_visit *v = &c->visits[visit];
    drawn d = { at, NULL, MOOT_RECORD_OUTCOME, v->stage, outcome, v->child, visit + 1 };
    return put(o, d, err);
}

/* As a stage begins: how it ends, among all that somebody may choose, and when; at a panel, at its session. */
static moot_code draw_end(modelled *o, const moot_case *c, int32_t visit, moot_err *err)
{
    const moot_visit *v = &c->visits[visit];
    const moot_model *m = o->model;
    moot_instant now = c->facts.now.lo;
    int at_panel = c->protocol->stages[v->stage].panel >= 0;
    visit_draws *draws = draws_of(o, c, visit);
    int32_t row = find_row(o, c, m->assume->of_stage[v->stage], v->child, 0), only;
    moot_instant at = at_panel && v->session.lo > now ? v->session.lo : now;
    if (!draws) {
        return moot_fail_memory(err);
    }
    if (row < 0) {
        only = at_panel ? only_outcome(c->protocol, &c->protocol->stages[v->stage]) : -1;
        return only >= 0 ? put_end(o, c, visit, at, only, err) : MOOT_OK;
    }
    moot_draw_key key = key_of(o, m->stage_keys[v->stage], v->child, PURPOSE_OUTCOME, draws->nth, draws->attempts);
    int32_t chance = draws->attempts <= ATTEMPTS_MAX ? pick(o, row, NULL, &key) : -1;
    if (chance < 0) {
        return MOOT_OK;
    }
    const moot_chance *one = &m->assume->chances[chance];
    if (!at_panel && one->takes >= 0) {
        key.purpose = PURPOSE_DURATION;
        at = later(o, one->takes, now, &key);
    }
    draws->attempts++;
    return put_end(o, c, visit, at, one->ref, err);
}

/* Once its end was barred, its time being over: among what is admissible now; and again while it is held (`held`), when somebody
 * else sees to the quota. *out_outcome -1: none can be. */
static moot_code draw_again(modelled *o, const moot_case *c, int32_t visit, int held, int32_t *out_outcome, moot_err *err)
{
    const moot_visit *v = &c->visits[visit];
    moot_instant now = c->facts.now.lo;
    visit_draws *draws = draws_of(o, c, visit);
    int32_t row = find_row(o, c, o->model->assume->of_stage[v->stage], v->child, 0), quota = -1;
    int at_panel = c->protocol->stages[v->stage].panel >= 0;
    *out_outcome = -1;
    if (!draws) {
        return moot_fail_memory(err);
    }
    if (row < 0 || draws->attempts > ATTEMPTS_MAX) {
        return MOOT_OK;
    }
    if (!find_barred(o, c, row_at(o, row), v->child, &quota)) {
        return moot_fail_memory(err);
    }
    moot_draw_key key = key_of(o, o->model->stage_keys[v->stage], v->child, PURPOSE_OUTCOME, draws->nth, draws->attempts);
    int32_t chance = pick(o, row, o->barred, &key);
    if (chance < 0) {
        return !held && quota >= 0 ? wait_for_quota(o, c, visit, quota, err) : MOOT_OK;
    }
    draws->attempts++;
    *out_outcome = o->model->assume->chances[chance].ref;
    return put_end(o, c, visit, at_panel && v->session.lo > now ? v->session.lo : now, *out_outcome, err);
}

static moot_code want_event(modelled *o, const moot_case *c, int32_t event, moot_err *err);

MOOT_APART static moot_code want_events(modelled *o, const moot_case *c, int32_t stage, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < o->model->waits_count && code == MOOT_OK; i++) {
        if (o->model->waits[i].stage == stage) {
            code = want_event(o, c, o->model->waits[i].event, err);
        }
    }
    return code;
}

static moot_code mod_opened(moot_oracle *base, const moot_case *c, int32_t visit, moot_err *err)
{
    modelled *o = (modelled *)base;
    const moot_visit *v = &c->visits[visit];
    moot_code code = o->model->waits_count > 0 ? want_events(o, c, v->stage, err) : MOOT_OK;
    if (code != MOOT_OK || !o->model->is_drawn[v->stage]) {
        return code;
    }
    int undated = c->protocol->stages[v->stage].panel >= 0 && v->session.lo == MOOT_NEVER;
    return undated ? MOOT_OK : draw_end(o, c, visit, err);
}

static moot_code mod_barred(moot_oracle *base, const moot_case *c, int32_t visit, moot_err *err)
{
    modelled *o = (modelled *)base;
    int32_t outcome;
    moot_code code = draw_again(o, c, visit, 0, &outcome, err);
    int at_panel = c->protocol->stages[c->visits[visit].stage].panel >= 0; /* asks again for its next session */
    if (code != MOOT_OK || outcome >= 0 || at_panel) {
        return code;
    }
    code = hold(o, visit, err);
    return code == MOOT_OK ? wait_for_time(o, c, visit, err) : code;
}

/* Something may have changed for those that wait: asked of when all is settled. Without memory the next peek tries again. */
MOOT_APART static void retry_held(modelled *o, const moot_case *c)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < o->held_count; i++) {
        int32_t outcome = -1;
        if (moot_visit_open(&c->visits[o->held[i]])
            && (draw_again(o, c, o->held[i], 1, &outcome, NULL) != MOOT_OK || outcome < 0)) {
            (void)wait_for_time(o, c, o->held[i], NULL); /* should a birthday have become known */
            o->held[kept++] = o->held[i];
        }
    }
    o->held_count = kept;
}

/* ---- events, deadlines, acts, consents ---- */

static int is_coming(const modelled *o, moot_record_kind kind, int32_t ref)
{
    for (int32_t i = 0; i < o->queue_count; i++) {
        if (o->queue[i].kind == kind && o->queue[i].ref == ref) {
            return 1;
        }
    }
    return 0;
}

/* Something has begun to wait for an event: drawn once, whoever waits for it besides. */
static moot_code want_event(modelled *o, const moot_case *c, int32_t event, moot_err *err)
{
    moot_instant now = c->facts.now.lo;
    int32_t row = find_row(o, c, o->model->assume->of_event[event], -1, 0);
    if (row < 0 || o->event_at[event] == now || is_coming(o, MOOT_RECORD_EVENT, event)) {
        return MOOT_OK;
    }
    uint64_t name = o->model->event_keys[event];
    uint32_t nth = count_event(o, event);
    o->event_at[event] = now;
    if (is_omitted(o, row_at(o, row), name, -1, nth)) {
        return MOOT_OK;
    }
    moot_draw_key key = key_of(o, name, -1, PURPOSE_EVENT, nth, 0);
    drawn d = { row_at(o, row)->takes >= 0 ? later(o, row_at(o, row)->takes, now, &key) : now,
                NULL, MOOT_RECORD_EVENT, event, -1, -1, 0 };
    return put(o, d, err);
}

MOOT_APART static int waits_still(const modelled *o, const moot_case *c, int32_t event)
{
    for (int32_t i = 0; i < o->model->waits_count; i++) {
        const moot_waits *w = &o->model->waits[i];
        if (w->event != event) {
            continue;
        }
        for (int32_t child = -1; w->stage >= 0 && child < c->facts.child_count; child++) {
            if (moot_case_open_visit(c, w->stage, child) >= 0) {
                return 1;
            }
        }
        for (int32_t k = c->clocks_over; w->clock >= 0 && k < c->clocks_count; k++) {
            if (c->clocks[k].rule == w->clock && !c->clocks[k].ended) {
                return 1;
            }
        }
    }
    return 0;
}

/* A record that says that a clock was met, some time after `from`; none, if it is left out. */
static moot_code draw_clock(modelled *o, const moot_case *c, int32_t clock, int32_t row, moot_instant from, moot_instant *out_at,
                            moot_err *err)
{
    const moot_clock *k = &c->clocks[clock];
    uint64_t name = o->model->clock_keys[k->rule];
    uint32_t nth = count_clock(o, k->child, k->rule);
    *out_at = MOOT_NEVER;
    if (is_omitted(o, row_at(o, row), name, k->child, nth)) {
        return MOOT_OK;
    }
    moot_draw_key key = key_of(o, name, k->child, PURPOSE_DURATION, nth, 0);
    *out_at = row_at(o, row)->takes >= 0 ? later(o, row_at(o, row)->takes, from, &key) : from;
    if (*out_at == from && c->protocol->clocks[k->rule].effect >= 0) {
        return MOOT_OK; /* an act done at once needs no record */
    }
    drawn d = { *out_at, NULL, MOOT_RECORD_DEADLINE, k->rule, -1, k->child, clock + 1 };
    return put(o, d, err);
}

MOOT_APART static moot_code want_events_of_clock(modelled *o, const moot_case *c, int32_t rule, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < o->model->waits_count && code == MOOT_OK; i++) {
        if (o->model->waits[i].clock == rule) {
            code = want_event(o, c, o->model->waits[i].event, err);
        }
    }
    return code;
}

/* How it is met, if something is assumed of that. */
MOOT_APART static moot_code draw_started(modelled *o, const moot_case *c, int32_t clock, moot_err *err)
{
    const moot_clock *k = &c->clocks[clock];
    int32_t row = find_row(o, c, o->model->assume->of_clock[k->rule], k->child, 0);
    moot_instant at, now = c->facts.now.lo, since = k->since.lo;
    moot_instant from = since != MOOT_NEVER && since > now ? since : now; /* the next period is still to begin */
    return row >= 0 && c->protocol->clocks[k->rule].effect < 0 ? draw_clock(o, c, clock, row, from, &at, err) : MOOT_OK;
}

static moot_code mod_clock(moot_oracle *base, const moot_case *c, int32_t clock, moot_err *err)
{
    modelled *o = (modelled *)base;
    int32_t rule = c->clocks[clock].rule;
    moot_code code = o->model->waits_count > 0 ? want_events_of_clock(o, c, rule, err) : MOOT_OK;
    return code == MOOT_OK && o->model->assume->of_clock[rule] >= 0 ? draw_started(o, c, clock, err) : code;
}

/* A deadline of which something is assumed has a record of its own, or is left out: how its stage is left says nothing of it. */
static int mod_follows(moot_oracle *base, const moot_case *c, int32_t clock_rule)
{
    modelled *o = (modelled *)base;
    return c->protocol->clocks[clock_rule].effect < 0 && o->model->assume->of_clock[clock_rule] >= 0;
}

static moot_act_answer mod_act(moot_oracle *base, const moot_case *c, int32_t clock, moot_when at)
{
    modelled *o = (modelled *)base;
    moot_instant done_at;
    int32_t row = find_row(o, c, o->model->assume->of_clock[c->clocks[clock].rule], c->clocks[clock].child, 0);
    if (row < 0) {
        return MOOT_ACT_DONE; /* at once unless assumed otherwise */
    }
    if (draw_clock(o, c, clock, row, at.lo, &done_at, NULL) != MOOT_OK) {
        return MOOT_ACT_NO_MEMORY;
    }
    return done_at == at.lo ? MOOT_ACT_DONE : MOOT_ACT_WAIT;
}

/* Asked once in a life; the answer comes after a while, if they are asked at all. */
static moot_code mod_consent(moot_oracle *base, const moot_case *c, int32_t fact, moot_err *err)
{
    modelled *o = (modelled *)base;
    int32_t row = o->asked[fact] ? -1 : find_row(o, c, o->model->assume->of_fact[fact], -1, 0);
    if (row < 0) {
        return MOOT_OK;
    }
    uint64_t name = o->model->fact_keys[fact];
    o->asked[fact] = 1;
    moot_draw_key key = key_of(o, name, -1, PURPOSE_FACT, 0, 0), when = key_of(o, name, -1, PURPOSE_DURATION, 0, 0);
    int32_t chance = is_omitted(o, row_at(o, row), name, -1, 0) ? -1 : pick(o, row, NULL, &key);
    if (chance < 0) {
        return MOOT_OK;
    }
    moot_instant now = c->facts.now.lo;
    drawn d = { row_at(o, row)->takes >= 0 ? later(o, row_at(o, row)->takes, now, &when) : now,
                NULL, MOOT_RECORD_CONSENT, fact, o->model->assume->chances[chance].ref, -1, 0 };
    return put(o, d, err);
}

/* ---- giving ---- */

static int is_over(const modelled *o, const moot_case *c, const drawn *d)
{
    if (d->given) {
        return 0;
    }
    switch ((moot_record_kind)d->kind) {
    case MOOT_RECORD_OUTCOME: return !moot_visit_open(&c->visits[d->of - 1]);
    case MOOT_RECORD_DEADLINE: return c->clocks[d->of - 1].ended && c->clocks[d->of - 1].status != MOOT_CLOCK_VOID;
    case MOOT_RECORD_EVENT: return !waits_still(o, c, d->ref);
    default: return 0;
    }
}

/* What all drawn records have alike. */
static void blank_record(moot_record *out)
{
    memset(out, 0, sizeof *out);
    out->met = 1;
    out->who = out->paid_by = out->fact = -1;
    out->due = out->session = moot_when_at(MOOT_NEVER);
}

static inline void write_record(const drawn *d, moot_record *out)
{
    out->kind = d->kind;
    out->at = moot_when_at(d->at);
    out->ref = d->ref;
    out->outcome = d->kind == MOOT_RECORD_OUTCOME ? d->outcome : -1;
    out->value.type = MOOT_T_UNKNOWN;
    if (d->kind == MOOT_RECORD_CONSENT) {
        out->value = moot_value_of(MOOT_T_CONSENT, d->outcome, 0);
    }
    out->child = d->child;
    out->of = d->of;
}

static MOOT_WITHIN const moot_record *show(modelled *o, const drawn *d, moot_when *out_at)
{
    if (d->given) {
        *out_at = d->given->at;
        return d->given;
    }
    *out_at = moot_when_at(d->at);
    write_record(d, &o->current);
    return &o->current;
}

/* Past what is over, or when there are visits that are held. */
MOOT_APART static const moot_record *search(modelled *o, const moot_case *c, moot_when *out_at)
{
    if (o->held_count > 0) {
        retry_held(o, c);
    }
    o->base.asks_again = o->held_count > 0;
    while (o->queue_count > 0 && is_over(o, c, &o->queue[o->queue_count - 1])) {
        o->queue_count--;
    }
    return o->queue_count > 0 ? show(o, &o->queue[o->queue_count - 1], out_at) : NULL;
}

/* Most often how a stage ends that is open. */
static const moot_record *mod_peek(moot_oracle *base, const moot_case *c, moot_when *out_at)
{
    modelled *o = (modelled *)base;
    if (o->queue_count > 0 && !base->asks_again && o->held_count == 0) {
        const drawn *d = &o->queue[o->queue_count - 1];
        if (d->given || (d->kind == MOOT_RECORD_OUTCOME && moot_visit_open(&c->visits[d->of - 1]))) {
            return show(o, d, out_at);
        }
    }
    return search(o, c, out_at);
}

static void mod_take(moot_oracle *base, const moot_case *c)
{
    (void)c;
    ((modelled *)base)->queue_count--;
}

/* A modelled life is followed for two years unless as_of says otherwise. */
static moot_instant mod_last(moot_oracle *base, const moot_case *c)
{
    moot_instant start = c->input->record_count > 0 ? c->input->records[0].at.lo : 0;
    (void)base;
    return start + (moot_instant)MODELLED_DAYS * 86400;
}

static void mod_free(moot_oracle *base)
{
    modelled *o = (modelled *)base;
    moot_free(o->queue);
    moot_free(o->times);
    moot_free(o->event_at);
    moot_free(o->asked);
    moot_free(o->visits);
    moot_free(o->held);
    moot_free(o->barred);
    moot_free(o);
}

static const moot_oracle_class MODELLED = {
    .name = "modelled",
    .judges_guards = 1,
    .draws = 1,
    .begin = mod_begin,
    .rewind = mod_rewind,
    .correct = mod_correct,
    .peek = mod_peek,
    .take = mod_take,
    .stage_opened = mod_opened,
    .clock_started = mod_clock,
    .barred = mod_barred,
    .fact = mod_fact,
    .consent_wanted = mod_consent,
    .first_fact = mod_first_fact,
    .record_follows = mod_follows,
    .record_left = moot_oracle__none_left,
    .act = mod_act,
    .last = mod_last,
    .free = mod_free,
};

void moot_oracle_modelled_for(moot_oracle *oracle, const moot_model *model, uint64_t seed, uint64_t replicate)
{
    modelled *o = (modelled *)oracle;
    if (oracle->cls != &MODELLED) {
        MOOT_BUG("only a modelled oracle has a model");
    }
    o->model = model;
    o->seed = seed;
    o->replicate = replicate;
}

moot_code moot_oracle_modelled(const moot_model *model, uint64_t seed, uint64_t replicate, moot_oracle **out_oracle, moot_err *err)
{
    modelled *o = moot_calloc(1, sizeof *o);
    if (!o) {
        return moot_fail_memory(err);
    }
    o->base.cls = &MODELLED;
    blank_record(&o->current);
    moot_oracle_modelled_for(&o->base, model, seed, replicate);
    *out_oracle = &o->base;
    return MOOT_OK;
}
