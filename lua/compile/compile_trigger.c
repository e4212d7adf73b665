/* Triggers. Each use of one is a tree of its own with one root; a reading's trigger is compiled anew for each use. These
 * functions call each other as any { … }, all { … } and becomes { … } nest, no deeper than MOOT_COND_DEPTH. */
#include <string.h>

#include "lua/compile/compile_internal.h"

static const char *const trigger_words[] = { "event", "entered", "left", "met", "missed", "due", "turns",
                                             "becomes", "fact", "any", "all", "+", "-" };

int moot_compile__is_trigger(const moot_node *node)
{
    size_t i;
    for (i = 0; i < MOOT_COUNT(trigger_words); i++) {
        if (moot_node_is(node, trigger_words[i])) {
            return 1;
        }
    }
    return 0;
}

static int32_t tree(moot_compiler *c, const moot_node *node, moot_ctx ctx);

static int32_t add(moot_compiler *c, moot_trigger_kind kind, int32_t ref, const moot_node *at)
{
    moot_trigger *trigger = moot_protocol_blank_trigger(c->protocol);
    if (trigger == NULL) {
        moot_compile__no_memory(c);
        return -1;
    }
    trigger->kind = (uint8_t)kind;
    trigger->ref = ref;
    trigger->reading = c->reading;
    trigger->line = at->line;
    return c->protocol->triggers_count - 1;
}

/* The name that a word carries: entered "x", or entered(stage "x"). */
static const char *name_in(moot_compiler *c, const moot_node *node, moot_kind kind)
{
    const moot_node *item = node->item_count > 0 ? node->items[0] : NULL;
    if (node->name != NULL) {
        return node->name;
    }
    if (item != NULL && item->name != NULL
        && (item->type == MOOT_NODE_STRING || moot_compile__is_ref(item, kind) || moot_compile__verb(item) != NULL)) {
        return item->name;
    }
    moot_compile__fail(c, node, "`%s` takes the name of a %s", node->word, moot_compile__kind_text(kind));
    return NULL;
}

static int32_t named(moot_compiler *c, const moot_node *node, moot_trigger_kind kind, moot_kind of)
{
    const char *name = name_in(c, node, of);
    int32_t ref = name != NULL ? moot_compile__find(c, of, name, node) : -1;
    return ref < 0 ? -1 : add(c, kind, ref, node);
}

/* left "stage", left("stage", "outcome") */
static int32_t left(moot_compiler *c, const moot_node *node)
{
    int32_t trigger = named(c, node, MOOT_ON_LEFT, MOOT_KIND_STAGE);
    const moot_node *outcome = node->item_count > 1 ? node->items[1] : NULL;
    int32_t index;
    if (trigger < 0 || outcome == NULL) {
        return trigger;
    }
    if (outcome->name == NULL || (outcome->type != MOOT_NODE_STRING && !moot_node_is(outcome, "outcome"))) {
        moot_compile__fail(c, outcome, "`left` takes the name of an outcome after the stage, not %s",
                           moot_compile__found(c, outcome));
        return -1;
    }
    index = moot_compile__find_outcome(c, c->protocol->triggers[trigger].ref, outcome, outcome->name);
    c->protocol->triggers[trigger].outcome = index;
    return index < 0 ? -1 : trigger;
}

#define OLDEST 120

/* ---- turns(18), turns(param "…"), turns(reading "…") ---- */

typedef struct age_use {
    int32_t age, param, reading;
} age_use;

static int is_age(moot_type type, moot_value v)
{
    return (type == MOOT_T_INTEGER || (type == MOOT_T_DURATION && v.b == MOOT_YEARS)) && v.a >= 0 && v.a <= OLDEST;
}

