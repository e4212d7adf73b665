/* Words that say what happens: each becomes an event of the case, as a caseload has it. */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "repl/walk/walk_internal.h"
#include "vm/base/names.h"

/* ---- who and when, behind a name ---- */

typedef struct circumstances {
    int32_t party; /* that signs, -1: the record speaks for all */
    moot_instant at;
} circumstances;

/* `[by ROLE] [at TIME]` from word i on, or `[at TIME] [by ROLE]`: people say both. */
static moot_code take_circumstances(moot_walk *walk, const words *w, int32_t i,
                                    circumstances *out, moot_err *err)
{
    words time = *w;
    int32_t by = i, end;
    while (by < w->count && !words_is(w, by, "by")) {
        by++;
    }
    out->party = -1;
    if (by < w->count) {
        name_table parties = WALK_TABLE(walk, "role", parties);
        if (by + 1 >= w->count) {
            return moot_fail(err, MOOT_EDATA, "by whom? Write the role, as in: %s ... by \"%s\"",
                             w->word[0],
                             walk->protocol->parties_count > 1 ? name_at(&parties, 1) : "...");
        }
        if (words_name_wanted(walk, w, by + 1, &parties, &out->party, &end, err)) {
            return err->code;
        }
        if (by == i) {
            i = end;
        } else if (end == w->count) {
            time.count = by;
        }
    }
    return walk_time(walk, &time, i, &out->at, err);
}

/* The same of what is kept without anybody's name: outcomes alone keep who. */
static moot_code take_time(moot_walk *walk, const words *w, int32_t i, circumstances *out, moot_err *err)
{
    if (take_circumstances(walk, w, i, out, err)) {
        return err->code;
    }
    return out->party < 0 ? MOOT_OK
                          : moot_fail(err, MOOT_EDATA, "by goes with an outcome, which keeps who decides or signs; here the record keeps "
                                      "what happened and when, so leave \"by %s\" out",
                                      walk->protocol->parties[out->party].decl.name);
}

/* ---- an event of the case ---- */

/* {"at":…,"KEY":"…"}: begun, filled with parts, then added. */
typedef struct event {
    moot_walk *walk;
    moot_buf text, said;
} event;

static void event_begin(event *e, moot_walk *walk, moot_instant at)
{
    char time[64];
    e->walk = walk;
    moot_buf_init(&e->text);
    moot_buf_init(&e->said);
    moot_buf_str(&e->text, "{\"at\":");
    moot_buf_json(&e->text, moot_instant_text(walk->protocol->zone, at, time, sizeof time));
}

static void event_part(event *e, const char *key, const char *value)
{
    moot_buf_printf(&e->text, ",\"%s\":", key);
    if (value) {
        moot_buf_json(&e->text, value);
    } else {
        moot_buf_str(&e->text, "null");
    }
}

static void event_time(event *e, moot_instant at)
{
    char time[64];
    moot_buf_printf(&e->said, " at %s",
                    moot_instant_text(e->walk->protocol->zone, at, time, sizeof time));
}

static moot_code event_add(event *e, moot_instant at, moot_err *err)
{
    int happened = 1;
    moot_buf_str(&e->text, "}");
    moot_code code = MOOT_OK;
    while (happened && !code) { /* what was injected comes before */
        code = walk_meanwhile(e->walk, at - 1, &happened, err);
    }
    code = code ? code : moot_buf_ok(&e->text) && moot_buf_ok(&e->said)
                         ? walk_add(e->walk, STEP_EVENT, at, moot_buf_text(&e->text),
                                    moot_buf_text(&e->said), err)
                         : moot_fail_memory(err);
    moot_buf_done(&e->text);
    moot_buf_done(&e->said);
    return code;
}

/* ---- events ---- */

int walk_is_event(const call *c)
{
    name_table events = WALK_TABLE(c->walk, "event", events);
    int32_t end;
    return words_name(&c->w, 0, &events, &end) >= 0;
}

