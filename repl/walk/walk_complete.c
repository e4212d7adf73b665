/* What may come next in a line: by its first word, and by what was typed of a name so far. Names of a
 * protocol have blanks in them and need no quotes, so what is offered is the rest of the name from the
 * word at hand on. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lua/load/schema.h"
#include "repl/cli/time_words.h"
#include "repl/walk/walk_internal.h"

#define DAYS_OFFERED 31
#define MONTHS 12

typedef struct offer {
    moot_walk *walk;
    const char *tail; /* typed after the first word, before the word at hand */
    const char *word;
    size_t left; /* how many fitting ones to pass over */
    const char *found;
} offer;

static void offer_name(offer *o, const char *name)
{
    size_t tail = strlen(o->tail), word = strlen(o->word);
    if (!o->found && name[0] && strncasecmp(name, o->tail, tail) == 0 && strlen(name) > tail &&
        strncasecmp(name + tail, o->word, word) == 0 && o->left-- == 0) {
        o->found = name + tail;
    }
}

static void offer_table(offer *o, const name_table *table)
{
    for (int32_t i = 0; !o->found && i < table->count; i++) {
        offer_name(o, name_at(table, i));
    }
}

static void offer_words(offer *o, const char *const *list, size_t count)
{
    for (size_t i = 0; !o->found && i < count; i++) {
        offer_name(o, list[i]);
    }
}

static void offer_symbols(offer *o, moot_span options)
{
    for (int32_t i = 0; !o->found && i < options.count; i++) {
        offer_name(o, moot_symbol(o->walk->protocol, moot_span_at(o->walk->protocol, options, i)));
    }
}

/* What stands in a text behind a name, which may be in quotes, and a blank; NULL: it does not begin so. */
static const char *behind(const char *text, const char *name)
{
    size_t len = strlen(name);
    if (!len || strncasecmp(text, name, len) != 0) {
        return NULL;
    }
    text += len + (text[len] == '"');
    return *text == ' ' ? text + strspn(text, " ") : NULL;
}

/* The longest name of a table that the tail begins with is passed over; gives its index, or -1. */
static int32_t pass_name(offer *o, const name_table *table)
{
    int32_t found = -1;
    const char *best = o->tail;
    for (int32_t i = 0; i < table->count; i++) {
        const char *rest = behind(o->tail, name_at(table, i));
        if (rest > best) {
            best = rest;
            found = i;
        }
    }
    o->tail = best + (found >= 0 && *best == '"');
    return found;
}

static int pass_word(offer *o, const char *word)
{
    const char *rest = behind(o->tail, word);
    o->tail = rest ? rest + (*rest == '"') : o->tail;
    return rest != NULL;
}

/* ---- times ---- */

static void offer_lengths(offer *o)
{
    static const char *const lengths[] = { "48 hours",       "1 day",   "2 days", "1 week",
                                           "10 working days", "1 month" };
    offer_words(o, lengths, MOOT_COUNT(lengths));
}

/* A text that is made here lives in the walk until the next call. */
static void offer_made(offer *o, const char *name)
{
    int open = o->found == NULL;
    offer_name(o, name);
    if (open && o->found) {
        size_t skip = strlen(o->tail);
        snprintf(o->walk->offered, sizeof o->walk->offered, "%s", name + skip);
        o->found = o->walk->offered;
    }
}

/* When what is due now is due, then the days that come. */
static void offer_days(offer *o)
{
    char text[64];
    const moot_walk *walk = o->walk;
    const moot_zone *zone = walk->protocol->zone;
    for (int32_t i = 0; !o->found && i < walk->c.clocks_count; i++) {
        const moot_clock *clock = &walk->c.clocks[i];
        if (clock->status == MOOT_CLOCK_LIVE && !clock->ended && clock->due.lo != MOOT_NEVER && clock->due.hi >= walk->now) {
            offer_made(o, moot_instant_text(zone, clock->due.hi, text, sizeof text));
        }
    }
    moot_day today = moot_day_at(zone, walk->now);
    for (moot_day day = today; !o->found && day < today + DAYS_OFFERED; day++) {
        offer_made(o, moot_day_text(day, text, sizeof text));
    }
}

