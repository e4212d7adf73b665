/* One function a kind of row; each reads like the line of interface.md that it writes. */
#include "vm/engine/result_json.h"

#include <string.h>

#include "vm/case/relied.h"

typedef struct writer {
    moot_buf *out;
    const moot_protocol *protocol;
    int comma; /* the next key or element is not the first */
} writer;

/* ---- the smallest pieces ---- */

static void open_with(writer *w, char bracket)
{
    moot_buf_char(w->out, bracket);
    w->comma = 0;
}

static void close_with(writer *w, char bracket)
{
    moot_buf_char(w->out, bracket);
    w->comma = 1;
}

static void next(writer *w)
{
    if (w->comma) {
        moot_buf_char(w->out, ',');
    }
    w->comma = 1;
}

static void key(writer *w, const char *name)
{
    next(w);
    moot_buf_printf(w->out, "\"%s\":", name);
}

static void quote(writer *w, const char *text)
{
    if (text) {
        moot_buf_json(w->out, text);
    } else {
        moot_buf_str(w->out, "null");
    }
}

static void put_text(writer *w, const char *name, const char *text)
{
    key(w, name);
    quote(w, text);
}

static void put_int(writer *w, const char *name, int64_t number)
{
    key(w, name);
    moot_buf_int(w->out, number);
}

static void put_flag(writer *w, const char *name, int is_set)
{
    if (is_set) {
        key(w, name);
        moot_buf_str(w->out, "true");
    }
}

static void put_seldom(writer *w, const char *name, const char *text)
{
    if (text) {
        put_text(w, name, text);
    }
}

static void put_pence(writer *w, int64_t pence)
{
    key(w, "pence");
    if (pence < 0) {
        moot_buf_str(w->out, "null");
    } else {
        moot_buf_int(w->out, pence);
    }
}

static void put_when(writer *w, const char *name, moot_when when)
{
    char text[160];
    int none = when.lo == MOOT_NEVER || when.lo == MOOT_ALWAYS;
    put_text(w, name, none ? NULL : moot_when_text(w->protocol->zone, when, text, sizeof text));
}

static void put_instant(writer *w, const char *name, moot_instant at)
{
    put_when(w, name, moot_when_at(at));
}

static void put_names(writer *w, const char *name, moot_result_names names)
{
    key(w, name);
    open_with(w, '[');
    for (int32_t i = 0; i < names.count; i++) {
        next(w);
        quote(w, names.names[i]);
    }
    close_with(w, ']');
}

static void put_reads(writer *w, const moot_result_read *reads, int32_t count)
{
    key(w, "because");
    open_with(w, '[');
    for (int32_t i = 0; i < count; i++) {
        next(w);
        open_with(w, '{');
        put_text(w, "fact", reads[i].fact);
        put_seldom(w, "child", reads[i].child);
        key(w, "value");
        moot_value_json(w->protocol, reads[i].value, w->out);
        put_flag(w, "presumed", reads[i].presumed);
        close_with(w, '}');
    }
    close_with(w, ']');
}

/* ---- rows ---- */

static void write_stage(writer *w, const moot_result_stage *row)
{
    put_text(w, "stage", row->stage);
    put_seldom(w, "child", row->child);
    put_when(w, "entered", row->entered);
    put_when(w, "left", row->left);
    put_text(w, "outcome", row->outcome);
    put_text(w, "clause", row->clause);
    put_names(w, "owner", row->owner);
    put_seldom(w, "decided_by", row->decided_by);
    put_flag(w, "stopped", row->stopped);
    put_flag(w, "departed", row->departed);
}

static void write_decision(writer *w, const moot_result_decision *row)
{
    put_text(w, "fact", row->fact);
    put_seldom(w, "child", row->child);
    key(w, "value");
    moot_value_json(w->protocol, row->value, w->out);
    put_text(w, "clause", row->clause);
    put_reads(w, row->because, row->because_count);
}

