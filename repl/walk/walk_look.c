/* Looking: parts of the case by themselves. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl/walk/tell.h"
#include "repl/walk/walk_internal.h"
#include "vm/base/text.h"
#include "vm/engine/latest.h"
#include "vm/engine/why.h"
#include "vm/protocol/law.h"
#include "vm/protocol/protocol_show.h"

#define DRAWN 20 /* columns of the timeline's bars, and of what stands before them: 72 in all */
#define LABEL 24

int walk_result(moot_walk *walk, moot_result *result, moot_buf *out)
{
    moot_err err;
    moot_err_init(&err);
    if (walk->now == MOOT_NEVER) {
        moot_buf_str(out, "Nothing has happened yet.\n");
        return 0;
    }
    if (moot_result_of(&walk->c, &walk->scratch, result, &err)) {
        out->failed = 1;
        return 0;
    }
    return 1;
}

/* ---- deadlines ---- */

/* A late one of a stage that was left is history. */
int walk_is_waiting(const moot_walk *walk, const moot_result_deadline *row)
{
    const moot_clock *clock = &walk->c.clocks[row->clock];
    int status = row->status_code;
    if (clock->ended || row->met_at.lo != MOOT_NEVER) {
        return 0;
    }
    if (status == MOOT_CLOCK_LATE && clock->visit >= 0 &&
        !moot_visit_open(&walk->c.visits[clock->visit])) {
        return 0;
    }
    return status == MOOT_CLOCK_LIVE || status == MOOT_CLOCK_UNDATED || status == MOOT_CLOCK_LATE ||
           status == MOOT_CLOCK_CANNOT_TELL;
}

typedef struct pressing {
    const moot_walk *walk;
    moot_result_deadline row;
    int32_t n;
} pressing;

static int rank(const pressing *p)
{
    return !walk_is_waiting(p->walk, &p->row) ? 2 : p->row.due.lo == MOOT_NEVER;
}

static int by_urgency(const void *a, const void *b)
{
    const pressing *one = a, *other = b;
    int r = rank(one) - rank(other);
    if (r == 0 && rank(one) == 0 && one->row.due.hi != other->row.due.hi) {
        return one->row.due.hi < other->row.due.hi ? -1 : 1;
    }
    return r ? r : one->n - other->n;
}

void walk_urgent(moot_walk *walk, moot_result *result)
{
    int32_t count = result->deadlines_count;
    pressing *list = moot_arena_array(&walk->scratch, (size_t)count + 1, sizeof *list);
    moot_result_deadline *sorted = moot_arena_array(&walk->scratch, (size_t)count + 1, sizeof *sorted);
    if (!list || !sorted) {
        return; /* they stand as they began */
    }
    for (int32_t i = 0; i < count; i++) {
        list[i] = (pressing){ walk, result->deadlines[i], i };
    }
    qsort(list, (size_t)count, sizeof *list, by_urgency);
    for (int32_t i = 0; i < count; i++) {
        sorted[i] = list[i].row;
    }
    result->deadlines = sorted;
}

/* What an appointment asked for cannot be done later, or is no longer what was asked: no time runs, and none is told. */
static int passed_undone(const moot_walk *walk, const moot_result_deadline *row)
{
    return row->status_code == MOOT_CLOCK_LATE &&
           moot_clock_has_moment(walk->protocol, &walk->protocol->clocks[walk->c.clocks[row->clock].rule]);
}

/* Whether it runs at all was not known as its clock started, and is not yet: nobody is behind with it. */
int walk_perhaps_not_owed(const moot_walk *walk, int32_t clock)
{
    const moot_clock *k = &walk->c.clocks[clock];
    return k->status == MOOT_CLOCK_CANNOT_TELL && k->entry >= 1 && k->entry <= walk->c.log_count &&
           walk->c.log[k->entry - 1].ref2 == MOOT_CLOCK_CANNOT_TELL;
}

