/* What is counted: quotas (rule 13) and measures (rule 16). */
#include <string.h>

#include "lua/compile/compile_internal.h"

/* `per`: the schema has seen to it that it is one of the four. */
static uint8_t period_of(moot_compiler *c, const moot_node *node)
{
    const char *per = moot_compile__text(c, node, "per");
    int period = per != NULL ? moot_period_find(per) : -1;
    return (uint8_t)(period < 0 ? MOOT_PERIOD_YEAR : period);
}

/* ---- quotas ---- */

/* A limit that is written out is at least 1: without any grants there is no entitlement. */
static void check_limit(moot_compiler *c, const moot_node *node, const moot_operand *limit)
{
    if (limit->kind == MOOT_OPERAND_CONST && limit->value.a < 1) {
        moot_compile__fail(c, node, "`limit` takes a whole number from 1 on, not %s",
                           moot_compile__found(c, node));
    }
}

static void compile_quota(moot_compiler *c, const moot_node *node)
{
    moot_value_want want = { MOOT_T_INTEGER, -1, "`limit`" };
    moot_ctx ctx = { 0, NULL };
    moot_quota quota, *added = moot_protocol_add_quota(c->protocol);
    const moot_node *limit = moot_node_field(node, "limit");
    int32_t row = c->protocol->quotas_count - 1;
    moot_operand operand;
    if (added == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    memset(&quota, 0, sizeof quota);
    quota.limit = quota.per_reading = -1;
    moot_compile__decl(c, node, node->name, &quota.decl);
    quota.per = moot_compile__quota_period(c, node, &quota.per_reading);
    if (limit != NULL && moot_compile__operand(c, limit, &want, ctx, &operand)) {
        check_limit(c, limit, &operand);
        quota.limit = moot_compile__add_operand(c, &operand);
    }
    c->protocol->quotas[row] = quota;
}

void moot_compile__quotas(moot_compiler *c)
{
    const moot_kind_names *kind = &c->kinds[MOOT_KIND_QUOTA];
    size_t i;
    for (i = 0; i < kind->names.count && !c->memory; i++) {
        c->decl = kind->list[i].node;
        compile_quota(c, c->decl);
    }
}

/* Rule 13: what a quota bars is an outcome, so its grants stand in outcomes. */
void moot_compile__quota_grants(moot_compiler *c)
{
    int32_t i;
    for (i = 0; i < c->protocol->effects_count && !c->memory; i++) {
        const moot_effect *effect = &c->protocol->effects[i];
        const moot_effect_source *source = &c->effects[i];
        int32_t quota = effect->entitlement >= 0
                            ? c->protocol->entitlements[effect->entitlement].quota
                            : -1;
        if (quota >= 0 && (source->holder == NULL || !moot_node_is(source->holder, "outcome"))) {
            c->decl = source->holder;
            moot_compile__fail(c, source->node,
                               "a grant that counts against quota \"%s\" stands in an outcome, "
                               "because an outcome is what a used-up quota bars",
                               c->protocol->quotas[quota].decl.name);
        }
    }
}

/* ---- measures ---- */

static int32_t split_of(moot_compiler *c, const moot_node *node)
{
    const moot_node *at = moot_node_field(node, "split");
    int32_t fact = at == NULL                       ? -1
                   : moot_node_is(at, "decision") ? moot_compile__find(c, MOOT_KIND_FACT, at->name, at)
                                                  : moot_compile__ref(c, MOOT_KIND_FACT, at);
    if (fact < 0) {
        return -1;
    }
    if (c->protocol->facts[fact].per_child) {
        moot_compile__fail(c, at, "\"%s\" is a fact of each child; `split` takes a fact of the case",
                           c->protocol->facts[fact].decl.name);
    } else if (c->protocol->facts[fact].type == MOOT_T_SPELLS
               || c->protocol->facts[fact].type == MOOT_T_TEXT) {
        moot_compile__fail(c, at, "\"%s\" is %s, which has no few values to split by",
                           c->protocol->facts[fact].decl.name,
                           moot_type_text((moot_type)c->protocol->facts[fact].type));
    }
    return fact;
}

static int32_t target_of(moot_compiler *c, const moot_node *node)
{
    const moot_node *at = moot_node_field(node, "target");
    moot_value_want want = { MOOT_T_INTEGER, -1, "`target`" };
    moot_value percent;
    if (at == NULL || !moot_compile__fixed(c, at, &want, &percent)) {
        return -1;
    }
    if (percent.a < 1 || percent.a > 100) {
        moot_compile__fail(c, at, "`target` takes a whole number of percent from 1 to 100, not %lld", (long long)percent.a);
    } else if (moot_node_field(node, "share") == NULL) {
        moot_compile__fail(c, at, "`target` is the percentage that a share should reach; "
                                  "a count has none");
    }
    return (int32_t)percent.a;
}

static void compile_measure(moot_compiler *c, const moot_node *node)
{
    moot_ctx ctx = { 0, NULL };
    moot_measure measure, *added = moot_protocol_add_measure(c->protocol);
    const moot_node *count = moot_node_field(node, "count"), *share = moot_node_field(node, "share");
    int32_t row = c->protocol->measures_count - 1;
    if (added == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    memset(&measure, 0, sizeof measure);
    moot_compile__decl(c, node, node->name, &measure.decl);
    measure.per = period_of(c, node);
    measure.split = split_of(c, node);
    measure.target = target_of(c, node);
    measure.count = moot_compile__trigger(c, count, MOOT_USE_MEASURE, row, ctx);
    measure.share = moot_compile__field_ref(c, MOOT_KIND_CLOCK, node, "share");
    if (count != NULL && share != NULL) {
        moot_compile__fail(c, share, "a measure has either `count` or `share`; write two measures");
    } else if (count == NULL && share == NULL) {
        moot_compile__fail(c, node, "a measure says what it counts, `count = event \"…\"`, or of which deadline it "
                                    "gives the share met, `share = \"…\"`");
    }
    c->protocol->measures[row] = measure;
}

void moot_compile__measures(moot_compiler *c)
{
    const moot_kind_names *kind = &c->kinds[MOOT_KIND_MEASURE];
    size_t i;
    for (i = 0; i < kind->names.count && !c->memory; i++) {
        c->decl = kind->list[i].node;
        compile_measure(c, c->decl);
    }
}
