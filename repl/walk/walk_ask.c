/* Making a case by answering questions: only facts that can still matter are asked for.
 *
 * A fact matters while a condition that may still be read cannot be told without it. What waits for a
 * fact already, as `needs` names it, comes first. Which conditions may be read besides is found by
 * walking from the stages that can begin, or are open, along the outcomes that are not barred for sure,
 * in the order in which the journey would come to them. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "repl/walk/tell.h"
#include "repl/walk/walk_internal.h"

#define EARLIEST 946684800  /* 2000-01-01: before anything has happened, now is some time of this century */
#define LATEST 4102444800   /* 2100-01-01 */

typedef struct finding {
    moot_walk *walk;
    moot_facts facts;   /* as conditions see them, with a now that is open before the start */
    int32_t *stages;    /* reached, in the order in which they are */
    uint8_t *reached;   /* per stage */
    int32_t stage_count;
    int32_t *wanted;    /* facts, in order */
    uint8_t *seen;      /* per fact */
    int32_t wanted_count;
    int32_t *unknown;   /* of the condition at hand */
    int32_t unknown_count;
} finding;

static void note_fact(finding *f, int32_t fact)
{
    if (fact >= 0 && !f->seen[fact]) {
        f->unknown[f->unknown_count++] = fact;
        f->seen[fact] = 1;
    }
}

static void note_test(void *user, int32_t node, int32_t child, moot_value seen, int presumed,
                      moot_tri verdict)
{
    finding *f = user;
    const moot_cond_node *n = &f->walk->protocol->nodes[node];
    (void)child;
    (void)seen;
    (void)presumed;
    if (verdict != MOOT_UNKNOWN || n->kind != MOOT_COND_TEST) {
        return;
    }
    if (n->subject == MOOT_SUBJECT_FACT) {
        note_fact(f, n->ref);
    } else if (n->subject == MOOT_SUBJECT_AGE) {
        note_fact(f, f->walk->protocol->dob_fact);
    }
}

static moot_tri read_condition(finding *f, int32_t cond);

/* What a derived fact hangs on: its rows, or the inputs of its helper. */
static void expand(finding *f, int32_t fact)
{
    const moot_protocol *p = f->walk->protocol;
    int32_t helper = moot_helper_of(p, fact);
    for (int32_t i = 0; helper >= 0 && i < p->helpers[helper].inputs.count; i++) {
        note_fact(f, moot_span_at(p, p->helpers[helper].inputs, i));
    }
    if (p->facts[fact].decision >= 0) {
        const moot_decision *d = &p->decisions[p->facts[fact].decision];
        for (int32_t i = 0; i < d->rows.count; i++) {
            moot_cond_explain(&p->rules, &f->facts, p->rows[d->rows.first + i].when, -1, note_test, f);
        }
    }
}

/* Each fact is expanded once, so this ends. */
static moot_tri read_condition(finding *f, int32_t cond)
{
    const moot_protocol *p = f->walk->protocol;
    int32_t first = f->unknown_count;
    moot_tri verdict = moot_cond_explain(&p->rules, &f->facts, cond, -1, note_test, f);
    if (verdict != MOOT_UNKNOWN) {
        while (f->unknown_count > first) {
            f->seen[f->unknown[--f->unknown_count]] = 0;
        }
        return verdict;
    }
    for (int32_t i = first; i < f->unknown_count; i++) {
        int32_t fact = f->unknown[i];
        if (p->facts[fact].source == MOOT_FACT_GIVEN) {
            f->wanted[f->wanted_count++] = fact;
        } else {
            expand(f, fact);
        }
    }
    return verdict;
}

static void reach(finding *f, int32_t stage)
{
    if (!f->reached[stage]) {
        f->reached[stage] = 1;
        f->stages[f->stage_count++] = stage;
    }
}

static void read_block(finding *f, moot_span block)
{
    const moot_protocol *p = f->walk->protocol;
    for (int32_t i = 0; i < block.count; i++) {
        const moot_effect *e = &p->effects[block.first + i];
        if (read_condition(f, e->when) == MOOT_FALSE) {
            continue;
        }
        for (int32_t k = 0; e->verb == MOOT_GO && k < e->stages.count; k++) {
            reach(f, moot_span_at(p, e->stages, k));
        }
    }
}

