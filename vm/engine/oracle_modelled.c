/* The modelled oracle (rule 15): what is left open is drawn from assumptions, by inversion, each draw keyed by seed, replicate,
 * case, child, kind and name, purpose, visit and attempt. `visit` is the how-manieth of its own stage, clock, event: what else
 * there is in a protocol changes no draw.
 *
 * What it draws comes as records, from a queue: how a stage ends, that a deadline or act is done, that an event happens, how a
 * consent is answered. Each knows what it is of, and is dropped once that is over. */
#include <string.h>

#include "vm/base/hash.h"
#include "vm/base/random.h"
#include "vm/engine/oracle_internal.h"

#define ATTEMPTS_MAX 20
#define MODELLED_DAYS 730
/* What is assumed of a fact may hang on another fact, and so on: so deep and no deeper, which also ends a circle. draw_fact,
 * find_row and test_holds call each other no deeper than that, whatever the file says. */
#define TESTS_DEPTH 6

enum { PURPOSE_OUTCOME = 1, PURPOSE_DURATION, PURPOSE_FACT, PURPOSE_EVENT, PURPOSE_OMITTED };

/* What is to come; `given`: a record of the file, which stands. */
typedef struct drawn {
    moot_instant at;
    const moot_record *given;
    uint8_t kind;
    int32_t ref, outcome, child, of;
} drawn;

/* The draws of one visit. */
typedef struct visit_draws {
    uint32_t nth, attempts;
} visit_draws;

typedef struct modelled {
    moot_oracle base;
    const moot_model *model;
    uint64_t seed, replicate, subject;
    uint64_t applicant; /* the subject, where no child is drawn for */
    drawn *queue; /* the next is the last: by time, then in the order of drawing; short: one per open question */
    size_t queue_cap;
    int32_t queue_count;
    size_t columns;  /* of times */
    uint32_t *times; /* how often drawn: for the applicant and each child: stages, then clock rules, then events */
    size_t times_cap;
    moot_instant *event_at; /* per event: when it was drawn last */
    size_t event_cap;
    uint8_t *asked; /* per fact: this consent has been drawn */
    size_t asked_cap;
    visit_draws *visits; /* by visit of the case */
    size_t visits_cap;
    int32_t visits_count;
    int32_t *held; /* visits whose end has come and that have no admissible outcome */
    size_t held_cap;
    int32_t held_count;
    uint8_t *barred; /* of the outcomes drawn among: those that may not be taken now */
    size_t barred_cap;
    moot_record current; /* what peek showed last, if it was drawn: the queue may move before it is taken */
} modelled;

static const moot_protocol *protocol_of(const modelled *o)
{
    return o->model->assume->protocol;
}

static const moot_assumed *row_at(const modelled *o, int32_t row)
{
    return &o->model->assume->rows[row];
}

/* ---- draws ---- */

static moot_draw_key key_of(const modelled *o, uint64_t name, int32_t child, uint32_t purpose, uint32_t visit, uint32_t attempt)
{
    uint64_t whose = child < 0 ? o->applicant : moot_mix64(o->subject, (uint64_t)(child + 1));
    moot_draw_key k = { o->seed, o->replicate, whose, name, purpose, visit, attempt };
    return k;
}

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

static moot_instant later(const modelled *o, int32_t spread, moot_instant from, const moot_draw_key *key)
{
    int fixed = o->model->assume->spreads[spread].family == MOOT_SPREAD_FIXED; /* whatever is drawn */
    return moot_model_later(o->model, spread, from, fixed ? 0 : moot_draw(key));
}

static int is_omitted(const modelled *o, const moot_assumed *row, uint64_t name, int32_t child, uint32_t visit)
{
    moot_draw_key key = key_of(o, name, child, PURPOSE_OMITTED, visit, 0);
    return row->omitted > 0 && moot_draw_below(&key, MOOT_ASSUME_ONE) < row->omitted;
}

/* One of a row's chances, as its weights are; `barred` marks those that may not be (NULL: none). -1: none is left. A draw is a
 * function of its key, so one that could come out in one way only need not be made. */
static int32_t pick(const modelled *o, int32_t row_index, const uint8_t *barred, const moot_draw_key *key)
{
    const moot_assumed *row = row_at(o, row_index);
    const moot_chance *chances = &o->model->assume->chances[row->chances.first];
    if (!barred && o->model->sure[row_index] >= 0) {
        return o->model->sure[row_index];
    }
    uint32_t sum = barred ? 0 : o->model->weights[row_index];
    for (int32_t i = 0; barred && i < row->chances.count; i++) {
        sum += barred[i] ? 0 : chances[i].weight;
    }
    if (sum == 0) {
        return -1;
    }
    uint32_t at = moot_draw_below(key, sum);
    int32_t i = 0;
    for (;; i++) {
        uint32_t weight = barred && barred[i] ? 0 : chances[i].weight;
        if (at < weight) {
            return row->chances.first + i;
        }
        at -= weight;
    }
}

/* ---- facts ---- */

