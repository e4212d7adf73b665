/* Entries as sentences, and the chain of entries that caused one. */
#include "vm/engine/why.h"

#include <stdio.h>
#include <string.h>

#include "vm/case/read_as.h"
#include "vm/condition/spells.h"
#include "vm/engine/latest.h"
#include "vm/engine/result_build.h"
#include "vm/engine/why_build.h"
#include "vm/protocol/law.h"
#include "vm/protocol/panel.h"
#include "vm/protocol/protocol_show.h"

#define INDENT "    "

/* ---- one entry as a sentence ---- */

void moot_why__when(const moot_case *c, moot_when when, moot_buf *out)
{
    char text[96];
    moot_buf_str(out, when.lo == MOOT_ALWAYS
                          ? "the start"
                          : moot_when_text(c->protocol->zone, when, text, sizeof text));
}

static void put_deadline(const moot_case *c, const moot_entry *e, moot_buf *out)
{
    const moot_clock_rule *rule = &c->protocol->clocks[e->ref];
    moot_buf_printf(out, "%s \"%s\" ", rule->effect >= 0 ? "the act" : "the deadline",
                    moot_result__clock_label(c->protocol, rule));
}

static void put_provisional(uint8_t flags, moot_buf *out)
{
    int provisional = moot_flags_provisional(flags);
    if (provisional) {
        moot_buf_printf(out, " (provisional: %s)", moot_provisional_text(provisional));
    }
}

static void put_due(const moot_case *c, const moot_entry *e, const char *words, const char *undated,
                    moot_buf *out)
{
    if (e->due.lo == MOOT_NEVER) {
        moot_buf_str(out, undated);
        return;
    }
    moot_buf_str(out, words);
    moot_why__when(c, e->due, out);
    put_provisional(e->flags, out);
}

static void put_verdict(const moot_case *c, const moot_entry *e, moot_buf *out)
{
    const char *status = moot_clock_status_text((moot_clock_status)e->ref2);
    put_deadline(c, e, out);
    if (e->ref2 == MOOT_CLOCK_CANNOT_TELL) {
        moot_buf_str(out, "may be in time or late: that cannot be told");
    } else if (e->ref2 == MOOT_CLOCK_LATE && e->mark.lo == MOOT_NEVER &&
               moot_clock_has_moment(c->protocol, &c->protocol->clocks[e->ref])) {
        moot_buf_str(out, "was not done at its moment");
    } else {
        moot_buf_printf(out, "is %s", status);
    }
    if (e->mark.lo != MOOT_NEVER) {
        moot_buf_str(out, e->flags & MOOT_ENTRY_ASSUMED ? ", taken as done " : ", done ");
        moot_why__when(c, e->mark, out);
    }
    if (e->text && e->text[0]) {
        moot_buf_printf(out, " (%s)", e->text);
    }
    if (e->flags & MOOT_ENTRY_ASSUMED) {
        moot_buf_str(out, ": the record is silent");
    }
    if (e->flags & MOOT_ENTRY_KNOWN_LATE) {
        moot_buf_str(out, ", known only later");
    }
}

static void put_act(const moot_case *c, const moot_entry *e, const char *name, moot_buf *out)
{
    static const char *const verbs[] = { "go",       "stop", "close", "set",  "escalate",
                                         "referral", "news", "grant", "place" };
    static const char *const states[] = {
        [MOOT_ACT_ASKED] = "is called for",
        [MOOT_ACT_IS_DONE] = "is done",
        [MOOT_ACT_WITHHELD] = "is withheld: consent was refused or withdrawn",
        [MOOT_ACT_WAITING] = "waits for consent",
    };
    const moot_effect *effect = &c->protocol->effects[e->ref];
    const char *state =
        e->ref2 >= 0 && e->ref2 < (int32_t)MOOT_COUNT(states) ? states[e->ref2] : "is called for";
    if (e->ref2 == MOOT_ACT_WAITING && e->text) {
        state = "waits: something that it must say is not known";
    }
    moot_buf_printf(out, "the %s \"%s\" %s", verbs[effect->verb], name ? name : "", state);
    moot_buf_str(out, e->flags & MOOT_ENTRY_ASSUMED
                          ? ", as far as anybody knows: the record is silent"
                          : "");
}

