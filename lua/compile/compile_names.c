/* Who is called what. */
#include <stdio.h>
#include <string.h>

#include "lua/compile/compile_internal.h"
#include "vm/base/text.h"

typedef struct kind_words {
    const char *text;     /* for messages */
    const char *words[3]; /* that declare and refer */
} kind_words;

static const kind_words kinds[MOOT_KIND_COUNT] = {
    { "role or service", { "role", "service", "applicant" } },
    { "calendar", { "calendar", NULL, NULL } },
    { "event", { "event", NULL, NULL } },
    { "fact", { "fact", "consent", NULL } },
    { "decision", { "decision", NULL, NULL } },
    { "param", { "param", NULL, NULL } },
    { "reading", { "reading", NULL, NULL } },
    { "stage", { "stage", NULL, NULL } },
    { "deadline or act", { "deadline", NULL, NULL } },
    { "notice", { "notice", NULL, NULL } },
    { "invariant", { "always", "never", NULL } },
    { "panel", { "panel", NULL, NULL } },
    { "ladder", { "ladder", NULL, NULL } },
    { "entitlement", { "entitlement", NULL, NULL } },
    { "quota", { "quota", NULL, NULL } },
    { "measure", { "measure", NULL, NULL } },
    { "helper", { "helper", NULL, NULL } },
    { "source of law", { "law", NULL, NULL } },
};

const char *moot_compile__kind_text(moot_kind kind)
{
    return kinds[kind].text;
}

int moot_compile__is_ref(const moot_node *node, moot_kind kind)
{
    size_t i;
    for (i = 0; i < MOOT_COUNT(kinds[kind].words); i++) {
        if (kinds[kind].words[i] != NULL && moot_node_is(node, kinds[kind].words[i])) {
            return 1;
        }
    }
    return 0;
}

moot_named *moot_compile__named(moot_compiler *c, moot_kind kind, const char *name)
{
    int id = moot_names_find(&c->kinds[kind].names, name);
    return id < 0 ? NULL : &c->kinds[kind].list[id];
}

static void doubled(moot_compiler *c, moot_kind kind, const char *name, const moot_node *node, const moot_named *first)
{
    char label[96];
    if (first->node == NULL) {
        moot_compile__fail(c, node, "\"%s\" is %s; choose another name", name,
                           first->index == 0 ? "a name that moot has built in" : "what another is called already");
        return;
    }
    if (first->node == node) {
        return; /* one `as` for several acts: it is told where they are compiled */
    }
    if (kind == MOOT_KIND_CLOCK) {
        moot_compile__fail(c, node,
                           "the name \"%s\" is taken already by the %s of %s line %d: deadlines and acts share one set of "
                           "names, so give this one another (an act: as = \"…\")",
                           name, moot_node_is(first->node, "deadline") ? "deadline" : "act", first->node->file,
                           (int)first->node->line);
        return;
    }
    if (!moot_node_is(first->node, node->word)) {
        moot_compile__fail(c, node, "the name \"%s\" is taken already by %s in %s line %d; choose another name", name,
                           moot_node_label(first->node, label, sizeof label), first->node->file,
                           (int)first->node->line);
        return;
    }
    int elsewhere = strcmp(first->node->file, node->file) != 0;
    moot_compile__fail(c, node, "%s is declared twice; the first is in %s line %d%s",
                       moot_node_label(first->node, label, sizeof label), first->node->file, (int)first->node->line,
                       elsewhere ? "; to change that one, say patch = true" : "");
}

int moot_compile__name(moot_compiler *c, moot_kind kind, const char *name, const moot_node *node, int32_t index)
{
    moot_kind_names *k = &c->kinds[kind];
    size_t known = k->names.count;
    void *list = k->list;
    int id;
    if (!moot_grow(&list, &k->cap, k->names.count + 1, sizeof *k->list)) {
        moot_compile__no_memory(c);
        return 0;
    }
    k->list = list;
    id = moot_names_add(&k->names, name);
    if (id < 0) {
        moot_compile__no_memory(c);
        return 0;
    }
    if ((size_t)id < known) {
        doubled(c, kind, name, node, &k->list[id]);
        return 0;
    }
    k->list[id] = (moot_named){ node, index, 0 };
    return 1;
}

void moot_compile__kept_free(moot_compile_kept *kept)
{
    int i;
    if (kept == NULL) {
        return;
    }
    for (i = 0; i < MOOT_KIND_COUNT; i++) {
        moot_names_done(&kept->kinds[i].names);
        moot_free(kept->kinds[i].list);
    }
    moot_names_done(&kept->cited);
    moot_names_done(&kept->mentioned);
    moot_free(kept->declared);
    moot_free(kept);
}

