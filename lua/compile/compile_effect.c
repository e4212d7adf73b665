/* Effects: the five verbs of the engine and the four acts. Their rows exist (compile_layout.c); here they are filled. */
#include <string.h>

#include "lua/compile/compile_internal.h"

typedef struct effect_job {
    const moot_node *node;
    const moot_node *item;
    const moot_field *field;
    int32_t row;
    moot_ctx ctx;
} effect_job;

/* ---- the engine's ---- */

/* go "x", go { "x", "y" }: at least one stage. */
static void name_stages(moot_compiler *c, const effect_job *job, moot_effect *out)
{
    int32_t i, stage;
    if (job->node->name != NULL) {
        stage = moot_compile__find(c, MOOT_KIND_STAGE, job->node->name, job->node);
        (void)moot_compile__add_int(c, &out->stages, stage);
        return;
    }
    for (i = 0; i < job->node->item_count; i++) {
        stage = moot_compile__ref(c, MOOT_KIND_STAGE, job->node->items[i]);
        (void)moot_compile__add_int(c, &out->stages, stage);
    }
    if (job->node->item_count == 0) {
        moot_compile__fail(c, job->node, "`%s` takes the name of a stage", job->node->word);
    }
}

static const char *item_text(moot_compiler *c, const effect_job *job, const char *what)
{
    const moot_node *item = job->item;
    if (job->node->name != NULL) {
        return moot_compile__str(c, job->node->name);
    }
    if (item != NULL && item->type == MOOT_NODE_STRING) {
        return moot_compile__str(c, item->name);
    }
    moot_compile__fail(c, item != NULL ? item : job->node, "`%s` says %s in quotes", job->node->word, what);
    return NULL;
}

static void set_lead(moot_compiler *c, const effect_job *job, moot_effect *out)
{
    moot_value_want want = { MOOT_T_PARTY, -1, "lead" };
    moot_operand operand;
    out->fact = MOOT_SET_LEAD;
    if (moot_compile__operand(c, job->field->value, &want, job->ctx, &operand)) {
        out->operand = moot_compile__add_operand(c, &operand);
    }
}

/* Rule 6: what a decision derives, nothing else sets. */
static void set_fact(moot_compiler *c, const effect_job *job, moot_effect *out)
{
    moot_node at = *job->field->value;
    moot_value_want want = { MOOT_T_UNKNOWN, -1, job->field->name };
    moot_operand operand;
    at.line = job->field->line;
    at.col = job->field->col;
    at.width = (int32_t)strlen(job->field->name);
    if (strcmp(job->field->name, "lead") == 0) {
        set_lead(c, job, out);
        return;
    }
    out->fact = want.fact = moot_compile__find(c, MOOT_KIND_FACT, job->field->name, &at);
    if (out->fact < 0 || !moot_compile__child_ok(c, out->fact, &at, job->ctx)) {
        return;
    }
    want.type = (moot_type)c->protocol->facts[out->fact].type;
    if (c->protocol->facts[out->fact].source == MOOT_FACT_DERIVED) {
        moot_compile__fail(c, &at, "\"%s\" is derived by the %s, so `set` cannot change it: a fact has one source",
                           job->field->name,
                           c->protocol->facts[out->fact].decision >= 0 ? "decision of that name" : "helper that gives it");
        return;
    }
    if (want.type == MOOT_T_SPELLS) {
        moot_compile__fail(c, &at, "\"%s\" is spells, which are recorded and never set", job->field->name);
        return;
    }
    c->protocol->facts[out->fact].source = MOOT_FACT_SET;
    if (want.type != MOOT_T_UNKNOWN && moot_compile__operand(c, job->field->value, &want, job->ctx, &operand)) {
        out->operand = moot_compile__add_operand(c, &operand);
    }
}

static void escalate(moot_compiler *c, const effect_job *job, moot_effect *out)
{
    if (job->node->name != NULL) {
        out->ladder = moot_compile__find(c, MOOT_KIND_LADDER, job->node->name, job->node);
    } else if (job->item != NULL) {
        out->ladder = moot_compile__ref(c, MOOT_KIND_LADDER, job->item);
    } else if (c->protocol->ladders_count == 1) {
        out->ladder = 0;
    } else {
        moot_compile__fail(c, job->node, c->protocol->ladders_count == 0
                                             ? "`escalate` opens a ladder, and the script declares none"
                                             : "`escalate` says which ladder, because the script declares several");
    }
}

/* ---- the acts ---- */

/* Several parties, several entitlements: an act each, so none of them can bear the name of all. */
static void check_several(moot_compiler *c, const effect_job *job)
{
    const moot_node *as = moot_node_field(job->node, "as");
    if (job->node->item_count > 1 && as != NULL && job->item == job->node->items[0]) {
        moot_compile__fail(c, as, "`as` names one act, and this `%s` is %d; write one for each", job->node->word,
                           (int)job->node->item_count);
    }
}

static void refer_or_notify(moot_compiler *c, const effect_job *job, moot_effect *out)
{
    if (job->node->name != NULL) {
        out->party = moot_compile__find(c, MOOT_KIND_PARTY, job->node->name, job->node);
    } else if (job->item != NULL) {
        out->party = moot_compile__ref(c, MOOT_KIND_PARTY, job->item);
    } else {
        moot_compile__fail(c, job->node, "`%s` says whom: a role, a service or applicant", job->node->word);
    }
    check_several(c, job);
    out->text = moot_compile__str(c, moot_compile__text(c, job->node, "via"));
    out->notice = moot_compile__field_ref(c, MOOT_KIND_NOTICE, job->node, "notice");
}

