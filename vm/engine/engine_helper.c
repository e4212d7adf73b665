#include <string.h>

#include "vm/engine/engine_internal.h"

/* Helpers: facts that a function of the script gives. It is called once for each set of inputs of a
 * case, and not while one of them is unknown, or known only to the month. What it gave is kept over
 * a refold, because it is pure. */

static int exact(moot_value v)
{
    return moot_known(v) &&
           ((v.type != MOOT_T_DATE && v.type != MOOT_T_INSTANT) || v.a == v.b);
}

static moot_value input(const moot_engine *e, const moot_helper *h, int32_t i, int32_t child)
{
    return moot_fact_value(&e->p->rules, &e->c->facts, moot_span_at(e->p, h->inputs, i), child,
                           NULL);
}

int helper_waits_for(const moot_engine *e, const moot_helper *h, int32_t i, int32_t child)
{
    return !exact(input(e, h, i, child));
}

/* ---- what was given before ---- */

/* Room for one more call: its inputs, then its outputs, side by side in `given`. */
static moot_value *new_call(moot_engine *e, int32_t helper)
{
    const moot_helper *h = &e->p->helpers[helper];
    size_t size = (size_t)h->inputs.count + (size_t)h->outputs.count;
    if (!moot_grow((void **)&e->calls, &e->calls_cap, (size_t)e->calls_count + 1,
                   sizeof *e->calls) ||
        !moot_grow((void **)&e->given, &e->given_cap, e->given_count + size, sizeof *e->given)) {
        e->no_memory = 1;
        return NULL;
    }
    helper_call call = { helper, e->given_count };
    e->calls[e->calls_count++] = call;
    e->given_count += size;
    return e->given + call.first;
}

static int same_inputs(const moot_engine *e, const moot_helper *h, const moot_value *kept,
                       int32_t child)
{
    for (int32_t i = 0; i < h->inputs.count; i++) {
        if (!moot_value_same(kept[i], input(e, h, i, child))) {
            return 0;
        }
    }
    return 1;
}

static const moot_value *given_before(const moot_engine *e, int32_t helper, int32_t child)
{
    const moot_helper *h = &e->p->helpers[helper];
    for (int32_t i = 0; i < e->calls_count; i++) {
        const moot_value *kept = e->given + e->calls[i].first;
        if (e->calls[i].helper == helper && same_inputs(e, h, kept, child)) {
            return kept + h->inputs.count;
        }
    }
    return NULL;
}

/* ---- calling ---- */

/* A mistake in the function ends its own case, with its place; anything else ends the run. */
static void failed(moot_engine *e, const moot_helper *h, const moot_err *err)
{
    if (err->code == MOOT_ENOMEM) {
        e->no_memory = 1;
    } else if (err->code == MOOT_EDATA || err->code == MOOT_ELIMIT) {
        engine_fault(e, &h->decl,
                     engine_text(e, "helper \"%s\", %s:%d: %s", h->decl.name, h->decl.file,
                                 err->line > 0 ? err->line : (int)h->decl.line, err->msg));
    } else {
        e->helper_err = *err;
        e->stopped = 1;
    }
}

static const moot_value *call(moot_engine *e, int32_t helper, int32_t child)
{
    const moot_helper *h = &e->p->helpers[helper];
    moot_value *values = new_call(e, helper);
    moot_err err;
    if (!values) {
        return NULL;
    }
    for (int32_t i = 0; i < h->inputs.count; i++) {
        values[i] = input(e, h, i, child);
    }
    for (int32_t i = 0; i < h->outputs.count; i++) {
        values[h->inputs.count + i] = moot_unknown();
    }
    moot_err_init(&err);
    if (e->options.helpers->call(e->helper_state, helper, values, values + h->inputs.count,
                                 &e->c->arena, &err) != MOOT_OK) {
        failed(e, h, &err);
        return NULL;
    }
    return values + h->inputs.count;
}

/* ---- deriving ---- */

static void derive(moot_engine *e, int32_t helper, int32_t output, int32_t child, moot_value value)
{
    const moot_helper *h = &e->p->helpers[helper];
    const moot_facts *f = &e->c->facts;
    int32_t fact = moot_span_at(e->p, h->outputs, output);
    if (moot_value_same(f->values[(child + 1) * f->fact_count + fact], value)) {
        return;
    }
    (void)decide_read(e, h->known, child); /* each output tells the inputs that it follows from */
    moot_entry entry = engine_entry(e, MOOT_LOG_DERIVED, &h->decl);
    entry.ref = fact;
    entry.child = child;
    entry.value = value;
    e->cause = engine_log(e, &entry);
    decide_fact_changed(e, fact);
}

static void one(moot_engine *e, int32_t helper, int32_t child)
{
    const moot_helper *h = &e->p->helpers[helper];
    int known = 1;
    for (int32_t i = 0; i < h->inputs.count && known; i++) {
        known = !helper_waits_for(e, h, i, child);
    }
    const moot_value *given = known ? given_before(e, helper, child) : NULL;
    if (known && !given) {
        given = call(e, helper, child);
    }
    int32_t cause = e->cause;
    for (int32_t i = 0; i < h->outputs.count && !e->stopped && !e->no_memory; i++) {
        e->cause = cause;
        derive(e, helper, i, child, known ? given[i] : moot_unknown());
    }
    e->cause = cause;
}

void helper_derive(moot_engine *e, int32_t helper)
{
    const moot_helper *h = &e->p->helpers[helper];
    int32_t children = h->per_child ? e->c->facts.child_count : 0;
    int off = !engine_in_force(e, &h->decl); /* not the law on this day: what it gave before holds no longer */
    for (int32_t child = children > 0 ? 0 : -1; child < children && !e->stopped; child++) {
        for (int32_t i = 0; off && i < h->outputs.count && !e->stopped; i++) {
            derive(e, helper, i, child, moot_unknown());
        }
        if (!off) {
            one(e, helper, child);
        }
    }
}

/* ---- the state in which functions run ---- */

moot_code helper_open(moot_engine *e, const moot_protocol *protocol, moot_err *err)
{
    e->calls_count = 0;
    e->given_count = 0;
    if (e->helper_err.code != MOOT_OK) {
        moot_err_init(&e->helper_err);
    }
    if (protocol->helpers_count == 0 || (e->helper_state && e->helper_protocol == protocol)) {
        return MOOT_OK;
    }
    helper_close(e);
    if (!e->options.helpers) {
        return moot_fail(err, MOOT_EUSAGE, "protocol \"%s\" has helpers, and nothing here can call them",
                         protocol->id);
    }
    e->helper_protocol = protocol;
    return e->options.helpers->open(e->options.helpers->user, protocol, &e->helper_state, err);
}

void helper_close(moot_engine *e)
{
    if (e->helper_state) {
        e->options.helpers->close(e->helper_state);
    }
    e->helper_state = NULL;
    e->helper_protocol = NULL;
}