/* ---- references ---- */

/* A name of another kind, so that `panel = "MASH"` is told what "MASH" is. */
static const char *other_kind(moot_compiler *c, moot_kind kind, const char *name)
{
    int i;
    for (i = 0; i < MOOT_KIND_COUNT; i++) {
        if (i != (int)kind && moot_compile__named(c, (moot_kind)i, name) != NULL) {
            return kinds[i].text;
        }
    }
    return NULL;
}

#define FEW 8

/* Appends `"a", "b" and "c"`: the names of a short list, so that the reader can choose. */
static void list_names(moot_buf *out, const char *const *names, size_t count)
{
    char name[64];
    size_t i;
    for (i = 0; i < count; i++) {
        moot_buf_printf(out, "%s\"%s\"", i == 0 ? "" : (i + 1 == count ? " and " : ", "),
                        moot_text_clip(names[i], name, sizeof name));
    }
}

void moot_compile__choices(moot_compiler *c, const moot_node *at, const char *said, const char *const *names,
                           size_t count)
{
    moot_buf text;
    moot_buf_init(&text);
    moot_buf_str(&text, said);
    if (count == 0) {
        moot_buf_str(&text, ": the script declares none");
    } else if (count > FEW) {
        moot_buf_str(&text, ", and no name is near it");
    } else {
        moot_buf_str(&text, count == 1 ? "; there is only " : "; there are ");
        list_names(&text, names, count);
    }
    moot_compile__fail(c, at, "%s", moot_buf_text(&text));
    moot_buf_done(&text);
}

/* The helper that names this fact among its outputs; NULL. */
static const moot_node *helper_giving(const moot_compiler *c, const char *name)
{
    const moot_kind_names *helpers = &c->kinds[MOOT_KIND_HELPER];
    for (size_t i = 0; i < helpers->names.count; i++) {
        const moot_node *list = moot_node_field(helpers->list[i].node, "outputs");
        for (int32_t k = 0; list != NULL && k < list->item_count; k++) {
            if (list->items[k]->name != NULL && strcmp(list->items[k]->name, name) == 0) {
                return helpers->list[i].node;
            }
        }
    }
    return NULL;
}

static void unknown(moot_compiler *c, moot_kind kind, const char *name, const moot_node *at)
{
    const char *near = moot_names_nearest(&c->kinds[kind].names, name);
    const char *other = other_kind(c, kind, name);
    const char *what = kinds[kind].text;
    const moot_node *helper = kind == MOOT_KIND_FACT ? helper_giving(c, name) : NULL;
    if (kind == MOOT_KIND_FACT && moot_compile__built_in(name)) {
        moot_compile__fail(c, at, "%s is built in and can only be tested, as in when = { %s = … }; where a fact must be named, let a "
                           "decision make one of it: decision \"…\" { { when = { %s = … }, value = … }, … }", name, name, name);
    } else if (near != NULL) {
        moot_compile__fail(c, at, "no %s is called \"%s\"; did you mean \"%s\"?", what, name, near);
    } else if (helper != NULL) {
        moot_compile__fail(c, at, "helper \"%s\" gives \"%s\", which is declared nowhere; each output is a fact, which says of "
                           "what kind it is: fact \"%s\" { … }", helper->name, name, name);
    } else if (other != NULL) {
        moot_compile__fail(c, at, "no %s is called \"%s\": that is the name of a %s", what, name, other);
    } else {
        char said[256], clipped[100];
        (void)snprintf(said, sizeof said, "no %s is called \"%s\"", what,
                       moot_text_clip(name, clipped, sizeof clipped));
        moot_compile__choices(c, at, said, c->kinds[kind].names.texts, c->kinds[kind].names.count);
    }
}

int32_t moot_compile__find(moot_compiler *c, moot_kind kind, const char *name, const moot_node *at)
{
    moot_named *named = moot_compile__named(c, kind, name);
    if (named == NULL) {
        c->kinds[kind].unresolved = 1;
        unknown(c, kind, name, at);
        return -1;
    }
    named->used |= 1;
    return named->index;
}

int32_t moot_compile__ref(moot_compiler *c, moot_kind kind, const moot_node *node)
{
    if (node->type == MOOT_NODE_STRING) {
        return moot_compile__find(c, kind, node->name, node);
    }
    if (moot_node_is(node, "applicant") && kind == MOOT_KIND_PARTY) {
        return 0;
    }
    if (moot_compile__is_ref(node, kind) && node->name != NULL) {
        return moot_compile__find(c, kind, node->name, node);
    }
    moot_compile__fail(c, node, "a %s is expected here, not %s", kinds[kind].text, moot_compile__found(c, node));
    return -1;
}