/* Sentences of one shape: text before the name, between name and detail, after. NULL between: no
 * detail. */
static const struct shape {
    const char *before, *between, *after;
} shapes[MOOT_LOG_COUNT] = {
    [MOOT_LOG_START] = { "the case ", NULL, " starts" },
    [MOOT_LOG_EVENT] = { "\"", NULL, "\" happens" },
    [MOOT_LOG_FACT] = { "\"", "\" becomes known: ", "" },
    [MOOT_LOG_DERIVED] = { "\"", "\" follows: ", "" },
    [MOOT_LOG_SET] = { "\"", "\" is set: ", "" },
    [MOOT_LOG_ENTER] = { "the stage \"", NULL, "\" begins" },
    [MOOT_LOG_ENTER_OPEN] = { "the stage \"", NULL, "\" is open already, so nothing changes" },
    [MOOT_LOG_LEAVE] = { "the stage \"", "\" ends with \"", "\"" },
    [MOOT_LOG_STOP] = { "the stage \"", NULL, "\" is stopped" },
    [MOOT_LOG_CLOSE] = { "the case closes", ": ", "" },
    [MOOT_LOG_NOTICE] = { "the letter \"", "\" is ", "" },
    [MOOT_LOG_SIGNED] = { "one signature in the stage \"", "\" is for \"", "\"" },
    [MOOT_LOG_DISPUTE] = { "the owners of the stage \"", NULL,
                           "\" decide differently, which is a dispute" },
    [MOOT_LOG_ESCALATED] = { "the dispute goes up the ladder \"", "\": ", "" },
    [MOOT_LOG_QUEUED] = { "the panel \"", "\" is waited for by the stage \"", "\"" },
    [MOOT_LOG_SESSION] = { "the panel \"", "\" sits: ", "" },
    [MOOT_LOG_BROKEN] = { "\"", NULL, "\" no longer holds, which is a breach" },
    [MOOT_LOG_KEPT] = { "\"", NULL, "\" holds again" },
    [MOOT_LOG_DEPARTURE] = { "a departure from the protocol", ": ", "" },
    [MOOT_LOG_NOTE] = { "a note", ": ", "" },
    [MOOT_LOG_CORRECTED] = { "a correction", ": ", "" },
    [MOOT_LOG_SUPERSEDES] = { "told afresh", ": no longer holds what is said in ", "" },
    [MOOT_LOG_FAULT] = { "a fault of the protocol on this case", ": ", "" },
};

static void put_shape(moot_what what, const char *name, const char *detail, moot_buf *out)
{
    const struct shape *shape = &shapes[what];
    moot_buf_str(out, shape->before ? shape->before : "");
    moot_buf_str(out, name ? name : "");
    if (shape->between && detail) {
        moot_buf_str(out, shape->between);
        moot_buf_str(out, detail);
        moot_buf_str(out, shape->after);
    } else if (shape->between) {
        moot_buf_str(out, shape->between[0] == '"' ? "\"" : "");
        moot_buf_str(out, what == MOOT_LOG_LEAVE ? " ends as its effects have run" : "");
    } else {
        moot_buf_str(out, shape->after ? shape->after : "");
    }
}

static void put_need(const moot_entry *e, const char *name, moot_buf *out)
{
    const char *label = e->decl ? moot_result__label(e->decl) : "";
    if (e->ref < 0) {
        moot_buf_str(out, "a time is known too roughly");
    } else {
        moot_buf_printf(out, "\"%s\" is not known", name ? name : "");
    }
    if (e->text || label[0]) {
        moot_buf_printf(out, ", and the %s%s%s%s waits for it", e->text ? e->text : "rule",
                        label[0] ? " \"" : "", label, label[0] ? "\"" : "");
    }
}