/* The latest figure stands for the others where one is wanted: before a case, in the checker. */
static int age_of_param(moot_compiler *c, const moot_node *node, age_use *out)
{
    int32_t param = moot_compile__ref(c, MOOT_KIND_PARAM, node);
    const moot_param *p = param >= 0 ? &c->protocol->params[param] : NULL;
    for (int32_t i = 0; p != NULL && i < p->steps.count; i++) {
        moot_value v = c->protocol->steps[p->steps.first + i].value;
        if (!is_age((moot_type)p->type, v)) {
            moot_compile__fail(c, node, "`turns` takes an age from 0 to %d, written 18 or years(18); the param \"%s\" has a "
                                        "figure that is none", OLDEST, node->name);
            return 0;
        }
        out->age = (int32_t)v.a;
    }
    out->param = param;
    return p != NULL && p->steps.count > 0;
}

static int use_age(moot_compiler *c, const moot_node *node, void *user)
{
    age_use *out = user;
    out->param = -1;
    out->reading = c->reading;
    if (moot_node_is(node, "param")) {
        return age_of_param(c, node, out);
    }
    if (node->type != MOOT_NODE_INTEGER || node->number < 0 || node->number > OLDEST) {
        moot_compile__fail(c, node, "`turns` takes an age in years from 0 to %d, as in turns(18), not %s", OLDEST,
                           moot_compile__found(c, node));
        return 0;
    }
    out->age = (int32_t)node->number;
    return 1;
}

static int32_t turns(moot_compiler *c, const moot_node *node)
{
    const moot_node *age = node->item_count == 1 ? node->items[0] : node;
    age_use use = { 0, -1, -1 };
    int32_t trigger = -1;
    if (moot_compile__is_reading(age) ? moot_compile__reading(c, age, use_age, &use) : use_age(c, age, &use)) {
        trigger = add(c, MOOT_ON_TURNS, use.age, node);
    }
    if (trigger >= 0) {
        c->protocol->triggers[trigger].param = use.param;
        c->protocol->triggers[trigger].reading = use.reading;
    }
    return trigger;
}

static int32_t date_fact(moot_compiler *c, const moot_node *node, moot_ctx ctx)
{
    int32_t fact = moot_compile__ref(c, MOOT_KIND_FACT, node);
    if (fact < 0) {
        return -1;
    }
    if (c->protocol->facts[fact].type != MOOT_T_DATE) {
        moot_compile__fail(c, node, "a fact is a trigger if it is a date; \"%s\" is %s (becomes { … } waits for a test)",
                           node->name, moot_type_text((moot_type)c->protocol->facts[fact].type));
        return -1;
    }
    if (c->protocol->facts[fact].per_child && !ctx.child) {
        moot_compile__fail(c, node, "\"%s\" is a date of each child: as a moment it stands in a stage with per = \"child\"; of "
                           "all children at once it can only be tested, under some_child or every_child", node->name);
        return -1;
    }
    return add(c, MOOT_ON_DATE, fact, node);
}

static int32_t becomes(moot_compiler *c, const moot_node *node, moot_ctx ctx)
{
    const moot_node *body = node->called && node->item_count == 1 ? node->items[0] : node;
    int32_t cond;
    ctx.no_moment = "`becomes`";
    cond = moot_compile__cond_body(c, body, ctx);
    return cond == MOOT_NO_COND ? -1 : add(c, MOOT_ON_BECOMES, cond, node);
}

/* any { … }, all { … }. Children are compiled first, so that their rows are known, then listed side by side. */
static int32_t several(moot_compiler *c, const moot_node *node, moot_ctx ctx)
{
    int32_t *children = moot_arena_array(&c->scratch, (size_t)node->item_count + 1, sizeof *children);
    moot_span span = { 0, 0 };
    int32_t i, trigger, good = 1;
    if (children == NULL) {
        moot_compile__no_memory(c);
        return -1;
    }
    if (node->item_count == 0 || node->field_count > 0) {
        moot_compile__fail(c, node, "`%s` as a trigger takes a list of triggers", node->word);
        return -1;
    }
    for (i = 0; i < node->item_count; i++) {
        children[i] = tree(c, node->items[i], ctx);
        good = good && children[i] >= 0;
    }
    trigger = good ? add(c, moot_node_is(node, "any") ? MOOT_ON_ANY : MOOT_ON_ALL, -1, node) : -1;
    for (i = 0; trigger >= 0 && i < node->item_count; i++) {
        (void)moot_compile__add_int(c, &span, children[i]);
    }
    if (trigger >= 0) {
        c->protocol->triggers[trigger].children = span;
    }
    return trigger;
}