static void grant(moot_compiler *c, const effect_job *job, moot_effect *out)
{
    if (job->node->name != NULL) {
        out->entitlement = moot_compile__find(c, MOOT_KIND_ENTITLEMENT, job->node->name, job->node);
    } else if (job->item != NULL) {
        out->entitlement = moot_compile__ref(c, MOOT_KIND_ENTITLEMENT, job->item);
    } else {
        moot_compile__fail(c, job->node, "`grant` names an entitlement");
    }
    check_several(c, job);
    out->text = moot_compile__str(c, moot_compile__text(c, job->node, "via"));
}

/* A service or role that is called otherwise here goes by that name as a provider, too. */
static const char *provider_text(moot_compiler *c, const moot_node *node)
{
    const char *text = moot_compile__text(c, node, "provider");
    const moot_named *party = text != NULL ? moot_compile__named(c, MOOT_KIND_PARTY, text) : NULL;
    const char *called = party != NULL && party->node != NULL ? moot_compile__text(c, party->node, "called") : NULL;
    return called != NULL ? called : text;
}

static void place(moot_compiler *c, const effect_job *job, moot_effect *out)
{
    out->text = item_text(c, job, "where");
    out->provider = moot_compile__str(c, provider_text(c, job->node));
    out->paid_by = moot_compile__field_ref(c, MOOT_KIND_PARTY, job->node, "paid_by");
    out->ends = moot_compile__trigger(c, moot_node_field(job->node, "ends"), MOOT_USE_PLACE_ENDS, job->row, job->ctx);
}

static int32_t consent_of(moot_compiler *c, const moot_node *node)
{
    const moot_node *value = moot_node_field(node, "with_consent");
    if (value != NULL && value->name != NULL && moot_compile__named(c, MOOT_KIND_FACT, value->name) == NULL) {
        const char *near = moot_names_nearest(&c->kinds[MOOT_KIND_FACT].names, value->name);
        moot_compile__fail(c, value, "no consent is called \"%s\"%s%s%s", value->name,
                           near != NULL ? "; did you mean \"" : "", near != NULL ? near : "", near != NULL ? "\"?" : "");
        return -1;
    }
    int32_t fact = moot_compile__field_ref(c, MOOT_KIND_FACT, node, "with_consent");
    if (fact >= 0 && c->protocol->facts[fact].type != MOOT_T_CONSENT) {
        moot_compile__fail(c, value, "`with_consent` takes a consent; \"%s\" is %s",
                           c->protocol->facts[fact].decl.name,
                           moot_type_text((moot_type)c->protocol->facts[fact].type));
        return -1;
    }
    return fact;
}

/* What is granted, sent or opened only between the dates of its own in_force takes the act along. */
static void hold_to(moot_compiler *c, moot_kind kind, int32_t row, moot_decl *decl)
{
    const moot_kind_names *names = &c->kinds[kind];
    int known = row >= 0 && (size_t)row < names->names.count && names->list[row].index == row;
    const moot_node *node = known ? names->list[row].node : NULL;
    moot_day from, to;
    if (node == NULL || moot_node_field(node, "in_force") == NULL) {
        return;
    }
    moot_compile__in_force(c, node, &from, &to);
    decl->in_force_from = from > decl->in_force_from ? from : decl->in_force_from;
    decl->in_force_to = to < decl->in_force_to ? to : decl->in_force_to;
}

/* ---- all of them ---- */

static void fill(moot_compiler *c, const effect_job *job, moot_effect *out)
{
    switch ((moot_verb)out->verb) {
    case MOOT_GO:
    case MOOT_STOP:
        name_stages(c, job, out);
        break;
    case MOOT_CLOSE:
        out->text = item_text(c, job, "how it ended");
        break;
    case MOOT_SET:
        set_fact(c, job, out);
        break;
    case MOOT_ESCALATE:
        escalate(c, job, out);
        break;
    case MOOT_REFER:
    case MOOT_NOTIFY:
        refer_or_notify(c, job, out);
        break;
    case MOOT_GRANT:
        grant(c, job, out);
        break;
    case MOOT_PLACE:
        place(c, job, out);
        break;
    }
}

static void compile_effect(moot_compiler *c, int32_t row)
{
    moot_effect_source source = c->effects[row];
    moot_effect effect = c->protocol->effects[row];
    effect_job job = { source.node, source.item, source.field, row, { 0, NULL } };
    const char *name = effect.decl.name;
    c->decl = source.holder;
    job.ctx.child = source.stage >= 0 && c->protocol->stages[source.stage].per_child;
    moot_compile__decl(c, source.node, NULL, &effect.decl);
    effect.decl.name = name;
    if (effect.decl.clause[0] == '\0' && source.holder != NULL) {
        effect.decl.clause = moot_compile__clause_in(c, source.holder, source.outer);
    }
    fill(c, &job, &effect);
    hold_to(c, MOOT_KIND_ENTITLEMENT, effect.entitlement, &effect.decl);
    hold_to(c, MOOT_KIND_NOTICE, effect.notice, &effect.decl);
    hold_to(c, MOOT_KIND_LADDER, effect.ladder, &effect.decl);
    effect.when = moot_compile__cond(c, moot_node_field(source.node, "when"), job.ctx);
    effect.consent = consent_of(c, source.node);
    c->protocol->effects[row] = effect;
}

void moot_compile__effects(moot_compiler *c)
{
    int32_t i;
    for (i = 0; i < c->protocol->effects_count && !c->memory; i++) {
        compile_effect(c, i);
    }
}
