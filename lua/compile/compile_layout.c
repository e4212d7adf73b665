/* Gives every stage, outcome, clock rule, effect and ladder level its row, before anything is filled in. So names resolve
 * forwards, a block's effects stand side by side, and rows are in the order of the script (rule 1: expiries at one
 * instant come in declaration order). The later files fill the rows one table at a time. */
#include <string.h>

#include "lua/compile/compile_internal.h"

/* Where the block being laid out stands. */
typedef struct place {
    int32_t stage, level, late_of;
    uint8_t entry;
    const moot_node *holder, *outer;
} place;

static const moot_verb_word verbs[] = {
    { "go", MOOT_GO },       { "stop", MOOT_STOP },     { "close", MOOT_CLOSE }, { "set", MOOT_SET },
    { "escalate", MOOT_ESCALATE }, { "refer", MOOT_REFER }, { "notify", MOOT_NOTIFY }, { "grant", MOOT_GRANT },
    { "place", MOOT_PLACE },
};

const moot_verb_word *moot_compile__verb(const moot_node *node)
{
    size_t i;
    for (i = 0; i < MOOT_COUNT(verbs); i++) {
        if (moot_node_is(node, verbs[i].word)) {
            return &verbs[i];
        }
    }
    return NULL;
}

int moot_compile__is_common_field(const char *name)
{
    static const char *const common[] = { "clause", "open", "in_force", "law", "because", "expected" };
    size_t i;
    for (i = 0; i < MOOT_COUNT(common); i++) {
        if (strcmp(name, common[i]) == 0) {
            return 1;
        }
    }
    return 0;
}

/* ---- effects ---- */

static void add_effect(moot_compiler *c, const moot_node *node, uint8_t verb, const moot_field *field,
                       const moot_node *item, place at)
{
    moot_effect *effect = moot_protocol_blank_effect(c->protocol);
    void *list = c->effects;
    size_t count = (size_t)c->protocol->effects_count;
    if (effect == NULL || !moot_grow(&list, &c->effects_cap, count, sizeof *c->effects)) {
        moot_compile__no_memory(c);
        return;
    }
    c->effects = list;
    c->effects[count - 1] = (moot_effect_source){ node, field, item, at.holder, at.outer, at.stage, at.level, at.late_of };
    effect->verb = verb;
}

/* `set { a = 1, b = 2 }` is two effects, and so are `grant { "x", "y" }` and `notify { a, b }`. */
static int is_repeated(uint8_t verb)
{
    return verb == MOOT_GRANT || verb == MOOT_REFER || verb == MOOT_NOTIFY;
}

static void add_effects(moot_compiler *c, const moot_node *node, uint8_t verb, place at)
{
    int32_t i, added = 0;
    if (verb == MOOT_SET) {
        for (i = 0; i < node->field_count; i++) {
            if (!moot_compile__is_common_field(node->fields[i].name)) {
                add_effect(c, node, verb, &node->fields[i], NULL, at);
                added++;
            }
        }
        if (added == 0) {
            moot_compile__fail(c, node, "`set` names no fact; write set { fact_name = value }");
        }
    } else if (is_repeated(verb) && node->item_count > 1) {
        for (i = 0; i < node->item_count; i++) {
            add_effect(c, node, verb, NULL, node->items[i], at);
        }
    } else {
        add_effect(c, node, verb, NULL, node->item_count > 0 ? node->items[0] : NULL, at);
    }
}

static moot_span lay_effects(moot_compiler *c, const moot_node *holder, place at)
{
    moot_span block = { c->protocol->effects_count, 0 };
    int32_t i;
    for (i = 0; i < holder->item_count; i++) {
        const moot_verb_word *verb = moot_compile__verb(holder->items[i]);
        if (verb != NULL) {
            add_effects(c, holder->items[i], verb->verb, at);
        }
    }
    block.count = c->protocol->effects_count - block.first;
    return block;
}

/* ---- clocks ---- */