moot_code do_event(call *c, moot_err *err)
{
    circumstances when;
    event e;
    int32_t index, end;
    int bare = walk_is_event(c);
    name_table events = WALK_TABLE(c->walk, "event", events);
    if (!bare && c->w.count < 2) {
        return moot_fail(err, MOOT_EDATA, "event is used like this: event \"presents homeless\" at 2026-05-21 09:15");
    }
    if (words_name_wanted(c->walk, &c->w, bare ? 0 : 1, &events, &index, &end, err) ||
        take_time(c->walk, &c->w, end, &when, err)) {
        return err->code;
    }
    const char *name = name_at(&events, index);
    event_begin(&e, c->walk, when.at);
    event_part(&e, "event", name);
    moot_buf_printf(&e.said, "event \"%s\"", name);
    event_time(&e, when.at);
    return event_add(&e, when.at, err);
}

/* ---- facts ---- */

/* A value as JSON: yes and no, whole numbers, pounds and pence, days in words; anything else is for the
 * reader to say. */
static const char *yes_or_no(const char *value)
{
    static const char *const yes[] = { "yes", "true", "y" }, *const no[] = { "no", "false", "n" };
    for (size_t i = 0; i < MOOT_COUNT(yes); i++) {
        if (strcasecmp(value, yes[i]) == 0 || strcasecmp(value, no[i]) == 0) {
            return strcasecmp(value, yes[i]) == 0 ? "true" : "false";
        }
    }
    return NULL;
}

static void value_json(const moot_walk *walk, int32_t fact, const char *value, moot_buf *out)
{
    int type = walk->protocol->facts[fact].type;
    if (type == MOOT_T_YESNO && yes_or_no(value)) {
        moot_buf_str(out, yes_or_no(value));
        return;
    }
    size_t digits = strspn(value + (value[0] == '-'), "0123456789") + (value[0] == '-');
    if (strcasecmp(value, "unknown") == 0) {
        moot_buf_str(out, "null");
    } else if ((type == MOOT_T_INTEGER || type == MOOT_T_MONEY) && digits && !value[digits] &&
               digits < 18) {
        moot_buf_printf(out, "%" PRId64, (int64_t)strtoll(value, NULL, 10));
    } else {
        moot_buf_json(out, value);
    }
}

moot_code walk_tell_fact(moot_walk *walk, int32_t fact, int32_t child, const char *value, moot_instant at,
                         moot_err *err)
{
    const char *name = walk->protocol->facts[fact].decl.name;
    event e;
    if (walk->protocol->facts[fact].type == MOOT_T_YESNO && !yes_or_no(value) && strcasecmp(value, "unknown") != 0) {
        return moot_fail(err, MOOT_EDATA, "%s is answered by yes, no or unknown, not \"%.60s\"", name, value);
    }
    at = at == MOOT_NEVER ? walk->now : at;
    if (at != MOOT_NEVER && at != MOOT_ALWAYS) {
        event_begin(&e, walk, at);
        event_part(&e, "fact", name);
        moot_buf_str(&e.text, ",\"value\":");
        value_json(walk, fact, value, &e.text);
        moot_buf_printf(&e.said, "fact %s %s", name, value);
        if (child >= 0) {
            event_part(&e, "child", walk->input.children[child]);
            moot_buf_printf(&e.said, " of %s", walk->input.children[child]);
        }
        event_time(&e, at);
        return event_add(&e, at, err);
    }
    moot_buf text, said;
    moot_buf_init(&text);
    if (child >= 0) {
        value_json(walk, fact, value, &text);
        moot_code told = walk_child_fact(walk, name, moot_buf_text(&text), value, child, err);
        moot_buf_done(&text);
        return told;
    }
    moot_buf_init(&said);
    moot_buf_json(&text, name);
    moot_buf_char(&text, ':');
    value_json(walk, fact, value, &text);
    moot_buf_printf(&said, "fact %s %s", name, value);
    moot_code code = moot_buf_ok(&text) && moot_buf_ok(&said)
                         ? walk_add(walk, STEP_FACT, MOOT_NEVER, moot_buf_text(&text),
                                    moot_buf_text(&said), err)
                         : moot_fail_memory(err);
    moot_buf_done(&text);
    moot_buf_done(&said);
    return code;
}