static void write_deadline(writer *w, const moot_result_deadline *row)
{
    put_text(w, "deadline", row->deadline);
    put_seldom(w, "child", row->child);
    put_names(w, "owner", row->owner);
    put_text(w, "clause", row->clause);
    put_when(w, "since", row->since);
    put_text(w, "rule", row->rule);
    put_when(w, "due", row->due);
    if (row->not_before.lo != MOOT_NEVER) {
        put_when(w, "not_before", row->not_before);
    }
    put_text(w, "status", row->status);
    put_when(w, "met_at", row->met_at);
    put_text(w, "late_by", row->late_by);
    put_seldom(w, "void_because", row->void_because);
    put_flag(w, "act", row->act);
    put_flag(w, "assumed", row->assumed);
    put_flag(w, "known_late", row->known_late);
    put_flag(w, "provisional", row->provisional);
}

static void write_panel(writer *w, const moot_result_panel *row)
{
    put_text(w, "panel", row->panel);
    put_seldom(w, "child", row->child);
    put_when(w, "listed", row->listed);
    put_when(w, "session", row->session);
    put_text(w, "outcome", row->outcome);
    put_text(w, "clause", row->clause);
    if (row->waits && row->waits_for.lo == MOOT_NEVER) {
        put_text(w, "waits_for", "undated");
    } else {
        put_when(w, "waits_for", row->waits_for);
    }
}

static void write_referral(writer *w, const moot_result_referral *row)
{
    put_text(w, "referral", row->referral);
    put_seldom(w, "child", row->child);
    put_text(w, "to", row->to);
    put_text(w, "via", row->via);
    put_text(w, "state", row->state);
    put_when(w, "at", row->at);
    put_when(w, "done", row->done);
    put_text(w, "clause", row->clause);
}

static void write_notice(writer *w, const moot_result_notice *row)
{
    put_text(w, "notice", row->notice);
    put_seldom(w, "child", row->child);
    put_text(w, "to", row->to);
    put_text(w, "via", row->via);
    put_text(w, "state", row->state);
    put_when(w, "at", row->at);
    put_when(w, "done", row->done);
    put_text(w, "clause", row->clause);
}

static void write_duty(writer *w, const moot_result_duty *row)
{
    put_text(w, "duty", row->duty);
    put_seldom(w, "child", row->child);
    put_text(w, "owed_by", row->owed_by);
    put_when(w, "since", row->since);
    put_when(w, "ended", row->ended);
    put_text(w, "clause", row->clause);
}

static void write_entitlement(writer *w, const moot_result_entitlement *row)
{
    put_text(w, "entitlement", row->entitlement);
    put_seldom(w, "child", row->child);
    put_pence(w, row->pence);
    put_text(w, "payee", row->payee);
    put_text(w, "paid_by", row->paid_by);
    put_text(w, "state", row->state);
    put_when(w, "at", row->at);
    put_text(w, "clause", row->clause);
}

static void write_charge(writer *w, const moot_result_charge *row)
{
    put_text(w, "charge", row->charge);
    put_seldom(w, "child", row->child);
    put_text(w, "paid_by", row->paid_by);
    put_text(w, "provider", row->provider);
    put_pence(w, row->pence);
    put_text(w, "state", row->state);
    put_when(w, "at", row->at);
    put_text(w, "clause", row->clause);
}

static void write_escalation(writer *w, const moot_result_escalation *row)
{
    put_text(w, "ladder", row->ladder);
    put_int(w, "level", row->level);
    put_names(w, "owner", row->owner);
    put_text(w, "stage", row->stage);
    put_when(w, "at", row->at);
    put_text(w, "clause", row->clause);
}

static void write_breach(writer *w, const moot_result_breach *row)
{
    put_text(w, "kind", row->kind);
    put_text(w, "name", row->name);
    put_seldom(w, "child", row->child);
    put_names(w, "owner", row->owner);
    put_text(w, "clause", row->clause);
    put_when(w, "at", row->at);
    put_when(w, "due", row->due);
    put_when(w, "until", row->until);
    put_text(w, "late_by", row->late_by);
    put_int(w, "nights", row->nights);
}

static void write_departure(writer *w, const moot_result_departure *row)
{
    put_when(w, "at", row->at);
    put_text(w, "what", row->what);
    put_text(w, "clause", row->clause);
}

