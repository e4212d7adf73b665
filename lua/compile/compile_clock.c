/* Clock rules: deadlines, and the acts that have a name or a time. Their rows exist (compile_layout.c). */
#include <string.h>

#include "lua/compile/compile_internal.h"

/* Who must act: as said, else whoever owns what the rule stands in. */
static moot_owner owner_of(moot_compiler *c, const moot_node *node, moot_owner otherwise)
{
    const moot_node *owner = moot_node_field(node, "owner");
    if (owner != NULL) {
        moot_compile__owner(c, owner, &otherwise);
    }
    return otherwise;
}

static moot_owner home_owner(const moot_compiler *c, int32_t stage, const moot_effect_source *source)
{
    moot_owner nobody = { MOOT_OWNER_NONE, { 0, 0 }, -1, -1 };
    if (source != NULL && source->late_of >= 0) {
        return c->protocol->clocks[source->late_of].owner; /* its row stands before this one */
    }
    if (source != NULL && source->level >= 0) {
        return c->protocol->levels[source->level].owner;
    }
    return stage >= 0 ? c->protocol->stages[stage].owner : nobody;
}

/* ---- times that a reading may leave out ---- */

typedef struct time_use {
    moot_clock_rule *rule;
    int32_t row;
    moot_ctx ctx;
    int is_by;
} time_use;

static int take_time(moot_compiler *c, const moot_node *node, void *user)
{
    time_use *use = user;
    int32_t *out = use->is_by ? &use->rule->by : &use->rule->within;
    use->rule->undated_reading = -1;
    if (moot_node_is(node, "undated") && c->reading >= 0) {
        use->rule->undated_reading = c->reading;
        *out = -1;
        return 1;
    }
    *out = use->is_by ? moot_compile__trigger(c, node, MOOT_USE_BY, use->row, use->ctx)
                      : moot_compile__length(c, node, "`within`", use->ctx);
    return *out >= 0;
}

static void time_of(moot_compiler *c, const moot_node *node, int is_by, int32_t row, moot_ctx ctx, moot_clock_rule *out)
{
    time_use use = { out, row, ctx, is_by };
    if (node != NULL && moot_compile__is_reading(node) && moot_compile__may_be(c, node, "undated")) {
        (void)moot_compile__reading(c, node, take_time, &use);
    } else if (node != NULL) {
        (void)take_time(c, node, &use);
    }
}

/* within and by: the same for deadlines and acts. */
static void compile_time(moot_compiler *c, const moot_node *node, int32_t row, moot_ctx ctx, moot_clock_rule *out)
{
    const moot_node *by = moot_node_field(node, "by");
    time_of(c, moot_node_field(node, "within"), 0, row, ctx, out);
    time_of(c, by, 1, row, ctx, out);
    if (by != NULL && moot_node_field(node, "within") != NULL) {
        moot_compile__fail(c, by, "`within` and `by` both say when it is due; keep one (within = D, from = T is by = T + D)");
    }
}

static int by_days(moot_value length)
{
    return length.type != MOOT_T_DURATION || length.b == MOOT_DAYS || length.b == MOOT_WEEKS;
}

/* Days that were used can be taken from days or weeks only. */
static void check_adds_up(moot_compiler *c, const moot_node *node, const moot_clock_rule *rule)
{
    const moot_protocol *p = c->protocol;
    const moot_operand *within = rule->within >= 0 ? &p->operands[rule->within] : NULL;
    moot_span steps = { 0, 0 };
    int fits = within != NULL && rule->stage >= 0;
    if (!rule->adds_up) {
        return;
    }
    if (fits && within->kind == MOOT_OPERAND_PARAM) {
        steps = p->params[within->ref].steps;
    } else if (fits) {
        fits = by_days(within->value);
    }
    for (int32_t i = 0; i < steps.count; i++) {
        fits &= by_days(p->steps[steps.first + i].value);
    }
    if (!fits) {
        moot_compile__fail(c, moot_node_field(node, "adds_up"),
                           "`adds_up` counts the days of all stays in a stage: the deadline stands in a stage and says "
                           "`within`, in days or weeks");
    }
}

/* The log tells again when such a thing last went off, which `moot why` reads. */
static void check_adds_up_since(moot_compiler *c, const moot_node *node, const moot_clock_rule *rule, int32_t first)
{
    const moot_node *since = moot_node_field(node, "adds_up_since");
    int fits = 1;
    if (since != NULL && !rule->adds_up) {
        moot_compile__fail(c, since, "`adds_up_since` says since when stays are added up; say adds_up = true too");
    }
    for (int32_t i = first; rule->adds_up_since >= 0 && i <= rule->adds_up_since; i++) {
        const moot_trigger *t = &c->protocol->triggers[i];
        fits &= t->shifts.count == 0 && (t->kind == MOOT_ON_EVENT || t->kind == MOOT_ON_ENTERED || t->kind == MOOT_ON_LEFT
                                         || t->kind == MOOT_ON_ANY);
    }
    if (!fits) {
        moot_compile__fail(c, since, "`adds_up_since` takes event, entered, left or any of them, with no time added");
    }
}