static void tell_left(const moot_walk *walk, const moot_result_deadline *row, moot_buf *out)
{
    char text[160];
    if (row->due.lo == MOOT_NEVER) {
        moot_buf_str(out, ": no date, ");
        moot_why_no_date(&walk->c, &walk->c.clocks[row->clock], out);
        return;
    }
    if (passed_undone(walk, row)) {
        moot_buf_printf(out, ": not done at its moment, %s", moot_when_text(walk->protocol->zone, row->due, text, sizeof text));
        return;
    }
    moot_buf_printf(out, ": by %s%s, ",
                    moot_when_text(walk->protocol->zone, row->due, text, sizeof text),
                    row->provisional ? " (provisional)" : "");
    if (row->due.hi < walk->now) {
        moot_tell_span(row->due.hi, walk->now, out);
        moot_buf_str(out, walk_perhaps_not_owed(walk, row->clock) ? " ago" : " ago, not done");
    } else if (row->due.hi == walk->now) {
        moot_buf_str(out, "this minute");
    } else {
        moot_buf_str(out, "in ");
        moot_tell_span(walk->now, row->due.hi, out);
    }
}

void walk_tell_deadline(const moot_walk *walk, const moot_result_deadline *row, moot_buf *out)
{
    tell_left(walk, row, out);
    if (row->owner.count) {
        moot_buf_str(out, ", for ");
        moot_tell_names(row->owner, out);
    }
    moot_buf_str(out, row->status_code == MOOT_CLOCK_LATE && !passed_undone(walk, row) ? ", late" : "");
    moot_buf_str(out, walk_perhaps_not_owed(walk, row->clock) ? "; whether it is owed is not known yet" : "");
}

/* With the last moment for each step before it. */
static void due_now(moot_walk *walk, moot_buf *out)
{
    moot_result result;
    moot_err err;
    int told = 0;
    if (!walk_result(walk, &result, out)) {
        return;
    }
    walk_urgent(walk, &result);
    for (int32_t i = 0; i < result.deadlines_count; i++) {
        const moot_result_deadline *row = &result.deadlines[i];
        if (walk_is_waiting(walk, row)) {
            moot_buf_printf(out, "%s  %s%s%s", told++ ? "" : "Due:\n", row->deadline,
                            row->child ? ", child " : "", row->child ? row->child : "");
            walk_tell_deadline(walk, row, out);
            moot_tell_clause(walk->protocol, row->clause, out);
            moot_buf_char(out, '\n');
            moot_err_init(&err);
            out->failed |= moot_latest_tell(&walk->c, row->clock, "    ", out, &err) != MOOT_OK;
        }
    }
    moot_buf_str(out, told ? "" : "Due: nothing\n");
}

moot_code do_due(call *c, moot_err *err)
{
    if (c->w.count > 1) {
        const char *name = words_joined(c->walk, &c->w, 1, c->w.count);
        return name ? walk_why_due(c->walk, name, c->out, err) : moot_fail_memory(err);
    }
    due_now(c->walk, c->out);
    return MOOT_OK;
}

static int same_waits(const moot_result_need *one, const moot_result_need *other)
{
    return strcmp(one->kind, other->kind) == 0 && strcmp(one->name, other->name) == 0 && strcmp(one->clause, other->clause) == 0;
}

/* Whether a need further up asks for the same fact; with `waiter`, for the same that waits for it. */
static int told_above(const moot_result *r, int32_t at, int waiter)
{
    for (int32_t i = 0; i < at; i++) {
        if (walk_same_need(&r->needs[i], &r->needs[at]) && (!waiter || same_waits(&r->needs[i], &r->needs[at]))) {
            return 1;
        }
    }
    return 0;
}

/* A question is asked once, and below it stands all that waits for the answer. */
static void tell_need(const moot_walk *walk, const moot_result *r, int32_t at, moot_buf *out)
{
    const moot_result_need *need = &r->needs[at];
    moot_buf_printf(out, "  %s%s%s: %s\n", need->fact, need->child ? ", child " : "", need->child ? need->child : "",
                    need->ask ? need->ask : "what is it?");
    for (int32_t i = at; i < r->needs_count; i++) {
        const moot_result_need *other = &r->needs[i];
        if (walk_same_need(need, other) && !told_above(r, i, 1)) {
            moot_buf_printf(out, "    for the %s \"%s\"", other->kind, other->name);
            moot_tell_clause(walk->protocol, other->clause, out);
            moot_buf_char(out, '\n');
        }
    }
}

