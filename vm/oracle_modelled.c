#include <string.h>

#include "vm/hash.h"
#include "vm/oracle_internal.h"
#include "vm/protocol_index.h"
#include "vm/random.h"

/* The modelled oracle: what is left open is drawn. What a case's input says of events and facts stands (arrivals); how stages
 * end, and when, is drawn: uniformly among the chosen outcomes, after 1 to 14 days, until assumptions say otherwise. Each draw
 * is keyed by seed, replicate, case, child, kind, name, visit and attempt (rule 15). */
#define LONGEST_MINUTES (14 * 24 * 60)
#define ATTEMPTS_MAX 20
#define MODELLED_DAYS 730

enum { PURPOSE_OUTCOME = 1, PURPOSE_DURATION, PURPOSE_FACT, PURPOSE_EVENT };

typedef struct drawn {
    moot_instant at;
    uint32_t seq;
    moot_record record;
} drawn;

typedef struct modelled {
    moot_oracle base;
    uint64_t seed, replicate, subject;
    drawn *queue; /* by time, then in the order of drawing; short: one per open question */
    size_t cap;
    int32_t count;
    uint32_t seq;
    uint32_t attempts[64]; /* by visit, folded: only the key of a draw depends on it */
    moot_record current;   /* what peek showed last: the queue may move before it is taken */
} modelled;

static uint64_t name_key(const char *kind, const char *name)
{
    return moot_mix64(moot_hash64(kind, strlen(kind), 0), moot_hash64(name, strlen(name), 1));
}

static moot_draw_key key_of(const modelled *o, const char *kind, const char *name, int32_t child, uint32_t purpose,
                            uint32_t visit, uint32_t attempt)
{
    moot_draw_key k = { o->seed, o->replicate, moot_mix64(o->subject, (uint64_t)(child + 1)), name_key(kind, name), purpose,
                        visit, attempt };
    return k;
}

static moot_code put(modelled *o, const moot_record *r, moot_err *err)
{
    if (!moot_grow((void **)&o->queue, &o->cap, (size_t)o->count + 1, sizeof *o->queue)) {
        return moot_fail_memory(err);
    }
    int32_t i = o->count++;
    while (i > 0 && o->queue[i - 1].at > r->at.lo) {
        o->queue[i] = o->queue[i - 1];
        i--;
    }
    o->queue[i].at = r->at.lo;
    o->queue[i].seq = o->seq++;
    o->queue[i].record = *r;
    return MOOT_OK;
}

static int stands(const moot_record *r)
{
    return r->kind == MOOT_RECORD_EVENT || r->kind == MOOT_RECORD_FACT || r->kind == MOOT_RECORD_CONSENT
           || r->kind == MOOT_RECORD_NOTE;
}