static void put_counted(const char *name, const char *detail, moot_buf *out)
{
    moot_buf_printf(out, "the measure \"%s\" counts this", name ? name : "");
    if (detail) {
        moot_buf_printf(out, " as %s", detail);
    }
}

static void put_gap(const char *name, const char *detail, moot_buf *out)
{
    moot_buf_str(out, "the text has no rule");
    if (name && name[0]) {
        moot_buf_printf(out, " at \"%s\"", name);
    }
    if (detail) {
        moot_buf_printf(out, ": %s", detail);
    }
}

static void put_bed(const moot_entry *e, moot_buf *out)
{
    if (e->value.a == MOOT_SOMEWHERE) {
        moot_buf_printf(out, "they sleep at \"%s\"", e->text ? e->text : "");
    } else {
        moot_buf_str(out, e->value.a == MOOT_NOWHERE ? "there is nowhere to sleep"
                                                     : "where they sleep is no longer recorded");
    }
}

/* A date that came or moved; or only the moment before which it must not be done. */
static void put_moved(const moot_case *c, const moot_entry *e, moot_buf *out)
{
    const moot_entry *was = moot_why__of_clock(c, e) ? moot_result__entry(c, moot_why__dated(c, e->clock, e->n)) : NULL;
    int same_due = was && was->due.lo == e->due.lo && was->due.hi == e->due.hi;
    int same_start = was && was->not_before.lo == e->not_before.lo && was->not_before.hi == e->not_before.hi;
    if (!same_due || same_start || e->not_before.lo == MOOT_ALWAYS || e->not_before.lo == MOOT_NEVER) {
        put_due(c, e, "is now due ", "has no date any more", out);
        return;
    }
    moot_buf_str(out, "is not to be done before ");
    moot_why__when(c, e->not_before, out);
}

static void put_sentence(const moot_case *c, const moot_entry *e, const char *name,
                         const char *detail, moot_buf *out)
{
    switch ((moot_what)e->what) {
    case MOOT_LOG_CLOCK:
        put_deadline(c, e, out);
        put_due(c, e, "starts, due ", "starts, without a date", out);
        break;
    case MOOT_LOG_MOVED:
        put_deadline(c, e, out);
        put_moved(c, e, out);
        break;
    case MOOT_LOG_VERDICT:
        put_verdict(c, e, out);
        break;
    case MOOT_LOG_ACT:
        put_act(c, e, name, out);
        break;
    case MOOT_LOG_PLACED:
        put_bed(e, out);
        break;
    case MOOT_LOG_UNDECIDED:
        put_need(e, name, out);
        break;
    case MOOT_LOG_COUNTED:
        put_counted(name, detail, out);
        break;
    case MOOT_LOG_GAP:
        put_gap(name, detail, out);
        break;
    default:
        put_shape((moot_what)e->what, name, detail, out);
        break;
    }
}

