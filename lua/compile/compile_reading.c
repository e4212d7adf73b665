/* Readings: the text leaves something open, the script names the defensible options and chooses one. The choice is made
 * here, once; what stands in the tables is the chosen option, marked with the reading that chose it. */
#include <stdio.h>
#include <string.h>

#include "lua/compile/compile_internal.h"
#include "vm/base/text.h"

moot_mark moot_compile__mark(const moot_compiler *c)
{
    const moot_protocol *p = c->protocol;
    moot_mark mark = { p->operands_count, p->nodes_count, p->shifts_count, p->triggers_count, p->ints_count };
    return mark;
}

void moot_compile__back(moot_compiler *c, moot_mark mark)
{
    moot_protocol *p = c->protocol;
    p->operands_count = mark.operands;
    p->nodes_count = mark.nodes;
    p->shifts_count = mark.shifts;
    p->triggers_count = mark.triggers;
    p->ints_count = mark.ints;
}

int moot_compile__is_reading(const moot_node *node)
{
    return moot_node_is(node, "reading");
}

/* The options table and the chosen name; NULL if the declaration is not whole (it was reported when it was read). */
static const moot_node *options_of(const moot_compiler *c, int32_t reading, const char **out_chosen)
{
    const moot_node *node = c->readings.at[reading];
    const moot_node *options = moot_node_field(node, "options"), *chosen = moot_node_field(node, "chosen");
    if (options == NULL || options->type != MOOT_NODE_TABLE || chosen == NULL || chosen->type != MOOT_NODE_STRING) {
        return NULL;
    }
    *out_chosen = chosen->name;
    return options;
}

int moot_compile__may_be(moot_compiler *c, const moot_node *node, const char *word)
{
    const moot_named *named = moot_compile__named(c, MOOT_KIND_READING, node->name);
    const moot_node *options = named != NULL ? moot_node_field(c->readings.at[named->index], "options") : NULL;
    int32_t i;
    for (i = 0; options != NULL && options->type == MOOT_NODE_TABLE && i < options->field_count; i++) {
        if (moot_node_is(options->fields[i].value, word)) {
            return 1;
        }
    }
    return 0;
}

/* An option that does not fit is told once, however often the reading is used. */
static void try_option(moot_compiler *c, const moot_node *option, int32_t reading, moot_use_option *use, void *user)
{
    moot_named *named = moot_compile__named(c, MOOT_KIND_READING, c->readings.at[reading]->name);
    moot_mark mark = moot_compile__mark(c);
    if (named != NULL && (named->used & 2) == 0 && !use(c, option, user)) {
        named->used |= 2;
    }
    moot_compile__back(c, mark);
}

int moot_compile__reading(moot_compiler *c, const moot_node *node, moot_use_option *use, void *user)
{
    int32_t i, reading = moot_compile__ref(c, MOOT_KIND_READING, node), outer = c->reading;
    const moot_node *taken = NULL, *options;
    const char *chosen = NULL;
    int done;
    if (reading < 0) {
        return 0;
    }
    if (outer >= 0) {
        moot_compile__fail(c, node, "an option of a reading cannot be another reading; write out what \"%s\" chooses",
                           node->name);
        return 0;
    }
    options = options_of(c, reading, &chosen);
    c->reading = reading;
    for (i = 0; options != NULL && i < options->field_count; i++) {
        if (strcmp(options->fields[i].name, chosen) == 0) {
            taken = options->fields[i].value;
        } else {
            try_option(c, options->fields[i].value, reading, use, user);
        }
    }
    done = taken != NULL && use(c, taken, user);
    c->reading = outer;
    return done;
}

/* ---- the declarations ---- */

static void choose(moot_compiler *c, const moot_node *node, const moot_node *options, moot_reading *reading)
{
    const moot_node *chosen = moot_node_field(node, "chosen");
    const char **names = moot_arena_array(&c->scratch, (size_t)options->field_count + 1, sizeof *names);
    const char *near;
    char said[160], clipped[100];
    int32_t i;
    if (names == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    if (chosen == NULL || chosen->type != MOOT_NODE_STRING) {
        moot_compile__fail(c, chosen != NULL ? chosen : node, "a reading says which option is `chosen`, by its name");
        return;
    }
    for (i = 0; i < options->field_count; i++) {
        names[i] = options->fields[i].name;
        if (strcmp(names[i], chosen->name) == 0) {
            reading->chosen = moot_compile__symbol(c, names[i]);
            return;
        }
    }
    near = moot_nearest(chosen->name, names, (size_t)options->field_count);
    (void)snprintf(said, sizeof said, "this reading has no option \"%s\"",
                   moot_text_clip(chosen->name, clipped, sizeof clipped));
    if (near != NULL) {
        moot_compile__fail(c, chosen, "%s; did you mean \"%s\"?", said, near);
    } else {
        moot_compile__choices(c, chosen, said, names, (size_t)options->field_count);
    }
}

static void compile_reading(moot_compiler *c, const moot_node *node)
{
    moot_reading *reading = moot_protocol_add_reading(c->protocol);
    const moot_node *options = moot_node_field(node, "options");
    const char *against = moot_compile__text(c, node, "against");
    moot_span span = { 0, 0 };
    int32_t i;
    if (reading == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    c->decl = node;
    moot_compile__decl(c, node, node->name, &reading->decl);
    if (options == NULL || options->type != MOOT_NODE_TABLE || options->field_count < 2) {
        moot_compile__fail(c, options != NULL ? options : node,
                           "a reading names at least two `options`: { name = …, name = … }");
        return;
    }
    for (i = 0; i < options->field_count; i++) {
        (void)moot_compile__add_int(c, &span, moot_compile__symbol(c, options->fields[i].name));
    }
    reading->options = span;
    reading->because = moot_compile__str(c, moot_compile__text(c, node, "because"));
    if (against != NULL) { /* may be one that is not run, so it is not counted as cited */
        reading->against = moot_compile__str(c, moot_compile__cite(c, moot_node_field(node, "against"), against));
    }
    choose(c, node, options, reading);
}

void moot_compile__readings(moot_compiler *c)
{
    size_t i;
    for (i = 0; i < c->readings.count && !c->memory; i++) {
        compile_reading(c, c->readings.at[i]);
    }
}