/* The words from `at` on stand `by` places further on, or back. */
static void shift(words *w, int32_t at, int32_t by)
{
    size_t count = (size_t)(w->count - at);
    memmove(w->word + at + by, w->word + at, count * sizeof *w->word);
    memmove(w->quoted + at + by, w->quoted + at, count * sizeof *w->quoted);
    w->count += by;
}

/* "dob=3 March 2009", also with blanks around the sign, is said as "dob 3 March 2009". */
static void drop_equals(moot_walk *walk, words *w, int32_t at)
{
    const char *sign = w->quoted[at] ? NULL : strchr(w->word[at], '=');
    if (sign && sign > w->word[at] && w->count < WALK_WORDS) {
        size_t size = (size_t)(sign - w->word[at]) + 1;
        char *name = moot_arena_array(&walk->scratch, size, 1);
        if (name) {
            snprintf(name, size, "%s", w->word[at]);
            w->word[at] = name;
            shift(w, at + 1, 1);
            w->word[at + 1] = sign;
            w->quoted[at + 1] = 0;
        }
    }
    if (at + 1 < w->count && !w->quoted[at + 1] && w->word[at + 1][0] == '=') {
        w->word[at + 1]++;
        if (!w->word[at + 1][0]) {
            shift(w, at + 2, -1);
        }
    }
}

/* Before the start a fact holds from the start; later it becomes known now. */
moot_code do_fact(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    name_table facts = WALK_TABLE(walk, "fact", facts);
    int32_t fact, end;
    moot_instant at = MOOT_NEVER;
    if (c->w.count > 1) {
        drop_equals(walk, &c->w, 1);
    }
    if (c->w.count < 3) {
        return moot_fail(err, MOOT_EDATA, "fact is used like this: fact dob 2009-02-11");
    }
    if (words_name_wanted(walk, &c->w, 1, &facts, &fact, &end, err)) {
        return err->code;
    }
    int32_t until = end;
    while (until < c->w.count && !words_is(&c->w, until, "at")) {
        until++; /* a value may hold any other word */
    }
    if (end >= c->w.count || until == end) {
        return moot_fail(err, MOOT_EDATA, "fact is used like this: fact dob 2009-02-11");
    }
    if (until < c->w.count && walk_time(walk, &c->w, until, &at, err)) {
        return err->code;
    }
    int32_t child = -1;
    if (walk_whose(walk, fact, &c->w, end, &until, &child, err)) {
        return err->code;
    }
    const char *value = words_joined(walk, &c->w, end, until);
    if (!value) {
        return moot_fail_memory(err);
    }
    return walk_day_words(walk, &walk->protocol->facts[fact], &value, err)
               ? err->code
               : walk_tell_fact(walk, fact, child, value, at, err);
}

/* ---- outcomes ---- */

/* What can be chosen at a later time is known only when time has gone there: for a moment it does. */
typedef struct ahead {
    int on;
    fork before;
    int32_t steps;
    const moot_walk_keeper *keeper;
} ahead;

static moot_code ahead_begin(moot_walk *walk, moot_instant at, ahead *a, moot_err *err)
{
    *a = (ahead){ walk->now != MOOT_NEVER && at > walk->now, *walk_fork(walk), walk->step_count, walk->keeper };
    if (!a->on) {
        return MOOT_OK;
    }
    walk->keeper = NULL;
    moot_code code = walk_add(walk, STEP_WAIT, at, "", "", err);
    walk->keeper = a->keeper;
    return code;
}