static moot_code tell(const moot_case *c, const moot_entry *e, moot_arena *arena, moot_buf *out,
                      moot_err *err)
{
    const char *name, *detail;
    if (!moot_result_subject(c, e, arena, &name, &detail)) {
        return moot_fail_memory(err);
    }
    put_sentence(c, e, name, detail, out);
    const char *child = moot_result_child(c, e->child);
    if (child) {
        moot_buf_printf(out, " (child %s)", child);
    }
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

moot_code moot_why_sentence(const moot_case *c, const moot_entry *entry, moot_buf *out,
                            moot_err *err)
{
    moot_arena arena;
    moot_arena_init(&arena);
    moot_code code = tell(c, entry, &arena, out, err);
    moot_arena_done(&arena);
    return code;
}

/* ---- the whole log ---- */

moot_code moot_why_case(const moot_case *c, moot_buf *out, moot_err *err)
{
    moot_code code = MOOT_OK;
    moot_arena arena;
    moot_arena_init(&arena);
    moot_result_build marks = { .c = c, .protocol = c->protocol, .arena = &arena };
    moot_result__dead(&marks);
    moot_arena texts;
    moot_arena_init(&texts);
    for (int32_t i = 0; i < c->log_count && !code; i++) {
        const moot_entry *e = &c->log[i];
        const char *clause = moot_entry_clause(e);
        moot_arena_clear(&texts);
        moot_buf_printf(out, "%4d  ", (int)e->n);
        moot_why__when(c, e->at, out);
        moot_buf_str(out, "  ");
        code = tell(c, e, &texts, out, err);
        if (clause[0]) {
            moot_buf_printf(out, " (clause %s%s)", clause, moot_clause_key(c->protocol, clause));
        }
        if (marks.dead && marks.dead[e->n]) {
            moot_buf_printf(out, " [no longer holds: see entry %d]",
                            (int)moot_case_superseded(c, e->n));
        }
        moot_buf_char(out, '\n');
    }
    moot_arena_done(&texts);
    moot_arena_done(&arena);
    return code || marks.no_memory || !moot_buf_ok(out) ? (code ? code : moot_fail_memory(err))
                                                        : MOOT_OK;
}

/* ---- one step of a chain ---- */

/* Which session, and why none before it. A case that waits on after a session has no need of that:
 * the session before is the one that it comes from. */
static void put_session(const moot_case *c, const moot_entry *e, moot_buf *out)
{
    const moot_protocol *p = c->protocol;
    if (e->due.lo == MOOT_NEVER) {
        moot_buf_str(out, INDENT "no date is known: the protocol gives no first session\n");
        return;
    }
    int32_t n = 0;
    while (moot_panel_session(p, &p->panels[e->ref], n) < e->due.lo) {
        n++;
    }
    moot_buf_str(out, INDENT "for the session of ");
    moot_why__when(c, e->due, out);
    if (moot_panel_session(p, &p->panels[e->ref], n) != e->due.lo) {
        moot_buf_str(out, "; the day is assumed, the protocol gives none\n");
        return;
    }
    moot_buf_str(out, ", whose papers close ");
    moot_why__when(c, moot_when_at(moot_panel_cut_off(p, &p->panels[e->ref], n)), out);
    moot_buf_char(out, '\n');
    moot_instant before = n > 0 ? moot_panel_session(p, &p->panels[e->ref], n - 1) : MOOT_NEVER;
    if (before != MOOT_NEVER && before > e->at.lo) {
        moot_buf_str(out, INDENT "not for that of ");
        moot_why__when(c, moot_when_at(before), out);
        moot_buf_str(out, ": its papers closed ");
        moot_why__when(c, moot_when_at(moot_panel_cut_off(p, &p->panels[e->ref], n - 1)), out);
        moot_buf_char(out, '\n');
    }
}

int moot_why__of_clock(const moot_case *c, const moot_entry *e)
{
    int of_clock =
        e->what == MOOT_LOG_CLOCK || e->what == MOOT_LOG_MOVED || e->what == MOOT_LOG_VERDICT;
    return of_clock && e->clock >= 0 && e->clock < c->clocks_count &&
           c->clocks[e->clock].rule == e->ref;
}

/* The clock as this entry dated it; a later one may have moved it. */
static moot_clock as_dated_by(const moot_case *c, const moot_entry *e)
{
    moot_clock k = c->clocks[e->clock];
    k.due = e->due;
    k.not_before = e->not_before;
    k.counted = e->value;
    if (e->mark.lo != MOOT_NEVER) {
        k.since = e->mark;
    }
    return k;
}

static void put_place(const moot_case *c, const moot_entry *e, const char *rule, moot_buf *out)
{
    const char *clause = moot_entry_clause(e);
    if (clause[0] || rule[0]) {
        moot_buf_printf(out, INDENT "%s%s%s%s%s%s\n", clause[0] ? "by clause " : "", clause,
                        moot_clause_mark(c->protocol, clause), clause[0] && rule[0] ? ", " : "",
                        rule[0] ? "rule at " : "", rule);
    }
    const char *law = e->decl ? e->decl->law : NULL;
    if (law && strcmp(law, clause) != 0 && !e->clause) { /* a council's own clause, which carries out the law's */
        moot_buf_printf(out, INDENT "carrying out %s%s\n", law, moot_clause_mark(c->protocol, law));
    }
    if (e->decl && e->decl->because) {
        moot_buf_printf(out, INDENT "stands here because: %s\n", e->decl->because);
    }
    if (law && e->decl->open) {
        moot_buf_printf(out, INDENT "open: %s\n", e->decl->open);
    }
}

static void put_source(const moot_case *c, const moot_entry *e, moot_buf *out)
{
    const char *who = moot_result_party(c->protocol, e->who);
    if (who && e->text && (e->what == MOOT_LOG_SIGNED || e->what == MOOT_LOG_LEAVE)) { /* one party signed as another */
        int as = e->what == MOOT_LOG_SIGNED; /* `who` is as whom, else who did */
        moot_buf_printf(out, INDENT "decided by %s for %s\n", as ? e->text : who, as ? who : e->text);
    } else if (who) {
        moot_buf_printf(out, INDENT "%s %s\n", e->what == MOOT_LOG_ACT ? "to" : "decided by", who);
    }
    if (e->flags & MOOT_ENTRY_RECORD) {
        moot_buf_str(out, INDENT "as recorded");
        if (e->known != e->at.lo) {
            moot_buf_str(out, ", known from ");
            moot_why__when(c, moot_when_at(e->known), out);
        }
        moot_buf_char(out, '\n');
    }
}

typedef struct periods {
    const moot_case *c;
    moot_buf *out;
} periods;

static void put_period(void *user, moot_when from, moot_when to, int64_t days)
{
    const periods *p = user;
    moot_buf_str(p->out, INDENT INDENT "from ");
    moot_why__when(p->c, from, p->out);
    if (to.lo == MOOT_NEVER) {
        moot_buf_str(p->out, ", and it runs on");
    } else {
        moot_buf_str(p->out, " to ");
        moot_why__when(p->c, to, p->out);
    }
    if (days > 0) {
        moot_buf_printf(p->out, ": %lld day%s\n", (long long)days, days == 1 ? "" : "s");
    } else {
        moot_buf_str(p->out, ": does not count\n");
    }
}

/* A moment that bounds a test of spells: a birthday, which no entry tells, or when it last came. */
static moot_when bound(const moot_case *c, int32_t trigger, moot_instant open)
{
    const moot_protocol *p = c->protocol;
    const moot_trigger *t = trigger >= 0 ? &p->triggers[trigger] : NULL;
    moot_value born = p->dob_fact >= 0 ? moot_fact_value(&p->rules, &c->facts, p->dob_fact, -1, NULL) : moot_unknown();
    if (t && t->kind == MOOT_ON_TURNS && t->shifts.count == 0 && born.type == MOOT_T_DATE) {
        moot_when when = { moot_day_start(p->zone, moot_turns_on(p, &c->facts, t, (moot_day)born.a)),
                           moot_day_start(p->zone, moot_turns_on(p, &c->facts, t, (moot_day)born.b)) };
        return when;
    }
    return t && c->facts.trigger_last[trigger].lo != MOOT_NEVER ? c->facts.trigger_last[trigger] : moot_when_at(open);
}

/* The periods that a test of spells went by, as they stood then. */
static void put_periods(const moot_case *c, const moot_entry *e, const moot_result_read *read, moot_buf *out)
{
    const moot_cond_node *node = &c->protocol->nodes[read->node];
    periods p = { c, out };
    int32_t child = c->facts.child_count - 1;
    while (child >= 0 && moot_result_child(c, child) != read->child) {
        child--;
    }
    if (node->spell != MOOT_SPELL_NONE) {
        moot_facts then = c->facts;
        int windowed = node->spell == MOOT_SPELL_TOTAL || node->spell == MOOT_SPELL_LONGEST;
        then.now = e->at;
        moot_spells_each(&c->protocol->rules, &then, node, child, bound(c, windowed ? node->from : -1, MOOT_ALWAYS),
                         bound(c, windowed ? node->to : -1, MOOT_NEVER), put_period, &p);
    }
}

static moot_code put_reads(const moot_case *c, const moot_entry *e, moot_arena *arena,
                           moot_buf *out, moot_err *err)
{
    int32_t count = 0;
    const moot_result_read *reads = moot_result_because(c, e, arena, &count);
    if (count < 0) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < count; i++) {
        moot_buf_printf(out, INDENT "because %s%s%s is %s%s\n",
                        reads[i].child ? reads[i].child : "", reads[i].child ? "'s " : "",
                        reads[i].fact, reads[i].text,
                        reads[i].presumed ? " (presumed, as nobody has said)" : "");
        put_periods(c, e, &reads[i], out);
    }
    return MOOT_OK;
}

