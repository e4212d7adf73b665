/* The lines of a walk: a word and what it is about. Times are told forwards only; what is wrong is
 * taken back by undo. */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/reference.h"
#include "lua/schema.h"
#include "repl/walk_internal.h"
#include "vm/names.h"
#include "vm/text.h"

#define LONGEST_LINE 4096
#define MINUTE 60
#define HOUR 3600

/* ---- words of a line ---- */

static int is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Splits at blanks; a text in quotes is one word, which may be empty. */
static moot_code split(char *line, words *out, moot_err *err)
{
    out->count = 0;
    for (char *at = line; *at;) {
        if (is_blank(*at)) {
            at++;
            continue;
        }
        if (out->count == WALK_WORDS) {
            return moot_fail(err, MOOT_EDATA, "the line has more than %d words", WALK_WORDS);
        }
        char quote = *at == '"' || *at == '\'' ? *at : '\0';
        char *from = quote ? ++at : at;
        while (*at && (quote ? *at != quote : !is_blank(*at))) {
            at++;
        }
        if (quote && !*at) {
            return moot_fail(err, MOOT_EDATA, "the text that begins with %c%.40s has no closing %c",
                             quote, from, quote);
        }
        out->word[out->count++] = from;
        if (*at) {
            *at++ = '\0';
        }
    }
    return MOOT_OK;
}

/* Words from the n-th on as one text, kept with the steps. */
static const char *joined(moot_walk *walk, const words *w, int32_t n)
{
    moot_buf text;
    moot_buf_init(&text);
    for (int32_t i = n; i < w->count; i++) {
        moot_buf_str(&text, i > n ? " " : "");
        moot_buf_str(&text, w->word[i]);
    }
    const char *kept = moot_buf_ok(&text) ? walk_keep(walk, moot_buf_text(&text)) : NULL;
    moot_buf_done(&text);
    return kept;
}

/* ---- when it happened ---- */

/* Takes `at TIME` off the end of the words; without it, now. */
static moot_code take_time(moot_walk *walk, words *w, moot_instant *out_at, moot_err *err)
{
    int32_t at = w->count - 1;
    while (at > 0 && strcmp(w->word[at], "at") != 0) {
        at--;
    }
    *out_at = walk->now;
    if (at <= 0) {
        return walk->now != MOOT_NEVER
                   ? MOOT_OK
                   : moot_fail(err, MOOT_EDATA, "say when, as in: %s ... at 2026-05-21 09:15",
                               w->word[0]);
    }
    const char *text = joined(walk, w, at + 1);
    moot_when when = { 0, 0 };
    if (!text) {
        return moot_fail_memory(err);
    }
    if (moot_when_parse(walk->protocol->zone, text, &when, err)) {
        return err->code;
    }
    if (!moot_when_exact(when)) {
        return moot_fail(
            err, MOOT_EDATA,
            "a walk needs the day and the time, as in: at 2026-05-21 09:15; it was \"%s\"", text);
    }
    if (walk->now != MOOT_NEVER && when.lo < walk->now) {
        char now[64];
        return moot_fail(err, MOOT_EDATA,
                         "time goes forwards only, and it is %s; undo takes the last step back",
                         moot_instant_text(walk->protocol->zone, walk->now, now, sizeof now));
    }
    w->count = at;
    *out_at = when.lo;
    return MOOT_OK;
}

/* ---- steps ---- */

typedef struct part {
    const char *key, *text;
    moot_cell_kind kind; /* PLAIN: its fact says the type */
} part;

/* An event of the case, at an instant, of up to four parts. */
static moot_code add_event(moot_walk *walk, moot_instant at, const part *parts, int32_t count,
                           moot_err *err)
{
    char time[64];
    moot_cell *cells = moot_arena_array(&walk->texts, (size_t)count + 1, sizeof *cells);
    const char *kept =
        walk_keep(walk, moot_instant_text(walk->protocol->zone, at, time, sizeof time));
    if (!cells || !kept) {
        return moot_fail_memory(err);
    }
    cells[0] = (moot_cell){ .key = "at", .kind = MOOT_CELL_TEXT, .text = kept };
    for (int32_t i = 0; i < count; i++) {
        const char *text = parts[i].text ? walk_keep(walk, parts[i].text) : NULL;
        if (parts[i].text && !text) {
            return moot_fail_memory(err);
        }
        cells[i + 1] =
            (moot_cell){ .key = parts[i].key, .kind = (uint8_t)parts[i].kind, .text = text };
    }
    step added = { STEP_EVENT,
                   at,
                   { .kind = MOOT_CELL_OBJECT, .cells = cells, .count = count + 1 } };
    return walk_add(walk, &added, err);
}

