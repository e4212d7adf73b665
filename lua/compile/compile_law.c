/* The law of stdlib: which declarations of its modules a protocol uses, and the sources that they cite.
 *
 * A module that is required offers its rules; a case runs only what the protocol asks for. So a declaration of a module is
 * compiled only if the script patches it, if one that is compiled mentions its name, or if it hangs on a stage of a module that is compiled. What
 * is mentioned is read off the nodes alone, before any name is resolved: each text, each field and each reference counts,
 * so a name may be taken to be mentioned when it is not, which costs nothing but its place. */
#include <string.h>

#include "lua/compile/compile_internal.h"
#include "vm/protocol/law.h"

int moot_compile__is_stdlib(const moot_node *node)
{
    return node->file != NULL && node->file[0] == 's' && strncmp(node->file, "stdlib/", 7) == 0 && !node->common;
}

/* ---- what is mentioned ---- */

#define RECENT 1024

typedef struct mentions {
    moot_names names;
    moot_node_list open; /* nodes still to be walked */
    const char **recent; /* names that are in already, by where they lie; NULL: too few to look */
} mentions;

/* Most names are those of fields and of clauses, which come again and again from one place. */
static void mention(moot_compiler *c, mentions *m, const char *name)
{
    const char **recent = m->recent != NULL ? &m->recent[((uintptr_t)name >> 3) % RECENT] : NULL;
    if (name == NULL || (recent != NULL && *recent == name)) {
        return;
    }
    if (recent != NULL) {
        *recent = name;
    }
    if (moot_names_add(&m->names, name) < 0) {
        moot_compile__no_memory(c);
    }
}

/* The node itself is no mention: its name is, where it stands inside another. */
static void walk(moot_compiler *c, mentions *m, const moot_node *root)
{
    int32_t i;
    (void)moot_compile__push(c, &m->open, root);
    while (m->open.count > 0 && !c->memory) {
        const moot_node *node = m->open.at[--m->open.count];
        if (node != root) {
            mention(c, m, node->name);
        }
        for (i = 0; i < node->field_count; i++) {
            mention(c, m, node->fields[i].name);
            (void)moot_compile__push(c, &m->open, node->fields[i].value);
        }
        for (i = 0; i < node->item_count; i++) {
            (void)moot_compile__push(c, &m->open, node->items[i]);
        }
    }
}

/* ---- picking ---- */

typedef struct pick {
    mentions all;    /* by what is kept */
    mentions stages; /* names of the kept stages of modules */
    uint8_t *kept;   /* per declaration of the script */
} pick;

/* What follows a stage of its own module, although the stage does not mention it. */
static int is_follower(const moot_node *node)
{
    static const char *const words[] = { "stage", "deadline", "always", "never", "measure" };
    size_t i;
    for (i = 0; i < MOOT_COUNT(words); i++) {
        if (moot_node_is(node, words[i])) {
            return 1;
        }
    }
    return 0;
}

static int follows(moot_compiler *c, const pick *p, const moot_node *node)
{
    mentions own = { { 0 }, { NULL, 0, 0 }, NULL };
    size_t i;
    int found = 0;
    if (!is_follower(node) || p->stages.names.count == 0) {
        return 0;
    }
    moot_names_init(&own.names);
    walk(c, &own, node);
    for (i = 0; i < p->stages.names.count && !found; i++) {
        found = moot_names_find(&own.names, moot_names_text(&p->stages.names, (int)i)) >= 0;
    }
    moot_names_done(&own.names);
    moot_free(own.open.at);
    return found;
}

static void keep(moot_compiler *c, pick *p, int32_t i)
{
    const moot_node *node = c->script->decls[i];
    p->kept[i] = 1;
    walk(c, &p->all, node);
    if (moot_compile__is_stdlib(node) && moot_node_is(node, "stage")) {
        mention(c, &p->stages, node->name);
    }
}

static int wanted(moot_compiler *c, const pick *p, const moot_node *node)
{
    return (node->name != NULL && moot_names_find(&p->all.names, node->name) >= 0) || follows(c, p, node);
}

static void pick_all(moot_compiler *c, pick *p)
{
    int32_t i;
    int grown = 1;
    for (i = 0; i < c->script->decl_count && !c->memory; i++) {
        const moot_node *node = c->script->decls[i];
        if (moot_node_is(node, "law")) {
            p->kept[i] = 1; /* adds nothing unless it is cited */
        } else if (!moot_compile__is_stdlib(node) || node->asked) {
            keep(c, p, i);
        }
    }
    while (grown && !c->memory) {
        grown = 0;
        for (i = 0; i < c->script->decl_count && !c->memory; i++) {
            if (!p->kept[i] && wanted(c, p, c->script->decls[i])) {
                keep(c, p, i);
                grown = 1;
            }
        }
    }
}

static int has_modules(const moot_script *script)
{
    int32_t i;
    for (i = 0; i < script->decl_count; i++) {
        if (moot_compile__is_stdlib(script->decls[i])) {
            return 1;
        }
    }
    return 0;
}

