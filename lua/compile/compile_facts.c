/* Who acts, what can happen, what is known: parties, events, params and facts. */
#include <stdlib.h>
#include <string.h>

#include "lua/compile/compile_internal.h"

/* ---- parties and events ---- */

/* A role's service or cover; -1 where the field is absent or names the wrong kind. */
static int32_t party_field(moot_compiler *c, const moot_node *node, const char *field, int service)
{
    int32_t party = moot_compile__field_ref(c, MOOT_KIND_PARTY, node, field);
    int is_service = party >= 0 && c->protocol->parties[party].kind == MOOT_PARTY_SERVICE;
    if (party >= 0 && is_service != service) {
        moot_compile__fail(c, moot_node_field(node, field), "`%s` takes a %s; \"%s\" is not one", field,
                           service ? "service" : "role", c->protocol->parties[party].decl.name);
        return -1;
    }
    return party;
}

void moot_compile__parties(moot_compiler *c)
{
    size_t i;
    for (i = 1; i < c->kinds[MOOT_KIND_PARTY].names.count && !c->memory; i++) {
        const moot_named *named = &c->kinds[MOOT_KIND_PARTY].list[i];
        moot_party *party = &c->protocol->parties[named->index];
        const char *called;
        if (named->node == NULL) {
            continue; /* implied by a ladder: it has its name and no more; or another's second name */
        }
        c->decl = named->node;
        called = moot_compile__text(c, named->node, "called");
        moot_compile__decl(c, named->node, called != NULL ? called : named->node->name, &party->decl);
        party->contact = moot_compile__str(c, moot_compile__text(c, named->node, "contact"));
        party->service = party_field(c, named->node, "service", 1);
        party->cover = party_field(c, named->node, "cover", 0);
        if (party->cover == named->index) {
            moot_compile__fail(c, moot_node_field(named->node, "cover"), "a role cannot cover for itself");
        }
    }
}

void moot_compile__events(moot_compiler *c)
{
    size_t i;
    for (i = 0; i < c->kinds[MOOT_KIND_EVENT].names.count && !c->memory; i++) {
        const moot_named *named = &c->kinds[MOOT_KIND_EVENT].list[i];
        moot_event *event = &c->protocol->events[named->index];
        c->decl = named->node;
        moot_compile__decl(c, named->node, named->node->name, &event->decl);
    }
}

/* ---- params ---- */

typedef struct dated {
    moot_day day;
    const moot_node *value;
} dated;

static int by_day(const void *x, const void *y)
{
    const dated *a = x, *b = y;
    return (a->day > b->day) - (a->day < b->day);
}

/* The date-named fields of a param, sorted; returns how many. */
static int32_t dated_values(moot_compiler *c, const moot_node *node, dated *list)
{
    int32_t i, count = 0;
    for (i = 0; i < node->field_count; i++) {
        const moot_field *field = &node->fields[i];
        moot_node key = { .type = MOOT_NODE_STRING };
        if (moot_compile__is_common_field(field->name) || strcmp(field->name, "councils") == 0) {
            continue;
        }
        key.name = field->name;
        key.file = node->file;
        key.line = field->line;
        key.col = field->col;
        list[count].value = field->value;
        count += moot_compile__day(c, &key, &list[count].day);
    }
    qsort(list, (size_t)count, sizeof *list, by_day);
    return count;
}

