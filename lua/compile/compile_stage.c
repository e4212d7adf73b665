/* Stages and outcomes. Their rows exist (compile_layout.c); here they are filled. */
#include <string.h>

#include "lua/compile/compile_internal.h"

/* ---- owners ---- */

moot_span moot_compile__party_list(moot_compiler *c, const moot_node *table)
{
    int32_t *parties = moot_arena_array(&c->scratch, (size_t)table->item_count + 1, sizeof *parties);
    moot_span span = { 0, 0 };
    int32_t i, k;
    if (parties == NULL) {
        moot_compile__no_memory(c);
        return span;
    }
    for (i = 0; i < table->item_count; i++) {
        parties[i] = moot_compile__ref(c, MOOT_KIND_PARTY, table->items[i]);
        for (k = 0; k < i; k++) {
            if (parties[i] >= 0 && parties[k] == parties[i]) {
                moot_compile__fail(c, table->items[i], "\"%s\" stands here twice",
                                   c->protocol->parties[parties[i]].decl.name);
            }
        }
    }
    for (i = 0; i < table->item_count; i++) {
        (void)moot_compile__add_int(c, &span, parties[i]);
    }
    return span;
}

static int owner_fact(moot_compiler *c, const moot_node *node, moot_owner *owner)
{
    int32_t fact = moot_compile__ref(c, MOOT_KIND_FACT, node);
    if (fact >= 0 && c->protocol->facts[fact].type != MOOT_T_PARTY) {
        moot_compile__fail(c, node, "an owner may be a fact whose values are roles; \"%s\" is %s",
                           c->protocol->facts[fact].decl.name,
                           moot_type_text((moot_type)c->protocol->facts[fact].type));
        return 0;
    }
    owner->kind = MOOT_OWNER_FACT;
    owner->fact = fact;
    return fact >= 0;
}

static int owner_list(moot_compiler *c, const moot_node *node, uint8_t kind, moot_owner *owner)
{
    owner->kind = kind;
    owner->parties = moot_compile__party_list(c, node);
    if (node->item_count == 0 || node->field_count > 0) {
        moot_compile__fail(c, node, "an owner is a role, { a, b } for both jointly, or any { a, b } for either");
        return 0;
    }
    return 1;
}

static int use_owner(moot_compiler *c, const moot_node *node, void *user)
{
    moot_owner *owner = user;
    int32_t party;
    owner->reading = c->reading;
    if (moot_compile__is_ref(node, MOOT_KIND_FACT)) {
        return owner_fact(c, node, owner);
    }
    if (node->type == MOOT_NODE_TABLE) {
        return owner_list(c, node, MOOT_OWNER_ALL, owner);
    }
    if (moot_node_is(node, "any")) {
        return owner_list(c, node, MOOT_OWNER_ANY, owner);
    }
    party = moot_compile__ref(c, MOOT_KIND_PARTY, node);
    owner->kind = MOOT_OWNER_ALL;
    owner->parties = (moot_span){ 0, 0 };
    return party >= 0 && moot_compile__add_int(c, &owner->parties, party);
}

void moot_compile__owner(moot_compiler *c, const moot_node *node, moot_owner *out_owner)
{
    moot_owner owner = { MOOT_OWNER_NONE, { 0, 0 }, -1, -1 };
    int done;
    if (node == NULL) {
        return;
    }
    done = moot_compile__is_reading(node) ? moot_compile__reading(c, node, use_owner, &owner)
                                          : use_owner(c, node, &owner);
    if (done) {
        *out_owner = owner;
    }
}

/* ---- stages ---- */

static void check_items(moot_compiler *c, const moot_node *node)
{
    int32_t i;
    for (i = 0; i < node->item_count; i++) {
        const moot_node *item = node->items[i];
        if (!moot_node_is(item, "outcome") && !moot_node_is(item, "deadline") && moot_compile__verb(item) == NULL) {
            moot_compile__fail(c, item, "a stage holds outcomes, deadlines and effects, not %s",
                               moot_compile__found(c, item));
        }
    }
}

static uint8_t stage_per_child(moot_compiler *c, const moot_node *node)
{
    const char *per = moot_compile__text(c, node, "per");
    if (per != NULL && strcmp(per, "child") != 0) {
        moot_compile__fail(c, moot_node_field(node, "per"), "`per` takes \"child\", not \"%s\"", per);
    }
    return per != NULL && strcmp(per, "child") == 0;
}

/* Rule 4 and 18: a reaction has no outcome, no duty and no panel, and only a reaction may go without a name. */
static void check_reaction(moot_compiler *c, const moot_node *node, const moot_stage *stage)
{
    if (node->name == NULL && !stage->effects_only) {
        moot_compile__fail(c, node, "only a stage of nothing but effects may go without a name; this one needs one");
    }
    if (node->name == NULL && stage->on < 0 && moot_node_field(node, "on") == NULL) {
        moot_compile__fail(c, node, "a stage without a name is entered by its trigger alone; say `on` what");
    }
}

/* A step has one who decides it: an owner, or a panel at its sessions. */
static void check_deciders(moot_compiler *c, const moot_node *node, int32_t index, const moot_stage *stage)
{
    if (stage->panel >= 0 && moot_node_field(node, "owner") != NULL) {
        moot_compile__fail(c, moot_node_field(node, "owner"), "a panel decides this stage, so it has no owner of its own; who else "
                           "must be there stands in `with`, who sits on the panel in its `members`");
    }
    if (stage->not_by == index) {
        moot_compile__fail(c, moot_node_field(node, "not_by"), "`not_by` names another stage, whose decider may not decide this one");
    }
}

