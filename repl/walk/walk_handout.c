/* The pages that a walk leaves: a hand-out for a class, one for each role, a letter of dates for the young person. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl/cli/clause.h"
#include "repl/walk/tell.h"
#include "repl/walk/walk_export_internal.h"
#include "vm/base/text.h"
#include "vm/engine/why.h"
#include "vm/protocol/law.h"

/* ---- dates in full ---- */

static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December" };

/* "Saturday 23 May 2026". Gives its length. */
static int day_words(moot_day day, char *buf, size_t size)
{
    int year, month, mday;
    moot_day_split(day, &year, &month, &mday);
    return snprintf(buf, size, "%s %d %s %d", weekdays[moot_weekday(day)], mday, months[month - 1], year);
}

/* " at 11:30am"; midday and midnight by name. */
static void clock_words(int hour, int minute, char *buf, size_t size)
{
    if (minute == 0 && hour % 12 == 0) {
        snprintf(buf, size, " at %s", hour ? "midday" : "midnight");
    } else if (minute == 0) {
        snprintf(buf, size, " at %d%s", hour % 12 ? hour % 12 : 12, hour < 12 ? "am" : "pm");
    } else {
        snprintf(buf, size, " at %d:%02d%s", hour % 12 ? hour % 12 : 12, minute, hour < 12 ? "am" : "pm");
    }
}

/* "Saturday 23 May 2026 at 11:30am"; the end of a day is the day. */
static char *full_date(const moot_zone *zone, moot_instant at, char *buf, size_t size)
{
    moot_day day = moot_day_at(zone, at);
    int second = moot_second_of_day(zone, at), len = day_words(day, buf, size);
    if (at != moot_day_end(zone, day) && len >= 0 && (size_t)len < size) {
        clock_words(second / 3600, second % 3600 / 60, buf + len, size - (size_t)len);
    }
    return buf;
}

/* How many characters of a text are like this shape, in which 0 stands for any digit; 0: it does not begin so. */
static size_t shaped(const char *text, const char *shape)
{
    size_t n = 0;
    for (; shape[n]; n++) {
        if (shape[n] == '0' ? text[n] < '0' || text[n] > '9' : text[n] != shape[n]) {
            return 0;
        }
    }
    return text[n] >= '0' && text[n] <= '9' ? 0 : n;
}

static int number(const char *digits)
{
    return (int)strtol(digits, NULL, 10);
}

/* A text with its dates, "2026-05-23 11:30", in full, as all others of a hand-out are. */
static void put_in_full(const char *text, moot_buf *out)
{
    while (*text) {
        char piece[80];
        size_t day = shaped(text, "0000-00-00"), clock = day ? shaped(text + day, " 00:00") : 0;
        int month = day ? number(text + 5) : 0, mday = day ? number(text + 8) : 0;
        if (month < 1 || month > 12 || mday < 1 || mday > 31) {
            moot_buf_char(out, *text++);
            continue;
        }
        (void)day_words(moot_day_of(number(text), month, mday), piece, sizeof piece);
        moot_buf_str(out, piece);
        if (clock) {
            clock_words(number(text + day + 1), number(text + day + 4), piece, sizeof piece);
            moot_buf_str(out, piece);
        }
        text += day + clock;
    }
}

/* ---- the hand-out ---- */

static void row(export_of *x, const char *const *cells, int count)
{
    for (int i = 0; i < count; i++) {
        moot_page_cell(&x->page, cells[i] ? cells[i] : "");
    }
}

static void end_page(export_of *x)
{
    moot_err err;
    moot_err_init(&err);
    x->out->failed |= moot_page_end(&x->page, NULL, x->out, &err) != MOOT_OK;
}

static int owes(const export_of *x, moot_result_names owner)
{
    for (int32_t i = 0; x->role && i < owner.count; i++) {
        if (owner.names[i] && strcmp(owner.names[i], x->role) == 0) {
            return 1;
        }
    }
    return !x->role;
}

/* Its dates in full; good as long as the line is. */
static const char *in_full(export_of *x, const char *text)
{
    moot_buf full;
    moot_buf_init(&full);
    put_in_full(text, &full);
    const char *kept = walk_keep(x->walk, moot_buf_text(&full));
    x->out->failed |= !kept || !moot_buf_ok(&full);
    moot_buf_done(&full);
    return kept ? kept : "";
}