static void write_reading(writer *w, const moot_result_reading *row)
{
    put_text(w, "reading", row->reading);
    put_text(w, "chosen", row->chosen);
    put_text(w, "clause", row->clause);
    put_seldom(w, "against", row->against);
}

static void write_need(writer *w, const moot_result_need *row)
{
    put_text(w, "fact", row->fact);
    put_seldom(w, "child", row->child);
    put_text(w, "ask", row->ask);
    put_text(w, "for", row->name);
    put_text(w, "kind", row->kind);
    put_text(w, "clause", row->clause);
}

static void write_measure(writer *w, const moot_result_measure *row)
{
    put_text(w, "measure", row->measure);
    put_seldom(w, "child", row->child);
    put_text(w, "kind", row->kind);
    put_text(w, "period", row->period);
    put_text(w, "split", row->split);
    put_when(w, "at", row->at);
    put_text(w, "status", row->status);
    put_text(w, "clause", row->clause);
}

/* ---- lists: one function each, so that the line below reads like the interface ---- */

#define LIST(row, array)                                     \
    static void put_##array(writer *w, const moot_result *r) \
    {                                                        \
        key(w, #array);                                      \
        open_with(w, '[');                                   \
        for (int32_t i = 0; i < r->array##_count; i++) {     \
            next(w);                                         \
            open_with(w, '{');                               \
            write_##row(w, &r->array[i]);                    \
            close_with(w, '}');                              \
        }                                                    \
        close_with(w, ']');                                  \
    }
LIST(stage, stages)
LIST(decision, decisions)
LIST(deadline, deadlines)
LIST(panel, panels)
LIST(referral, referrals)
LIST(notice, notices)
LIST(duty, duties)
LIST(entitlement, entitlements)
LIST(charge, charges)
LIST(escalation, escalations)
LIST(breach, breaches)
LIST(departure, departures)
LIST(reading, readings)
LIST(need, needs)
LIST(measure, measures)
#undef LIST

static void put_tonight(writer *w, const moot_result_bed *bed)
{
    key(w, "tonight");
    if (!bed) {
        moot_buf_str(w->out, "null");
        return;
    }
    open_with(w, '{');
    put_text(w, "place", bed->place);
    put_text(w, "provider", bed->provider);
    put_text(w, "paid_by", bed->paid_by);
    put_text(w, "clause", bed->clause);
    close_with(w, '}');
}

static void put_source(writer *w, const moot_law *source)
{
    char mark[2] = { source->mark, '\0' }, dates[2] = { source->dates_mark, '\0' };
    next(w);
    open_with(w, '{');
    put_text(w, "source", source->decl.name);
    put_text(w, "act", source->act);
    put_text(w, "mark", mark[0] ? mark : NULL);
    put_text(w, "dates_mark", dates[0] ? dates : NULL);
    put_flag(w, "not_commenced", moot_not_commenced(source));
    put_text(w, "open", source->decl.open);
    close_with(w, '}');
}

/* Only where law of stdlib took part: on which sources this case rests, and what they leave open. */
static int put_law(writer *w, const moot_case *c, moot_arena *arena, moot_err *err)
{
    const moot_protocol *p = c->protocol;
    moot_relied relied;
    moot_buf note;
    char day[64];
    if (p->laws_count == 0) {
        return 1;
    }
    if (moot_relied_on(c, arena, &relied, err)) {
        return 0;
    }
    moot_day as_at = moot_law_part_as_at(p, &relied.part);
    moot_buf_init(&note);
    moot_law_part_note(p, &relied.part, &note);
    key(w, "law");
    open_with(w, '{');
    put_text(w, "as_at", as_at != MOOT_DAY_MIN ? moot_day_text(as_at, day, sizeof day) : NULL);
    put_text(w, "note", moot_buf_text(&note));
    key(w, "sources");
    open_with(w, '[');
    for (int32_t i = 0; i < p->laws_count; i++) {
        if (relied.part.laws[i]) {
            put_source(w, &p->laws[i]);
        }
    }
    close_with(w, ']');
    key(w, "open");
    open_with(w, '[');
    for (int32_t i = 0; i < relied.part.decls_count; i++) {
        if (relied.part.decls[i]->open) {
            next(w);
            open_with(w, '{');
            put_text(w, "rule", relied.part.decls[i]->name);
            put_text(w, "open", relied.part.decls[i]->open);
            close_with(w, '}');
        }
    }
    close_with(w, ']');
    close_with(w, '}');
    w->out->failed |= !moot_buf_ok(&note);
    moot_buf_done(&note);
    return 1;
}

static void put_warnings(writer *w, const moot_result *r)
{
    key(w, "warnings");
    open_with(w, '[');
    for (int32_t i = 0; i < r->warnings_count; i++) {
        next(w);
        quote(w, r->warnings[i]);
    }
    close_with(w, ']');
}

/* ---- the log ---- */

static void put_at(writer *w, const moot_entry *entry)
{
    put_when(w, "at", entry->at);
    put_instant(w, "known", entry->known);
}

static int write_entry(writer *w, const moot_case *c, const moot_entry *entry, moot_arena *arena)
{
    const char *name = NULL, *detail = NULL;
    int32_t count = 0;
    const moot_result_read *reads = moot_result_because(c, entry, arena, &count);
    const char *rule = moot_result_rule(entry, arena);
    if (count < 0 || !rule || !moot_result_subject(c, entry, arena, &name, &detail)) {
        return 0;
    }
    put_int(w, "n", entry->n);
    put_at(w, entry);
    put_text(w, "what", moot_what_text(entry->what));
    put_text(w, "name", name);
    put_text(w, "detail", detail);
    put_seldom(w, "child", moot_result_child(c, entry->child));
    put_text(w, "who", moot_result_party(c->protocol, entry->who));
    put_text(w, "clause", moot_entry_clause(entry));
    put_text(w, "rule", rule);
    put_reads(w, reads, count);
    put_int(w, "cause", entry->cause);
    put_flag(w, "assumed", entry->flags & MOOT_ENTRY_ASSUMED);
    put_flag(w, "known_late", entry->flags & MOOT_ENTRY_KNOWN_LATE);
    return 1;
}

int moot_entry_json(const moot_case *c, const moot_entry *entry, moot_arena *arena, moot_buf *out)
{
    writer w = { out, c->protocol, 0 };
    open_with(&w, '{');
    int written = write_entry(&w, c, entry, arena);
    close_with(&w, '}');
    return written && moot_buf_ok(out);
}

static int put_log(writer *w, const moot_case *c, moot_arena *arena)
{
    key(w, "log");
    open_with(w, '[');
    for (int32_t i = 0; i < c->log_count; i++) {
        next(w);
        open_with(w, '{');
        if (!write_entry(w, c, &c->log[i], arena)) {
            return 0;
        }
        close_with(w, '}');
    }
    close_with(w, ']');
    return 1;
}

/* ---- the line ---- */

static void put_head(writer *w, const moot_result *r)
{
    put_text(w, "id", r->id);
    put_text(w, "protocol", r->protocol);
    put_text(w, "hash", r->hash);
    put_instant(w, "as_of", r->as_of);
    put_text(w, "status", r->status);
    put_text(w, "outcome", r->outcome);
    put_seldom(w, "fault", r->fault);
}

moot_code moot_result_json(const moot_case *c, const moot_result *result, int with_log,
                           moot_arena *arena, moot_buf *out, moot_err *err)
{
    writer w = { out, c->protocol, 0 };
    open_with(&w, '{');
    put_head(&w, result);
    put_stages(&w, result);
    put_decisions(&w, result);
    put_deadlines(&w, result);
    put_panels(&w, result);
    put_referrals(&w, result);
    put_notices(&w, result);
    put_duties(&w, result);
    put_entitlements(&w, result);
    put_charges(&w, result);
    put_escalations(&w, result);
    put_tonight(&w, result->tonight);
    put_breaches(&w, result);
    put_departures(&w, result);
    put_readings(&w, result);
    put_needs(&w, result);
    put_warnings(&w, result);
    put_measures(&w, result);
    if (!put_law(&w, c, arena, err)) {
        return err->code;
    }
    if (with_log && !put_log(&w, c, arena)) {
        return moot_fail_memory(err);
    }
    close_with(&w, '}');
    moot_buf_char(out, '\n');
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}