static void compile_stage(moot_compiler *c, int32_t index)
{
    const moot_node *node = c->stages.at[index];
    moot_stage stage = c->protocol->stages[index];
    moot_ctx ctx = { 0, NULL };
    c->decl = node;
    check_items(c, node);
    moot_compile__decl(c, node, node->name, &stage.decl);
    stage.per_child = stage_per_child(c, node);
    ctx.child = stage.per_child;
    moot_compile__owner(c, moot_node_field(node, "owner"), &stage.owner);
    moot_compile__owner(c, moot_node_field(node, "with"), &stage.with);
    stage.on = moot_compile__trigger(c, moot_node_field(node, "on"), MOOT_USE_STAGE, index, ctx);
    stage.when = moot_compile__cond(c, moot_node_field(node, "when"), ctx);
    stage.duty = moot_compile__str(c, moot_compile__text(c, node, "duty"));
    stage.panel = moot_compile__field_ref(c, MOOT_KIND_PANEL, node, "panel");
    stage.not_by = moot_compile__field_ref(c, MOOT_KIND_STAGE, node, "not_by");
    stage.ladder = moot_compile__field_ref(c, MOOT_KIND_LADDER, node, "ladder");
    stage.effects_only = stage.outcomes.count == 0 && stage.duty == NULL && moot_node_field(node, "panel") == NULL;
    check_reaction(c, node, &stage);
    check_deciders(c, node, index, &stage);
    if (stage.when != MOOT_NO_COND && moot_node_field(node, "on") == NULL) {
        moot_compile__fail(c, moot_node_field(node, "when"),
                           "`when` is read as the trigger `on` fires, and there is none; guard the outcome that goes here");
    }
    c->protocol->stages[index] = stage;
}

/* ---- outcomes ---- */

/* Rule 8: what is chosen meets the stage's deadlines unless it voids them; what is taken by itself voids them unless it
 * meets them. */
static void check_meeting(moot_compiler *c, const moot_node *node)
{
    int by_itself = moot_node_field(node, "on") != NULL || moot_node_field(node, "after") != NULL;
    if (moot_node_field(node, "on") != NULL && moot_node_field(node, "after") != NULL) {
        moot_compile__fail(c, moot_node_field(node, "after"),
                           "an outcome taken by itself has either `on` or `after`; write two outcomes");
    }
    if (by_itself && moot_node_field(node, "voids") != NULL) {
        moot_compile__fail(c, moot_node_field(node, "voids"),
                           "an outcome taken by itself voids the stage's deadlines anyway; `voids` is for one that is chosen");
    }
    if (!by_itself && moot_node_field(node, "meets") != NULL) {
        moot_compile__fail(c, moot_node_field(node, "meets"),
                           "a chosen outcome meets the stage's deadlines anyway; `meets` is for one with `on` or `after`");
    }
}

static void check_outcome_items(moot_compiler *c, const moot_node *node)
{
    int32_t i;
    for (i = 0; i < node->item_count; i++) {
        if (moot_compile__verb(node->items[i]) == NULL) {
            moot_compile__fail(c, node->items[i], "an outcome holds effects (go, close, notify …), not %s",
                               moot_compile__found(c, node->items[i]));
        }
    }
}

static const moot_node **outcome_nodes(moot_compiler *c, int32_t stage)
{
    return c->outcomes.at + c->protocol->stages[stage].outcomes.first;
}

static void compile_outcome(moot_compiler *c, int32_t index)
{
    const moot_node *node = c->outcomes.at[index];
    moot_outcome outcome = c->protocol->outcomes[index];
    const moot_stage *stage = &c->protocol->stages[outcome.stage];
    int by_itself = moot_node_field(node, "on") != NULL || moot_node_field(node, "after") != NULL;
    moot_ctx ctx = { stage->per_child, NULL };
    moot_ctx guard = { stage->per_child, by_itself ? MOOT_BY_ITSELF : NULL };
    c->decl = node;
    check_outcome_items(c, node);
    check_meeting(c, node);
    moot_compile__decl(c, node, node->name, &outcome.decl);
    outcome.decl.clause = moot_compile__clause_in(c, node, c->stages.at[outcome.stage]);
    outcome.when = moot_compile__guard(c, node, outcome_nodes(c, outcome.stage),
                                       stage->outcomes.count, guard);
    outcome.on = moot_compile__trigger(c, moot_node_field(node, "on"), MOOT_USE_OUTCOME, index, ctx);
    outcome.after = moot_compile__length(c, moot_node_field(node, "after"), "`after`", ctx);
    if (moot_node_field(node, "counting") != NULL) {
        moot_counted counted = moot_compile__counting_of(c, node, "after");
        outcome.counting = counted.counting;
        outcome.counting_reading = counted.reading;
    }
    outcome.voids = (uint8_t)moot_compile__yes(c, node, "voids");
    outcome.meets = (uint8_t)moot_compile__yes(c, node, "meets");
    c->protocol->outcomes[index] = outcome;
}

void moot_compile__stages(moot_compiler *c)
{
    int32_t i;
    for (i = 0; i < c->protocol->stages_count && !c->memory; i++) {
        compile_stage(c, i);
    }
    for (i = 0; i < c->protocol->outcomes_count && !c->memory; i++) {
        compile_outcome(c, i);
    }
}