/* "21 May 2026": the month behind a number, then the year. */
static void offer_months(offer *o)
{
    char text[64];
    int day = 0, used = 0, year = 0, month = 0, mday = 0;
    if (sscanf(o->tail, "%2d %n", &day, &used) < 1 || used < 2 || day < 1 || day > 31) {
        return;
    }
    if (o->walk->now != MOOT_NEVER) {
        moot_day_split(moot_day_at(o->walk->protocol->zone, o->walk->now), &year, &month, &mday);
    }
    for (int i = 0; !o->found && i < MONTHS; i++) {
        int len = snprintf(text, sizeof text, "%.*s%s", used, o->tail, time_words[TIME_FIRST_MONTH + i]);
        if (len < 0 || (size_t)len >= sizeof text) {
            return; /* so many blanks were typed that no month fits behind them */
        }
        offer_made(o, text);
        for (int k = 0; year && !o->found && k < 2; k++) {
            snprintf(text + len, sizeof text - (size_t)len, " %d", year + k);
            offer_made(o, text);
        }
    }
}

/* What begins with a number. */
static void offer_numbers(offer *o)
{
    if (!o->found && isdigit((unsigned char)(o->tail[0] ? o->tail : o->word)[0])) {
        offer_months(o);
        if (!o->found && o->walk->now != MOOT_NEVER) {
            offer_days(o);
        }
    }
}

/* Whole times, not only their first word. */
static void offer_times(offer *o)
{
    static const char *const times[] = { "next deadline", "next panel",   "next working day",
                                         "in 2 days",     "18th birthday", "today",
                                         "tomorrow",      "Monday",       "Tuesday",
                                         "Wednesday",     "Thursday",     "Friday",
                                         "Saturday",      "Sunday" };
    offer_words(o, times, MOOT_COUNT(times));
    offer_numbers(o);
}

/* ---- by the first word ---- */

/* What a fact can be: a date begins as times do. */
static void offer_values(offer *o, const moot_fact *f)
{
    static const char *const yes_no[] = { "yes", "no", "unknown" };
    if (f->type == MOOT_T_YESNO) {
        offer_words(o, yes_no, MOOT_COUNT(yes_no));
    } else if (f->type == MOOT_T_DATE || f->type == MOOT_T_INSTANT) {
        offer_numbers(o);
    } else {
        offer_symbols(o, f->options);
    }
}

/* ?THING, of which the sign is part of the word */
static void offer_about(offer *o)
{
    char text[100];
    const char *name;
    for (int32_t i = 0; !o->found && (name = walk_thing_name(o->walk, i)) != NULL; i++) {
        snprintf(text, sizeof text, "?%s", name);
        offer_made(o, text);
    }
}

static void offer_first(offer *o)
{
    if (o->walk->asking >= 0) { /* a line may be the answer */
        offer_values(o, &o->walk->protocol->facts[o->walk->asking]);
    }
    for (size_t i = 0; !o->found && walk_word_name(i); i++) {
        const char *name = walk_word_name(i);
        if (!strchr(name, ' ')) {
            offer_name(o, name);
        }
    }
    name_table events = WALK_TABLE(o->walk, "event", events);
    if (o->word[0] == '?') {
        offer_about(o);
    } else if (o->word[0]) {
        offer_table(o, &events);
    }
}

/* Is a value of the fact told? */
static int pass_value(offer *o, const moot_fact *f)
{
    const moot_protocol *p = o->walk->protocol;
    int passed = f->type == MOOT_T_YESNO && (pass_word(o, "yes") || pass_word(o, "no"));
    for (int32_t i = 0; !passed && i < f->options.count; i++) {
        passed = pass_word(o, moot_symbol(p, moot_span_at(p, f->options, i)));
    }
    return passed || pass_word(o, "unknown");
}

static void offer_children(offer *o)
{
    for (int32_t i = 0; !o->found && i < o->walk->input.child_count; i++) {
        offer_name(o, o->walk->input.children[i]);
    }
}

/* A fact's name, then its values, then of whom and from when. */
static void offer_facts(offer *o, int consents)
{
    const moot_protocol *p = o->walk->protocol;
    name_table facts = WALK_TABLE(o->walk, "", facts);
    int32_t told = pass_name(o, &facts);
    if (told >= 0 && !pass_value(o, &p->facts[told])) {
        offer_values(o, &p->facts[told]);
    } else if (told >= 0 && pass_word(o, "of")) {
        offer_children(o);
    } else if (told >= 0) {
        offer_words(o, (const char *const[]){ "at" }, 1);
        offer_words(o, (const char *const[]){ "of" }, p->facts[told].per_child);
    }
    for (int32_t i = 0; told < 0 && !o->found && i < p->facts_count; i++) {
        if (!consents || p->facts[i].type == MOOT_T_CONSENT) {
            offer_name(o, p->facts[i].decl.name);
        }
    }
}