/* A trigger that goes off as conditions come to be true. Groups nest as deep as the script wrote them. */
static void read_trigger(finding *f, int32_t trigger)
{
    const moot_protocol *p = f->walk->protocol;
    const moot_trigger *t = trigger >= 0 ? &p->triggers[trigger] : NULL;
    if (t && t->kind == MOOT_ON_BECOMES) {
        (void)read_condition(f, t->ref);
    }
    for (int32_t i = 0; t && i < t->children.count; i++) {
        read_trigger(f, moot_span_at(p, t->children, i));
    }
}

static void read_stage(finding *f, int32_t index)
{
    const moot_protocol *p = f->walk->protocol;
    const moot_stage *s = &p->stages[index];
    read_block(f, s->block);
    for (int32_t i = 0; i < s->clocks.count; i++) {
        (void)read_condition(f, p->clocks[moot_span_at(p, s->clocks, i)].when);
    }
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        const moot_outcome *o = &p->outcomes[s->outcomes.first + i];
        if (read_condition(f, o->when) != MOOT_FALSE) {
            read_trigger(f, o->on);
            read_block(f, o->block);
        }
    }
}

static int is_open(const moot_walk *walk, int32_t stage)
{
    return walk->now != MOOT_NEVER && moot_case_open_visit(&walk->c, stage, -1) >= 0;
}

/* Open stages first; then those that something may still begin. */
static void read_stages(finding *f)
{
    const moot_protocol *p = f->walk->protocol;
    int32_t next = 0;
    for (int32_t i = 0; i < p->stages_count; i++) {
        if (is_open(f->walk, i)) {
            reach(f, i);
        }
    }
    while (next < f->stage_count) {
        read_stage(f, f->stages[next++]);
    }
    for (int32_t i = 0; i < p->stages_count; i++) {
        if (p->stages[i].on >= 0 && read_condition(f, p->stages[i].when) != MOOT_FALSE) {
            read_trigger(f, p->stages[i].on);
            reach(f, i);
        }
        while (next < f->stage_count) {
            read_stage(f, f->stages[next++]);
        }
    }
}

static void want_needed(finding *f, const moot_need *needs, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        int32_t fact = needs[i].fact;
        if (fact >= 0 && !f->seen[fact] && f->walk->protocol->facts[fact].source == MOOT_FACT_GIVEN) {
            f->seen[fact] = 1;
            f->wanted[f->wanted_count++] = fact;
        }
    }
}

static int find_wanted(moot_walk *walk, finding *f)
{
    const moot_protocol *p = walk->protocol;
    memset(f, 0, sizeof *f);
    f->walk = walk;
    f->facts = walk->c.facts;
    if (walk->now == MOOT_NEVER) {
        f->facts.now = (moot_when){ EARLIEST, LATEST };
    }
    f->stages = moot_arena_array(&walk->scratch, (size_t)p->stages_count + 1, sizeof *f->stages);
    f->reached = moot_arena_array(&walk->scratch, (size_t)p->stages_count + 1, 1);
    f->wanted = moot_arena_array(&walk->scratch, (size_t)p->facts_count + 1, sizeof *f->wanted);
    f->seen = moot_arena_array(&walk->scratch, (size_t)p->facts_count + 1, 1);
    f->unknown = moot_arena_array(&walk->scratch, (size_t)p->facts_count + 1, sizeof *f->unknown);
    if (!f->stages || !f->reached || !f->wanted || !f->seen || !f->unknown) {
        return 0;
    }
    if (walk->now != MOOT_NEVER) {
        want_needed(f, walk->c.needs, walk->c.needs_count);
        want_needed(f, walk->c.waits, walk->c.waits_count);
    }
    read_stages(f);
    return 1;
}

/* Somebody can answer it: it is given, not known, has a question, and nothing is presumed. */
static int can_ask_of(const moot_walk *walk, int32_t fact, int32_t child)
{
    return !walk->passed[fact * WALK_ASKED + 1 + child] &&
           !moot_known(moot_fact_value(&walk->protocol->rules, &walk->c.facts, fact, child, NULL));
}