/* Each reading that it came by, once in an answer: the clause, the option taken, why there are several, and the others. */
static void put_reading(const moot_protocol *p, const moot_reading *r, moot_buf *out)
{
    int32_t others = 0;
    moot_buf_printf(out, INDENT "as clause %s%s%s is read (\"%s\"): \"%s\"\n", r->decl.clause,
                    r->against ? " against " : "", r->against ? r->against : "", r->decl.name, moot_symbol(p, r->chosen));
    if (r->because) {
        moot_buf_printf(out, INDENT INDENT "%s\n", r->because);
    }
    moot_buf_str(out, INDENT INDENT "the answer may be another, read as ");
    for (int32_t i = 0; i < r->options.count; i++) {
        int32_t option = moot_span_at(p, r->options, i);
        if (option != r->chosen) {
            moot_buf_printf(out, "%s\"%s\"", others++ ? " or " : "", moot_symbol(p, option));
        }
    }
    moot_buf_char(out, '\n');
}

static moot_code put_readings(moot_why_told *told, const moot_case *c, const moot_entry *e, moot_buf *out, moot_err *err)
{
    const moot_protocol *p = c->protocol;
    uint8_t *marks = moot_arena_array(&told->arena, (size_t)p->readings_count + 1, 1);
    if (!marks) {
        return moot_fail_memory(err);
    }
    memset(marks, 0, (size_t)p->readings_count + 1);
    moot_code code = p->readings_count ? moot_read_as_entry(c, e, &told->arena, marks, err) : MOOT_OK;
    for (int32_t i = 0; i < p->readings_count && !code; i++) {
        if (marks[i] && !told->readings[i]) {
            told->readings[i] = 1;
            put_reading(p, &p->readings[i], out);
        }
    }
    return code;
}