static void tell_law(export_of *x)
{
    moot_buf *note = moot_page_fresh(&x->page);
    if (walk_export_law(x, note)) {
        moot_buf_printf(note, " %s", moot_marks_explained);
        moot_page_para(&x->page, in_full(x, moot_buf_text(note)));
    }
}

/* One entry: what happened, and its clause. */
static void story_item(export_of *x, const moot_entry *e)
{
    const char *clause = moot_entry_clause(e);
    moot_buf *text = moot_page_fresh(&x->page);
    moot_tell_sentence(&x->walk->c, e, text);
    if (!x->with_hidden) {
        walk_mask(x->walk, text);
    }
    if (clause && clause[0]) {
        walk_export_cite(x, clause);
        moot_buf_printf(text, " (clause %s)", walk_export_clause(x, clause));
    }
    moot_page_item(&x->page, in_full(x, moot_buf_text(text)));
}

static int is_story(const moot_walk *walk, const uint8_t *holds, int32_t i)
{
    const moot_entry *e = &walk->c.log[i];
    return holds[i] && e->what != MOOT_LOG_DERIVED && e->what != MOOT_LOG_START &&
           !(e->what == MOOT_LOG_GAP && e->visit < 0) && !walk_done_at_once(walk, i);
}

/* Below each moment what happened then, an act that was done at once in one line, as on the screen. */
static void tell_story(export_of *x)
{
    const moot_case *c = &x->walk->c;
    const moot_entry *last = NULL;
    char when[160];
    uint8_t *holds = moot_case_holding(c);
    x->out->failed |= !holds;
    moot_page_heading(&x->page, 2, "What happened");
    for (int32_t i = 0; holds && i < c->log_count; i++) {
        const moot_entry *e = &c->log[i];
        if (!is_story(x->walk, holds, i)) {
            continue;
        }
        if (!last || e->at.lo != last->at.lo || e->at.hi != last->at.hi) {
            if (last) {
                moot_page_list_end(&x->page);
            }
            moot_page_heading(&x->page, 3, in_full(x, moot_when_text(c->protocol->zone, e->at, when, sizeof when)));
            moot_page_list_begin(&x->page);
        }
        story_item(x, e);
        last = e;
    }
    if (last) {
        moot_page_list_end(&x->page);
    }
    moot_free(holds);
}

static void tell_stages(export_of *x)
{
    static const char *const headings[] = { "Stage", "Who decides", "Since", "Clause" };
    char when[160];
    int told = 0;
    for (int32_t i = 0; i < x->r.stages_count; i++) {
        const moot_result_stage *s = &x->r.stages[i];
        if (s->left.lo != MOOT_NEVER || !owes(x, s->owner)) {
            continue;
        }
        if (!told++) {
            moot_page_heading(&x->page, 2, "What is open now");
            moot_page_table_begin(&x->page, NULL, headings, 4);
        }
        walk_export_cite(x, s->clause);
        const char *cells[] = { s->stage, walk_export_names(x, s->owner),
                                in_full(x, moot_when_text(x->walk->protocol->zone, s->entered, when, sizeof when)),
                                walk_export_clause(x, s->clause) };
        row(x, cells, 4);
    }
    if (told) {
        moot_page_table_end(&x->page);
    }
}

static void tell_deadlines(export_of *x)
{
    static const char *const headings[] = { "What", "Who", "By", "How it stands", "Clause" };
    char due[160];
    int told = 0;
    walk_urgent(x->walk, &x->r);
    for (int32_t i = 0; i < x->r.deadlines_count; i++) {
        const moot_result_deadline *d = &x->r.deadlines[i];
        if (!owes(x, d->owner)) {
            continue;
        }
        if (!told++) {
            moot_page_heading(&x->page, 2, "Who must do what, and by when");
            moot_page_table_begin(&x->page, NULL, headings, 5);
        }
        walk_export_cite(x, d->clause);
        const char *cells[] = { d->deadline, walk_export_names(x, d->owner),
                                d->due.lo == MOOT_NEVER ? "no date is set"
                                                        : full_date(x->walk->protocol->zone, d->due.hi, due, sizeof due),
                                walk_perhaps_not_owed(x->walk, d->clock) ? "whether it is owed is not known yet" : d->status,
                                walk_export_clause(x, d->clause) };
        row(x, cells, 5);
    }
    if (told) {
        moot_page_table_end(&x->page);
    } else {
        moot_page_heading(&x->page, 2, "Who must do what, and by when");
        moot_page_para(&x->page, "Nothing is owed.");
    }
}