/* *out_child: of whom; -1 the applicant. */
static int can_ask(const moot_walk *walk, int32_t fact, int32_t *out_child)
{
    const moot_fact *f = &walk->protocol->facts[fact];
    *out_child = -1;
    if (!f->ask || f->type == MOOT_T_SPELLS || moot_known(f->presumed)) {
        return 0;
    }
    for (int32_t i = 0; f->per_child && i < walk->input.child_count && i + 1 < WALK_ASKED; i++) {
        if (can_ask_of(walk, fact, i)) {
            *out_child = i;
            return 1;
        }
    }
    return !f->per_child && can_ask_of(walk, fact, -1);
}

/* Facts of children are wanted, and no child is known of. */
static int lacks_children(const moot_walk *walk, const finding *f)
{
    for (int32_t i = 0; i < f->wanted_count && walk->input.child_count == 0; i++) {
        const moot_fact *fact = &walk->protocol->facts[f->wanted[i]];
        if (fact->per_child && fact->ask && walk->now != MOOT_NEVER) {
            return 1;
        }
    }
    return 0;
}

/* ---- asking ---- */

static void tell_options(const moot_walk *walk, const moot_fact *f, moot_buf *out)
{
    for (int32_t i = 0; i < f->options.count; i++) {
        moot_buf_printf(out, "  %" PRId32 "  %s\n", i + 1,
                        moot_symbol(walk->protocol, moot_span_at(walk->protocol, f->options, i)));
    }
}

static void tell_kind(const moot_fact *f, moot_buf *out)
{
    switch (f->type) {
    case MOOT_T_YESNO:
        moot_buf_str(out, "yes or no");
        break;
    case MOOT_T_DATE:
        moot_buf_str(out, "a date, as in 11 February 2009");
        break;
    case MOOT_T_INSTANT:
        moot_buf_str(out, "a time, as in 2026-05-21 09:15");
        break;
    case MOOT_T_MONEY:
        moot_buf_str(out, "money, in pence");
        break;
    case MOOT_T_ONE_OF:
    case MOOT_T_CONSENT:
        moot_buf_str(out, "choose a number or write the word");
        break;
    default:
        moot_buf_str(out, moot_type_text((moot_type)f->type));
        break;
    }
}

const char *moot_walk_first_event(const moot_walk *walk)
{
    const moot_protocol *p = walk->protocol;
    int32_t first = p->events_count;
    for (int32_t i = 0; i < p->stages_count; i++) {
        int32_t on = p->stages[i].on;
        if (on >= 0 && p->triggers[on].kind == MOOT_ON_EVENT && p->triggers[on].ref < first) {
            first = p->triggers[on].ref;
        }
    }
    return first < p->events_count ? p->events[first].decl.name : p->events_count ? p->events[0].decl.name : "event";
}

static void tell_first_event(const moot_walk *walk, moot_buf *out)
{
    const moot_protocol *p = walk->protocol;
    if (walk->now == MOOT_NEVER && p->events_count) {
        moot_buf_printf(out, "Say what happens first, with its time, as in: %s at 2026-05-21 09:15\n",
                        moot_walk_first_event(walk));
    }
}

static moot_code next_question(moot_walk *walk, moot_buf *out, moot_err *err)
{
    finding f;
    walk->asking = -1;
    if (!find_wanted(walk, &f)) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < f.wanted_count; i++) { /* ages come first: most else hangs on them */
        if (f.wanted[i] == walk->protocol->dob_fact && can_ask(walk, f.wanted[i], &walk->asking_child)) {
            walk->asking = f.wanted[i];
        }
    }
    for (int32_t i = 0; i < f.wanted_count && walk->asking < 0; i++) {
        walk->asking = can_ask(walk, f.wanted[i], &walk->asking_child) ? f.wanted[i] : -1;
    }
    if (walk->asking < 0) {
        moot_buf_str(out, lacks_children(walk, &f) ? "What is left to ask is of each child: child NAME adds one.\n"
                                                   : "No question is left that can matter now.\n");
        tell_first_event(walk, out);
        return MOOT_OK;
    }
    const moot_fact *fact = &walk->protocol->facts[walk->asking];
    const char *child = walk->asking_child >= 0 ? walk->input.children[walk->asking_child] : "";
    moot_buf_printf(out, "%s%s%s (%s: ", child, child[0] ? ": " : "", fact->ask, fact->decl.name);
    tell_kind(fact, out);
    moot_buf_str(out, "; pass leaves it unknown)");
    moot_tell_clause(walk->protocol, fact->decl.clause, out);
    moot_buf_char(out, '\n');
    tell_options(walk, fact, out);
    return MOOT_OK;
}