static int draw_fact(const modelled *o, const moot_case *c, int32_t fact, int32_t child, int depth, moot_value *out);

/* What a test of a row reads: what is known, else what would be drawn. */
static int test_holds(const modelled *o, const moot_case *c, const moot_assumed_test *test, int32_t child, int depth)
{
    const moot_assume *a = o->model->assume;
    const moot_conditions *rules = &a->protocol->rules;
    int low = 0, high = 0;
    moot_value v = moot_unknown();
    if (test->fact == MOOT_ASSUMED_AGE) {
        int known = moot_age(rules, &c->facts, child, &low, &high) && low == high;
        if (!known && draw_fact(o, c, a->protocol->dob_fact, child, depth + 1, &v)) {
            low = moot_calendar_age(a->protocol->calendars[0], (moot_day)v.a, moot_day_at(a->protocol->zone, c->facts.now.lo));
            known = 1;
        }
        return moot_assume_test(a, test, known, low);
    }
    int presumed = 0;
    v = moot_fact_value(rules, &c->facts, test->fact, child, &presumed);
    if (!moot_known(v) || presumed) {
        (void)draw_fact(o, c, test->fact, child, depth + 1, &v);
    }
    return moot_assume_test(a, test, moot_known(v), v.a);
}

MOOT_APART static int32_t search_rows(const modelled *o, const moot_case *c, int32_t first, int32_t child, int depth)
{
    const moot_assume *a = o->model->assume;
    for (int32_t row = first; row >= 0; row = a->rows[row].next) {
        moot_span tests = a->rows[row].tests;
        int32_t i = 0;
        while (i < tests.count && test_holds(o, c, &a->tests[tests.first + i], child, depth)) {
            i++;
        }
        if (i == tests.count) {
            return row;
        }
    }
    return -1;
}

/* The row that counts, from the first of its subject on; -1. Most subjects have one, which always does. */
static inline int32_t find_row(const modelled *o, const moot_case *c, int32_t first, int32_t child, int depth)
{
    int always = first < 0 || o->model->assume->rows[first].tests.count == 0;
    return always ? first : search_rows(o, c, first, child, depth);
}

static int draw_fact(const modelled *o, const moot_case *c, int32_t fact, int32_t child, int depth, moot_value *out)
{
    const moot_assume *a = o->model->assume;
    if (fact < 0 || depth > TESTS_DEPTH || a->protocol->facts[fact].source != MOOT_FACT_GIVEN) {
        return 0;
    }
    uint8_t type = a->protocol->facts[fact].type;
    if (type == MOOT_T_CONSENT || type == MOOT_T_SPELLS) {
        return 0; /* a consent is answered in time; spells stand in the file */
    }
    if (moot_oracle__told_later(c, fact, child, out)) {
        return 1;
    }
    int32_t row = find_row(o, c, a->of_fact[fact], child, depth);
    if (row < 0) {
        return 0;
    }
    int32_t whose = a->protocol->facts[fact].per_child || fact == a->protocol->dob_fact ? child : -1;
    moot_draw_key key = key_of(o, o->model->fact_keys[fact], whose, PURPOSE_FACT, 0, 0);
    if (row_at(o, row)->chances.count > 0) {
        int32_t chance = pick(o, row, NULL, &key);
        int32_t ref = chance >= 0 ? a->chances[chance].ref : 0;
        *out = type == MOOT_T_YESNO ? moot_value_yesno(ref) : moot_value_of((moot_type)type, ref, 0);
        return chance >= 0;
    }
    *out = row_at(o, row)->takes >= 0 ? moot_oracle__drawn_amount(a, c, row_at(o, row), &key) : moot_unknown();
    return moot_known(*out);
}

static int mod_fact(moot_oracle *base, const moot_case *c, int32_t fact, int32_t child, moot_value *out_value)
{
    return draw_fact((modelled *)base, c, fact, child, 0, out_value);
}

static int32_t mod_first_fact(const moot_oracle *base, int32_t i)
{
    const moot_model *m = ((const modelled *)base)->model;
    return i < m->at_start_count ? m->at_start[i] : -1;
}

/* ---- the queue ---- */

