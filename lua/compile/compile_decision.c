/* Decisions: each derives the fact of its own name. The fact may be declared; if not, its type and options are those of
 * the values that the rows give. */
#include <string.h>

#include "lua/compile/compile_internal.h"

#define MOST_OF_A_SET 63 /* a set is the bits of one number */

static int32_t fact_of(moot_compiler *c, const moot_node *node)
{
    const moot_named *named = moot_compile__named(c, MOOT_KIND_FACT, node->name);
    return named != NULL ? named->index : -1;
}

static uint8_t hit_of(moot_compiler *c, const moot_node *node)
{
    static const char *const hits[] = { "unique", "first", "collect" };
    const char *hit = moot_compile__text(c, node, "hit");
    size_t i;
    if (hit == NULL) {
        return MOOT_HIT_UNIQUE;
    }
    for (i = 0; i < MOOT_COUNT(hits); i++) {
        if (strcmp(hit, hits[i]) == 0) {
            return (uint8_t)i;
        }
    }
    moot_compile__fail(c, moot_node_field(node, "hit"), "`hit` takes \"unique\", \"first\" or \"collect\", not \"%s\"", hit);
    return MOOT_HIT_UNIQUE;
}

/* ---- inferring a type ---- */

typedef struct inferred {
    moot_type type; /* UNKNOWN until a value says */
    int mixed;
    moot_span options;
} inferred;

static void add_option(moot_compiler *c, inferred *to, int32_t symbol)
{
    int32_t i;
    for (i = 0; i < to->options.count; i++) {
        if (moot_span_at(c->protocol, to->options, i) == symbol) {
            return;
        }
    }
    (void)moot_compile__add_int(c, &to->options, symbol);
}

static void merge_type(inferred *to, moot_type type)
{
    int texts = (to->type == MOOT_T_ONE_OF || to->type == MOOT_T_DATE) && (type == MOOT_T_ONE_OF || type == MOOT_T_DATE);
    if (type == MOOT_T_UNKNOWN) {
        return;
    }
    if (to->type == MOOT_T_UNKNOWN) {
        to->type = type;
    } else if (to->type != type && texts) {
        to->type = MOOT_T_ONE_OF; /* one string of them is not a date */
    } else if (to->type != type) {
        to->mixed = 1;
    }
}

static void see_fact(moot_compiler *c, const moot_node *value, inferred *to)
{
    const moot_named *named = moot_compile__named(c, MOOT_KIND_FACT, value->name);
    int32_t i;
    if (named != NULL && c->protocol->facts[named->index].type == MOOT_T_ONE_OF) {
        moot_span options = c->protocol->facts[named->index].options;
        for (i = 0; i < options.count; i++) {
            add_option(c, to, moot_span_at(c->protocol, options, i));
        }
    }
}

static void see_param(moot_compiler *c, const moot_node *value, inferred *to)
{
    const moot_named *named = moot_compile__named(c, MOOT_KIND_PARAM, value->name);
    int32_t i;
    if (named == NULL || c->protocol->params[named->index].type != MOOT_T_ONE_OF) {
        return;
    }
    for (i = 0; i < c->protocol->params[named->index].steps.count; i++) {
        moot_span steps = c->protocol->params[named->index].steps;
        add_option(c, to, (int32_t)c->protocol->steps[steps.first + i].value.a);
    }
}

static void see_value(moot_compiler *c, const moot_node *value, inferred *to)
{
    merge_type(to, moot_compile__type_of(c, value));
    if (value->type == MOOT_NODE_STRING) {
        add_option(c, to, moot_compile__symbol(c, value->name));
    } else if (value->name != NULL && moot_compile__is_ref(value, MOOT_KIND_FACT)) {
        see_fact(c, value, to);
    } else if (value->name != NULL && moot_node_is(value, "param")) {
        see_param(c, value, to);
    }
}

/* Every option of a reading counts, not only the chosen one: another choice must not change what the fact is. */
static void see_reading(moot_compiler *c, const moot_node *value, inferred *to)
{
    const moot_named *named = value->name != NULL ? moot_compile__named(c, MOOT_KIND_READING, value->name) : NULL;
    const moot_node *options = named != NULL ? moot_node_field(named->node, "options") : NULL;
    int32_t i;
    for (i = 0; options != NULL && i < options->field_count; i++) {
        see_value(c, options->fields[i].value, to);
    }
}

static void see_rows(moot_compiler *c, const moot_node *node, inferred *to)
{
    int32_t i;
    for (i = 0; i < node->item_count; i++) {
        const moot_node *value = moot_node_field(node->items[i], "value");
        if (value != NULL && moot_compile__is_reading(value)) {
            see_reading(c, value, to);
        } else if (value != NULL) {
            see_value(c, value, to);
        }
    }
}

/* 1 when the fact's type has become known. */
static int infer(moot_compiler *c, const moot_node *node, int32_t fact)
{
    inferred found = { MOOT_T_UNKNOWN, 0, { 0, 0 } };
    if (c->protocol->facts[fact].type != MOOT_T_UNKNOWN) {
        return 0;
    }
    see_rows(c, node, &found);
    if (found.mixed) {
        return 0; /* reported by claim */
    }
    c->protocol->facts[fact].type = (uint8_t)(found.type == MOOT_T_CONSENT ? MOOT_T_ONE_OF : found.type);
    if (found.type == MOOT_T_ONE_OF) {
        c->protocol->facts[fact].options = found.options;
    } else if (found.type == MOOT_T_INTEGER) {
        c->protocol->facts[fact].min = INT32_MIN;
        c->protocol->facts[fact].max = INT32_MAX;
    } else if (found.type == MOOT_T_MONEY) {
        c->protocol->facts[fact].max = INT64_MAX;
    }
    return found.type != MOOT_T_UNKNOWN;
}