static moot_code ahead_end(moot_walk *walk, const ahead *a, moot_err *err)
{
    if (!a->on) {
        return err->code;
    }
    walk->step_count = a->steps;
    *walk_fork(walk) = a->before;
    return walk_again(walk, err);
}

/* The same where a step is added at once, which makes the case anew anyway. */
static void ahead_drop(moot_walk *walk, const ahead *a)
{
    if (a->on) {
        walk->step_count = a->steps;
        *walk_fork(walk) = a->before;
    }
}

/* Can it be told, or does it follow from other facts? */
static int is_given(const moot_walk *walk, const char *fact)
{
    const moot_protocol *p = walk->protocol;
    for (int32_t i = 0; i < p->facts_count; i++) {
        if (strcmp(p->facts[i].decl.name, fact) == 0) {
            return p->facts[i].source == MOOT_FACT_GIVEN;
        }
    }
    return 0;
}

static moot_code may_choose(moot_walk *walk, const moot_choice *choice, moot_err *err)
{
    const moot_visit *visit = &walk->c.visits[choice->visit];
    const moot_outcome *outcome = &walk->protocol->outcomes[choice->outcome];
    if (choice->admissible == MOOT_FALSE) {
        return moot_fail(err, MOOT_EDATA, "\"%s\" is barred now; why not %s says why",
                         outcome->decl.name, outcome->decl.name);
    }
    if (choice->admissible == MOOT_UNKNOWN) {
        const char *missing = walk_missing(walk, outcome->when, visit->child);
        if (missing && !is_given(walk, missing)) {
            return moot_fail(err, MOOT_EDATA,
                             "it cannot be told whether \"%s\" may be chosen: %s follows from what is not known yet; "
                             "ask asks for it, and why not says why",
                             outcome->decl.name, missing);
        }
        return moot_fail(err, MOOT_EDATA,
                         "it cannot be told whether \"%s\" may be chosen: say fact %s first",
                         outcome->decl.name, missing ? missing : "...");
    }
    return MOOT_OK;
}

/* The choice is of the time at which the answer falls; with it, that moment is over. */
static moot_code choose(moot_walk *walk, const moot_choice *choice, const circumstances *when,
                        const ahead *a, moot_err *err)
{
    const moot_protocol *p = walk->protocol;
    const moot_visit *visit = &walk->c.visits[choice->visit];
    const char *stage = p->stages[visit->stage].decl.name, *outcome = p->outcomes[choice->outcome].decl.name;
    const char *child = visit->child >= 0 ? walk_keep(walk, walk->input.children[visit->child]) : "";
    if (!may_choose(walk, choice, err) && !child) {
        moot_fail_memory(err);
    }
    if (err->code) {
        return ahead_end(walk, a, err);
    }
    ahead_drop(walk, a);
    event e;
    event_begin(&e, walk, when->at);
    event_part(&e, "stage", stage);
    event_part(&e, "outcome", outcome);
    if (child[0]) {
        event_part(&e, "child", child);
    }
    moot_buf_printf(&e.said, "answer \"%s\" \"%s\"", stage, outcome);
    if (when->party >= 0) {
        event_part(&e, "who", p->parties[when->party].decl.name);
        moot_buf_printf(&e.said, " by \"%s\"", p->parties[when->party].decl.name);
    }
    event_time(&e, when->at);
    return event_add(&e, when->at, err);
}

/* The words from `at` on are an outcome, with or without its stage before it: the longest reading.
 * *out_stage is -1 without a stage. Gives the word behind, `at` when there is none such. */
