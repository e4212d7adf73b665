#include "vm/engine/engine_internal.h"

/* ---- timers: a binary heap by (time, class, order of declaration, order of setting) ---- */

static int before(const timer *x, const timer *y)
{
    if (x->at != y->at) {
        return x->at < y->at;
    }
    if (x->cls != y->cls) {
        return x->cls < y->cls;
    }
    if (x->order != y->order) {
        return x->order < y->order;
    }
    return x->seq < y->seq;
}

void agenda_set(moot_engine *e, timer t)
{
    if (!agenda_takes(e, t.at)) {
        return;
    }
    if (!moot_grow((void **)&e->timers, &e->timers_cap, (size_t)e->timers_count + 1, sizeof *e->timers)) {
        e->no_memory = 1;
        return;
    }
    t.seq = e->seq++;
    t.cause = e->cause;
    int32_t i = e->timers_count++;
    while (i > 0 && before(&t, &e->timers[(i - 1) / 2])) {
        e->timers[i] = e->timers[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    e->timers[i] = t;
}

void agenda_drop(moot_engine *e)
{
    timer last = e->timers[--e->timers_count];
    int32_t i = 0;
    for (;;) {
        int32_t child = 2 * i + 1;
        if (child >= e->timers_count) {
            break;
        }
        if (child + 1 < e->timers_count && before(&e->timers[child + 1], &e->timers[child])) {
            child++;
        }
        if (!before(&e->timers[child], &last)) {
            break;
        }
        e->timers[i] = e->timers[child];
        i = child;
    }
    e->timers[i] = last;
}

timer agenda_take(moot_engine *e)
{
    timer top = e->timers[0];
    agenda_drop(e);
    return top;
}

/* ---- signals: raised by a block's effects, told first in, first out once the block is done ---- */

void agenda_add_signal(moot_engine *e, signal s)
{
    int32_t end = e->signals_first + e->signals_count;
    if (!moot_grow((void **)&e->signals, &e->signals_cap, (size_t)end + 1, sizeof *e->signals)) {
        e->no_memory = 1;
        return;
    }
    e->signals[end] = s;
    e->signals_count++;
    e->unheard = -1;
}

signal agenda_signal(moot_engine *e)
{
    signal s = e->signals[e->signals_first++];
    if (--e->signals_count == 0) {
        e->signals_first = 0;
    }
    return s;
}

void agenda_clear(moot_engine *e)
{
    e->timers_count = 0;
    e->signals_first = e->signals_count = 0;
    e->unheard = -1;
    e->seq = 0;
}
