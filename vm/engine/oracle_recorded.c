#include <stdlib.h>
#include <string.h>

#include "vm/engine/oracle_internal.h"

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

/* A record's window, to be sorted by its end or by its start, then as written. */
typedef struct ending {
    moot_instant lo, hi;
    int32_t index;
} span;

static int by_ending(const void *a, const void *b)
{
    const span *x = a, *y = b;
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

static int by_start(const void *a, const void *b)
{
    const span *x = a, *y = b;
    if (x->lo != y->lo) {
        return x->lo < y->lo ? -1 : 1;
    }
    return x->index < y->index ? -1 : 1;
}

/* A binary heap of record numbers, the first in file order on top. */
static void heap_put(int32_t *heap, int32_t *count, int32_t index)
{
    int32_t i = (*count)++;
    for (; i > 0 && index < heap[(i - 1) / 2]; i = (i - 1) / 2) {
        heap[i] = heap[(i - 1) / 2];
    }
    heap[i] = index;
}

static int32_t heap_take(int32_t *heap, int32_t *count)
{
    int32_t top = heap[0], last = heap[--*count], i = 0;
    for (int32_t child = 1; child < *count; child = 2 * i + 1) {
        child += child + 1 < *count && heap[child + 1] < heap[child];
        if (last <= heap[child]) {
            break;
        }
        heap[i] = heap[child];
        i = child;
    }
    heap[i] = last;
    return top;
}

/* Rule 2: next comes the first record in file order that no remaining record surely precedes. Those that may come next have
 * begun by the soonest end of what remains; that end only moves on, so each record goes through the heap once. */
static int sort_windows(recorded *o, int32_t total)
{
    span *ends = moot_calloc((size_t)total + 1, sizeof *ends);
    span *starts = moot_calloc((size_t)total + 1, sizeof *starts);
    int32_t *heap = moot_calloc((size_t)total + 1, sizeof *heap);
    uint8_t *taken = moot_calloc((size_t)total + 1, 1);
    int ok = ends && starts && heap && taken;
    int32_t left = 0, soonest = 0, begun = 0, in_heap = 0;
    for (int32_t i = 0; ok && i < total; i++) {
        if (o->as_read[i]) {
            span e = { o->as_read[i]->at.lo, o->as_read[i]->at.hi, i };
            ends[left] = starts[left] = e;
            left++;
        }
    }
    if (ok) {
        qsort(ends, (size_t)left, sizeof *ends, by_ending);
        qsort(starts, (size_t)left, sizeof *starts, by_start);
    }
    for (int32_t n = 0; ok && n < left; n++) {
        while (taken[ends[soonest].index]) {
            soonest++;
        }
        for (; begun < left && starts[begun].lo <= ends[soonest].hi; begun++) {
            heap_put(heap, &in_heap, starts[begun].index);
        }
        int32_t next = heap_take(heap, &in_heap);
        taken[next] = 1;
        append(o, next);
    }
    moot_free(ends);
    moot_free(starts);
    moot_free(heap);
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

static const moot_record *rec_left(moot_oracle *base, const moot_case *c, int32_t i)
{
    const recorded *o = (const recorded *)base;
    (void)c;
    return i < o->count - o->next ? o->as_read[o->order[o->next + i]] : NULL;
}

static moot_act_answer rec_act(moot_oracle *base, const moot_case *c, int32_t clock, moot_when at)
{
    recorded *o = (recorded *)base;
    int32_t rule = c->clocks[clock].rule;
    const moot_effect *f = &c->protocol->effects[c->protocol->clocks[rule].effect];
    (void)at;
    int follows = o->rules_left[rule] > 0 || (f->verb == MOOT_PLACE && o->places_left > 0)
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
    .consent_wanted = moot_oracle__no_answer,
    .first_fact = moot_oracle__no_first_fact,
    .record_follows = rec_follows,
    .record_left = rec_left,
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
