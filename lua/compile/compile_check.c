/* What needs the whole protocol: decisions that read each other, what may be read only at a moment, what is never used.
 * Errors stop; warnings are findings of `moot check`. What can never be entered or chosen is vm/check/check.h's to find. */
#include <string.h>

#include "lua/compile/compile_internal.h"

/* ---- what a condition reads ---- */

enum { READS_MOMENT = 1, READS_TONIGHT = 2 };

typedef void read_fact(void *user, int32_t fact);

static unsigned walk_operand(const moot_protocol *p, int32_t operand, read_fact *read, void *user)
{
    const moot_operand *o;
    if (operand < 0) {
        return 0;
    }
    o = &p->operands[operand];
    if (o->kind == MOOT_OPERAND_FACT) {
        read(user, o->ref);
    }
    return o->kind == MOOT_OPERAND_NOW || o->kind == MOOT_OPERAND_TODAY ? READS_MOMENT : 0;
}

/* Tells each fact that a condition reads, and gives the built-in facts among them as flags. */
static unsigned walk_cond(const moot_protocol *p, int32_t cond, read_fact *read, void *user)
{
    unsigned flags = 0;
    int32_t i, k;
    if (cond == MOOT_NO_COND) {
        return 0;
    }
    for (i = cond; i < p->nodes[cond].next; i++) {
        const moot_cond_node *node = &p->nodes[i];
        if (node->kind != MOOT_COND_TEST) {
            continue;
        }
        if (node->subject == MOOT_SUBJECT_FACT) {
            read(user, node->ref);
        }
        if (node->subject == MOOT_SUBJECT_NOW || node->subject == MOOT_SUBJECT_TODAY) {
            flags |= READS_MOMENT;
        }
        flags |= node->subject == MOOT_SUBJECT_TONIGHT ? (unsigned)READS_TONIGHT : 0U;
        for (k = 0; k < node->count; k++) {
            flags |= walk_operand(p, node->first + k, read, user);
        }
    }
    return flags;
}

static unsigned walk_decision(const moot_protocol *p, int32_t decision, read_fact *read, void *user)
{
    moot_span rows = p->decisions[decision].rows;
    unsigned flags = 0;
    int32_t i;
    for (i = rows.first; i < rows.first + rows.count; i++) {
        flags |= walk_cond(p, p->rows[i].when, read, user);
        flags |= walk_operand(p, p->rows[i].value, read, user);
    }
    return flags;
}

/* ---- what derives facts, in the order in which one depends on another ---- */

/* A rule is a decision, or behind these a helper. */
static int32_t rule_count(const moot_protocol *p)
{
    return p->decisions_count + p->helpers_count;
}

static int32_t rule_of(const moot_protocol *p, int32_t fact)
{
    int32_t helper = p->facts[fact].decision >= 0 ? -1 : moot_helper_of(p, fact);
    return helper >= 0 ? p->decisions_count + helper : p->facts[fact].decision;
}

static const moot_node *rule_node(const moot_compiler *c, int32_t rule)
{
    int32_t helper = rule - c->protocol->decisions_count;
    return helper >= 0 ? c->kinds[MOOT_KIND_HELPER].list[helper].node : c->decisions.at[rule];
}

static unsigned walk_rule(const moot_protocol *p, int32_t rule, read_fact *read, void *user)
{
    return rule < p->decisions_count ? walk_decision(p, rule, read, user)
                                     : walk_cond(p, p->helpers[rule - p->decisions_count].known, read, user);
}

typedef struct order {
    const moot_protocol *protocol;
    int32_t *waits;    /* per rule: how many that it reads are not settled yet */
    unsigned *flags;   /* per rule: what it reads, through others too */
    int32_t *queue;
    int32_t queue_count;
    int32_t from, to;  /* the rule being walked; the one whose readers are looked for */
} order;

static void count_wait(void *user, int32_t fact)
{
    order *o = user;
    if (rule_of(o->protocol, fact) >= 0) {
        o->waits[o->from]++;
    }
}