static void add_step(moot_compiler *c, int32_t param, const dated *at)
{
    moot_value_want want = { (moot_type)c->protocol->params[param].type, -1, "this param" };
    moot_param_step step = { at->day, moot_unknown(), strncmp(at->value->file, "stdlib/", 7) == 0 };
    moot_param_step *added;
    if (!moot_compile__value(c, at->value, &want, &step.value)) {
        return;
    }
    added = moot_protocol_add_param_step(c->protocol);
    if (added == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    *added = step;
    c->protocol->params[param].steps.count++;
}

static void compile_param(moot_compiler *c, const moot_node *node)
{
    moot_param *param = moot_protocol_add_param(c->protocol);
    int32_t i, count, row = c->protocol->params_count - 1;
    dated *list = moot_arena_array(&c->scratch, (size_t)node->field_count + 1, sizeof *list);
    if (param == NULL || list == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    c->decl = node;
    moot_compile__decl(c, node, node->name, &param->decl);
    param->steps.first = c->protocol->steps_count;
    count = dated_values(c, node, list);
    if (count == 0) {
        moot_compile__fail(c, node, "a param says what it is from which date on: [\"2018-01-01\"] = hours(48)");
        return;
    }
    param->type = (uint8_t)moot_compile__type_of(c, list[0].value);
    if (param->type == MOOT_T_UNKNOWN || moot_compile__is_ref(list[0].value, MOOT_KIND_FACT)) {
        moot_compile__fail(c, list[0].value, "a param is a figure: a value or a length of time, not %s",
                           moot_compile__found(c, list[0].value));
        return;
    }
    for (i = 0; i < count; i++) {
        if (i > 0 && list[i].day == list[i - 1].day) {
            moot_compile__fail(c, list[i].value, "this param has two figures for one date");
        }
        add_step(c, row, &list[i]);
    }
}

void moot_compile__params(moot_compiler *c)
{
    size_t i;
    for (i = 0; i < c->params.count && !c->memory; i++) {
        compile_param(c, c->params.at[i]);
    }
}

/* ---- types of facts ---- */

static const struct {
    const char *word;
    moot_type type;
} type_words[] = {
    { "yesno", MOOT_T_YESNO },     { "integer", MOOT_T_INTEGER }, { "money", MOOT_T_MONEY }, { "date", MOOT_T_DATE },
    { "instant", MOOT_T_INSTANT }, { "one_of", MOOT_T_ONE_OF },   { "text", MOOT_T_TEXT },   { "spells", MOOT_T_SPELLS },
};

static int all_parties(const moot_node *node)
{
    int32_t i;
    for (i = 0; i < node->item_count; i++) {
        if (!moot_compile__is_ref(node->items[i], MOOT_KIND_PARTY)) {
            return 0;
        }
    }
    return node->item_count > 0;
}

/* The type that a declaration gives, without its details; UNKNOWN when it gives none. */
static moot_type declared_type(const moot_node *node)
{
    const moot_node *word = node->item_count > 0 ? node->items[0] : NULL;
    size_t i;
    if (moot_node_is(node, "consent")) {
        return MOOT_T_CONSENT;
    }
    for (i = 0; word != NULL && i < MOOT_COUNT(type_words); i++) {
        if (moot_node_is(word, type_words[i].word)) {
            return type_words[i].type == MOOT_T_ONE_OF && all_parties(word) ? MOOT_T_PARTY : type_words[i].type;
        }
    }
    return MOOT_T_UNKNOWN;
}

static void integer_bounds(moot_compiler *c, const moot_node *word, moot_fact *fact)
{
    if (word->item_count != 2 || word->items[0]->type != MOOT_NODE_INTEGER
        || word->items[1]->type != MOOT_NODE_INTEGER || word->items[0]->number > word->items[1]->number) {
        moot_compile__fail(c, word, "`integer` takes its lowest and its highest value, as in integer(0, 25)");
        return;
    }
    fact->min = word->items[0]->number;
    fact->max = word->items[1]->number;
}

/* Options of one_of: symbols, or parties when all are roles. */
static void list_options(moot_compiler *c, const moot_node *word, int32_t row)
{
    int parties = c->protocol->facts[row].type == MOOT_T_PARTY;
    moot_span span = { 0, 0 };
    int32_t i, k;
    for (i = 0; i < word->item_count; i++) {
        const moot_node *item = word->items[i];
        int32_t option;
        if (!parties && item->type != MOOT_NODE_STRING) {
            moot_compile__fail(c, item, "`one_of` lists texts in quotes, or roles and nothing else; this is %s",
                               moot_compile__found(c, item));
            continue;
        }
        option = parties ? moot_compile__ref(c, MOOT_KIND_PARTY, item) : moot_compile__symbol(c, item->name);
        for (k = 0; k < span.count; k++) {
            if (option >= 0 && moot_span_at(c->protocol, span, k) == option) {
                moot_compile__fail(c, item, "this option is listed twice");
            }
        }
        (void)moot_compile__add_int(c, &span, option);
    }
    c->protocol->facts[row].options = span;
    if (word->item_count == 0) {
        moot_compile__fail(c, word, "`one_of` lists its options, as in one_of { \"a\", \"b\" }");
    }
}

/* The first five symbols are a consent's states (moot_protocol_new). */
static void list_states(moot_compiler *c, int32_t row)
{
    moot_span span = { 0, 0 };
    int32_t i;
    for (i = 0; i < 5; i++) {
        (void)moot_compile__add_int(c, &span, i);
    }
    c->protocol->facts[row].options = span;
    c->protocol->facts[row].presumed = moot_value_of(MOOT_T_CONSENT, 0, 0);
}

/* What the vocabulary says of a fact, a protocol may refine but not change. */
static void check_refined(moot_compiler *c, int32_t row, const moot_node *node, moot_type type)
{
    const moot_node *base = c->base_facts.at[row];
    moot_type was = base != NULL ? declared_type(base) : type;
    if (was == type || type == MOOT_T_UNKNOWN) {
        return;
    }
    moot_compile__fail(c, node, "\"%s\" is %s in the shared vocabulary (%s line %d), so it cannot be %s here", node->name,
                       moot_type_text(was), base->file, (int)base->line, moot_type_text(type));
}

static void compile_type(moot_compiler *c, int32_t row, const moot_node *node)
{
    const moot_node *word = node->item_count > 0 ? node->items[0] : NULL;
    moot_type type = declared_type(node);
    moot_fact *fact = &c->protocol->facts[row];
    fact->type = (uint8_t)type;
    check_refined(c, row, node, type);
    if (type == MOOT_T_CONSENT) {
        list_states(c, row);
        return;
    }
    if (word == NULL || type == MOOT_T_UNKNOWN || node->item_count > 1) {
        moot_compile__fail(c, word != NULL ? word : node,
                           "a fact has one type: yesno, integer(lowest, highest), money, date, instant, one_of { … }, "
                           "text or spells");
        fact->type = MOOT_T_UNKNOWN;
    } else if (type == MOOT_T_INTEGER) {
        integer_bounds(c, word, fact);
    } else if (type == MOOT_T_MONEY) {
        fact->max = INT64_MAX;
    } else if (type == MOOT_T_ONE_OF || type == MOOT_T_PARTY) {
        list_options(c, word, row);
    }
}

static uint8_t per_child(moot_compiler *c, const moot_node *node)
{
    const char *per = moot_compile__text(c, node, "per");
    if (per != NULL && strcmp(per, "child") != 0) {
        moot_compile__fail(c, moot_node_field(node, "per"), "`per` takes \"child\", not \"%s\"", per);
    }
    return per != NULL && strcmp(per, "child") == 0;
}

/* A field of a fact: its own, or what the vocabulary says of it. */
static const moot_node *field_holder(const moot_compiler *c, int32_t row, const char *field)
{
    const moot_node *own = c->facts.at[row], *base = c->base_facts.at[row];
    return base != NULL && moot_node_field(own, field) == NULL ? base : own;
}

void moot_compile__fact_types(moot_compiler *c)
{
    int32_t i;
    for (i = 0; i < c->protocol->facts_count && !c->memory; i++) {
        const moot_node *node = c->facts.at[i];
        moot_decl decl;
        c->decl = node;
        moot_compile__decl(c, node, node->name, &decl);
        c->protocol->facts[i].decl = decl;
        c->protocol->facts[i].presumed = moot_unknown();
        if (moot_compile__is_ref(node, MOOT_KIND_FACT)) {
            compile_type(c, i, node);
            c->protocol->facts[i].per_child = per_child(c, field_holder(c, i, "per"));
        }
    }
}

static void compile_presumed(moot_compiler *c, int32_t row)
{
    const moot_node *presumed = moot_node_field(field_holder(c, row, "presumed"), "presumed");
    moot_value_want want = { (moot_type)c->protocol->facts[row].type, row, "`presumed`" };
    moot_value value;
    if (presumed == NULL || want.type == MOOT_T_UNKNOWN) {
        return;
    }
    if (want.type == MOOT_T_SPELLS) {
        moot_compile__fail(c, presumed, "spells cannot be presumed");
    } else if (moot_compile__value(c, presumed, &want, &value)) {
        c->protocol->facts[row].presumed = value;
    }
}

void moot_compile__fact_rest(moot_compiler *c)
{
    int32_t i;
    for (i = 0; i < c->protocol->facts_count && !c->memory; i++) {
        const moot_node *node = c->facts.at[i];
        const char *ask, *because;
        int32_t cond;
        moot_ctx ctx = { c->protocol->facts[i].per_child, NULL };
        if (!moot_compile__is_ref(node, MOOT_KIND_FACT)) {
            continue; /* a decision's own, undeclared */
        }
        c->decl = node;
        ask = moot_compile__text(c, field_holder(c, i, "ask"), "ask");
        because = moot_compile__text(c, field_holder(c, i, "because"), "because");
        c->protocol->facts[i].ask = moot_compile__str(c, ask);
        c->protocol->facts[i].because = moot_compile__str(c, because);
        compile_presumed(c, i);
        cond = moot_compile__cond(c, moot_node_field(field_holder(c, i, "overridden_by"), "overridden_by"), ctx);
        c->protocol->facts[i].overridden_by = cond;
    }
}