static moot_code step(moot_why_told *told, const moot_case *c, const moot_entry *e, moot_buf *out,
                      moot_err *err)
{
    moot_arena *arena = &told->arena;
    moot_buf_printf(out, "entry %d, ", (int)e->n);
    moot_why__when(c, e->at, out);
    moot_buf_str(out, ": ");
    moot_code code = tell(c, e, arena, out, err);
    const char *rule = code ? NULL : moot_result_rule(e, arena);
    if (!rule) {
        return code ? code : moot_fail_memory(err);
    }
    moot_buf_char(out, '\n');
    put_place(c, e, rule, out);
    put_source(c, e, out);
    if (moot_why__of_clock(c, e) && e->what != MOOT_LOG_VERDICT) {
        moot_clock then = as_dated_by(c, e);
        moot_why__count(c, &then, out);
    }
    if (e->what == MOOT_LOG_QUEUED) {
        put_session(c, e, out);
    }
    if (told->dead && told->dead[e->n]) {
        moot_buf_printf(out, INDENT "this no longer holds: see entry %d\n",
                        (int)moot_case_superseded(c, e->n));
    }
    code = put_reads(c, e, arena, out, err);
    return code ? code : put_readings(told, c, e, out, err);
}

int32_t moot_why__dated(const moot_case *c, int32_t clock, int32_t before)
{
    for (int32_t i = before - 2; i >= c->clocks[clock].entry; i--) {
        const moot_entry *e = moot_result__entry(c, i + 1);
        if (e && e->what == MOOT_LOG_MOVED && moot_why__of_clock(c, e) && e->clock == clock &&
            !moot_case_superseded(c, e->n)) {
            return e->n;
        }
    }
    return c->clocks[clock].entry;
}