/* The fact that a choice waits for; NULL of one that can be told. */
static const char *choice_waits(moot_walk *walk, int32_t i)
{
    const moot_choice *choice = &walk->choices[i];
    return choice->admissible == MOOT_UNKNOWN
               ? walk_missing(walk, walk->protocol->outcomes[choice->outcome].when, walk->c.visits[choice->visit].child)
               : NULL;
}

/* No rule waits for what only a choice asks for, and yet it is needed before one can choose. Gives how many choices wait. */
static int32_t tell_choices_wait(moot_walk *walk, int32_t told, moot_buf *out)
{
    int32_t count = 0;
    for (int32_t i = 0; i < walk->choice_count; i++) {
        const moot_outcome *outcome = &walk->protocol->outcomes[walk->choices[i].outcome];
        const char *fact = choice_waits(walk, i);
        if (fact) {
            moot_buf_str(out, told + count++ ? "" : "Needs:\n");
            moot_buf_printf(out, "  %s, before %" PRId32 " can be chosen: %s", fact, i + 1, outcome->decl.name);
            moot_tell_clause(walk->protocol, outcome->decl.clause, out);
            moot_buf_char(out, '\n');
        }
    }
    return count;
}

moot_code do_needs(call *c, moot_err *err)
{
    moot_result result;
    if (words_wanted(&c->w, 1, 1, "needs", err) || !walk_result(c->walk, &result, c->out)) {
        return err->code;
    }
    moot_buf_str(c->out, result.needs_count ? "Needs:\n" : "");
    for (int32_t i = 0; i < result.needs_count; i++) {
        if (!told_above(&result, i, 0)) {
            tell_need(c->walk, &result, i, c->out);
        }
    }
    int32_t told = result.needs_count + tell_choices_wait(c->walk, result.needs_count, c->out);
    moot_buf_str(c->out, told ? "" : "Needs: nothing\n");
    return MOOT_OK;
}

/* ---- who ---- */

static int has_name(moot_result_names names, const char *name)
{
    for (int32_t i = 0; name && i < names.count; i++) {
        if (names.names[i] && strcmp(names.names[i], name) == 0) {
            return 1;
        }
    }
    return !name;
}

static void owner_line(const moot_walk *walk, const char *what, const char *name, moot_result_names owner,
                       const char *clause, moot_buf *out)
{
    moot_buf_printf(out, "  %s%s: ", what, name);
    moot_tell_names(owner, out);
    moot_buf_str(out, owner.count ? "" : "nobody");
    moot_tell_clause(walk->protocol, clause, out);
    moot_buf_char(out, '\n');
}

/* Who owes what now; with a role, only that. */
moot_code do_who(call *c, moot_err *err)
{
    moot_result result;
    int told = 0;
    int32_t party = -1, end;
    name_table parties = WALK_TABLE(c->walk, "role", parties);
    if (c->w.count > 1 && words_name_wanted(c->walk, &c->w, 1, &parties, &party, &end, err)) {
        return err->code;
    }
    const char *name = party >= 0 ? name_at(&parties, party) : NULL;
    if (!walk_result(c->walk, &result, c->out)) {
        return MOOT_OK;
    }
    walk_urgent(c->walk, &result);
    for (int32_t i = 0; i < result.stages_count; i++) {
        const moot_result_stage *row = &result.stages[i];
        if (row->left.lo == MOOT_NEVER && has_name(row->owner, name)) {
            owner_line(c->walk, "decides ", row->stage, row->owner, row->clause, c->out);
            told++;
        }
    }
    for (int32_t i = 0; i < result.deadlines_count; i++) {
        const moot_result_deadline *row = &result.deadlines[i];
        if (walk_is_waiting(c->walk, row) && has_name(row->owner, name)) {
            owner_line(c->walk, "does ", row->deadline, row->owner, row->clause, c->out);
            told++;
        }
    }
    if (!told) {
        moot_buf_printf(c->out, name ? "%s owes nothing now.\n" : "%s owes anything now.\n",
                        name ? name : "Nobody");
    }
    return MOOT_OK;
}