/* NAME=VALUE, which is one word */
static void offer_changed(offer *o)
{
    char text[200];
    const char *const yes_no[] = { "yes", "no", "unknown" };
    const moot_protocol *p = o->walk->protocol;
    const char *sign = strchr(o->word, '=');
    for (int32_t i = 0; sign && !o->tail[0] && i < p->facts_count; i++) {
        const moot_fact *f = &p->facts[i];
        size_t len = strlen(f->decl.name);
        if (len != (size_t)(sign - o->word) || strncmp(f->decl.name, o->word, len) != 0) {
            continue;
        }
        int32_t count = f->type == MOOT_T_YESNO ? (int32_t)MOOT_COUNT(yes_no) : f->options.count;
        for (int32_t k = 0; !o->found && k < count; k++) {
            snprintf(text, sizeof text, "%s=%s", f->decl.name,
                     f->type == MOOT_T_YESNO ? yes_no[k] : moot_symbol(p, moot_span_at(p, f->options, k)));
            offer_made(o, text);
        }
    }
}

/* "reading NAME = VALUE" */
static void offer_readings(offer *o)
{
    char text[200];
    const moot_protocol *p = o->walk->protocol;
    offer_name(o, "reading");
    for (int32_t i = 0; !o->found && i < p->readings_count; i++) {
        const moot_reading *r = &p->readings[i];
        int len = snprintf(text, sizeof text, "reading %s", r->decl.name);
        offer_made(o, text);
        for (int32_t k = 0; !o->found && len > 0 && (size_t)len + 4 < sizeof text && k < r->options.count; k++) {
            int32_t option = moot_span_at(p, r->options, k);
            snprintf(text + len, sizeof text - (size_t)len, " = %s", moot_symbol(p, option));
            if (option != r->chosen && strstr(o->tail, "= ")) {
                offer_made(o, text);
            }
        }
    }
}

/* Behind what happened: at, by, and who. */
static void offer_when(offer *o, int by)
{
    name_table parties = WALK_TABLE(o->walk, "", parties);
    int who = by && pass_word(o, "by");
    if (who && pass_name(o, &parties) < 0) {
        offer_table(o, &parties);
    } else {
        offer_words(o, (const char *const[]){ "at", "by" }, by && !who ? 2 : 1);
    }
}

static int32_t stage_of(const offer *o, int32_t choice)
{
    return o->walk->c.visits[o->walk->choices[choice].visit].stage;
}

/* A stage that is open, if there are several or it was begun with; then its outcomes, then who and when. */
static void offer_answer(offer *o, int by)
{
    const moot_protocol *p = o->walk->protocol;
    int32_t in = -1, last = -1, count = o->walk->choice_count, several = 0;
    for (int32_t i = 0; i < count; i++) {
        several |= stage_of(o, i) != stage_of(o, 0);
    }
    for (int32_t i = 0; in < 0 && i < count; i++) {
        in = pass_word(o, p->stages[stage_of(o, i)].decl.name) ? stage_of(o, i) : -1;
    }
    for (int32_t i = 0; i < count; i++) {
        if (pass_word(o, p->outcomes[o->walk->choices[i].outcome].decl.name)) {
            offer_when(o, by);
            return;
        }
    }
    for (int32_t i = 0; !o->found && i < count; i++) {
        if (in < 0 && last != stage_of(o, i) && (several || o->tail[0] || o->word[0])) {
            offer_name(o, p->stages[stage_of(o, i)].decl.name);
        }
        last = stage_of(o, i);
        if (in < 0 || in == last) {
            offer_name(o, p->outcomes[o->walk->choices[i].outcome].decl.name);
        }
    }
}

static void offer_signs(offer *o)
{
    name_table parties = WALK_TABLE(o->walk, "", parties);
    if (pass_name(o, &parties) >= 0) {
        offer_answer(o, 0);
    } else {
        offer_table(o, &parties);
    }
}

/* A name of a table, then one of these words; then when. */
static void offer_states(offer *o, const name_table *table, const char *const *states, size_t count)
{
    if (pass_name(o, table) < 0) {
        offer_table(o, table);
        return;
    }
    int passed = count == 0;
    for (size_t i = 0; !passed && i < count; i++) {
        passed = pass_word(o, states[i]);
    }
    if (passed) {
        offer_when(o, 0);
    } else {
        offer_words(o, states, count);
    }
}

/* Where an outcome or a panel places somebody, each once. */
static void offer_places(offer *o)
{
    const moot_protocol *p = o->walk->protocol;
    for (int32_t i = 0; !o->found && i < p->effects_count; i++) {
        const char *where = p->effects[i].verb == MOOT_PLACE ? p->effects[i].text : NULL;
        for (int32_t k = 0; where && k < i; k++) {
            where = p->effects[k].verb == MOOT_PLACE && p->effects[k].text && strcmp(p->effects[k].text, where) == 0 ? NULL : where;
        }
        offer_name(o, where ? where : "");
    }
}

