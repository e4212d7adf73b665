#include "vm/run/world.h"

#include <stdlib.h>
#include <string.h>

typedef struct member {
    moot_engine *engine;
    moot_oracle *oracle;
    moot_case c;
    const moot_input *input;
    moot_engine_next next;
    int32_t place; /* in the heap, -1 */
    int is_finished;
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
    int32_t made;    /* so many have an engine and a case */
    int32_t count;
    int32_t *of_input; /* per input: its member */
    size_t of_input_cap;
    const moot_input **order; /* the inputs by id */
    size_t order_cap;
    int32_t ordered;          /* so many are in order, of the last run */
    const moot_input *order_of;
    waiting *heap;   /* members by what comes next */
    size_t heap_cap;
    int32_t heap_count;
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

void moot_world_free(moot_world *w)
{
    if (!w) {
        return;
    }
    for (int32_t i = 0; i < w->made; i++) {
        moot_engine_free(w->members[i].engine);
        moot_oracle_free(w->members[i].oracle);
        moot_case_done(&w->members[i].c);
    }
    if (w->helper_protocol) {
        w->options.helpers->close(w->helper_state);
    }
    moot_commons_free(w->commons);
    moot_free(w->members);
    moot_free(w->of_input);
    moot_free(w->order);
    moot_free(w->heap);
    moot_free(w);
}

moot_code moot_world_prepare(moot_world *w, const moot_model *model, moot_err *err)
{
    const moot_protocol *p = model->assume->protocol;
    void *state;
    return p->helpers_count > 0 && w->options.helpers ? open_helpers(w, p, &state, err) : MOOT_OK;
}

static moot_code make_member(moot_world *w, const moot_world_of *of, moot_err *err)
{
    member *m = &w->members[w->made];
    moot_options options = w->options;
    memset(m, 0, sizeof *m);
    options.helpers = options.helpers ? &w->host : NULL;
    moot_code code = moot_engine_new(&options, &m->engine, err);
    code = code ? code : moot_oracle_modelled(of->model, of->seed, of->replicate, &m->oracle, err);
    if (code != MOOT_OK) {
        moot_engine_free(m->engine);
        return code;
    }
    moot_case_init(&m->c);
    w->made++;
    return MOOT_OK;
}

static moot_code make_members(moot_world *w, const moot_world_of *of, moot_err *err)
{
    size_t need = (size_t)of->count + 1;
    moot_code code = MOOT_OK;
    if (!moot_grow((void **)&w->members, &w->members_cap, need, sizeof *w->members)
        || !moot_grow((void **)&w->of_input, &w->of_input_cap, need, sizeof *w->of_input)
        || !moot_grow((void **)&w->order, &w->order_cap, need, sizeof *w->order)
        || !moot_grow((void **)&w->heap, &w->heap_cap, need, sizeof *w->heap)) {
        return moot_fail_memory(err);
    }
    while (code == MOOT_OK && w->made < of->count) {
        code = make_member(w, of, err);
    }
    return code;
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

static void number_members(moot_world *w, const moot_world_of *of)
{
    if (!still_ordered(w, of)) {
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
        w->members[i].input = w->order[i];
        w->of_input[w->order[i] - of->inputs] = i;
    }
}

/* ---- the order of events: a heap ---- */

static int comes_before(const waiting *x, const waiting *y)
{
    if (x->at != y->at) {
        return x->at < y->at;
    }
    return x->order != y->order ? x->order < y->order : x->who < y->who;
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

/* Takes what comes next for a member, and all that concerns nobody else. Who has come to the end is finished at once, while what
 * that needs is near at hand: a world of cases is more than a processor holds. */
static moot_code run_on(moot_world *w, int32_t who, moot_err *err)
{
    member *m = &w->members[who];
    moot_code code = moot_engine_advance(m->engine, &m->next, err);
    if (code == MOOT_OK && m->next.at == MOOT_NEVER && !moot_commons_each_step(w->commons)) {
        m->is_finished = 1;
        code = moot_engine_finish(m->engine, err);
    }
    if (code == MOOT_OK) {
        place_member(w, who);
    }
    return code;
}

static moot_code begin_member(moot_world *w, const moot_world_of *of, int32_t who, moot_err *err)
{
    member *m = &w->members[who];
    m->place = -1;
    m->is_finished = 0;
    moot_commons_member(w->commons, who, &m->c);
    moot_oracle_modelled_for(m->oracle, of->model, of->seed, of->replicate);
    moot_engine_join(m->engine, w->commons, who);
    moot_engine_hold(m->engine, is_kept(of, m->input) ? of->change_on : MOOT_DAY_MAX);
    moot_code code = moot_engine_begin(m->engine, &m->c, of->model->assume->protocol, m->input, m->oracle, err);
    if (code != MOOT_OK) {
        return code;
    }
    moot_engine_first(m->engine, of->until, &m->next);
    place_member(w, who);
    return MOOT_OK;
}

static moot_code begin_members(moot_world *w, const moot_world_of *of, moot_err *err)
{
    moot_instant start = MOOT_NEVER;
    for (int32_t i = 0; i < of->count; i++) {
        const moot_input *input = &of->inputs[i];
        moot_instant first = input->record_count > 0 ? input->records[0].at.lo : MOOT_NEVER;
        start = first < start ? first : start;
    }
    moot_code code = moot_commons_begin(w->commons, of->model, of->seed, of->replicate, start, of->count, err);
    w->heap_count = 0;
    for (int32_t i = 0; code == MOOT_OK && i < of->count; i++) {
        code = begin_member(w, of, i, err);
    }
    return code;
}

/* Whoever can be served now is, one after the other. */
static moot_code serve(moot_world *w, moot_instant at, moot_err *err)
{
    moot_waiting who;
    while (moot_commons_serve(w->commons, at, &who)) {
        member *m = &w->members[who.member];
        moot_code code = moot_engine_serve(m->engine, &who, at, &m->next, err);
        if (code != MOOT_OK) {
            return code;
        }
        moot_commons_settle(w->commons, who.member, at);
        place_member(w, who.member);
    }
    return MOOT_OK;
}

static moot_code advance(moot_world *w, moot_err *err)
{
    int32_t who = w->heap[0].who;
    moot_instant at = w->heap[0].at;
    moot_code code = run_on(w, who, err);
    if (code != MOOT_OK) {
        return code;
    }
    if (!moot_commons_each_step(w->commons)) {
        return MOOT_OK;
    }
    moot_commons_settle(w->commons, who, at);
    return serve(w, at, err);
}

moot_code moot_world_run(moot_world *w, const moot_world_of *of, moot_err *err)
{
    w->count = 0;
    moot_code code = make_members(w, of, err);
    if (code == MOOT_OK) {
        number_members(w, of);
        code = begin_members(w, of, err);
    }
    while (code == MOOT_OK && (w->heap_count > 0 || moot_commons_waits(w->commons))) {
        moot_instant free_at = moot_commons_next(w->commons);
        moot_instant next = w->heap_count > 0 ? w->heap[0].at : MOOT_NEVER;
        if (free_at == MOOT_NEVER && next == MOOT_NEVER) {
            break; /* who waits still waits for what nobody gives back */
        }
        code = free_at <= next ? serve(w, free_at, err) : advance(w, err);
    }
    for (int32_t i = 0; code == MOOT_OK && i < of->count; i++) {
        code = w->members[i].is_finished ? MOOT_OK : moot_engine_finish(w->members[i].engine, err);
    }
    w->count = code == MOOT_OK ? of->count : 0;
    return code;
}

const moot_case *moot_world_case(const moot_world *w, int32_t i)
{
    return &w->members[w->of_input[i]].c;
}

const moot_commons *moot_world_commons(const moot_world *w)
{
    return w->commons;
}