void moot_compile__pick(moot_compiler *c)
{
    pick p;
    const moot_node **decls;
    int32_t i;
    if (!has_modules(c->script)) {
        return; /* all is its own */
    }
    decls = moot_arena_array(&c->scratch, (size_t)c->script->decl_count + 1, sizeof *decls);
    memset(&p, 0, sizeof p);
    p.all.names = c->kept->mentioned;
    moot_names_clear(&p.all.names);
    moot_names_init(&p.stages.names);
    p.all.recent = moot_arena_array(&c->scratch, RECENT, sizeof *p.all.recent);
    p.kept = moot_arena_array(&c->scratch, (size_t)c->script->decl_count + 1, 1);
    if (decls == NULL || p.kept == NULL || p.all.recent == NULL) {
        moot_compile__no_memory(c);
    } else {
        pick_all(c, &p);
        c->decls = decls;
        c->decl_count = 0;
        for (i = 0; i < c->script->decl_count; i++) {
            if (p.kept[i]) {
                decls[c->decl_count++] = c->script->decls[i];
            }
        }
    }
    c->kept->mentioned = p.all.names;
    moot_names_done(&p.stages.names);
    moot_free(p.all.open.at);
    moot_free(p.stages.open.at);
}

/* ---- sources ---- */

static void add_source(moot_compiler *c, moot_named *named)
{
    const moot_node *node = named->node, *as_at = moot_node_field(node, "as_at");
    const moot_node *outer = c->decl;
    const char *mark = moot_compile__text(c, node, "mark");
    const char *dates = moot_compile__text(c, moot_compile__dated(c, node), "dates_mark");
    moot_law *source = moot_protocol_add_law(c->protocol);
    moot_law row = { .as_at = MOOT_DAY_MIN };
    if (source == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    named->used |= 1;
    named->index = c->protocol->laws_count - 1;
    c->decl = node;
    moot_decl_blank(&row.decl);
    row.decl.name = moot_compile__str(c, node->name);
    row.decl.file = moot_compile__str(c, node->file != NULL ? node->file : "");
    row.decl.line = node->line;
    row.decl.open = moot_compile__str(c, moot_compile__text(c, node, "open"));
    moot_compile__in_force(c, node, &row.decl.in_force_from, &row.decl.in_force_to);
    row.act = moot_compile__str(c, moot_compile__text(c, node, "act"));
    row.title = moot_compile__str(c, moot_compile__text(c, node, "title"));
    row.link = moot_compile__str(c, moot_compile__text(c, node, "link"));
    row.mark = mark != NULL ? mark[0] : '\0';
    row.dates_mark = dates != NULL ? dates[0] : '\0';
    if (as_at != NULL) {
        (void)moot_compile__day(c, as_at, &row.as_at);
    }
    c->protocol->laws[named->index] = row;
    c->decl = outer;
}

const moot_node *moot_compile__dated(moot_compiler *c, const moot_node *source)
{
    size_t len = source != NULL ? strlen(source->name) : 0;
    char id[128];
    while (source != NULL && moot_node_field(source, "in_force") == NULL && len > 0) {
        moot_named *whole;
        len = moot_law_whole(source->name, len < sizeof id ? len : 0);
        memcpy(id, source->name, len);
        id[len] = '\0';
        whole = moot_compile__named(c, MOOT_KIND_LAW, id);
        if (whole != NULL) {
            source = whole->node;
        }
    }
    return source;
}

const moot_node *moot_compile__source(moot_compiler *c, const char *id)
{
    moot_named *named = id != NULL ? moot_compile__named(c, MOOT_KIND_LAW, id) : NULL;
    if (named == NULL) {
        return NULL;
    }
    if ((named->used & 1) == 0) {
        add_source(c, named);
    }
    return named->node;
}

void moot_compile__unknown_source(moot_compiler *c, const char *id, const moot_node *at)
{
    const char *near = moot_names_nearest(&c->kinds[MOOT_KIND_LAW].names, id);
    if (c->kinds[MOOT_KIND_LAW].names.count > 0) {
        moot_compile__fail(c, at, "the table of law has no source \"%s\"%s%s%s", id,
                           near != NULL ? "; did you mean \"" : "", near != NULL ? near : "", near != NULL ? "\"?" : "");
    } else if (!moot_compile__is_stdlib(at)) { /* a module without a table is not checked */
        moot_compile__fail(c, at, "\"%s\" is a source of law, and there is no table of law here; say require \"law\"", id);
    }
}

const char *moot_compile__law(moot_compiler *c, const moot_node *node)
{
    const moot_node *law = moot_node_field(node, "law"), *clause = moot_node_field(node, "clause");
    if (law != NULL && law->type == MOOT_NODE_STRING) {
        if (moot_compile__source(c, law->name) == NULL) {
            moot_compile__unknown_source(c, law->name, law);
            return NULL;
        }
        return law->name;
    }
    return clause != NULL && clause->type == MOOT_NODE_STRING && moot_compile__source(c, clause->name) != NULL
               ? clause->name
               : NULL;
}

const moot_node *moot_compile__own_source(moot_compiler *c, const moot_node *node)
{
    const moot_node *law = moot_node_field(node, "law"), *cites = law != NULL ? law : moot_node_field(node, "clause");
    int own = cites != NULL && cites->type == MOOT_NODE_STRING && moot_compile__is_stdlib(cites);
    return own ? moot_compile__source(c, cites->name) : NULL;
}