int32_t moot_compile__field_ref(moot_compiler *c, moot_kind kind, const moot_node *node, const char *field)
{
    const moot_node *value = moot_node_field(node, field);
    return value == NULL ? -1 : moot_compile__ref(c, kind, value);
}

int moot_compile__find_outcome(moot_compiler *c, int32_t stage, const moot_node *at, const char *name)
{
    moot_span span = c->protocol->stages[stage].outcomes;
    const char *near = NULL;
    const char **names = moot_arena_array(&c->scratch, (size_t)span.count + 1, sizeof *names);
    char said[256], clipped[2][96];
    int32_t i;
    for (i = 0; names != NULL && i < span.count; i++) {
        names[i] = c->protocol->outcomes[span.first + i].decl.name;
        if (strcmp(names[i], name) == 0) {
            return span.first + i;
        }
    }
    if (names == NULL) {
        moot_compile__no_memory(c);
        return -1;
    }
    near = moot_nearest(name, names, (size_t)span.count);
    (void)snprintf(said, sizeof said, "stage \"%s\" has no outcome \"%s\"",
                   moot_text_clip(c->stages.at[stage]->name ? c->stages.at[stage]->name : "", clipped[0], sizeof clipped[0]),
                   moot_text_clip(name, clipped[1], sizeof clipped[1]));
    if (near != NULL) {
        moot_compile__fail(c, at, "%s; did you mean \"%s\"?", said, near);
    } else {
        moot_compile__choices(c, at, said, names, (size_t)span.count);
    }
    return -1;
}

/* ---- declarations ---- */

static int32_t add_party(moot_compiler *c, const moot_node *node)
{
    moot_party *party = moot_protocol_add_party(c->protocol);
    if (party == NULL) {
        moot_compile__no_memory(c);
        return -1;
    }
    moot_decl_blank(&party->decl);
    party->kind = moot_node_is(node, "service") ? MOOT_PARTY_SERVICE : MOOT_PARTY_ROLE;
    party->service = party->cover = -1;
    return c->protocol->parties_count - 1;
}

static int32_t add_event(moot_compiler *c, const moot_node *node)
{
    moot_event *event = moot_protocol_add_event(c->protocol);
    if (event == NULL) {
        moot_compile__no_memory(c);
        return -1;
    }
    moot_decl_blank(&event->decl);
    event->common = node->common;
    return c->protocol->events_count - 1;
}

static int32_t add_fact(moot_compiler *c, const moot_node *node)
{
    moot_fact *fact = moot_protocol_add_fact(c->protocol);
    if (fact == NULL || !moot_compile__push(c, &c->facts, node) || !moot_compile__push(c, &c->base_facts, NULL)) {
        moot_compile__no_memory(c);
        return -1;
    }
    moot_decl_blank(&fact->decl);
    fact->overridden_by = MOOT_NO_COND;
    fact->decision = -1;
    fact->common = node->common;
    return c->protocol->facts_count - 1;
}

/* A protocol's own declaration of what the vocabulary has refines it: the row stays, the node changes. */
static int refines(moot_compiler *c, moot_kind kind, const moot_node *node)
{
    moot_named *first = moot_compile__named(c, kind, node->name);
    if (first == NULL || first->node == NULL || !first->node->common || node->common) {
        return 0;
    }
    if (kind == MOOT_KIND_FACT && first->index >= 0 && c->base_facts.at[first->index] == NULL) {
        c->base_facts.at[first->index] = first->node;
        c->facts.at[first->index] = node;
    }
    first->node = node;
    return 1;
}

static void name_simple(moot_compiler *c, moot_kind kind, const moot_node *node, moot_node_list *list)
{
    int32_t index = (int32_t)c->kinds[kind].names.count;
    if (!moot_compile__name(c, kind, node->name, node, list != NULL ? (int32_t)list->count : index)) {
        return;
    }
    if (list != NULL && !moot_compile__push(c, list, node)) {
        moot_compile__no_memory(c);
    }
}

/* A module's party by the council's own name for it, by which the script may refer to it as well. */
static void name_called(moot_compiler *c, const moot_node *node, int32_t party)
{
    const char *called = moot_compile__text(c, node, "called");
    moot_named *second = NULL;
    if (called != NULL && strcmp(called, node->name) != 0
        && moot_compile__name(c, MOOT_KIND_PARTY, called, node, party)) {
        second = moot_compile__named(c, MOOT_KIND_PARTY, called);
    }
    if (second != NULL) {
        second->node = NULL; /* the first name has the declaration */
    }
}

