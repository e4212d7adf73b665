/* Questions to a node tree. */
#include "lua/load/node.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "vm/base/text.h"

const moot_field *moot_node_field_place(const moot_node *node, const char *name)
{
    for (int32_t i = 0; i < node->field_count; i++) {
        const char *own = node->fields[i].name;
        if (own[0] == name[0] && strcmp(own, name) == 0) {
            return &node->fields[i];
        }
    }
    return NULL;
}

static void label_word(const moot_node *node, char *buf, size_t size)
{
    if (node->name) {
        snprintf(buf, size, "%s \"%s\"", node->word, node->name);
    } else if (node->called && node->item_count == 1 && node->items[0]->type == MOOT_NODE_INTEGER) {
        snprintf(buf, size, "%s(%" PRId64 ")", node->word, node->items[0]->number);
    } else {
        snprintf(buf, size, "%s%s", node->word, node->called ? "(…)" : "");
    }
}

char *moot_node_label(const moot_node *node, char *buf, size_t size)
{
    switch ((moot_node_type)node->type) {
    case MOOT_NODE_STRING: snprintf(buf, size, "\"%s\"", node->name); break;
    case MOOT_NODE_INTEGER: snprintf(buf, size, "%" PRId64, node->number); break;
    case MOOT_NODE_DECIMAL: snprintf(buf, size, "%g", node->decimal); break;
    case MOOT_NODE_YESNO: snprintf(buf, size, "%s", node->number ? "true" : "false"); break;
    case MOOT_NODE_TABLE: snprintf(buf, size, "{ … }"); break;
    case MOOT_NODE_WORD: label_word(node, buf, size); break;
    case MOOT_NODE_FUNCTION: snprintf(buf, size, "function"); break;
    }
    buf[moot_utf8_cut(buf, strlen(buf))] = '\0';
    return buf;
}

static int same_text(const char *one, const char *other)
{
    return one == other || (one && other && strcmp(one, other) == 0);
}

static int same_head(const moot_node *one, const moot_node *other)
{
    return one->type == other->type && one->declared == other->declared && one->called == other->called &&
           one->common == other->common && same_text(one->word, other->word) && same_text(one->name, other->name) &&
           (one->type == MOOT_NODE_FUNCTION || one->number == other->number) &&
           memcmp(&one->decimal, &other->decimal, sizeof one->decimal) == 0 && one->field_count == other->field_count &&
           one->item_count == other->item_count;
}

int moot_node_same(const moot_node *one, const moot_node *other)
{
    int same = one == other || same_head(one, other);
    for (int32_t i = 0; same && one != other && i < one->field_count; i++) { /* no deeper than MOOT_NODE_DEPTH */
        same = same_text(one->fields[i].name, other->fields[i].name) && moot_node_same(one->fields[i].value, other->fields[i].value);
    }
    for (int32_t i = 0; same && one != other && i < one->item_count; i++) {
        same = moot_node_same(one->items[i], other->items[i]);
    }
    return same;
}

moot_code moot_node_blame(const moot_node *node, moot_err *err)
{
    char label[sizeof err->decl];
    moot_err_at(err, node->file, node->line, node->col);
    err->width = node->width;
    if (node->type != MOOT_NODE_WORD) {
        return err->code;
    }
    const moot_node *clause = moot_node_field(node, "clause");
    int known = clause && clause->type == MOOT_NODE_STRING;
    return moot_err_in(err, moot_node_label(node, label, sizeof label), known ? clause->name : NULL);
}