static moot_code put(modelled *o, drawn d, moot_err *err)
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
    for (size_t i = 0; i < events; i++) {
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

static visit_draws *draws_of(modelled *o, const moot_case *c, int32_t visit)
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

/* As a stage begins; once its end was barred; and again while it is held, when somebody else sees to the quota. */
typedef enum admission { ALL_CHOSEN, ADMISSIBLE, HELD } admission;

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

/* Draws among some of a row's outcomes. *out_outcome -1: none can be. */
static moot_code draw_outcome(modelled *o, const moot_case *c, int32_t visit, admission which, moot_instant from, int32_t *out_outcome,
                              moot_err *err)
{
    const moot_visit *v = &c->visits[visit];
    const moot_stage *s = &c->protocol->stages[v->stage];
    visit_draws *draws = draws_of(o, c, visit);
    int32_t row = find_row(o, c, o->model->assume->of_stage[v->stage], v->child, 0), quota = -1, chance = -1;
    *out_outcome = -1;
    if (!draws) {
        return moot_fail_memory(err);
    }
    moot_instant session = s->panel >= 0 ? (v->session.lo > from ? v->session.lo : from) : MOOT_NEVER;
    drawn d = { session, NULL, MOOT_RECORD_OUTCOME, v->stage, -1, v->child, visit + 1 };
    if (row < 0 && which == ALL_CHOSEN && s->panel >= 0) {
        d.outcome = only_outcome(c->protocol, s);
        if (d.outcome >= 0) {
            *out_outcome = d.outcome;
            return put(o, d, err);
        }
    }
    if (row < 0 || draws->attempts > ATTEMPTS_MAX) {
        return MOOT_OK;
    }
    if (which != ALL_CHOSEN && !find_barred(o, c, row_at(o, row), v->child, &quota)) {
        return moot_fail_memory(err);
    }
    moot_draw_key key = key_of(o, o->model->stage_keys[v->stage], v->child, PURPOSE_OUTCOME, draws->nth, draws->attempts);
    chance = pick(o, row, which != ALL_CHOSEN ? o->barred : NULL, &key);
    if (chance < 0) {
        return which == ADMISSIBLE && quota >= 0 ? wait_for_quota(o, c, visit, quota, err) : MOOT_OK;
    }
    const moot_chance *one = &o->model->assume->chances[chance];
    if (s->panel < 0) {
        key.purpose = PURPOSE_DURATION;
        d.at = which == ALL_CHOSEN && one->takes >= 0 ? later(o, one->takes, from, &key) : from; /* barred: its time is over */
    }
    draws->attempts++;
    d.outcome = *out_outcome = one->ref;
    return put(o, d, err);
}

static moot_code want_event(modelled *o, const moot_case *c, int32_t event, moot_err *err);

static moot_code mod_opened(moot_oracle *base, const moot_case *c, int32_t visit, moot_err *err)
{
    modelled *o = (modelled *)base;
    int32_t stage = c->visits[visit].stage, outcome;
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < o->model->waits_count && code == MOOT_OK; i++) {
        if (o->model->waits[i].stage == stage) {
            code = want_event(o, c, o->model->waits[i].event, err);
        }
    }
    if (code != MOOT_OK || !o->model->is_drawn[stage]
        || (c->protocol->stages[stage].panel >= 0 && c->visits[visit].session.lo == MOOT_NEVER)) {
        return code;
    }
    return draw_outcome(o, c, visit, ALL_CHOSEN, c->facts.now.lo, &outcome, err);
}

static moot_code mod_barred(moot_oracle *base, const moot_case *c, int32_t visit, moot_err *err)
{
    modelled *o = (modelled *)base;
    int32_t outcome;
    moot_code code = draw_outcome(o, c, visit, ADMISSIBLE, c->facts.now.lo, &outcome, err);
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
            && (draw_outcome(o, c, o->held[i], HELD, c->facts.now.lo, &outcome, NULL) != MOOT_OK || outcome < 0)) {
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

static moot_code mod_clock(moot_oracle *base, const moot_case *c, int32_t clock, moot_err *err)
{
    modelled *o = (modelled *)base;
    const moot_clock *k = &c->clocks[clock];
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < o->model->waits_count && code == MOOT_OK; i++) {
        if (o->model->waits[i].clock == k->rule) {
            code = want_event(o, c, o->model->waits[i].event, err);
        }
    }
    int32_t row = code == MOOT_OK ? find_row(o, c, o->model->assume->of_clock[k->rule], k->child, 0) : -1;
    moot_instant at, now = c->facts.now.lo, since = k->since.lo;
    moot_instant from = since != MOOT_NEVER && since > now ? since : now; /* the next period is still to begin */
    return row >= 0 && c->protocol->clocks[k->rule].effect < 0 ? draw_clock(o, c, clock, row, from, &at, err) : code;
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

static void write_record(const drawn *d, moot_record *out)
{
    out->kind = d->kind;
    out->at = moot_when_at(d->at);
    out->ref = d->ref;
    out->outcome = d->kind == MOOT_RECORD_OUTCOME ? d->outcome : -1;
    out->value = d->kind == MOOT_RECORD_CONSENT ? moot_value_of(MOOT_T_CONSENT, d->outcome, 0) : moot_unknown();
    out->child = d->child;
    out->of = d->of;
}

static const moot_record *mod_peek(moot_oracle *base, const moot_case *c, moot_when *out_at)
{
    modelled *o = (modelled *)base;
    if (o->held_count > 0) {
        retry_held(o, c);
    }
    base->asks_again = o->held_count > 0;
    while (o->queue_count > 0 && is_over(o, c, &o->queue[o->queue_count - 1])) {
        o->queue_count--;
    }
    if (o->queue_count == 0) {
        return NULL;
    }
    const drawn *d = &o->queue[o->queue_count - 1];
    if (d->given) {
        *out_at = d->given->at;
        return d->given;
    }
    write_record(d, &o->current);
    *out_at = o->current.at;
    return &o->current;
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
