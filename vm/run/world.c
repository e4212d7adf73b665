#include "vm/run/world.h"

#include <stdlib.h>
#include <string.h>

/* What a case needs while it runs. Who has come to the end leaves it, still warm, to whoever comes next: so there are as many as
 * run at a time, and they stay near at hand, where one a case would be more than a processor holds. */
typedef struct desk {
    moot_engine *engine;
    moot_oracle *oracle;
    moot_case c; /* of moot_world_each */
    struct desk *next_made, *next_free;
} desk;

typedef struct member {
    const moot_input *input;
    desk *desk;   /* NULL before it begins and after its end */
    moot_case *c; /* NULL before it begins */
    moot_engine_next next;
    int32_t place; /* in the heap, -1 */
} member;

/* What a member waits for: held here, so that the heap looks at nothing else. */
typedef struct waiting {
    moot_instant at;
    int32_t who;
    uint8_t order;
} waiting;

struct moot_world {
    moot_options options;
    moot_commons *commons;
    member *members; /* by id, as bytes */
    size_t members_cap;
    int32_t count;
    moot_case *cases; /* per member; of moot_world_run */
    size_t cases_cap;
    int32_t cases_made;
    desk *made, *free;
    moot_world_done *done; /* of moot_world_each; NULL: cases are kept */
    void *done_user;
    int32_t *of_input; /* per input: its member */
    size_t of_input_cap;
    const moot_input **order; /* the inputs by id */
    size_t order_cap;
    int32_t ordered;          /* so many are in order, of the last run */
    const moot_input *order_of;
    waiting *heap;    /* members that have begun, by what comes next */
    size_t heap_cap;
    int32_t heap_count;
    waiting *arrivals; /* all, by what comes first */
    size_t arrivals_cap;
    int32_t arrived;   /* so many have begun */
    /* One state for the helpers' functions serves all engines of the world: they take turns. */
    moot_helper_host host;
    void *helper_state;
    const moot_protocol *helper_protocol;
};

/* ---- helpers ---- */

static moot_code open_helpers(void *user, const moot_protocol *protocol, void **out_state, moot_err *err)
{
    moot_world *w = user;
    if (w->helper_protocol != protocol) {
        if (w->helper_protocol) {
            w->options.helpers->close(w->helper_state);
            w->helper_protocol = NULL;
        }
        moot_code code = w->options.helpers->open(w->options.helpers->user, protocol, &w->helper_state, err);
        if (code != MOOT_OK) {
            return code;
        }
        w->helper_protocol = protocol;
    }
    *out_state = w;
    return MOOT_OK;
}

static moot_code call_helper(void *state, int32_t helper, const moot_value *inputs, moot_value *outputs, moot_arena *arena,
                             moot_err *err)
{
    moot_world *w = state;
    return w->options.helpers->call(w->helper_state, helper, inputs, outputs, arena, err);
}

static void close_helpers(void *state)
{
    (void)state; /* another engine may need it: the world closes it */
}

/* ---- making ---- */

moot_code moot_world_new(const moot_options *options, moot_world **out_world, moot_err *err)
{
    moot_world *w = moot_calloc(1, sizeof *w);
    if (!w) {
        return moot_fail_memory(err);
    }
    w->options = options ? *options : moot_options_default();
    w->host = (moot_helper_host){ w, open_helpers, call_helper, close_helpers };
    moot_code code = moot_commons_new(&w->commons, err);
    if (code != MOOT_OK) {
        moot_free(w);
        return code;
    }
    *out_world = w;
    return MOOT_OK;
}

static void free_desk(desk *d)
{
    moot_engine_free(d->engine);
    moot_oracle_free(d->oracle);
    moot_case_done(&d->c);
    moot_free(d);
}

void moot_world_free(moot_world *w)
{
    if (!w) {
        return;
    }
    for (desk *d = w->made, *next; d; d = next) {
        next = d->next_made;
        free_desk(d);
    }
    for (int32_t i = 0; i < w->cases_made; i++) {
        moot_case_done(&w->cases[i]);
    }
    if (w->helper_protocol) {
        w->options.helpers->close(w->helper_state);
    }
    moot_commons_free(w->commons);
    moot_free(w->members);
    moot_free(w->cases);
    moot_free(w->of_input);
    moot_free(w->order);
    moot_free(w->heap);
    moot_free(w->arrivals);
    moot_free(w);
}

moot_code moot_world_prepare(moot_world *w, const moot_model *model, moot_err *err)
{
    const moot_protocol *p = model->assume->protocol;
    void *state;
    return p->helpers_count > 0 && w->options.helpers ? open_helpers(w, p, &state, err) : MOOT_OK;
}