static moot_code wait_until(moot_walk *walk, step_kind kind, moot_instant at, moot_err *err)
{
    step added = { .kind = (uint8_t)kind, .at = at };
    return walk_add(walk, &added, err);
}

/* ---- names ---- */

static const char *nearest_of(moot_walk *walk, const char *word, const void *table, int32_t count,
                              size_t size)
{
    const char **names = moot_arena_array(&walk->scratch, (size_t)count + 1, sizeof *names);
    for (int32_t i = 0; names && i < count; i++) {
        names[i] =
            ((const moot_decl *)(const void *)((const char *)table + (size_t)i * size))->name;
    }
    return names ? moot_nearest(word, names, (size_t)count) : NULL;
}
#define NEAREST(walk, word, table)                                                       \
    nearest_of((walk), (word), (walk)->protocol->table, (walk)->protocol->table##_count, \
               sizeof *(walk)->protocol->table)

static moot_code no_such(const moot_walk *walk, const char *kind, const char *word,
                         const char *near, moot_err *err)
{
    if (near) {
        return moot_fail(err, MOOT_EDATA, "%s has no %s \"%s\"; did you mean \"%s\"?",
                         walk->protocol->id, kind, word, near);
    }
    return moot_fail(err, MOOT_EDATA, "%s has no %s \"%s\"", walk->protocol->id, kind, word);
}

static moot_code needs_words(const words *w, int32_t least, int32_t most, const char *how,
                             moot_err *err)
{
    if (w->count < least || w->count > most) {
        return moot_fail(err, MOOT_EDATA, "%s is used like this: %s", w->word[0], how);
    }
    return MOOT_OK;
}

/* ---- saying what happens ---- */

typedef struct call {
    moot_walk *walk;
    words w;
    moot_buf *out;
    int *quit;
} call;

static moot_code do_event(call *c, moot_err *err)
{
    moot_instant at;
    if (take_time(c->walk, &c->w, &at, err) ||
        needs_words(&c->w, 2, 2, "event \"presents homeless\" at 2026-05-21 09:15", err)) {
        return err->code;
    }
    if (moot_find_event(c->walk->protocol, c->w.word[1]) < 0) {
        return no_such(c->walk, "event", c->w.word[1], NEAREST(c->walk, c->w.word[1], events), err);
    }
    part parts[] = { { "event", c->w.word[1], MOOT_CELL_TEXT } };
    return add_event(c->walk, at, parts, 1, err);
}

/* Before the start a fact holds from the start; later it becomes known now. */
static moot_code do_fact(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    moot_instant at = MOOT_NEVER;
    int timed = c->w.count > 3 && strcmp(c->w.word[3], "at") == 0;
    if ((timed || walk->now != MOOT_NEVER) && take_time(walk, &c->w, &at, err)) {
        return err->code;
    }
    if (needs_words(&c->w, 3, 3, "fact dob 2009-02-11", err)) {
        return err->code;
    }
    if (moot_find_fact(walk->protocol, c->w.word[1]) < 0) {
        return no_such(walk, "fact", c->w.word[1], NEAREST(walk, c->w.word[1], facts), err);
    }
    if (at != MOOT_NEVER) {
        part parts[] = { { "fact", c->w.word[1], MOOT_CELL_TEXT },
                         { "value", c->w.word[2], MOOT_CELL_PLAIN } };
        return add_event(walk, at, parts, 2, err);
    }
    const char *name = walk_keep(walk, c->w.word[1]), *value = walk_keep(walk, c->w.word[2]);
    step added = { STEP_FACT, MOOT_NEVER, { .key = name, .kind = MOOT_CELL_PLAIN, .text = value } };
    return name && value ? walk_add(walk, &added, err) : moot_fail_memory(err);
}

static const moot_choice *choice_named(const moot_walk *walk, const char *stage,
                                       const char *outcome)
{
    for (int32_t i = 0; i < walk->choice_count; i++) {
        const moot_choice *choice = &walk->choices[i];
        const moot_visit *visit = &walk->c.visits[choice->visit];
        if (strcmp(walk->protocol->outcomes[choice->outcome].decl.name, outcome) == 0 &&
            (!stage || strcmp(walk->protocol->stages[visit->stage].decl.name, stage) == 0)) {
            return choice;
        }
    }
    return NULL;
}

