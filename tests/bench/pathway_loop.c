#include "tests/bench/pathway_loop.h"

#include <string.h>

#include "tests/bench/bench.h"
#include "vm/base/random.h"

#define DAY 86400
#define YEARS 5
#define FIRST_DAY 20454 /* 2026-01-01 */
#define PLACES 36

typedef enum step { CONTACT, ASSESSMENT, MEETING, PANEL, INFORMATION, OFFER, VIEWING, RELIEF, DUTY_ENDS, OVER, SITTING } step;

typedef struct happening {
    int64_t at;
    int32_t who;
    step step;
} happening;

typedef struct life {
    uint32_t visits[SITTING];
    int late, housed, closed, relief;
    int64_t end;
} life;

struct pathway_loop {
    const moot_instant *referred;
    int32_t count;
    int32_t next_working[366 * YEARS + 64]; /* by day: how many days to the next working day */
    life *lives;
    happening *heap;
    int32_t heap_count;
    int32_t *queue;
    int32_t queue_count;
    uint64_t seed, replicate;
};

pathway_loop *pathway_loop_new(const moot_calendar *calendar, const moot_instant *referred, int32_t count)
{
    pathway_loop *l = moot_calloc(1, sizeof *l);
    if (l) {
        l->lives = moot_calloc((size_t)count, sizeof *l->lives);
        l->heap = moot_calloc(4 * (size_t)count + 4, sizeof *l->heap);
        l->queue = moot_calloc((size_t)count + 1, sizeof *l->queue);
    }
    if (!l || !l->lives || !l->heap || !l->queue) {
        bench_fail("no memory for the loop of pathways");
    }
    l->referred = referred;
    l->count = count;
    for (int32_t i = 0; i < (int32_t)MOOT_COUNT(l->next_working); i++) {
        l->next_working[i] = moot_calendar_add_working(calendar, FIRST_DAY + i, 1) - (FIRST_DAY + i);
    }
    return l;
}

void pathway_loop_free(pathway_loop *l)
{
    moot_free(l->lives);
    moot_free(l->heap);
    moot_free(l->queue);
    moot_free(l);
}

static int before(const happening *x, const happening *y)
{
    return x->at != y->at ? x->at < y->at : x->who < y->who;
}

static void put(pathway_loop *l, int64_t at, int32_t who, step s)
{
    happening h = { at, who, s };
    int32_t i = l->heap_count++;
    while (i > 0 && before(&h, &l->heap[(i - 1) / 2])) {
        l->heap[i] = l->heap[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    l->heap[i] = h;
}

static happening take(pathway_loop *l)
{
    happening top = l->heap[0], last = l->heap[--l->heap_count];
    int32_t i = 0, child;
    while ((child = 2 * i + 1) < l->heap_count) {
        child += child + 1 < l->heap_count && before(&l->heap[child + 1], &l->heap[child]);
        if (!before(&l->heap[child], &last)) {
            break;
        }
        l->heap[i] = l->heap[child];
        i = child;
    }
    l->heap[i] = last;
    return top;
}

static uint32_t draw(const pathway_loop *l, int32_t who, step s, uint32_t purpose, uint32_t n)
{
    moot_draw_key key = { l->seed, l->replicate, (uint64_t)who, (uint64_t)s, purpose, l->lives[who].visits[s], 0 };
    return moot_draw_below(&key, n);
}

static int64_t working(const pathway_loop *l, int64_t at, uint32_t days)
{
    for (; days > 0; days--) {
        at += (int64_t)l->next_working[at / DAY - FIRST_DAY] * DAY;
    }
    return at;
}

/* When a step that is begun now will be over. */
static void begin(pathway_loop *l, int64_t now, int32_t who, step s)
{
    int64_t at = now;
    l->lives[who].visits[s]++;
    switch (s) {
    case CONTACT: at += 60 * (30 + (int64_t)draw(l, who, s, 2, 1471)); break;
    case ASSESSMENT: at += 60 * (1 + (int64_t)draw(l, who, s, 2, 3000)); break;
    case MEETING: at = working(l, at, 1 + draw(l, who, s, 2, 12)); break;
    case INFORMATION: at = working(l, at, 5); break;
    case OFFER: at = working(l, at, 3 + draw(l, who, s, 2, 15)); break;
    case VIEWING: at = working(l, at, 5 + draw(l, who, s, 2, 11)); break;
    default: l->queue[l->queue_count++] = who; return;
    }
    if (at <= l->lives[who].end) {
        put(l, at, who, s);
    }
}

static void hear(pathway_loop *l, int64_t now)
{
    int32_t heard = l->queue_count < PLACES ? l->queue_count : PLACES;
    for (int32_t i = 0; i < heard; i++) {
        int32_t who = l->queue[i];
        uint32_t u = draw(l, who, PANEL, 1, 100);
        if (now > l->lives[who].end) {
            continue;
        }
        if (u < 70) {
            begin(l, now, who, OFFER);
        } else if (u < 90) {
            begin(l, now, who, INFORMATION);
        } else {
            l->lives[who].closed = 1;
        }
    }
    l->queue_count -= heard;
    memmove(l->queue, l->queue + heard, (size_t)l->queue_count * sizeof *l->queue);
}

static void happen(pathway_loop *l, const happening *h)
{
    life *x = &l->lives[h->who];
    switch (h->step) {
    case CONTACT:
        x->late += h->at > l->referred[h->who] + DAY;
        begin(l, h->at, h->who, ASSESSMENT);
        break;
    case ASSESSMENT:
        x->late += h->at / DAY > l->referred[h->who] / DAY + 3;
        begin(l, h->at, h->who, MEETING);
        break;
    case MEETING:
    case INFORMATION: begin(l, h->at, h->who, PANEL); break;
    case OFFER: begin(l, h->at, h->who, draw(l, h->who, OFFER, 1, 100) < 35 ? OFFER : VIEWING); break;
    case VIEWING: x->housed = x->closed = 1; break;
    case RELIEF: x->relief = !x->closed; break;
    default: break;
    }
}

int32_t pathway_loop_run(pathway_loop *l, uint64_t seed, uint64_t replicate)
{
    int32_t housed = 0;
    l->seed = seed;
    l->replicate = replicate;
    l->heap_count = l->queue_count = 0;
    memset(l->lives, 0, (size_t)l->count * sizeof *l->lives);
    for (int32_t i = 0; i < l->count; i++) {
        l->lives[i].end = l->referred[i] + 730 * (int64_t)DAY;
        begin(l, l->referred[i], i, CONTACT);
        put(l, l->referred[i] + 57 * (int64_t)DAY, i, RELIEF);
        put(l, l->referred[i] + 114 * (int64_t)DAY, i, DUTY_ENDS);
    }
    int64_t sits = ((int64_t)FIRST_DAY + 5) * DAY + DAY / 2;
    while (l->heap_count > 0 || l->queue_count > 0) {
        if (l->heap_count == 0 || l->heap[0].at > sits) {
            hear(l, sits);
            sits += 14 * (int64_t)DAY;
            continue;
        }
        happening h = take(l);
        happen(l, &h);
    }
    for (int32_t i = 0; i < l->count; i++) {
        housed += l->lives[i].housed;
    }
    return housed;
}