static int32_t add_clock(moot_compiler *c, const moot_node *node, const char *name, int32_t effect, place at)
{
    moot_clock_rule *rule = moot_protocol_blank_clock(c->protocol);
    void *list = c->clocks;
    size_t count = (size_t)c->protocol->clocks_count;
    if (rule == NULL || !moot_grow(&list, &c->clocks_cap, count, sizeof *c->clocks)) {
        moot_compile__no_memory(c);
        return -1;
    }
    c->clocks = list;
    c->clocks[count - 1] = (moot_clock_source){ node, effect, at.entry };
    rule->stage = at.stage;
    rule->effect = effect;
    (void)moot_compile__name(c, MOOT_KIND_CLOCK, name, node, (int32_t)count - 1);
    return (int32_t)count - 1;
}

static const char *node_text(const moot_node *node)
{
    if (node == NULL) {
        return NULL;
    }
    return node->name == NULL && moot_node_is(node, "applicant") ? "applicant" : node->name;
}

/* What an act is called: `as`, or what it says: "MASH", "interim accommodation". */
static const char *act_name(const moot_node *node, const moot_node *item)
{
    const moot_node *as = moot_node_field(node, "as");
    if (as != NULL && as->type == MOOT_NODE_STRING) {
        return as->name;
    }
    return item != NULL ? node_text(item) : node->name;
}

static int is_listed(const moot_node *node)
{
    return moot_node_field(node, "as") != NULL || moot_node_field(node, "within") != NULL
           || moot_node_field(node, "by") != NULL;
}

/* An act's row gets its name here; one with a name or a time also a clock (rule 9). */
static void lay_act(moot_compiler *c, int32_t effect, place at)
{
    const moot_effect_source *source = &c->effects[effect];
    const char *name = act_name(source->node, source->item);
    int32_t clock;
    if (c->protocol->effects[effect].verb < MOOT_REFER) {
        return;
    }
    c->protocol->effects[effect].decl.name = moot_compile__str(c, name != NULL ? name : "");
    if (name == NULL || !is_listed(source->node)) {
        return;
    }
    clock = add_clock(c, source->node, name, effect, at);
    c->protocol->effects[effect].clock = clock;
}

static void lay_block(moot_compiler *c, const moot_node *holder, place at, moot_span *out_block)
{
    int32_t i;
    moot_span block = lay_effects(c, holder, at);
    for (i = block.first; i < block.first + block.count && !c->memory; i++) {
        lay_act(c, i, at);
    }
    *out_block = block;
}

static void lay_deadline(moot_compiler *c, const moot_node *node, place at)
{
    int32_t i, clock = add_clock(c, node, node->name != NULL ? node->name : "", -1, at);
    for (i = 0; i < node->item_count && clock >= 0; i++) {
        if (moot_node_is(node->items[i], "late")) {
            moot_span late;
            place inside = { at.stage, -1, clock, 0, node, NULL };
            lay_block(c, node->items[i], inside, &late);
            c->protocol->clocks[clock].late = late;
        }
    }
}

/* ---- stages ---- */

/* A stage has a handful, so they are compared one by one. */
static int is_outcome_name(const moot_compiler *c, int32_t first, const char *name)
{
    int32_t i;
    for (i = first; i + 1 < c->protocol->outcomes_count; i++) {
        if (strcmp(c->protocol->outcomes[i].decl.name, name) == 0) {
            return 1;
        }
    }
    return 0;
}

static void lay_outcomes(moot_compiler *c, const moot_node *node, int32_t stage)
{
    moot_span span = { c->protocol->outcomes_count, 0 };
    int32_t i;
    for (i = 0; i < node->item_count && !c->memory; i++) {
        const moot_node *item = node->items[i];
        moot_outcome *outcome;
        if (!moot_node_is(item, "outcome")) {
            continue;
        }
        outcome = moot_protocol_blank_outcome(c->protocol);
        if (outcome == NULL || !moot_compile__push(c, &c->outcomes, item)) {
            moot_compile__no_memory(c);
            break;
        }
        outcome->stage = stage;
        outcome->decl.name = moot_compile__str(c, item->name != NULL ? item->name : "");
        if (is_outcome_name(c, span.first, outcome->decl.name)) {
            moot_compile__fail(c, item, "this stage has two outcomes called \"%s\"", outcome->decl.name);
        }
    }
    span.count = c->protocol->outcomes_count - span.first;
    c->protocol->stages[stage].outcomes = span;
}

