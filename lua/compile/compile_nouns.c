/* The other nouns: ladders, panels, notices, entitlements, invariants, and the clauses that are not run. */
#include <string.h>

#include "lua/compile/compile_internal.h"

/* ---- ladders ---- */

static void compile_level(moot_compiler *c, int32_t row, const moot_node *ladder)
{
    const moot_node *node = c->levels.at[row];
    moot_level level = c->protocol->levels[row];
    moot_ctx ctx = { 0, NULL };
    int32_t i;
    if (node->type != MOOT_NODE_TABLE) {
        moot_compile__fail(c, node, "a ladder holds levels, { owner = … }, not %s", moot_compile__found(c, node));
        return;
    }
    level.line = node->line;
    level.owner.fact = -1;
    level.clause = moot_compile__clause_in(c, node, ladder);
    level.within = moot_compile__length(c, moot_node_field(node, "within"), "`within`", ctx);
    moot_compile__owner(c, moot_node_field(node, "owner"), &level.owner);
    if (moot_node_field(node, "owner") == NULL) {
        moot_compile__fail(c, node, "a level of a ladder says its `owner`");
    }
    for (i = 0; i < node->item_count; i++) {
        if (moot_compile__verb(node->items[i]) == NULL) {
            moot_compile__fail(c, node->items[i], "a level of a ladder holds effects (notify, refer …), not %s",
                               moot_compile__found(c, node->items[i]));
        }
    }
    c->protocol->levels[row] = level;
}

void moot_compile__ladders(moot_compiler *c)
{
    int32_t i, k;
    for (i = 0; i < c->protocol->ladders_count && !c->memory; i++) {
        const moot_node *node = c->kinds[MOOT_KIND_LADDER].list[i].node;
        moot_span levels = c->protocol->ladders[i].levels;
        c->decl = node;
        moot_compile__decl(c, node, node->name, &c->protocol->ladders[i].decl);
        for (k = levels.first; k < levels.first + levels.count; k++) {
            compile_level(c, k, node);
        }
    }
}

/* ---- panels ---- */

static void panel_sessions(moot_compiler *c, const moot_node *node, moot_panel *panel)
{
    const moot_node *every = moot_node_field(node, "every"), *first = moot_node_field(node, "first");
    const moot_node *papers = moot_node_field(node, "papers"), *at = moot_node_field(node, "at");
    const char *text = moot_compile__text(c, node, "at"), *rest;
    panel->first = MOOT_DAY_MIN;
    panel->at_second = 12 * 3600;
    if (every != NULL && moot_compile__duration(c, every, &panel->every)
        && (!moot_unit_by_day((moot_unit)panel->every.unit) || panel->every.count == 0)) {
        moot_compile__fail(c, every, "a panel meets every so many days, weeks or months");
    }
    if (first != NULL) {
        (void)moot_compile__day(c, first, &panel->first);
    }
    if (papers != NULL) {
        (void)moot_compile__duration(c, papers, &panel->cut_off);
    }
    if (text != NULL && (!moot_compile__clock_time(text, &panel->at_second, &rest) || *rest != '\0')) {
        moot_compile__fail(c, at, "`at` takes a time of day such as \"14:00\", not \"%s\"", text);
    }
    if (first != NULL && every == NULL) {
        moot_compile__fail(c, first, "a panel with a `first` session also says `every` how long it meets");
    }
}

#define MOST_PLACES 10000

static int32_t panel_places(moot_compiler *c, const moot_node *node)
{
    moot_value_want want = { MOOT_T_INTEGER, -1, "`places`" };
    moot_value value;
    if (!moot_compile__fixed(c, node, &want, &value)) {
        return 0;
    }
    if (value.a < 1 || value.a > MOST_PLACES) {
        moot_compile__fail(c, node, "`places` takes a whole number from 1 to %d, not %lld", MOST_PLACES, (long long)value.a);
        return 0;
    }
    return (int32_t)value.a;
}