static void tell_needs(export_of *x)
{
    for (int32_t i = 0; i < x->r.needs_count; i++) {
        const moot_result_need *n = &x->r.needs[i];
        if (i == 0) {
            moot_page_heading(&x->page, 2, "What is not known, and is needed");
        }
        moot_buf_printf(moot_page_fresh(&x->page), "%s (for the %s \"%s\", clause %s)", n->ask ? n->ask : n->fact, n->kind, n->name,
                        walk_export_clause(x, n->clause));
        moot_page_para(&x->page, moot_buf_text(&x->page.text));
    }
}

/* What the clauses say that were cited, from the table beside the script. */
static void tell_clauses(export_of *x)
{
    const moot_protocol *p = x->walk->protocol;
    int told = 0;
    for (size_t i = 0; x->walk->script && i < x->clauses.count; i++) {
        moot_buf text;
        moot_buf_init(&text);
        const char *clause = moot_names_text(&x->clauses, (int)i);
        if (moot_clause_text(x->walk->script, p->clause_file, clause, &text)) {
            if (!told++) {
                moot_page_heading(&x->page, 2, "What the clauses say, in our words");
            }
            moot_page_heading(&x->page, 3, clause);
            for (const char *at = moot_buf_text(&text); *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] == '\n')) {
                char *line = moot_strndup(at + strspn(at, " "), strcspn(at + strspn(at, " "), "\n"));
                walk_export_clause_line(line ? line : "", moot_page_fresh(&x->page));
                moot_page_para(&x->page, moot_buf_text(&x->page.text));
                x->out->failed |= !line;
                moot_free(line);
            }
        }
        x->out->failed |= !moot_buf_ok(&text);
        moot_buf_done(&text);
    }
}

static void tell_readings(export_of *x)
{
    for (int32_t i = 0; i < x->r.readings_count; i++) {
        const moot_result_reading *r = &x->r.readings[i];
        if (i == 0) {
            moot_page_heading(&x->page, 2, "Where the text can be read in more than one way");
        }
        moot_buf_printf(moot_page_fresh(&x->page), "%s: read here as \"%s\" (clause %s).", r->reading, r->chosen,
                        walk_export_clause(x, r->clause));
        moot_page_para(&x->page, moot_buf_text(&x->page.text));
    }
}

/* Whoever holds the page must see whether it can be given to the class. */
static void tell_hidden(export_of *x)
{
    moot_buf *text = moot_page_fresh(&x->page);
    if (x->hides && !x->role) {
        moot_buf_str(text, x->with_hidden ? "Not for the class: it tells what is hidden from the screen, "
                                          : "What is hidden from the screen is hidden here: ");
        (void)moot_walk_hidden(x->walk, ", ", text);
        moot_buf_char(text, '.');
        moot_page_para(&x->page, moot_buf_text(text));
    }
}

void walk_export_handout(export_of *x)
{
    char title[256], line[512], now[160];
    const moot_walk *walk = x->walk;
    snprintf(title, sizeof title, "%s: case %s%s%s", walk->protocol->council ? walk->protocol->council : walk->protocol->id,
             walk->id[0] ? walk->id : "walk", x->role ? ", for " : "", x->role ? x->role : "");
    x->page.title = title;
    snprintf(line, sizeof line, "An invented case, walked through %s. As it stands on %s: %s%s%s. Tonight: %s.",
             walk->protocol->id, full_date(walk->protocol->zone, walk->now, now, sizeof now), x->r.status,
             x->r.outcome ? ", " : "", x->r.outcome ? x->r.outcome : "",
             x->r.tonight && x->r.tonight->place ? x->r.tonight->place : "not recorded");
    moot_page_para(&x->page, line);
    tell_hidden(x);
    tell_deadlines(x);
    tell_stages(x);
    if (!x->role) {
        tell_story(x);
        tell_needs(x);
        tell_readings(x);
    }
    tell_clauses(x);
    tell_law(x);
    end_page(x);
}