static int32_t spelt_outcome(const moot_walk *walk, const words *w, int32_t at, int32_t *out_stage,
                             int32_t *out_outcome)
{
    const moot_protocol *p = walk->protocol;
    int32_t best = at;
    for (int32_t i = 0; i < p->stages_count; i++) {
        const moot_span span = p->stages[i].outcomes;
        name_table stage = { "stage", &p->stages[i], 1, sizeof *p->stages };
        name_table outcomes = { "outcome", &p->outcomes[span.first], span.count, sizeof *p->outcomes };
        int32_t end, after_stage;
        int32_t found = words_name(w, at, &outcomes, &end);
        if (found >= 0 && end > best) {
            best = end;
            *out_stage = -1;
            *out_outcome = span.first + found;
        }
        if (words_name(w, at, &stage, &after_stage) >= 0 &&
            (found = words_name(w, after_stage, &outcomes, &end)) >= 0 && end > best) {
            best = end;
            *out_stage = i;
            *out_outcome = span.first + found;
        }
    }
    return best;
}

/* The choice of this stage (-1: any) whose outcome has the name of this one. */
static const moot_choice *choice_named(const moot_walk *walk, int32_t stage, int32_t outcome)
{
    const moot_protocol *p = walk->protocol;
    for (int32_t i = 0; i < walk->choice_count; i++) {
        const moot_choice *choice = &walk->choices[i];
        if ((stage < 0 || walk->c.visits[choice->visit].stage == stage) &&
            strcmp(p->outcomes[choice->outcome].decl.name, p->outcomes[outcome].decl.name) == 0) {
            return choice;
        }
    }
    return NULL;
}

/* An outcome that is none of an open stage: which stage it is of, if it is of one alone. */
static const char *stage_of_outcome(const moot_walk *walk, int32_t outcome)
{
    const moot_protocol *p = walk->protocol;
    const char *stage = NULL;
    for (int32_t i = 0; i < p->stages_count; i++) {
        for (int32_t k = p->stages[i].outcomes.first; k < p->stages[i].outcomes.first + p->stages[i].outcomes.count; k++) {
            if (strcmp(p->outcomes[k].decl.name, p->outcomes[outcome].decl.name) == 0) {
                if (stage) {
                    return NULL;
                }
                stage = p->stages[i].decl.name;
            }
        }
    }
    return stage;
}

#define OUTCOMES_NAMED 4

/* The names of a stage's outcomes: "prevented", "still homeless"; NULL when memory ends. */
static const char *outcomes_of(moot_walk *walk, const moot_stage *stage)
{
    moot_buf names;
    moot_buf_init(&names);
    for (int32_t i = 0; i < stage->outcomes.count && i < OUTCOMES_NAMED; i++) {
        moot_buf_printf(&names, "%s\"%.40s\"", i ? ", " : "", walk->protocol->outcomes[stage->outcomes.first + i].decl.name);
    }
    if (stage->outcomes.count > OUTCOMES_NAMED) {
        moot_buf_printf(&names, " and %" PRId32 " more", stage->outcomes.count - OUTCOMES_NAMED);
    }
    const char *kept = moot_buf_ok(&names) ? walk_keep(walk, moot_buf_text(&names)) : NULL;
    moot_buf_done(&names);
    return kept;
}

/* A stage was named, and behind it an outcome that is none of it, or none. MOOT_OK: no stage was. */
static moot_code no_outcome_of(moot_walk *walk, const words *w, int32_t at, moot_err *err)
{
    int32_t end;
    name_table stages = WALK_TABLE(walk, "stage", stages);
    int32_t stage = words_name(w, at, &stages, &end);
    if (stage < 0) {
        return MOOT_OK;
    }
    const char *name = name_at(&stages, stage), *has = outcomes_of(walk, &walk->protocol->stages[stage]);
    int32_t until = end < w->count && w->quoted[end] ? end + 1 : words_until(w, end);
    const char *said = words_joined(walk, w, end, until), *near = said && said[0] ? walk_choice_near(walk, w, end) : NULL;
    if (!has || !said) {
        return moot_fail_memory(err);
    }
    if (!said[0]) {
        return moot_fail(err, MOOT_EDATA, "\"%.60s\" is a stage: which outcome of it? It has %s", name, has);
    }
    return near ? moot_fail(err, MOOT_EDATA, "the stage \"%.60s\" has no outcome \"%.60s\"; did you mean \"%.60s\"?", name, said, near)
                : moot_fail(err, MOOT_EDATA, "the stage \"%.40s\" has no outcome \"%.40s\"; it has %s", name, said, has);
}

