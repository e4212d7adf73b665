#include "repl/walk/walk_export.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "repl/cli/clause.h"
#include "repl/page/ics.h"
#include "repl/walk/tell.h"
#include "repl/walk/walk_export_internal.h"
#include "vm/case/input_json.h"
#include "vm/case/relied.h"
#include "vm/protocol/law.h"

/* ---- what they share ---- */

void walk_export_cite(export_of *x, const char *clause)
{
    if (clause && clause[0] && moot_names_add(&x->clauses, clause) < 0) {
        x->out->failed = 1;
    }
}

const char *walk_export_names(export_of *x, moot_result_names names)
{
    moot_buf text;
    moot_buf_init(&text);
    moot_tell_names(names, &text);
    const char *kept = walk_keep(x->walk, moot_buf_text(&text));
    moot_buf_done(&text);
    x->out->failed |= !kept;
    return kept ? kept : "";
}

/* The clause with the key of what is still to be checked of it: "HA96 s.184 (K)". */
const char *walk_export_clause(export_of *x, const char *clause)
{
    char text[160];
    snprintf(text, sizeof text, "%s%s", clause ? clause : "", moot_clause_key(x->walk->protocol, clause ? clause : ""));
    const char *kept = walk_keep(x->walk, text);
    x->out->failed |= !kept;
    return kept ? kept : "";
}

/* "Not legal advice; …" about what the case rests on; false where no law took part. */
int walk_export_law(export_of *x, moot_buf *note)
{
    moot_err err;
    moot_err_init(&err);
    x->out->failed |= moot_relied_note(&x->walk->c, note, &err) != MOOT_OK;
    return note->len > 0;
}

/* ---- the calendar ---- */

static void calendar_date(export_of *x, const moot_result_deadline *d, int32_t n)
{
    char law[32] = "", uid[512], summary[512], text[512];
    if (moot_law_as_at(x->walk->protocol) != MOOT_DAY_MIN) {
        moot_day_text(moot_law_as_at(x->walk->protocol), law, sizeof law);
    }
    snprintf(uid, sizeof uid, "%s-%s-%" PRId32 "@moot", x->walk->protocol->id, x->walk->id, n);
    snprintf(summary, sizeof summary, "%.200s: due", d->deadline);
    snprintf(text, sizeof text, "For %.200s. Clause %.80s.%s%s%s%s", d->owner.count ? walk_export_names(x, d->owner) : "nobody",
             walk_export_clause(x, d->clause),
             walk_perhaps_not_owed(x->walk, d->clock) ? " Whether it is owed is not known yet." : "", law[0] ? " Not legal advice; law as at " : "", law, law[0] ? "." : "");
    const moot_ics_date date = { .uid = uid, .summary = summary, .description = text, .at = d->due.hi, .stamp = x->walk->now };
    moot_ics_put(x->out, x->walk->protocol->zone, &date);
}

static int is_dated(const export_of *x, const moot_result_deadline *d)
{
    return walk_is_waiting(x->walk, d) && d->due.lo != MOOT_NEVER;
}

/* RFC 5545, 3.6: a calendar holds one component at least, so without a date there is no calendar. */
static moot_code check_dates(const export_of *x, moot_err *err)
{
    for (int32_t i = 0; i < x->r.deadlines_count; i++) {
        if (is_dated(x, &x->r.deadlines[i])) {
            return MOOT_OK;
        }
    }
    return moot_fail(err, MOOT_EDATA, "no deadline waits with a date, and a calendar without a date is none; due tells what there is");
}

static void calendar(export_of *x)
{
    moot_buf note;
    moot_buf_init(&note);
    (void)walk_export_law(x, &note); /* without law it stays empty */
    moot_ics_begin(x->out, "walk", moot_buf_text(&note));
    x->out->failed |= !moot_buf_ok(&note);
    moot_buf_done(&note);
    for (int32_t i = 0; i < x->r.deadlines_count; i++) {
        const moot_result_deadline *d = &x->r.deadlines[i];
        if (is_dated(x, d)) {
            calendar_date(x, d, i + 1);
        }
    }
    moot_ics_end(x->out);
}

/* ---- which there are ---- */

static void case_line(export_of *x)
{
    moot_input_json(x->walk->protocol, &x->walk->input, x->out);
    moot_buf_char(x->out, '\n');
}

static moot_code find_role(moot_walk *walk, const char *role, moot_err *err)
{
    words one = { { role }, { 1 }, 1 };
    name_table parties = WALK_TABLE(walk, "role", parties);
    int32_t index, end;
    return role ? words_name_wanted(walk, &one, 0, &parties, &index, &end, err) : MOOT_OK;
}

static moot_code refuse_hidden(const moot_walk *walk, const char *what, moot_err *err)
{
    moot_buf names;
    moot_buf_init(&names);
    (void)moot_walk_hidden(walk, ", ", &names);
    moot_fail(err, MOOT_EDATA, "a %s tells every fact, and hidden is %.120s: export %s FILE with hidden facts writes it all the same",
              what, moot_buf_text(&names), what);
    moot_buf_done(&names);
    return err->code;
}

moot_code moot_walk_export(moot_walk *walk, const char *what, int html, const char *role, int with_hidden, moot_buf *out,
                           moot_err *err)
{
    static const struct {
        const char *name;
        void (*write)(export_of *x);
        int has_facts; /* all of them: nothing can be hidden in it */
    } kinds[] = { { "handout", walk_export_handout, 0 }, { "letter", walk_export_letter, 0 }, { "scenario", walk_export_scenario, 1 }, { "calendar", calendar, 0 },
                  { "case", case_line, 1 } };
    const char *names[MOOT_COUNT(kinds)];
    export_of x = { .walk = walk, .out = out, .role = role, .hides = walk->hides > 0, .with_hidden = with_hidden };
    moot_arena_clear(&walk->scratch);
    if (walk->now == MOOT_NEVER) {
        return moot_fail(err, MOOT_EDATA, "nothing has happened yet, so there is nothing to export");
    }
    if (find_role(walk, role, err) || moot_result_of(&walk->c, &walk->scratch, &x.r, err)) {
        return err->code;
    }
    for (size_t i = 0; i < MOOT_COUNT(kinds); i++) {
        names[i] = kinds[i].name;
        if (strcmp(kinds[i].name, what) == 0) {
            if (kinds[i].write == calendar && check_dates(&x, err)) {
                return err->code;
            }
            if (kinds[i].has_facts && x.hides && !with_hidden) {
                return refuse_hidden(walk, what, err);
            }
            moot_names_init(&x.clauses);
            moot_page_init(&x.page, html ? MOOT_PAGE_HTML : MOOT_PAGE_MARKDOWN, "");
            kinds[i].write(&x);
            moot_page_done(&x.page);
            moot_names_done(&x.clauses);
            return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
        }
    }
    const char *near = moot_nearest(what, names, MOOT_COUNT(kinds));
    return moot_fail(err, MOOT_EDATA, "export makes a handout, letter, scenario, calendar or case, not \"%s\"%s%s%s", what,
                     near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}