static moot_code choose(moot_walk *walk, const moot_choice *choice, moot_instant at, moot_err *err)
{
    const moot_visit *visit = &walk->c.visits[choice->visit];
    const moot_outcome *outcome = &walk->protocol->outcomes[choice->outcome];
    if (choice->admissible == MOOT_FALSE) {
        return moot_fail(err, MOOT_EDATA, "\"%s\" is barred now; why not \"%s\" says why",
                         outcome->decl.name, outcome->decl.name);
    }
    const char *missing =
        choice->admissible == MOOT_UNKNOWN ? walk_missing(walk, outcome->when, visit->child) : NULL;
    if (choice->admissible == MOOT_UNKNOWN) {
        return moot_fail(err, MOOT_EDATA,
                         "it cannot be told whether \"%s\" may be chosen: say fact %s first",
                         outcome->decl.name, missing ? missing : "...");
    }
    part parts[] = {
        { "stage", walk->protocol->stages[visit->stage].decl.name, MOOT_CELL_TEXT },
        { "outcome", outcome->decl.name, MOOT_CELL_TEXT },
        { "child", visit->child >= 0 ? walk->input.children[visit->child] : NULL, MOOT_CELL_TEXT },
    };
    return add_event(walk, at, parts, visit->child >= 0 ? 3 : 2, err);
}

static moot_code no_choice(const moot_walk *walk, const char *stage, const char *outcome,
                           moot_err *err)
{
    const char *names[WALK_CHOICES];
    for (int32_t i = 0; i < walk->choice_count; i++) {
        names[i] = walk->protocol->outcomes[walk->choices[i].outcome].decl.name;
    }
    const char *near = moot_nearest(outcome, names, (size_t)walk->choice_count);
    if (near && strcmp(near, outcome) != 0) {
        return moot_fail(err, MOOT_EDATA,
                         "no open stage has an outcome \"%s\"; did you mean \"%s\"?", outcome,
                         near);
    }
    return moot_fail(err, MOOT_EDATA,
                     "%s%s%sno open stage has an outcome \"%s\"; look shows what there is",
                     stage ? "in \"" : "", stage ? stage : "", stage ? "\" " : "", outcome);
}

static moot_code do_answer(call *c, moot_err *err)
{
    moot_instant at;
    if (take_time(c->walk, &c->w, &at, err) ||
        needs_words(&c->w, 2, 3, "answer mediation \"still homeless\"", err)) {
        return err->code;
    }
    const char *outcome = c->w.word[c->w.count - 1];
    const char *stage = c->w.count == 3 ? c->w.word[1] : NULL;
    const moot_choice *choice = choice_named(c->walk, stage, outcome);
    if (!choice) {
        return no_choice(c->walk, stage, outcome, err);
    }
    return choose(c->walk, choice, at, err);
}

static moot_code do_number(call *c, moot_err *err)
{
    char *end;
    long n = strtol(c->w.word[0], &end, 10);
    if (c->walk->choice_count == 0) {
        return moot_fail(err, MOOT_EDATA, "there is nothing to choose from now");
    }
    if (*end || n < 1 || n > c->walk->choice_count) {
        return moot_fail(err, MOOT_EDATA, "choose a number from 1 to %" PRId32,
                         c->walk->choice_count);
    }
    moot_choice choice = c->walk->choices[n - 1];
    moot_instant at;
    if (take_time(c->walk, &c->w, &at, err)) {
        return err->code;
    }
    return choose(c->walk, &choice, at, err);
}

static moot_code do_done(call *c, moot_err *err)
{
    moot_instant at;
    if (take_time(c->walk, &c->w, &at, err) ||
        needs_words(&c->w, 2, 2, "done \"joint assessment\"", err)) {
        return err->code;
    }
    if (moot_find_clock(c->walk->protocol, c->w.word[1]) < 0) {
        return no_such(c->walk, "deadline or act", c->w.word[1],
                       NEAREST(c->walk, c->w.word[1], clocks), err);
    }
    part parts[] = { { "deadline", c->w.word[1], MOOT_CELL_TEXT }, { "met", NULL, MOOT_CELL_YES } };
    return add_event(c->walk, at, parts, 2, err);
}

static moot_code do_consent(call *c, moot_err *err)
{
    moot_instant at;
    if (take_time(c->walk, &c->w, &at, err) ||
        needs_words(&c->w, 3, 3, "consent care given", err)) {
        return err->code;
    }
    part parts[] = { { "consent", c->w.word[1], MOOT_CELL_TEXT },
                     { "state", c->w.word[2], MOOT_CELL_TEXT } };
    return add_event(c->walk, at, parts, 2, err);
}

