/* The beginning of a script that extends another: its declarations as patches that change nothing yet. */
#include "lua/reference/skeleton.h"

#include <stdio.h>
#include <string.h>

#include "lua/reference/skeleton_internal.h"

/* hours(48), 16, true or "home" as it is written; "…" for what is longer. */
static void value(const moot_node *node, moot_buf *out)
{
    if (node->type == MOOT_NODE_INTEGER) {
        moot_buf_int(out, node->number);
    } else if (node->type == MOOT_NODE_YESNO) {
        moot_buf_str(out, node->number ? "true" : "false");
    } else if (node->type == MOOT_NODE_STRING) {
        skeleton_quoted(node->name, strlen(node->name), out);
    } else if (node->type == MOOT_NODE_WORD && node->called && node->item_count == 1 &&
               node->items[0]->type == MOOT_NODE_INTEGER) {
        moot_buf_printf(out, "%s(", node->word);
        moot_buf_int(out, node->items[0]->number);
        moot_buf_char(out, ')');
    } else if (node->type == MOOT_NODE_WORD && !node->called && !node->name && !node->declared) {
        moot_buf_str(out, node->word);
    } else {
        moot_buf_str(out, "\"…\"");
    }
}

/* `, chosen = "referral"` of a reading; `, ["2018-01-01"] = hours(48)` of a param. */
static void figures(const moot_node *node, moot_buf *out)
{
    int param = moot_node_is(node, "param"), reading = moot_node_is(node, "reading");
    for (int32_t i = 0; i < node->field_count; i++) {
        const moot_field *field = &node->fields[i];
        int dated = strspn(field->name, "0123456789-") == strlen(field->name);
        if (reading && strcmp(field->name, "chosen") == 0) {
            moot_buf_str(out, ", chosen = ");
            value(field->value, out);
        } else if (param && dated) {
            moot_buf_printf(out, ", [\"%s\"] = ", field->name);
            value(field->value, out);
        }
    }
}

/* "outcomes "prevented", "still homeless"": names of the parts of one kind. */
static void parts(const moot_node *node, const char *word, const char *title, moot_buf *out)
{
    int found = 0;
    for (int32_t i = 0; i < node->item_count; i++) {
        const moot_node *part = node->items[i];
        if (moot_node_is(part, word) && part->declared && part->name) {
            moot_buf_printf(out, "%s \"%s\"", found ? "," : title, part->name);
            found = 1;
        }
    }
    moot_buf_str(out, found ? ";" : "");
}

static void options(const moot_node *node, moot_buf *out)
{
    const moot_node *table = moot_node_is(node, "reading") ? moot_node_field(node, "options") : NULL;
    for (int32_t i = 0; table && i < table->field_count; i++) {
        moot_buf_printf(out, "%s \"%s\"", i ? "," : " one of", table->fields[i].name);
    }
}

static void put(const moot_node *node, moot_buf *out)
{
    const moot_node *clause = moot_node_field(node, "clause");
    moot_buf before, said;
    moot_buf_init(&before);
    moot_buf_init(&said);
    parts(node, "outcome", " outcomes", &said);
    parts(node, "deadline", " deadlines", &said);
    options(node, &said);
    moot_buf_printf(&before, "%s%s", clause && clause->type == MOOT_NODE_STRING ? clause->name : "no clause",
                    said.len ? ": " : "");
    if (said.len && said.text[said.len - 1] == ';') {
        said.text[--said.len] = '\0';
    }
    moot_buf_char(out, '\n');
    skeleton_comment(moot_buf_text(&before), moot_buf_text(&said) + (said.len > 0), out);
    moot_buf_printf(out, "--> %s ", node->word);
    skeleton_quoted(node->name, strlen(node->name), out);
    moot_buf_str(out, " { patch = true");
    figures(node, out);
    moot_buf_str(out, " }\n");
    moot_buf_done(&before);
    moot_buf_done(&said);
}

static int is_likely_to_change(const moot_node *node)
{
    static const char *const words[] = { "param", "reading", "panel", "stage", "deadline", "decision", "ladder",
                                         "notice", "entitlement", "quota", "calendar" };
    for (size_t i = 0; i < MOOT_COUNT(words); i++) {
        if (moot_node_is(node, words[i])) {
            return node->declared && node->name && !node->common;
        }
    }
    return 0;
}

void moot_skeleton_extends(const char *name, const char *base, const moot_script *script, moot_buf *out)
{
    size_t council = strlen(name) - 5;
    skeleton_lead(name, out);
    moot_buf_printf(out, "--\n-- Everything is as in %s but for what is changed here. A patch says only what differs:\n"
                         "-- moot help stage, under patch; protocols/changing.md.\n", base);
    moot_buf_printf(out, "\nprotocol \"%s\" {\n  extends = ", name);
    skeleton_quoted(base, strlen(base), out);
    if (strncmp(name, base, council + 1) != 0) { /* another council's */
        moot_buf_str(out, ", council = \"");
        skeleton_council(name, out);
        moot_buf_char(out, '"');
    }
    moot_buf_printf(out, ", effective = \"%s-01-01\", -- put the real first day\n}\n", name + council + 1);
    for (int32_t i = 0; i < script->decl_count; i++) {
        if (is_likely_to_change(script->decls[i])) {
            put(script->decls[i], out);
        }
    }
}