static void offer_things(offer *o)
{
    const char *name;
    for (int32_t i = 0; !o->found && (name = walk_thing_name(o->walk, i)) != NULL; i++) {
        offer_name(o, name);
    }
}

static void offer_hidden(offer *o)
{
    for (int32_t i = 0; !o->found && i < o->walk->protocol->facts_count; i++) {
        if (o->walk->hidden && o->walk->hidden[i]) {
            offer_name(o, o->walk->protocol->facts[i].decl.name);
        }
    }
}

static void offer_forks(offer *o)
{
    for (int32_t i = 0; !o->found && i < o->walk->fork_count; i++) {
        if (i != o->walk->fork_now) {
            offer_name(o, o->walk->forks[i].name);
        }
    }
}

/* Clauses that something carries out; the list that is made of them holds each once. */
static void offer_clauses(offer *o)
{
    const moot_protocol *p = o->walk->protocol;
    const name_table tables[] = { WALK_TABLE(o->walk, "", stages), WALK_TABLE(o->walk, "", outcomes),
                                  WALK_TABLE(o->walk, "", clocks) };
    for (size_t t = 0; t < MOOT_COUNT(tables); t++) {
        for (int32_t i = 0; !o->found && i < tables[t].count; i++) {
            const char *row = (const char *)tables[t].rows + (size_t)i * tables[t].size;
            offer_name(o, ((const moot_decl *)(const void *)row)->clause);
        }
    }
    for (int32_t i = 0; !o->found && i < p->effects_count; i++) {
        offer_name(o, p->effects[i].decl.clause);
    }
}

static void offer_help(offer *o)
{
    for (size_t i = 0; !o->found && walk_word_name(i); i++) {
        offer_name(o, walk_word_name(i));
    }
    for (size_t i = 0; !o->found && i < moot_word_count; i++) {
        offer_name(o, moot_words[i].name);
    }
    if (o->tail[0] || o->word[0]) {
        offer_things(o);
    }
}

static void offer_why(offer *o)
{
    name_table stages = WALK_TABLE(o->walk, "", stages), clocks = WALK_TABLE(o->walk, "", clocks),
               outcomes = WALK_TABLE(o->walk, "", outcomes);
    if (strncmp(o->tail, "not ", 4) == 0) {
        o->tail += 4;
        offer_table(o, &outcomes);
        return;
    }
    offer_name(o, "not");
    offer_table(o, &stages);
    offer_table(o, &clocks);
}

/* at NAME, off, off NAME */
static void offer_breaks(offer *o)
{
    name_table stages = WALK_TABLE(o->walk, "", stages), clocks = WALK_TABLE(o->walk, "", clocks);
    int is_at = strncmp(o->tail, "at ", 3) == 0, is_off = strncmp(o->tail, "off ", 4) == 0;
    if (!is_at && !is_off) {
        offer_name(o, "at");
        offer_name(o, "off");
        return;
    }
    o->tail += is_at ? 3 : 4;
    offer_table(o, &stages);
    offer_table(o, &clocks);
}

/* ---- what comes behind a first word ---- */

static void offer_fact(offer *o)
{
    offer_facts(o, 0);
}

static void offer_consent(offer *o)
{
    offer_facts(o, 1);
}

static void offer_chosen(offer *o)
{
    offer_answer(o, 1);
}

static void offer_numbered(offer *o)
{
    offer_when(o, 1);
}

static void offer_events(offer *o)
{
    name_table events = WALK_TABLE(o->walk, "", events);
    offer_states(o, &events, NULL, 0);
}

static void offer_done(offer *o)
{
    name_table clocks = WALK_TABLE(o->walk, "", clocks);
    offer_states(o, &clocks, NULL, 0);
}

static void offer_notices(offer *o)
{
    static const char *const sent[] = { "sent", "received" };
    name_table notices = WALK_TABLE(o->walk, "", notices);
    offer_states(o, &notices, sent, MOOT_COUNT(sent));
}

static void offer_due(offer *o)
{
    name_table clocks = WALK_TABLE(o->walk, "", clocks);
    offer_table(o, &clocks);
}

static void offer_panels(offer *o)
{
    name_table panels = WALK_TABLE(o->walk, "", panels);
    offer_table(o, &panels);
}

static void offer_parties(offer *o)
{
    name_table parties = WALK_TABLE(o->walk, "", parties);
    offer_table(o, &parties);
}