static moot_code do_place(call *c, moot_err *err)
{
    moot_instant at;
    if (take_time(c->walk, &c->w, &at, err) ||
        needs_words(&c->w, 2, 2, "place \"interim accommodation\"", err)) {
        return err->code;
    }
    int nowhere = strcmp(c->w.word[1], "nowhere") == 0;
    part parts[] = { { "place", nowhere ? NULL : c->w.word[1],
                       nowhere ? MOOT_CELL_NULL : MOOT_CELL_TEXT } };
    return add_event(c->walk, at, parts, 1, err);
}

static moot_code do_note(call *c, moot_err *err)
{
    const char *text = joined(c->walk, &c->w, 1);
    if (c->walk->now == MOOT_NEVER || c->w.count < 2) {
        return moot_fail(err, MOOT_EDATA, "note takes a text, once something has happened");
    }
    if (!text) {
        return moot_fail_memory(err);
    }
    part parts[] = { { "note", text, MOOT_CELL_TEXT } };
    return add_event(c->walk, c->walk->now, parts, 1, err);
}

/* ---- letting time pass ---- */

static moot_instant later(const moot_walk *walk, moot_duration d)
{
    const moot_zone *zone = walk->protocol->zone;
    if (!moot_unit_by_day((moot_unit)d.unit)) {
        return walk->now + (moot_instant)d.count * (d.unit == MOOT_HOURS ? HOUR : MINUTE);
    }
    moot_day day = moot_calendar_shift(walk->protocol->calendars[0], moot_day_at(zone, walk->now),
                                       d, MOOT_COUNT_OF);
    moot_instant at;
    moot_instant_of(zone, day, moot_second_of_day(zone, walk->now), &at, NULL);
    return at;
}

static moot_code do_wait(call *c, moot_err *err)
{
    moot_duration length = { 0, MOOT_DAYS };
    if (c->walk->now == MOOT_NEVER) {
        return moot_fail(err, MOOT_EDATA,
                         "nothing has happened yet, so there is nothing to wait from");
    }
    const char *text = joined(c->walk, &c->w, 1);
    if (!text) {
        return moot_fail_memory(err);
    }
    if (c->w.count < 2) {
        return moot_fail(err, MOOT_EDATA, "wait is used like this: wait 2 days, wait 48 hours");
    }
    if (moot_duration_parse(text, &length, err)) {
        return err->code;
    }
    if (length.count < 0) {
        return moot_fail(err, MOOT_EDATA, "time goes forwards only; undo takes the last step back");
    }
    moot_instant until = later(c->walk, length);
    if (moot_day_at(c->walk->protocol->zone, until) >= MOOT_DAY_MAX) {
        return moot_fail(err, MOOT_EDATA,
                         "%s from here is later than the last year that moot knows, 2199", text);
    }
    return wait_until(c->walk, STEP_WAIT, until, err);
}

static moot_code do_next(call *c, moot_err *err)
{
    moot_instant at =
        c->walk->now == MOOT_NEVER ? MOOT_NEVER : moot_engine_next_timer(c->walk->engine);
    if (at == MOOT_NEVER) {
        return moot_fail(err, MOOT_EDATA, "nothing more happens by itself; say what happens");
    }
    return wait_until(c->walk, STEP_NEXT, at, err);
}

static moot_code do_undo(call *c, moot_err *err)
{
    return walk_undo(c->walk, err);
}

static moot_code do_new(call *c, moot_err *err)
{
    if (needs_words(&c->w, 1, 2, "new, or: new C2", err)) {
        return err->code;
    }
    return walk_restart(c->walk, c->w.count == 2 ? c->w.word[1] : "walk", err);
}

/* ---- asking ---- */

static moot_code do_look(call *c, moot_err *err)
{
    (void)c;
    (void)err;
    return MOOT_OK; /* the screen follows */
}

static moot_code do_due(call *c, moot_err *err)
{
    if (c->w.count == 2) {
        return walk_why_due(c->walk, c->w.word[1], c->out, err);
    }
    walk_due(c->walk, c->out);
    return needs_words(&c->w, 1, 2, "due, or: due \"joint assessment\"", err);
}

static moot_code do_who(call *c, moot_err *err)
{
    (void)err;
    walk_who(c->walk, c->out);
    return MOOT_OK;
}

static moot_code do_needs(call *c, moot_err *err)
{
    (void)err;
    walk_needs(c->walk, c->out);
    return MOOT_OK;
}

