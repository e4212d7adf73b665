#include <stdlib.h>
#include <string.h>

#include "vm/oracle_internal.h"

/* The recorded oracle: a caseload's own records, in the order of rule 2, up to as_of. It sees all of them, so it can tell an
 * act whose record is silent from one whose record is still to come. */
typedef struct recorded {
    moot_oracle base;
    const moot_record **as_read; /* per record: as written, as corrected, or NULL: it never happened */
    int32_t *order;              /* records in the order in which they are taken */
    moot_when *stands;           /* and the window in which each stands */
    int32_t *rules_left;         /* per clock rule: records of it still to be taken */
    int32_t *notices_left;       /* per notice */
    size_t record_room, rule_room, notice_room;
    int32_t count, next, places_left;
    moot_instant as_of, last;
} recorded;

static int room(recorded *o, size_t records, size_t rules, size_t notices)
{
    if (records > o->record_room) {
        moot_free(o->as_read);
        moot_free(o->order);
        moot_free(o->stands);
        o->record_room = 0;
        o->as_read = moot_calloc(records, sizeof *o->as_read);
        o->order = moot_calloc(records, sizeof *o->order);
        o->stands = moot_calloc(records, sizeof *o->stands);
        if (!o->as_read || !o->order || !o->stands) {
            return 0;
        }
        o->record_room = records;
    }
    if (rules > o->rule_room) {
        moot_free(o->rules_left);
        o->rule_room = 0;
        o->rules_left = moot_calloc(rules, sizeof *o->rules_left);
        if (!o->rules_left) {
            return 0;
        }
        o->rule_room = rules;
    }
    if (notices > o->notice_room) {
        moot_free(o->notices_left);
        o->notice_room = 0;
        o->notices_left = moot_calloc(notices, sizeof *o->notices_left);
        if (!o->notices_left) {
            return 0;
        }
        o->notice_room = notices;
    }
    return 1;
}

/* Counts what is still to come, or (step -1) takes one off. */
static void count_record(recorded *o, const moot_record *r, int32_t step)
{
    if (r->kind == MOOT_RECORD_DEADLINE) {
        o->rules_left[r->ref] += step;
    } else if (r->kind == MOOT_RECORD_NOTICE) {
        o->notices_left[r->ref] += step;
    } else if (r->kind == MOOT_RECORD_PLACE) {
        o->places_left += step;
    }
}

/* By the end of its window, then as written. */
typedef struct ending {
    moot_instant hi;
    int32_t index;
} ending;

static int by_ending(const void *a, const void *b)
{
    const ending *x = a, *y = b;
    if (x->hi != y->hi) {
        return x->hi < y->hi ? -1 : 1;
    }
    return x->index < y->index ? -1 : 1;
}

static int already_in_order(const recorded *o, int32_t total)
{
    moot_instant soonest_end = MOOT_NEVER;
    for (int32_t i = total; i-- > 0;) {
        const moot_record *r = o->as_read[i];
        if (r && r->at.lo > soonest_end) {
            return 0;
        }
        soonest_end = r && r->at.hi < soonest_end ? r->at.hi : soonest_end;
    }
    return 1;
}

static void append(recorded *o, int32_t index)
{
    const moot_record *r = o->as_read[index];
    moot_when w = r->at;
    if (r->at.lo > o->as_of) {
        return; /* not known yet */
    }
    if (o->count > 0 && w.lo < o->stands[o->count - 1].lo) {
        w.lo = o->stands[o->count - 1].lo;
        w.hi = w.hi < w.lo ? w.lo : w.hi;
    }
    o->order[o->count] = index;
    o->stands[o->count++] = w;
    o->last = w.hi > o->last || o->last == MOOT_NEVER ? w.hi : o->last;
    count_record(o, r, 1);
}

/* Rule 2: next comes the first record in file order that no remaining record surely precedes. */
static int sort_windows(recorded *o, int32_t total)
{
    ending *ends = moot_calloc((size_t)total + 1, sizeof *ends);
    uint8_t *taken = moot_calloc((size_t)total + 1, 1);
    int32_t left = 0, soonest = 0, first = 0;
    for (int32_t i = 0; ends && taken && i < total; i++) {
        if (o->as_read[i]) {
            ends[left].hi = o->as_read[i]->at.hi;
            ends[left++].index = i;
        } else {
            taken[i] = 1;
        }
    }
    if (ends && taken) {
        qsort(ends, (size_t)left, sizeof *ends, by_ending);
    }
    for (int32_t n = 0; ends && taken && n < left; n++) {
        while (taken[ends[soonest].index]) {
            soonest++;
        }
        while (taken[first]) {
            first++;
        }
        int32_t next = first;
        while (taken[next] || o->as_read[next]->at.lo > ends[soonest].hi) {
            next++;
        }
        taken[next] = 1;
        append(o, next);
    }
    int ok = ends && taken;
    moot_free(ends);
    moot_free(taken);
    return ok;
}