moot_code do_duties(call *c, moot_err *err)
{
    moot_result result;
    char since[160], ended[160];
    if (words_wanted(&c->w, 1, 1, "duties", err) || !walk_result(c->walk, &result, c->out)) {
        return err->code;
    }
    const moot_zone *zone = c->walk->protocol->zone;
    for (int32_t i = 0; i < result.duties_count; i++) {
        const moot_result_duty *row = &result.duties[i];
        int open = row->ended.lo == MOOT_NEVER;
        moot_buf_printf(c->out, "  %s: owed by %s, since %s%s%s  [%s]\n", row->duty,
                        row->owed_by[0] ? row->owed_by : "nobody",
                        moot_when_text(zone, row->since, since, sizeof since),
                        open ? "" : ", until ",
                        open ? "" : moot_when_text(zone, row->ended, ended, sizeof ended),
                        row->clause);
    }
    moot_buf_str(c->out, result.duties_count ? "" : "No duty has begun so far.\n");
    return MOOT_OK;
}

/* ---- log ---- */

moot_code do_log(call *c, moot_err *err)
{
    char *end = NULL;
    int32_t count = walk_log_count(c->walk), first = 0;
    if (words_wanted(&c->w, 1, 2, "log, or: log 10", err)) {
        return err->code;
    }
    long last = c->w.count == 2 ? strtol(c->w.word[1], &end, 10) : count;
    if ((end && *end) || last < 0) {
        return moot_fail(err, MOOT_EDATA, "log is used like this: log, or: log 10");
    }
    first = last < count ? count - (int32_t)last : 0;
    moot_buf_str(c->out, count ? "" : "Nothing has happened yet.\n");
    for (int32_t i = first; i < count; i++) {
        moot_tell_line(&c->walk->c, &c->walk->c.log[i], 2, c->out);
    }
    return MOOT_OK;
}

/* ---- readings ---- */

moot_code do_readings(call *c, moot_err *err)
{
    const moot_protocol *p = c->walk->protocol;
    if (words_wanted(&c->w, 1, 1, "readings", err)) {
        return err->code;
    }
    for (int32_t i = 0; i < p->readings_count; i++) {
        const moot_reading *r = &p->readings[i];
        int used = c->walk->now != MOOT_NEVER && c->walk->c.reading_used[i];
        moot_buf_printf(c->out, "  %s: %s", r->decl.name, moot_symbol(p, r->chosen));
        moot_buf_str(c->out, r->options.count > 1 ? "; could be " : "");
        moot_reading_others_show(p, r, ", ", c->out);
        moot_buf_str(c->out, used ? " (this case rests on it)" : "");
        moot_tell_clause(p, r->decl.clause, c->out);
        moot_buf_char(c->out, '\n');
    }
    moot_buf_str(c->out, p->readings_count ? "" : "The text leaves nothing open that was read one way.\n");
    size_t before = c->out->len;
    moot_law_tell(p, c->out);
    if (c->out->len > before) {
        moot_buf_char(c->out, '\n');
    }
    if (p->quotas_count > 0) {
        moot_buf_printf(c->out, "This case is walked alone: it sees each quota (\"%s\"%s) whole, whatever others were granted.\n",
                        p->quotas[0].decl.name, p->quotas_count > 1 ? " and others" : "");
    }
    return MOOT_OK;
}

/* ---- timeline ---- */

typedef struct bar {
    const char *name;
    moot_instant from, to; /* to MOOT_NEVER: still running */
    char mark;             /* at its end: what became of it */
} bar;

static int column(moot_instant at, moot_instant from, moot_instant to)
{
    int64_t span = to > from ? to - from : 1;
    int64_t x = (at - from) * (DRAWN - 1) / span;
    return x < 0 ? 0 : x >= DRAWN ? DRAWN - 1 : (int)x;
}