/* Clock rules of the entry, which the stage lists; those of its outcomes and late blocks stand between them. */
static void list_clocks(moot_compiler *c, int32_t stage, int32_t first)
{
    moot_span span = { 0, 0 };
    int32_t i;
    for (i = first; i < c->protocol->clocks_count && !c->memory; i++) {
        if (c->clocks[i].entry) {
            (void)moot_compile__add_int(c, &span, i);
        }
    }
    c->protocol->stages[stage].clocks = span;
}

/* The clocks of a stage's items in the order of the script: the effect rows of its block are walked alongside. */
static void lay_items(moot_compiler *c, const moot_node *node, int32_t stage, moot_span block)
{
    place entry = { stage, -1, -1, 1, node, NULL };
    place chosen = { stage, -1, -1, 0, NULL, node };
    int32_t i, effect = block.first, outcome = c->protocol->stages[stage].outcomes.first;
    for (i = 0; i < node->item_count && !c->memory; i++) {
        const moot_node *item = node->items[i];
        if (moot_node_is(item, "deadline")) {
            lay_deadline(c, item, entry);
        } else if (moot_node_is(item, "outcome")) {
            moot_span effects;
            chosen.holder = item;
            lay_block(c, item, chosen, &effects);
            c->protocol->outcomes[outcome++].block = effects;
        } else {
            for (; effect < block.first + block.count && c->effects[effect].node == item; effect++) {
                lay_act(c, effect, entry);
            }
        }
    }
}

/* What a nameless reaction is known by; NULL if it says no clause. */
static const char *key_of(const moot_node *node)
{
    const moot_node *clause = moot_node_field(node, "clause");
    return clause != NULL && clause->type == MOOT_NODE_STRING ? clause->name : NULL;
}

/* Named by its name; a nameless reaction is keyed by its clause (rule 18) and can be named by nobody. */
static void name_stage(moot_compiler *c, const moot_node *node, int32_t stage, moot_names *reactions)
{
    const char *key = key_of(node);
    if (node->name != NULL) {
        (void)moot_compile__name(c, MOOT_KIND_STAGE, node->name, node, stage);
        return;
    }
    if (key == NULL) {
        moot_compile__fail(c, node, "a stage without a name is known by its clause; give it one of the two");
    } else if (moot_names_find(reactions, key) >= 0) {
        moot_compile__fail(c, node, "two stages without a name have clause \"%s\"; give one of them a name", key);
    } else {
        c->memory |= moot_names_add(reactions, key) < 0;
    }
}

/* Results name both alike, so no stage has the clause of a nameless one for its name. */
static void refuse_shared_keys(moot_compiler *c, const moot_names *reactions)
{
    for (size_t i = 0; i < reactions->count; i++) {
        const moot_named *named = moot_compile__named(c, MOOT_KIND_STAGE, reactions->texts[i]);
        if (named != NULL) {
            c->decl = named->node;
            moot_compile__fail(c, named->node, "\"%s\" is what the stage without a name that has this clause is called in "
                               "results; give one of the two another name", reactions->texts[i]);
        }
    }
}

static void lay_stage(moot_compiler *c, const moot_node *node, moot_names *reactions)
{
    int32_t stage = c->protocol->stages_count, first = c->protocol->clocks_count;
    place entry = { stage, -1, -1, 1, node, NULL };
    moot_span block;
    if (moot_protocol_blank_stage(c->protocol) == NULL || !moot_compile__push(c, &c->stages, node)) {
        moot_compile__no_memory(c);
        return;
    }
    name_stage(c, node, stage, reactions);
    block = lay_effects(c, node, entry);
    c->protocol->stages[stage].block = block;
    lay_outcomes(c, node, stage);
    lay_items(c, node, stage, block);
    list_clocks(c, stage, first);
}