moot_code do_ask(call *c, moot_err *err)
{
    if (words_wanted(&c->w, 1, 1, "ask", err)) {
        return err->code;
    }
    memset(c->walk->passed, 0, (size_t)c->walk->protocol->facts_count * WALK_ASKED);
    return next_question(c->walk, c->out, err);
}

moot_code do_pass(call *c, moot_err *err)
{
    if (walk_quiz_waits(c->walk)) {
        return walk_quiz_pass(c, err);
    }
    if (c->walk->asking < 0) {
        return moot_fail(err, MOOT_EDATA, "no question stands; ask asks one");
    }
    c->walk->passed[c->walk->asking * WALK_ASKED + 1 + c->walk->asking_child] = 1;
    return next_question(c->walk, c->out, err);
}

int walk_is_reply(const call *c)
{
    return c->walk->asking >= 0;
}

/* The text of a reply: a number chooses an option. */
static const char *reply_text(call *c, const moot_fact *fact)
{
    char *end;
    const moot_protocol *p = c->walk->protocol;
    long n = strtol(c->w.word[0], &end, 10);
    if (fact->options.count && !*end && c->w.count == 1 && n >= 1 && n <= fact->options.count) {
        return moot_symbol(p, moot_span_at(p, fact->options, (int32_t)n - 1));
    }
    return words_joined(c->walk, &c->w, 0, c->w.count);
}

static int is_plain_fact(const moot_entry *entry)
{
    return entry->what == MOOT_LOG_FACT || entry->what == MOOT_LOG_DERIVED || entry->what == MOOT_LOG_UNDECIDED ||
           entry->what == MOOT_LOG_SUPERSEDES || entry->what == MOOT_LOG_GAP;
}

/* What an answer has brought about, before the next question: a stage that begins, a bed that is owed. That facts follow from
 * it is told with the next screen. */
static void tell_brought(moot_walk *walk, moot_buf *out)
{
    changes all;
    moot_buf line;
    const char *clause;
    int told = 0;
    if (walk->now == MOOT_NEVER || walk->mode == MOOT_WALK_JSON || walk_is_table(walk)) {
        return;
    }
    moot_buf_init(&line);
    walk_changes(walk, &all);
    for (const moot_entry *entry; (entry = walk_next_change(&all, &line, &clause)) != NULL; moot_buf_clear(&line)) {
        if (!is_plain_fact(entry)) {
            walk_mask(walk, &line);
            moot_buf_printf(out, "%s  %s", told++ ? "" : "Changed:\n", moot_buf_text(&line));
            moot_tell_clause(walk->protocol, clause ? clause : "", out);
            moot_buf_char(out, '\n');
        }
    }
    out->failed |= all.failed || !moot_buf_ok(&line);
    moot_buf_done(&line);
    if (told) {
        walk_mark_shown(walk);
    }
}

moot_code walk_reply(call *c, moot_err *err)
{
    int32_t fact = c->walk->asking;
    const char *text = reply_text(c, &c->walk->protocol->facts[fact]);
    c->walk->replied = fact;
    if (!text) {
        return moot_fail_memory(err);
    }
    if (walk_day_words(c->walk, &c->walk->protocol->facts[fact], &text, err) ||
        walk_tell_fact(c->walk, fact, c->walk->asking_child, text, MOOT_NEVER, err)) {
        return err->code;
    }
    tell_brought(c->walk, c->out);
    return next_question(c->walk, c->out, err);
}