static moot_code mod_rewind(moot_oracle *base, const moot_case *c, moot_err *err)
{
    modelled *o = (modelled *)base;
    o->count = 0;
    o->seq = 0;
    o->subject = moot_hash64(c->input->id, strlen(c->input->id), 2);
    memset(o->attempts, 0, sizeof o->attempts);
    for (int32_t i = 0; i < c->input->record_count; i++) {
        if (stands(&c->input->records[i])) {
            moot_code code = put(o, &c->input->records[i], err);
            if (code != MOOT_OK) {
                return code;
            }
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

static const moot_record *mod_peek(moot_oracle *base, const moot_case *c, moot_when *out_at)
{
    modelled *o = (modelled *)base;
    (void)c;
    if (o->count == 0) {
        return NULL;
    }
    *out_at = o->queue[0].record.at;
    o->current = o->queue[0].record;
    return &o->current;
}

static void mod_take(moot_oracle *base, const moot_case *c)
{
    modelled *o = (modelled *)base;
    (void)c;
    o->count--;
    memmove(o->queue, o->queue + 1, (size_t)o->count * sizeof *o->queue);
}

static int chosen(const moot_outcome *o)
{
    return o->on < 0 && o->after < 0;
}

/* An outcome and its time: at entry among all that people choose, later (barred) among those now admissible. */
static moot_code draw_outcome(modelled *o, const moot_case *c, int32_t visit, int only_admissible, moot_err *err)
{
    const moot_visit *v = &c->visits[visit];
    const moot_stage *s = &c->protocol->stages[v->stage];
    uint32_t attempt = o->attempts[visit & 63]++;
    int32_t candidates[64], n = 0;
    for (int32_t i = 0; i < s->outcomes.count && n < 64; i++) {
        const moot_outcome *out = &c->protocol->outcomes[s->outcomes.first + i];
        if (chosen(out)
            && (!only_admissible
                || (moot_cond_eval(&c->protocol->rules, &c->facts, out->when, v->child) == MOOT_TRUE
                    && moot_case_quota_bars(c, s->outcomes.first + i, v->child) < 0))) {
            candidates[n++] = s->outcomes.first + i;
        }
    }
    if (n == 0 || attempt > ATTEMPTS_MAX) {
        return MOOT_OK; /* it waits until something else ends the stage */
    }
    moot_draw_key which = key_of(o, "stage", s->decl.name, v->child, PURPOSE_OUTCOME, (uint32_t)visit, attempt);
    moot_draw_key when = key_of(o, "stage", s->decl.name, v->child, PURPOSE_DURATION, (uint32_t)visit, attempt);
    moot_record r;
    memset(&r, 0, sizeof r);
    r.kind = MOOT_RECORD_OUTCOME;
    r.at = v->session.lo != MOOT_NEVER /* a panel decides at its session */
               ? v->session
               : moot_when_at(c->facts.now.lo + 60 * (1 + (moot_instant)moot_draw_below(&when, LONGEST_MINUTES)));
    r.ref = v->stage;
    r.outcome = candidates[moot_draw_below(&which, (uint32_t)n)];
    r.who = r.paid_by = r.fact = -1;
    r.child = v->child;
    r.due = r.session = moot_when_at(MOOT_NEVER);
    return put(o, &r, err);
}

static moot_code mod_opened(moot_oracle *base, const moot_case *c, int32_t visit, moot_err *err)
{
    return draw_outcome((modelled *)base, c, visit, 0, err);
}

static moot_code mod_barred(moot_oracle *base, const moot_case *c, int32_t visit, moot_err *err)
{
    return draw_outcome((modelled *)base, c, visit, 1, err);
}

/* An event that a clock waits for, drawn from the clock's start on. */
static moot_code mod_clock(moot_oracle *base, const moot_case *c, int32_t clock, moot_err *err)
{
    modelled *o = (modelled *)base;
    const moot_protocol *p = c->protocol;
    int32_t met_by = p->clocks[c->clocks[clock].rule].met_by;
    if (met_by < 0 || p->triggers[met_by].kind != MOOT_ON_EVENT) {
        return MOOT_OK;
    }
    const char *name = p->events[p->triggers[met_by].ref].decl.name;
    moot_draw_key when = key_of(o, "event", name, c->clocks[clock].child, PURPOSE_EVENT, (uint32_t)clock, 0);
    moot_record r;
    memset(&r, 0, sizeof r);
    r.kind = MOOT_RECORD_EVENT;
    r.at = moot_when_at(c->facts.now.lo + 60 * (1 + (moot_instant)moot_draw_below(&when, LONGEST_MINUTES)));
    r.ref = p->triggers[met_by].ref;
    r.outcome = r.who = r.paid_by = r.fact = r.child = -1;
    r.due = r.session = moot_when_at(MOOT_NEVER);
    return put(o, &r, err);
}

static int mod_fact(moot_oracle *base, const moot_case *c, int32_t fact, int32_t child, moot_value *out_value)
{
    modelled *o = (modelled *)base;
    const moot_fact *f = &c->protocol->facts[fact];
    moot_draw_key k = key_of(o, "fact", f->decl.name, child, PURPOSE_FACT, 0, 0);
    if (f->source != MOOT_FACT_GIVEN) {
        return 0;
    }
    if (f->type == MOOT_T_YESNO) {
        *out_value = moot_value_yesno((int)moot_draw_below(&k, 2));
        return 1;
    }
    if (f->type == MOOT_T_ONE_OF && f->options.count > 0) {
        *out_value = moot_value_of(MOOT_T_ONE_OF,
                                   moot_span_at(c->protocol, f->options, (int32_t)moot_draw_below(&k, (uint32_t)f->options.count)), 0);
        return 1;
    }
    return 0; /* dates, sums and texts need an assumption */
}

static moot_act_answer mod_act(moot_oracle *base, const moot_case *c, int32_t clock_rule, moot_when at)
{
    (void)base;
    (void)c;
    (void)clock_rule;
    (void)at;
    return MOOT_ACT_DONE; /* at once unless assumed otherwise */
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
    moot_free(o);
}

static const moot_oracle_class MODELLED = {
    .name = "modelled",
    .judges_guards = 1,
    .begin = mod_begin,
    .rewind = mod_rewind,
    .correct = mod_correct,
    .peek = mod_peek,
    .take = mod_take,
    .stage_opened = mod_opened,
    .clock_started = mod_clock,
    .barred = mod_barred,
    .fact = mod_fact,
    .record_follows = moot_oracle__none_follows,
    .record_left = moot_oracle__none_left,
    .act = mod_act,
    .last = mod_last,
    .free = mod_free,
};

moot_code moot_oracle_modelled(uint64_t seed, uint64_t replicate, moot_oracle **out_oracle, moot_err *err)
{
    modelled *o = moot_calloc(1, sizeof *o);
    if (!o) {
        return moot_fail_memory(err);
    }
    o->base.cls = &MODELLED;
    o->seed = seed;
    o->replicate = replicate;
    *out_oracle = &o->base;
    return MOOT_OK;
}