static int put_in_order(recorded *o, const moot_case *c)
{
    int32_t total = c->input->record_count;
    memset(o->rules_left, 0, o->rule_room * sizeof *o->rules_left);
    memset(o->notices_left, 0, o->notice_room * sizeof *o->notices_left);
    o->places_left = o->count = o->next = 0;
    o->last = MOOT_NEVER;
    if (!already_in_order(o, total)) {
        return sort_windows(o, total);
    }
    for (int32_t i = 0; i < total; i++) {
        if (o->as_read[i]) {
            append(o, i);
        }
    }
    return 1;
}

/* ---- the interface ---- */

static moot_code rec_begin(moot_oracle *base, const moot_case *c, moot_instant as_of, moot_err *err)
{
    recorded *o = (recorded *)base;
    const moot_protocol *p = c->protocol;
    o->as_of = as_of;
    if (!room(o, (size_t)c->input->record_count + 1, (size_t)p->clocks_count + 1, (size_t)p->notices_count + 1)) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < c->input->record_count; i++) {
        o->as_read[i] = &c->input->records[i];
    }
    return put_in_order(o, c) ? MOOT_OK : moot_fail_memory(err);
}

static moot_code rec_rewind(moot_oracle *base, const moot_case *c, moot_err *err)
{
    return put_in_order((recorded *)base, c) ? MOOT_OK : moot_fail_memory(err);
}

static moot_code rec_correct(moot_oracle *base, const moot_case *c, int32_t number, const moot_record *to, moot_err *err)
{
    recorded *o = (recorded *)base;
    (void)err;
    for (int32_t i = 0; i < c->input->record_count; i++) {
        if (c->input->records[i].number == number) {
            o->as_read[i] = to;
        }
    }
    return MOOT_OK;
}

static const moot_record *rec_peek(moot_oracle *base, const moot_case *c, moot_when *out_at)
{
    recorded *o = (recorded *)base;
    (void)c;
    if (o->next >= o->count) {
        return NULL;
    }
    *out_at = o->stands[o->next];
    return o->as_read[o->order[o->next]];
}

static void rec_take(moot_oracle *base, const moot_case *c)
{
    recorded *o = (recorded *)base;
    (void)c;
    count_record(o, o->as_read[o->order[o->next]], -1);
    o->next++;
}

static int rec_follows(moot_oracle *base, const moot_case *c, int32_t clock_rule)
{
    (void)c;
    return ((recorded *)base)->rules_left[clock_rule] > 0;
}

static moot_act_answer rec_act(moot_oracle *base, const moot_case *c, int32_t clock_rule, moot_when at)
{
    recorded *o = (recorded *)base;
    const moot_effect *f = &c->protocol->effects[c->protocol->clocks[clock_rule].effect];
    (void)at;
    int follows = o->rules_left[clock_rule] > 0 || (f->verb == MOOT_PLACE && o->places_left > 0)
                  || (f->verb == MOOT_NOTIFY && f->notice >= 0 && o->notices_left[f->notice] > 0);
    return follows ? MOOT_ACT_WAIT : MOOT_ACT_ASSUMED;
}

static moot_instant rec_last(moot_oracle *base, const moot_case *c)
{
    (void)c;
    return ((recorded *)base)->last;
}

static void rec_free(moot_oracle *base)
{
    recorded *o = (recorded *)base;
    moot_free(o->as_read);
    moot_free(o->order);
    moot_free(o->stands);
    moot_free(o->rules_left);
    moot_free(o->notices_left);
    moot_free(o);
}

static const moot_oracle_class RECORDED = {
    .name = "recorded",
    .judges_guards = 0,
    .begin = rec_begin,
    .rewind = rec_rewind,
    .correct = rec_correct,
    .peek = rec_peek,
    .take = rec_take,
    .stage_opened = moot_oracle__no_answer,
    .clock_started = moot_oracle__no_answer,
    .barred = moot_oracle__no_answer,
    .fact = moot_oracle__no_fact,
    .record_follows = rec_follows,
    .act = rec_act,
    .last = rec_last,
    .free = rec_free,
};

moot_code moot_oracle_recorded(moot_oracle **out_oracle, moot_err *err)
{
    recorded *o = moot_calloc(1, sizeof *o);
    if (!o) {
        return moot_fail_memory(err);
    }
    o->base.cls = &RECORDED;
    *out_oracle = &o->base;
    return MOOT_OK;
}
