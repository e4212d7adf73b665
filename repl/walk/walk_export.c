#include "repl/walk/walk_export.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl/cli/clause.h"
#include "repl/page/ics.h"
#include "repl/page/page.h"
#include "repl/walk/tell.h"
#include "repl/walk/walk_internal.h"
#include "vm/base/names.h"
#include "vm/base/text.h"
#include "vm/case/input_json.h"
#include "vm/case/relied.h"
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

typedef struct export_of {
    moot_walk *walk;
    moot_result r;
    moot_buf *out;
    moot_page page; /* of a hand-out or a letter */
    const char *role; /* NULL: all */
    int hides, with_hidden; /* facts are hidden; they are told all the same */
    moot_names clauses; /* that were cited, each once */
} export_of;

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

static void cite(export_of *x, const char *clause)
{
    if (clause && clause[0] && moot_names_add(&x->clauses, clause) < 0) {
        x->out->failed = 1;
    }
}

static const char *names_text(export_of *x, moot_result_names names)
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
static const char *clause_text(export_of *x, const char *clause)
{
    char text[160];
    snprintf(text, sizeof text, "%s%s", clause ? clause : "", moot_clause_key(x->walk->protocol, clause ? clause : ""));
    const char *kept = walk_keep(x->walk, text);
    x->out->failed |= !kept;
    return kept ? kept : "";
}

/* "Not legal advice; …" about what the case rests on; false where no law took part. */
static int law_note(export_of *x, moot_buf *note)
{
    moot_err err;
    moot_err_init(&err);
    x->out->failed |= moot_relied_note(&x->walk->c, note, &err) != MOOT_OK;
    return note->len > 0;
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
    if (law_note(x, note)) {
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
        cite(x, clause);
        moot_buf_printf(text, " (clause %s)", clause_text(x, clause));
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
        cite(x, s->clause);
        const char *cells[] = { s->stage, names_text(x, s->owner),
                                in_full(x, moot_when_text(x->walk->protocol->zone, s->entered, when, sizeof when)),
                                clause_text(x, s->clause) };
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
        cite(x, d->clause);
        const char *cells[] = { d->deadline, names_text(x, d->owner),
                                d->due.lo == MOOT_NEVER ? "no date is set"
                                                        : full_date(x->walk->protocol->zone, d->due.hi, due, sizeof due),
                                d->status, clause_text(x, d->clause) };
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
                        clause_text(x, n->clause));
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
                moot_page_para(&x->page, line ? line : "");
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
                        clause_text(x, r->clause));
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

static void handout(export_of *x)
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
    const char *who = names_text(x, d->owner);
    int yours = d->owner.count == 1 && strcmp(who, "applicant") == 0;
    if (d->due.lo == MOOT_NEVER) {
        moot_buf_printf(text, "No date is set for this: %s (", d->deadline);
        moot_why_no_date(&x->walk->c, &x->walk->c.clocks[d->clock], text);
        moot_buf_str(text, ").");
    } else {
        moot_buf_printf(text, "By %s%s: %s.", full_date(x->walk->protocol->zone, d->due.hi, when, sizeof when),
                        d->provisional ? " (not every bank holiday that it counts over is known yet for certain)" : "", d->deadline);
    }
    if (yours) {
        moot_buf_str(text, " This is for you to do, if you want to.");
    } else if (d->owner.count) {
        moot_buf_printf(text, " This is for %s to do.", who);
    }
    if (d->status_code == MOOT_CLOCK_LATE) {
        moot_buf_str(text, " It is late.");
    }
    moot_page_para(&x->page, moot_buf_text(text));
}

static void letter(export_of *x)
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
            snprintf(line, sizeof line, "%s: this is for %s to decide.", s->stage, names_text(x, s->owner));
            moot_page_para(&x->page, line);
        }
    }
    tell_law(x);
    end_page(x);
}

/* ---- the scenario ---- */

static void lua_value(moot_buf *out, json_t *value)
{
    if (json_is_string(value)) {
        moot_text_quoted(json_string_value(value), out);
    } else if (json_is_integer(value)) {
        moot_buf_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    } else {
        moot_buf_str(out, json_is_true(value) ? "true" : json_is_false(value) ? "false" : "nothing");
    }
}

static const char *member(json_t *event, const char *key)
{
    const char *text = json_string_value(json_object_get(event, key));
    return text ? text : "";
}

/* word("a", "b"): of an event's members. */
static void scenario_call(moot_buf *out, const char *word, const char *const *args, int count)
{
    moot_buf_printf(out, "%s(", word);
    for (int i = 0; i < count; i++) {
        moot_buf_str(out, i ? ", " : "");
        moot_text_quoted(args[i], out);
    }
    moot_buf_str(out, ")\n");
}

/* `before` child = "A" `after`, if it is about a child. */
static void scenario_child(moot_buf *out, const char *before, const char *child, const char *after)
{
    if (child && child[0]) {
        moot_buf_printf(out, "%schild = ", before);
        moot_text_quoted(child, out);
        moot_buf_str(out, after);
    }
}