static void settle_wait(void *user, int32_t fact)
{
    order *o = user;
    if (rule_of(o->protocol, fact) == o->to) {
        o->flags[o->from] |= o->flags[o->to];
        o->waits[o->from]--;
        if (o->waits[o->from] == 0) {
            o->queue[o->queue_count++] = o->from;
        }
    }
}

static int order_init(moot_compiler *c, order *o)
{
    size_t count = (size_t)rule_count(c->protocol) + 1;
    memset(o, 0, sizeof *o);
    o->protocol = c->protocol;
    o->waits = moot_arena_array(&c->scratch, count, sizeof *o->waits);
    o->flags = moot_arena_array(&c->scratch, count, sizeof *o->flags);
    o->queue = moot_arena_array(&c->scratch, count, sizeof *o->queue);
    if (o->waits == NULL || o->flags == NULL || o->queue == NULL) {
        moot_compile__no_memory(c);
        return 0;
    }
    return 1;
}

/* Settles rules that wait for none, then those that waited only for them, until nothing moves. */
static void settle(order *o)
{
    int32_t count = rule_count(o->protocol), done;
    for (o->from = 0; o->from < count; o->from++) {
        o->flags[o->from] = walk_rule(o->protocol, o->from, count_wait, o);
        if (o->waits[o->from] == 0) {
            o->queue[o->queue_count++] = o->from;
        }
    }
    for (done = 0; done < o->queue_count; done++) {
        o->to = o->queue[done];
        for (o->from = 0; o->from < count; o->from++) {
            if (o->waits[o->from] > 0) {
                (void)walk_rule(o->protocol, o->from, settle_wait, o);
            }
        }
    }
}

static void next_unsettled(void *user, int32_t fact)
{
    order *o = user;
    int32_t rule = rule_of(o->protocol, fact);
    if (rule >= 0 && o->waits[rule] > 0 && o->to < 0) {
        o->to = rule;
    }
}

/* Follows what waits for what: after as many steps as there are rules the walk goes round in the loop, and after as
 * many again it has seen all of it. Gives the one that stands first in the script. */
static int32_t into_loop(order *o, int32_t rule)
{
    int32_t i, first = INT32_MAX, count = rule_count(o->protocol);
    for (i = 0; i < 2 * count; i++) {
        o->to = -1;
        (void)walk_rule(o->protocol, rule, next_unsettled, o);
        rule = o->to >= 0 ? o->to : rule;
        first = i >= count && rule < first ? rule : first;
    }
    return first;
}

static void tell_loop(moot_compiler *c, order *o, int32_t first)
{
    moot_buf names;
    int32_t at = first;
    moot_buf_init(&names);
    do {
        moot_buf_printf(&names, "\"%s\" reads ", rule_node(c, at)->name);
        o->to = -1;
        (void)walk_rule(o->protocol, at, next_unsettled, o);
        at = o->to;
    } while (at >= 0 && at != first && names.len < 200);
    moot_buf_printf(&names, "\"%s\"", rule_node(c, at >= 0 ? at : first)->name);
    c->decl = rule_node(c, first);
    moot_compile__fail(c, c->decl, "this %s reads, itself or through others, what it derives: %s", c->decl->word,
                       moot_buf_text(&names));
    moot_buf_done(&names);
}

static void check_rules(moot_compiler *c, order *o)
{
    int32_t i, unsettled = -1;
    for (i = 0; i < rule_count(c->protocol); i++) {
        if (i < c->protocol->decisions_count) {
            c->protocol->decisions[i].at_moment = (o->flags[i] & READS_MOMENT) != 0;
        }
        unsettled = o->waits[i] > 0 && unsettled < 0 ? i : unsettled;
    }
    if (unsettled >= 0) {
        tell_loop(c, o, into_loop(o, unsettled));
    }
}

/* ---- rule 5: now, today and hours only at a moment ---- */