/* `outcome` is the one of the protocol that was spelt; -1: none was. */
static moot_code no_choice(moot_walk *walk, const words *w, int32_t at, int32_t outcome, moot_err *err)
{
    const char *said = words_joined(walk, w, at, w->quoted[at] ? at + 1 : words_until(w, at));
    const char *stage = outcome >= 0 ? stage_of_outcome(walk, outcome) : NULL;
    if (!said) {
        return moot_fail_memory(err);
    }
    if (stage) {
        return moot_fail(err, MOOT_EDATA, "no open stage has an outcome \"%s\": it is one of \"%s\", which is not open; "
                                          "look shows what there is", walk->protocol->outcomes[outcome].decl.name, stage);
    }
    if (outcome < 0 && no_outcome_of(walk, w, at, err)) {
        return err->code;
    }
    if (!said[0]) {
        return moot_fail(err, MOOT_EDATA, "the outcome stands before who or when, as in: answer still homeless at Friday 3pm");
    }
    const char *near = walk_choice_near(walk, w, at);
    if (near && !w->quoted[at] && walk_name_holds(walk, near, w, words_until(w, at))) {
        said = words_joined(walk, w, at, w->count); /* the name itself says "by" or "at" */
    }
    if (near && said) {
        return moot_fail(err, MOOT_EDATA, "no open stage has an outcome \"%s\"; did you mean \"%s\"?", said, near);
    }
    return moot_fail(err, MOOT_EDATA, "no open stage has an outcome \"%s\"; look shows what there is",
                     said ? said : "");
}

/* The words begin with an outcome of a stage that is not open, and go on with neither a time nor a role: more of them is meant. */
static moot_code spelt_in_part(moot_walk *walk, const words *w, int32_t at, moot_err *err)
{
    const char *said = words_joined(walk, w, at, words_until(w, at));
    const char *near = walk_choice_near(walk, w, at);
    if (near && said) {
        moot_err_init(err);
        return moot_fail(err, MOOT_EDATA, "no open stage has an outcome \"%s\"; did you mean \"%s\"?", said, near);
    }
    return err->code;
}

/* The screen says "stage: outcome", and so may a line: the same words without that colon. */
static void drop_colon(moot_walk *walk, words *w, int32_t at)
{
    for (int32_t i = at; i < w->count - 1; i++) {
        size_t len = strlen(w->word[i]);
        char *word = !w->quoted[i] && len > 1 && w->word[i][len - 1] == ':' ? (char *)moot_arena_array(&walk->scratch, len, 1) : NULL;
        if (word) {
            snprintf(word, len, "%s", w->word[i]);
            w->word[i] = word;
            return;
        }
    }
}

