/* Places at panels (rule 12): given at a session's cut-off, in the order of entry, then of the cases' ids. */
#include <string.h>

#include "vm/engine/commons_internal.h"
#include "vm/protocol/panel.h"

#define LAST_YEAR 2199 /* of the calendar's tables */

void moot_commons__free_panels(moot_commons *m)
{
    for (int32_t i = 0; i < m->panels_count; i++) {
        moot_free(m->panels[i].sittings);
        moot_free(m->panels[i].queue);
    }
    moot_free(m->panels);
    m->panels = NULL;
    m->panels_count = 0;
}

/* What the text leaves out is as assumed; what it says stands. */
static moot_panel as_assumed(const moot_assume *a, int32_t panel)
{
    moot_panel x = a->protocol->panels[panel];
    int32_t row = a->of_panel[panel];
    if (row >= 0) {
        const moot_assumed *r = &a->rows[row];
        x.first = x.first == MOOT_DAY_MIN ? r->first : x.first;
        x.every = x.every.count == 0 ? r->every : x.every;
        x.places = x.places == 0 && r->places > 0 ? r->places : x.places;
    }
    return x;
}

int moot_commons__make_panels(moot_commons *m)
{
    const moot_assume *a = m->model->assume;
    moot_commons__free_panels(m);
    m->panels = moot_calloc((size_t)a->protocol->panels_count + 1, sizeof *m->panels);
    if (!m->panels) {
        return 0;
    }
    m->panels_count = a->protocol->panels_count;
    for (int32_t i = 0; i < m->panels_count; i++) {
        m->panels[i].panel = as_assumed(a, i);
    }
    return 1;
}

void moot_commons__clear_panels(moot_commons *m)
{
    for (int32_t i = 0; i < m->panels_count; i++) {
        m->panels[i].queue_count = 0;
        m->panels[i].given_upto = m->panels[i].last = -1;
        m->panels[i].waited = m->panels[i].counted = 0;
    }
}

int32_t moot_commons_places(const moot_commons *m, int32_t panel)
{
    return m->panels[panel].panel.places;
}

void moot_commons_queue_lengths(const moot_commons *m, int32_t panel, int64_t *out_waited, int64_t *out_sessions)
{
    *out_waited = m->panels[panel].waited;
    *out_sessions = m->panels[panel].counted;
}

/* ---- sessions: each is worked out once ---- */

static const moot_sitting none = { -1, MOOT_NEVER, MOOT_NEVER };

static moot_sitting sitting(moot_commons *m, commons_panel *x, int32_t n)
{
    const moot_protocol *p = m->model->assume->protocol;
    while (x->sittings_count <= n) {
        if (!moot_grow((void **)&x->sittings, &x->sittings_cap, (size_t)x->sittings_count + 1, sizeof *x->sittings)) {
            m->no_memory = 1;
            return none;
        }
        int32_t i = x->sittings_count;
        moot_sitting s = { i, moot_panel_session(p, &x->panel, i), moot_panel_cut_off(p, &x->panel, i) };
        if (s.session == MOOT_NEVER || moot_day_at(p->zone, s.session) >= moot_day_of(LAST_YEAR, 1, 1)) {
            return none; /* undated, or the calendar has ended */
        }
        x->sittings[x->sittings_count++] = s;
    }
    return x->sittings[n];
}

moot_sitting moot_commons_sitting(moot_commons *m, int32_t panel, moot_instant ready, moot_instant after)
{
    commons_panel *x = &m->panels[panel];
    moot_sitting s = none;
    int32_t low = 0, high = x->sittings_count; /* the first that fits lies in [low, high] */
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        s = x->sittings[middle];
        if (s.session > after && s.cut_off >= ready) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    do {
        s = sitting(m, x, low++);
    } while (s.n >= 0 && !(s.session > after && s.cut_off >= ready));
    return s;
}

/* ---- queueing ---- */

static int before(const commons_queued *x, const commons_queued *y)
{
    if (x->entered != y->entered) {
        return x->entered < y->entered;
    }
    return x->member != y->member ? x->member < y->member : x->visit < y->visit;
}

void moot_commons_queue(moot_commons *m, int32_t panel, int32_t member, int32_t visit, moot_instant entered)
{
    commons_panel *x = &m->panels[panel];
    commons_queued q = { entered, member, visit, -1 };
    if (!moot_grow((void **)&x->queue, &x->queue_cap, (size_t)x->queue_count + 1, sizeof *x->queue)) {
        m->no_memory = 1;
        return;
    }
    int32_t i = x->queue_count++;
    while (i > 0 && before(&q, &x->queue[i - 1])) {
        x->queue[i] = x->queue[i - 1];
        i--;
    }
    x->queue[i] = q;
}

static int is_waiting(const moot_commons *m, const commons_queued *q)
{
    const moot_case *c = m->members[q->member].c;
    return c && moot_visit_open(&c->visits[q->visit]);
}

int moot_commons__is_queued(const moot_commons *m, int32_t member)
{
    const moot_case *c = m->members[member].c;
    int may_be = c->visits_over < c->visits_count; /* most who come to their end have left all */
    for (int32_t i = 0; may_be && i < m->panels_count; i++) {
        const commons_panel *x = &m->panels[i];
        for (int32_t k = 0; k < x->queue_count; k++) {
            if (x->queue[k].member == member && is_waiting(m, &x->queue[k])) {
                return 1;
            }
        }
    }
    return 0;
}

/* A case that has left frees its place until now, not after. */
static void give_places(moot_commons *m, commons_panel *x, const moot_sitting *s)
{
    int32_t kept = 0, taken = 0;
    x->last = -1;
    x->given_upto = s->n;
    x->counted++;
    for (int32_t i = 0; i < x->queue_count; i++) {
        commons_queued *q = &x->queue[i];
        if (!is_waiting(m, q)) {
            continue;
        }
        if (q->given < 0 && q->entered <= s->cut_off) {
            x->waited++;
            if (x->panel.places <= 0 || taken < x->panel.places) {
                q->given = s->n;
                x->last = q->member;
                taken++;
            }
        }
        x->queue[kept++] = *q;
    }
    x->queue_count = kept;
}

int moot_commons_has_place(moot_commons *m, int32_t panel, int32_t n, int32_t member, int32_t visit, const char **out_last)
{
    commons_panel *x = &m->panels[panel];
    if (x->given_upto < n) {
        moot_sitting s = sitting(m, x, n);
        give_places(m, x, &s);
    }
    for (int32_t i = 0; i < x->queue_count; i++) {
        commons_queued *q = &x->queue[i];
        if (q->member != member || q->visit != visit) {
            continue;
        }
        if (q->given < 0) {
            break;
        }
        x->queue_count--;
        memmove(q, q + 1, (size_t)(x->queue_count - i) * sizeof *q);
        return 1;
    }
    *out_last = moot_commons__id(m, x->last);
    return 0;
}