/* The entry that comes before in the chain. What a record brought has no cause in the log; then
 * the chain goes on with what it is about: the clock that it judges, the stage that it ends. */
static const moot_entry *before(const moot_case *c, const moot_entry *e, const char **out_words)
{
    int32_t n = e->cause;
    *out_words = "which comes from";
    if (e->what == MOOT_LOG_VERDICT && moot_why__of_clock(c, e) &&
        (n == 0 || n == c->clocks[e->clock].entry)) {
        *out_words = n == 0 ? "on what began with" : "which comes from";
        n = moot_why__dated(c, e->clock, e->n);
    } else if (n == 0 && (e->what == MOOT_LOG_LEAVE || e->what == MOOT_LOG_SIGNED) &&
               e->visit >= 0 && e->visit < c->visits_count &&
               c->visits[e->visit].stage == e->ref) {
        n = c->visits[e->visit].entry;
        *out_words = "in the stage that began with";
    }
    return n < e->n ? moot_result__entry(c, n) : NULL;
}

int moot_why__leads_to(const moot_case *c, int32_t n, int32_t target)
{
    const char *words;
    const moot_entry *e = moot_result__entry(c, n);
    while (e && e->n > target) { /* numbers fall along a chain */
        e = before(c, e, &words);
    }
    return e && e->n == target;
}

/* ---- chains ---- */

moot_code moot_why__told_init(moot_why_told *told, const moot_case *c, moot_err *err)
{
    moot_arena_init(&told->arena);
    moot_arena_init(&told->kept);
    moot_result_build marks = { .c = c, .protocol = c->protocol, .arena = &told->kept };
    moot_result__dead(&marks);
    told->dead = marks.dead;
    told->seen = moot_result__rows(&marks, c->log_count + 1, sizeof *told->seen);
    told->readings = moot_result__rows(&marks, c->protocol->readings_count + 1, sizeof *told->readings);
    return marks.no_memory ? moot_fail_memory(err) : MOOT_OK;
}

void moot_why__told_done(moot_why_told *told)
{
    moot_arena_done(&told->kept);
    moot_arena_done(&told->arena);
}

moot_code moot_why__tell(moot_why_told *told, const moot_case *c, const moot_entry *e,
                         moot_buf *out, moot_err *err)
{
    moot_arena_clear(&told->arena);
    told->seen[e->n] = 1;
    return step(told, c, e, out, err);
}

moot_code moot_why__chain(moot_why_told *told, const moot_case *c, int32_t n, moot_buf *out,
                          moot_err *err)
{
    moot_code code = MOOT_OK;
    const char *words = "";
    for (const moot_entry *e = moot_result__entry(c, n); e && !code; e = before(c, e, &words)) {
        if (told->seen[e->n]) {
            moot_buf_printf(out, "%s%sentry %d, told above\n", words, words[0] ? " " : "",
                            (int)e->n);
            break;
        }
        moot_buf_printf(out, "%s%s", words, words[0] ? "\n" : "");
        code = moot_why__tell(told, c, e, out, err);
    }
    return code || moot_buf_ok(out) ? code : moot_fail_memory(err);
}