/* ---- ladders ---- */

/* "line managers": a role that only a ladder names need not be declared. */
static void imply_role(moot_compiler *c, const moot_node *owner)
{
    moot_party *party;
    const char *near;
    if (owner == NULL || owner->type != MOOT_NODE_STRING
        || moot_compile__named(c, MOOT_KIND_PARTY, owner->name) != NULL) {
        return;
    }
    near = moot_names_nearest(&c->kinds[MOOT_KIND_PARTY].names, owner->name);
    if (near != NULL) {
        moot_compile__warn(c, owner, "\"%s\" is taken to be a role of its own; was \"%s\" meant?", owner->name, near);
    }
    if (!moot_compile__name(c, MOOT_KIND_PARTY, owner->name, NULL, c->protocol->parties_count)) {
        return;
    }
    party = moot_protocol_add_party(c->protocol);
    if (party == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    moot_decl_blank(&party->decl);
    party->decl.name = moot_compile__str(c, owner->name);
    party->decl.file = moot_compile__str(c, owner->file != NULL ? owner->file : "");
    party->decl.line = owner->line;
    party->kind = MOOT_PARTY_ROLE;
    party->service = party->cover = -1;
}

static void imply_roles(moot_compiler *c, const moot_node *owner)
{
    int32_t i;
    imply_role(c, owner);
    if (owner != NULL && (owner->type == MOOT_NODE_TABLE || moot_node_is(owner, "any"))) {
        for (i = 0; i < owner->item_count; i++) {
            imply_role(c, owner->items[i]);
        }
    }
}

static void lay_ladder(moot_compiler *c, const moot_node *node)
{
    moot_ladder *ladder = moot_protocol_add_ladder(c->protocol);
    moot_span levels = { c->protocol->levels_count, 0 };
    int32_t i, row = c->protocol->ladders_count - 1;
    if (ladder == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    moot_decl_blank(&ladder->decl);
    for (i = 0; i < node->item_count && !c->memory; i++) {
        moot_level *level = moot_protocol_add_level(c->protocol);
        place inside = { -1, levels.first + i, -1, 0, node->items[i], node };
        moot_span block;
        if (level == NULL || !moot_compile__push(c, &c->levels, node->items[i])) {
            moot_compile__no_memory(c);
            return;
        }
        imply_roles(c, moot_node_field(node->items[i], "owner"));
        lay_block(c, node->items[i], inside, &block);
        c->protocol->levels[levels.first + i].block = block;
    }
    levels.count = c->protocol->levels_count - levels.first;
    c->protocol->ladders[row].levels = levels;
    if (levels.count == 0) {
        moot_compile__fail(c, node, "a ladder needs at least one level: { owner = … }");
    }
}

/* Rows of ladders are those of their names: one that is declared twice was reported, and has a single row. */
static int is_named_ladder(moot_compiler *c, const moot_node *node)
{
    const moot_named *named =
        moot_node_is(node, "ladder") && node->name ? moot_compile__named(c, MOOT_KIND_LADDER, node->name) : NULL;
    return named != NULL && named->node == node;
}

void moot_compile__layout(moot_compiler *c)
{
    place outside = { -1, -1, -1, 0, NULL, NULL };
    moot_names reactions;
    int32_t i;
    moot_names_init(&reactions);
    for (i = 0; i < c->decl_count && !c->memory; i++) {
        const moot_node *node = c->decls[i];
        c->decl = node;
        if (moot_node_is(node, "stage")) {
            lay_stage(c, node, &reactions);
        } else if (moot_node_is(node, "deadline")) {
            lay_deadline(c, node, outside);
        } else if (is_named_ladder(c, node)) {
            lay_ladder(c, node);
        }
    }
    if (!c->memory) {
        refuse_shared_keys(c, &reactions);
    }
    moot_names_done(&reactions);
}