static moot_code do_log(call *c, moot_err *err)
{
    (void)err;
    walk_log(c->walk, c->out);
    return MOOT_OK;
}

static moot_code do_why(call *c, moot_err *err)
{
    if (c->w.count > 1 && strcmp(c->w.word[1], "not") == 0) {
        return walk_why_not(c->walk, &c->w, c->out, err);
    }
    return walk_why(c->walk, &c->w, c->out, err);
}

static moot_code do_clause(call *c, moot_err *err)
{
    return walk_clause(c->walk, &c->w, c->out, err);
}

static moot_code do_quit(call *c, moot_err *err)
{
    (void)err;
    *c->quit = 1;
    return MOOT_OK;
}

static moot_code do_help(call *c, moot_err *err);

/* ---- the words ---- */

static const struct word {
    const char *name;
    moot_code (*run)(call *c, moot_err *err);
    int screen; /* it changes the case: the screen follows */
    const char *group, *usage, *what;
} table[] = {
    { "event", do_event, 1, "Move", "event NAME [at TIME]", "something happens" },
    { "answer", do_answer, 1, "Move", "answer [STAGE] OUTCOME [at TIME]",
      "a stage ends so; a bare number chooses" },
    { "done", do_done, 1, "Move", "done NAME [at TIME]", "a deadline is met, an act is done" },
    { "fact", do_fact, 1, "Move", "fact NAME VALUE [at TIME]",
      "a fact, from the start or known from now" },
    { "set", do_fact, 1, NULL, NULL, NULL },
    { "consent", do_consent, 1, "Move", "consent NAME STATE [at TIME]",
      "asked, given, refused, withdrawn" },
    { "place", do_place, 1, "Move", "place WHERE [at TIME]",
      "where they sleep; nowhere is an answer" },
    { "note", do_note, 1, "Move", "note TEXT", "a remark in the log" },
    { "wait", do_wait, 1, "Move", "wait 2 days", "time passes: also 48 hours, 1 month" },
    { "next", do_next, 1, "Move", "next", "to the next thing that happens by itself" },
    { "look", do_look, 1, "Look", "look", "where the case is now" },
    { "due", do_due, 0, "Look", "due", "what is due, how long is left, how late each step may be" },
    { "due NAME", NULL, 0, "Look", "due NAME", "how its date is counted" },
    { "who", do_who, 0, "Look", "who", "who owes what" },
    { "needs", do_needs, 0, "Look", "needs", "facts that are missing" },
    { "log", do_log, 0, "Look", "log", "all that happened" },
    { "why", do_why, 0, "Explain", "why [ENTRY|NAME]", "the chain of reasons" },
    { "why not", NULL, 0, "Explain", "why not [OUTCOME]", "the tests that bar an outcome" },
    { "clause", do_clause, 0, "Explain", "clause 3.7/1",
      "what a clause says and what carries it out" },
    { "undo", do_undo, 1, "Take back", "undo", "take the last step back" },
    { "new", do_new, 1, "Take back", "new [ID]", "start another case" },
    { "help", do_help, 0, "Leave", "help [WORD]", "this list; a word of it, or of protocols" },
    { "quit", do_quit, 0, "Leave", "quit", "leave" },
    { "exit", do_quit, 0, NULL, NULL, NULL },
};

static void list_words(moot_buf *out)
{
    const char *group = "";
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        if (!table[i].usage) {
            continue;
        }
        if (strcmp(group, table[i].group) != 0) {
            group = table[i].group;
            moot_buf_printf(out, "%s\n", group);
        }
        moot_buf_printf(out, "  %-34s%s\n", table[i].usage, table[i].what);
    }
}

static moot_code no_help(const char *word, moot_err *err)
{
    const char *names[MOOT_COUNT(table) + 256];
    const char *name;
    size_t count = 0;
    for (; count < MOOT_COUNT(table); count++) {
        names[count] = table[count].name;
    }
    for (size_t i = 0; (name = moot_reference_name(i)) != NULL && count < MOOT_COUNT(names); i++) {
        names[count++] = name;
    }
    const char *near = moot_nearest(word, names, count);
    if (near) {
        return moot_fail(err, MOOT_EDATA, "there is no help on \"%s\"; did you mean \"%s\"?", word, near);
    }
    return moot_fail(err, MOOT_EDATA, "there is no help on \"%s\"; help lists the words", word);
}

