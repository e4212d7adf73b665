/* The list of measures (rule 16): a count in the period of its trigger, a clock in that of its due
 * date. What lies in two periods, because its time is a window, cannot be told. */
#include <string.h>

#include "vm/engine/result_build.h"
#include "vm/time/period.h"

static void put_period(moot_result_build *b, const moot_measure *m, moot_result_measure *row)
{
    char text[32];
    const moot_zone *zone = b->protocol->zone;
    moot_period per = (moot_period)m->per;
    if (row->at.lo == MOOT_NEVER) {
        return;
    }
    moot_day from = moot_day_at(zone, row->at.lo), to = moot_day_at(zone, row->at.hi);
    row->period = moot_result__kept(b, moot_period_label(per, from, text, sizeof text));
    if (moot_period_first(per, from) != moot_period_first(per, to)) {
        row->status = moot_clock_status_text(MOOT_CLOCK_CANNOT_TELL);
    }
}

static void begin_row(moot_result_build *b, int32_t index, moot_result_measure *row)
{
    const moot_measure *m = &b->protocol->measures[index];
    row->index = index;
    row->decl = &m->decl;
    row->measure = moot_result__label(&m->decl);
    row->clause = moot_result__clause(&m->decl);
    row->kind = m->share >= 0 ? "share" : "count";
}

static void counted_row(moot_result_build *b, const moot_counted *k, moot_result_measure *row)
{
    const moot_measure *m = &b->protocol->measures[k->measure];
    begin_row(b, k->measure, row);
    row->at = k->at;
    row->status = row->verdict = "counted";
    row->entry = k->entry;
    row->split = m->split >= 0 ? moot_result__value_text(b, k->value) : NULL;
    put_period(b, m, row);
}

static void share_row(moot_result_build *b, int32_t measure, const moot_clock *k,
                      moot_result_measure *row)
{
    const moot_measure *m = &b->protocol->measures[measure];
    begin_row(b, measure, row);
    row->child = moot_result_child(b->c, k->child);
    row->at = k->due;
    row->status = row->verdict = moot_clock_status_text((moot_clock_status)k->status);
    row->entry = k->entry;
    if (m->split >= 0) { /* as it is known at the end: what the case is, not what it was when due */
        row->split = moot_result__value_text(
            b, moot_fact_value(&b->protocol->rules, &b->c->facts, m->split, -1, NULL));
    }
    put_period(b, m, row);
}

/* In force on the day on which it fired or is due; without a day always. */
static int in_force(const moot_result_build *b, const moot_decl *decl, moot_when at)
{
    moot_day day = at.lo == MOOT_NEVER ? decl->in_force_from : moot_day_at(b->protocol->zone, at.lo);
    return decl->in_force_from <= day && day <= decl->in_force_to;
}

void moot_result__measures(moot_result_build *b, moot_result *out)
{
    const moot_protocol *p = b->protocol;
    const moot_case *c = b->c;
    int32_t most = c->counts_count;
    for (int32_t i = 0; i < p->measures_count; i++) {
        most += p->measures[i].share >= 0 ? c->clocks_count : 0;
    }
    moot_result_measure *rows = moot_result__rows(b, most, sizeof *rows);
    if (!rows) {
        return;
    }
    for (int32_t i = 0; i < c->counts_count; i++) {
        counted_row(b, &c->counts[i], &rows[out->measures_count++]);
    }
    for (int32_t i = 0; i < p->measures_count; i++) {
        const moot_measure *m = &p->measures[i];
        for (int32_t k = 0; m->share >= 0 && k < c->clocks_count; k++) {
            if (c->clocks[k].rule == m->share && in_force(b, &m->decl, c->clocks[k].due)) {
                share_row(b, i, &c->clocks[k], &rows[out->measures_count++]);
            }
        }
    }
    out->measures = rows;
}

moot_code moot_result_measures(const moot_case *c, moot_arena *arena,
                               const moot_result_measure **out_rows, int32_t *out_count,
                               moot_err *err)
{
    moot_result_build b = { .c = c, .protocol = c->protocol, .arena = arena };
    moot_result result;
    memset(&result, 0, sizeof result);
    moot_buf_init(&b.buf);
    moot_result__measures(&b, &result);
    int failed = b.no_memory || b.buf.failed;
    moot_buf_done(&b.buf);
    if (failed) {
        return moot_fail_memory(err);
    }
    *out_rows = result.measures;
    *out_count = result.measures_count;
    return MOOT_OK;
}