static moot_code answer_at(call *c, int32_t at, int32_t party, moot_err *err)
{
    circumstances when;
    ahead a;
    int32_t stage = -1, outcome = -1;
    moot_walk *walk = c->walk;
    if (at >= c->w.count) {
        return moot_fail(err, MOOT_EDATA, "%s needs an outcome, as in: %s", c->w.word[0],
                         party >= 0 ? "sign Social worker returned home"
                                    : "answer mediation still homeless");
    }
    int32_t end = spelt_outcome(walk, &c->w, at, &stage, &outcome);
    if (end == at) {
        drop_colon(walk, &c->w, at);
        end = spelt_outcome(walk, &c->w, at, &stage, &outcome);
    }
    if (end == at) {
        return no_choice(walk, &c->w, at, -1, err);
    }
    if (take_circumstances(walk, &c->w, end, &when, err)) {
        return choice_named(walk, stage, outcome) ? err->code : spelt_in_part(walk, &c->w, at, err);
    }
    if (party >= 0 && when.party >= 0) {
        const moot_party *parties = walk->protocol->parties;
        return moot_fail(err, MOOT_EDATA, "sign is told who signs: %s; leave \"by %s\" out", parties[party].decl.name,
                         parties[when.party].decl.name);
    }
    when.party = party >= 0 ? party : when.party;
    if (ahead_begin(walk, when.at, &a, err)) {
        return err->code;
    }
    const moot_choice *choice = choice_named(walk, stage, outcome);
    if (!choice) {
        (void)no_choice(walk, &c->w, at, outcome, err);
        return ahead_end(walk, &a, err);
    }
    moot_choice chosen = *choice;
    return choose(walk, &chosen, &when, &a, err);
}

int32_t walk_choice_said(moot_walk *walk, const words *w)
{
    int32_t stage = -1, outcome = -1;
    words said = *w;
    drop_colon(walk, &said, 0);
    int32_t end = spelt_outcome(walk, &said, 0, &stage, &outcome);
    const moot_choice *choice = end > 0 ? choice_named(walk, stage, outcome) : NULL;
    return choice ? (int32_t)(choice - walk->choices) + 1 : 0;
}

moot_code do_answer(call *c, moot_err *err)
{
    return answer_at(c, 1, -1, err);
}

moot_code do_sign(call *c, moot_err *err)
{
    name_table parties = WALK_TABLE(c->walk, "role", parties);
    int32_t party, end;
    if (c->w.count < 3) {
        return moot_fail(err, MOOT_EDATA,
                         "sign is used like this: sign \"Social worker\" \"returned home\"");
    }
    if (words_name_wanted(c->walk, &c->w, 1, &parties, &party, &end, err)) {
        return err->code;
    }
    return answer_at(c, end, party, err);
}

moot_code do_number(call *c, moot_err *err)
{
    char *end;
    long n = strtol(c->w.word[0], &end, 10);
    circumstances when;
    if (c->walk->choice_count == 0) {
        return moot_fail(err, MOOT_EDATA, "there is nothing to choose from now");
    }
    if (*end || n < 1 || n > c->walk->choice_count) {
        return moot_fail(err, MOOT_EDATA, "choose a number from 1 to %" PRId32,
                         c->walk->choice_count);
    }
    moot_choice choice = c->walk->choices[n - 1];
    int32_t stage = c->walk->c.visits[choice.visit].stage;
    ahead a;
    if (take_circumstances(c->walk, &c->w, 1, &when, err) || ahead_begin(c->walk, when.at, &a, err)) {
        return err->code;
    }
    const moot_choice *then = a.on ? choice_named(c->walk, stage, choice.outcome) : &choice;
    if (!then) {
        moot_fail(err, MOOT_EDATA, "\"%s\" cannot be chosen any more at that time",
                  c->walk->protocol->outcomes[choice.outcome].decl.name);
        return ahead_end(c->walk, &a, err);
    }
    choice = *then;
    return choose(c->walk, &choice, &when, &a, err);
}

/* ---- records of other kinds ---- */

moot_code do_done(call *c, moot_err *err)
{
    name_table clocks = WALK_TABLE(c->walk, "deadline or act", clocks);
    circumstances when;
    int32_t index, end;
    event e;
    if (c->w.count < 2) {
        return moot_fail(err, MOOT_EDATA, "done is used like this: done \"joint assessment\"");
    }
    if (words_name_wanted(c->walk, &c->w, 1, &clocks, &index, &end, err) ||
        take_time(c->walk, &c->w, end, &when, err)) {
        return err->code;
    }
    event_begin(&e, c->walk, when.at);
    event_part(&e, "deadline", name_at(&clocks, index));
    moot_buf_str(&e.text, ",\"met\":true");
    moot_buf_printf(&e.said, "done \"%s\"", name_at(&clocks, index));
    event_time(&e, when.at);
    return event_add(&e, when.at, err);
}