/* ---- readings ---- */

typedef struct trigger_use {
    moot_ctx ctx;
    int32_t trigger;
} trigger_use;

static int use_option(moot_compiler *c, const moot_node *option, void *user)
{
    trigger_use *use = user;
    use->trigger = tree(c, option, use->ctx);
    return use->trigger >= 0;
}

static int32_t from_reading(moot_compiler *c, const moot_node *node, moot_ctx ctx)
{
    trigger_use use = { ctx, -1 };
    return moot_compile__reading(c, node, use_option, &use) ? use.trigger : -1;
}

/* ---- shifts ---- */

static int is_shift(const moot_node *node)
{
    return (moot_node_is(node, "+") || moot_node_is(node, "-")) && node->item_count == 2;
}

/* Rule 7: only what is known beforehand can be looked back from. */
static int may_go_back(const moot_compiler *c, int32_t trigger)
{
    uint8_t kind = c->protocol->triggers[trigger].kind;
    return kind == MOOT_ON_TURNS || kind == MOOT_ON_DATE || kind == MOOT_ON_DUE;
}

static int one_shift(moot_compiler *c, const moot_node *node, int32_t trigger, moot_ctx ctx, moot_shift *out)
{
    out->sign = moot_node_is(node, "-") ? -1 : 1;
    out->counting = MOOT_COUNT_OF; /* unless the deadline says otherwise */
    out->counting_reading = -1;
    if (out->sign < 0 && !may_go_back(c, trigger)) {
        moot_compile__fail(c, node, "only a birthday, a date fact or a due date can be counted back from: it is known "
                                    "beforehand");
        return 0;
    }
    out->operand = moot_compile__length(c, node->items[1], "a shift", ctx);
    return out->operand >= 0;
}

/* What a reading's own trigger was shifted by comes first; then the outer shifts, left to right. */
static int store_shifts(moot_compiler *c, int32_t trigger, const moot_shift *shifts, int32_t count)
{
    moot_span inner = c->protocol->triggers[trigger].shifts;
    moot_span span = { c->protocol->shifts_count, inner.count + count };
    int32_t i;
    for (i = 0; i < span.count; i++) {
        moot_shift *shift = moot_protocol_add_shift(c->protocol);
        if (shift == NULL) {
            moot_compile__no_memory(c);
            return 0;
        }
        *shift = i < inner.count ? c->protocol->shifts[inner.first + i] : shifts[i - inner.count];
    }
    c->protocol->triggers[trigger].shifts = span;
    return 1;
}

/* turns(18) - months(6) + days(1) nests to the left: walk down to the trigger, then come back up. */
static int32_t shifted(moot_compiler *c, const moot_node *node, moot_ctx ctx)
{
    const moot_node *base = node, *at;
    moot_shift *shifts;
    int32_t trigger, i, count = 0;
    for (; is_shift(base); base = base->items[0]) {
        count++;
    }
    shifts = moot_arena_array(&c->scratch, (size_t)count + 1, sizeof *shifts);
    if (shifts == NULL) {
        moot_compile__no_memory(c);
        return -1;
    }
    trigger = tree(c, base, ctx);
    for (i = count - 1, at = node; trigger >= 0 && i >= 0; i--, at = at->items[0]) {
        if (!one_shift(c, at, trigger, ctx, &shifts[i])) {
            return -1;
        }
    }
    return trigger >= 0 && store_shifts(c, trigger, shifts, count) ? trigger : -1;
}

/* ---- trees ---- */

