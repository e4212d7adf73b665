/* Children of a case: adding one, and telling a fact of one. Before the first event such a fact holds from the start; the steps
 * become the case's "children", as a caseload has them. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "repl/walk/walk_internal.h"

/* ---- which there are ---- */

int32_t walk_child_find(const moot_walk *walk, const char *name)
{
    for (int32_t i = 0; i < walk->input.child_count; i++) {
        if (strcasecmp(walk->input.children[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

/* The children that came with a caseload's case stand in one part of it. */
static int came_with_case(const moot_walk *walk)
{
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        if (s->kind == STEP_PART && strncmp(s->text, "\"children\":", 11) == 0) {
            return 1;
        }
    }
    return 0;
}

/* ---- the part of the case ---- */

/* The facts of one child, of which a later one takes the place of an earlier. */
static void add_facts(const moot_walk *walk, const char *id, json_t *facts)
{
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        json_t *pair = s->kind == STEP_CHILD_FACT ? json_loads(s->text, 0, NULL) : NULL;
        const char *of = json_string_value(json_array_get(pair, 0));
        if (of && strcmp(of, id) == 0) {
            (void)json_object_update(facts, json_array_get(pair, 1));
        }
        json_decref(pair);
    }
}

static void add_child(const moot_walk *walk, const char *id, moot_buf *out)
{
    json_t *facts = json_object();
    add_facts(walk, id, facts);
    char *text = json_dumps(facts, JSON_COMPACT);
    moot_buf_str(out, "{\"id\":");
    moot_buf_json(out, id);
    moot_buf_printf(out, ",\"facts\":%s}", text ? text : "{}");
    out->failed |= !text;
    moot_free(text);
    json_decref(facts);
}

void walk_children_json(const moot_walk *walk, moot_buf *out)
{
    int told = 0;
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        json_t *id = s->kind == STEP_CHILD ? json_loads(s->text, JSON_DECODE_ANY, NULL) : NULL;
        if (id && json_string_value(id)) {
            moot_buf_str(out, told++ ? "," : ",\"children\":[");
            add_child(walk, json_string_value(id), out);
        }
        json_decref(id);
    }
    moot_buf_str(out, told ? "]" : "");
}

/* ---- telling ---- */

static moot_code add_step(moot_walk *walk, step_kind kind, moot_buf *text, moot_buf *said, moot_err *err)
{
    moot_code code = moot_buf_ok(text) && moot_buf_ok(said)
                         ? walk_add(walk, kind, MOOT_NEVER, moot_buf_text(text), moot_buf_text(said), err)
                         : moot_fail_memory(err);
    moot_buf_done(text);
    moot_buf_done(said);
    return code;
}

moot_code do_child(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    const char *name = words_joined(walk, &c->w, 1, c->w.count);
    moot_buf text, said;
    if (!name) {
        return moot_fail_memory(err);
    }
    if (!name[0]) {
        return moot_fail(err, MOOT_EDATA, "child is used like this: child A; then: fact in_need yes of A");
    }
    if (walk_child_find(walk, name) >= 0) {
        return moot_fail(err, MOOT_EDATA, "the case has a child \"%s\" already", name);
    }
    if (came_with_case(walk)) {
        return moot_fail(err, MOOT_EDATA, "the children of this case came with it, and no other can be added");
    }
    moot_buf_init(&text);
    moot_buf_init(&said);
    moot_buf_json(&text, name);
    moot_buf_printf(&said, "child %s", name);
    return add_step(walk, STEP_CHILD, &text, &said, err);
}

moot_code walk_child_fact(moot_walk *walk, const char *fact, const char *value_json, const char *value, int32_t child,
                          moot_err *err)
{
    moot_buf text, said;
    if (came_with_case(walk)) {
        return moot_fail(err, MOOT_EDATA, "the children of this case came with it: say what holds of them once something has happened");
    }
    moot_buf_init(&text);
    moot_buf_init(&said);
    moot_buf_char(&text, '[');
    moot_buf_json(&text, walk->input.children[child]);
    moot_buf_str(&text, ",{");
    moot_buf_json(&text, fact);
    moot_buf_printf(&text, ":%s}]", value_json);
    moot_buf_printf(&said, "fact %s %s of %s", fact, value, walk->input.children[child]);
    return add_step(walk, STEP_CHILD_FACT, &text, &said, err);
}

moot_code walk_whose(moot_walk *walk, int32_t fact, const words *w, int32_t from, int32_t *inout_until, int32_t *out_child,
                     moot_err *err)
{
    const moot_fact *f = &walk->protocol->facts[fact];
    *out_child = -1;
    for (int32_t i = *inout_until - 1; i > from && f->per_child; i--) {
        if (words_is(w, i, "of")) {
            const char *name = words_joined(walk, w, i + 1, *inout_until);
            *out_child = name ? walk_child_find(walk, name) : -1;
            *inout_until = i;
            return name && *out_child < 0
                       ? moot_fail(err, MOOT_EDATA, "the case has no child \"%s\"; child %s adds it", name, name)
                       : MOOT_OK;
        }
    }
    if (f->per_child && walk->input.child_count == 1) {
        *out_child = 0;
    } else if (f->per_child) {
        return moot_fail(err, MOOT_EDATA, "%s is a fact of each child: %s", f->decl.name,
                         walk->input.child_count ? "say of which, as in: of A" : "child A adds one");
    }
    return MOOT_OK;
}