/* help; help WORD, of the walk or of protocols: help wait, help deadline. */
static moot_code do_help(call *c, moot_err *err)
{
    int found = 0;
    if (needs_words(&c->w, 1, 2, "help, or help deadline", err)) {
        return err->code;
    }
    if (c->w.count == 1) {
        list_words(c->out);
        return MOOT_OK;
    }
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        size_t len = strlen(c->w.word[1]);
        if (table[i].usage && strncmp(table[i].usage, c->w.word[1], len) == 0 && strchr(" ", table[i].usage[len])) {
            moot_buf_printf(c->out, "  %-34s%s\n", table[i].usage, table[i].what);
            found = 1;
        }
    }
    if (moot_word_find(c->w.word[1])) {
        moot_buf_str(c->out, found ? "\nIn a protocol:\n\n" : "");
        found |= moot_reference_help(c->w.word[1], MOOT_REFERENCE_ANY, c->out);
    }
    return found ? MOOT_OK : no_help(c->w.word[1], err);
}

static moot_code unknown_word(const char *word, moot_err *err)
{
    const char *names[MOOT_COUNT(table)];
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        names[i] = table[i].name;
    }
    const char *near = moot_nearest(word, names, MOOT_COUNT(table));
    if (near) {
        return moot_fail(err, MOOT_EDATA, "there is no word \"%s\" here; did you mean \"%s\"?",
                         word, near);
    }
    return moot_fail(err, MOOT_EDATA, "there is no word \"%s\" here; help lists them", word);
}

static moot_code carry_out(call *c, moot_err *err)
{
    if (isdigit((unsigned char)c->w.word[0][0])) {
        if (!do_number(c, err)) {
            walk_screen(c->walk, c->out);
        }
        return err->code;
    }
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        if (table[i].run && strcmp(table[i].name, c->w.word[0]) == 0) {
            if (!table[i].run(c, err) && table[i].screen) {
                walk_screen(c->walk, c->out);
            }
            return err->code;
        }
    }
    return unknown_word(c->w.word[0], err);
}

moot_code moot_walk_line(moot_walk *walk, const char *line, moot_buf *out, int *out_quit,
                         moot_err *err)
{
    char copy[LONGEST_LINE];
    call c = { walk, { { NULL }, 0 }, out, out_quit };
    moot_arena_clear(&walk->scratch);
    if (moot_text_check(line, strlen(line), "this line", err)) {
        return err->code;
    }
    if (strlen(line) >= sizeof copy) {
        return moot_fail(err, MOOT_EDATA, "the line is longer than %d bytes", LONGEST_LINE - 1);
    }
    snprintf(copy, sizeof copy, "%s", line);
    if (split(copy, &c.w, err) || c.w.count == 0 || c.w.word[0][0] == '#') {
        return err->code;
    }
    if (carry_out(&c, err)) {
        err->code = err->code == MOOT_EUSAGE ? MOOT_EDATA
                                             : err->code; /* a line is input, not a command line */
        return err->code;
    }
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

/* ---- completion ---- */

static const char *nth_starting(const char *prefix, size_t *i, const char *name)
{
    return strncmp(name, prefix, strlen(prefix)) == 0 && (*i)-- == 0 ? name : NULL;
}

const char *moot_walk_complete(const moot_walk *walk, const char *line, const char *word, size_t i)
{
    const moot_protocol *p = walk->protocol;
    const char *found = NULL;
    while (is_blank(*line)) {
        line++;
    }
    size_t first = strcspn(line, " \t");
    if (!line[first]) {
        for (size_t n = 0; !found && n < MOOT_COUNT(table); n++) {
            found = nth_starting(word, &i, table[n].name);
        }
        return found;
    }
#define NAMES(of, table)                                                                         \
    for (int32_t n = 0;                                                                          \
         !found && first == strlen(of) && strncmp(line, of, first) == 0 && n < p->table##_count; \
         n++) {                                                                                  \
        found = nth_starting(word, &i, p->table[n].decl.name);                                   \
    }
    NAMES("event", events)
    NAMES("fact", facts)
    NAMES("consent", facts)
    NAMES("done", clocks)
#undef NAMES
    for (size_t n = 0; !found && first == 4 && strncmp(line, "help", 4) == 0 && n < moot_word_count; n++) {
        found = nth_starting(word, &i, moot_words[n].name);
    }
    for (int32_t n = 0; !found && strncmp(line, "answer", 6) == 0 && n < walk->choice_count; n++) {
        found = nth_starting(word, &i, p->outcomes[walk->choices[n].outcome].decl.name);
    }
    return found;
}