static void name_one(moot_compiler *c, const moot_node *node)
{
    if (node->type != MOOT_NODE_WORD || node->name == NULL) {
        return; /* not_run, nameless reactions: elsewhere */
    }
    c->decl = node;
    if (moot_node_is(node, "service") || moot_node_is(node, "role")) {
        if (moot_compile__name(c, MOOT_KIND_PARTY, node->name, node, c->protocol->parties_count)) {
            int32_t party = add_party(c, node);
            name_called(c, node, party);
        }
    } else if (moot_node_is(node, "event")) {
        if (!refines(c, MOOT_KIND_EVENT, node)
            && moot_compile__name(c, MOOT_KIND_EVENT, node->name, node, c->protocol->events_count)) {
            (void)add_event(c, node);
        }
    } else if (moot_compile__is_ref(node, MOOT_KIND_FACT)) {
        if (!refines(c, MOOT_KIND_FACT, node)
            && moot_compile__name(c, MOOT_KIND_FACT, node->name, node, c->protocol->facts_count)) {
            (void)add_fact(c, node);
        }
    } else if (moot_node_is(node, "decision")) {
        name_simple(c, MOOT_KIND_DECISION, node, &c->decisions);
    } else if (moot_node_is(node, "param")) {
        name_simple(c, MOOT_KIND_PARAM, node, &c->params);
    } else if (moot_node_is(node, "reading")) {
        name_simple(c, MOOT_KIND_READING, node, &c->readings);
    } else if (moot_node_is(node, "always") || moot_node_is(node, "never")) {
        name_simple(c, MOOT_KIND_INVARIANT, node, &c->invariants);
    }
}

static const struct {
    const char *word;
    moot_kind kind;
} plain_kinds[] = {
    { "calendar", MOOT_KIND_CALENDAR }, { "notice", MOOT_KIND_NOTICE }, { "panel", MOOT_KIND_PANEL },
    { "ladder", MOOT_KIND_LADDER },     { "entitlement", MOOT_KIND_ENTITLEMENT }, { "quota", MOOT_KIND_QUOTA },
    { "measure", MOOT_KIND_MEASURE },   { "helper", MOOT_KIND_HELPER },
    { "law", MOOT_KIND_LAW },
};

/* Kinds whose rows stand in the order of their names. */
static void name_plain(moot_compiler *c, const moot_node *node)
{
    size_t i;
    for (i = 0; i < MOOT_COUNT(plain_kinds); i++) {
        if (moot_node_is(node, plain_kinds[i].word) && node->name != NULL) {
            c->decl = node;
            name_simple(c, plain_kinds[i].kind, node, NULL);
        }
    }
}

/* A decision derives the fact of its own name, which need not be declared. */
static void name_derived(moot_compiler *c)
{
    size_t i;
    for (i = 0; i < c->decisions.count && !c->memory; i++) {
        const moot_node *node = c->decisions.at[i];
        if (moot_compile__named(c, MOOT_KIND_FACT, node->name) == NULL
            && moot_compile__name(c, MOOT_KIND_FACT, node->name, node, c->protocol->facts_count)) {
            (void)add_fact(c, node);
        }
    }
}

static const char *const built_in_facts[] = { "age", "now", "today", "tonight", "lead", "handovers" };

static void refuse_built_in(moot_compiler *c, const moot_node *node)
{
    size_t i;
    if (!moot_compile__is_ref(node, MOOT_KIND_FACT) && !moot_node_is(node, "decision")) {
        return;
    }
    for (i = 0; i < MOOT_COUNT(built_in_facts); i++) {
        if (node->name != NULL && strcmp(node->name, built_in_facts[i]) == 0) {
            c->decl = node;
            moot_compile__fail(c, node, "\"%s\" is a fact that moot has built in; choose another name", node->name);
        }
    }
}

void moot_compile__names(moot_compiler *c)
{
    int32_t i;
    for (i = 0; i < MOOT_KIND_COUNT; i++) {
        moot_names_clear(&c->kinds[i].names);
        c->kinds[i].unresolved = 0;
    }
    (void)moot_compile__name(c, MOOT_KIND_PARTY, "applicant", NULL, 0);
    for (i = 0; i < c->decl_count && !c->memory; i++) {
        refuse_built_in(c, c->decls[i]);
        name_one(c, c->decls[i]);
        name_plain(c, c->decls[i]);
    }
    name_derived(c);
}
