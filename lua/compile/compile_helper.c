/* Helpers: the facts that a function of the script takes and gives. The function itself is not compiled: it is called
 * back (lua/helper/helper.h), and only its text is kept here, for the hash. */
#include <string.h>

#include "lua/compile/compile_internal.h"

/* ---- the lists of facts ---- */

static int32_t fact_at(moot_compiler *c, const moot_node *item)
{
    if (moot_node_is(item, "decision") && item->name != NULL) {
        return moot_compile__find(c, MOOT_KIND_FACT, item->name, item);
    }
    return moot_compile__ref(c, MOOT_KIND_FACT, item);
}

/* Facts may be named once, and may not be spells, which have no one value. */
static moot_span fact_list(moot_compiler *c, const moot_node *node, const char *field)
{
    const moot_node *list = moot_node_field(node, field);
    moot_span span = { 0, 0 };
    int32_t i, k;
    for (i = 0; list != NULL && i < list->item_count; i++) {
        const moot_node *item = list->items[i];
        int32_t fact = fact_at(c, item);
        for (k = 0; k < span.count; k++) {
            if (fact >= 0 && moot_span_at(c->protocol, span, k) == fact) {
                moot_compile__fail(c, item, "\"%s\" stands here twice", c->protocol->facts[fact].decl.name);
            }
        }
        if (fact >= 0 && c->protocol->facts[fact].type == MOOT_T_SPELLS) {
            moot_compile__fail(c, item, "\"%s\" is spells, which a helper cannot be given or give",
                               c->protocol->facts[fact].decl.name);
        }
        (void)moot_compile__add_int(c, &span, fact);
    }
    return span;
}

/* ---- what it gives ---- */

/* Rule 6: a fact has one source. */
static void claim(moot_compiler *c, const moot_node *at, int32_t helper, int32_t fact)
{
    moot_fact *f = &c->protocol->facts[fact];
    int32_t other = moot_helper_of(c->protocol, fact);
    if (f->decision >= 0) {
        moot_compile__fail(c, at, "\"%s\" is derived by the decision of that name, so no helper gives it: a fact has "
                                  "one source", f->decl.name);
    } else if (other >= 0 && other != helper) {
        moot_compile__fail(c, at, "\"%s\" is given by helper \"%s\" already: a fact has one source", f->decl.name,
                           c->protocol->helpers[other].decl.name);
    } else if (f->type == MOOT_T_CONSENT) {
        moot_compile__fail(c, at, "\"%s\" is a consent, which people give and no helper works out", f->decl.name);
    }
    f->source = MOOT_FACT_DERIVED;
}

/* Outputs are each child's own or none is: one call gives them all. */
static void claim_outputs(moot_compiler *c, const moot_node *node, int32_t row, moot_helper *helper)
{
    const moot_node *list = moot_node_field(node, "outputs");
    int32_t i, children = 0;
    for (i = 0; i < helper->outputs.count; i++) {
        int32_t fact = moot_span_at(c->protocol, helper->outputs, i);
        if (fact >= 0) {
            claim(c, list->items[i], row, fact);
            children += c->protocol->facts[fact].per_child;
        }
    }
    if (children > 0 && children < helper->outputs.count) {
        moot_compile__fail(c, list, "the outputs of a helper are facts of each child, or none of them is; write two "
                                    "helpers");
    }
    helper->per_child = children > 0;
}

/* ---- what it takes ---- */

static moot_cond_node *add_node(moot_compiler *c, uint8_t kind, int32_t line)
{
    moot_cond_node *node = moot_protocol_add_cond_node(c->protocol);
    if (node == NULL) {
        moot_compile__no_memory(c);
        return NULL;
    }
    node->kind = kind;
    node->ref = node->first = node->calendar = node->from = node->to = -1;
    node->line = line;
    node->next = c->protocol->nodes_count;
    return node;
}

/* Each input is known, as a condition: reading it tells `because` what the helper was given. */
static int32_t inputs_known(moot_compiler *c, const moot_node *node, const moot_helper *helper)
{
    int32_t root = c->protocol->nodes_count, i;
    const moot_node *list = moot_node_field(node, "inputs");
    if (add_node(c, MOOT_COND_ALL, node->line) == NULL) {
        return MOOT_NO_COND;
    }
    for (i = 0; i < helper->inputs.count && !c->memory; i++) {
        int32_t fact = moot_span_at(c->protocol, helper->inputs, i);
        moot_cond_node *test = add_node(c, MOOT_COND_TEST, list->items[i]->line);
        if (fact >= 0 && c->protocol->facts[fact].per_child && !helper->per_child) {
            moot_compile__fail(c, list->items[i],
                               "\"%s\" is a fact of each child, and the outputs of this helper are not",
                               c->protocol->facts[fact].decl.name);
        } else if (test != NULL && fact >= 0) {
            test->subject = MOOT_SUBJECT_FACT;
            test->test = MOOT_TEST_KNOWN;
            test->ref = fact;
        }
    }
    c->protocol->nodes[root].next = c->protocol->nodes_count;
    return root;
}

static void compile_helper(moot_compiler *c, const moot_node *node)
{
    moot_helper helper, *added = moot_protocol_add_helper(c->protocol);
    const moot_node *run = moot_node_field(node, "run");
    int32_t row = c->protocol->helpers_count - 1;
    if (added == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    memset(&helper, 0, sizeof helper);
    moot_compile__decl(c, node, node->name, &helper.decl);
    helper.inputs = fact_list(c, node, "inputs");
    helper.outputs = fact_list(c, node, "outputs");
    helper.code = moot_compile__str(c, run != NULL && run->type == MOOT_NODE_FUNCTION ? run->name : "");
    c->protocol->helpers[row] = helper;
    claim_outputs(c, node, row, &helper);
    helper.known = inputs_known(c, node, &helper);
    c->protocol->helpers[row] = helper;
}

void moot_compile__helpers(moot_compiler *c)
{
    const moot_kind_names *kind = &c->kinds[MOOT_KIND_HELPER];
    size_t i;
    for (i = 0; i < kind->names.count && !c->memory; i++) {
        c->decl = kind->list[i].node;
        compile_helper(c, c->decl);
    }
}
