/* What is shown after a step: what changed, where the case is, what is due and for whom, what can
 * be chosen. Label and value on one line, no drawing, so that it reads well aloud too. */
#include <inttypes.h>
#include <string.h>

#include "repl/tell.h"
#include "repl/walk_internal.h"
#include "vm/latest.h"

static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

static int result_now(moot_walk *walk, moot_result *result, moot_buf *out)
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

static const char *when_text(const moot_walk *walk, moot_when when, char *text, size_t size)
{
    return moot_when_text(walk->protocol->zone, when, text, size);
}

/* ---- parts ---- */

/* Before anything has happened: what holds from the start. */
static void show_known(const moot_walk *walk, moot_buf *out)
{
    int known = 0;
    for (int32_t i = 0; i < walk->count; i++) {
        if (walk->steps[i].kind == STEP_FACT) {
            moot_buf_printf(out, "%s%s %s", known++ ? ", " : "Known: ", walk->steps[i].cell.key,
                            walk->steps[i].cell.text);
        }
    }
    moot_buf_str(out, known ? "\n"
                            : "Nothing has happened yet; say what happens first, with its time.\n");
}

static void show_now(const moot_walk *walk, moot_buf *out)
{
    char text[64];
    moot_day day = moot_day_at(walk->protocol->zone, walk->now);
    moot_buf_printf(out, "%s %s, %s", weekdays[moot_weekday(day)],
                    moot_instant_text(walk->protocol->zone, walk->now, text, sizeof text),
                    moot_status_text(walk->c.status));
    moot_buf_printf(out, "%s%s\n", walk->c.outcome ? ": " : "",
                    walk->c.outcome ? walk->c.outcome : "");
    if (walk->c.fault) {
        moot_buf_printf(out, "Stopped: %s\n", walk->c.fault);
    }
}

static void show_changes(moot_walk *walk, moot_buf *out)
{
    int32_t first = walk_shown(walk);
    moot_buf_str(out, first < walk->c.log_count ? "Changed:\n" : "Changed: nothing\n");
    for (int32_t i = first; i < walk->c.log_count; i++) {
        moot_tell_line(&walk->c, &walk->c.log[i], 2, out);
    }
    walk_mark_shown(walk);
}

static void show_stages(const moot_walk *walk, const moot_result *r, moot_buf *out)
{
    char text[160];
    int open = 0;
    for (int32_t i = 0; i < r->stages_count; i++) {
        const moot_result_stage *row = &r->stages[i];
        if (row->left.lo != MOOT_NEVER) {
            continue;
        }
        moot_buf_str(out, open++ ? "" : "Open:\n");
        moot_buf_printf(out, "  %s%s%s, since %s", row->stage, row->child ? ", child " : "",
                        row->child ? row->child : "",
                        when_text(walk, row->entered, text, sizeof text));
        if (row->owner.count) {
            moot_buf_str(out, ", for ");
            moot_tell_names(row->owner, out);
        }
        moot_buf_printf(out, "  [%s]\n", row->clause);
    }
    moot_buf_str(out, open ? "" : "Open: no stage\n");
}

static void show_tonight(const moot_result *r, moot_buf *out)
{
    const moot_result_bed *bed = r->tonight;
    if (!bed || !bed->place) {
        moot_buf_str(out, "Tonight: not recorded\n");
        return;
    }
    moot_buf_printf(out, "Tonight: %s%s%s%s%s", bed->place, bed->provider ? ", " : "",
                    bed->provider ? bed->provider : "", bed->paid_by ? ", paid by " : "",
                    bed->paid_by ? bed->paid_by : "");
    moot_buf_printf(out, bed->clause[0] ? "  [%s]\n" : "\n", bed->clause);
}

/* "by 2026-05-23 11:30, in 2 days", "no date is set". */
static void show_left(const moot_walk *walk, const moot_result_deadline *row, moot_buf *out)
{
    char text[160];
    if (row->due.lo == MOOT_NEVER) {
        moot_buf_str(out, ": no date is set");
        return;
    }
    moot_buf_printf(out, ": by %s%s, ", when_text(walk, row->due, text, sizeof text),
                    row->provisional ? " (provisional)" : "");
    if (row->due.hi < walk->now) {
        moot_tell_span(row->due.hi, walk->now, out);
        moot_buf_str(out, " ago, not done");
    } else if (row->due.hi == walk->now) {
        moot_buf_str(out, "this minute");
    } else {
        moot_buf_str(out, "in ");
        moot_tell_span(walk->now, row->due.hi, out);
    }
}

/* Live, undated, and late ones that are still to be done: a late one of a stage that was left is
 * history. */
static int is_waiting(const moot_walk *walk, const moot_result_deadline *row)
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

