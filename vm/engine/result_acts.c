/* The lists that come from acts (rule 9): referrals, notices, entitlements, charges. */
#include "vm/engine/result_build.h"

static const char *const state_texts[] = {
#define X(name, text) text,
    MOOT_RESULT_STATES(X)
#undef X
};

/* An act that is listed as a deadline is done when its clock says so; any other is done as it is
 * called. */
static moot_result_state state_of(const moot_case *c, const moot_act *act, moot_when *out_done)
{
    const moot_clock *clock = act->clock >= 0 ? &c->clocks[act->clock] : NULL;
    *out_done = moot_result__none();
    if (act->state == MOOT_ACT_WITHHELD) {
        return MOOT_RESULT_WITHHELD;
    }
    if (act->state == MOOT_ACT_WAITING) {
        return act->lacks ? MOOT_RESULT_CALLED : MOOT_RESULT_WAITING;
    }
    if (!clock) {
        *out_done = act->at;
        return act->assumed ? MOOT_RESULT_ASSUMED : MOOT_RESULT_DONE;
    }
    if (!clock->done) {
        return act->assumed ? MOOT_RESULT_ASSUMED : MOOT_RESULT_CALLED;
    }
    *out_done = clock->met_at;
    return clock->flags & MOOT_ENTRY_ASSUMED ? MOOT_RESULT_ASSUMED : MOOT_RESULT_DONE;
}

static const moot_effect *effect_of(moot_result_build *b, int32_t index)
{
    return &b->protocol->effects[b->c->acts[index].effect];
}

static int32_t count_verb(moot_result_build *b, moot_verb verb)
{
    int32_t count = 0;
    for (int32_t i = 0; i < b->c->acts_count; i++) {
        count += effect_of(b, i)->verb == verb;
    }
    return count;
}

/* ---- refer ---- */

static void referrals(moot_result_build *b, moot_result *out)
{
    moot_result_referral *rows = moot_result__rows(b, count_verb(b, MOOT_REFER), sizeof *rows);
    for (int32_t i = 0; rows && i < b->c->acts_count; i++) {
        const moot_act *act = &b->c->acts[i];
        const moot_effect *effect = effect_of(b, i);
        if (effect->verb != MOOT_REFER) {
            continue;
        }
        moot_result_referral *row = &rows[out->referrals_count++];
        row->decl = &effect->decl;
        row->referral = moot_result__effect_label(b->protocol, effect);
        row->to = moot_result_party(b->protocol, effect->party);
        row->via = effect->text;
        row->child = moot_result_child(b->c, act->child);
        row->clause = moot_result__clause(&effect->decl);
        row->state = state_texts[state_of(b->c, act, &row->done)];
        row->at = act->at;
        row->entry = act->entry;
    }
    out->referrals = rows;
}

/* ---- notify, and letters that were recorded ---- */

static void act_notice(moot_result_build *b, int32_t index, moot_result_notice *row)
{
    const moot_act *act = &b->c->acts[index];
    const moot_effect *effect = effect_of(b, index);
    row->decl = &effect->decl;
    row->notice = moot_result__act_name(b->protocol, effect);
    row->to = moot_result_party(b->protocol, effect->party);
    row->via = effect->text;
    row->child = moot_result_child(b->c, act->child);
    row->clause = moot_result__clause(&effect->decl);
    row->state = state_texts[state_of(b->c, act, &row->done)];
    row->at = act->at;
    row->entry = act->entry;
}

static void recorded_notice(moot_result_build *b, const moot_entry *entry, moot_result_notice *row)
{
    const moot_decl *decl = &b->protocol->notices[entry->ref].decl;
    row->decl = decl;
    row->notice = moot_result__label(decl);
    row->child = moot_result_child(b->c, entry->child);
    row->clause = moot_result__clause(decl);
    row->state = state_texts[entry->value.a ? MOOT_RESULT_RECEIVED : MOOT_RESULT_SENT];
    row->at = row->done = entry->at;
    row->recorded = 1;
    row->entry = entry->n;
}

static int is_notice_record(moot_result_build *b, int32_t i)
{
    const moot_entry *entry = &b->c->log[i];
    return entry->what == MOOT_LOG_NOTICE && entry->ref >= 0 && !(b->dead && b->dead[entry->n]);
}