typedef struct moment_job {
    moot_compiler *c;
    const order *order;
    unsigned flags;
    int32_t culprit; /* a fact whose decision reads a moment */
} moment_job;

static void see_derived(void *user, int32_t fact)
{
    moment_job *job = user;
    int32_t rule = rule_of(job->c->protocol, fact);
    if (rule >= 0) {
        job->flags |= job->order->flags[rule];
        job->culprit = (job->order->flags[rule] & READS_MOMENT) != 0 ? fact : job->culprit;
    }
}

static unsigned check_moment(moot_compiler *c, const order *o, int32_t cond, const moot_node *at, const char *where,
                             int32_t line)
{
    moment_job job = { c, o, 0, -1 };
    moot_node place = { .type = MOOT_NODE_WORD, .word = "becomes" };
    job.flags |= walk_cond(c->protocol, cond, see_derived, &job);
    if (job.culprit >= 0) {
        if (at == NULL) {
            place.file = c->script->file;
            place.line = line;
        }
        moot_compile__fail(c, at != NULL ? at : &place,
                           "\"%s\" may not be read in %s: its decision reads now, today or a calendar's hours, which "
                           "change at every moment", c->protocol->facts[job.culprit].decl.name, where);
    }
    return job.flags;
}

static void check_moments(moot_compiler *c, const order *o)
{
    int32_t i;
    for (i = 0; i < c->protocol->invariants_count; i++) {
        const moot_node *node = c->invariants.at[i];
        unsigned flags;
        c->decl = node;
        flags = check_moment(c, o, c->protocol->invariants[i].that, node,
                             moot_node_is(node, "always") ? "`always`" : "`never`", 0);
        c->protocol->invariants[i].nightly = (flags & READS_TONIGHT) != 0;
    }
    for (i = 0; i < c->protocol->outcomes_count; i++) {
        const moot_outcome *outcome = &c->protocol->outcomes[i];
        c->decl = c->outcomes.at[i];
        if (outcome->on >= 0 || outcome->after >= 0) {
            (void)check_moment(c, o, outcome->when, c->decl, MOOT_BY_ITSELF, 0);
        }
    }
    for (i = 0; i < c->protocol->helpers_count; i++) {
        c->decl = rule_node(c, c->protocol->decisions_count + i);
        (void)check_moment(c, o, c->protocol->helpers[i].known, c->decl, "a helper", 0);
    }
    c->decl = NULL;
    for (i = 0; i < c->protocol->triggers_count; i++) {
        const moot_trigger *trigger = &c->protocol->triggers[i];
        if (trigger->kind == MOOT_ON_BECOMES) {
            (void)check_moment(c, o, trigger->ref, NULL, "`becomes`", trigger->line);
        }
    }
}

/* ---- what nothing uses ---- */

/* Whether something else of the declaration was refused: then that is told first. */
static int is_refused(const moot_compiler *c, const moot_node *node)
{
    char label[96];
    size_t i;
    moot_node_label(node, label, sizeof label);
    for (i = 0; i < c->errs->count; i++) {
        if (strcmp(c->errs->list[i].decl, label) == 0) {
            return 1;
        }
    }
    return 0;
}

/* What a variant, or a protocol that extends another, leaves idle of its baseline is no slip of the pen. */
static int is_left_over(const moot_compiler *c, const moot_node *node)
{
    const moot_script *script = c->script;
    int i, is_other = node->file != NULL && strcmp(node->file, script->file) != 0, is_extended = 0;
    for (i = 1; is_other && script->baseline == NULL && i < script->source_count; i++) {
        is_extended |= strcmp(node->file, script->sources[i].file) == 0;
    }
    return is_extended || (is_other && script->variant != NULL);
}