static moot_code make_desk(moot_world *w, const moot_world_of *of, moot_err *err)
{
    desk *d = moot_calloc(1, sizeof *d);
    moot_options options = w->options;
    if (!d) {
        return moot_fail_memory(err);
    }
    moot_case_init(&d->c);
    options.helpers = options.helpers ? &w->host : NULL;
    moot_code code = moot_engine_new(&options, &d->engine, err);
    code = code ? code : moot_oracle_modelled(of->model, of->seed, of->replicate, &d->oracle, err);
    if (code != MOOT_OK) {
        free_desk(d);
        return code;
    }
    d->next_made = w->made;
    w->made = w->free = d;
    return MOOT_OK;
}

static void leave_desk(moot_world *w, member *m)
{
    m->desk->next_free = w->free;
    w->free = m->desk;
    m->desk = NULL;
}

static moot_code make_members(moot_world *w, const moot_world_of *of, moot_err *err)
{
    size_t need = (size_t)of->count + 1;
    if (!moot_grow((void **)&w->members, &w->members_cap, need, sizeof *w->members)
        || !moot_grow((void **)&w->of_input, &w->of_input_cap, need, sizeof *w->of_input)
        || !moot_grow((void **)&w->order, &w->order_cap, need, sizeof *w->order)
        || !moot_grow((void **)&w->heap, &w->heap_cap, need, sizeof *w->heap)
        || !moot_grow((void **)&w->arrivals, &w->arrivals_cap, need, sizeof *w->arrivals)
        || (!w->done && !moot_grow((void **)&w->cases, &w->cases_cap, need, sizeof *w->cases))) {
        return moot_fail_memory(err);
    }
    for (; !w->done && w->cases_made < of->count; w->cases_made++) {
        moot_case_init(&w->cases[w->cases_made]);
    }
    return MOOT_OK;
}

static int by_id(const void *left, const void *right)
{
    const moot_input *const *x = left, *const *y = right;
    int ids = strcmp((*x)->id, (*y)->id);
    return ids ? ids : (*x < *y ? -1 : *x > *y);
}

/* The inputs are most often those of the last run, and their order is still right: looked at, not taken on trust. */
static int still_ordered(const moot_world *w, const moot_world_of *of)
{
    int same = w->order_of == of->inputs && w->ordered == of->count;
    for (int32_t i = 1; same && i < of->count; i++) {
        same = by_id(&w->order[i - 1], &w->order[i]) < 0;
    }
    return same;
}

/* Whether the order is that of the last run. */
static int number_members(moot_world *w, const moot_world_of *of)
{
    int same = still_ordered(w, of);
    if (!same) {
        for (int32_t i = 0; i < of->count; i++) {
            w->order[i] = &of->inputs[i];
        }
        if (of->count > 0) {
            qsort(w->order, (size_t)of->count, sizeof *w->order, by_id);
        }
        w->order_of = of->inputs;
        w->ordered = of->count;
    }
    for (int32_t i = 0; i < of->count; i++) {
        w->members[i] = (member){ .input = w->order[i], .next = { .at = MOOT_NEVER }, .place = -1 };
        w->of_input[w->order[i] - of->inputs] = i;
    }
    return same;
}

/* ---- the order of events: a heap ---- */

static int comes_before(const waiting *x, const waiting *y)
{
    if (x->at != y->at) {
        return x->at < y->at;
    }
    return x->order != y->order ? x->order < y->order : x->who < y->who;
}

static int by_arrival(const void *left, const void *right)
{
    return comes_before(left, right) ? -1 : comes_before(right, left);
}

/* In the order of the last run, if the members are the same: it is most often right still, and is looked at. */
static void order_arrivals(moot_world *w, const moot_world_of *of, int same)
{
    int ordered = 1;
    for (int32_t i = 0; i < of->count; i++) {
        int32_t who = same ? w->arrivals[i].who : i;
        moot_engine_next next;
        moot_engine_arrival(w->members[who].input, &next);
        w->arrivals[i] = (waiting){ next.at, who, next.order };
        ordered &= i == 0 || comes_before(&w->arrivals[i - 1], &w->arrivals[i]);
    }
    if (!ordered) {
        qsort(w->arrivals, (size_t)of->count, sizeof *w->arrivals, by_arrival);
    }
}

static void put_at(moot_world *w, int32_t place, waiting x)
{
    w->heap[place] = x;
    w->members[x.who].place = place;
}