static moot_code check_number(const moot_case *c, int32_t n, moot_err *err)
{
    return moot_result__entry(c, n) ? MOOT_OK
                                    : moot_fail(err, MOOT_EUSAGE, "the case %s has the entries 1 to %d; there is no entry %d",
                                                c->input ? c->input->id : "", (int)c->log_count, (int)n);
}

moot_code moot_why_entry(const moot_case *c, int32_t n, moot_buf *out, moot_err *err)
{
    moot_why_told told;
    if (check_number(c, n, err)) {
        return err->code;
    }
    moot_code code = moot_why__told_init(&told, c, err);
    code = code ? code : moot_why__chain(&told, c, n, out, err);
    moot_why__told_done(&told);
    return code;
}

moot_code moot_why_step(const moot_case *c, int32_t n, moot_buf *out, moot_err *err)
{
    moot_why_told told;
    const char *words = "";
    if (check_number(c, n, err)) {
        return err->code;
    }
    const moot_entry *e = moot_result__entry(c, n), *from = before(c, e, &words);
    moot_code code = moot_why__told_init(&told, c, err);
    code = code ? code : moot_why__tell(&told, c, e, out, err);
    if (!code && from) {
        moot_buf_printf(out, INDENT "%s entry %d\n", words, (int)from->n);
    }
    moot_why__told_done(&told);
    return code || moot_buf_ok(out) ? code : moot_fail_memory(err);
}

/* ---- a date ---- */

void moot_why__clock(const moot_case *c, const moot_clock *clock, moot_buf *out)
{
    const moot_clock_rule *rule = &c->protocol->clocks[clock->rule];
    const char *unit;
    char late[96];
    moot_buf_printf(out, "%s \"%s\", clause %s: %s", rule->effect >= 0 ? "the act" : "the deadline",
                    moot_result__clock_label(c->protocol, rule),
                    rule->decl.clause[0] ? rule->decl.clause : "(none)",
                    moot_clock_status_text((moot_clock_status)clock->status));
    if (clock->status == MOOT_CLOCK_LATE && !clock->done && moot_clock_has_moment(c->protocol, rule)) {
        moot_buf_str(out, ", not done at its moment");
    } else if (moot_case_late_by(c, clock, &unit, late, sizeof late)) {
        moot_buf_printf(out, " by %s", late);
    }
    if (clock->why_void) {
        moot_buf_printf(out, " (%s)", clock->why_void);
    }
    if (clock->due.lo == MOOT_NEVER) {
        moot_buf_str(out, "\n" INDENT "no date: ");
        moot_why_no_date(c, clock, out);
    } else {
        moot_buf_str(out, "\n" INDENT "due ");
        moot_why__when(c, clock->due, out);
        put_provisional(clock->flags, out);
    }
    moot_buf_char(out, '\n');
}

moot_code moot_why_due(const moot_case *c, int32_t index, moot_buf *out, moot_err *err)
{
    if (index < 0 || index >= c->clocks_count) {
        return moot_fail(err, MOOT_EUSAGE, "the case has %d deadlines; there is no number %d",
                         (int)c->clocks_count, (int)index + 1);
    }
    moot_why__clock(c, &c->clocks[index], out);
    moot_why__count(c, &c->clocks[index], out);
    moot_why_told told;
    moot_code code = moot_why__told_init(&told, c, err);
    const moot_entry *start = code ? NULL : moot_result__entry(c, c->clocks[index].entry);
    code = start ? put_readings(&told, c, start, out, err) : code;
    moot_why__told_done(&told);
    code = code ? code : moot_latest_tell(c, index, INDENT, out, err);
    return code || moot_buf_ok(out) ? code : moot_fail_memory(err);
}