/* A step is kept as a line that says it again, and what stands in its quotes has none of its own. */
static moot_code check_quotes(const char *word, const char *text, moot_err *err)
{
    return strchr(text, '"') ? moot_fail(err, MOOT_EDATA, "what stands behind %s has a \" in it: write all of it between two, and none within",
                                         word)
                             : MOOT_OK;
}

/* A name of a table and one word or text behind it. */
static moot_code named_state(call *c, const name_table *names, const char *key, const char *state_key,
                             const char *how, moot_err *err)
{
    circumstances when;
    int32_t index, end;
    event e;
    if (c->w.count < 3) {
        return moot_fail(err, MOOT_EDATA, "%s is used like this: %s", c->w.word[0], how);
    }
    if (words_name_wanted(c->walk, &c->w, 1, names, &index, &end, err)) {
        return err->code;
    }
    int32_t until = words_until(&c->w, end);
    const char *state = words_joined(c->walk, &c->w, end, until);
    if (!state || until == end) {
        return state ? moot_fail(err, MOOT_EDATA, "%s is used like this: %s", c->w.word[0], how)
                     : moot_fail_memory(err);
    }
    if (check_quotes(c->w.word[0], state, err) || take_time(c->walk, &c->w, until, &when, err)) {
        return err->code;
    }
    event_begin(&e, c->walk, when.at);
    event_part(&e, key, name_at(names, index));
    event_part(&e, state_key, state);
    moot_buf_printf(&e.said, "%s \"%s\" \"%s\"", c->w.word[0], name_at(names, index), state);
    event_time(&e, when.at);
    return event_add(&e, when.at, err);
}

moot_code do_consent(call *c, moot_err *err)
{
    name_table facts = WALK_TABLE(c->walk, "consent", facts);
    return named_state(c, &facts, "consent", "state", "consent share_information given", err);
}

moot_code do_notice(call *c, moot_err *err)
{
    name_table notices = WALK_TABLE(c->walk, "notice", notices);
    return named_state(c, &notices, "notice", "state", "notice \"decision letter\" sent", err);
}

moot_code do_panel(call *c, moot_err *err)
{
    name_table panels = WALK_TABLE(c->walk, "panel", panels);
    return named_state(c, &panels, "panel", "outcome", "panel \"17+ Panel\" agreed", err);
}

moot_code do_place(call *c, moot_err *err)
{
    circumstances when;
    event e;
    int32_t until = words_until(&c->w, 1);
    const char *where = words_joined(c->walk, &c->w, 1, until);
    if (!where || until == 1) {
        return where ? moot_fail(err, MOOT_EDATA, "place is used like this: place \"interim accommodation\"")
                     : moot_fail_memory(err);
    }
    if (check_quotes("place", where, err) || take_time(c->walk, &c->w, until, &when, err)) {
        return err->code;
    }
    event_begin(&e, c->walk, when.at);
    event_part(&e, "place", strcasecmp(where, "nowhere") == 0 ? NULL : where);
    moot_buf_printf(&e.said, "place \"%s\"", where);
    event_time(&e, when.at);
    return event_add(&e, when.at, err);
}

moot_code do_note(call *c, moot_err *err)
{
    event e;
    if (c->walk->now == MOOT_NEVER || !c->rest[0]) {
        return moot_fail(err, MOOT_EDATA, "note takes a text, once something has happened");
    }
    event_begin(&e, c->walk, c->walk->now);
    event_part(&e, "note", c->rest);
    moot_buf_printf(&e.said, "note %s", c->rest);
    return event_add(&e, c->walk->now, err);
}