static void rise(moot_world *w, int32_t place, waiting x)
{
    while (place > 0 && comes_before(&x, &w->heap[(place - 1) / 2])) {
        put_at(w, place, w->heap[(place - 1) / 2]);
        place = (place - 1) / 2;
    }
    put_at(w, place, x);
}

static void sink(moot_world *w, int32_t place, waiting x)
{
    for (;;) {
        int32_t child = 2 * place + 1;
        if (child >= w->heap_count) {
            break;
        }
        if (child + 1 < w->heap_count && comes_before(&w->heap[child + 1], &w->heap[child])) {
            child++;
        }
        if (!comes_before(&w->heap[child], &x)) {
            break;
        }
        put_at(w, place, w->heap[child]);
        place = child;
    }
    put_at(w, place, x);
}

/* Up or down, from where one has been taken. */
static void move(moot_world *w, int32_t place, waiting x)
{
    if (place > 0 && comes_before(&x, &w->heap[(place - 1) / 2])) {
        rise(w, place, x);
    } else {
        sink(w, place, x);
    }
}

/* Puts a member where what comes next for it says: in, up, down or out. */
static void place_member(moot_world *w, int32_t who)
{
    member *m = &w->members[who];
    waiting x = { m->next.at, who, m->next.order };
    if (x.at != MOOT_NEVER) {
        move(w, m->place >= 0 ? m->place : w->heap_count++, x);
    } else if (m->place >= 0) {
        int32_t place = m->place;
        waiting last = w->heap[--w->heap_count];
        m->place = -1;
        if (last.who != who) {
            move(w, place, last);
        }
    }
}

/* ---- running ---- */

static int is_kept(const moot_world_of *of, const moot_input *input)
{
    const moot_zone *zone = of->model->assume->protocol->zone;
    return of->keeps && of->keeps[input - of->inputs] && input->record_count > 0
           && moot_day_at(zone, input->records[0].at.lo) < of->change_on;
}

static moot_code finish(moot_world *w, const moot_world_of *of, int32_t who, moot_err *err)
{
    member *m = &w->members[who];
    moot_code code = moot_engine_finish(m->desk->engine, err);
    if (code == MOOT_OK && w->done) {
        code = w->done(w->done_user, (int32_t)(m->input - of->inputs), m->c, err);
    }
    if (code == MOOT_OK) {
        leave_desk(w, m);
    }
    return code;
}

/* Who has come to the end is finished at once, while what that needs is near at hand, but for those whom others may still see to,
 * or who are looked at. */
static moot_code place_or_finish(moot_world *w, const moot_world_of *of, int32_t who, moot_err *err)
{
    place_member(w, who);
    int is_over = w->members[who].next.at == MOOT_NEVER && moot_commons_leave(w->commons, who);
    return is_over ? finish(w, of, who, err) : MOOT_OK;
}

/* ---- beginning ---- */

static moot_code begin_member(moot_world *w, const moot_world_of *of, int32_t who, moot_err *err)
{
    member *m = &w->members[who];
    moot_code code = w->free ? MOOT_OK : make_desk(w, of, err);
    if (code != MOOT_OK) {
        return code;
    }
    desk *d = m->desk = w->free;
    w->free = d->next_free;
    m->c = w->done ? &d->c : &w->cases[who];
    moot_commons_member(w->commons, who, m->c, m->input->id);
    moot_oracle_modelled_for(d->oracle, of->model, of->seed, of->replicate);
    moot_engine_join(d->engine, w->commons, who);
    moot_engine_hold(d->engine, is_kept(of, m->input) ? of->change_on : MOOT_DAY_MAX);
    code = moot_engine_begin(d->engine, m->c, of->model->assume->protocol, m->input, d->oracle, err);
    if (code == MOOT_OK) {
        moot_engine_first(d->engine, of->until, &m->next);
    }
    return code;
}

/* The next that has not begun does, and goes on at once if what comes first for it is what it was to begin with. */
static moot_code arrive(moot_world *w, const moot_world_of *of, waiting x, moot_err *err)
{
    member *m = &w->members[x.who];
    w->arrived++;
    moot_code code = begin_member(w, of, x.who, err);
    int goes_on = code == MOOT_OK && m->next.at == x.at && m->next.order == x.order;
    return goes_on ? moot_engine_advance(m->desk->engine, &m->next, err) : code;
}

