/* What is collected of each case: visits of stages, clocks, facts, consents, and when it came. */
#include "vm/run/fit.h"

#include <string.h>

#include "vm/run/fit_internal.h"

/* ---- the object ---- */

moot_code moot_fit_new(const moot_protocol *protocol, moot_fit **out_fit, moot_err *err)
{
    moot_fit *fit = moot_calloc(1, sizeof *fit);
    if (!fit) {
        return moot_fail_memory(err);
    }
    fit->protocol = protocol;
    fit->generated = 1;
    fit->stages = moot_calloc((size_t)protocol->stages_count + 1, sizeof *fit->stages);
    fit->clocks = moot_calloc((size_t)protocol->clocks_count + 1, sizeof *fit->clocks);
    fit->outcomes = moot_calloc((size_t)protocol->outcomes_count + 1, sizeof *fit->outcomes);
    fit->facts = moot_calloc((size_t)protocol->facts_count + 1, sizeof *fit->facts);
    fit->events = moot_calloc((size_t)protocol->events_count + 1, sizeof *fit->events);
    fit->symbols = moot_calloc((size_t)protocol->facts_count * MOOT_FIT_OPTIONS + 1, sizeof *fit->symbols);
    if (!fit->stages || !fit->clocks || !fit->outcomes || !fit->facts || !fit->events || !fit->symbols) {
        moot_fit_free(fit);
        return moot_fail_memory(err);
    }
    *out_fit = fit;
    return MOOT_OK;
}

static void free_lives(moot_fit_lives *all, int32_t count)
{
    for (int32_t i = 0; all && i < count; i++) {
        moot_free(all[i].list);
    }
    moot_free(all);
}

void moot_fit_free(moot_fit *fit)
{
    if (!fit) {
        return;
    }
    free_lives(fit->stages, fit->protocol->stages_count);
    free_lives(fit->clocks, fit->protocol->clocks_count);
    moot_free(fit->outcomes);
    moot_free(fit->facts);
    moot_free(fit->events);
    moot_free(fit->symbols);
    moot_free(fit);
}

/* ---- lives ---- */

/* From one time to another in minutes; times known to the day only make the whole a matter of days. */
static int add_life(moot_fit *fit, moot_fit_lives *lives, moot_when from, moot_when to, int happened)
{
    if (!moot_grow((void **)&lives->list, &lives->cap, lives->count + 1, sizeof *lives->list)) {
        return 0;
    }
    lives->by_day |= !moot_when_exact(from) || (happened && !moot_when_exact(to));
    moot_fit_life *life = &lives->list[lives->count++];
    int64_t minutes = (to.lo - from.lo) / 60;
    life->minutes = minutes > 0 ? minutes : 0;
    int32_t days = moot_day_at(fit->protocol->zone, to.lo) - moot_day_at(fit->protocol->zone, from.lo);
    life->days = days > 0 ? days : 0;
    life->happened = happened;
    return 1;
}

/* How long until somebody chose, if they did before something else ended the stage or the record did. */
static int add_visit(moot_fit *fit, const moot_case *c, const moot_visit *v)
{
    const moot_protocol *p = fit->protocol;
    int left = v->left.lo != MOOT_NEVER;
    if (v->departed || !moot_stage_is_drawn(p, v->stage) || v->entered.lo == MOOT_NEVER) {
        return 1;
    }
    int chosen = left && v->outcome >= 0 && moot_outcome_is_chosen(&p->outcomes[v->outcome]);
    if (chosen) {
        fit->outcomes[v->outcome]++;
    }
    return add_life(fit, &fit->stages[v->stage], v->entered, left ? v->left : moot_when_at(c->as_of), chosen);
}

/* Done, or left out for good, or still to come: the last only says that it had not been done yet. Silent acts are not known. */
static int add_clock(moot_fit *fit, const moot_case *c, const moot_clock *k)
{
    const moot_clock_rule *rule = &fit->protocol->clocks[k->rule];
    moot_fit_lives *lives = &fit->clocks[k->rule];
    if ((rule->effect < 0 && !moot_clock_waits_for_record(fit->protocol, k->rule)) || k->flags & MOOT_ENTRY_ASSUMED ||
        k->since.lo == MOOT_NEVER) {
        return 1;
    }
    if (k->done && k->met_at.lo != MOOT_NEVER) {
        lives->done++;
        return add_life(fit, lives, k->since, k->met_at, 1);
    }
    if (k->ended && k->broke) {
        lives->left_out++;
        return 1;
    }
    int late = k->status == MOOT_CLOCK_LATE && k->due.lo != MOOT_NEVER && c->as_of > k->due.hi + (k->due.hi - k->since.lo) * 2;
    if (late) { /* three times as long as it may take, and still not done */
        lives->left_out++;
        return 1;
    }
    return k->ended || add_life(fit, lives, k->since, moot_when_at(c->as_of), 0);
}

/* ---- facts and arrivals ---- */

static int32_t option_of(const moot_protocol *p, const moot_fact *fact, int64_t symbol)
{
    for (int32_t i = 0; i < fact->options.count && i < MOOT_FIT_OPTIONS; i++) {
        if (moot_span_at(p, fact->options, i) == symbol) {
            return i;
        }
    }
    return -1;
}

static void add_fact(moot_fit *fit, const moot_case *c, int32_t f)
{
    const moot_protocol *p = fit->protocol;
    const moot_fact *fact = &p->facts[f];
    moot_value value = c->facts.values[f];
    if (fact->source != MOOT_FACT_GIVEN || !moot_known(value)) {
        return;
    }
    if (fact->type == MOOT_T_YESNO) {
        fit->facts[f].known++;
        fit->facts[f].yes += value.a != 0;
    } else if (fact->type == MOOT_T_ONE_OF || fact->type == MOOT_T_CONSENT) {
        int32_t option = option_of(p, fact, value.a);
        if (option >= 0) {
            fit->facts[f].known++;
            fit->symbols[f * MOOT_FIT_OPTIONS + option]++;
        }
    }
}

static void add_arrival(moot_fit *fit, const moot_input *input)
{
    const moot_record *first = input->record_count ? &input->records[0] : NULL;
    if (!first || first->kind != MOOT_RECORD_EVENT) {
        return;
    }
    moot_day day = moot_day_at(fit->protocol->zone, first->at.lo);
    fit->events[first->ref]++;
    fit->first_day = fit->arrived == 0 || day < fit->first_day ? day : fit->first_day;
    fit->last_day = fit->arrived == 0 || day > fit->last_day ? day : fit->last_day;
    fit->arrived++;
}

moot_code moot_fit_add(moot_fit *fit, const moot_case *c, moot_err *err)
{
    int good = 1;
    fit->cases++;
    fit->generated &= c->input->generated != NULL;
    for (int32_t i = 0; good && i < c->visits_count; i++) {
        good = add_visit(fit, c, &c->visits[i]);
    }
    for (int32_t i = 0; good && i < c->clocks_count; i++) {
        good = add_clock(fit, c, &c->clocks[i]);
    }
    for (int32_t f = 0; f < fit->protocol->facts_count; f++) {
        add_fact(fit, c, f);
    }
    add_arrival(fit, c->input);
    return good ? MOOT_OK : moot_fail_memory(err);
}