/* ---- the letter of dates ---- */

static void letter_deadline(export_of *x, const moot_result_deadline *d)
{
    char when[160];
    moot_buf *text = moot_page_fresh(&x->page);
    const char *who = walk_export_names(x, d->owner);
    int yours = d->owner.count == 1 && strcmp(who, "applicant") == 0;
    const char *in_words = yours ? x->walk->protocol->clocks[x->walk->c.clocks[d->clock].rule].in_words : NULL;
    if (d->due.lo == MOOT_NEVER) {
        moot_buf_printf(text, "No date is set for this: %s (", d->deadline);
        moot_why_no_date(&x->walk->c, &x->walk->c.clocks[d->clock], text);
        moot_buf_str(text, ").");
    } else {
        moot_buf_printf(text, "By %s%s: %s%s.", full_date(x->walk->protocol->zone, d->due.hi, when, sizeof when),
                        d->provisional ? " (not every bank holiday that it counts over is known yet for certain)" : "",
                        in_words ? "you can " : "", in_words ? in_words : d->deadline);
    }
    if (yours) {
        moot_buf_str(text, " This is for you to do, if you want to.");
    } else if (d->owner.count) {
        moot_buf_printf(text, " This is for %s to do.", who);
    }
    if (d->status_code == MOOT_CLOCK_LATE) {
        moot_buf_str(text, " It is late.");
    }
    if (walk_perhaps_not_owed(x->walk, d->clock)) {
        moot_buf_str(text, yours ? " Whether it applies to you is not known yet." : " Whether it must be done is not known yet.");
    }
    moot_page_para(&x->page, moot_buf_text(text));
}

/* What is still to be decided, and by whom. */
static void letter_stage(export_of *x, const moot_result_stage *s)
{
    const char *who = walk_export_names(x, s->owner);
    int yours = s->owner.count == 1 && strcmp(who, "applicant") == 0;
    moot_buf *text = moot_page_fresh(&x->page);
    moot_buf_printf(text, "The step \"%s\" is open: %s %s how it ends.", s->stage, yours ? "you" : who,
                    yours || s->owner.count > 1 ? "decide" : "decides");
    moot_page_para(&x->page, moot_buf_text(text));
}

/* The letters K and V are for those who check the law, and stand nowhere in a letter. */
static void letter_law(export_of *x)
{
    moot_buf *note = moot_page_fresh(&x->page);
    if (walk_export_law(x, note)) {
        moot_buf_str(note, strstr(moot_buf_text(note), "to be checked: ")
                               ? " What is to be checked was not yet read in the law itself." : "");
        moot_page_para(&x->page, in_full(x, moot_buf_text(note)));
    }
}

void walk_export_letter(export_of *x)
{
    char line[512], now[160];
    int told = 0;
    const moot_result_bed *bed = x->r.tonight;
    x->page.title = "Your dates";
    snprintf(line, sizeof line, "This is how things stand on %s.", full_date(x->walk->protocol->zone, x->walk->now, now, sizeof now));
    moot_page_para(&x->page, line);
    moot_page_heading(&x->page, 2, "Where you sleep tonight");
    snprintf(line, sizeof line, "%s%s%s.", !bed || !bed->place ? "Nobody has written down where" : bed->place,
             bed && bed->place && bed->provider ? ", with " : "", bed && bed->place && bed->provider ? bed->provider : "");
    moot_page_para(&x->page, line);
    moot_page_heading(&x->page, 2, "What must happen, and by when");
    walk_urgent(x->walk, &x->r);
    for (int32_t i = 0; i < x->r.deadlines_count; i++) {
        if (walk_is_waiting(x->walk, &x->r.deadlines[i])) {
            letter_deadline(x, &x->r.deadlines[i]);
            told++;
        }
    }
    if (!told) {
        moot_page_para(&x->page, "No date is running.");
    }
    for (int32_t i = 0; i < x->r.stages_count; i++) {
        const moot_result_stage *s = &x->r.stages[i];
        if (s->left.lo == MOOT_NEVER && s->owner.count) {
            letter_stage(x, s);
        }
    }
    letter_law(x);
    end_page(x);
}