static moot_code begin_world(moot_world *w, const moot_world_of *of, moot_err *err)
{
    moot_instant start = MOOT_NEVER;
    for (int32_t i = 0; i < of->count; i++) {
        const moot_input *input = &of->inputs[i];
        moot_instant first = input->record_count > 0 ? input->records[0].at.lo : MOOT_NEVER;
        start = first < start ? first : start;
    }
    w->heap_count = w->arrived = 0;
    return moot_commons_begin(w->commons, of->model, of->seed, of->replicate, start, of->count, err);
}

/* ---- the run ---- */

/* Whoever can be served now is, one after the other. */
static moot_code serve(moot_world *w, const moot_world_of *of, moot_instant at, moot_err *err)
{
    moot_waiting who;
    moot_code code = MOOT_OK;
    while (code == MOOT_OK && moot_commons_serve(w->commons, at, &who)) {
        member *m = &w->members[who.member];
        code = moot_engine_serve(m->desk->engine, &who, at, &m->next, err);
        if (code == MOOT_OK) {
            moot_commons_settle(w->commons, who.member, at);
            code = place_or_finish(w, of, who.member, err);
        }
    }
    return code;
}

/* What comes next of all; NULL: nothing does, though who waits may be served. *out_arrives: it is a case that begins. */
static const waiting *next_of_all(const moot_world *w, const moot_world_of *of, int *out_arrives)
{
    const waiting *begun = w->heap_count > 0 ? &w->heap[0] : NULL;
    const waiting *arrival = w->arrived < of->count ? &w->arrivals[w->arrived] : NULL;
    arrival = arrival && arrival->at != MOOT_NEVER ? arrival : NULL;
    *out_arrives = arrival && (!begun || comes_before(arrival, begun));
    return *out_arrives ? arrival : begun;
}

/* Takes what comes next for a case, and all that concerns nobody else. */
static moot_code advance(moot_world *w, const moot_world_of *of, waiting x, int arrives, moot_err *err)
{
    member *m = &w->members[x.who];
    int each = moot_commons_each_step(w->commons);
    moot_code code = arrives ? arrive(w, of, x, err) : moot_engine_advance(m->desk->engine, &m->next, err);
    if (code == MOOT_OK && each) {
        moot_commons_settle(w->commons, x.who, x.at);
    }
    code = code ? code : place_or_finish(w, of, x.who, err);
    return code == MOOT_OK && each ? serve(w, of, x.at, err) : code;
}

static moot_code run_events(moot_world *w, const moot_world_of *of, moot_err *err)
{
    moot_code code = MOOT_OK;
    while (code == MOOT_OK) {
        int arrives;
        const waiting *x = next_of_all(w, of, &arrives);
        moot_instant free_at = x || moot_commons_waits(w->commons) ? moot_commons_next(w->commons) : MOOT_NEVER;
        if (free_at == MOOT_NEVER && !x) {
            break; /* who waits still waits for what nobody gives back */
        }
        code = x && x->at < free_at ? advance(w, of, *x, arrives, err) : serve(w, of, free_at, err);
    }
    return code;
}

/* Those that have not ended: nothing came for them in the time that the run is of, or nobody saw to them. */
static moot_code finish_all(moot_world *w, const moot_world_of *of, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; code == MOOT_OK && i < of->count; i++) {
        member *m = &w->members[i];
        code = m->c ? MOOT_OK : begin_member(w, of, i, err);
        code = code == MOOT_OK && m->desk ? finish(w, of, i, err) : code;
    }
    return code;
}

static moot_code run(moot_world *w, const moot_world_of *of, moot_err *err)
{
    w->count = 0;
    moot_code code = make_members(w, of, err);
    if (code != MOOT_OK) {
        return code;
    }
    order_arrivals(w, of, number_members(w, of));
    code = begin_world(w, of, err);
    code = code ? code : run_events(w, of, err);
    code = code ? code : finish_all(w, of, err);
    for (int32_t i = 0; code != MOOT_OK && i < of->count; i++) { /* who was at work when the run failed */
        if (w->members[i].desk) {
            leave_desk(w, &w->members[i]);
        }
    }
    w->count = code == MOOT_OK ? of->count : 0;
    return code;
}

moot_code moot_world_run(moot_world *w, const moot_world_of *of, moot_err *err)
{
    w->done = NULL;
    return run(w, of, err);
}

moot_code moot_world_each(moot_world *w, const moot_world_of *of, moot_world_done *done, void *user, moot_err *err)
{
    w->done = done;
    w->done_user = user;
    return run(w, of, err);
}

const moot_case *moot_world_case(const moot_world *w, int32_t i)
{
    return w->members[w->of_input[i]].c;
}

const moot_commons *moot_world_commons(const moot_world *w)
{
    return w->commons;
}
