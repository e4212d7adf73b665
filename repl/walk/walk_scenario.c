/* The story as a scenario that `moot test` runs. */
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "repl/walk/walk_export_internal.h"
#include "vm/base/text.h"

/* ---- the scenario ---- */

static void lua_value(moot_buf *out, json_t *value)
{
    if (json_is_string(value)) {
        moot_text_quoted(json_string_value(value), out);
    } else if (json_is_integer(value)) {
        moot_buf_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    } else {
        moot_buf_str(out, json_is_true(value) ? "true" : json_is_false(value) ? "false" : "nothing");
    }
}

static const char *member(json_t *event, const char *key)
{
    const char *text = json_string_value(json_object_get(event, key));
    return text ? text : "";
}

/* word("a", "b"): of an event's members. */
static void scenario_call(moot_buf *out, const char *word, const char *const *args, int count)
{
    moot_buf_printf(out, "%s(", word);
    for (int i = 0; i < count; i++) {
        moot_buf_str(out, i ? ", " : "");
        moot_text_quoted(args[i], out);
    }
    moot_buf_str(out, ")\n");
}

/* `before` child = "A" `after`, if it is about a child. */
static void scenario_child(moot_buf *out, const char *before, const char *child, const char *after)
{
    if (child && child[0]) {
        moot_buf_printf(out, "%schild = ", before);
        moot_text_quoted(child, out);
        moot_buf_str(out, after);
    }
}

static void scenario_event(json_t *e, moot_buf *out)
{
    const char *who = member(e, "who");
    const char *stage[] = { member(e, "stage"), member(e, "outcome") };
    const char *sign[] = { who, stage[0], stage[1] };
    const char *consent[] = { member(e, "consent"), member(e, "state") };
    const char *notice[] = { member(e, "notice"), member(e, "state") };
    const char *panel[] = { member(e, "panel"), member(e, "outcome") };
    const char *one[] = { member(e, "event") };
    const char *done[] = { member(e, "deadline") };
    const char *place[] = { json_is_null(json_object_get(e, "place")) ? "nowhere" : member(e, "place") };
    const char *note[] = { member(e, "note") };
    if (one[0][0]) {
        scenario_call(out, "event", one, 1);
    } else if (stage[0][0]) {
        scenario_call(out, who[0] ? "sign" : "answer", who[0] ? sign : stage, who[0] ? 3 : 2);
        scenario_child(out, "  { ", member(e, "child"), " }\n");
    } else if (done[0][0]) {
        scenario_call(out, json_is_false(json_object_get(e, "met")) ? "not_done" : "done", done, 1);
    } else if (json_object_get(e, "fact")) {
        moot_buf_printf(out, "fact { %s = ", member(e, "fact"));
        lua_value(out, json_object_get(e, "value"));
        scenario_child(out, ", ", member(e, "child"), "");
        moot_buf_str(out, " }\n");
    } else if (consent[0][0]) {
        scenario_call(out, "consent", consent, 2);
    } else if (notice[0][0]) {
        scenario_call(out, "notice", notice, 2);
    } else if (panel[0][0]) {
        scenario_call(out, "panel", panel, 2);
    } else if (json_object_get(e, "place")) {
        scenario_call(out, "place", place, 1);
    } else {
        scenario_call(out, "note", note, 1);
    }
}

static int scenario_facts(moot_buf *out, json_t *facts, int told)
{
    const char *key;
    json_t *value;
    json_object_foreach(facts, key, value) {
        moot_buf_printf(out, "%s %s = ", told++ ? "," : "", key);
        lua_value(out, value);
    }
    return told;
}

static void scenario_given(const moot_walk *walk, moot_buf *out)
{
    json_t *root = json_loads(moot_buf_text(&walk->json), 0, NULL);
    json_t *children = json_object_get(root, "children"), *child;
    size_t i;
    moot_buf_str(out, "given {");
    int told = scenario_facts(out, json_object_get(root, "facts"), 0);
    moot_buf_str(out, children ? told ? ", children = {" : " children = {" : "");
    json_array_foreach(children, i, child) {
        moot_buf_str(out, i ? ", { id = " : " { id = ");
        moot_text_quoted(member(child, "id"), out);
        moot_buf_str(out, ", facts = {");
        (void)scenario_facts(out, json_object_get(child, "facts"), 0);
        moot_buf_str(out, " } }");
    }
    moot_buf_str(out, children ? " }" : "");
    moot_buf_str(out, " }\n");
    json_decref(root);
}

static void scenario_expect(export_of *x)
{
    moot_buf *out = x->out;
    const moot_zone *zone = x->walk->protocol->zone;
    char due[160];
    moot_buf_printf(out, "expect.status \"%s\"\n", x->r.status);
    for (int32_t i = 0; i < x->r.deadlines_count; i++) {
        const moot_result_deadline *d = &x->r.deadlines[i];
        moot_buf_str(out, "expect.deadline ");
        moot_text_quoted(d->deadline, out);
        moot_buf_str(out, " { ");
        scenario_child(out, "", d->child, ", ");
        moot_buf_printf(out, "status = \"%s\"", d->status);
        if (d->due.lo != MOOT_NEVER) {
            moot_buf_printf(out, ", due = \"%s\"", moot_when_text(zone, d->due, due, sizeof due));
        }
        moot_buf_str(out, " }\n");
    }
}

/* What carried it: the clauses of the stages and deadlines. */
static void scenario_clauses(export_of *x)
{
    for (int32_t i = 0; i < x->r.stages_count; i++) {
        walk_export_cite(x, x->r.stages[i].clause);
        walk_export_cite(x, x->r.stages[i].outcome_clause);
    }
    for (int32_t i = 0; i < x->r.deadlines_count; i++) {
        walk_export_cite(x, x->r.deadlines[i].clause);
    }
    for (size_t i = 0; i < x->clauses.count; i++) {
        moot_buf_printf(x->out, "%s\"%s\"", i ? ", " : " ", moot_names_text(&x->clauses, (int)i));
    }
}

void walk_export_scenario(export_of *x)
{
    moot_walk *walk = x->walk;
    moot_buf *out = x->out;
    char when[64];
    moot_instant last = MOOT_NEVER;
    moot_buf_str(out, "-- A walk, as it was told. What is expected is what came of it: check it against the text.\n");
    if (x->hides) {
        moot_buf_str(out, "-- Not for the class: it tells what is hidden from the screen, ");
        (void)moot_walk_hidden(walk, ", ", out);
        moot_buf_str(out, ".\n");
    }
    moot_buf_printf(out, "use \"%s\"\n\nscenario \"The walk of %s\" {\n  clauses = {",
                    walk->protocol->id, walk->id[0] ? walk->id : "a case");
    scenario_clauses(x);
    moot_buf_str(out, " },\n}\n");
    scenario_given(walk, out);
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        if (step_is_timeless(s)) {
            continue;
        }
        if (s->at != last || s->kind == STEP_NEXT) {
            moot_buf_printf(out, "%s \"%s\"\n", s->kind == STEP_NEXT ? "after" : "at",
                            moot_instant_text(walk->protocol->zone, s->at, when, sizeof when));
        }
        last = s->at;
        json_t *event = s->kind == STEP_EVENT ? json_loads(s->text, 0, NULL) : NULL;
        if (event) {
            scenario_event(event, out);
        }
        json_decref(event);
    }
    scenario_expect(x);
}