/* Both kinds, merged by their entries' numbers, which is the order in which they happened. */
static void notices(moot_result_build *b, moot_result *out)
{
    const moot_case *c = b->c;
    int32_t count = count_verb(b, MOOT_NOTIFY);
    for (int32_t i = 0; i < c->log_count; i++) {
        count += is_notice_record(b, i);
    }
    moot_result_notice *rows = moot_result__rows(b, count, sizeof *rows);
    int32_t logged = 0;
    for (int32_t i = 0; rows && i <= c->acts_count; i++) {
        int32_t before = i < c->acts_count ? c->acts[i].entry : INT32_MAX;
        for (; logged < c->log_count && c->log[logged].n < before; logged++) {
            if (is_notice_record(b, logged)) {
                recorded_notice(b, &c->log[logged], &rows[out->notices_count++]);
            }
        }
        if (i < c->acts_count && effect_of(b, i)->verb == MOOT_NOTIFY) {
            act_notice(b, i, &rows[out->notices_count++]);
        }
    }
    out->notices = rows;
}

/* ---- grant ---- */

static void entitlements(moot_result_build *b, moot_result *out)
{
    moot_result_entitlement *rows = moot_result__rows(b, count_verb(b, MOOT_GRANT), sizeof *rows);
    for (int32_t i = 0; rows && i < b->c->acts_count; i++) {
        const moot_act *act = &b->c->acts[i];
        const moot_effect *effect = effect_of(b, i);
        if (effect->verb != MOOT_GRANT) {
            continue;
        }
        moot_result_entitlement *row = &rows[out->entitlements_count++];
        const moot_entitlement *granted =
            effect->entitlement >= 0 ? &b->protocol->entitlements[effect->entitlement] : NULL;
        row->decl = &effect->decl;
        row->entitlement = moot_result__act_name(b->protocol, effect);
        row->child = moot_result_child(b->c, act->child);
        row->clause = moot_result__clause(&effect->decl);
        if (!row->clause[0] && granted) {
            row->clause = moot_result__clause(&granted->decl);
        }
        row->payee = granted ? moot_result_party(b->protocol, granted->payee) : NULL;
        row->paid_by = moot_result_party(b->protocol, effect->paid_by);
        if (!row->paid_by && granted) {
            row->paid_by = moot_result_party(b->protocol, granted->paid_by);
        }
        row->pence = granted ? granted->pence : -1;
        row->state = state_texts[state_of(b->c, act, &row->done)];
        row->at = act->at;
        row->entry = act->entry;
    }
    out->entitlements = rows;
}

/* ---- who pays ---- */

static int32_t payer_of(moot_result_build *b, const moot_effect *effect)
{
    if (effect->paid_by < 0 && effect->entitlement >= 0) {
        return b->protocol->entitlements[effect->entitlement].paid_by;
    }
    return effect->paid_by;
}

static void charges(moot_result_build *b, moot_result *out)
{
    moot_result_charge *rows = moot_result__rows(b, b->c->acts_count, sizeof *rows);
    for (int32_t i = 0; rows && i < b->c->acts_count; i++) {
        const moot_act *act = &b->c->acts[i];
        const moot_effect *effect = effect_of(b, i);
        if (payer_of(b, effect) < 0) {
            continue;
        }
        moot_when done;
        moot_result_charge *row = &rows[out->charges_count++];
        row->decl = &effect->decl;
        row->charge = moot_result__act_name(b->protocol, effect);
        row->paid_by = moot_result_party(b->protocol, payer_of(b, effect));
        row->provider = effect->provider;
        row->child = moot_result_child(b->c, act->child);
        row->clause = moot_result__clause(&effect->decl);
        row->pence =
            effect->entitlement >= 0 ? b->protocol->entitlements[effect->entitlement].pence : -1;
        row->state = state_texts[state_of(b->c, act, &done)];
        row->at = act->at;
        row->entry = act->entry;
    }
    out->charges = rows;
}

void moot_result__acts(moot_result_build *b, moot_result *out)
{
    referrals(b, out);
    notices(b, out);
    entitlements(b, out);
    charges(b, out);
}