static void scenario_event(json_t *e, moot_buf *out)
{
    const char *who = member(e, "who");
    const char *stage[] = { member(e, "stage"), member(e, "outcome") };
    const char *sign[] = { who, stage[0], stage[1] };
    const char *consent[] = { member(e, "consent"), member(e, "state") };
    const char *notice[] = { member(e, "notice"), member(e, "state") };
    const char *panel[] = { member(e, "panel"), member(e, "outcome") };
    const char *one[] = { member(e, "event") };
    const char *done[] = { member(e, "deadline") };
    const char *place[] = { json_is_null(json_object_get(e, "place")) ? "nowhere" : member(e, "place") };
    const char *note[] = { member(e, "note") };
    if (one[0][0]) {
        scenario_call(out, "event", one, 1);
    } else if (stage[0][0]) {
        scenario_call(out, who[0] ? "sign" : "answer", who[0] ? sign : stage, who[0] ? 3 : 2);
        scenario_child(out, "  { ", member(e, "child"), " }\n");
    } else if (done[0][0]) {
        scenario_call(out, json_is_false(json_object_get(e, "met")) ? "not_done" : "done", done, 1);
    } else if (json_object_get(e, "fact")) {
        moot_buf_printf(out, "fact { %s = ", member(e, "fact"));
        lua_value(out, json_object_get(e, "value"));
        scenario_child(out, ", ", member(e, "child"), "");
        moot_buf_str(out, " }\n");
    } else if (consent[0][0]) {
        scenario_call(out, "consent", consent, 2);
    } else if (notice[0][0]) {
        scenario_call(out, "notice", notice, 2);
    } else if (panel[0][0]) {
        scenario_call(out, "panel", panel, 2);
    } else if (json_object_get(e, "place")) {
        scenario_call(out, "place", place, 1);
    } else {
        scenario_call(out, "note", note, 1);
    }
}

static int scenario_facts(moot_buf *out, json_t *facts, int told)
{
    const char *key;
    json_t *value;
    json_object_foreach(facts, key, value) {
        moot_buf_printf(out, "%s %s = ", told++ ? "," : "", key);
        lua_value(out, value);
    }
    return told;
}

static void scenario_given(const moot_walk *walk, moot_buf *out)
{
    json_t *root = json_loads(moot_buf_text(&walk->json), 0, NULL);
    json_t *children = json_object_get(root, "children"), *child;
    size_t i;
    moot_buf_str(out, "given {");
    int told = scenario_facts(out, json_object_get(root, "facts"), 0);
    moot_buf_str(out, children ? told ? ", children = {" : " children = {" : "");
    json_array_foreach(children, i, child) {
        moot_buf_str(out, i ? ", { id = " : " { id = ");
        moot_text_quoted(member(child, "id"), out);
        moot_buf_str(out, ", facts = {");
        (void)scenario_facts(out, json_object_get(child, "facts"), 0);
        moot_buf_str(out, " } }");
    }
    moot_buf_str(out, children ? " }" : "");
    moot_buf_str(out, " }\n");
    json_decref(root);
}

static void scenario_expect(export_of *x)
{
    moot_buf *out = x->out;
    const moot_zone *zone = x->walk->protocol->zone;
    char due[160];
    moot_buf_printf(out, "expect.status \"%s\"\n", x->r.status);
    for (int32_t i = 0; i < x->r.deadlines_count; i++) {
        const moot_result_deadline *d = &x->r.deadlines[i];
        moot_buf_str(out, "expect.deadline ");
        moot_text_quoted(d->deadline, out);
        moot_buf_str(out, " { ");
        scenario_child(out, "", d->child, ", ");
        moot_buf_printf(out, "status = \"%s\"", d->status);
        if (d->due.lo != MOOT_NEVER) {
            moot_buf_printf(out, ", due = \"%s\"", moot_when_text(zone, d->due, due, sizeof due));
        }
        moot_buf_str(out, " }\n");
    }
}

/* What carried it: the clauses of the stages and deadlines. */
static void scenario_clauses(export_of *x)
{
    for (int32_t i = 0; i < x->r.stages_count; i++) {
        cite(x, x->r.stages[i].clause);
        cite(x, x->r.stages[i].outcome_clause);
    }
    for (int32_t i = 0; i < x->r.deadlines_count; i++) {
        cite(x, x->r.deadlines[i].clause);
    }
    for (size_t i = 0; i < x->clauses.count; i++) {
        moot_buf_printf(x->out, "%s\"%s\"", i ? ", " : " ", moot_names_text(&x->clauses, (int)i));
    }
}

static void scenario(export_of *x)
{
    moot_walk *walk = x->walk;
    moot_buf *out = x->out;
    char when[64];
    moot_instant last = MOOT_NEVER;
    moot_buf_str(out, "-- A walk, as it was told. What is expected is what came of it: check it against the text.\n");
    if (x->hides) {
        moot_buf_str(out, "-- Not for the class: it tells what is hidden from the screen, ");
        (void)moot_walk_hidden(walk, ", ", out);
        moot_buf_str(out, ".\n");
    }
    moot_buf_printf(out, "use \"%s\"\n\nscenario \"The walk of %s\" {\n  clauses = {",
                    walk->protocol->id, walk->id[0] ? walk->id : "a case");
    scenario_clauses(x);
    moot_buf_str(out, " },\n}\n");
    scenario_given(walk, out);
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        if (step_is_timeless(s)) {
            continue;
        }
        if (s->at != last || s->kind == STEP_NEXT) {
            moot_buf_printf(out, "%s \"%s\"\n", s->kind == STEP_NEXT ? "after" : "at",
                            moot_instant_text(walk->protocol->zone, s->at, when, sizeof when));
        }
        last = s->at;
        json_t *event = s->kind == STEP_EVENT ? json_loads(s->text, 0, NULL) : NULL;
        if (event) {
            scenario_event(event, out);
        }
        json_decref(event);
    }
    scenario_expect(x);
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
    snprintf(text, sizeof text, "For %.200s. Clause %.80s.%s%s%s", d->owner.count ? names_text(x, d->owner) : "nobody",
             clause_text(x, d->clause), law[0] ? " Not legal advice; law as at " : "", law, law[0] ? "." : "");
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
    (void)law_note(x, &note); /* without law it stays empty */
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

/* ---- ---- */

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
    } kinds[] = { { "handout", handout, 0 }, { "letter", letter, 0 }, { "scenario", scenario, 1 }, { "calendar", calendar, 0 },
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