/* "  mediation            ====|                  to 2026-05-21 09:15" in ASCII alone. */
static void draw_bar(const moot_walk *walk, const bar *b, moot_instant from, moot_instant to,
                     moot_buf *out)
{
    char line[DRAWN + 1], when[64], label[LABEL + 8];
    int runs = b->to == MOOT_NEVER;
    int start = column(b->from, from, to), end = column(runs ? walk->now : b->to, from, to);
    memset(line, ' ', DRAWN);
    for (int i = start; i <= end; i++) {
        line[i] = '=';
    }
    line[end] = b->mark;
    line[DRAWN] = '\0';
    size_t fits = moot_text_fit(b->name, strlen(b->name), LABEL);
    int below = fits < strlen(b->name); /* a long name has a line of its own */
    if (below) {
        moot_buf_printf(out, "  %s\n", b->name);
        fits = 0;
    }
    snprintf(label, sizeof label, "%.*s", (int)(fits < LABEL ? fits : LABEL), b->name);
    size_t width = moot_text_width(label, strlen(label));
    moot_buf_printf(out, "  %s%*s %s  %s %s\n", label, (int)(width < LABEL ? LABEL - width : 0), "", line,
                    runs ? "since" : "to",
                    moot_instant_text(walk->protocol->zone, runs ? b->from : b->to, when, sizeof when));
}

/* The same for whoever reads by ear: a line a stage, no drawing. */
static void tell_bar(const moot_walk *walk, const char *kind, const bar *b, const char *became, moot_buf *out)
{
    char one[64], two[64];
    moot_buf_printf(out, "  %s %s: from %s%s%s, %s\n", kind, b->name,
                    moot_instant_text(walk->protocol->zone, b->from, one, sizeof one),
                    b->to == MOOT_NEVER ? "" : " to ",
                    b->to == MOOT_NEVER ? ""
                                        : moot_instant_text(walk->protocol->zone, b->to, two, sizeof two),
                    became);
}

static moot_instant last_of(const moot_walk *walk, const moot_result *r)
{
    moot_instant last = walk->now;
    for (int32_t i = 0; i < r->deadlines_count; i++) {
        const moot_result_deadline *d = &r->deadlines[i];
        if (walk_is_waiting(walk, d) && d->due.lo != MOOT_NEVER && d->due.hi > last) {
            last = d->due.hi;
        }
    }
    return last;
}

static char deadline_mark(const moot_result_deadline *d)
{
    return d->status_code == MOOT_CLOCK_MET     ? '+'
           : d->status_code == MOOT_CLOCK_LATE  ? '!'
           : d->status_code == MOOT_CLOCK_LIVE  ? '>'
           : d->status_code == MOOT_CLOCK_EARLY ? '<'
                                                : '?';
}

moot_code do_timeline(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    moot_result r;
    if (words_wanted(&c->w, 1, 1, "timeline", err) || !walk_result(walk, &r, c->out)) {
        return err->code;
    }
    int plain = walk->mode != MOOT_WALK_PRESENTER && !walk->draws;
    moot_instant from = walk->c.log_count ? walk->c.log[0].at.lo : walk->now, to = last_of(walk, &r);
    for (int32_t i = 0; i < r.stages_count; i++) {
        const moot_result_stage *s = &r.stages[i];
        bar b = { s->stage, s->entered.lo, s->left.lo, s->left.lo == MOOT_NEVER ? '>' : '|' };
        if (plain) {
            tell_bar(walk, "stage", &b, s->left.lo == MOOT_NEVER ? "open" : s->outcome ? s->outcome : "ended", c->out);
        } else {
            draw_bar(walk, &b, from, to, c->out);
        }
    }
    for (int32_t i = 0; i < r.deadlines_count; i++) {
        const moot_result_deadline *d = &r.deadlines[i];
        bar b = { d->deadline, d->since.lo, d->due.lo == MOOT_NEVER ? MOOT_NEVER : d->due.hi, deadline_mark(d) };
        if (d->since.lo == MOOT_NEVER) {
            continue;
        }
        if (plain) {
            tell_bar(walk, "deadline", &b, d->status, c->out);
        } else {
            draw_bar(walk, &b, from, to, c->out);
        }
    }
    if (!plain) {
        moot_buf_str(c->out, "  Ends: | left, > runs on, + met, ! late, < early, ? no date\n");
    }
    return MOOT_OK;
}