/* What is due. `steps`: and the last moment for each step before it. */
static void show_deadlines(const moot_walk *walk, const moot_result *r, int steps, moot_buf *out)
{
    moot_err err;
    int waiting = 0;
    for (int32_t i = 0; i < r->deadlines_count; i++) {
        const moot_result_deadline *row = &r->deadlines[i];
        if (!is_waiting(walk, row)) {
            continue;
        }
        moot_buf_str(out, waiting++ ? "" : "Due:\n");
        moot_buf_printf(out, "  %s%s%s", row->deadline, row->child ? ", child " : "",
                        row->child ? row->child : "");
        show_left(walk, row, out);
        if (row->owner.count) {
            moot_buf_str(out, ", for ");
            moot_tell_names(row->owner, out);
        }
        moot_buf_printf(out, "%s  [%s]\n", row->status_code == MOOT_CLOCK_LATE ? ", late" : "",
                        row->clause);
        moot_err_init(&err);
        out->failed |= steps && moot_latest_tell(&walk->c, row->clock, "    ", out, &err) != MOOT_OK;
    }
    moot_buf_str(out, waiting ? "" : "Due: nothing\n");
}

static void show_needs(const moot_result *r, moot_buf *out)
{
    for (int32_t i = 0; i < r->needs_count; i++) {
        const moot_result_need *row = &r->needs[i];
        moot_buf_printf(out, "%s  %s: %s (for the %s \"%s\")  [%s]\n", i ? "" : "Needs:\n",
                        row->fact, row->ask ? row->ask : "what is it?", row->kind, row->name,
                        row->clause);
    }
}

/* ---- the commands that show one part ---- */

void walk_choices(moot_walk *walk, moot_buf *out)
{
    for (int32_t i = 0; i < walk->choice_count; i++) {
        const moot_choice *choice = &walk->choices[i];
        const moot_visit *visit = &walk->c.visits[choice->visit];
        const moot_outcome *outcome = &walk->protocol->outcomes[choice->outcome];
        moot_buf_printf(out, "%s  %" PRId32 "  %s: %s", i ? "" : "Choose:\n", i + 1,
                        walk->protocol->stages[visit->stage].decl.name, outcome->decl.name);
        if (choice->admissible == MOOT_FALSE) {
            moot_buf_str(out, " (barred: why not says why)");
        } else if (choice->admissible == MOOT_UNKNOWN) {
            const char *missing = walk_missing(walk, outcome->when, visit->child);
            moot_buf_printf(out, " (needs %s)", missing ? missing : "a fact");
        }
        moot_buf_printf(out, "  [%s]\n", outcome->decl.clause);
    }
}

void walk_screen(moot_walk *walk, moot_buf *out)
{
    moot_result result;
    if (walk->now == MOOT_NEVER) {
        show_known(walk, out);
        return;
    }
    if (!result_now(walk, &result, out)) {
        return;
    }
    moot_buf_str(out, walk->screens++ ? "\n" : "");
    show_now(walk, out);
    show_changes(walk, out);
    show_stages(walk, &result, out);
    show_tonight(&result, out);
    show_deadlines(walk, &result, 0, out);
    show_needs(&result, out);
    walk_choices(walk, out);
}

void walk_due(moot_walk *walk, moot_buf *out)
{
    moot_result result;
    if (result_now(walk, &result, out)) {
        show_deadlines(walk, &result, 1, out);
    }
}

void walk_needs(moot_walk *walk, moot_buf *out)
{
    moot_result result;
    if (result_now(walk, &result, out)) {
        show_needs(&result, out);
        moot_buf_str(out, result.needs_count ? "" : "Needs: nothing\n");
    }
}

static void owner_line(const char *name, moot_result_names owner, const char *clause, moot_buf *out)
{
    moot_buf_printf(out, "  %s: ", name);
    moot_tell_names(owner, out);
    moot_buf_printf(out, "%s  [%s]\n", owner.count ? "" : "nobody", clause);
}

void walk_who(moot_walk *walk, moot_buf *out)
{
    moot_result result;
    int told = 0;
    if (!result_now(walk, &result, out)) {
        return;
    }
    for (int32_t i = 0; i < result.stages_count; i++) {
        const moot_result_stage *row = &result.stages[i];
        if (row->left.lo == MOOT_NEVER) {
            owner_line(row->stage, row->owner, row->clause, out);
            told++;
        }
    }
    for (int32_t i = 0; i < result.deadlines_count; i++) {
        const moot_result_deadline *row = &result.deadlines[i];
        if (is_waiting(walk, row)) {
            owner_line(row->deadline, row->owner, row->clause, out);
            told++;
        }
    }
    moot_buf_str(out, told ? "" : "Nobody owes anything now.\n");
}

void walk_log(moot_walk *walk, moot_buf *out)
{
    if (walk->now == MOOT_NEVER) {
        moot_buf_str(out, "Nothing has happened yet.\n");
    }
    for (int32_t i = 0; walk->now != MOOT_NEVER && i < walk->c.log_count; i++) {
        moot_tell_line(&walk->c, &walk->c.log[i], 2, out);
    }
}