static void check_late(moot_compiler *c, const moot_node *node)
{
    int32_t i, k, blocks = 0;
    for (i = 0; i < node->item_count; i++) {
        const moot_node *item = node->items[i];
        if (!moot_node_is(item, "late")) {
            moot_compile__fail(c, item, "a deadline holds `late { … }` and nothing else, not %s",
                               moot_compile__found(c, item));
            continue;
        }
        blocks++;
        for (k = 0; k < item->item_count; k++) {
            if (moot_compile__verb(item->items[k]) == NULL) {
                moot_compile__fail(c, item->items[k], "`late` holds effects (notify, escalate …), not %s",
                                   moot_compile__found(c, item->items[k]));
            }
        }
    }
    if (blocks > 1) {
        moot_compile__fail(c, node, "a deadline holds one `late { … }`; put all its effects there");
    }
    if (blocks > 0 && moot_node_field(node, "within") == NULL && moot_node_field(node, "by") == NULL
        && moot_node_field(node, "every") == NULL) {
        moot_compile__warn(c, node, "this deadline has no date, so its `late` effects never run");
    }
}

static void check_deadline(moot_compiler *c, const moot_node *node, const moot_clock_rule *rule)
{
    int owned = rule->owner.kind != MOOT_OWNER_NONE || moot_node_field(node, "owner") != NULL;
    if (rule->stage < 0 && moot_node_field(node, "from") == NULL && moot_node_field(node, "by") == NULL) {
        moot_compile__fail(c, node, "a deadline outside a stage needs `from` or `by`, or no clock of it ever starts");
    }
    if (!owned && (rule->stage < 0 || c->protocol->stages[rule->stage].panel < 0)) {
        moot_compile__warn(c, node, "nobody owns this deadline; say `owner`, or give its stage one");
    }
    check_late(c, node);
}

static void compile_deadline(moot_compiler *c, int32_t row)
{
    const moot_node *node = c->clocks[row].node;
    moot_clock_rule rule = c->protocol->clocks[row];
    moot_ctx ctx = { rule.stage >= 0 && c->protocol->stages[rule.stage].per_child, NULL };
    c->decl = node;
    moot_compile__decl(c, node, node->name, &rule.decl);
    rule.owner = owner_of(c, node, home_owner(c, rule.stage, NULL));
    compile_time(c, node, row, ctx, &rule);
    rule.from = moot_compile__trigger(c, moot_node_field(node, "from"), MOOT_USE_FROM, row, ctx);
    rule.not_before = moot_compile__trigger(c, moot_node_field(node, "not_before"), MOOT_USE_NOT_BEFORE, row, ctx);
    rule.every = moot_compile__recurrence(c, moot_node_field(node, "every"), ctx);
    rule.ends = moot_compile__trigger(c, moot_node_field(node, "ends"), MOOT_USE_ENDS, row, ctx);
    rule.met_by = moot_compile__trigger(c, moot_node_field(node, "met_by"), MOOT_USE_MET_BY, row, ctx);
    rule.when = moot_compile__cond(c, moot_node_field(node, "when"), ctx);
    rule.outlives = (uint8_t)moot_compile__yes(c, node, "outlives");
    rule.adds_up = (uint8_t)moot_compile__yes(c, node, "adds_up");
    check_adds_up(c, node, &rule);
    int32_t first = c->protocol->triggers_count;
    rule.adds_up_since = moot_compile__trigger(c, moot_node_field(node, "adds_up_since"), MOOT_USE_ADDS_UP, row, ctx);
    check_adds_up_since(c, node, &rule, first);
    rule.in_words = moot_compile__str(c, moot_compile__text(c, node, "in_words"));
    moot_compile__clock_counting(c, node, &rule);
    check_deadline(c, node, &rule);
    c->protocol->clocks[row] = rule;
}

/* `when` of an act is read as the act is called, so it stands on its effect and not here. */
static void compile_act(moot_compiler *c, int32_t row)
{
    const moot_node *node = c->clocks[row].node;
    moot_clock_rule rule = c->protocol->clocks[row];
    const moot_effect_source *source = &c->effects[rule.effect];
    moot_ctx ctx = { rule.stage >= 0 && c->protocol->stages[rule.stage].per_child, NULL };
    c->decl = node;
    rule.decl = c->protocol->effects[rule.effect].decl;
    rule.owner = owner_of(c, node, home_owner(c, rule.stage, source));
    compile_time(c, node, row, ctx, &rule);
    moot_compile__clock_counting(c, node, &rule);
    if (rule.owner.kind == MOOT_OWNER_NONE && moot_node_field(node, "owner") == NULL
        && (moot_node_field(node, "within") != NULL || moot_node_field(node, "by") != NULL)) {
        int by_panel = rule.stage >= 0 && c->protocol->stages[rule.stage].panel >= 0;
        moot_compile__warn(c, node, "nobody owns this act, and it has a time; say `owner`%s",
                           by_panel ? " in it: a panel decides its stage, so that has none" : ", or give its stage one");
    }
    c->protocol->clocks[row] = rule;
}

void moot_compile__clocks(moot_compiler *c)
{
    int32_t i;
    for (i = 0; i < c->protocol->clocks_count && !c->memory; i++) {
        if (c->clocks[i].effect >= 0) {
            compile_act(c, i);
        } else {
            compile_deadline(c, i);
        }
    }
}