static void offer_hideable(offer *o)
{
    name_table facts = WALK_TABLE(o->walk, "", facts);
    offer_table(o, &facts);
}

static void offer_guesses(offer *o)
{
    name_table stages = WALK_TABLE(o->walk, "", stages);
    offer_table(o, &stages);
    offer_parties(o);
}

static void offer_quizzes(offer *o)
{
    static const char *const quizzes[] = { "on", "off", "again", "new class" };
    offer_words(o, quizzes, MOOT_COUNT(quizzes));
}

static void offer_back(offer *o)
{
    offer_name(o, "to");
}

static void offer_what(offer *o)
{
    offer_name(o, "if");
    if (strncmp(o->tail, "if ", 3) == 0) {
        o->tail += 3;
        offer_changed(o);
        offer_hideable(o);
        offer_readings(o);
    }
}

typedef void offer_fn(offer *o);
static const struct {
    const char *words;
    offer_fn *offers;
} offered_behind[] = {
    { "event say inject", offer_events }, { "fact set", offer_fact },        { "consent", offer_consent }, { "answer choose", offer_chosen },
    { "done", offer_done },               { "due", offer_due },              { "sign", offer_signs },      { "who", offer_parties },
    { "notice", offer_notices },          { "panel", offer_panels },         { "wait", offer_lengths },    { "until", offer_times },
    { "switch compare", offer_forks },    { "clause", offer_clauses },       { "help h", offer_help },     { "why", offer_why },
    { "what", offer_what },               { "hide", offer_hideable },        { "show", offer_hidden },     { "quiz", offer_quizzes },
    { "break", offer_breaks },            { "back", offer_back },            { "place", offer_places },    { "guess", offer_guesses },
};

/* NULL: the word is none of those. */
static offer_fn *behind_word(const char *first, size_t len)
{
    for (size_t i = 0; i < MOOT_COUNT(offered_behind); i++) {
        for (const char *at = offered_behind[i].words; at; at = strchr(at, ' ')) {
            at += *at == ' ';
            if (strncmp(at, first, len) == 0 && (at[len] == ' ' || !at[len])) {
                return offered_behind[i].offers;
            }
        }
    }
    return NULL;
}

static void offer_after(offer *o, const char *first, size_t len)
{
    offer_fn *offers = behind_word(first, len);
    if (first[0] == '?') {
        o->tail = first + 1 + strspn(first + 1, " ");
        offer_things(o);
    } else if (offers) {
        offers(o);
    } else if (strspn(first, "0123456789") == len) {
        offer_numbered(o);
    } else { /* the name of an event begins a line too */
        o->tail = first;
        offer_events(o);
    }
}

/* Behind the last `at` or `on` stands a time. */
static const char *time_tail(const char *line)
{
    const char *tail = NULL;
    for (const char *at = line; (at = strpbrk(at, " ")) != NULL; at++) {
        if (strncmp(at, " at ", 4) == 0 || strncmp(at, " on ", 4) == 0) {
            tail = at + 4;
        }
    }
    return tail;
}

const char *moot_walk_complete(moot_walk *walk, const char *line, const char *word, size_t i)
{
    offer o = { walk, "", word, i, NULL };
    while (*line == ' ' || *line == '\t') {
        line++;
    }
    size_t first = strcspn(line, " \t");
    if (!line[first]) {
        offer_first(&o);
        return o.found;
    }
    const char *when = time_tail(line);
    o.tail = line + first + strspn(line + first, " \t");
    o.tail += *o.tail == '"';
    offer_after(&o, line, first); /* a name may have "at" in it */
    if (!o.found && when) {
        o.tail = when;
        offer_times(&o);
    }
    return o.found;
}

/* What is typed begins "answer" and the name of the one outcome that can be chosen: the rest of it; NULL. */
static const char *hint_outcome(moot_walk *walk, const char *line)
{
    const char *only = NULL;
    for (int32_t i = 0; i < walk->choice_count; i++) {
        if (walk->choices[i].admissible == MOOT_TRUE) {
            if (only) {
                return NULL;
            }
            only = walk->protocol->outcomes[walk->choices[i].outcome].decl.name;
        }
    }
    snprintf(walk->offered, sizeof walk->offered, "answer %s", only ? only : "");
    size_t len = strlen(line);
    return only && strncmp(walk->offered, line, len) == 0 ? walk->offered + len : NULL;
}

const char *moot_walk_hint(moot_walk *walk, const char *line)
{
    const char *hint = walk->now == MOOT_NEVER ? NULL : hint_outcome(walk, line);
    return hint && hint[0] ? hint : NULL;
}