static int32_t not_a_trigger(moot_compiler *c, const moot_node *node)
{
    if (node->type == MOOT_NODE_STRING && moot_compile__named(c, MOOT_KIND_EVENT, node->name) != NULL) {
        moot_compile__fail(c, node, "a trigger says its kind: write event \"%s\"", node->name);
    } else {
        moot_compile__fail(c, node,
                           "a trigger is expected here (event, entered, left, met, missed, due, turns, a date fact, "
                           "becomes, any, all), not %s", moot_compile__found(c, node));
    }
    return -1;
}

static int32_t bare(moot_compiler *c, const moot_node *node, moot_ctx ctx)
{
    if (moot_node_is(node, "event")) {
        return named(c, node, MOOT_ON_EVENT, MOOT_KIND_EVENT);
    }
    if (moot_node_is(node, "entered")) {
        return named(c, node, MOOT_ON_ENTERED, MOOT_KIND_STAGE);
    }
    if (moot_node_is(node, "left")) {
        return left(c, node);
    }
    if (moot_node_is(node, "met")) {
        return named(c, node, MOOT_ON_MET, MOOT_KIND_CLOCK);
    }
    if (moot_node_is(node, "missed")) {
        return named(c, node, MOOT_ON_MISSED, MOOT_KIND_CLOCK);
    }
    if (moot_node_is(node, "due")) {
        return named(c, node, MOOT_ON_DUE, MOOT_KIND_CLOCK);
    }
    if (moot_node_is(node, "turns")) {
        return turns(c, node);
    }
    if (moot_node_is(node, "fact")) {
        return date_fact(c, node, ctx);
    }
    if (moot_node_is(node, "becomes")) {
        return becomes(c, node, ctx);
    }
    if (moot_node_is(node, "any") || moot_node_is(node, "all")) {
        return several(c, node, ctx);
    }
    return not_a_trigger(c, node);
}

static int32_t tree(moot_compiler *c, const moot_node *node, moot_ctx ctx)
{
    int32_t trigger;
    if (!moot_compile__in(c, node)) {
        return -1;
    }
    if (moot_compile__is_reading(node)) {
        trigger = from_reading(c, node, ctx);
    } else {
        trigger = is_shift(node) ? shifted(c, node, ctx) : bare(c, node, ctx);
    }
    moot_compile__out(c);
    return trigger;
}

/* Rule 6: where a condition speaks of each child, `age` is the child's. The moments that a condition reads are the
 * case's, so a birthday there would be the applicant's, and is refused; so is a date that each child has for itself. */
static void check_childs_moment(moot_compiler *c, const moot_node *node, int32_t first, int32_t last)
{
    for (int32_t i = first; i <= last; i++) {
        const moot_trigger *t = &c->protocol->triggers[i];
        if (t->kind == MOOT_ON_TURNS) {
            moot_compile__fail(c, node, "a condition about each child cannot read turns(%d), which is the applicant's birthday "
                                        "here; the child's is tested by age, as in age = at_least(%d), and what is asked of the "
                                        "applicant's stands in a decision", t->ref, t->ref);
            return;
        }
        if (t->kind == MOOT_ON_DATE && c->protocol->facts[t->ref].per_child) {
            moot_compile__fail(c, node, "a condition about each child cannot read the moment of \"%s\", a date of each child; "
                                        "compare it as a fact, as in %s = earlier_than(…)", c->protocol->facts[t->ref].decl.name,
                               c->protocol->facts[t->ref].decl.name);
            return;
        }
    }
}

int32_t moot_compile__trigger(moot_compiler *c, const moot_node *node, moot_use use, int32_t use_id, moot_ctx ctx)
{
    int32_t first = c->protocol->triggers_count;
    int32_t trigger = node != NULL ? tree(c, node, ctx) : -1;
    if (trigger >= 0 && ctx.child && (use == MOOT_USE_CONDITION || use == MOOT_USE_COMPARED)) {
        check_childs_moment(c, node, first, trigger);
    }
    if (trigger >= 0) {
        c->protocol->triggers[trigger].use = (uint8_t)use;
        c->protocol->triggers[trigger].use_id = use_id;
    }
    return trigger;
}