static void compile_panel(moot_compiler *c, const moot_node *node)
{
    moot_panel panel, *added = moot_protocol_add_panel(c->protocol);
    const moot_node *places = moot_node_field(node, "places"), *members = moot_node_field(node, "members");
    int32_t row = c->protocol->panels_count - 1;
    if (added == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    memset(&panel, 0, sizeof panel);
    moot_compile__decl(c, node, node->name, &panel.decl);
    panel_sessions(c, node, &panel);
    panel.places = places != NULL ? panel_places(c, places) : 0;
    if (members != NULL && members->type != MOOT_NODE_TABLE) {
        moot_compile__fail(c, members, "`members` takes a list of roles, not %s", moot_compile__found(c, members));
    } else if (members != NULL) {
        panel.members = moot_compile__party_list(c, members);
    }
    panel.chair = moot_compile__field_ref(c, MOOT_KIND_PARTY, node, "chair");
    c->protocol->panels[row] = panel;
}

/* ---- notices ---- */

/* A fact, a due date, or words; what words are for depends on where they stand. */
static void compile_content(moot_compiler *c, const moot_node *item, moot_content_kind words)
{
    moot_content content = { .kind = (uint8_t)words, .ref = -1 }, *added;
    if (item->type == MOOT_NODE_STRING) {
        content.text = moot_compile__str(c, item->name);
    } else if (moot_node_is(item, "due") && item->name != NULL) {
        content.kind = MOOT_CONTENT_DUE;
        content.ref = moot_compile__find(c, MOOT_KIND_CLOCK, item->name, item);
    } else {
        content.kind = MOOT_CONTENT_FACT;
        content.ref = moot_compile__ref(c, MOOT_KIND_FACT, item);
    }
    content.apart = words == MOOT_CONTENT_NAMED && content.kind != MOOT_CONTENT_NAMED;
    if (content.text == NULL && content.ref < 0) {
        return;
    }
    added = moot_protocol_add_content(c->protocol);
    if (added == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    *added = content;
}

static void compile_section(moot_compiler *c, const moot_node *node)
{
    int32_t i;
    if (node->items[0]->type != MOOT_NODE_STRING) {
        moot_compile__fail(c, node->items[0], "a section of a letter begins with its heading, a text in quotes, not %s",
                           moot_compile__found(c, node->items[0]));
        return;
    }
    for (i = 0; i < node->item_count; i++) {
        compile_content(c, node->items[i], i == 0 ? MOOT_CONTENT_HEADING : MOOT_CONTENT_WORDS);
    }
}

static void compile_notice(moot_compiler *c, const moot_node *node)
{
    moot_notice notice, *added = moot_protocol_add_notice(c->protocol);
    int32_t i, row = c->protocol->notices_count - 1;
    if (added == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    memset(&notice, 0, sizeof notice);
    moot_compile__decl(c, node, node->name, &notice.decl);
    notice.title = moot_compile__str(c, moot_compile__text(c, node, "title"));
    notice.contents.first = c->protocol->contents_count;
    for (i = 0; i < node->item_count; i++) {
        const moot_node *item = node->items[i];
        if (item->type == MOOT_NODE_TABLE) {
            compile_section(c, item);
        } else {
            compile_content(c, item, MOOT_CONTENT_NAMED);
        }
    }
    notice.contents.count = c->protocol->contents_count - notice.contents.first;
    c->protocol->notices[row] = notice;
}

/* ---- entitlements ---- */

static void compile_entitlement(moot_compiler *c, const moot_node *node)
{
    moot_entitlement entitlement, *added = moot_protocol_add_entitlement(c->protocol);
    const moot_node *amount = moot_node_field(node, "amount"), *lasts = moot_node_field(node, "lasts");
    int32_t row = c->protocol->entitlements_count - 1;
    moot_value_want want = { MOOT_T_MONEY, -1, "`amount`" };
    moot_value sum;
    if (added == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    memset(&entitlement, 0, sizeof entitlement);
    moot_compile__decl(c, node, node->name, &entitlement.decl);
    entitlement.pence = amount != NULL && moot_compile__fixed(c, amount, &want, &sum) ? sum.a : -1;
    if (lasts != NULL) {
        (void)moot_compile__duration(c, lasts, &entitlement.lasts);
    }
    entitlement.payee = moot_compile__field_ref(c, MOOT_KIND_PARTY, node, "payee");
    entitlement.paid_by = moot_compile__field_ref(c, MOOT_KIND_PARTY, node, "paid_by");
    entitlement.quota = moot_compile__field_ref(c, MOOT_KIND_QUOTA, node, "quota");
    c->protocol->entitlements[row] = entitlement;
}

/* ---- invariants ---- */

static void compile_invariant(moot_compiler *c, const moot_node *node)
{
    moot_invariant invariant, *added = moot_protocol_add_invariant(c->protocol);
    moot_ctx ctx = { 0, moot_node_is(node, "always") ? "`always`" : "`never`" };
    int32_t row = c->protocol->invariants_count - 1;
    if (added == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    memset(&invariant, 0, sizeof invariant);
    moot_compile__decl(c, node, node->name, &invariant.decl);
    invariant.never = (uint8_t)moot_node_is(node, "never");
    invariant.that = moot_compile__cond(c, moot_node_field(node, "that"), ctx);
    if (moot_node_field(node, "that") == NULL) {
        moot_compile__fail(c, node, "`%s` says what in `that = { … }`", node->word);
    }
    c->protocol->invariants[row] = invariant;
}

/* ---- what is not run ---- */

/* In a protocol that the script extends. */
static int is_of_base(const moot_compiler *c, const moot_node *node)
{
    return node->file != NULL && c->script->file != NULL && strcmp(node->file, c->script->file) != 0;
}

static void not_run_clause(moot_compiler *c, const moot_node *node, const moot_node *item, const char *because)
{
    const char *id;
    moot_not_run *row;
    moot_decl decl;
    int32_t i;
    if (item->type != MOOT_NODE_STRING) {
        moot_compile__fail(c, item, "`not_run` lists clause ids in quotes, not %s", moot_compile__found(c, item));
        return;
    }
    id = moot_compile__cite(c, item, item->name);
    for (i = 0; i < c->protocol->not_runs_count; i++) {
        if (strcmp(c->protocol->not_runs[i].decl.name, id) == 0) {
            moot_compile__fail(c, item, "clause \"%s\" is listed as not run twice", id);
            return;
        }
    }
    if (moot_names_find(c->cited, id) >= 0) {
        if (is_of_base(c, item)) {
            return; /* it has a rule now */
        }
        moot_compile__warn(c, item, "clause \"%s\" is listed as not run, and a declaration cites it", id);
    }
    moot_compile__decl(c, node, id, &decl);
    decl.line = item->line;
    row = moot_protocol_add_not_run(c->protocol);
    if (row == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    row->decl = decl;
    row->decl.clause = decl.name;
    row->because = moot_compile__str(c, because != NULL ? because : "");
}

void moot_compile__not_run(moot_compiler *c)
{
    int32_t i, k;
    for (i = 0; i < c->decl_count && !c->memory; i++) {
        const moot_node *node = c->decls[i];
        const char *because;
        if (!moot_node_is(node, "not_run")) {
            continue;
        }
        c->decl = node;
        because = moot_compile__text(c, node, "because");
        if (because == NULL || node->item_count == 0) {
            moot_compile__fail(c, node, "`not_run` lists clause ids and says why: { \"1.2\", because = \"principle\" }");
        }
        for (k = 0; k < node->item_count; k++) {
            not_run_clause(c, node, node->items[k], because);
        }
    }
}

/* ---- all of them ---- */

void moot_compile__nouns(moot_compiler *c)
{
    static const struct {
        moot_kind kind;
        void (*compile)(moot_compiler *, const moot_node *);
    } nouns[] = {
        { MOOT_KIND_PANEL, compile_panel },
        { MOOT_KIND_NOTICE, compile_notice },
        { MOOT_KIND_ENTITLEMENT, compile_entitlement },
        { MOOT_KIND_INVARIANT, compile_invariant },
    };
    size_t i, k;
    for (i = 0; i < MOOT_COUNT(nouns); i++) {
        const moot_kind_names *kind = &c->kinds[nouns[i].kind];
        for (k = 0; k < kind->names.count && !c->memory; k++) {
            c->decl = kind->list[k].node;
            nouns[i].compile(c, kind->list[k].node);
        }
    }
}