static void check_unused(moot_compiler *c, moot_kind kind, int is_error)
{
    size_t i;
    for (i = 0; i < c->kinds[kind].names.count && !c->kinds[kind].unresolved; i++) {
        const moot_named *named = &c->kinds[kind].list[i];
        if ((named->used & 1) != 0 || named->node == NULL || named->node->common
            || moot_compile__is_stdlib(named->node) || is_refused(c, named->node) || is_left_over(c, named->node)) {
            continue;
        }
        c->decl = named->node;
        if (is_error) {
            moot_compile__fail(c, named->node, "nothing uses this %s, so it can change nothing; use it or remove it",
                               named->node->word);
        } else if (kind != MOOT_KIND_EVENT || c->protocol->events[named->index].common == 0) {
            moot_compile__warn(c, named->node, "nothing uses this %s", named->node->word);
        }
    }
}

/* Closure days look as if they counted; they do only in the calendar that the header names, or that a condition reads. */
static void check_closure_days(moot_compiler *c)
{
    size_t i;
    for (i = 0; i < c->kinds[MOOT_KIND_CALENDAR].names.count && !c->kinds[MOOT_KIND_CALENDAR].unresolved; i++) {
        const moot_named *named = &c->kinds[MOOT_KIND_CALENDAR].list[i];
        const moot_node *closed = named->node != NULL ? moot_node_field(named->node, "closed") : NULL;
        if (closed != NULL && (named->used & 1) == 0 && !moot_compile__is_stdlib(named->node)
            && !is_refused(c, named->node)) {
            c->decl = named->node;
            moot_compile__warn(c, closed, "these closure days move no date: nothing uses this calendar; dates are counted by it "
                               "if the protocol says calendar = \"%.60s\"", named->node->name);
        }
    }
}

/* Dates of in_force end what happens; whoever acts, what is asked and what is merely named does not end with them. */
static void check_idle_dates(moot_compiler *c)
{
    static const char *const words[] = { "service", "role", "calendar", "event", "fact", "consent", "param", "reading", "panel" };
    int32_t i;
    size_t k;
    for (i = 0; i < c->decl_count; i++) {
        const moot_node *node = c->decls[i], *dates = moot_node_field(node, "in_force");
        for (k = 0; dates != NULL && k < MOOT_COUNT(words); k++) {
            if (moot_node_is(node, words[k]) && !moot_compile__is_stdlib(node)) {
                c->decl = node;
                moot_compile__warn(c, dates, "in_force changes nothing of this %s%s", words[k],
                                   moot_node_is(node, "param") ? ": its figures have dates of their own"
                                                               : ": put it on the stages, outcomes, deadlines or rows that "
                                                                 "it is for");
            }
        }
    }
}

/* ---- deadlines that end at once ---- */

/* Rule 4: a stage of effects alone ends as they have run, and its deadlines with it. */
static void check_reactions(moot_compiler *c)
{
    int32_t i, k;
    for (i = 0; i < c->protocol->stages_count; i++) {
        const moot_stage *stage = &c->protocol->stages[i];
        for (k = 0; stage->effects_only && k < stage->clocks.count; k++) {
            int32_t clock = moot_span_at(c->protocol, stage->clocks, k);
            const moot_clock_rule *rule = &c->protocol->clocks[clock];
            if (rule->effect < 0 && !rule->outlives) {
                c->decl = c->clocks[clock].node;
                moot_compile__warn(c, c->decl, "the stage of this deadline ends at once, since it has no outcome, duty or "
                                               "panel; say outlives = true, or move the deadline");
            }
        }
    }
}

void moot_compile__check(moot_compiler *c)
{
    order o;
    moot_compile__not_run(c);
    check_unused(c, MOOT_KIND_READING, 1);
    check_unused(c, MOOT_KIND_PARAM, 1);
    if (!c->failed && order_init(c, &o)) {
        settle(&o);
        check_rules(c, &o);
        check_moments(c, &o);
    }
    check_unused(c, MOOT_KIND_PARTY, 0);
    check_unused(c, MOOT_KIND_EVENT, 0);
    check_unused(c, MOOT_KIND_QUOTA, 0);
    check_closure_days(c);
    check_idle_dates(c);
    check_reactions(c);
}