/* A decision may give another decision's value, so inferring goes round until nothing new is learnt. */
static void infer_all(moot_compiler *c)
{
    int again = 1;
    size_t i;
    while (again && !c->memory) {
        again = 0;
        for (i = 0; i < c->decisions.count; i++) {
            again |= infer(c, c->decisions.at[i], fact_of(c, c->decisions.at[i]));
        }
    }
}

/* ---- deriving ---- */

static void no_type(moot_compiler *c, const moot_node *node, int32_t fact)
{
    inferred found = { MOOT_T_UNKNOWN, 0, { 0, 0 } };
    if (c->facts.at[fact] != node) {
        return; /* declared, and wrong: that was reported */
    }
    see_rows(c, node, &found);
    if (found.mixed) {
        moot_compile__fail(c, node, "the values of this decision are of different types");
    } else {
        moot_compile__fail(c, node, "what kind of value this decision gives cannot be told from its rows; declare the "
                                    "fact \"%s\" with its type", node->name);
    }
}

static void claim(moot_compiler *c, const moot_node *node, int32_t decision, int32_t fact, uint8_t hit)
{
    moot_fact *f = &c->protocol->facts[fact];
    f->source = MOOT_FACT_DERIVED;
    f->decision = decision;
    if (f->type == MOOT_T_UNKNOWN) {
        no_type(c, node, fact);
        return;
    }
    if (f->type == MOOT_T_CONSENT || f->type == MOOT_T_SPELLS || f->type == MOOT_T_DURATION) {
        moot_compile__fail(c, node, "\"%s\" is %s, which cannot be derived by a decision", node->name,
                           moot_type_text((moot_type)f->type));
    }
    if (hit != MOOT_HIT_COLLECT) {
        return;
    }
    if (f->type != MOOT_T_ONE_OF || f->options.count > MOST_OF_A_SET) {
        moot_compile__fail(c, node, "hit = \"collect\" gathers texts of a list, of at most %d options", MOST_OF_A_SET);
        return;
    }
    f->type = MOOT_T_SET;
}

void moot_compile__decision_types(moot_compiler *c)
{
    size_t i;
    infer_all(c);
    for (i = 0; i < c->decisions.count && !c->memory; i++) {
        const moot_node *node = c->decisions.at[i];
        moot_decision *decision = moot_protocol_add_decision(c->protocol);
        int32_t fact = fact_of(c, node);
        if (decision == NULL || fact < 0) {
            moot_compile__no_memory(c);
            return;
        }
        c->decl = node;
        decision->fact = fact;
        decision->hit = hit_of(c, node);
        moot_compile__decl(c, node, node->name, &decision->decl);
        claim(c, node, (int32_t)i, fact, decision->hit);
    }
}

/* ---- rows ---- */

static void compile_row(moot_compiler *c, const moot_node *node, const moot_node *item, int32_t fact)
{
    moot_ctx ctx = { c->protocol->facts[fact].per_child, NULL };
    moot_type type = (moot_type)c->protocol->facts[fact].type;
    moot_value_want want = { type == MOOT_T_SET ? MOOT_T_ONE_OF : type, fact, node->name }; /* a row adds one option */
    moot_row row = { MOOT_NO_COND, -1, "", item->line, 0 }, *added;
    const moot_node *when = moot_node_field(item, "when");
    const moot_node *value = moot_node_field(item, "value");
    moot_operand operand;
    row.when = moot_compile__guard(c, item, node->items, node->item_count, ctx);
    row.otherwise = when != NULL && moot_node_is(when, "otherwise");
    row.clause = moot_compile__clause_in(c, item, node);
    if (value == NULL) {
        moot_compile__fail(c, item, "this row gives no `value`");
    } else if (want.type != MOOT_T_UNKNOWN && moot_compile__operand(c, value, &want, ctx, &operand)) {
        row.value = moot_compile__add_operand(c, &operand);
    }
    added = moot_protocol_add_row(c->protocol);
    if (added == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    *added = row;
}

static void compile_decision(moot_compiler *c, int32_t index, const moot_node *node)
{
    moot_span rows = { c->protocol->rows_count, 0 };
    int32_t i;
    c->decl = node;
    for (i = 0; i < node->item_count && !c->memory; i++) {
        if (node->items[i]->type == MOOT_NODE_TABLE) {
            compile_row(c, node, node->items[i], c->protocol->decisions[index].fact);
        } else {
            moot_compile__fail(c, node->items[i], "a decision holds rows, { when = …, value = … }, not %s",
                               moot_compile__found(c, node->items[i]));
        }
    }
    rows.count = c->protocol->rows_count - rows.first;
    c->protocol->decisions[index].rows = rows;
    if (node->item_count == 0) {
        moot_compile__fail(c, node, "a decision needs at least one row: { when = …, value = … }");
    }
}

void moot_compile__decisions(moot_compiler *c)
{
    size_t i;
    for (i = 0; i < c->decisions.count && !c->memory; i++) {
        compile_decision(c, (int32_t)i, c->decisions.at[i]);
    }
}
